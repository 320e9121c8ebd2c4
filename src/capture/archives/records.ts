/** Records of WARC files (ISO 28500, WARC/1.0 and 1.1), read from a stream one after the other. */
import { Refused } from '../refused.ts';
import { BrokenArchive } from './broken.ts';
import { asPieces, ByteReader } from './bytes.ts';
import { isGzip, unpackMembers } from './members.ts';

/** The head of a record is no longer than this. */
const LONGEST_HEAD = 64 * 1024;

/** One record. Its block is to be read, or left alone, before the next is asked for. */
export interface WarcRecord {
  /** Its named fields, in lower case; of a field that is given twice, the first. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where it begins: the byte of the file; of packed ones the byte at which the member begins that it was packed in. */
  readonly at: number;
  /** How many bytes its block has, by its own account. */
  readonly length: number;
  /** Looks at the beginning of the block, at most `count` bytes. @throws BrokenArchive when the file ends within it */
  head(count: number): Promise<Buffer>;
  /** The whole block, to be asked once. @throws BrokenArchive when the file ends within it */
  block(): Promise<Buffer>;
}

/** Lines of a head as named fields; a line that begins with white space goes on with the field above it (RFC 2616). */
export function readFields(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of lines) {
    if (/^[ \t]/.test(line) && name) {
      fields.set(name, `${fields.get(name)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    name = colon > 0 ? line.slice(0, colon).trim().toLowerCase() : '';
    if (fields.has(name)) name = '';
    if (name) fields.set(name, line.slice(colon + 1).trim());
  }
  return fields;
}

/** Where a head ends: the index behind its empty line, or -1. */
export function endOfHead(bytes: Buffer): number {
  const returns = bytes.indexOf('\r\n\r\n');
  const feeds = bytes.indexOf('\n\n');
  if (returns < 0 && feeds < 0) return -1;
  return returns >= 0 && (feeds < 0 || returns < feeds) ? returns + 4 : feeds + 2;
}

/** Why there is no more: what broke the stream off, or that the file ends. */
const cut = (reader: ByteReader, at: number, what: string): unknown =>
  reader.failure ??
  new BrokenArchive(`it is cut short: it ends within ${what} of the record that begins at byte ${at}`);

/** Takes the head of the next record, its empty line included. */
async function takeHead(reader: ByteReader, at: number): Promise<Buffer> {
  for (let count = 2048; ; count *= 2) {
    const length = await reader.fill(count);
    const end = endOfHead(reader.peek(LONGEST_HEAD));
    if (end >= 0) return reader.take(end);
    if (length < count) throw cut(reader, at, 'the head');
    if (count >= LONGEST_HEAD) {
      throw new BrokenArchive(`the head of the record at byte ${at} is longer than ${LONGEST_HEAD} bytes`);
    }
  }
}

/** Passes over the line breaks between records. @returns whether there is a next record */
async function toNext(reader: ByteReader): Promise<boolean> {
  if (await reader.skipAny(0x0a, 0x0d)) return true;
  if (reader.failure) throw reader.failure;
  return false;
}

/** What stands where a record should begin; at the beginning of a file it tells that this is no WARC at all. */
async function refuseOther(reader: ByteReader, at: number, first: boolean): Promise<void> {
  await reader.fill(5);
  const begun = reader.peek(5).toString('latin1');
  if (begun === 'WARC/') return;
  if (begun.length < 5 && 'WARC/'.startsWith(begun)) throw cut(reader, at, 'the head');
  if (first) throw new Refused('wrong type', 'it is no WARC file: it does not begin with “WARC/”');
  throw new BrokenArchive(`no record begins at byte ${at}, where the one before it should end`);
}

/**
 * Reads the records of a WARC, plain or packed by gzip (each record for itself, or all of it). Holds one head, and the
 * block that is asked for.
 *
 * @throws BrokenArchive where the file is cut or broken, after the records before that; Refused 'wrong type'
 */
export async function* readRecords(stream: AsyncIterable<Uint8Array>): AsyncGenerator<WarcRecord> {
  const outer = new ByteReader(asPieces(stream));
  await outer.fill(2);
  const packed = isGzip(outer.peek(2));
  const reader = packed ? new ByteReader(unpackMembers(restOf(outer))) : outer;
  try {
    for (let number = 0; await toNext(reader); number++) {
      const at = packed ? reader.origin : reader.position;
      await refuseOther(reader, at, number === 0);
      const fields = readFields((await takeHead(reader, at)).toString('utf8').split(/\r?\n/).slice(1));
      const given = fields.get('content-length') ?? '';
      if (!/^\d{1,15}$/.test(given)) {
        throw new BrokenArchive(`the record at byte ${at} does not say how long it is (Content-Length)`);
      }
      const length = Number(given);
      const end = reader.position + length;
      yield recordIn(reader, fields, at, length);
      const left = end - reader.position;
      if ((await reader.skip(left)) < left) throw cut(reader, at, 'the block');
    }
  } finally {
    await reader.close();
    await outer.close();
  }
}

/** The record whose block the reader has come to. */
const recordIn = (reader: ByteReader, fields: ReadonlyMap<string, string>, at: number, length: number): WarcRecord => ({
  fields,
  at,
  length,
  async head(count) {
    const wanted = Math.min(count, length);
    if ((await reader.fill(wanted)) < wanted) throw cut(reader, at, 'the block');
    return reader.peek(wanted);
  },
  async block() {
    const block = await reader.take(length);
    if (block.length < length) throw cut(reader, at, 'the block');
    return block;
  },
});

/** All that a reader still holds and gets. */
async function* restOf(reader: ByteReader) {
  for (;;) {
    const at = reader.position;
    const bytes = await reader.takeSome(64 * 1024);
    if (bytes.length > 0) yield { bytes, at };
    else if (reader.failure) throw reader.failure;
    else return;
  }
}
