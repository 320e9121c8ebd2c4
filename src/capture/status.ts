/** What the status of a web server's answer means to people. */
import { Refused } from './refused.ts';

/** @throws Refused 'not found', 'refused', 'unreachable' for any status that does not bring a page */
export function checkStatus(status: number, statusText = ''): void {
  const words = `${status} ${statusText}`.trim();
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new Refused('not found', `the server has no such page (${words})`);
  if (status >= 400 && status < 500) throw new Refused('refused', `the server refused to give it (${words})`);
  throw new Refused('unreachable', `the server failed (${words})`);
}
