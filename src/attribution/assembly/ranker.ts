/** Weights of a linear ranker, one a feature. A feature not listed weighs nothing. */
export type RankerWeights = Readonly<Record<string, number>>;

export interface Ranking {
  /** Index of the best candidate. */
  readonly best: number;
  /** Its share of the softmax over all candidates, 0 to 1. */
  readonly share: number;
}

/** Weights as a map, so that no feature's name ("constructor") meets one inherited by an object. */
export function rankerOf(weights: RankerWeights): ReadonlyMap<string, number> {
  return new Map(Object.entries(weights));
}

/**
 * Ranks candidates by the sum of their features' weights: a conditional logit (McFadden 1974), which serves for choosing
 * a cue among the cues nearby as well as a label among labels.
 *
 * @param candidates the features of each; at least one candidate
 */
export function rank(candidates: readonly (readonly string[])[], weights: ReadonlyMap<string, number>): Ranking {
  const scores = new Float64Array(candidates.length);
  let best = 0;
  for (let i = 0; i < candidates.length; i++) {
    let score = 0;
    for (const feature of candidates[i]!) score += weights.get(feature) ?? 0;
    scores[i] = score;
    if (score > scores[best]!) best = i;
  }
  const total = scores.reduce((sum, score) => sum + Math.exp(score - scores[best]!), 0);
  return { best, share: 1 / total };
}
