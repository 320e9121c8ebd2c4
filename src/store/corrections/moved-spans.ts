import type { Span } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { markPosition } from '../positions/changed.ts';
import { build, type SpanPart } from '../schema.ts';

const clear = prepared((v: { id: number; part: SpanPart }) =>
  build.deleteFrom('span').where('attribution_id', '=', v.id).where('part', '=', v.part),
);
const insert = prepared((v: { id: number; part: SpanPart; position: number; start: number; end: number }) =>
  build
    .insertInto('span')
    .values({ attribution_id: v.id, part: v.part, position: v.position, start: v.start, end: v.end }),
);
const spansOf = prepared((v: { id: number; part: SpanPart }) =>
  build.selectFrom('span').selectAll().where('attribution_id', '=', v.id).where('part', '=', v.part),
);
const foundOf = prepared((v: { id: number }) =>
  build.selectFrom('found_span').selectAll().where('attribution_id', '=', v.id).orderBy('part').orderBy('position'),
);
const emptyOf = prepared((v: { id: number }) =>
  build.selectFrom('found_empty').select('part').where('attribution_id', '=', v.id).orderBy('part'),
);
const keepFound = prepared(
  (v: { attribution_id: number; part: SpanPart; position: number; start: number; end: number }) =>
    build.insertInto('found_span').values({
      attribution_id: v.attribution_id,
      part: v.part,
      position: v.position,
      start: v.start,
      end: v.end,
    }),
);
const keepEmpty = prepared((v: { id: number; part: SpanPart }) =>
  build.insertInto('found_empty').values({ attribution_id: v.id, part: v.part }),
);

/** Lets a part of an attribution stand in other spans; what was found of it is kept beside them. */
export function putSpans(connection: Connection, id: number, part: SpanPart, spans: readonly Span[]): void {
  const moved = new Set(
    [...connection.all(foundOf, { id }), ...connection.all(emptyOf, { id })].map((row) => row.part),
  );
  if (!moved.has(part)) {
    const found = connection.all(spansOf, { id, part });
    for (const row of found) connection.run(keepFound, row);
    if (found.length === 0) connection.run(keepEmpty, { id, part });
  }
  connection.run(clear, { id, part });
  for (const [position, [start, end]] of spans.entries()) connection.run(insert, { id, part, position, start, end });
  markPosition(connection, id);
}

/** Gives an attribution back the spans that were found. */
export function spansAsFound(connection: Connection, id: number): void {
  const found = connection.all(foundOf, { id });
  const empty = connection.all(emptyOf, { id });
  if (found.length + empty.length > 0) markPosition(connection, id);
  for (const part of new Set([...found, ...empty].map((row) => row.part))) connection.run(clear, { id, part });
  for (const { part, position, start, end } of found) connection.run(insert, { id, part, position, start, end });
  for (const table of ['found_span', 'found_empty'] as const) {
    connection.run(build.deleteFrom(table).where('attribution_id', '=', id));
  }
}
