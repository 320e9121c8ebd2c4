import type { Ask } from './questions.ts';

/** What the ranker learnt: the weight of each feature, for all questions ("rank=0") and for one kind of them ("he:rank=0"). */
export interface SpeakerWeights {
  readonly weights: Readonly<Record<string, number>>;
}

const ASKS: readonly Ask[] = ['he', 'she', 'it', 'they', 'who', 'person', 'organization', 'document', 'group', 'none'];

/** Scores options by the sum of their features' weights. */
export class Ranker {
  /** Per kind of question: feature → its weight for all questions and for this kind together. */
  readonly #weights: ReadonlyMap<Ask, ReadonlyMap<string, number>>;

  constructor({ weights }: SpeakerWeights) {
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
