/** A page handed over by whoever looks at it: as the browser holds it (a bookmarklet), or as the browser saved it. */
import type { Capture, Refusal } from '../model.ts';
import { type Received, toCapture } from './article.ts';
import { Refused, refusal } from './refused.ts';
import type { SiteRule } from './site-rule.ts';
import { slugOf } from './slug.ts';
import { MEDIA_TYPES } from './sniff.ts';

/** A page as the browser holds it. */
export interface PostedPage {
  /** The page's address; what stands behind "#" in it is left out. */
  readonly url: string;
  /** The page's markup, as the browser has it. */
  readonly html: string;
  /** When the browser gave it. */
  readonly capturedAt: Date;
}

/** A page as the browser saved it. */
export interface PostedFile {
  /** The file's name; one that ends in ".mhtml" or ".mht" is MHTML (RFC 2557), any other is a page's markup. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** The page's address; null where the file itself gives it, as MHTML does. */
  readonly url: string | null;
  readonly capturedAt: Date;
}

/** What is handed over. */
export type Posted = PostedPage | PostedFile;

/** How it is read. */
export interface PostedOptions {
  /** How large the markup, in UTF-8, or the file may be; default 20 million bytes. */
  readonly mostBytes?: number;
  /** The user's own rules for pages. */
  readonly rules?: readonly SiteRule[];
}

const LONGEST_ADDRESS = 2_000;
const MHTML_NAME = /\.mht(?:ml)?$/i;

/** @throws Refused for what is no address of a page on the net */
function addressOf(given: string): string {
  if (given.length > LONGEST_ADDRESS)
    throw new Refused('too large', `its address is longer than ${LONGEST_ADDRESS} characters`);
  if (!URL.canParse(given)) throw new Refused('not found', 'it has no valid address');
  const url = new URL(given);
  if (!/^https?:$/.test(url.protocol))
    throw new Refused('refused', 'its address does not begin with http:// or https://');
  if (url.username || url.password) throw new Refused('refused', 'its address holds a user name or a password');
  url.hash = '';
  return url.href;
}

function refuseLarge(size: number, most: number): void {
  if (size > most) throw new Refused('too large', `it is larger than ${most} bytes`);
}

function fromBrowser({ url: given, html }: PostedPage, most: number): Received & { url: string } {
  const url = addressOf(given);
  if (!html.isWellFormed()) {
    throw new Refused('bad encoding', 'its markup holds half a character (a lone surrogate)');
  }
  refuseLarge(html.length, most);
  const bytes = Buffer.from(html);
  refuseLarge(bytes.length, most);
  const mediaType = 'text/html; charset=utf-8';
  return { bytes, content: bytes, kind: 'page', mediaType, charset: 'utf-8', location: url, url };
}

async function ownAddress(bytes: Uint8Array): Promise<string | null> {
  const { readMhtml } = await import('./documents/mhtml.ts');
  return readMhtml(Buffer.from(bytes)).url;
}

async function fromFile({ name, bytes, url: given }: PostedFile, most: number): Promise<Received & { url: string }> {
  refuseLarge(bytes.length, most);
  const kind = MHTML_NAME.test(name) ? 'mhtml' : 'page';
  const url = addressOf(given ?? (kind === 'mhtml' ? await ownAddress(bytes) : null) ?? '');
  return { bytes, content: bytes, kind, mediaType: MEDIA_TYPES[kind], charset: null, location: url, url };
}

const nameOf = (posted: Posted): string => ('html' in posted ? posted.url : (posted.url ?? posted.name));

/**
 * Makes a capture of a page that was handed over. Reads nothing from outside. The snapshot of a page from a browser is the
 * markup in UTF-8: a browser has no other bytes of a page that it has already read, and what encoding the page declared is
 * past. That of a file is the file.
 *
 * @returns a refusal, by the address given or else the file's name, where it holds no article
 */
export async function capturePosted(posted: Posted, options: PostedOptions = {}): Promise<Capture | Refusal> {
  const { mostBytes = 20_000_000, rules = [] } = options;
  try {
    if (Number.isNaN(posted.capturedAt.getTime())) throw new Refused('refused', 'it does not say when it was captured');
    const received = 'html' in posted ? fromBrowser(posted, mostBytes) : await fromFile(posted, mostBytes);
    return await toCapture(received, slugOf(received.url), posted.capturedAt, rules);
  } catch (error) {
    return refusal(nameOf(posted).slice(0, LONGEST_ADDRESS), error);
  }
}
