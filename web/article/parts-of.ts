import type { Span } from '../../src/model.ts';
import { startOf } from './notes.ts';
import type { Placed } from './segments.ts';

/** So much of a text (characters) and so many of its statements are shown at once: more than any article that people wrote. */
const LONGEST = 100_000;
const MOST_STATEMENTS = 400;
/** How far back from its longest a part may end, to end at a line or between words. */
const BACK = 2_000;

const LOW_SURROGATE = /[\udc00-\udfff]/;

/** The last place at or before `end` where a reader would turn a page: after a line, else after a space, else anywhere. */
function endBefore(text: string, end: number): number {
  const from = end - BACK;
  const tail = text.slice(from, end);
  const line = tail.lastIndexOf('\n');
  const cut = line >= 0 ? line : tail.lastIndexOf(' ');
  if (cut >= 0) return from + cut + 1;
  return LOW_SURROGATE.test(text[end]!) ? end - 1 : end;
}

/**
 * Cuts a text into the parts that are shown at once, without gap or overlap: one for all but monstrous articles. Spans are in
 * UTF-16 code units, end exclusive; a statement belongs to the part in which it begins.
 */
export function partsOf(text: string, attributions: readonly Placed[]): readonly Span[] {
  const starts = attributions.map(startOf).sort((a, b) => a - b);
  const parts: Span[] = [];
  let next = 0;
  for (let start = 0; start < text.length || parts.length === 0; ) {
    let end = text.length - start <= LONGEST ? text.length : endBefore(text, start + LONGEST);
    const beyond = starts[next + MOST_STATEMENTS];
    if (beyond !== undefined && beyond > start && beyond < end) end = beyond;
    while (next < starts.length && starts[next]! < end) next++;
    parts.push([start, end]);
    start = end;
    if (text.length === 0) break;
  }
  return parts;
}

/** Which of the parts a place of the text is in. */
export function partAt(parts: readonly Span[], place: number): number {
  return Math.max(
    parts.findIndex(([, end]) => place < end),
    0,
  );
}
