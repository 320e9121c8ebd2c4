import type { RankerWeights } from '../src/attribution/assembly/ranker.ts';

/** One choice: the features of each candidate and which of them is right. */
export interface Choice {
  readonly candidates: readonly (readonly string[])[];
  readonly right: number;
}

export interface FitOptions {
  readonly epochs: number;
  /** Adagrad's step. */
  readonly rate: number;
  /** Weight of the L2 penalty, a choice. */
  readonly decay: number;
  /** Features seen fewer times than this are left out. */
  readonly least: number;
}

/** Deterministic shuffling (mulberry32), so that two runs fit the same weights. */
function shuffler(seed: number): <T>(items: T[]) => void {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return (items) => {
    for (let i = items.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [items[i], items[j]] = [items[j]!, items[i]!];
    }
  };
}

/** Numbers the features that occur often enough among the choices. */
function indexFeatures(choices: readonly Choice[], least: number): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { candidates } of choices)
    for (const features of candidates) for (const f of features) counts.set(f, (counts.get(f) ?? 0) + 1);
  const kept = [...counts].filter(([, n]) => n >= least).map(([f]) => f);
  return new Map(kept.sort().map((f, i) => [f, i]));
}

/**
 * Fits a conditional logit by stochastic gradient descent with Adagrad (Duchi, Hazan, Singer, JMLR 2011) and gives the
 * weights averaged over the last half of the epochs, rounded to three places.
 */
export function fitRanker(choices: readonly Choice[], { epochs, rate, decay, least }: FitOptions): RankerWeights {
  const index = indexFeatures(choices, least);
  const coded = choices.map(({ candidates, right }) => ({
    candidates: candidates.map((features) => features.map((f) => index.get(f)).filter((n) => n !== undefined)),
    right,
  }));
  const weights = new Float64Array(index.size);
  const squares = new Float64Array(index.size).fill(1e-8);
  const sums = new Float64Array(index.size);
  const shuffle = shuffler(7);
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(coded);
    for (const { candidates, right } of coded) {
      const scores = candidates.map((features) => features.reduce((sum, f) => sum + weights[f]!, 0));
      const highest = Math.max(...scores);
      const exps = scores.map((score) => Math.exp(score - highest));
      const total = exps.reduce((a, b) => a + b, 0);
      candidates.forEach((features, c) => {
        const slope = exps[c]! / total - Number(c === right);
        if (Math.abs(slope) < 1e-4) return;
        for (const f of features) {
          const gradient = slope + decay * weights[f]!;
          squares[f]! += gradient * gradient;
          weights[f]! -= (rate * gradient) / Math.sqrt(squares[f]!);
        }
      });
    }
    if (epoch * 2 < epochs) continue;
    averaged++;
    for (let f = 0; f < weights.length; f++) sums[f]! += weights[f]!;
  }
  const rounded = [...index].map(([feature, f]) => [feature, Math.round((sums[f]! / averaged) * 1000) / 1000] as const);
  return Object.fromEntries(rounded.filter(([, weight]) => Math.abs(weight) >= 0.05));
}
