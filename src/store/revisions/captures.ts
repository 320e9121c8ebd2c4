import type { Capture, Snapshot } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { keepBytes, readBytes } from '../snapshots.ts';
import { isFirst, readCapture, readFirst } from './read-captures.ts';
import type { KeepOptions, RepeatedCapture } from './types.ts';
import { verdictOn } from './verdict.ts';

/** More than this of an answer's headers is not kept: UTF-16 code units of names and values. */
const MOST_HEADERS = 16_384;

const insert = prepared(
  (v: {
    article: number;
    sha256: string;
    media_type: string;
    location: string;
    redirects: string | null;
    status: number | null;
    headers: string | null;
    captured_at: string;
    publisher: string | null;
  }) =>
    build.insertInto('capture').values({
      article_id: v.article,
      sha256: v.sha256,
      media_type: v.media_type,
      location: v.location,
      redirects: v.redirects,
      status: v.status,
      headers: v.headers,
      captured_at: v.captured_at,
      publisher: v.publisher,
    }),
);
const captured = prepared((v: { sha256: string; location: string; captured_at: string }) =>
  build
    .selectFrom('capture')
    .select('article_id as article')
    .where('sha256', '=', v.sha256)
    // This very capture, else the first of these bytes: an article that is one with another now has only that.
    .orderBy((of) => of.and([of('location', '=', v.location), of('captured_at', '=', v.captured_at)]), 'desc')
    .orderBy('id')
    .limit(1),
);

/** The headers that are kept: the first ones, by lower-case name, without cookies. */
function headersKept(headers: NonNullable<Snapshot['headers']>): string {
  let room = MOST_HEADERS;
  const kept = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name, value]) => {
      if (name === 'set-cookie' || name === 'set-cookie2') return false;
      room -= name.length + value.length;
      return room >= 0;
    });
  return JSON.stringify(Object.fromEntries(kept));
}

/** Keeps that an article (by its row) was captured: when, from where, and what the server said. */
export function keepFirst(connection: Connection, article: number, snapshot: Omit<Snapshot, 'bytes'>): void {
  const { sha256, mediaType, location, capturedAt, redirects, status, headers, publisher } = snapshot;
  connection.run(insert, {
    article,
    sha256,
    media_type: mediaType,
    location,
    redirects: redirects ? JSON.stringify(redirects) : null,
    status: status ?? null,
    headers: headers ? headersKept(headers) : null,
    captured_at: capturedAt,
    publisher: publisher ?? null,
  });
}

/**
 * Keeps that an article was captured again with the words that it has in the record.
 *
 * @returns false, and keeps nothing, when the record does not hold these words: they are to be analysed and added.
 */
export function keepCapture(connection: Connection, capture: Capture, options: KeepOptions = {}): boolean {
  return connection.write(() => {
    const verdict = verdictOn(connection, capture);
    if (verdict.outcome !== 'unchanged') return false;
    if (!verdict.known) keepAgain(connection, verdict.article, capture.snapshot, options);
    return true;
  });
}

/** Keeps another capture of an article (by its row). */
export function keepAgain(connection: Connection, article: number, snapshot: Snapshot, { bytes }: KeepOptions): void {
  if (bytes) keepBytes(connection, snapshot);
  keepFirst(connection, article, snapshot);
}

/**
 * Keeps a later capture of an article as another record kept it.
 *
 * @throws when the article is not here
 */
export function repeatCapture(connection: Connection, { of, capture, bytes }: RepeatedCapture): void {
  const { sha256, location, capturedAt } = of;
  connection.write(() => {
    const found = connection.first(captured, { sha256, location, captured_at: capturedAt });
    if (!found) throw new Error(`the record holds no article that was captured from ${location} at ${capturedAt}`);
    if (bytes) keepBytes(connection, { ...capture, bytes });
    keepFirst(connection, found.article, capture);
  });
}

/** A capture (by its row) of an article (by its row), as `repeatCapture` takes it; null where it is the first. */
export function readRepeated(connection: Connection, id: number, article: number): RepeatedCapture | null {
  if (isFirst(connection, id, article)) return null;
  const { kept, ...capture } = readCapture(connection, id);
  const { sha256, location, capturedAt } = readFirst(connection, article);
  const what = `the capture of ${capture.location} at ${capture.capturedAt}`;
  const bytes = kept ? readBytes(connection, capture.sha256, what) : null;
  return { of: { sha256, location, capturedAt }, capture, bytes };
}
