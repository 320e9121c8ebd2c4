/** What the headers of an answer say. */
import type { IncomingHttpHeaders } from 'node:http';
import { MIMEType } from 'node:util';

/** Headers by lower-case name; those given several times joined by ", ". */
export type Headers = Readonly<Record<string, string>>;

/** A server that wants to be left alone for longer has not thought about it; the next attempt will hear so again. */
const LONGEST_RETRY_S = 86_400;

/** The headers without cookies, which are not kept: every attempt comes as a stranger. */
export function readHeaders(headers: IncomingHttpHeaders): Headers {
  const given = Object.entries(headers).filter(([name, value]) => name !== 'set-cookie' && value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value!]));
}

/**
 * Seconds that a `Retry-After` (RFC 9110, 10.2.3: seconds or a date) asks for, a day at most; null when there is none or it
 * says neither.
 *
 * @param now milliseconds since 1970
 */
export function readRetryAfter(header: string | undefined, now: number): number | null {
  const value = header?.trim() ?? '';
  if (!value) return null;
  if (/^\d+$/.test(value)) return Math.min(LONGEST_RETRY_S, Number(value));
  // Date.parse takes many other things, "-5" and "1.5" among them.
  const date = /^[A-Za-z]{3,9},? /.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(date)) return null;
  return Math.min(LONGEST_RETRY_S, Math.max(0, Math.ceil((date - now) / 1_000)));
}

/** A header that can be sent back as it came, or null: printable ASCII, not too long. */
export const readValidator = (header: string | undefined): string | null =>
  header !== undefined && /^[\x20-\x7e]{1,1000}$/.test(header) ? header : null;

export interface DeclaredType {
  /** Lower case, without parameters ("text/html"). */
  readonly essence: string;
  readonly charset: string | null;
}

/** The type that a server declares; null when it declares none, or what is none. */
export function readType(header: string | undefined): DeclaredType | null {
  try {
    const type = new MIMEType(header ?? '');
    return { essence: type.essence, charset: type.params.get('charset') };
  } catch {
    return null;
  }
}
