/** A page as a browser holds it, handed over by whoever looks at it (a bookmarklet, another program). */
import type { Capture, Refusal } from '../model.ts';
import { toCapture } from './article.ts';
import { Refused, refusal } from './refused.ts';
import { slugOf } from './slug.ts';

/** What is handed over. */
export interface Posted {
  /** The page's address; what stands behind "#" in it is left out. */
  readonly url: string;
  /** The page's markup, as the browser has it. */
  readonly html: string;
  /** When the browser gave it. */
  readonly capturedAt: Date;
}

const LONGEST_ADDRESS = 2_000;

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

/**
 * Makes a capture of a page that was handed over. Its snapshot is the markup in UTF-8: a browser has no other bytes of a
 * page that it has already read, and what encoding the page declared is past. Reads nothing from outside.
 *
 * @param mostBytes how large the markup may be in UTF-8; default 20 million
 * @returns a refusal, by the address given, where it holds no article
 */
export async function capturePosted(posted: Posted, mostBytes = 20_000_000): Promise<Capture | Refusal> {
  try {
    const url = addressOf(posted.url);
    if (Number.isNaN(posted.capturedAt.getTime())) throw new Refused('refused', 'it does not say when it was captured');
    if (!posted.html.isWellFormed()) {
      throw new Refused('bad encoding', 'its markup holds half a character (a lone surrogate)');
    }
    const bytes = Buffer.from(posted.html);
    if (bytes.length > mostBytes) throw new Refused('too large', `it is larger than ${mostBytes} bytes`);
    const mediaType = 'text/html; charset=utf-8';
    const received = { bytes, content: bytes, kind: 'page', mediaType, charset: 'utf-8', location: url, url } as const;
    return await toCapture(received, slugOf(url), posted.capturedAt, []);
  } catch (error) {
    return refusal(posted.url.slice(0, LONGEST_ADDRESS), error);
  }
}
