/** From received bytes to an article with its snapshot. */
import { createHash } from 'node:crypto';
import type { Article, Capture, PageDetails, Post, Snapshot } from '../model.ts';
import { decodePage, decodeText } from './decode.ts';
import { readPasted } from './pasted/index.ts';
import { Refused } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
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

/** An article without its id, and what only pages tell. */
interface Told {
  readonly article: Omit<Article, 'id'>;
  readonly page?: PageDetails;
  readonly posts?: readonly Post[];
}

/** Reads a page. What reads pages is half of what capture loads, and lines of JSON need none of it. */
async function articleOfPage(html: string, url: string | null, rules: readonly SiteRule[]): Promise<Told> {
  const { readPage } = await import('./page/index.ts');
  const { details, posts, ...article } = readPage(html, url, rules);
  return { article, page: details, ...(posts.length > 0 ? { posts } : {}) };
}

async function fromPage(received: Received, rules: readonly SiteRule[]): Promise<Told> {
  const { html, broken } = decodePage(received.content, received.charset);
  if (!html.trim()) throw new Refused('empty', 'it holds nothing but white space');
  const told = html.includes('<')
    ? await articleOfPage(html, received.url, rules)
    : { article: { ...readPasted(html), language: null, url: received.url } };
  if (broken && `${told.article.text}${told.article.title}`.includes('\ufffd')) {
    throw new Refused('bad encoding', 'bytes of its text are not valid in the encoding that it declares');
  }
  return told;
}

async function fromText(received: Received, rules: readonly SiteRule[]): Promise<Told> {
  const text = decodeText(received.content, received.charset, received.url === null);
  if (!text.trim()) throw new Refused('empty', 'it holds nothing but white space');
  if (received.kind === 'text' && looksLikePage(text) && text.includes('</')) {
    return articleOfPage(text, received.url, rules);
  }
  // Markdown's headings lose their marks, so that the first can be told as the headline.
  const article = readPasted(received.kind === 'markdown' ? text.replace(/^#{1,6}[ \t]+/gm, '') : text);
  return { article: { ...article, language: null, url: received.url ?? article.url } };
}

/**
 * Makes a capture of received bytes.
 *
 * @param rules the user's own rules for pages
 * @throws Refused when they hold no article
 */
export async function toCapture(
  received: Received,
  id: string,
  now: Date,
  rules: readonly SiteRule[],
): Promise<Capture> {
  refuseBinary(received.content);
  const { article, ...about } = await (received.kind === 'page'
    ? fromPage(received, rules)
    : fromText(received, rules));
  return {
    article: { id, ...article },
    ...about,
    snapshot: takeSnapshot(received.bytes, received.mediaType, received.location, now),
  };
}
