/** Lines of a stream of bytes, of bounded length. */
import { Refused } from './refused.ts';

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/** One line of a stream, or null in place of bytes where it is longer than allowed. */
export interface RawLine {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Splits a stream at line feeds. Never holds more than one line of `longest` bytes and one chunk. */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<RawLine> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    length += part.length;
    if (length > longest) parts = [];
    else parts.push(part);
  };
  const finish = (): RawLine => {
    const whole = length > longest ? null : Buffer.concat(parts);
    const line = { number: number++, bytes: whole?.at(-1) === RETURN ? whole.subarray(0, -1) : whole };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      add(chunk.subarray(from, at));
      yield finish();
      from = at + 1;
    }
    // A copy, so that a short rest does not keep a whole chunk alive.
    if (from < chunk.length) add(chunk.slice(from));
  }
  if (length) yield finish();
}

/** Whether bytes begin with the mark of UTF-8, which belongs to the file, not to its first line. */
const isMarked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/**
 * The bytes of a line, without the mark of UTF-8 that may open a file.
 *
 * @throws Refused 'too large' when it is longer than `longest`
 */
export function bytesOf({ number, bytes }: RawLine, longest: number): Uint8Array {
  if (!bytes) throw new Refused('too large', `the line is longer than ${longest} bytes`);
  return number === 1 && isMarked(bytes) ? bytes.subarray(3) : bytes;
}

/** The text of a line. @throws Refused 'binary', 'bad encoding' */
export function decodeLine(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Refused('binary', 'the line holds NUL bytes, which no text has');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('bad encoding', 'the line is not valid UTF-8');
  }
}
