/** Addresses in feeds. */
import { decodeHTMLStrict } from 'entities';
import { LIMITS } from './types.ts';

/** An http or https address, absolute; null for any other (`mailto:`, `javascript:`, `urn:`) and for none. */
export function httpAddress(value: string, base?: string): string | null {
  const plain = value.trim();
  if (!plain || plain.length > LIMITS.address) return null;
  const url = URL.parse(plain, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** What stands around addresses and is no part of them: quotation marks, and marks that nobody sees. */
const AROUND = new Set('"\' \u00a0\u200b\u200c\u200d\u200e\u200f\u2060\ufeff');

function withoutAround(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && AROUND.has(text[start]!)) start += 1;
  while (end > start && AROUND.has(text[end - 1]!)) end -= 1;
  return text.slice(start, end);
}

/**
 * As `httpAddress`, as feeds write them: line breaks within are taken out with the spaces around them, and so is what is
 * invisible around it; references that were escaped twice are resolved; "www.…" has only lost its scheme.
 *
 * @param base absolute
 */
export function addressWithin(value: string, base: string): string | null {
  const plain = decodeHTMLStrict(value.slice(0, 2 * LIMITS.address)).replace(/<!\[CDATA\[|\]\]>/g, '');
  const joined = withoutAround(plain.replace(/\s+/g, (space) => (/[\r\n\t]/.test(space) ? '' : space)));
  return httpAddress(/^www\.[^\s/.]+\.[^\s/]{2}/i.test(joined) ? `//${joined}` : joined, base);
}

/** As `addressWithin`, for a value that may as well be no address: only what begins as one is. */
export const fullAddress = (value: string): string | null =>
  /^https?:\/\//i.test(withoutAround(value.trim())) ? addressWithin(value, 'http://invalid.invalid/') : null;
