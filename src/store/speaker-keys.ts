import { type Connection, prepared } from './connection.ts';
import { keyFor } from './keys.ts';
import { build } from './schema.ts';

const byDigest = prepared((v: { digest: string }) =>
  build.selectFrom('speaker').select('id').where('digest', '=', v.digest),
);
const byAlias = prepared((v: { digest: string }) =>
  build.selectFrom('speaker_alias').select('speaker_id as id').where('digest', '=', v.digest),
);
const insertAlias = prepared((v: { digest: string; id: number }) =>
  build.insertInto('speaker_alias').values({ digest: v.digest, speaker_id: v.id }),
);
/** Digests that begin with a key: "g" comes after all hexadecimal digits. */
const byAliasKey = prepared((v: { from: string; to: string }) =>
  build
    .selectFrom('speaker_alias')
    .select('speaker_id as id')
    .where('digest', '>=', v.from)
    .where('digest', '<', v.to)
    .orderBy('digest')
    .limit(1),
);
const byKey = prepared((v: { key: string }) => build.selectFrom('speaker').select('id').where('key', '=', v.key));

/** The speaker of a digest, or the first that had the name of it. Whoever that is, it stays so as articles come in. */
export function speakerOfDigest(connection: Connection, digest: string): number | undefined {
  return (connection.first(byDigest, { digest }) ?? connection.first(byAlias, { digest }))?.id;
}

/** Keeps that a speaker was the first to have the name of this digest, unless another was. */
export function keepName(connection: Connection, digest: string, id: number): void {
  if (speakerOfDigest(connection, digest) === undefined) connection.run(insertAlias, { digest, id });
}

/**
 * The row of the speaker of just this key, merged or not. The key that a speaker of another spelling would have leads to
 * whoever first had that spelling: so the addresses of two who became one lead to that one.
 */
export function speakerOfKey(connection: Connection, key: string): number | undefined {
  const own = connection.first(byKey, { key })?.id;
  if (own !== undefined || !/^[0-9a-f]{12,64}$/.test(key)) return own;
  return connection.first(byAliasKey, { from: key, to: `${key}g` })?.id;
}

/** The key for a new speaker of this digest. */
export function newSpeakerKey(connection: Connection, digest: string): string {
  return keyFor(digest, (candidate) => connection.first(byKey, { key: candidate }) !== undefined);
}
