import type { Document } from '../../text/index.ts';
import type { RoleSpan } from '../network/labels.ts';

/** What stands before the first dash of a paragraph, when a sentence begins after it. */
const BEFORE_DASH = /^([^\n–—]{3,100}?) ?(?:[–—]|(?<= )-{1,2}|--) (?=[\p{Lu}\p{N}"'“‘«„])/u;
/** An agency in brackets: one or two words in capitals or with one, so neither a party ("D-Va.") nor an office. */
const AGENCY = /,? ?\(\p{Lu}[\p{L}\p{M}]{1,20}(?: \p{Lu}[\p{L}\p{M}]{1,20})?\)$/u;
const DATE = /,? ?(?:\p{Lu}\p{L}{2,8}\.? \d{1,2}(?:, \d{4})?|\d{1,2} \p{Lu}\p{L}{2,8}\.?(?: \d{4})?)$/u;
const PLACE = /^\p{Lu}[\p{L}\p{M}.'’-]*(?: \p{Lu}?[\p{L}\p{M}.'’-]+){0,3}$/u;
const SHOUTED = /^\p{Lu}[\p{Lu}\p{M}.'’ -]{2,40}$/u;
const LONGEST = 110;

/** How many characters a paragraph's dateline takes ("VESTVIK, Oct 21 (Halyard) - "), 0 without one. */
function datelineLength(paragraph: string): number {
  const found = BEFORE_DASH.exec(paragraph);
  if (!found) return 0;
  const agency = AGENCY.test(found[1]!);
  const places = found[1]!
    .replace(AGENCY, '')
    .replace(DATE, '')
    .split(/[,/] ?/);
  if (places.length > 3 || !places.every((place) => PLACE.test(place))) return 0;
  return agency || SHOUTED.test(places[0]!) ? found[0].length : 0;
}

/**
 * Moves the beginning of spans past the dateline of their paragraph: where a report was filed is no part of what was
 * said. A span within a dateline is left out.
 */
export function withoutDatelines(document: Document, spans: readonly RoleSpan[]): RoleSpan[] {
  const { text, tokens, paragraphs } = document;
  let paragraph = 0;
  return spans.flatMap((span) => {
    while (paragraphs[paragraph]![1] <= span.first) paragraph++;
    const start = tokens[paragraphs[paragraph]![0]]!.start;
    if (tokens[span.first]!.start - start > LONGEST) return [span];
    const after = start + datelineLength(text.slice(start, start + LONGEST));
    let { first } = span;
    while (first < span.end && tokens[first]!.start < after) first++;
    return first < span.end ? [{ ...span, first }] : [];
  });
}
