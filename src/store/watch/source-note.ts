/** What came of asking a source. */
import type { Selectable } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { keepAttempt, succeeded } from './attempts.ts';
import { hostOf } from './hosts.ts';
import type { ItemTable } from './schema.ts';
import { addSource, SOURCES, type SourceRow } from './sources.ts';
import type { AnnouncedItem, SourceNote } from './types.ts';

const itemOf = prepared((v: { canonical: string }) =>
  build
    .selectFrom('item')
    .select(['id', 'state', 'updated', 'article_id', 'source_id', 'next_at', 'duplicate_of'])
    .where((of) => of.or([of('canonical', '=', v.canonical), of('address', '=', v.canonical)]))
    // The one that is looked at, where a page's own address is also one that was announced.
    .orderBy('duplicate_of')
    .orderBy('id')
    .limit(1),
);
/** What an announcement makes an item from. */
type Announced = Omit<
  Selectable<ItemTable>,
  | 'id'
  | 'article_id'
  | 'address'
  | 'duplicate_of'
  | 'tries'
  | 'looks'
  | 'final_url'
  | 'etag'
  | 'last_modified'
  | 'sha256'
>;
const insertItem = prepared((v: Announced) =>
  build.insertInto('item').values({
    canonical: v.canonical,
    url: v.url,
    host: v.host,
    source_id: v.source_id,
    outlet: v.outlet,
    first_seen: v.first_seen,
    title: v.title,
    published: v.published,
    updated: v.updated,
    publisher_name: v.publisher_name,
    publisher_url: v.publisher_url,
    state: v.state,
    next_at: v.next_at,
  }),
);
const announce = prepared((v: { item_id: number; source_id: number; seen_at: string }) =>
  build
    .insertInto('item_source')
    .values({ item_id: v.item_id, source_id: v.source_id, seen_at: v.seen_at })
    .onConflict((on) => on.doNothing()),
);

/** Whether a time is later than another; what is no time is not. */
const isLater = (time: string | null, than: string | null): boolean =>
  time !== null && (than === null || Date.parse(time) > Date.parse(than));

/** The later of the times at which a source says that an article changed. */
const lastChange = ({ published, updated }: AnnouncedItem): string | null =>
  isLater(published, updated) ? published : updated;

/** Takes in an announcement. Gives whether the item is new, or known and changed since. */
function takeIn(
  connection: Connection,
  source: SourceRow,
  item: AnnouncedItem,
  at: string,
): 'fresh' | 'changed' | null {
  const { url, canonical, title, published, publisher, wanted } = item;
  const updated = lastChange(item);
  const known = connection.first(itemOf, { canonical });
  if (!known) {
    const id = connection.run(insertItem, {
      canonical,
      url,
      host: hostOf(url),
      source_id: source.id,
      outlet: publisher?.name ?? source.outlet,
      first_seen: at,
      title,
      published,
      updated,
      publisher_name: publisher?.name ?? null,
      publisher_url: publisher?.url ?? null,
      next_at: wanted ? at : null,
      state: wanted ? 'waiting' : 'passed over',
    });
    connection.run(announce, { item_id: id, source_id: source.id, seen_at: at });
    return wanted ? 'fresh' : null;
  }
  connection.run(announce, { item_id: known.id, source_id: source.id, seen_at: at });
  // Given by hand before, and nothing came of it; or its sources were removed before it was fetched.
  const isLeft =
    known.next_at === null && known.article_id === null && (known.state === 'waiting' || known.source_id === null);
  const hasChanged = isLater(updated, known.updated) && wanted;
  if (hasChanged) connection.run(build.updateTable('item').set({ updated }).where('id', '=', known.id));
  if (known.source_id === null)
    connection.run(build.updateTable('item').set({ source_id: source.id }).where('id', '=', known.id));
  if (!(isLeft && wanted) && !hasChanged) return null;
  const looked = known.duplicate_of ?? known.id;
  connection.run(build.updateTable('item').set({ next_at: at }).where('id', '=', looked));
  return isLeft ? 'fresh' : 'changed';
}

/** What is known of a source once it was asked. */
function stateAfter({ at, attempt, nextAt, interval, said }: SourceNote, before: SourceRow) {
  const asked = { asked_at: at, next_at: before.removed_at === null ? nextAt : null, interval };
  if (attempt && !succeeded(attempt)) {
    const since = before.failing_since ?? at;
    return { ...asked, failures: before.failures + 1, failing_since: since, reason: attempt.reason };
  }
  const fine = { ...asked, ok_at: at, failures: 0, failing_since: null, reason: null };
  const about = said
    ? { title: before.title ?? said.title, site: before.site ?? said.site, pace: JSON.stringify(said.pace) }
    : {};
  if (!attempt) return { ...fine, ...about };
  const { finalUrl, etag, lastModified, sha256 } = attempt;
  return { ...fine, ...about, final_url: finalUrl, etag, last_modified: lastModified, sha256 };
}

/** Keeps an attempt to ask a source together with all that it announces, so that nothing of that is missed or told twice. */
export function noteSource(connection: Connection, note: SourceNote): { fresh: number; changed: number } {
  const { source: id, at, attempt, said } = note;
  return connection.write(() => {
    const source = connection.first(SOURCES.where('id', '=', id));
    if (!source) throw new Error(`there is no source ${id}`);
    if (attempt) keepAttempt(connection, attempt, { source: id, item: null, article: null, outlet: source.outlet });
    connection.run(build.updateTable('source').set(stateAfter(note, source)).where('id', '=', id));
    const count = { fresh: 0, changed: 0 };
    if (source.removed_at !== null) return count;
    for (const item of said?.items ?? []) {
      const what = takeIn(connection, source, item, at);
      if (what) count[what]++;
    }
    for (const list of said?.lists ?? []) addSource(connection, list, at, id);
    return count;
  });
}
