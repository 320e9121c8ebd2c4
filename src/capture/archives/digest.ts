/** Digests of records: `algorithm:value` in hexadecimal or in base 32 (RFC 4648), as tools write either. */
import { createHash } from 'node:crypto';
import { Refused } from '../refused.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  md5: 'md5',
  sha1: 'sha1',
  sha256: 'sha256',
  'sha-256': 'sha256',
};
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base 32 without the padding. */
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ['', 0, 0];
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xfff;
    bits += 8;
    for (; bits >= 5; bits -= 5) text += LETTERS[(held >>> (bits - 5)) & 31];
  }
  return bits > 0 ? text + LETTERS[(held << (5 - bits)) & 31] : text;
}

/** Holds a block against the digest that its record gives; one of an unknown algorithm says nothing. @throws Refused */
export function checkDigest(block: Uint8Array, given: string | undefined): void {
  const [, name = '', value = ''] = /^([\w-]+):([\w=]+)$/.exec(given ?? '') ?? [];
  const algorithm = ALGORITHMS[name.toLowerCase()];
  if (!algorithm) return;
  const digest = createHash(algorithm).update(block).digest();
  const plain = value.replace(/=+$/, '');
  if (plain.toLowerCase() === digest.toString('hex') || plain.toUpperCase() === base32(digest)) return;
  throw new Refused(
    'damaged',
    'its bytes are not those that were archived: they do not have the digest of their record',
  );
}
