import type { Assembled } from './assembly/assembly.ts';
import type { Tagged } from './network/tagger.ts';

/** What a confidence is computed from, in this order; see `evidenceOf`. */
export const EVIDENCE = ['always', 'mean edge', 'worst edge', 'cue', 'tie', 'source given', 'contents'] as const;

/** Weights of a logistic regression over EVIDENCE, fitted by training so that the confidence is a share of right ones. */
export type ConfidenceWeights = readonly number[];

const logit = (share: number) => Math.log(Math.max(share, 1e-4) / Math.max(1 - share, 1e-4));

/**
 * How sure the network is of the labels at the edges of the spans, where labels go wrong, and of the cue; how sure the
 * assembly is of its ties; and what was found at all.
 */
export function evidenceOf({ shares }: Tagged, { cue, source, contents, share }: Assembled): number[] {
  const spans = [cue, ...(source ? [source] : []), ...contents];
  const edges = spans.flatMap(({ first, end }) => [shares[first]!, shares[end - 1]!]);
  const mean = edges.reduce((a, b) => a + b, 0) / edges.length;
  return [
    1,
    logit(mean),
    logit(Math.min(...edges)),
    logit(shares[cue.first]!),
    logit(share),
    Number(source !== null),
    Math.min(contents.length, 3),
  ];
}

/** The chance that an attribution is right, 0 to 1, to three places. */
export function confidenceOf(evidence: readonly number[], weights: ConfidenceWeights): number {
  const score = evidence.reduce((sum, value, i) => sum + value * weights[i]!, 0);
  return Math.round(1000 / (1 + Math.exp(-score))) / 1000;
}
