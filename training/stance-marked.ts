import { quotations, quotedRanges } from '../src/attribution/quotation/quotation-marks.ts';
import { quotedAgainst, typeOf } from '../src/attribution/quotation/type.ts';
import type { Mode, Span, Stance } from '../src/model.ts';
import type { Attributed } from '../src/positions/reading.ts';
import { type Document, readDocument } from '../src/text/index.ts';

/** A sentence of our own with the attribution and the labels that are marked in it. */
export interface MarkedSentence {
  readonly document: Document;
  readonly attributed: Attributed;
  readonly stance: Stance;
  readonly condition: Span | null;
}

const PAIRS: Readonly<Record<string, readonly [end: string, part: string]>> = {
  '«': ['»', 'source'],
  '‹': ['›', 'cue'],
  '[': [']', 'content'],
  '{': ['}', 'condition'],
};
const CLOSING: ReadonlyMap<string, string> = new Map(Object.values(PAIRS));

/**
 * Reads "«The minister» ‹said› [she would not go {until they leave}].": the source in «», the cue in ‹›, the content in [],
 * the condition in {}.
 * @throws Error when a mark is not closed
 */
export function readMarkedSentence(marked: string, stance: Stance, mode: Mode): MarkedSentence {
  const spans: Record<string, [number, number][]> = { source: [], cue: [], content: [], condition: [] };
  const open = new Map<string, number>();
  let text = '';
  for (const character of marked) {
    const opens = PAIRS[character]?.[1];
    const closes = CLOSING.get(character);
    if (opens) open.set(opens, text.length);
    else if (closes) {
      spans[closes]!.push([open.get(closes) ?? Number.NaN, text.length]);
      open.delete(closes);
    } else text += character;
  }
  if (open.size > 0) throw new Error(`a mark is not closed: ${marked}`);
  const document = readDocument(text);
  const { source, cue, content, condition } = spans as Record<keyof typeof spans, Span[]>;
  const type = typeOf(content!, quotedAgainst(quotations(document), quotedRanges(document), cue!), text);
  const attributed = { source: source!, cue: cue!, content: content!, type, mode };
  return { document, attributed, stance, condition: condition![0] ?? null };
}
