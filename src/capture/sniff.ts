/** What bytes are, told from the bytes themselves. */
import { unmarkedUtf16 } from './encoding.ts';
import { Refused } from './refused.ts';

const MAGIC: readonly (readonly [what: string, start: string])[] = [
  ['a PDF document', '%PDF-'],
  ['a PNG picture', '\x89PNG'],
  ['a JPEG picture', '\xff\xd8\xff'],
  ['a GIF picture', 'GIF8'],
  ['a TIFF picture', 'II*\0'],
  ['a ZIP archive or an office document', 'PK\x03\x04'],
  ['gzip data', '\x1f\x8b'],
  ['a 7z archive', "7z\xbc\xaf'\x1c"],
  ['a RAR archive', 'Rar!\x1a'],
  ['an xz archive', '\xfd7zXZ'],
  ['a bzip2 archive', 'BZh'],
  ['zstd data', '\x28\xb5\x2f\xfd'],
  ['sound, video or a WebP picture', 'RIFF'],
  ['sound', 'ID3'],
  ['sound or video', 'OggS'],
  ['an old office document', '\xd0\xcf\x11\xe0'],
  ['an RTF document', '{\\rtf'],
  ['a program', '\x7fELF'],
  ['an SQLite database', 'SQLite format 3\0'],
];

const HEAD = 16_384;
const latin1 = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');
export const hasUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Names the kind of data when bytes are no text ("a PDF document"), or gives null. */
export function binaryKind(bytes: Uint8Array): string | null {
  const head = latin1(bytes, 32);
  const magic = MAGIC.find(([, start]) => head.startsWith(start));
  if (magic) return magic[0];
  if (head.slice(4, 8) === 'ftyp') return 'video';
  const isText = hasUtf16Mark(bytes) || unmarkedUtf16(bytes) !== null;
  return !isText && bytes.subarray(0, HEAD).includes(0) ? 'binary data' : null;
}

/** What holds articles: a page, a text, Markdown, JSON Lines, a PDF, a Word document, a page saved with all its parts. */
export type Kind = 'page' | 'text' | 'markdown' | 'lines' | 'pdf' | 'docx' | 'mhtml';

/** What each kind is called where nothing else says it. */
export const MEDIA_TYPES: Readonly<Record<Kind, string>> = {
  page: 'text/html',
  text: 'text/plain',
  markdown: 'text/markdown',
  lines: 'application/x-ndjson',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  mhtml: 'multipart/related',
};

/** What is read of all that servers and files are declared to be. */
export const KINDS_BY_TYPE: Readonly<Record<string, Kind>> = {
  'text/html': 'page',
  'application/xhtml+xml': 'page',
  'text/plain': 'text',
  'text/markdown': 'markdown',
  'application/x-ndjson': 'lines',
  'application/jsonl': 'lines',
  'application/jsonlines': 'lines',
  'application/pdf': 'pdf',
  'application/x-pdf': 'pdf',
  [MEDIA_TYPES.docx]: 'docx',
  'multipart/related': 'mhtml',
  'message/rfc822': 'mhtml',
  'application/x-mimearchive': 'mhtml',
};

/** Whether bytes begin as a WARC does, or as gzip data, which may be one. */
export const isArchive = (bytes: Uint8Array): boolean =>
  latin1(bytes, 5) === 'WARC/' || (bytes[0] === 0x1f && bytes[1] === 0x8b);

/** How a PDF and a ZIP file begin. */
const DOCUMENTS = ['%PDF-', 'PK\x03\x04'];

/** Whether bytes begin as a PDF or a Word document does: binary, and read all the same. */
export const isDocument = (bytes: Uint8Array): boolean =>
  DOCUMENTS.some((start) => latin1(bytes, start.length) === start);

/** Whether an input is an address rather than a path. */
export const isAddress = (input: string): boolean => /^[a-z][a-z0-9+.-]*:\/\//i.test(input);

/** The fields that a page saved in one file begins with. */
const MESSAGE =
  /^(?:(?:from|subject|date|mime-version|content-type|snapshot-content-location|x-[\w-]+): .*(?:\r?\n[ \t].*)*\r?\n)+/i;

/**
 * Tells JSON Lines, a page, a text, Markdown (a headline marked with # or fields between lines of hyphens), a PDF, a Word
 * document or a saved page by how the bytes begin.
 *
 * @throws Refused 'wrong type' for JSON that is not JSON Lines
 */
export function sniffKind(bytes: Uint8Array): Kind {
  const head = latin1(bytes, HEAD)
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04')) return 'docx';
  if (/multipart\/related/i.test(MESSAGE.exec(head)?.[0] ?? '')) return 'mhtml';
  if (/^\{[ \t]*"/.test(head)) return 'lines';
  if (/^(?:\{\s*"|\[\s*[[{"])/.test(head)) {
    throw new Refused('wrong type', 'it is JSON, but not JSON Lines: give one object with "id" and "text" a line');
  }
  if (looksLikePage(head)) return 'page';
  return /^(?:#[ \t]+\S|---[ \t]*\r?\n[\w-]+:[ \t])/.test(head) ? 'markdown' : 'text';
}

/** Whether text is markup rather than words: a document, or a fragment that begins with an element. */
export const looksLikePage = (text: string): boolean =>
  /^(?:\s|<!--[^>]*-->|<\?xml[^>]*>)*<(?:!doctype html|html|head|body|article|main|section|div|p|h1|meta|title|script|link)\b/i.test(
    text.slice(0, HEAD),
  );
