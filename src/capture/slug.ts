/** Readable ids for addresses. */
import { sha256Of } from './digest.ts';

const LONGEST = 100;

/**
 * An id for an address: host and path as words ("https://www.kalvin.example/world/talks-fail.html" →
 * "kalvin.example-world-talks-fail"). Different addresses get different ids: what the words leave out (a query, a long
 * path, other marks) is told apart by a few digits of a hash.
 */
export function slugOf(address: string): string {
  const url = new URL(address);
  const host = url.hostname.replace(/^www\./, '') + (url.port ? `-${url.port}` : '');
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    // A path that is no UTF-8 stays as it is.
  }
  const words = path
    .replace(/\.(?:html?|php|aspx?|jsp|shtml)$/i, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join('-')
    .toLowerCase();
  const slug = words ? `${host}-${words}` : host;
  const plain = !url.search && slug.length <= LONGEST && /^[\p{L}\p{N}/.-]*$/u.test(path);
  if (plain) return slug;
  return `${slug.slice(0, LONGEST)}-${sha256Of(address).slice(0, 8)}`;
}
