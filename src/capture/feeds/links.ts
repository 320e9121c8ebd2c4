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

/**
 * As `httpAddress`, as feeds write them: line breaks within are taken out with the spaces around them, and references that
 * were escaped twice are resolved.
 *
 * @param base absolute
 */
export const addressWithin = (value: string, base: string): string | null =>
  httpAddress(
    decodeHTMLStrict(value.slice(0, 2 * LIMITS.address))
      .replace(/<!\[CDATA\[|\]\]>/g, '')
      .replace(/ *[\r\n\t]\s*/g, ''),
    base,
  );

/** As `addressWithin`, for a value that may as well be no address: only what begins as one is. */
export const fullAddress = (value: string): string | null =>
  /^\s*https?:\/\//i.test(value) ? addressWithin(value, 'http://invalid.invalid/') : null;
