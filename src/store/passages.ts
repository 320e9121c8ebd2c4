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

/** The text of an article, by its row's id. */
export function readText(connection: Connection, articleId: number): string {
  return unpackText(connection.first(textOf, { id: articleId })!);
}

/** Where the words of an attribution stand, by its row's id: the spans of each part, in the order in which they were found. */
export function readSpans(connection: Connection, attributionId: number): Record<SpanPart, Span[]> {
  const spans: Record<SpanPart, Span[]> = { source: [], cue: [], content: [] };
  for (const { part, start, end } of connection.all(spansOf, { id: attributionId })) spans[part].push([start, end]);
  return spans;
}
