import { sql } from 'kysely';
import type { WordCounts } from '../../model.ts';
import { type Connection, preparedSql } from '../connection.ts';

/** Under the empty word it is counted how many articles were. */
const ALL = '';

const change = preparedSql(
  (v: { words: string; first: number; by: number }) => sql`
    insert into story_word (word, articles) select value, ${v.first} from json_each(${v.words}) where true
    on conflict do update set articles = story_word.articles + ${v.by}`,
);
const countsOf = preparedSql(
  (v: { words: string }) => sql<{ word: string; articles: number }>`
    select word, articles from json_each(${v.words}) cross join story_word on word = value`,
);

/** Counts an article's words in, or out again. */
export function countWords(connection: Connection, words: readonly string[], by: 1 | -1): void {
  connection.run(change, { words: JSON.stringify([ALL, ...words]), first: Math.max(0, by), by });
}

/** In how many articles of the record these words occur. */
export function wordCounts(connection: Connection, words: readonly string[]): WordCounts {
  const found = connection.all(countsOf, { words: JSON.stringify([ALL, ...words]) });
  const counts = new Map(found.map(({ word, articles }) => [word, articles]));
  return { articles: counts.get(ALL) ?? 0, of: (word) => counts.get(word) ?? 0 };
}
