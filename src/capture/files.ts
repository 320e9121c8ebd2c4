/** Files and folders. */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Received } from './article.ts';
import { Refused } from './refused.ts';
import { type Kind, MEDIA_TYPES } from './sniff.ts';

/** What a file holds: one article of some kind, perhaps packed, or many articles. */
type FileKind = Kind | 'packed page' | 'warc' | 'wacz';

const ENDINGS: readonly (readonly [ending: string, kind: FileKind, mediaType: string])[] = [
  ['.txt', 'text', 'text/plain'],
  ['.md', 'markdown', 'text/markdown'],
  ['.markdown', 'markdown', 'text/markdown'],
  ['.html', 'page', 'text/html'],
  ['.htm', 'page', 'text/html'],
  ['.html.gz', 'packed page', 'application/gzip'],
  ['.htm.gz', 'packed page', 'application/gzip'],
  ['.jsonl', 'lines', 'application/x-ndjson'],
  ['.ndjson', 'lines', 'application/x-ndjson'],
  ['.mhtml', 'mhtml', MEDIA_TYPES.mhtml],
  ['.mht', 'mhtml', MEDIA_TYPES.mhtml],
  ['.pdf', 'pdf', MEDIA_TYPES.pdf],
  ['.docx', 'docx', MEDIA_TYPES.docx],
  ['.warc', 'warc', 'application/warc'],
  ['.warc.gz', 'warc', 'application/warc'],
  ['.wacz', 'wacz', 'application/wacz'],
];
const KNOWN = ENDINGS.map(([ending]) => ending).join(', ');

const endingOf = (path: string): (typeof ENDINGS)[number] | undefined =>
  ENDINGS.find(([ending]) => path.toLowerCase().endsWith(ending) && basename(path).length > ending.length);

const isKnownFile = (path: string): boolean => endingOf(path) !== undefined;

/** What a file of many articles is, by its ending: JSON Lines or a web archive; null for a file of one article. */
export function manyIn(path: string): 'lines' | 'warc' | 'wacz' | null {
  const kind = endingOf(path)?.[1];
  return kind === 'lines' || kind === 'warc' || kind === 'wacz' ? kind : null;
}

/** A file's name without its endings. */
export function idOfFile(path: string): string {
  const name = basename(path);
  return name.slice(0, name.length - (endingOf(name)?.[0].length ?? 0));
}

const unknownKind = (): Refused =>
  new Refused('wrong type', `its ending says nothing of what it holds; these are read: ${KNOWN}`);

/** Tells a folder from a file. @throws Refused 'wrong type' for what is neither; errors of the system */
export async function isFolder(path: string): Promise<boolean> {
  const about = await stat(path);
  if (about.isDirectory()) return true;
  if (!about.isFile()) throw new Refused('wrong type', 'it is neither a file nor a folder');
  if (!isKnownFile(path)) throw unknownKind();
  return false;
}

/** A file within a folder, why a folder could not be looked into, or a file that is left out. */
export type Found =
  | { readonly path: string }
  | { readonly path: string; readonly error: unknown }
  | { readonly path: string; readonly leftOut: string };

/** The ending of a file that is not read, as it is counted; long ones are no endings. */
function unknownEnding(name: string): string {
  const ending = extname(name).toLowerCase();
  return ending.length > 1 && ending.length <= 12 ? ending : 'without an ending';
}

/**
 * Walks a folder, in the order of names; gives the files whose endings are known, and names the others. Hidden files and
 * folders are passed over, and links to folders are not followed, because they can lead round in a circle.
 */
export async function* walk(folder: string): AsyncGenerator<Found> {
  let entries: Awaited<ReturnType<typeof list>>;
  try {
    entries = await list(folder);
  } catch (error) {
    yield { path: folder, error };
    return;
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      yield* walk(path);
      continue;
    }
    const leadsTo = entry.isSymbolicLink() ? await linked(path) : 'file';
    if (leadsTo === 'folder') yield { path, leftOut: 'links to folders' };
    else if (leadsTo === 'other' || !(entry.isFile() || entry.isSymbolicLink())) yield { path, leftOut: 'devices' };
    else if (isKnownFile(path)) yield { path };
    else yield { path, leftOut: unknownEnding(entry.name) };
  }
}

/** Where a link leads; one that leads nowhere counts as a file, so that it is refused by name. */
const linked = (path: string): Promise<'file' | 'folder' | 'other'> =>
  stat(path).then(
    (about) => (about.isFile() ? 'file' : about.isDirectory() ? 'folder' : 'other'),
    () => 'file',
  );

/** What SQLite keeps beside a database while it is open: it comes and goes. */
const BESIDE_A_DATABASE = /-(?:wal|shm|journal)$/;

async function list(folder: string) {
  const entries = await readdir(folder, { withFileTypes: true });
  const shown = entries.filter(({ name }) => !name.startsWith('.') && !BESIDE_A_DATABASE.test(name));
  return shown.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
}

const tooLarge = (most: number): Refused => new Refused('too large', `it is larger than ${most} bytes`);

/** Reads a file of at most `most` bytes; one that grows while it is read is not followed. */
async function readBounded(path: string, most: number): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    if (size > most) throw tooLarge(most);
    const bytes = Buffer.alloc(size);
    let length = 0;
    while (length < size) {
      const { bytesRead } = await file.read(bytes, length, size - length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    return bytes.subarray(0, length);
  } finally {
    await file.close();
  }
}

/** Unpacks gzip data into at most `most` bytes; no more than that is ever inflated. */
export async function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array> {
  if (bytes.length === 0) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(most);
    throw new Refused('wrong type', `it is not whole gzip data: ${(error as Error).message}`);
  }
}

/**
 * Reads a file that holds one article.
 *
 * @param most how many bytes it may have, packed or unpacked
 * @throws Refused 'too large', 'wrong type'; errors of the system
 */
export async function readFile(path: string, most: number): Promise<Received> {
  return receive(path, await readBounded(path, most), most);
}

/**
 * The bytes of a file that holds one article, read by the ending of its name.
 *
 * @param most how many bytes it may have, packed or unpacked
 * @throws Refused 'too large'; 'wrong type' where the ending says nothing, or that it holds many articles
 */
export async function receive(name: string, bytes: Uint8Array, most: number): Promise<Received> {
  const ending = endingOf(name);
  if (!ending) throw unknownKind();
  if (manyIn(name)) throw new Refused('wrong type', 'it holds many articles');
  if (bytes.length > most) throw tooLarge(most);
  const [, kind, mediaType] = ending;
  return {
    bytes,
    content: kind === 'packed page' ? await unpack(bytes, most) : bytes,
    kind: kind === 'packed page' ? 'page' : (kind as Received['kind']),
    mediaType,
    charset: null,
    location: name,
    url: null,
  };
}

/** Opens a file as a stream of bytes. */
export const streamFile = (path: string): AsyncIterable<Uint8Array> =>
  createReadStream(path, { highWaterMark: 256 * 1024 });
