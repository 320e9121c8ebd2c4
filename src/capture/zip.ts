/** ZIP files, opened with what they may hold kept within bounds. */
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { Refused } from './refused.ts';

/** Archives of whole sites have some hundred. */
const MOST_ENTRIES = 50_000;

const broken = (error: unknown): Refused =>
  new Refused('damaged', `it is no whole ZIP file: ${error instanceof Error ? error.message : String(error)}`);

/** Opens a ZIP, from a file or from bytes. The caller closes what came from a file. @throws Refused; errors of the system */
export async function openZip(from: string | Uint8Array): Promise<ZipFile> {
  const options = { lazyEntries: true, autoClose: false };
  let zip: ZipFile;
  try {
    zip = await (typeof from === 'string' ? openPromise(from, options) : fromBufferPromise(Buffer.from(from), options));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).syscall) throw error;
    throw broken(error);
  }
  if (zip.entryCount <= MOST_ENTRIES) return zip;
  zip.close();
  throw new Refused('too large', `it holds ${zip.entryCount} files, more than ${MOST_ENTRIES}`);
}

/** The entries of a ZIP, in their order. @throws Refused 'damaged' */
export async function* entriesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    yield* zip.eachEntry();
  } catch (error) {
    throw broken(error);
  }
}

/** The bytes of an entry as they unpack. @throws Refused 'encrypted', 'damaged' */
export async function* streamEntry(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) throw new Refused('encrypted', 'it is locked with a password: save it without one');
  try {
    yield* await zip.openReadStreamPromise(entry);
  } catch (error) {
    throw broken(error);
  }
}

/** An entry as a whole, of at most `most` bytes. @throws Refused 'too large', and what `streamEntry` throws */
export async function readEntry(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const tooLarge = new Refused('too large', `what it holds unpacks to more than ${most} bytes`);
  if (entry.uncompressedSize > most) throw tooLarge;
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of streamEntry(zip, entry)) {
    length += part.length;
    if (length > most) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
