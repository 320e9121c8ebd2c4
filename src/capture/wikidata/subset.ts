/**
 * A part of a dump of Wikidata in a file: an entity a line, as JSON Lines or as the JSON array of the official dumps
 * (`[`, entities with a comma behind each, `]`), plain or packed. Read as a stream, however large.
 */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline, type Transform } from 'node:stream';
import { createGunzip, createZstdDecompress } from 'node:zlib';
import { plainWords } from '../../text/index.ts';
import { bytesOf, decodeLine, splitLines } from '../lines.ts';
import { Refused, refusal } from '../refused.ts';
import type { Cache } from './cache.ts';
import { type Entity, readEntity } from './entity.ts';
import { type WikidataError, wikidataError } from './error.ts';

/** The longest entities of Wikidata have some megabytes. */
const LONGEST_LINE = 32_000_000;
const CHUNK = 256 * 1024;
const UNPACK: Readonly<Record<string, () => Transform>> = {
  gz: createGunzip,
  zst: createZstdDecompress,
};

/** One line that holds an item, or why it holds none; lines of other entities are passed over. */
export type SubsetLine = { readonly entity: Entity } | { readonly line: number; readonly reason: string };

/** What became of a subset. */
export interface Indexed {
  readonly items: number;
  /** Lines that held nothing readable, and the first of them in words for people. */
  readonly unread: number;
  readonly firstUnread: string | null;
}

/** How far the reading of a file is. */
export type OnProgress = (items: number) => void;

/**
 * A name as subsets are looked up by, without case and marks. Names of three words and more are also entered without what
 * stands between the first and the last.
 */
export function nameKeys(name: string): string[] {
  const words = plainWords(name);
  if (words.length === 0) return [];
  const whole = words.join(' ');
  return words.length > 2 ? [whole, `${words[0]} ${words.at(-1)}`] : [whole];
}

function parseLine(text: string, language: string): Entity | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new Refused('bad line', `it is not JSON (${(error as Error).message.slice(0, 100)})`);
  }
  const id = (json as { id?: unknown } | null)?.id;
  if (typeof id !== 'string') throw new Refused('bad line', 'it is no entity of Wikidata: it has no “id”');
  return readEntity(json, language);
}

/**
 * Reads the items of a dump. Holds one line of at most 32 MB; a line that cannot be read does not stop the next.
 *
 * @param language of labels, descriptions and aliases ("en")
 */
export async function* readSubset(stream: AsyncIterable<Uint8Array>, language: string): AsyncGenerator<SubsetLine> {
  for await (const raw of splitLines(stream, LONGEST_LINE)) {
    try {
      const text = decodeLine(bytesOf(raw, LONGEST_LINE)).trim().replace(/,$/, '');
      if (text === '' || text === '[' || text === ']') continue;
      const entity = parseLine(text, language);
      if (entity) yield { entity };
    } catch (error) {
      yield { line: raw.number, reason: refusal('', error).reason };
    }
  }
}

/** The bytes of a file, unpacked as its ending says. */
function open(path: string): AsyncIterable<Uint8Array> {
  const file = createReadStream(path, { highWaterMark: CHUNK });
  const unpack = UNPACK[/\.(gz|zst)$/i.exec(path)?.[1]?.toLowerCase() ?? ''];
  // Errors of either end the reading of the last.
  return unpack ? pipeline(file, unpack(), () => undefined) : file;
}

/** A file that holds a subset, as far as can be told without reading it. */
export interface SubsetFile {
  readonly path: string;
  readonly language: string;
  /** Milliseconds since 1970. */
  readonly modified: number;
  /** Differs when the file has changed. */
  readonly stamp: string;
}

const unreadable = (path: string, error: unknown): WikidataError =>
  wikidataError(`The part of Wikidata in ${path} could not be read`, error);

/** Looks at a file. @throws WikidataError when it is not there, or its name says that it is none of those that are read */
export async function lookAtSubset(path: string, language: string): Promise<SubsetFile> {
  try {
    if (!/\.(?:json|jsonl|ndjson)(?:\.(?:gz|zst))?$/i.test(path))
      throw new Refused(
        'wrong type',
        'its name must end in .json, .jsonl or .ndjson, with .gz or .zst behind where it is packed (unpack others first)',
      );
    const about = await stat(path);
    if (!about.isFile()) throw new Refused('wrong type', 'it is no file');
    const stamp = `${about.size} bytes of ${about.mtime.toISOString()}, ${language}`;
    return { path, language, modified: Math.floor(about.mtimeMs), stamp };
  } catch (error) {
    throw unreadable(path, new Error(refusal(path, error).reason));
  }
}

async function fill(cache: Cache, { path, language, modified }: SubsetFile, onProgress: OnProgress): Promise<Indexed> {
  let items = 0;
  let unread = 0;
  let firstUnread: string | null = null;
  for await (const line of readSubset(open(path), language)) {
    if ('entity' in line) {
      const { entity } = line;
      const names = [entity.label ?? '', ...entity.aliases].flatMap(nameKeys);
      cache.enter(entity, names, modified);
      if (++items % 1_000 === 0) onProgress(items);
    } else {
      unread++;
      firstUnread ??= `${path}:${line.line}: ${line.reason}`;
    }
  }
  if (items === 0)
    throw new Refused(
      'empty',
      `it holds no item of Wikidata${firstUnread ? ` (${firstUnread.replace(/\.$/, '')})` : ''}`,
    );
  return { items, unread, firstUnread };
}

/**
 * Enters a subset into a cache by the names of its items, unless the same file (by size and time) is in it. All or
 * nothing: a subset that breaks off, or a process that is killed, leaves what was there before.
 *
 * @returns null when it was there already
 * @throws WikidataError
 */
export async function indexSubset(cache: Cache, file: SubsetFile, onProgress: OnProgress): Promise<Indexed | null> {
  if (cache.stamp() === file.stamp) return null;
  let indexed: Indexed | null = null;
  try {
    await cache.replaceAll(file.stamp, async () => {
      indexed = await fill(cache, file, onProgress);
    });
  } catch (error) {
    throw unreadable(file.path, error);
  }
  return indexed;
}
