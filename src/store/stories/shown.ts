import { ARTICLE_COLUMNS, toArticle } from '../attributions.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import type { RecordedStory } from './types.ts';

const byId = prepared((v: { id: number }) =>
  build.selectFrom('story').select(['id', 'key', 'articles', 'lead_id as lead']).where('id', '=', v.id),
);
const storyOf = prepared((v: { article: number }) =>
  build
    .selectFrom('article')
    .leftJoin('article as newest', 'newest.id', 'article.superseded_by')
    .select((of) => of.fn.coalesce('newest.story_id', 'article.story_id').as('story'))
    .where('article.id', '=', v.article),
);
const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('article').select(ARTICLE_COLUMNS).where('article.id', '=', v.id),
);
const extentOf = prepared((v: { story: number }) =>
  build
    .selectFrom('article')
    .select((of) => [
      of.fn.count<number>('outlet').distinct().as('outlets'),
      of.fn.min<string | null>('published').as('from'),
      of.fn.max<string | null>('published').as('to'),
    ])
    .where('story_id', '=', v.story),
);
/** A story that has articles, by its row. */
export function storyOn(connection: Connection, id: number): RecordedStory {
  const { key, articles, lead } = connection.first(byId, { id })!;
  const extent = connection.first(extentOf, { story: id })!;
  return { key, lead: toArticle(connection.first(articleOf, { id: lead! })!), articles, ...extent };
}

/** The row of the story that an article, by its row, is in now: as its newest revision is; null without one. */
export function storyRowOf(connection: Connection, article: number): number | null {
  return connection.first(storyOf, { article })?.story ?? null;
}

/** The story that an article, by its row, is in. */
export function storyOfArticle(connection: Connection, article: number): RecordedStory | null {
  const story = storyRowOf(connection, article);
  return story === null ? null : storyOn(connection, story);
}
