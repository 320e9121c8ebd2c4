/** Attempts: each is kept when it is made, and counted; later they are thinned. */
import { sql } from 'kysely';
import type { Attempt } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { type Page, type Paging, pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import type { Part, RecordedAttempt } from './types.ts';

/** Of each source and each item so many of the attempts are kept that brought something. */
const KEPT = 20;

/** Whose attempt it is. */
export interface Asked {
  readonly source: number | null;
  readonly item: number | null;
  readonly article: number | null;
  readonly outlet: string;
}

export const succeeded = ({ outcome }: Pick<Attempt, 'outcome'>): boolean =>
  outcome === 'ok' || outcome === 'unchanged';

const succeededSql = sql<boolean>`outcome in ('ok', 'unchanged')`;

/** The oldest that is kept of those that succeeded, and the first of all. */
const kept = (column: 'source_id' | 'item_id') =>
  prepared((v: { id: number }) =>
    build
      .selectFrom(
        build
          .selectFrom('attempt')
          .select('id')
          .where(column, '=', v.id)
          .where(succeededSql)
          .orderBy('id', 'desc')
          .limit(KEPT)
          .as('last'),
      )
      .select((of) => [of.fn.min<number>('id').as('from'), of.fn.countAll<number>().as('count')]),
  );
const thinned = (column: 'source_id' | 'item_id') =>
  prepared((v: { id: number; from: number }) =>
    build
      .deleteFrom('attempt')
      .where(column, '=', v.id)
      .where('id', '<', v.from)
      .where(succeededSql)
      .where(
        'id',
        '>',
        build
          .selectFrom('attempt')
          .where(column, '=', v.id)
          .select((of) => of.fn.min('id').as('first')),
      ),
  );
const KEPT_OF = { source_id: kept('source_id'), item_id: kept('item_id') };
const THINNED = { source_id: thinned('source_id'), item_id: thinned('item_id') };

/** Leaves the first attempt, those that failed, and the last `KEPT` that succeeded. */
function thin(connection: Connection, column: 'source_id' | 'item_id', id: number): void {
  const { from, count } = connection.first(KEPT_OF[column], { id })!;
  if (count === KEPT) connection.run(THINNED[column], { id, from });
}

/** Keeps an attempt and counts it for its outlet. To be called within a transaction. */
export function keepAttempt(connection: Connection, attempt: Attempt, asked: Asked): void {
  const { finalUrl, redirects, durationMs, lastModified, retryAfter, ...same } = attempt;
  const { url, at, status, outcome, reason, bytes, etag, sha256 } = same;
  const row = { url, at, status, outcome, reason, bytes, etag, sha256, final_url: finalUrl, duration_ms: durationMs };
  const more = { redirects: JSON.stringify(redirects), last_modified: lastModified, retry_after: retryAfter };
  const whose = { source_id: asked.source, item_id: asked.item, article_id: asked.article };
  connection.run(build.insertInto('attempt').values({ ...row, ...more, ...whose }));
  if (succeeded(attempt)) {
    if (asked.source !== null) thin(connection, 'source_id', asked.source);
    if (asked.item !== null) thin(connection, 'item_id', asked.item);
  }
  const part = asked.source === null ? 'page' : 'list';
  countAttempt(connection, attempt, asked.outlet, part);
}

function countAttempt(connection: Connection, attempt: Attempt, outlet: string, part: Part): void {
  const { outcome, at, reason, url } = attempt;
  connection.run(
    build
      .insertInto('outlet_attempts')
      .values({ outlet, part, outcome, attempts: 1 })
      .onConflict((on) =>
        on.columns(['outlet', 'part', 'outcome']).doUpdateSet({ attempts: sql`outlet_attempts.attempts + 1` }),
      ),
  );
  const fine = { ok_at: at, failing_since: null, failures: 0, outcome: null, reason: null, url: null };
  const failing = { ok_at: null, failing_since: at, failures: 1, outcome, reason, url };
  const again = {
    outcome,
    reason,
    url,
    failing_since: sql<string>`coalesce(outlet_state.failing_since, ${at})`,
    failures: sql<number>`outlet_state.failures + 1`,
  };
  const state = succeeded(attempt) ? fine : failing;
  connection.run(
    build
      .insertInto('outlet_state')
      .values({ outlet, part, ...state })
      .onConflict((on) => on.columns(['outlet', 'part']).doUpdateSet(succeeded(attempt) ? fine : again)),
  );
}

const ATTEMPT_COLUMNS = [
  'attempt.url',
  'attempt.final_url as finalUrl',
  'attempt.redirects',
  'attempt.at',
  'attempt.duration_ms as durationMs',
  'attempt.status',
  'attempt.outcome',
  'attempt.reason',
  'attempt.bytes',
  'attempt.etag',
  'attempt.last_modified as lastModified',
  'attempt.retry_after as retryAfter',
  'attempt.sha256',
] as const;

/** Attempts that are kept, the latest first. */
export function readAttempts(
  connection: Connection,
  { outlet, failed = false, ...paging }: Paging & { outlet?: string | undefined; failed?: boolean | undefined } = {},
): Page<RecordedAttempt> {
  const { limit, offset } = pageOf(paging);
  let query = build
    .selectFrom('attempt')
    .leftJoin('item', 'item.id', 'attempt.item_id')
    .leftJoin('source', 'source.id', 'attempt.source_id');
  // Written as in the index of failures.
  if (failed) query = query.where(sql<boolean>`attempt.outcome not in ('ok', 'unchanged')`);
  if (outlet !== undefined) query = query.where(sql<boolean>`coalesce(item.outlet, source.outlet) = ${outlet}`);
  const rows = query
    .leftJoin('article', 'article.id', 'attempt.article_id')
    .select([...ATTEMPT_COLUMNS, 'attempt.source_id', 'article.key as article'])
    .select(sql<string>`coalesce(item.outlet, source.outlet)`.as('outlet'))
    .orderBy('attempt.id', 'desc')
    .limit(limit)
    .offset(offset);
  const total = query.select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: connection.all(rows).map(({ source_id: source, redirects, ...attempt }) => ({
      ...attempt,
      redirects: JSON.parse(redirects) as string[],
      part: source === null ? 'page' : 'list',
    })),
    total: connection.first(total)!.total,
  }));
}
