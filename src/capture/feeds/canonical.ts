/** One address for one article, as far as addresses can tell. */

/**
 * Query parameters that tell where a reader came from and nothing of the article, in lower case. Only what is certain stands
 * here: "ref", "source", "cid" or "id" name articles on some sites.
 */
export const TRACKING_PARAMETERS: ReadonlySet<string> = new Set(
  [
    // Advertising
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid twclid ttclid li_fat_id igshid igsh epik srsltid s_kwcid ef_id _openstat',
    // Newsletters
    'mc_cid mc_eid _hsenc _hsmi mkt_tok oly_enc_id oly_anon_id vero_id wickedid emc',
    // Measurement
    '_ga _gl xtor wt_mc wt.mc_id wt.tsrc ito icid ocid cmp cmpid ftag smid smtyp sr_share traffic_source __twitter_impression',
  ].flatMap((names) => names.split(' ')),
);

/** Beginnings of such parameters: Google Analytics and its kin, and what broadcasters add. */
export const TRACKING_PREFIXES: readonly string[] = ['utm_', 'mtm_', 'pk_', 'piwik_', 'matomo_', 'hsa_', 'ns_', 'at_'];

/** Parameters that ask for the AMP form of the same page, with the values by which they do. */
const AMP_PARAMETERS: Readonly<Record<string, RegExp>> = { amp: /^(?:1|true)?$/i, outputtype: /^amp$/i };

function nameAndValue(parameter: string): readonly [name: string, value: string] {
  const at = parameter.indexOf('=');
  const written = at < 0 ? parameter : parameter.slice(0, at);
  const value = at < 0 ? '' : parameter.slice(at + 1);
  try {
    return [decodeURIComponent(written).toLowerCase(), value];
  } catch {
    return [written.toLowerCase(), value];
  }
}

function isIdle(parameter: string): boolean {
  const [name, value] = nameAndValue(parameter);
  if (TRACKING_PARAMETERS.has(name) || TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix))) return true;
  return Object.hasOwn(AMP_PARAMETERS, name) && AMP_PARAMETERS[name]!.test(value);
}

/** Caches of AMP pages, whose paths hold the address of the page itself. */
const CACHES: readonly (readonly [host: RegExp, path: RegExp])[] = [
  [/^[a-z0-9-]+\.cdn\.ampproject\.org$/, /^\/[cv]\/(s\/)?([a-z0-9.-]+\.[a-z0-9-]{2,}(?:\/.*)?)$/i],
  [/^(?:www\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/, /^\/amp\/(s\/)?([a-z0-9.-]+\.[a-z0-9-]{2,}(?:\/.*)?)$/i],
];

/** The page that an AMP cache shows, or null. */
function cached({ hostname, pathname, search }: URL): URL | null {
  for (const [host, path] of CACHES) {
    const match = host.test(hostname) ? path.exec(pathname) : null;
    if (match) return URL.parse(`${match[1] ? 'https' : 'http'}://${match[2]}${search}`);
  }
  return null;
}

/**
 * The address without what only tells where a reader came from: tracking parameters, the fragment (but for "#!", which some
 * sites take for a path), default ports, capitals in the host, and caches of AMP pages. What may name another article stays:
 * the host, the path with "index.html" and its last stroke, and every other parameter in its order. "/amp" at the end of a
 * path stays too: an article may be called so.
 *
 * @returns a value that is no http or https address as it is
 */
export function canonicalUrl(address: string): string {
  const given = URL.parse(address);
  if (!given || !/^https?:$/.test(given.protocol)) return address;
  const url = cached(given) ?? given;
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((parameter) => parameter && !isIdle(parameter));
  url.search = kept.length ? `?${kept.join('&')}` : '';
  if (!url.hash.startsWith('#!')) url.hash = '';
  return url.href;
}

/**
 * Whether two addresses are certainly of one article: their canonical forms are the same but for the scheme, "www." and a
 * last stroke.
 */
export function sameArticleUrl(a: string, b: string): boolean {
  const [first, second] = [a, b].map((address) =>
    canonicalUrl(address).replace(/^https?:\/\/(?:www\.)?([^?#]*?)\/?(?=[?#]|$)/, '$1'),
  );
  return first === second;
}
