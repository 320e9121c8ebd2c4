/** What the status of a web server's answer means to people. */
import { Refused } from './refused.ts';

/** What a server says, with the number by which it says so. */
export const statusWords = (status: number, what: string): string => `${what} (status ${status})`;

/**
 * @param retryAfter how many seconds the server wants to be left alone; null where it does not say
 * @throws Refused for a status that brings no page
 */
export function refuseStatus(status: number, retryAfter: number | null): void {
  const refuse = (code: Refused['code'], what: string): never => {
    const later = retryAfter === null ? '' : `; it asks to be left alone for ${retryAfter} seconds`;
    throw new Refused(code, statusWords(status, what) + later);
  };
  if (status === 204 || status === 205) refuse('empty', 'the server says that there is nothing to read');
  if (status === 206) refuse('unreachable', 'the server gives a part of it, though all was asked for');
  if (status >= 200 && status < 300) return;
  if (status === 304) refuse('unreachable', 'the server says that it has not changed, though that was not asked');
  if (status === 402) refuse('paywalled', 'the server wants to be paid for it');
  if (status === 404 || status === 410) refuse('not found', 'the server has no such page');
  if (status === 429) refuse('refused', 'the server is asked more often than it allows');
  if (status >= 400 && status < 500) refuse('refused', 'the server refused to give it');
  refuse('unreachable', 'the server failed');
}
