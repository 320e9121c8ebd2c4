import type { Claim, Claims } from './claim.ts';
import { isAct } from './thesaurus.ts';

type Weights = ReadonlyMap<string, number>;

const total = (weights: Weights): number => [...weights.values()].reduce((sum, weight) => sum + weight, 0);

/** The words of two matters that are the same. */
export const sharedOf = (a: Weights, b: Weights): string[] => [...a.keys()].filter((word) => b.has(word));

/** How much of the shorter and of the longer of two matters is in both: parts of their weights. */
export function overlap(
  a: Weights,
  b: Weights,
): { readonly shorter: number; readonly longer: number; readonly weight: number } {
  const weight = sharedOf(a, b).reduce((sum, word) => sum + Math.min(a.get(word)!, b.get(word)!), 0);
  const [totalA, totalB] = [total(a), total(b)];
  if (!weight) return { shorter: 0, longer: 0, weight };
  return { shorter: weight / Math.min(totalA, totalB), longer: weight / Math.max(totalA, totalB), weight };
}

export const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].some((one) => b.has(one));

/** Whether two claims name others, and not one that both name. */
export const namesDiffer = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size > 0 && b.size > 0 && !shares(a, b);

/** Whether two claims speak of different times by their words. */
export const timesDiffer = (a: Claim, b: Claim): boolean =>
  a.times.size > 0 && b.times.size > 0 && !shares(a.times, b.times);

/** A name that both have, beside what they are about. */
const NAME_WEIGHT = 0.6;

/** How much two claims share: 1 for each word that tells, less for names. */
export function sharedWeight(a: Claim, b: Claim): number {
  const named = ({ names, actor }: Claim) => (actor instanceof Set ? names.union(actor) : names);
  return overlap(a.matter, b.matter).weight + NAME_WEIGHT * named(a).intersection(named(b)).size;
}

/** Whether two claims are about one act that sides agree on or not, and little else. */
export const onOneAct = (a: Claim, b: Claim): boolean =>
  overlap(a.matter, b.matter).longer >= 0.7 && sharedOf(a.matter, b.matter).some(isAct);

/** Whether a claim says what its side will have done, or not. */
export const isWill = ({ attitude, tense }: Claim): boolean => attitude || tense === 'later';

/** Whether two claims are about one deed, or about consent to one thing. */
export const onOneDeed = (a: Claim, b: Claim): boolean =>
  shares(a.acts, b.acts) ||
  shares(a.acts, b.issues) ||
  shares(a.issues, b.acts) ||
  (a.attitude && b.attitude) ||
  (shares(a.issues, b.issues) && isWill(a) && isWill(b));

/** Which side a claim is on where another speaks of the same: its sign, and that of the opposites that both use. */
export function sideAgainst(claim: Claim, other: Claim): number {
  let sign: number = claim.sign;
  for (const [concept, side] of claim.sides) if (other.sides.has(concept)) sign *= side;
  return sign;
}

/** Whether one claim says what the other denies. */
export const areOpposed = (a: Claim, b: Claim): boolean => sideAgainst(a, b) !== sideAgainst(b, a);

/** Weight that two claims share at least: two words that tell, or one and a name. */
const TELLING = 1.6;

/** Whether two claims are about what the speaker will do, in the very same words, be it one that tells ("will run"). */
function areOfOneWord(a: Claim, b: Claim): boolean {
  if (![a, b].every(({ actor, tense }) => actor === 'self' && tense === 'later')) return false;
  const { longer, weight } = overlap(a.matter, b.matter);
  return longer >= 0.95 && weight >= 1 && shares(a.acts, b.acts);
}

/** Whether two claims are of one state ("was at home that night") in the very same words: no verb tells a deed. */
function areOfOneState(a: Claim, b: Claim): boolean {
  if (a.acts.size || b.acts.size || a.tense !== b.tense || !/^(?:past|later)$/.test(a.tense ?? '')) return false;
  const { longer, weight } = overlap(a.matter, b.matter);
  return longer >= 0.9 && weight >= 2;
}

/** Whether two claims are so alike that they can be held against each other: each turned round once at most. */
export const areComparable = (a: Claim, b: Claim): boolean =>
  a.turns <= 1 &&
  b.turns <= 1 &&
  a.actor !== 'unknown' &&
  b.actor !== 'unknown' &&
  !timesDiffer(a, b) &&
  (onOneDeed(a, b) || areOfOneState(a, b)) &&
  (sharedWeight(a, b) >= TELLING || onOneAct(a, b) || areOfOneWord(a, b));

/** Whether two claims are of different times by their verbs: consent and refusal hold until they are taken back. */
export const tensesDiffer = (a: Claim, b: Claim): boolean =>
  a.tense !== null && b.tense !== null && a.tense !== b.tense && !(a.attitude && b.attitude);

/** Two deeds are one only of one who did them: each speaker's own are his own. Where nobody is named, they may be. */
export function sameActor(a: Claims, one: Claim, b: Claims, other: Claim): boolean {
  if (one.actor === null && other.actor === null) return true;
  const who = (claims: Claims, { actor }: Claim) =>
    actor instanceof Set ? actor : actor === 'self' ? claims.side : new Set<string>();
  return shares(who(a, one), who(b, other));
}

export interface Thresholds {
  /** Part of the shorter matter, and of the longer, that must be in both. */
  readonly shorter: number;
  readonly longer: number;
  /** Weight of what is in both: a word that tells has 1. */
  readonly weight: number;
}

/** Whether two matters are one, by the weight of the words that they share. */
export function sameMatter(a: Weights, b: Weights, thresholds: Thresholds): boolean {
  const { shorter, longer, weight } = overlap(a, b);
  // "the land tax" and "the fuel tax": each has a telling word of its own.
  if (shorter < 0.75 && total(a) - weight >= 1 && total(b) - weight >= 1) return false;
  return shorter >= thresholds.shorter && longer >= thresholds.longer && weight >= thresholds.weight;
}
