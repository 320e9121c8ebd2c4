import type { Identifier, SpeakerKind } from '../../model.ts';

/** A spelling of a speaker's name, with the number of articles that have it. */
export interface Spelling {
  readonly name: string;
  readonly articles: number;
}

/** A name as the record keeps it: on one line. */
export function oneLine(name: string): string {
  return name.toWellFormed().replace(/\s+/g, ' ').trim();
}

/**
 * The name by which a speaker is known best: a whole name before a family name alone, one with capitals and small letters
 * before "OLEKSII DANILOV" of a headline, then the one that most articles have, then by `betterSpelling`. The order in
 * which spellings come makes no difference.
 *
 * @param spellings at least one.
 */
export function bestKnown(identifier: Identifier, kind: SpeakerKind, spellings: readonly Spelling[]): string {
  if (spellings.length === 1) return spellings[0]!.name;
  const isWhole = (name: string): boolean => identifier.keysOf({ kind, name }).held.length > 0;
  return spellings
    .map((spelling) => ({ ...spelling, rank: (isWhole(spelling.name) ? 2 : 0) + Number(hasBothCases(spelling.name)) }))
    .reduce((best, one) => {
      const difference = one.rank - best.rank || one.articles - best.articles;
      if (difference === 0) return betterSpelling(best.name, one.name) === one.name ? one : best;
      return difference > 0 ? one : best;
    }).name;
}

/**
 * Which of two spellings is the better one: one with capitals and small letters before one without, one with its
 * diacritics before one without, a short one before a long one; and where all that is equal, the first in code units.
 */
export function betterSpelling(a: string, b: string): string {
  const difference =
    Number(hasBothCases(b)) - Number(hasBothCases(a)) ||
    letterCount(b) - letterCount(a) ||
    a.length - b.length ||
    (a <= b ? -1 : 1);
  return difference < 0 ? a : b;
}

function hasBothCases(name: string): boolean {
  return /\p{Lu}/u.test(name) && /\p{Ll}/u.test(name);
}

/** Letters and marks outside ASCII. */
function letterCount(name: string): number {
  return name.match(/[[\p{L}\p{M}]--[a-zA-Z]]/gv)?.length ?? 0;
}
