import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { AttributionType, Mode, SpeakerKind } from '../../model.ts';
import type { Connection } from '../connection.ts';
import { attributionMatches, attributionsMatching, type Range } from '../fulltext.ts';
import { build } from '../schema.ts';
import type { Term } from '../search-words.ts';

/** How many matches are looked at. */
export interface Bounds {
  /** So many are listed and counted: those that came in last. */
  readonly hits: number;
  /** So many are gone through for those that pass filters. */
  readonly scanned: number;
}
export const BOUNDS: Bounds = { hits: 2_000, scanned: 50_000 };

/** A match with what facets count of it. */
export type Hit = readonly [
  id: number,
  speaker: number | null,
  kind: SpeakerKind,
  type: AttributionType,
  mode: Mode,
  medium: string | null,
  outlet: string | null,
  published: string | null,
  altered: 0 | 1,
  article: string,
];
/** Where the columns of a hit stand. */
export const AT = {
  id: 0,
  speaker: 1,
  kind: 2,
  type: 3,
  mode: 4,
  medium: 5,
  outlet: 6,
  published: 7,
  altered: 8,
  article: 9,
} as const;

/** Matches, the last that came in first. */
export interface Hits {
  readonly hits: readonly Hit[];
  /** Whether these are all there are. */
  readonly whole: boolean;
  /** As they were looked for: the last word may have been taken for the beginning of others, or not. */
  readonly terms: readonly Term[];
}

/** Every column that is read stands in an index, so that the wide rows are left alone. */
const FACETS = sql`
  cross join attribution as a indexed by attribution_facets on a.id = hit.id
  cross join article as r indexed by article_facets on r.id = a.article_id
  left join speaker as s indexed by speaker_facets on s.id = a.speaker_id`;
const COLUMNS = sql`a.id, a.speaker_id, coalesce(s.kind, 'unknown'), a.type, a.mode, a.medium, r.outlet, r.published,
  exists (select 1 from statement as t indexed by statement_altered where t.id = a.statement_id and t.gravest is not null), r.key`;

/**
 * The matches of the terms. Where the last word begins others, too: unless there are enough without them, since what has
 * the word itself comes first, and reading through all beginnings of "the" takes long.
 */
export function hitsOf(connection: Connection, terms: readonly Term[], bounds: Bounds): Hits {
  const last = terms.at(-1)!;
  if (last.ending === 'prefix') {
    const exact = read(connection, [...terms.slice(0, -1), { ...last, ending: 'exact' }], bounds);
    if (!exact.whole) return exact;
  }
  return read(connection, terms, bounds);
}

function read(connection: Connection, terms: readonly Term[], bounds: Bounds): Hits {
  const hits = attributionsMatching(terms, {}, bounds.hits + 1);
  return toHits(connection, sql`${hits}`, sql<SqlBool>`true`, terms, bounds);
}

/** Which hits are wanted, and where they are to be looked for. */
export interface Narrowing {
  readonly condition: RawBuilder<SqlBool>;
  readonly range: Range;
  /** Rows of the speakers asked for; null: of all. */
  readonly by: readonly number[] | null;
  /** Whether they have said so little that their statements are gone through instead of the matches. */
  readonly few: boolean;
}

/** Those of the matches that are wanted. Too many to go through are gone through from the last that came in. */
export function narrowedHits(
  connection: Connection,
  terms: readonly Term[],
  narrowing: Narrowing,
  bounds: Bounds,
): Hits {
  const { condition, range, by, few } = narrowing;
  if (by !== null && few) {
    // A cross join keeps the order: each of the few is looked up in the index.
    const both = sql`(select few.id from attribution as few
      cross join attribution_index on attribution_index.rowid = few.id
      where few.speaker_id in (${sql.join(by)}) and ${attributionMatches(terms)} order by few.id desc)`;
    return toHits(connection, both, condition, terms, bounds);
  }
  const scanned = attributionsMatching(terms, range, bounds.scanned);
  // Whose a match is is told by its row alone, so that what the facets count is read of few of them.
  const theirs = sql`(select id from ${scanned} where id in (select id from attribution where speaker_id in (${sql.join(by ?? [])})))`;
  const found = toHits(connection, by === null ? sql`${scanned}` : theirs, condition, terms, bounds);
  if (!found.whole) return found;
  const beyond = sql`select count(*) from ${attributionsMatching(terms, range, bounds.scanned + 1)}`;
  const [row] = connection.rows(compiled(beyond));
  return { ...found, whole: (row![0] as number) <= bounds.scanned };
}

function toHits(
  connection: Connection,
  ids: RawBuilder<unknown>,
  condition: RawBuilder<SqlBool>,
  terms: readonly Term[],
  bounds: Bounds,
): Hits {
  const query = sql`with hit as materialized ${ids} select ${COLUMNS} from hit ${FACETS}
    where ${condition} limit ${bounds.hits + 1}`;
  const hits = connection.rows(compiled(query)) as unknown as Hit[];
  return { hits: hits.slice(0, bounds.hits), whole: hits.length <= bounds.hits, terms };
}

const compiled = (query: RawBuilder<unknown>) => ({ compile: () => query.compile(build) });
