import type { Selectable } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { build, type CaptureTable } from '../schema.ts';
import type { RecordedCapture } from './types.ts';

const firstOf = prepared((v: { article: number }) =>
  build.selectFrom('capture').selectAll().where('article_id', '=', v.article).orderBy('id').limit(1),
);
const byId = prepared((v: { id: number }) => build.selectFrom('capture').selectAll().where('id', '=', v.id));
const isKept = prepared((v: { sha256: string }) =>
  build.selectFrom('snapshot').select('sha256').where('sha256', '=', v.sha256),
);

function toCapture(connection: Connection, row: Selectable<CaptureTable>): RecordedCapture {
  return {
    sha256: row.sha256,
    mediaType: row.media_type,
    location: row.location,
    capturedAt: row.captured_at,
    ...(row.redirects !== null && { redirects: JSON.parse(row.redirects) as string[] }),
    ...(row.status !== null && { status: row.status }),
    ...(row.headers !== null && { headers: JSON.parse(row.headers) as Record<string, string> }),
    ...(row.publisher !== null && { publisher: row.publisher }),
    kept: connection.first(isKept, { sha256: row.sha256 }) !== undefined,
  };
}

/** The capture that an article (by its row) was made from. */
export function readFirst(connection: Connection, article: number): RecordedCapture {
  return toCapture(connection, connection.first(firstOf, { article })!);
}

/** A capture by its row. */
export function readCapture(connection: Connection, id: number): RecordedCapture {
  return toCapture(connection, connection.first(byId, { id })!);
}

/** Whether a capture (by its row) is the one that an article (by its row) was made from. */
export function isFirst(connection: Connection, id: number, article: number): boolean {
  return connection.first(firstOf, { article })!.id === id;
}
