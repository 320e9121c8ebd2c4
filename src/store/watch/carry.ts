/** What is watched, for a record that is made anew: it is history, which nothing can be derived from. */
import type { Connection } from '../connection.ts';
import { build } from '../schema.ts';

/**
 * Copies sources, items and attempts as they are.
 *
 * @param keys the keys of articles that have another one in the new record, by the one in the old
 */
export function carryWatch(from: Connection, to: Connection, keys: ReadonlyMap<string, string>): void {
  const articles = new Map<number, number | null>();
  const articleOf = (id: number | null): number | null => {
    if (id === null) return null;
    if (!articles.has(id)) articles.set(id, articleIn(from, to, id, keys));
    return articles.get(id)!;
  };
  to.write(() => {
    for (const row of from.each(build.selectFrom('source').selectAll().orderBy('id')))
      to.run(build.insertInto('source').values(row));
    // An item may be a duplicate of one that came later.
    to.database.exec('pragma defer_foreign_keys = on');
    for (const row of from.each(build.selectFrom('item').selectAll().orderBy('id')))
      to.run(build.insertInto('item').values({ ...row, article_id: articleOf(row.article_id) }));
    for (const row of from.each(build.selectFrom('item_source').selectAll()))
      to.run(build.insertInto('item_source').values(row));
    for (const row of from.each(build.selectFrom('attempt').selectAll().orderBy('id')))
      to.run(build.insertInto('attempt').values({ ...row, article_id: articleOf(row.article_id) }));
    for (const table of ['outlet_attempts', 'outlet_state', 'host_rest'] as const)
      for (const row of from.each(build.selectFrom(table).selectAll())) to.run(build.insertInto(table).values(row));
  });
}

function articleIn(from: Connection, to: Connection, id: number, keys: ReadonlyMap<string, string>): number | null {
  const key = from.first(build.selectFrom('article').select('key').where('id', '=', id))!.key;
  const now = keys.get(key) ?? key;
  return to.first(build.selectFrom('article').select('id').where('key', '=', now))?.id ?? null;
}
