import type { Span } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { build, type SpanPart } from './schema.ts';
import { unpackText } from './words.ts';

const textOf = prepared((v: { id: number }) =>
  build.selectFrom('article_text').select(['text', 'utf16']).where('article_id', '=', v.id),
);
const spansOf = prepared((v: { id: number }) =>
  build
    .selectFrom('span')
    .select(['part', 'start', 'end'])
    .where('attribution_id', '=', v.id)
    .orderBy('part')
    .orderBy('position'),
);

const foundSpansOf = prepared((v: { id: number }) =>
  build
    .selectFrom('span_as_found')
    .select(['part', 'start', 'end'])
    .where('attribution_id', '=', v.id)
    .orderBy('part')
    .orderBy('position'),
);

const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('article_id').where('id', '=', v.id),
);

/** The row of the article in which an attribution (by its row) stands. */
export function articleOfRow(connection: Connection, attributionId: number): number {
  return connection.first(articleOf, { id: attributionId })!.article_id;
}

/** The text of an article, by its row's id. */
export function readText(connection: Connection, articleId: number): string {
  return unpackText(connection.first(textOf, { id: articleId })!);
}

/** Where the words of an attribution stand, by its row's id: the spans of each part, in the order in which they were found. */
export function readSpans(connection: Connection, attributionId: number): Record<SpanPart, Span[]> {
  return byPart(connection.all(spansOf, { id: attributionId }));
}

/** The same as they were found, wherever corrections moved them. */
export function readFoundSpans(connection: Connection, attributionId: number): Record<SpanPart, Span[]> {
  return byPart(connection.all(foundSpansOf, { id: attributionId }));
}

function byPart(rows: readonly { part: SpanPart; start: number; end: number }[]): Record<SpanPart, Span[]> {
  const spans: Record<SpanPart, Span[]> = { source: [], cue: [], content: [] };
  for (const { part, start, end } of rows) spans[part].push([start, end]);
  return spans;
}
