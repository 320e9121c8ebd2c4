import type { Span } from '../../model.ts';

/** A word of a quotation. */
export const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.-]*/gu;

/** Nouns before a quoted title: the marks are those of the title, not of something said. */
const WORKS = new Set(
  (
    'film movie book novel memoir autobiography biography show series sitcom song single album play musical programme ' +
    'program podcast episode documentary magazine newspaper game poem painting video essay column article op-ed opera ' +
    'comedy drama thriller entitled titled'
  ).split(' '),
);
const SMALL = /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|on|or|the|to|up|vs|with|de|la)$/;
const NAME_BEFORE = /\p{Lu}[\p{L}.'’-]+\s+["“”'‘’`]+$/u;
const NAME_AFTER = /^["“”'‘’`]+ \p{Lu}[\p{L}.'’-]{2,}/u;
const LEAD = 60;

/** Whether the words are written as a title: every word but the small ones begins with a capital or a digit. */
function titleCase(words: readonly string[]): boolean {
  return words.every((word, i) => /^[\p{Lu}\p{N}]/u.test(word) || (i > 0 && SMALL.test(word)));
}

/**
 * Whether the marks around [start, end) are those of a title ("the film ‘Two Rivers’", "on ‘Morning Call’") or a nickname
 * within a name (William “Bill” Hale), which quote nobody.
 *
 * @param text the article's, into which the offsets of the words between the marks go
 */
export function isName([start, end]: Span, text: string): boolean {
  const words = text.slice(start, end).match(WORD) ?? [];
  if (words.length === 0 || words.length > 8 || !titleCase(words)) return false;
  const before = text.slice(Math.max(0, start - LEAD), start);
  if (words.length === 1 && NAME_BEFORE.test(before) && NAME_AFTER.test(text.slice(end, end + LEAD))) return true;
  const lead = before.replace(/[\s,:"“”'‘’`]+$/, '').match(/[\p{L}-]+$/u)?.[0];
  return lead !== undefined && (WORKS.has(lead) || (lead === 'on' && words.length > 1));
}
