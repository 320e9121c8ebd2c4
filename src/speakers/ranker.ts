import { ASKS, type Ask } from './ask.ts';
import { type Basis, type ConfidenceWeights, confidenceOf } from './confidence.ts';

/** What training learnt: how options are ranked, and how sure the speakers are that come of it. */
export interface SpeakerWeights {
  /** The weight of each feature, for all questions ("rank=0") and for one kind of them ("he:rank=0"). */
  readonly weights: Readonly<Record<string, number>>;
  readonly confidence: ConfidenceWeights;
}

/** Scores options by the sum of their features' weights. */
export class Ranker {
  /** Per kind of question: feature → its weight for all questions and for this kind together. */
  readonly #weights: ReadonlyMap<Ask, ReadonlyMap<string, number>>;
  readonly #confidence: ConfidenceWeights;

  constructor({ weights, confidence }: SpeakerWeights) {
    this.#confidence = confidence;
    const entries = Object.entries(weights);
    const shared = entries.filter(([name]) => !ASKS.some((ask) => name.startsWith(`${ask}:`)));
    this.#weights = new Map(
      ASKS.map((ask) => {
        const own = new Map(shared);
        for (const [name, weight] of entries) {
          if (!name.startsWith(`${ask}:`)) continue;
          const feature = name.slice(ask.length + 1);
          own.set(feature, (own.get(feature) ?? 0) + weight);
        }
        return [ask, own];
      }),
    );
  }

  score(ask: Ask, features: readonly string[]): number {
    const weights = this.#weights.get(ask)!;
    let sum = 0;
    for (const feature of features) sum += weights.get(feature) ?? 0;
    return sum;
  }

  /** The chance that a speaker found so is the right one, 0 to 1. */
  confidence(basis: Basis): number {
    return confidenceOf(basis, this.#confidence);
  }
}

const rankers = new WeakMap<SpeakerWeights, Ranker>();

/** The ranker for a set of weights; made once for each. */
export function rankerFor(weights: SpeakerWeights): Ranker {
  let ranker = rankers.get(weights);
  if (!ranker) {
    ranker = new Ranker(weights);
    rankers.set(weights, ranker);
  }
  return ranker;
}
