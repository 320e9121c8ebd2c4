import { gunzipSync, gzipSync } from 'node:zlib';
import type { Snapshot } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { sha256 } from './keys.ts';
import { readFirst } from './revisions/read-captures.ts';
import { build, type SnapshotTable } from './schema.ts';

const sizeOf = prepared((v: { sha256: string }) =>
  build.selectFrom('snapshot').select('size').where('sha256', '=', v.sha256),
);
const insert = prepared((v: { sha256: string; size: number; encoding: SnapshotTable['encoding']; bytes: Uint8Array }) =>
  build.insertInto('snapshot').values({ sha256: v.sha256, size: v.size, encoding: v.encoding, bytes: v.bytes }),
);
const ofArticle = prepared((v: { key: string }) =>
  build
    .selectFrom('article')
    .innerJoin('snapshot', 'snapshot.sha256', 'article.sha256')
    .select(['article.id', 'snapshot.sha256', 'size', 'encoding', 'bytes'])
    .where('article.key', '=', v.key),
);
const bySha256 = prepared((v: { sha256: string }) =>
  build.selectFrom('snapshot').selectAll().where('sha256', '=', v.sha256),
);

const nextArticle = prepared((v: { after: number }) =>
  build.selectFrom('article').select(['id', 'key']).where('id', '>', v.after).orderBy('id').limit(1),
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
  const row = connection.first(ofArticle, { key });
  if (!row) return null;
  const bytes = unpack(row);
  if (bytes === null || sha256(bytes) !== row.sha256) {
    throw new Error(`the snapshot of article ${key} is damaged: its bytes do not have the SHA-256 ${row.sha256}`);
  }
  const { kept: _, ...capture } = readFirst(connection, row.id);
  return { bytes, ...capture };
}

/** The bytes of a digest, or null when they were not kept. @throws when they no longer have it */
export function readBytes(connection: Connection, digest: string): Uint8Array | null {
  const row = connection.first(bySha256, { sha256: digest });
  if (!row) return null;
  const bytes = unpack(row);
  if (bytes === null || sha256(bytes) !== digest) throw new Error(`the bytes kept as SHA-256 ${digest} are damaged`);
  return bytes;
}

/**
 * The snapshots of all articles, in the order in which these came in. Holds one at a time, and no lock between them.
 *
 * @throws when the bytes of one no longer have their SHA-256.
 */
export function* readEverySnapshot(connection: Connection): Generator<Snapshot> {
  for (let after = 0; ; ) {
    const next = connection.first(nextArticle, { after });
    if (!next) return;
    after = next.id;
    const snapshot = readSnapshot(connection, next.key);
    if (snapshot) yield snapshot;
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
