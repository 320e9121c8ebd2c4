import {
  type Basis,
  type ConfidenceWeights,
  confidenceOf,
  evidenceOf,
  isWithheld,
  type Way,
} from '../src/speakers/confidence.ts';

interface Judged {
  readonly basis: Basis;
  readonly right: boolean;
  /** Nobody is marked as its speaker. */
  readonly unknown: boolean;
}

const STEPS = 4000;
const STEP = 0.3;
/** Weight of the L2 penalty; the bias and the share bear none. */
const PENALTY = 2e-3;

const rounded = (value: number): number => Math.round(value * 1000) / 1000;

/** The share of right ones, by the rule of succession: of some ways there are few. */
const rateOf = (rights: readonly boolean[]): number =>
  rounded((rights.filter(Boolean).length + 1) / (rights.length + 2));

/** The share of right speakers for each way. */
function ratesOf(judged: readonly Judged[]): Partial<Record<Way, number>> {
  const byWay = new Map<Way, boolean[]>();
  for (const { basis, right } of judged)
    if ('way' in basis) byWay.set(basis.way, [...(byWay.get(basis.way) ?? []), right]);
  const sorted = [...byWay].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([way, rights]) => [way, rateOf(rights)]));
}

/**
 * Fits the confidence of speakers: a rate for each way in which one is found without a question, and for answers to
 * questions a logistic regression on the logarithm of the winner's odds (Platt 1999), with a correction for each kind of
 * question and of answer. By gradient descent: the same data give the same weights.
 *
 * @param judged speakers of articles that the ranker has not seen: on those that it has it is surer than it should be.
 */
export function fitConfidence(judged: readonly Judged[]): ConfidenceWeights {
  const names = new Set<string>();
  const examples = judged.flatMap(({ basis, right }) => {
    if ('way' in basis) return [];
    const evidence = evidenceOf(basis);
    for (const [name] of evidence) names.add(name);
    return [{ evidence, right }];
  });
  const weights = new Map([...names].sort().map((name) => [name, 0]));
  for (let step = 0; step < STEPS; step++) {
    const slopes = new Map<string, number>();
    for (const { evidence, right } of examples) {
      const sum = evidence.reduce((all, [name, value]) => all + value * weights.get(name)!, 0);
      const pull = (Number(right) - 1 / (1 + Math.exp(-sum))) / examples.length;
      for (const [name, value] of evidence) slopes.set(name, (slopes.get(name) ?? 0) + pull * value);
    }
    for (const [name, slope] of slopes) {
      const weight = weights.get(name)!;
      const free = name === 'bias' || name === 'share';
      weights.set(name, weight + STEP * (slope - (free ? 0 : PENALTY * weight)));
    }
  }
  const answers = Object.fromEntries([...weights].map(([name, weight]) => [name, rounded(weight)]));
  const withheld = judged.filter(({ basis }) => isWithheld(basis, confidenceOf(basis, { rates: {}, answers })));
  return { rates: { ...ratesOf(judged), withheld: rateOf(withheld.map(({ unknown }) => unknown)) }, answers };
}
