import type { Place } from '../../model.ts';
import { Mark, type Unit, type Units } from '../align/index.ts';
import { APPROXIMATE, CONDITIONS, NEGATIONS, NEGATIVES, WITH_ARTICLE } from './lexicon.ts';

/** One of two wordings that are compared. */
export interface Side extends Units {
  readonly words: readonly string[];
}

/** `[from, to)` in units of one side. */
export type Stretch = readonly [from: number, to: number];

export const keyAt = ({ units }: Units, at: number): string => units[at]?.key ?? '';

/** What stands before a unit, or behind the last. */
export const markAt = ({ marks }: Units, at: number): number => marks[at] ?? Mark.none;

export const has = (marks: number, flags: number): boolean => (marks & flags) !== 0;

/** Whether a unit is a word that negates by itself. "whether or not", "not only" and the answer "no," negate nothing. */
export function negates(side: Side, at: number): boolean {
  const key = keyAt(side, at);
  if (!NEGATIONS.has(key)) return false;
  if (key !== 'not') return true;
  if (keyAt(side, at + 1) === 'only') return false;
  return !(keyAt(side, at - 1) === 'or' && keyAt(side, at - 2) === 'whether');
}

/** Whether a unit has a negation in its meaning. */
export function isNegative(side: Side, at: number): boolean {
  const key = keyAt(side, at);
  // "far from happy"; "far from the coast" is a place.
  if (key === 'far') return keyAt(side, at + 1) === 'from' && !/^(?:the|a|our|my|here|#.*)$/.test(keyAt(side, at + 2));
  return NEGATIVES.has(key) && !(WITH_ARTICLE.has(key) && keyAt(side, at - 1) === 'a');
}

/** Whether a condition opens at a unit. */
export function opensCondition(side: Side, at: number): boolean {
  const key = keyAt(side, at);
  const followers = Object.hasOwn(CONDITIONS, key) ? CONDITIONS[key] : undefined;
  if (followers === undefined) return false;
  return (
    followers === null || followers.some((next) => next.every((word, more) => keyAt(side, at + 1 + more) === word))
  );
}

/** The places of a stretch of units: one, or one a piece where it runs over several. */
export function placesOf({ units }: Units, [from, to]: Stretch): Place[] {
  const places: Place[] = [];
  for (let at = from; at < to; ) {
    const [piece, start] = units[at]!.place;
    let end = start;
    while (at < to && units[at]!.place[0] === piece) end = units[at++]!.place[2];
    places.push([piece, start, end]);
  }
  return places;
}

export const startsSentence = (side: Side, at: number): boolean =>
  at === 0 || has(markAt(side, at), Mark.stop | Mark.piece | Mark.gap);

/** A unit as the words of a name begin: with a capital, and not "I". */
export const isCapital = (unit: Unit | undefined): boolean =>
  unit !== undefined && /^[[]?\p{Lu}/u.test(unit.form) && unit.key !== 'i';

/** Whether a word says that the figure behind it is not exact: at most "than" or "least" stands between. */
export const approximates = (side: Side, at: number): boolean =>
  APPROXIMATE.has(keyAt(side, at)) &&
  [1, 2].some((more) => keyAt(side, at + more).startsWith('#') && (more === 1 || APPROXIMATE.has(keyAt(side, at + 1))));
