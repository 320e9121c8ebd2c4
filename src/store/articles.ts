import { ARTICLE_COLUMNS, ATTRIBUTION_COLUMNS, toArticle, toAttributions } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { pageOf } from './paging.ts';
import { readText } from './passages.ts';
import { build } from './schema.ts';
import { readElsewhere } from './statements/elsewhere.ts';
import { storyOfArticle } from './stories/shown.ts';
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
const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('article').select(ARTICLE_COLUMNS).where('article.id', '=', v.id),
);
const rowOfKey = prepared((v: { key: string }) => build.selectFrom('article').select('id').where('key', '=', v.key));
const rowsOfId = prepared((v: { id: string }) =>
  build.selectFrom('article').select('id').where('source_id', '=', v.id).where('superseded_by', 'is', null).limit(2),
);
const nextArticle = prepared((v: { after: string }) =>
  build
    .selectFrom('article')
    .select(['id', 'key'])
    .where('key', '>', v.after)
    .where('superseded_by', 'is', null)
    .orderBy('key')
    .limit(1),
);

/** Articles in their newest revisions, newest first; those without a date last. */
export function readArticles(
  connection: Connection,
  { outlet, ...paging }: Paging & { outlet?: string | undefined } = {},
): Page<RecordedArticle> {
  const { limit, offset } = pageOf(paging);
  let query = build.selectFrom('article').where('superseded_by', 'is', null);
  if (outlet !== undefined) query = query.where('outlet', '=', outlet);
  const rows = query.select(ARTICLE_COLUMNS).orderBy('published', 'desc').orderBy('key').limit(limit).offset(offset);
  const total = query.select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: connection.all(rows).map(toArticle),
    total: connection.first(total)!.total,
  }));
}

/**
 * The row of an article: of a key the revision that has it; of an id the newest one, when only one article has the id; else
 * null.
 */
export function findArticle(connection: Connection, keyOrId: string): number | null {
  const byKey = connection.first(rowOfKey, { key: keyOrId });
  const found = byKey ? [byKey] : connection.all(rowsOfId, { id: keyOrId });
  return found.length === 1 ? found[0]!.id : null;
}

/** What is stated in an article (by its row), in its order; what is marked as no statement is left out. */
export function statementsOf(connection: Connection, id: number): RecordedAttribution[] {
  return toAttributions(
    connection,
    connection.all(attributionsOf, { id }).filter(({ statement }) => statement === 1),
  );
}

/** One article with its text and its attributions in their order, by key or id as `findArticle` has it; null without one. */
export function readArticle(connection: Connection, keyOrId: string): RecordedArticlePage | null {
  return connection.read(() => {
    const id = findArticle(connection, keyOrId);
    if (id === null) return null;
    const rows = Map.groupBy(connection.all(attributionsOf, { id }), ({ statement }) => statement);
    const article = toArticle(connection.first(articleOf, { id })!);
    return {
      article,
      text: readText(connection, id),
      attributions: toAttributions(connection, rows.get(1) ?? []),
      notStatements: toAttributions(connection, rows.get(0) ?? []),
      elsewhere: readElsewhere(connection, id, article.key),
      story: storyOfArticle(connection, id),
    };
  });
}

/**
 * All attributions of the newest revisions, by the key of their article and their order in it. Holds one article at a time and no lock between
 * them, so that a slow reader stands in nobody's way; articles that come in meanwhile may or may not be among them.
 */
export function* readEveryAttribution(connection: Connection): Generator<RecordedAttribution> {
  for (let after = ''; ; ) {
    const next = connection.read(() => {
      const article = connection.first(nextArticle, { after });
      if (!article) return null;
      const rows = connection.all(attributionsOf, { id: article.id }).filter(({ counted }) => counted === 1);
      return { key: article.key, attributions: toAttributions(connection, rows) };
    });
    if (!next) return;
    yield* next.attributions;
    after = next.key;
  }
}

/** The texts of the newest revisions, by the key of their article, read as `readEveryAttribution` reads. */
export function* readEveryText(connection: Connection): Generator<{ readonly key: string; readonly text: string }> {
  for (let after = ''; ; ) {
    const next = connection.read(() => {
      const article = connection.first(nextArticle, { after });
      return article ? { key: article.key, text: readText(connection, article.id) } : null;
    });
    if (!next) return;
    yield next;
    after = next.key;
  }
}
