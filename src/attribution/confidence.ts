import type { Assembled } from './assembly/assembly.ts';
import type { Tagged } from './network/tagger.ts';

/** What a confidence is computed from, in this order; see `evidenceOf`. */
export const EVIDENCE = [
  'always',
  'cue exact',
  'cue present',
  'source exact',
  'source present',
  'best content exact',
  'best content present',
  'worst content present',
  'tie',
  'source given',
  'contents',
  'one content',
] as const;

/** Weights of a logistic regression over EVIDENCE, fitted by training so that the confidence is a share of right ones. */
export type ConfidenceWeights = readonly number[];

const logit = (share: number) => Math.log(Math.max(share, 1e-3) / Math.max(1 - share, 1e-3));

/**
 * How sure the network is of each span as it stands and of its being there at all, how sure the assembly is of its ties,
 * and what was found.
 */
export function evidenceOf({ exact, present }: Tagged, { cue, source, contents, share }: Assembled): number[] {
  const here = contents.map(({ first }) => present[first]!);
  return [
    1,
    logit(exact[cue.first]!),
    logit(present[cue.first]!),
    source ? logit(exact[source.first]!) : 0,
    source ? logit(present[source.first]!) : 0,
    logit(Math.max(...contents.map(({ first }) => exact[first]!))),
    logit(Math.max(...here)),
    logit(Math.min(...here)),
    logit(share),
    Number(source !== null),
    Math.min(contents.length, 3),
    Number(contents.length === 1),
  ];
}

/** The chance that an attribution is right, 0 to 1, to three places. */
export function confidenceOf(evidence: readonly number[], weights: ConfidenceWeights): number {
  const score = evidence.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  return Math.round(1000 / (1 + Math.exp(-score))) / 1000;
}
