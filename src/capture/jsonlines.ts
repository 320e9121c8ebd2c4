/** JSON Lines: one article a line, its text taken verbatim. */
import type { Article, Capture, Refusal } from '../model.ts';
import { takeSnapshot } from './article.ts';
import { creditInData } from './credit.ts';
import { toIsoDate } from './furniture/index.ts';
import { bytesOf, decodeLine, splitLines } from './lines.ts';
import { Refused, refusal } from './refused.ts';

const MEDIA_TYPE = 'application/x-ndjson';
const LONGEST_ID = 500;
/** Of a title, a byline and an outlet, in characters: each statement of an article is given with them. */
const LONGEST_NAME = 2_000;

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

/** What stands above a text or beside it, and not a text itself. */
function named(fields: Fields, name: string): string | null {
  const value = optional(fields, name);
  if (value !== null && value.length > LONGEST_NAME)
    throw bad(`its "${name}" is longer than ${LONGEST_NAME} characters`);
  return value;
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
  const outlet = named(fields, 'outlet');
  const credit = creditInData(fields, outlet);
  return {
    id,
    title: named(fields, 'title'),
    byline: named(fields, 'byline'),
    published: publishedOf(fields),
    outlet,
    language: optional(fields, 'language'),
    url: urlOf(fields),
    ...(credit === null ? {} : { credit }),
    text: required(fields, 'text'),
  };
}

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
      const bytes = bytesOf(raw, longest);
      const line = decodeLine(bytes);
      if (!line.trim()) continue;
      const article = readArticle(line);
      yield { article, snapshot: takeSnapshot(bytes, MEDIA_TYPE, input, now()) };
    } catch (error) {
      yield refusal(input, error);
    }
  }
}
