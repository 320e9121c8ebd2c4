/** Gzip data of any length, unpacked member by member (RFC 1952). */
import { crc32, createInflateRaw } from 'node:zlib';
import { BrokenArchive } from './broken.ts';
import { ByteReader, type Piece } from './bytes.ts';

/** How much is unpacked at a time: what a bomb among the data can make of memory is bounded by it. */
const CHUNK = 64 * 1024;
/** How much of a member's end is held back until it was checked: more than what may follow a record's block. */
const HELD_BACK = 4096;
/** A member's name and comment are no longer than this. */
const LONGEST_HEAD = 64 * 1024;
const TRAILER = 8;

const [HAS_CRC, HAS_EXTRA, HAS_NAME, HAS_COMMENT] = [2, 4, 8, 16];

/** Whether bytes begin as gzip data does. */
export const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Why there is no more: what broke the stream off, or that the file ends. */
const cut = (reader: ByteReader, at: number): unknown =>
  reader.failure ?? new BrokenArchive(`it is cut short: the gzip data that begins at byte ${at} has no end`);

/** Takes as many bytes as a format says that there are. */
async function exactly(reader: ByteReader, count: number, at: number): Promise<Buffer> {
  const bytes = await reader.take(count);
  if (bytes.length < count) throw cut(reader, at);
  return bytes;
}

/** Passes over text that ends with a NUL byte. */
async function skipText(reader: ByteReader, at: number): Promise<void> {
  for (let length = 0; (await exactly(reader, 1, at))[0] !== 0; length++) {
    if (length > LONGEST_HEAD) throw new BrokenArchive(`the gzip data at byte ${at} has an endless name`);
  }
}

async function skipHead(reader: ByteReader, at: number): Promise<void> {
  const head = await exactly(reader, 10, at);
  if (!isGzip(head) || head[2] !== 8) {
    throw new BrokenArchive(`what stands at byte ${at} is not the gzip data that should be there`);
  }
  const flags = head[3]!;
  if (flags & HAS_EXTRA) await exactly(reader, (await exactly(reader, 2, at)).readUInt16LE(), at);
  if (flags & HAS_NAME) await skipText(reader, at);
  if (flags & HAS_COMMENT) await skipText(reader, at);
  if (flags & HAS_CRC) await exactly(reader, 2, at);
}

/** Inflates from the reader up to where the data ends by itself; what follows is left in the reader. */
async function* inflate(reader: ByteReader, at: number): AsyncGenerator<Buffer> {
  const inflater = createInflateRaw({ chunkSize: CHUNK });
  let given = 0;
  let last: Uint8Array = Buffer.alloc(0);
  const feed = async (): Promise<void> => {
    while (inflater.bytesWritten === given && !inflater.readableEnded && !inflater.destroyed) {
      last = await reader.takeSome(CHUNK);
      if (last.length === 0) break;
      given += last.length;
      await new Promise<void>((resolve) => inflater.write(last, () => resolve()));
    }
    if (!inflater.destroyed) inflater.end();
  };
  feed().catch((error) => inflater.destroy(error));
  try {
    yield* inflater;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'Z_BUF_ERROR') throw cut(reader, at);
    if (code?.startsWith('Z_')) throw new BrokenArchive(`the gzip data at byte ${at} is damaged (${message})`);
    throw error;
  } finally {
    inflater.destroy();
  }
  reader.putBack(last.subarray(last.length - (given - inflater.bytesWritten)));
}

/**
 * Unpacks one member. The end of it is held back until its checksum was found right, so that a record that is packed by
 * itself is never whole before it is known to be sound.
 */
async function* unpackMember(reader: ByteReader, at: number): AsyncGenerator<Piece> {
  await skipHead(reader, at);
  const held: Buffer[] = [];
  let [heldBack, sum, length] = [0, 0, 0];
  for await (const bytes of inflate(reader, at)) {
    held.push(bytes);
    heldBack += bytes.length;
    sum = crc32(bytes, sum);
    length = (length + bytes.length) >>> 0;
    while (heldBack - held[0]!.length >= HELD_BACK) {
      const first = held.shift()!;
      heldBack -= first.length;
      yield { bytes: first, at };
    }
  }
  const trailer = await exactly(reader, TRAILER, at);
  if (trailer.readUInt32LE(0) !== sum || trailer.readUInt32LE(4) !== length) {
    throw new BrokenArchive(`the gzip data at byte ${at} is damaged: its checksum is wrong`);
  }
  if (heldBack > 0) yield { bytes: Buffer.concat(held), at };
}

/**
 * Unpacks gzip data of one member or many, as they stand one behind the other in archives. Zeros that fill up a block
 * at the end are passed over.
 *
 * @throws BrokenArchive with the byte of the file at which the member begins
 */
export async function* unpackMembers(stream: AsyncIterable<Piece>): AsyncGenerator<Piece> {
  const reader = new ByteReader(stream);
  try {
    while (await reader.skipAny(0)) yield* unpackMember(reader, reader.position);
    if (reader.failure) throw reader.failure;
  } finally {
    await reader.close();
  }
}
