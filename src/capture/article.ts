/** From received bytes to an article with its snapshot. */
import type { Article, Attempt, Capture, PageDetails, Post, Snapshot } from '../model.ts';
import { creditLine } from './credit.ts';
import { decodePage, decodeText } from './decode.ts';
import { sha256Of } from './digest.ts';
import { type PastedArticle, readPasted } from './pasted/index.ts';
import { Refused } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
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
  /** Where the address led and what the server said; absent for files. */
  readonly answer?: Answer;
  /** Who had the article first, by the feed that announced it. */
  readonly publisher?: string;
}

/** What is kept of an answer beside its bytes. */
export type Answer = Pick<Attempt, 'status'> & Pick<Snapshot, 'redirects' | 'headers'>;

export function takeSnapshot(
  bytes: Uint8Array,
  mediaType: string,
  location: string,
  now: Date,
  { answer, publisher }: Pick<Received, 'answer' | 'publisher'> = {},
): Snapshot {
  const sha256 = sha256Of(bytes);
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
    ...(publisher !== undefined && { publisher }),
  };
}

/** Refuses bytes that are no text. @throws Refused 'empty', 'binary' */
export function refuseBinary(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refused('empty', 'it is empty');
  const kind = binaryKind(bytes);
  if (kind) throw new Refused('binary', `it is ${kind}, not text or HTML`);
}

/** An article without its id, what only pages tell, and the encoding in which its bytes were read where that was guessed. */
interface Told {
  readonly article: Omit<Article, 'id'>;
  readonly page?: PageDetails;
  readonly posts?: readonly Post[];
  readonly guessedEncoding?: string;
}

/** What a document's parts may unpack to. */
const MOST_UNPACKED = 50_000_000;

const guess = (guessed: string | null) => (guessed === null ? {} : { guessedEncoding: guessed });

/** An article of pasted words. They say nothing of their language. */
const pasted = (about: PastedArticle, url: string | null): Told => ({
  article: { ...about, language: null, url: url ?? about.url },
});

/** Reads a page. What reads pages is half of what capture loads, and lines of JSON need none of it. */
async function articleOfPage(html: string, url: string | null, rules: readonly SiteRule[]): Promise<Told> {
  const { readPage } = await import('./page/index.ts');
  const { details, posts, ...article } = readPage(html, url, rules);
  return { article, page: details, ...(posts.length > 0 ? { posts } : {}) };
}

/** Reads a page's bytes. @param url the address it was fetched or saved from, or null */
async function fromPage(
  bytes: Uint8Array,
  charset: string | null,
  url: string | null,
  rules: readonly SiteRule[],
): Promise<Told> {
  const { text: html, broken, guessed } = decodePage(bytes, charset);
  if (!html.trim()) throw new Refused('empty', 'it holds nothing but white space');
  const told = html.includes('<')
    ? await articleOfPage(html, url, rules)
    : { article: { ...readPasted(html), language: null, url } };
  if (broken && `${told.article.text}${told.article.title}`.includes('\ufffd')) {
    throw new Refused('bad encoding', 'bytes of its text are not valid in the encoding that it declares');
  }
  return { ...told, ...guess(guessed) };
}

async function fromText({ content, charset, url, kind }: Received, rules: readonly SiteRule[]): Promise<Told> {
  const { text, guessed } = decodeText(content, charset, url === null);
  if (!text.trim()) throw new Refused('empty', 'it holds nothing but white space');
  if (kind === 'text' && looksLikePage(text) && text.includes('</')) {
    return { ...(await articleOfPage(text, url, rules)), ...guess(guessed) };
  }
  if (kind === 'markdown') {
    const { readMarkdown } = await import('./documents/markdown.ts');
    const about = readMarkdown(text);
    return { article: { ...about, url: url ?? about.url }, ...guess(guessed) };
  }
  return { ...pasted(readPasted(text), url), ...guess(guessed) };
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
async function fromDocument({ content, kind, url }: Received, rules: readonly SiteRule[]): Promise<Told> {
  if (kind === 'mhtml') {
    const { readMhtml } = await import('./documents/mhtml.ts');
    const page = readMhtml(Buffer.from(content));
    return fromPage(page.bytes, page.charset, url ?? page.url, rules);
  }
  return pasted(await (kind === 'pdf' ? articleOfPdf(content) : articleOfDocx(content)), url);
}

function read(received: Received, rules: readonly SiteRule[]): Promise<Told> {
  const { content, kind, charset, url } = received;
  if (content.length === 0) throw new Refused('empty', 'it is empty');
  if (kind === 'pdf' || kind === 'docx' || kind === 'mhtml') return fromDocument(received, rules);
  refuseBinary(content);
  return kind === 'page' ? fromPage(content, charset, url, rules) : fromText(received, rules);
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
  const { article, ...about } = await read(received, rules);
  const credit = creditLine([article.credit, received.publisher], article.outlet);
  return {
    article: { id, ...article, ...(credit === null ? {} : { credit }) },
    ...about,
    snapshot: takeSnapshot(received.bytes, received.mediaType, received.location, now, received),
  };
}
