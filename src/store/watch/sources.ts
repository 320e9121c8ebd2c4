/** What is watched. */
import { type Selectable, sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { build } from '../schema.ts';
import { hostOf } from './hosts.ts';
import type { SourceTable } from './schema.ts';
import type { NewSource, WatchedSource } from './types.ts';

const announced = sql<number>`(select count(*) from item_source where source_id = source.id)`;

export const SOURCES = build.selectFrom('source').selectAll('source').select(announced.as('announced'));

export type SourceRow = Selectable<SourceTable> & { readonly announced: number };

export function toSource(row: SourceRow): WatchedSource {
  const { id, url, kind, title, site, outlet, failures, reason, announced: count } = row;
  return {
    id,
    url,
    kind,
    title,
    site,
    folders: JSON.parse(row.folders) as string[],
    outlet,
    foundIn: row.found_in,
    addedAt: row.added_at,
    removedAt: row.removed_at,
    askedAt: row.asked_at,
    nextAt: row.next_at,
    okAt: row.ok_at,
    failures,
    failingSince: row.failing_since,
    reason,
    announced: count,
  };
}

/** The source of an address or an id, also one that was removed. */
export function findSource(connection: Connection, urlOrId: string): SourceRow | undefined {
  const byUrl = connection.first(SOURCES.where('url', '=', urlOrId));
  if (byUrl || !/^[1-9]\d{0,14}$/.test(urlOrId)) return byUrl;
  return connection.first(SOURCES.where('id', '=', Number(urlOrId)));
}

/** @param foundIn the index of sitemaps that lists it */
export function addSource(
  connection: Connection,
  source: NewSource,
  at: string,
  foundIn: number | null = null,
): { outcome: 'added' | 'unchanged'; source: WatchedSource } {
  return connection.write(() => {
    const known = findSource(connection, source.url);
    if (known && known.removed_at === null) return { outcome: 'unchanged', source: toSource(known) };
    const { url, kind, title, site, folders, outlet } = source;
    const about = { kind, title, site, folders: JSON.stringify(folders), outlet, next_at: at };
    if (known) {
      const back = { ...about, removed_at: null, found_in: foundIn };
      connection.run(build.updateTable('source').set(back).where('id', '=', known.id));
    } else {
      const fresh = { url, host: hostOf(url), found_in: foundIn, added_at: at };
      connection.run(build.insertInto('source').values({ ...about, ...fresh }));
    }
    return { outcome: 'added', source: toSource(findSource(connection, url)!) };
  });
}

/** Items that no source announces any more which is watched, and that are still to be looked at. */
const left = sql<boolean>`next_at is not null and source_id is not null and not exists (
  select 1 from item_source join source on source.id = item_source.source_id
  where item_source.item_id = item.id and source.removed_at is null)`;

export function removeSource(connection: Connection, urlOrId: string, at: string): WatchedSource | null {
  return connection.write(() => {
    const known = findSource(connection, urlOrId);
    if (!known || known.removed_at !== null) return null;
    connection.run(
      build
        .updateTable('source')
        .set({ removed_at: at, next_at: null })
        .where((of) => of.or([of('id', '=', known.id), of('found_in', '=', known.id)]))
        .where('removed_at', 'is', null),
    );
    connection.run(build.updateTable('item').set({ next_at: null }).where(left));
    return toSource(findSource(connection, known.url)!);
  });
}

export function readSources(
  connection: Connection,
  { removed = false }: { readonly removed?: boolean } = {},
): WatchedSource[] {
  const query = removed ? SOURCES : SOURCES.where('removed_at', 'is', null);
  return connection.all(query.orderBy('id')).map(toSource);
}
