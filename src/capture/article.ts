/** From received bytes to an article with its snapshot. */
import { createHash } from 'node:crypto';
import type { Article, Attempt, Capture, Snapshot } from '../model.ts';
import { decodePage, decodeText } from './decode.ts';
import { readPasted } from './pasted/index.ts';
import { Refused } from './refused.ts';
import { binaryKind, looksLikePage } from './sniff.ts';

/** Bytes as they came in, and what is known of them. */
export interface Received {
  readonly bytes: Uint8Array;
  /** What `bytes` are when they came packed; the same as `bytes` otherwise. */
  readonly content: Uint8Array;
  readonly kind: 'page' | 'text' | 'markdown';
  readonly mediaType: string;
  /** The encoding that the server declared, or null. */
  readonly charset: string | null;
  readonly location: string;
  /** The address it was fetched from, or null for files. */
  readonly url: string | null;
  /** Where the address led and what the server said; absent for files. */
  readonly answer?: Answer;
}

/** What is kept of an answer beside its bytes. */
export type Answer = Pick<Attempt, 'redirects' | 'status'> & Pick<Snapshot, 'headers'>;

export function takeSnapshot(
  bytes: Uint8Array,
  mediaType: string,
  location: string,
  now: Date,
  answer?: Answer,
): Snapshot {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { redirects, status, headers } = answer ?? {};
  return {
    bytes,
    sha256,
    mediaType,
    location,
    capturedAt: now.toISOString(),
    ...(redirects && { redirects }),
    ...(typeof status === 'number' && { status }),
    ...(headers && { headers }),
  };
}

/** Refuses bytes that are no text. @throws Refused 'empty', 'binary' */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refused('empty', 'it is empty');
  const kind = binaryKind(bytes);
  if (kind) throw new Refused('binary', `it is ${kind}, not text or HTML`);
}

/** Reads a page. What reads pages is half of what capture loads, and lines of JSON need none of it. */
async function articleOfPage(html: string, url: string | null): Promise<Omit<Article, 'id'>> {
  const { readPage } = await import('./page/index.ts');
  return readPage(html, url);
}

async function fromPage(received: Received): Promise<Omit<Article, 'id'>> {
  const { html, broken } = decodePage(received.content, received.charset);
  if (!html.trim()) throw new Refused('empty', 'it holds nothing but white space');
  const article = html.includes('<')
    ? await articleOfPage(html, received.url)
    : { ...readPasted(html), language: null, url: received.url };
  if (broken && `${article.text}${article.title}`.includes('\ufffd')) {
    throw new Refused('bad encoding', 'bytes of its text are not valid in the encoding that it declares');
  }
  return article;
}

async function fromText(received: Received): Promise<Omit<Article, 'id'>> {
  const text = decodeText(received.content, received.charset, received.url === null);
  if (!text.trim()) throw new Refused('empty', 'it holds nothing but white space');
  if (received.kind === 'text' && looksLikePage(text) && text.includes('</')) return articleOfPage(text, received.url);
  // Markdown's headings lose their marks, so that the first can be told as the headline.
  const article = readPasted(received.kind === 'markdown' ? text.replace(/^#{1,6}[ \t]+/gm, '') : text);
  return { ...article, language: null, url: received.url ?? article.url };
}

/**
 * Makes a capture of received bytes.
 *
 * @throws Refused when they hold no article
 */
export async function toCapture(received: Received, id: string, now: Date): Promise<Capture> {
  refuseBinary(received.content);
  const about = await (received.kind === 'page' ? fromPage(received) : fromText(received));
  return {
    article: { id, ...about },
    snapshot: takeSnapshot(received.bytes, received.mediaType, received.location, now, received.answer),
  };
}
