/** Answers of web servers as archives keep them (RFC 9112): the head, and the body without the packing of its way. */
import { MIMEType, promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw, zstdDecompress } from 'node:zlib';
import { Refused } from '../refused.ts';
import { looksLikePage } from '../sniff.ts';
import { isGzip } from './members.ts';
import { endOfHead, readFields } from './records.ts';

/** The head of an answer is no longer than this. */
export const LONGEST_HTTP_HEAD = 64 * 1024;
/** No server packs a body more often. */
const MOST_CODINGS = 4;

export interface HttpHead {
  readonly status: number;
  /** In lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Where the body begins. */
  readonly end: number;
}

/** Reads the head of an answer from its first bytes. @throws Refused 'damaged' */
export function readHttpHead(bytes: Buffer): HttpHead {
  const end = endOfHead(bytes);
  const lines = bytes.subarray(0, Math.max(end, 0)).toString('latin1').split(/\r?\n/);
  const status = /^HTTP\/\d(?:\.\d)? +(\d{3})\b/.exec(lines[0] ?? '')?.[1];
  if (!status) throw new Refused('damaged', 'its record holds no answer of a web server');
  return { status: Number(status), fields: readFields(lines.slice(1)), end };
}

export interface DeclaredType {
  /** The media type alone ("text/html"), or null where none is declared or it is none. */
  readonly essence: string | null;
  readonly charset: string | null;
}

/** Reads a Content-Type. */
export function readContentType(value: string | undefined): DeclaredType {
  try {
    const type = new MIMEType(value ?? '');
    return { essence: type.essence, charset: type.params.get('charset') };
  } catch {
    return { essence: null, charset: null };
  }
}

/** A line that gives the size of the next piece is no longer, with all that it may say besides. */
const LONGEST_SIZE = 1024;

/** Joins the pieces of a body sent in pieces. A body that is in none was joined by whoever kept it. */
function joinChunks(bytes: Buffer): Buffer {
  const joined = Buffer.alloc(bytes.length);
  let [length, at] = [0, 0];
  while (at < bytes.length) {
    const line = bytes.subarray(at, at + LONGEST_SIZE);
    const end = line.indexOf('\n');
    const size = /^([\da-f]{1,8})[ \t]*(?:;|\r?$)/i.exec(line.toString('latin1', 0, Math.max(end, 0)))?.[1];
    // What is no piece is the rest as it is: all of it where there was none before.
    if (end < 0 || !size) return at === 0 ? bytes : Buffer.concat([joined.subarray(0, length), bytes.subarray(at)]);
    const wanted = Number.parseInt(size, 16);
    if (wanted === 0) break;
    const begin = at + end + 1;
    length += bytes.copy(joined, length, begin, begin + wanted);
    at = begin + wanted;
    if (bytes[at] === 0x0d) at++;
    if (bytes[at] === 0x0a) at++;
  }
  return joined.subarray(0, length);
}

type Unpack = (bytes: Buffer, most: number) => Promise<Buffer>;
const unpackers: Readonly<Record<string, Unpack>> = {
  gzip: (bytes, most) => promisify(gunzip)(bytes, { maxOutputLength: most }),
  br: (bytes, most) => promisify(brotliDecompress)(bytes, { maxOutputLength: most }),
  zstd: (bytes, most) => promisify(zstdDecompress)(bytes, { maxOutputLength: most }),
  // Some servers leave out the frame that the standard asks for (RFC 9110, 8.4.1.2).
  deflate: (bytes, most) =>
    promisify((bytes[0]! & 0x0f) === 8 ? inflate : inflateRaw)(bytes, { maxOutputLength: most }),
};

/** Whether a body that is declared to be packed is not: archives often keep it unpacked under its old head. */
const isUnpacked = (bytes: Buffer, coding: string): boolean =>
  bytes.length === 0 ||
  (coding === 'gzip' ? !isGzip(bytes) : looksLikePage(bytes.subarray(0, 4096).toString('latin1')));

async function unpackOnce(bytes: Buffer, coding: string, most: number): Promise<Buffer> {
  const unpack = unpackers[coding];
  if (!unpack) throw new Refused('wrong type', `its body is packed in a way that is not known: ${coding.slice(0, 40)}`);
  if (isUnpacked(bytes, coding)) return bytes;
  try {
    return await unpack(bytes, most);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_BUFFER_TOO_LARGE') throw new Refused('too large', `it unpacks to more than ${most} bytes`);
    throw new Refused('damaged', `its body is not the ${coding} data that it should be (${message})`);
  }
}

/**
 * The body of an answer as its reader gets it: joined, and unpacked into at most `most` bytes.
 *
 * @throws Refused 'too large', 'damaged', 'wrong type'
 */
export async function readHttpBody(block: Buffer, { fields, end }: HttpHead, most: number): Promise<Buffer> {
  const codings = (name: string): string[] =>
    (fields.get(name) ?? '')
      .toLowerCase()
      .split(',')
      .map((coding) => coding.trim().replace(/^x-/, ''))
      .filter((coding) => coding && coding !== 'identity');
  const sent = codings('transfer-encoding');
  let body: Buffer = block.subarray(end);
  if (sent.includes('chunked')) body = joinChunks(body);
  const packed = [...codings('content-encoding'), ...sent.filter((coding) => coding !== 'chunked')];
  if (packed.length > MOST_CODINGS) throw new Refused('too large', `its body is packed ${packed.length} times`);
  for (const coding of packed.reverse()) body = await unpackOnce(body, coding, most);
  return body;
}
