/** Certificates made on the spot (X.509 v3 in DER, RFC 5280), so that no key is kept and none expires. */
import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const tlv = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};
const sequence = (...parts: readonly Uint8Array[]): Buffer => tlv(0x30, ...parts);
const oid = (hex: string): Buffer => tlv(0x06, Buffer.from(hex, 'hex'));
const time = (date: Date): Buffer => tlv(0x18, Buffer.from(`${date.toISOString().replace(/[-:T]|\.\d+/g, '')}`));

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const COMMON_NAME = '550403';
const ALT_NAME = '551d11';
const BASIC_CONSTRAINTS = '551d13';

const nameOf = (name: string): Buffer => sequence(tlv(0x31, sequence(oid(COMMON_NAME), tlv(0x0c, Buffer.from(name)))));
const extension = (id: string, value: Uint8Array): Buffer => sequence(oid(id), tlv(0x04, value));

const DAY_MS = 86_400_000;
const fromNow = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY_MS);

/** A key with its certificate, as `tls.createServer` takes them; `sign` makes certificates of this authority. */
export interface Certified {
  readonly key: string;
  readonly cert: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

/**
 * Makes a key and a certificate for it.
 *
 * @param issuer who signs it; itself when left out
 * @param days from when to when it is valid, counted from now
 */
export function certify(
  name: string,
  { hosts = [], days = [-1, 1], issuer }: { hosts?: string[]; days?: [number, number]; issuer?: Certified } = {},
): Certified {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const isAuthority = hosts.length === 0;
  const extensions = isAuthority
    ? extension(BASIC_CONSTRAINTS, sequence(tlv(0x01, Buffer.from([0xff]))))
    : extension(ALT_NAME, sequence(...hosts.map((host) => tlv(0x82, Buffer.from(host)))));
  const toBeSigned = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.from([1]), randomBytes(8)),
    ECDSA_WITH_SHA256,
    nameOf(issuer?.name ?? name),
    sequence(...days.map((day) => time(fromNow(day)))),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(extensions)),
  );
  const signature = sign('sha256', toBeSigned, issuer?.privateKey ?? privateKey);
  const der = sequence(toBeSigned, ECDSA_WITH_SHA256, tlv(0x03, Buffer.from([0]), signature));
  const lines = der
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return {
    name,
    privateKey,
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}
