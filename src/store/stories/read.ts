import { findArticle } from '../articles.ts';
import { ARTICLE_COLUMNS, toArticle } from '../attributions.ts';
import { type Connection, prepared } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import type { Page, Paging } from '../types.ts';
import { storyOn, storyRowOf } from './shown.ts';
import type { RecordedStory, RecordedStoryPage } from './types.ts';

/** So many articles of a story are read at most, the first. */
export const MOST_ARTICLES = 500;

const byKey = prepared((v: { key: string }) =>
  build.selectFrom('story').select(['id', 'articles', 'founder_id as founder']).where('key', '=', v.key),
);
const articlesOf = prepared((v: { story: number; most: number }) =>
  build
    .selectFrom('article')
    .select(ARTICLE_COLUMNS)
    .where('story_id', '=', v.story)
    .orderBy((of) => of('published', 'is', null))
    .orderBy('published')
    .orderBy('article.id')
    .limit(v.most),
);

/** The row of the story that a key leads to: of a story, or of an article; null where there is none. */
export function storyAt(connection: Connection, key: string): number | null {
  const story = connection.first(byKey, { key });
  if (story && story.articles > 0) return story.id;
  const article = story ? story.founder : findArticle(connection, key);
  return article === null ? null : storyRowOf(connection, article);
}

/** One story by its key, or by the key or id of one of its articles. */
export function readStory(connection: Connection, key: string): RecordedStoryPage | null {
  return connection.read(() => {
    const id = storyAt(connection, key);
    if (id === null) return null;
    const articles = connection.all(articlesOf, { story: id, most: MOST_ARTICLES }).map(toArticle);
    return { story: storyOn(connection, id), articles };
  });
}

/** Stories of several articles, those with the latest article first. */
export function readStories(connection: Connection, paging?: Paging): Page<RecordedStory> {
  const { limit, offset } = pageOf(paging);
  const several = build.selectFrom('story').where('articles', '>', 1);
  const rows = several.select('id').orderBy('latest', 'desc').orderBy('id', 'desc').limit(limit).offset(offset);
  const total = several.select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: connection.all(rows).map(({ id }) => storyOn(connection, id)),
    total: connection.first(total)!.total,
  }));
}
