/** Sites, told by the hosts of addresses. */

/** A host without what only tells one form of a site from another. */
const bareHost = (url: string): string => new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '');

/** Whether two addresses are of one site: the same host, "www.", "m." and "amp." aside, or one below the other. */
export function sameSite(a: string, b: string): boolean {
  const [x, y] = [bareHost(a), bareHost(b)];
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
}

/** An address's host as a name: "https://www.karsk.example/a" → "karsk.example". Null for what is no address of the net. */
export const hostAsName = (url: string): string | null =>
  URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? bareHost(url) : null;
