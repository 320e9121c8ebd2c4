import type { Span } from '../../src/model.ts';
import { type Document, readDocument } from '../../src/text/index.ts';

export interface Marked {
  readonly document: Document;
  readonly source: Span[];
  readonly cue: Span[];
  readonly content: Span[];
}

const KINDS = { '{': 'source', '<': 'cue', '[': 'content' } as const;
const CLOSING = { '}': 'source', '>': 'cue', ']': 'content' } as const;

/** Reads a text in which {source}, <cue> and [content] are marked, and takes the marks out. */
export function marked(text: string): Marked {
  const spans: { source: Span[]; cue: Span[]; content: Span[] } = { source: [], cue: [], content: [] };
  const opened: Partial<Record<'source' | 'cue' | 'content', number>> = {};
  let plain = '';
  for (const character of text) {
    if (character in KINDS) opened[KINDS[character as keyof typeof KINDS]] = plain.length;
    else if (character in CLOSING) {
      const kind = CLOSING[character as keyof typeof CLOSING];
      spans[kind].push([opened[kind] ?? 0, plain.length]);
    } else plain += character;
  }
  return { document: readDocument(plain), ...spans };
}
