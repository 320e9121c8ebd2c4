import type { Document } from '../../text/index.ts';
import type { RoleSpan } from '../network/labels.ts';

/** A place in capitals, or any place with an agency in brackets; a region and a date may follow; a dash ends it. */
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}(?:[,/] ?[\p{L}\p{M}.'’ -]{2,40}){0,2}(?:,? ?\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?)?(?:,? ?\([^()]{2,40}\))?|\p{Lu}[\p{L}\p{M}.'’ -]{2,40}(?:, ?[\p{L}\p{M}.'’ -]{2,40}){0,2}(?:,? ?\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?)?,? ?\([^()]{2,40}\)) ?[-–—]{1,2} /u;
const LONGEST = 200;

/**
 * Moves the beginning of spans past the dateline of their paragraph ("VESTVIK, Oct 21 (Halyard) - "): where the report
 * was filed is no part of what was said.
 */
export function withoutDatelines(document: Document, spans: readonly RoleSpan[]): RoleSpan[] {
  const { text, tokens, paragraphs } = document;
  let paragraph = 0;
  return spans.flatMap((span) => {
    while (paragraphs[paragraph]![1] <= span.first) paragraph++;
    const start = tokens[paragraphs[paragraph]![0]]!.start;
    if (span.first - paragraphs[paragraph]![0] > LONGEST / 4) return [span];
    const dateline = DATELINE.exec(text.slice(start, start + LONGEST))?.[0];
    const after = dateline ? start + dateline.length : start;
    let { first } = span;
    while (first < span.end && tokens[first]!.start < after) first++;
    return first < span.end ? [{ ...span, first }] : [];
  });
}
