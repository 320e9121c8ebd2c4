import { articleIs } from '../audit/index.ts';
import type { ArticleFilter } from '../audit/types.ts';
import { build } from '../schema.ts';

/** What is attributed to a speaker in the articles asked for, as rows to select from. */
export function saidBy(speaker: number, filter: ArticleFilter) {
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .where('attribution.speaker_id', '=', speaker)
    .where('attribution.counted', '=', 1)
    .where(articleIs(filter));
}
