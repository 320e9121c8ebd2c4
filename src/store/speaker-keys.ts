import { type Connection, prepared } from './connection.ts';
import { keyFor } from './keys.ts';
import { build } from './schema.ts';

const byDigest = prepared((v: { digest: string }) =>
  build.selectFrom('speaker').select(['id', 'found_name']).where('digest', '=', v.digest),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('speaker').select('id').where('key', '=', v.key));

/** The speaker of a digest, with the name that articles give it, null where only a correction names it. */
export function speakerOfDigest(
  connection: Connection,
  digest: string,
): { id: number; found_name: string | null } | undefined {
  return connection.first(byDigest, { digest });
}

/** The row of the speaker of just this key, merged or not. */
export function speakerOfKey(connection: Connection, key: string): number | undefined {
  return connection.first(byKey, { key })?.id;
}

/** The key for a new speaker of this digest. */
export function newSpeakerKey(connection: Connection, digest: string): string {
  return keyFor(digest, (candidate) => speakerOfKey(connection, candidate) !== undefined);
}
