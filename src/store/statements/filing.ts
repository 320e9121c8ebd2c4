import { type Connection, prepared } from '../connection.ts';
import { replay } from '../corrections/index.ts';
import { build } from '../schema.ts';
import { linkArticle } from './link.ts';

const unfiled = prepared((v: { most: number }) =>
  build
    .selectFrom('attribution')
    .select('article_id as article')
    .distinct()
    .where('found_statement_id', 'is', null)
    .orderBy('article_id')
    .limit(v.most),
);
const neighbourOf = prepared((v: { article: number }) =>
  build.selectFrom('article').select('revises').where('id', '=', v.article),
);

/**
 * Links articles of a record that is older than statements, so many at a time that nobody waits for long; the next time
 * goes on. Where all is linked it costs one look at an empty index.
 */
export function fileStatements(connection: Connection, articles: number): void {
  if (connection.all(unfiled, { most: 1 }).length === 0) return;
  connection.write(() => {
    const moved = connection.all(unfiled, { most: articles }).map(({ article }) => {
      return linkArticle(connection, article, connection.first(neighbourOf, { article })!.revises);
    });
    if (moved.includes(true)) replay(connection);
  });
}
