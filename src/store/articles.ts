import { ARTICLE_COLUMNS, ATTRIBUTION_COLUMNS, toArticle, toAttributions } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { pageOf } from './paging.ts';
import { readText } from './passages.ts';
import { build } from './schema.ts';
import type { Page, Paging, RecordedArticle, RecordedArticlePage, RecordedAttribution } from './types.ts';

const attributionsOf = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(ATTRIBUTION_COLUMNS)
    .where('attribution.article_id', '=', v.id)
    .orderBy('attribution.position'),
);
const nextArticle = prepared((v: { after: string }) =>
  build.selectFrom('article').select(['id', 'key']).where('key', '>', v.after).orderBy('key').limit(1),
);

/** Articles, newest first; those without a date last. */
export function readArticles(
  connection: Connection,
  { outlet, ...paging }: Paging & { outlet?: string | undefined } = {},
): Page<RecordedArticle> {
  const { limit, offset } = pageOf(paging);
  let query = build.selectFrom('article');
  if (outlet !== undefined) query = query.where('outlet', '=', outlet);
  const rows = query.select(ARTICLE_COLUMNS).orderBy('published', 'desc').orderBy('key').limit(limit).offset(offset);
  const total = query.select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: connection.all(rows).map(toArticle),
    total: connection.first(total)!.total,
  }));
}

/** One article with its text and its attributions in their order, or null when there is none. */
export function readArticle(connection: Connection, keyOrId: string): RecordedArticlePage | null {
  const articles = build.selectFrom('article').select(['article.id', ...ARTICLE_COLUMNS]);
  return connection.read(() => {
    const byKey = connection.first(articles.where('key', '=', keyOrId));
    const byId = byKey ? [byKey] : connection.all(articles.where('source_id', '=', keyOrId).limit(2));
    const [row] = byId;
    if (!row || byId.length > 1) return null;
    const rows = Map.groupBy(connection.all(attributionsOf, { id: row.id }), ({ statement }) => statement);
    return {
      article: toArticle(row),
      text: readText(connection, row.id),
      attributions: toAttributions(connection, rows.get(1) ?? []),
      notStatements: toAttributions(connection, rows.get(0) ?? []),
    };
  });
}

/**
 * All attributions, by the key of their article and their order in it. Holds one article at a time and no lock between
 * them, so that a slow reader stands in nobody's way; articles that come in meanwhile may or may not be among them.
 */
export function* readEveryAttribution(connection: Connection): Generator<RecordedAttribution> {
  for (let after = ''; ; ) {
    const next = connection.read(() => {
      const article = connection.first(nextArticle, { after });
      if (!article) return null;
      const rows = connection.all(attributionsOf, { id: article.id }).filter(({ statement }) => statement === 1);
      return { key: article.key, attributions: toAttributions(connection, rows) };
    });
    if (!next) return;
    yield* next.attributions;
    after = next.key;
  }
}
