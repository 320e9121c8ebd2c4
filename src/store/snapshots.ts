import { gunzipSync, gzipSync } from 'node:zlib';
import type { Snapshot } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { sha256 } from './keys.ts';
import { readCapture, readFirst } from './revisions/read-captures.ts';
import type { RecordedCapture } from './revisions/types.ts';
import { build, type SnapshotTable } from './schema.ts';

const sizeOf = prepared((v: { sha256: string }) =>
  build.selectFrom('snapshot').select('size').where('sha256', '=', v.sha256),
);
const insert = prepared((v: { sha256: string; size: number; encoding: SnapshotTable['encoding']; bytes: Uint8Array }) =>
  build.insertInto('snapshot').values({ sha256: v.sha256, size: v.size, encoding: v.encoding, bytes: v.bytes }),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('article').select('id').where('key', '=', v.key));
const bySha256 = prepared((v: { sha256: string }) =>
  build.selectFrom('snapshot').selectAll().where('sha256', '=', v.sha256),
);
const nextKept = prepared((v: { after: number }) =>
  build
    .selectFrom('capture')
    .innerJoin('snapshot', 'snapshot.sha256', 'capture.sha256')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['capture.id', 'key'])
    .where('capture.id', '>', v.after)
    .orderBy('capture.id')
    .limit(1),
);

/**
 * Keeps the bytes of a snapshot, unless the record holds them already.
 *
 * @throws when the bytes are not those its SHA-256 was made from: evidence that does not hold is not kept.
 */
export function keepBytes(connection: Connection, { bytes, sha256: claimed }: Snapshot): void {
  const kept = connection.first(sizeOf, { sha256: claimed });
  // Bytes that came in before, with another article or capture, were digested then.
  const sound = kept ? kept.size === bytes.byteLength : sha256(bytes) === claimed;
  if (!sound) throw new Error(`the bytes of its snapshot do not have the SHA-256 ${claimed}`);
  if (kept) return;
  const packed = gzipSync(bytes);
  connection.run(insert, {
    sha256: claimed,
    size: bytes.byteLength,
    ...(packed.byteLength < bytes.byteLength ? { encoding: 'gzip', bytes: packed } : { encoding: 'identity', bytes }),
  });
}

/**
 * The bytes that an article was made from, exactly as they came in, or null when there is no article of this key.
 *
 * @throws when they no longer have the SHA-256 that was taken when they came in.
 */
export function readSnapshot(connection: Connection, key: string): Snapshot | null {
  const article = connection.first(byKey, { key });
  return article ? toSnapshot(connection, readFirst(connection, article.id), key) : null;
}

function toSnapshot(connection: Connection, { kept: _, ...capture }: RecordedCapture, key: string): Snapshot {
  return { bytes: readBytes(connection, capture.sha256, `the snapshot of article ${key}`)!, ...capture };
}

/**
 * The bytes of a digest, or null when they were not kept.
 *
 * @param what what they are called when they are damaged. @throws when they no longer have the digest
 */
export function readBytes(connection: Connection, digest: string, what: string): Uint8Array | null {
  const row = connection.first(bySha256, { sha256: digest });
  if (!row) return null;
  const bytes = unpack(row);
  if (bytes !== null && sha256(bytes) === digest) return bytes;
  throw new Error(`${what} is damaged: its bytes do not have the SHA-256 ${digest}`);
}

/**
 * All captures whose bytes the record holds, in the order in which these came in. Holds one at a time, and no lock between
 * them.
 *
 * @throws when the bytes of one no longer have their SHA-256.
 */
export function* readEverySnapshot(connection: Connection): Generator<Snapshot> {
  for (let after = 0; ; ) {
    const next = connection.first(nextKept, { after });
    if (!next) return;
    after = next.id;
    yield toSnapshot(connection, readCapture(connection, next.id), next.key);
  }
}

function unpack({ encoding, bytes, size }: Pick<SnapshotTable, 'encoding' | 'bytes' | 'size'>): Uint8Array | null {
  if (encoding === 'identity') return bytes;
  try {
    // A record from elsewhere could hold few bytes that unpack to very many: no more than was said is unpacked.
    return new Uint8Array(gunzipSync(bytes, { maxOutputLength: Math.max(size, 1) }));
  } catch {
    return null;
  }
}
