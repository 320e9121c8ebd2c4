/** JSON Lines: one article a line, its text taken verbatim. */
import type { Article, Capture, Refusal } from '../model.ts';
import { takeSnapshot } from './article.ts';
import { toIsoDate } from './furniture/index.ts';
import { Refused, refusal } from './refused.ts';

const MEDIA_TYPE = 'application/x-ndjson';
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const LONGEST_ID = 500;

/** One line of a stream, or null in place of bytes where it is longer than allowed. */
interface RawLine {
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** Splits a stream at line feeds. Never holds more than one line of `longest` bytes and one chunk. */
async function* splitLines(stream: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<RawLine> {
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

type Fields = Readonly<Record<string, unknown>>;

const bad = (reason: string): Refused => new Refused('bad line', reason);

function parseObject(line: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw bad(`it is not JSON (${(error as Error).message.slice(0, 200)})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw bad('it is not a JSON object with "id" and "text"');
  }
  return value as Fields;
}

function required(fields: Fields, name: string): string {
  const value = fields[name];
  if (value === undefined || value === null) throw bad(`it has no "${name}"`);
  if (typeof value !== 'string') throw bad(`its "${name}" is not a string`);
  if (!value.trim()) throw bad(`its "${name}" is empty`);
  if (!value.isWellFormed()) throw bad(`its "${name}" holds half a character (a lone surrogate)`);
  if (value.includes('\0')) throw bad(`its "${name}" holds a NUL character`);
  return value;
}

/** An absent, null or blank value is null. */
function optional(fields: Fields, name: string): string | null {
  const value = fields[name];
  if (value === undefined || value === null || (typeof value === 'string' && !value.trim())) return null;
  return required(fields, name);
}

function publishedOf(fields: Fields): string | null {
  const value = optional(fields, 'published');
  const date = value === null ? null : toIsoDate(value);
  if (value !== null && !date)
    throw bad(`its "published" is not a date that is certain (write YYYY-MM-DD): ${value.slice(0, 60)}`);
  return date;
}

function urlOf(fields: Fields): string | null {
  const value = optional(fields, 'url');
  if (value !== null && !(URL.canParse(value) && /^https?:$/.test(new URL(value).protocol))) {
    throw bad('its "url" is not an address that begins with http:// or https://');
  }
  return value;
}

function readArticle(line: string): Article {
  const fields = parseObject(line);
  const id = required(fields, 'id');
  if (id.length > LONGEST_ID) throw bad(`its "id" is longer than ${LONGEST_ID} characters`);
  return {
    id,
    title: optional(fields, 'title'),
    byline: optional(fields, 'byline'),
    published: publishedOf(fields),
    outlet: optional(fields, 'outlet'),
    language: optional(fields, 'language'),
    url: urlOf(fields),
    text: required(fields, 'text'),
  };
}

function decodeLine(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new Refused('binary', 'the line holds NUL bytes, which no text has');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Refused('bad encoding', 'the line is not valid UTF-8');
  }
}

/** Whether bytes begin with the mark of UTF-8, which belongs to the file, not to its first line. */
const isMarked = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/**
 * Reads a stream of JSON Lines, one capture or refusal a line, in order; blank lines are passed over. A line that gives
 * no article does not stop the next.
 *
 * @param location the stream's name; a line's is this, a colon and its number from 1
 * @param longest how many bytes one line may have
 */
export async function* readJsonLines(
  stream: AsyncIterable<Uint8Array>,
  location: string,
  longest: number,
  now: () => Date,
): AsyncGenerator<Capture | Refusal> {
  for await (const raw of splitLines(stream, longest)) {
    const input = `${location}:${raw.number}`;
    try {
      if (!raw.bytes) throw new Refused('too large', `the line is longer than ${longest} bytes`);
      const bytes = raw.number === 1 && isMarked(raw.bytes) ? raw.bytes.subarray(3) : raw.bytes;
      const line = decodeLine(bytes);
      if (!line.trim()) continue;
      const article = readArticle(line);
      yield { article, snapshot: takeSnapshot(bytes, MEDIA_TYPE, input, now()) };
    } catch (error) {
      yield refusal(input, error);
    }
  }
}
