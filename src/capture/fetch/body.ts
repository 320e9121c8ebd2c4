/** Bodies, unpacked and counted as they come. */
import { pipeline, Readable, type Transform } from 'node:stream';
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
} from 'node:zlib';
import { Refused } from '../refused.ts';

export interface BodyBounds {
  /** Of the body, unpacked or not. */
  readonly maxBytes: number;
  /** What becomes of a body that is larger: `refuse` it, or `cut` it there (a robots.txt counts as far as it is read). */
  readonly larger: 'refuse' | 'cut';
}

type Bytes = AsyncIterable<Uint8Array>;

/** Nobody packs a page more often on purpose. */
const MOST_PACKINGS = 2;

/** As browsers tell them apart: what is called "deflate" comes with the header of zlib (RFC 1950), or without (RFC 1951). */
const inflate = (first: Uint8Array): Transform => ((first[0]! & 0x0f) === 8 ? createInflate() : createInflateRaw());

/** What unpacks each packing; chosen by the first bytes. */
const UNPACKERS: Readonly<Record<string, (first: Uint8Array) => Transform>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  deflate: inflate,
  br: () => createBrotliDecompress(),
  // RFC 9659: for the way, a window of 8 MB at most.
  zstd: () => createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } }),
};

/** The packings that are asked for. */
export const ACCEPTED_PACKINGS = 'gzip, deflate, br, zstd';

const tooLarge = (most: number): Refused => new Refused('too large', `it is larger than ${most} bytes`);

async function* counted(source: Bytes, { maxBytes, larger }: BodyBounds): AsyncGenerator<Uint8Array> {
  let left = maxBytes;
  for await (const part of source) {
    if (part.length > left && larger === 'refuse') throw tooLarge(maxBytes);
    yield part.subarray(0, left);
    left -= part.length;
    if (left < 0) return;
  }
}

async function* rejoin(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

async function* unpacked(source: Bytes, packing: string): AsyncGenerator<Uint8Array> {
  const parts = source[Symbol.asyncIterator]();
  const first = await parts.next();
  if (first.done) return;
  const unpacker = UNPACKERS[packing]!(first.value);
  // An error of the source destroys the unpacker with it, and leaving the loop early destroys the source.
  pipeline(Readable.from(rejoin(first.value, parts)), unpacker, () => undefined);
  try {
    yield* unpacker as Bytes;
  } catch (error) {
    throw isPackingError(error) ? brokenPacking(packing, error) : error;
  }
}

/** Whether an error comes from an unpacker of node:zlib: "Z_DATA_ERROR", "ERR__ERROR_FORMAT_…", "ZSTD_error_…". */
const isPackingError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  /^(?:Z_|ERR__ERROR_|ERR_BROTLI|ZSTD_|ERR_ZLIB)/.test((error as { code?: string }).code ?? '');

const brokenPacking = (packing: string, { code }: NodeJS.ErrnoException): Refused =>
  code === 'Z_BUF_ERROR'
    ? new Refused('unreachable', `its body, packed as ${packing}, ends before it is complete`)
    : new Refused('unreachable', `its server says that the body is packed as ${packing}, and it is not, or is broken`);

/** The packings in the order in which they were put on. @throws Refused 'wrong type' for those that cannot be undone */
function readPackings(header: string | undefined): string[] {
  const packings = (header ?? '')
    .toLowerCase()
    .split(',')
    .map((packing) => packing.trim())
    .filter((packing) => packing !== '' && packing !== 'identity');
  const unknown = packings.find((packing) => !Object.hasOwn(UNPACKERS, packing));
  if (unknown !== undefined)
    throw new Refused('wrong type', `its body is packed in a way that is not known: ${unknown.slice(0, 50)}`);
  if (packings.length > MOST_PACKINGS)
    throw new Refused('wrong type', `its body is packed ${packings.length} times over`);
  return packings;
}

/**
 * Reads a body to its end and unpacks it (RFC 9110, 8.4: gzip, deflate, br, zstd, and two of them over each other).
 * Bounded is what goes in and what comes out of every unpacking, while it comes: a bomb is given up where the bound is.
 *
 * @throws Refused 'too large', 'wrong type', 'unreachable'; errors of the connection
 */
export async function readBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  bounds: BodyBounds,
): Promise<Uint8Array> {
  const packings = readPackings(headers['content-encoding']);
  if (bounds.larger === 'refuse' && Number(headers['content-length']) > bounds.maxBytes)
    throw tooLarge(bounds.maxBytes);
  let source: Bytes = counted(body, bounds);
  for (const packing of packings.reverse()) source = counted(unpacked(source, packing), bounds);
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}
