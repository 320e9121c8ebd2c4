/** From received bytes to an article with its snapshot. */
import { createHash } from 'node:crypto';
import type { Article, Capture, Snapshot } from '../model.ts';
import { decodePage, decodeText } from './decode.ts';
import { type PastedArticle, readPasted } from './pasted/index.ts';
import { Refused } from './refused.ts';
import { binaryKind, type Kind, looksLikePage } from './sniff.ts';

/** Bytes as they came in, and what is known of them. */
export interface Received {
  readonly bytes: Uint8Array;
  /** What `bytes` are when they came packed; the same as `bytes` otherwise. */
  readonly content: Uint8Array;
  readonly kind: Exclude<Kind, 'lines'>;
  readonly mediaType: string;
  /** The encoding that the server declared, or null. */
  readonly charset: string | null;
  readonly location: string;
  /** The address it was fetched from, or null for files. */
  readonly url: string | null;
}

export function takeSnapshot(bytes: Uint8Array, mediaType: string, location: string, now: Date): Snapshot {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { bytes, sha256, mediaType, location, capturedAt: now.toISOString() };
}

/** Refuses bytes that are no text. @throws Refused 'empty', 'binary' */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refused('empty', 'it is empty');
  const kind = binaryKind(bytes);
  if (kind) throw new Refused('binary', `it is ${kind}, not text or HTML`);
}

/** An article as its bytes tell it, and the encoding they were read in where that was guessed. */
interface Reading {
  readonly about: Omit<Article, 'id'>;
  readonly guessed: string | null;
}

/** What a document's parts may unpack to. */
const MOST_UNPACKED = 50_000_000;

/** Reads a page. What reads pages is half of what capture loads, and lines of JSON need none of it. */
async function articleOfPage(html: string, url: string | null): Promise<Omit<Article, 'id'>> {
  const { readPage } = await import('./page/index.ts');
  return readPage(html, url);
}

/** Reads a page's bytes. @param url the address it was fetched or saved from, or null */
async function fromPage(bytes: Uint8Array, charset: string | null, url: string | null): Promise<Reading> {
  const { text: html, broken, guessed } = decodePage(bytes, charset);
  if (!html.trim()) throw new Refused('empty', 'it holds nothing but white space');
  const about = html.includes('<') ? await articleOfPage(html, url) : { ...readPasted(html), language: null, url };
  if (broken && `${about.text}${about.title}`.includes('\ufffd')) {
    throw new Refused('bad encoding', 'bytes of its text are not valid in the encoding that it declares');
  }
  return { about, guessed };
}

async function fromText({ content, charset, url, kind }: Received): Promise<Reading> {
  const { text, guessed } = decodeText(content, charset, url === null);
  if (!text.trim()) throw new Refused('empty', 'it holds nothing but white space');
  if (kind === 'text' && looksLikePage(text) && text.includes('</')) {
    return { about: await articleOfPage(text, url), guessed };
  }
  if (kind === 'markdown') {
    const { readMarkdown } = await import('./documents/markdown.ts');
    const about = readMarkdown(text);
    return { about: { ...about, url: url ?? about.url }, guessed };
  }
  const about = readPasted(text);
  return { about: { ...about, language: null, url: url ?? about.url }, guessed };
}

async function articleOfPdf(bytes: Uint8Array): Promise<PastedArticle> {
  const { readPdf } = await import('./documents/pdf/index.ts');
  return readPdf(bytes);
}

async function articleOfDocx(bytes: Uint8Array): Promise<PastedArticle> {
  const { readDocx } = await import('./documents/docx.ts');
  return readDocx(bytes, MOST_UNPACKED);
}

/** Reads a document whose text is in no one encoding. Each kind loads what it needs. */
async function fromDocument({ content, kind, url }: Received): Promise<Reading> {
  if (kind === 'mhtml') {
    const { readMhtml } = await import('./documents/mhtml.ts');
    const page = readMhtml(Buffer.from(content));
    return fromPage(page.bytes, page.charset, url ?? page.url);
  }
  const about = await (kind === 'pdf' ? articleOfPdf(content) : articleOfDocx(content));
  return { about: { ...about, language: null, url: url ?? about.url }, guessed: null };
}

function read(received: Received): Promise<Reading> {
  const { content, kind, charset, url } = received;
  if (content.length === 0) throw new Refused('empty', 'it is empty');
  if (kind === 'pdf' || kind === 'docx' || kind === 'mhtml') return fromDocument(received);
  refuseBinary(content);
  return kind === 'page' ? fromPage(content, charset, url) : fromText(received);
}

/**
 * Makes a capture of received bytes.
 *
 * @throws Refused when they hold no article
 */
export async function toCapture(received: Received, id: string, now: Date): Promise<Capture> {
  const { about, guessed } = await read(received);
  return {
    article: { id, ...about },
    snapshot: takeSnapshot(received.bytes, received.mediaType, received.location, now),
    ...(guessed === null ? {} : { guessedEncoding: guessed }),
  };
}
