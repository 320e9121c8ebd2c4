/** A page that another one handed over, as far as it can be trusted: the markup is that page's own, and goes nowhere yet. */
export interface Handed {
  /** The origin that the browser vouches for. */
  readonly origin: string;
  /** The page's address, within that origin. */
  readonly url: string;
  readonly title: string;
  readonly html: string;
  /** ISO 8601 date and time, UTC. */
  readonly capturedAt: string;
}

/** Why a page was not taken, in words for people. */
export interface NotTaken {
  readonly problem: string;
}

/** As large as a capture may be; fewer characters may still be more bytes, which the server sees. */
export const MOST_CHARACTERS = 20_000_000;
const LONGEST_ADDRESS = 2_000;
const LONGEST_TITLE = 300;

const shortened = (words: string): string => (words.length > 100 ? `${words.slice(0, 100)}…` : words);

/**
 * Checks what a window handed over.
 *
 * @param data whatever it sent
 * @param origin the origin it was sent from, as the browser says
 */
export function takeHanded(data: unknown, origin: string, now: Date): Handed | NotTaken {
  const { url, title, html } = (typeof data === 'object' && data !== null ? data : {}) as Record<string, unknown>;
  if (typeof url !== 'string' || typeof title !== 'string' || typeof html !== 'string') {
    return { problem: `What ${origin} handed over is no page.` };
  }
  if (html.length > MOST_CHARACTERS) {
    return { problem: `The page is larger than ${MOST_CHARACTERS.toLocaleString('en-GB')} characters.` };
  }
  if (url.length > LONGEST_ADDRESS) return { problem: `Its address is longer than ${LONGEST_ADDRESS} characters.` };
  const own = URL.canParse(url) ? new URL(url) : null;
  if (!own || !/^https?:$/.test(own.protocol)) {
    return { problem: `Its address does not begin with http:// or https://: ${shortened(url)}` };
  }
  if (own.origin !== origin) return { problem: `The page is one of ${origin}, but says that it is ${shortened(url)}` };
  return { origin, url, title: title.trim().slice(0, LONGEST_TITLE), html, capturedAt: now.toISOString() };
}
