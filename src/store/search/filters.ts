import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { speakerRow } from '../speakers.ts';
import { AT, type Hit, type Narrowing } from './hits.ts';
import type { OneOf, SearchQuery } from './types.ts';

/** Comes after the "T" that begins a time, so that a day with this behind it is later than any time of that day. */
const AFTER_EVERY_TIME = 'U';

/** Speakers who have said no more than this are "few": their statements are looked up one by one. */
const FEW = 300;

/** Which facet a filter is of. */
export type FacetName = 'speaker' | 'kind' | 'outlet' | 'type' | 'mode' | 'medium' | 'dates' | 'altered';

/** What one facet asks of a hit: the same once in JavaScript and once in SQL. */
export interface Filter {
  readonly facet: FacetName;
  readonly passes: (hit: Hit) => boolean;
  readonly condition: RawBuilder<SqlBool>;
}

/** The values asked for; none when nothing was asked. */
export function valuesOf<T>(asked: OneOf<T> | undefined): readonly T[] {
  if (asked === undefined) return [];
  return Array.isArray(asked) ? asked : [asked as T];
}

/** The rows of the speakers asked for, those whom no key leads to left out. */
export function speakersAsked(connection: Connection, query: SearchQuery): number[] {
  return valuesOf(query.speaker).flatMap((key) => speakerRow(connection, key) ?? []);
}

/** The filters that a query asks for, at most one of each facet. */
export function filtersOf(query: SearchQuery, speakers: readonly number[]): Filter[] {
  const filters: Filter[] = [];
  const among = (
    facet: Exclude<FacetName, 'dates' | 'altered'>,
    values: readonly unknown[],
    column: RawBuilder<unknown>,
  ) => {
    const set = new Set(values);
    filters.push({
      facet,
      passes: (hit) => set.has(hit[AT[facet]]),
      condition: values.length === 0 ? sql`false` : sql`${column} in (${sql.join(values)})`,
    });
  };
  if (valuesOf(query.speaker).length > 0) among('speaker', speakers, sql`a.speaker_id`);
  for (const [facet, column] of [
    ['kind', sql`coalesce(s.kind, 'unknown')`],
    ['outlet', sql`r.outlet`],
    ['type', sql`a.type`],
    ['mode', sql`a.mode`],
    ['medium', sql`a.medium`],
  ] as const) {
    const values = valuesOf<string>(query[facet]);
    if (values.length > 0) among(facet, values, column);
  }
  if (query.from !== undefined || query.to !== undefined) filters.push(datesFilter(query.from, query.to));
  if (query.altered) {
    const condition = sql<SqlBool>`exists (select 1 from statement as t indexed by statement_altered
      where t.id = a.statement_id and t.gravest is not null)`;
    filters.push({ facet: 'altered', passes: (hit) => hit[AT.altered] === 1, condition });
  }
  return filters;
}

function datesFilter(from = '', to?: string): Filter {
  const before = to === undefined ? null : to + AFTER_EVERY_TIME;
  const until = before === null ? sql`true` : sql`r.published < ${before}`;
  return {
    facet: 'dates',
    passes: (hit) => {
      const published = hit[AT.published];
      return published !== null && published >= from && (before === null || published < before);
    },
    condition: sql`r.published >= ${from} and ${until}`,
  };
}

const quoted = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select('attributions').where('id', '=', v.id),
);

/** The cheapest way to hits that pass all filters. */
export function narrowingOf(
  connection: Connection,
  query: SearchQuery,
  filters: readonly Filter[],
  speakers: readonly number[],
): Narrowing {
  const condition = sql<SqlBool>`${sql.join(
    filters.map((filter) => filter.condition),
    sql` and `,
  )}`;
  const said = speakers.reduce((sum, id) => sum + connection.first(quoted, { id })!.attributions, 0);
  const by = valuesOf(query.speaker).length > 0 ? speakers : null;
  return { condition, by, few: said <= FEW, range: rangeOf(connection, query) };
}

/**
 * Between which rows the attributions of the days asked for stand: articles come in more or less by date, and an article's
 * attributions come in with it.
 */
function rangeOf(connection: Connection, { from, to }: SearchQuery): Narrowing['range'] {
  if (from === undefined && to === undefined) return {};
  let of = build
    .selectFrom('article')
    .where('superseded_by', 'is', null)
    .where('published', '>=', from ?? '')
    .select((f) => [f.fn.min<number | null>('id').as('least'), f.fn.max<number | null>('id').as('greatest')]);
  if (to !== undefined) of = of.where('published', '<', to + AFTER_EVERY_TIME);
  const { least, greatest } = connection.first(of)!;
  if (least === null || greatest === null) return { least: 1, greatest: 0 };
  const ids = build
    .selectFrom('attribution')
    .where('article_id', '>=', least)
    .where('article_id', '<=', greatest)
    .select('id')
    .limit(1);
  return {
    least: connection.first(ids.orderBy('article_id').orderBy('position'))?.id,
    greatest: connection.first(ids.orderBy('article_id', 'desc').orderBy('position', 'desc'))?.id,
  };
}
