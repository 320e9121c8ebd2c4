/** What is watched, as the record gives it. */
import type { Connection } from '../connection.ts';
import { readAttempts } from './attempts.ts';
import { readDueAt, readDueHosts, readNextDue, restHost } from './due.ts';
import { readAnnouncements, readHealth } from './health.ts';
import { notePage } from './page-note.ts';
import { noteSource } from './source-note.ts';
import { addSource, readSources, removeSource } from './sources.ts';
import type { WatchStore } from './types.ts';

export { carryWatch } from './carry.ts';

/** The part of the record on a connection that watching is about. */
export function watchOn(connection: Connection): WatchStore {
  return {
    addSource: (source, at) => addSource(connection, source, at),
    removeSource: (urlOrId, at) => removeSource(connection, urlOrId, at),
    sources: (options) => readSources(connection, options),
    health: () => readHealth(connection),
    attempts: (query) => readAttempts(connection, query),
    announcements: (key) => readAnnouncements(connection, key),
    dueHosts: (now, limit, sourcesUntil) => readDueHosts(connection, now, limit, sourcesUntil ?? now),
    dueAt: (host, now, sourcesUntil) => connection.read(() => readDueAt(connection, host, now, sourcesUntil ?? now)),
    nextDue: (now) => readNextDue(connection, now),
    restHost: (host, until, now) => restHost(connection, host, until, now),
    noteSource: (note) => noteSource(connection, note),
    notePage: (note, keep) => notePage(connection, note, keep),
  };
}
