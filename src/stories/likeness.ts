import type { Profile } from '../model.ts';
import { SCALE } from './profile.ts';

/** After so many days articles are half as likely on one event as their words say. */
const HALF_AFTER_DAYS = 5;
/** Articles with more days between them are not on one event, whatever others lie between them. */
const MOST_DAYS = 14;

/** A profile in the form in which it is compared. */
export interface Comparable {
  readonly weights: ReadonlyMap<string, number>;
  readonly day: number | null;
}

export function comparable({ words, day }: Profile): Comparable {
  return { weights: new Map(words), day };
}

/**
 * How alike two articles are: 0 for nothing in common, 1.1 for the same words on the same day. Symmetric to the last bit.
 * The days between them count where both are known: as 1 / (1 + (days / 5)²).
 */
export function likeness(a: Comparable, b: Comparable): number {
  const [fewer, more] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let product = 0;
  for (const [word, weight] of fewer.weights) product += weight * (more.weights.get(word) ?? 0);
  const days = a.day === null || b.day === null ? 0 : Math.abs(a.day - b.day);
  return product / (SCALE * SCALE) / (1 + (days / HALF_AFTER_DAYS) ** 2);
}

/** Whether the days between two articles part them: 1, or let them be of one event: -1; 0 where one of them is not known. */
export function apart(a: Comparable, b: Comparable): number {
  if (a.day === null || b.day === null) return 0;
  return Math.abs(a.day - b.day) > MOST_DAYS ? 1 : -1;
}
