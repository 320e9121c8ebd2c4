import type { Basis } from '../src/speakers/confidence.ts';
import { Ranker, type SpeakerWeights } from '../src/speakers/ranker.ts';
import { Resolver } from '../src/speakers/resolve.ts';
import type { Document } from '../src/text/index.ts';
import type { GoldArticle } from './corpus.ts';
import { learnRanker } from './fit-speakers.ts';
import { isRight, type MarkedSpeaker } from './speakers-data.ts';

/** A speaker that was found, and whether it is the one marked. */
export interface Judged {
  readonly article: GoldArticle;
  /** Place of the attribution among the article's. */
  readonly index: number;
  readonly gold: MarkedSpeaker;
  readonly name: string | null;
  readonly basis: Basis;
  readonly right: boolean;
  /** Nobody is marked as its speaker. */
  readonly unknown: boolean;
}

/** What a model finds in marked articles, attribution by attribution. */
export function judge(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  speakers: ReadonlyMap<string, MarkedSpeaker>,
  weights: SpeakerWeights,
): Judged[] {
  const ranker = new Ranker(weights);
  return articles.flatMap((article, n) => {
    const about = { title: article.title, byline: article.credit, outlet: article.outlet };
    const answers = new Resolver(documents[n]!, article.attributions, about, ranker).resolve();
    return article.attributions.flatMap(({ i }, index): Judged[] => {
      const gold = speakers.get(`${article.id}#${i}`);
      if (!gold) return [];
      const { speaker, basis } = answers[index]!;
      return [
        {
          article,
          index,
          gold,
          name: speaker?.name ?? null,
          basis,
          right: isRight(gold, speaker),
          unknown: gold.kind === 'unknown',
        },
      ];
    });
  });
}

const FOLDS = 4;

/**
 * What the room finds in articles that its ranker has not seen: each quarter of them by a ranker learnt from the others.
 * Every fourth article belongs to one quarter.
 */
export function crossValidate(
  articles: readonly GoldArticle[],
  documents: readonly Document[],
  speakers: ReadonlyMap<string, MarkedSpeaker>,
): Judged[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const known = <T>(items: readonly T[]): T[] => items.filter((_, i) => i % FOLDS !== fold);
    const unseen = <T>(items: readonly T[]): T[] => items.filter((_, i) => i % FOLDS === fold);
    const weights = learnRanker(known(articles), known(documents), speakers);
    return judge(unseen(articles), unseen(documents), speakers, { weights, confidence: { rates: {}, answers: {} } });
  });
}
