import type { Paragraph, Placed } from './segments.ts';

/** What is needed of an attribution to note it in the margin. */
export interface Noted extends Placed {
  readonly speaker: { readonly key: string } | null;
}

/** A note beside a paragraph: one speaker, and those of its attributions that begin or go on there, close together. */
export interface Note {
  /** Where in the text it belongs: the first of these contents in the paragraph. */
  readonly start: number;
  /** Indices of the attributions, in the order of the text. */
  readonly attributions: readonly number[];
}

/** Farther apart than this (characters, about four lines) two attributions of one speaker get a note each. */
const CLOSE = 280;

/** Where an attribution begins in the text: its content, or its cue or source when it has none. */
export function startOf({ content, cue, source }: Placed): number {
  const spans = content.length > 0 ? content : cue.length > 0 ? cue : source;
  return spans.length > 0 ? Math.min(...spans.map(([start]) => start)) : 0;
}

/** The notes beside one paragraph, from the top. */
export function notesOf(paragraph: Paragraph, attributions: readonly Noted[]): Note[] {
  const firstOf = new Map<number, number>();
  for (const { start, marks } of paragraph.segments) {
    for (const { at, part } of marks) {
      const begins = part === 'content' || attributions[at]!.content.length === 0;
      if (begins && !firstOf.has(at)) firstOf.set(at, start);
    }
  }
  const notes: { start: number; last: number; attributions: number[] }[] = [];
  for (const [at, start] of [...firstOf].sort((a, b) => a[1] - b[1] || a[0] - b[0])) {
    const before = notes.at(-1);
    const same = before && attributions[before.attributions[0]!]!.speaker?.key === attributions[at]!.speaker?.key;
    if (before && same && start - before.last <= CLOSE) {
      before.attributions.push(at);
      before.last = start;
    } else {
      notes.push({ start, last: start, attributions: [at] });
    }
  }
  return notes.map(({ start, attributions: indices }) => ({ start, attributions: indices }));
}
