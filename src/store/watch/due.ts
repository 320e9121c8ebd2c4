/** What is to be done next. Times are ISO 8601, UTC, with milliseconds: their order is that of their letters. */
import { type Selectable, sql } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import type { ItemTable } from './schema.ts';
import { SOURCES, type SourceRow, toSource } from './sources.ts';
import type { Due, DueItem, DueSource, KnownVersion, SourcePace } from './types.ts';

const restingSql = (now: string) => sql<boolean>`host not in (select host from host_rest where until > ${now})`;

/** Hosts with something due, the longest due first. */
export function readDueHosts(connection: Connection, now: string, limit: number, sourcesUntil: string): string[] {
  const due = (table: 'source' | 'item') =>
    build
      .selectFrom(table)
      .select(['host', 'next_at'])
      .where('next_at', '<=', table === 'source' ? sourcesUntil : now)
      .where(restingSql(now));
  const hosts = build
    .selectFrom(due('source').unionAll(due('item')).as('due'))
    .select('host')
    .groupBy('host')
    .orderBy((of) => of.fn.min('next_at'))
    .orderBy('host')
    .limit(limit);
  return connection.all(hosts).map(({ host }) => host);
}

const nextItem = prepared((v: { host: string; now: string }) =>
  build
    .selectFrom('item')
    .selectAll()
    .where('host', '=', v.host)
    .where('next_at', '<=', v.now)
    .orderBy('next_at')
    .orderBy('id')
    .limit(1),
);

type Version = Pick<SourceRow, 'final_url' | 'etag' | 'last_modified' | 'sha256'>;

const knownOf = ({ final_url: finalUrl, etag, last_modified: lastModified, sha256 }: Version): KnownVersion => ({
  etag,
  lastModified,
  sha256,
  ...(finalUrl === null ? {} : { finalUrl }),
});

/** What is due at a host: its sources, then its items, the longest due first. */
export function readDueAt(connection: Connection, host: string, now: string, sourcesUntil: string): Due | null {
  const source = connection.first(
    SOURCES.where('host', '=', host).where('next_at', '<=', sourcesUntil).orderBy('next_at').orderBy('id').limit(1),
  );
  if (source) return toDueSource(source);
  const item = connection.first(nextItem, { host, now });
  return item ? toDueItem(item) : null;
}

const toDueSource = (row: SourceRow): DueSource => ({
  what: 'source',
  source: toSource(row),
  known: knownOf(row),
  interval: row.interval,
  pace: row.pace === null ? null : (JSON.parse(row.pace) as SourcePace),
});

const toDueItem = (row: Selectable<ItemTable>): DueItem => ({
  what: 'item',
  id: row.id,
  url: row.canonical,
  outlet: row.outlet,
  state: row.state,
  firstSeen: row.first_seen,
  published: row.published,
  updated: row.updated,
  known: knownOf(row),
  tries: row.tries,
  hasArticle: row.article_id !== null,
  publisher:
    row.publisher_name === null && row.publisher_url === null
      ? null
      : { name: row.publisher_name, url: row.publisher_url },
});

/** When the next is due, or a host that is left alone may be asked again. */
export function readNextDue(connection: Connection, now: string): string | null {
  const first = (table: 'source' | 'item') =>
    build
      .selectFrom(table)
      .select((of) => of.fn.min<string | null>('next_at').as('at'))
      .where('next_at', 'is not', null)
      .where(restingSql(now));
  const rested = build
    .selectFrom('host_rest')
    .select((of) => of.fn.min<string | null>('until').as('at'))
    .where('until', '>', now);
  const times = connection.all(first('source').unionAll(first('item')).unionAll(rested));
  return times.reduce<string | null>(
    (least, { at }) => (at !== null && (least === null || at < least) ? at : least),
    null,
  );
}

/** Leaves a host alone until then; those whose time is over are forgotten. */
export function restHost(connection: Connection, host: string, until: string, now: string): void {
  connection.write(() => {
    connection.run(build.deleteFrom('host_rest').where('until', '<=', now));
    connection.run(
      build
        .insertInto('host_rest')
        .values({ host, until })
        .onConflict((on) => on.column('host').doUpdateSet({ until: sql`max(host_rest.until, ${until})` })),
    );
  });
}
