import type { Held } from '../../model.ts';
import type { Claim, Claims } from './claim.ts';
import { namesDiffer, overlap, sameActor, shares, type Thresholds, timesDiffer } from './match.ts';
import type { Quantity } from './quantities.ts';

/** Words of which one is counted and the other not: a number of killed says nothing of the wounded. */
const APART = ['kill', 'wound', 'missing', 'arrest', 'displaced', 'captive', 'rescue', 'infect'];
/** Where the counted are just people, what they did tells. */
const ANYBODY = /^(?:people|person|man|woman|civilian|other|member|supporter)$/;

/** Two numbers of one thing that no rounding makes one. */
export interface Differing {
  readonly a: Quantity;
  readonly b: Quantity;
  /** How much of the words around them is the same: 0 to 1. */
  readonly likeness: number;
}

const compatible = (a: Quantity, b: Quantity): boolean => a.least <= b.most && b.least <= a.most;

/** Accounts of one thing differ so many times at most; numbers further apart count different things. */
const MOST_TIMES = 20;
const farApart = (a: Quantity, b: Quantity): boolean =>
  Math.max(a.least, b.least) > MOST_TIMES * Math.max(1, Math.min(mostOf(a), mostOf(b)));
const mostOf = ({ least, most }: Quantity): number => (most === Infinity ? least : most);

function countsApart(a: Claim, b: Claim, one: Quantity, other: Quantity): boolean {
  const told = (claim: Claim, quantity: Quantity) =>
    APART.filter((word) => claim.matter.has(word) || quantity.counted === word);
  const [first, second] = [told(a, one), told(b, other)];
  return first.length > 0 && second.length > 0 && !first.some((word) => second.includes(word));
}

/** Whether two numbers count the same: the same noun or unit, in claims about the same. */
function likeness(a: Claim, b: Claim, one: Quantity, other: Quantity, demands: Demands): number {
  if (one.unit !== other.unit || (one.unit === 'percent' && one.counted !== other.counted)) return 0;
  const vague = [one, other].some(({ counted }) => counted === null || ANYBODY.test(counted));
  if (one.counted !== other.counted && !vague) return 0;
  if (namesDiffer(a.names, b.names) || timesDiffer(a, b) || countsApart(a, b, one, other)) return 0;
  if (a.actor instanceof Set && b.actor instanceof Set && namesDiffer(a.actor, b.actor)) return 0;
  const [withA, withB] = [withCounted(a, one), withCounted(b, other)];
  const { shorter, longer, weight } = overlap(withA, withB);
  // "fell ill" and "went hungry": each says of the counted what the other does not.
  const apart = [withA, withB].every((words) => [...words.values()].reduce((sum, one) => sum + one, 0) - weight >= 0.5);
  if (demands.accounts && apart) return 0;
  const alike = !vague && shorter >= 0.95 && longer >= 0.95;
  const enough = demands.accounts && one.unit ? 2 : vague || one.unit || alike ? demands.weight : 2;
  const told = weight >= enough - 1e-9;
  return told && shorter >= demands.shorter && longer >= demands.longer ? (shorter + longer) / 2 : 0;
}

/** The claim's words with the noun that is counted; names count as words here. */
function withCounted(claim: Claim, { counted }: Quantity): Map<string, number> {
  const words = new Map(claim.matter);
  if (counted && !ANYBODY.test(counted)) words.set(`counted ${counted}`, 1);
  for (const name of claim.names) words.set(`name ${name}`, 0.5);
  if (claim.actor instanceof Set) for (const name of claim.actor) words.set(`name ${name}`, 0.5);
  return words;
}

/** What two numbers need to be of one thing. */
export interface Demands extends Thresholds {
  /** Only what is told as it is or was, and of those who did it. */
  readonly accounts: boolean;
}

/** One speaker's numbers: whatever he plans or foresees. */
export const OWN_NUMBERS: Demands = { weight: 1, shorter: 0.6, longer: 0.3, accounts: false };
/** Numbers of two who give an account of one thing. */
export const ACCOUNTS: Demands = { weight: 1.6, shorter: 0.65, longer: 0.4, accounts: true };

/** Whether what is done with the counted is the same, in whatever part of speech: "killed", "the dead". */
function onWhatIsDone(one: Claim, other: Claim): boolean {
  if (!one.acts.size || !other.acts.size) return true;
  const [first, second] = [new Set(one.matter.keys()), new Set(other.matter.keys())];
  return shares(one.acts, other.acts) || shares(one.acts, second) || shares(other.acts, first);
}

const mayCount = (a: Claims, one: Claim, b: Claims, other: Claim): boolean =>
  [one, other].every(({ loose, tense, sign }) => !loose && tense !== 'later' && sign > 0) &&
  sameActor(a, one, b, other) &&
  onWhatIsDone(one, other);

/** The likeliest pair of numbers of two positions that count the same and differ; null without one. */
export function differingFigures(a: Claims, b: Claims, demands: Demands): Differing | null {
  let best: Differing | null = null;
  for (const first of a.claims)
    for (const second of b.claims) {
      if (demands.accounts && !mayCount(a, first, b, second)) continue;
      for (const one of first.quantities)
        for (const other of second.quantities) {
          const like =
            compatible(one, other) || farApart(one, other) ? 0 : likeness(first, second, one, other, demands);
          // The same number beside it shows that another thing is counted here.
          const elsewhere =
            like > 0 && second.quantities.some((quantity) => quantity !== other && sameThing(one, quantity));
          if (like > (best?.likeness ?? 0) && !elsewhere) best = { a: one, b: other, likeness: like };
        }
    }
  return best;
}

const sameThing = (a: Quantity, b: Quantity): boolean =>
  a.counted === b.counted && a.unit === b.unit && compatible(a, b);

/** Polls, forecasts and plans differ by nature: their numbers are no accounts of one thing. */
export const countsWhatIs = ({ words, sentence, stance, mode }: Held): boolean =>
  !/^(?:demands|offers|rejects)$/.test(stance ?? '') &&
  !/^(?:wants|feels)$/.test(mode) &&
  !/\b(?:polls?|polled|polling|surveys?|respondents|voters|forecasts?|predict\w*|projected|odds|points?|leads?)\b/i.test(
    `${words.join(' ')} ${sentence ?? ''}`,
  );
