import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { CollisionKind, Shown, Span } from '../../model.ts';
import { readAttributions } from '../attributions.ts';
import { publishedIn } from '../audit/counted.ts';
import { type Connection, prepared } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import { speakerRow } from '../speakers.ts';
import type { Page, RecordedAttribution } from '../types.ts';
import type { CollidingSide, CollisionQuery, RecordedCollision, RecordedShown } from './types.ts';

interface Row {
  readonly later_id: number;
  readonly earlier_id: number;
  readonly kind: CollisionKind;
  readonly confidence: number;
  readonly reason: string;
  readonly shown_later: string;
  readonly shown_earlier: string;
  readonly pairs: number;
}

const rowOfKey = prepared((v: { article: string; position: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .select('attribution.id')
    .where('article.key', '=', v.article)
    .where('position', '=', v.position),
);

/** The rows of attributions by their keys; those that are not there are left out. */
function rowsOfKeys(connection: Connection, keys: readonly string[]): number[] {
  return keys.flatMap((key) => {
    const [, article, position] = /^(.+)-(\d{1,9})$/.exec(key) ?? [];
    if (article === undefined) return [];
    return connection.first(rowOfKey, { article, position: Number(position) })?.id ?? [];
  });
}

/** Collisions, the surest first: each pair of statements once for each kind, however often they were reported. */
export function readCollisions(connection: Connection, query: CollisionQuery = {}): Page<RecordedCollision> {
  const { limit, offset } = pageOf(query);
  return connection.read(() => {
    const ranked = rankedPairs(connection, query);
    const rows = connection.all(
      compilable<Row>(sql`${ranked} select * from ranked where place = 1
        order by confidence desc, later_id, earlier_id limit ${limit} offset ${offset}`),
    );
    const total = connection.first(
      compilable<{ total: number }>(sql`${ranked} select count(*) as total from ranked where place = 1`),
    )!;
    return { items: toCollisions(connection, rows), total: total.total };
  });
}

/** So many rows are looked at for each that is wanted: reports of one pair of statements collide again and again. */
const LOOKED_AT = 10;

/** Pairs of statements that collide, those that came in last first, each once for each kind; as many as wanted at most. */
export function latestCollisions(connection: Connection, wanted: number): Omit<RecordedCollision, 'pairs'>[] {
  return connection.read(() => {
    const rows = connection.all(
      compilable<Row & { one: number | null; other: number | null }>(sql`
        select c.*, a.statement_id as one, b.statement_id as other, 1 as pairs
        from collision as c
        join attribution as a on a.id = c.later_id
        join attribution as b on b.id = c.earlier_id
        where ${isOfTwo}
        order by c.later_id desc, c.earlier_id desc limit ${wanted * LOOKED_AT}`),
    );
    const pairs = Map.groupBy(rows, ({ kind, one, other }) => `${kind} ${[one, other].sort()}`);
    const surest = [...pairs.values()].map((its) => its.reduce((a, b) => (b.confidence > a.confidence ? b : a)));
    return toCollisions(connection, surest.slice(0, wanted)).map(({ pairs: _, ...collision }) => collision);
  });
}

/** That both sides are not one utterance of one speaker. */
const isOfTwo = sql`(a.statement_id is null or b.statement_id is null or a.statement_id <> b.statement_id
  or a.speaker_id is not b.speaker_id)`;

const compilable = <R>(query: RawBuilder<unknown>) => ({ compile: () => (query as RawBuilder<R>).compile(build) });

function rankedPairs(connection: Connection, query: CollisionQuery) {
  return sql`with pair as (
      select c.*, min(a.statement_id, b.statement_id) as one, max(a.statement_id, b.statement_id) as other
      from collision as c
      join attribution as a on a.id = c.later_id
      join attribution as b on b.id = c.earlier_id
      where ${isOfTwo} and ${conditions(connection, query)}
    ), ranked as (
      select *, row_number() over same as place, count(*) over (partition by kind, one, other) as pairs from pair
      window same as (partition by kind, one, other order by confidence desc, later_id, earlier_id)
    )`;
}

function conditions(connection: Connection, { kind, speaker, of, ...days }: CollisionQuery): RawBuilder<SqlBool> {
  const all: RawBuilder<SqlBool>[] = [sql`true`];
  if (kind !== undefined) all.push(sql`c.kind = ${kind}`);
  if (speaker !== undefined) {
    const row = speakerRow(connection, speaker);
    all.push(sql`(a.speaker_id = ${row} or b.speaker_id = ${row})`);
  }
  if (of !== undefined) {
    const rows = sql`(select value from json_each(${JSON.stringify(rowsOfKeys(connection, of))}))`;
    all.push(sql`(c.later_id in ${rows} or c.earlier_id in ${rows})`);
  }
  if (days.from !== undefined || days.to !== undefined)
    all.push(
      sql`exists (select 1 from article where article.id in (a.article_id, b.article_id) and ${publishedIn(days)})`,
    );
  return sql.join(all, sql` and `);
}

function toCollisions(connection: Connection, rows: readonly Row[]): RecordedCollision[] {
  const attributions = readAttributions(
    connection,
    rows.flatMap(({ later_id, earlier_id }) => [later_id, earlier_id]),
  );
  return rows.map(({ kind, confidence, reason, shown_later, shown_earlier, pairs }, i) => ({
    kind,
    confidence,
    reason,
    later: toSide(attributions[2 * i]!, JSON.parse(shown_later)),
    earlier: toSide(attributions[2 * i + 1]!, JSON.parse(shown_earlier)),
    pairs,
  }));
}

function toSide(attribution: RecordedAttribution, shown: readonly Shown[]): CollidingSide {
  return { attribution, shown: shown.flatMap((one) => toShown(attribution, one)) };
}

/** Places within pieces as spans of the article. */
function toShown({ words, cueWords, conditionWords, ...spans }: RecordedAttribution, shown: Shown): RecordedShown[] {
  const [piece, start, end] = shown.place;
  const { part } = shown;
  const pieces: readonly Span[] = part === 'condition' ? (spans.condition ? [spans.condition] : []) : spans[part];
  const at = pieces[piece];
  if (!at) return [];
  const text = { content: words, cue: cueWords, condition: conditionWords }[part];
  const before = pieces.slice(0, piece).reduce((sum, [from, to]) => sum + to - from + JOINED, 0);
  return [{ part, words: text.slice(before + start, before + end), span: [at[0] + start, at[0] + end] }];
}

/** What stands between pieces in the words of an attribution: " … ". */
const JOINED = 3;
