/** Whom publishers credit beside the text: what data, pages and feeds say of it, as one line. */

import { hostAsName, sameSite } from './sites.ts';

/** Names that one article may give; more than these and longer ones are left out. */
const MOST_NAMES = 10;
const LONGEST_NAME = 200;
/** What stands in data where nobody is credited. */
const NOBODY = /^(?:n\/?a|none|null|nil|unknown|undefined|[-–—.]*)$/iu;

/** Fields of data that name whom an article is taken from, by whatever name of them. */
const CREDITS = ['credit', 'wire', 'agency', 'creditline', 'infosource', 'infosources'];
/** Fields that name whoever provides or owns it, which may be the outlet itself. */
const PROVIDERS = ['source', 'provider', 'copyrightholder'];

/** The letters and numbers of a name, without "the" before it and an address's "www.". */
const squeeze = (name: string): string =>
  name
    .toLowerCase()
    .replace(/^(?:the\s|www\.)/u, '')
    .replace(/[^\p{L}\p{N}]/gu, '');

/**
 * What an article's `credit` is: the names on one line, each once, parted by ";".
 *
 * @param names as they are given; blanks, what stands for nobody, and what is no text are left out
 * @param outlet the article's own, which credits itself with nothing
 */
export function creditLine(names: readonly (string | null | undefined)[], outlet: string | null): string | null {
  const own = squeeze(outlet ?? '');
  const found = new Map<string, string>();
  for (const name of names) {
    const plain = name
      ?.replace(/[\p{Cc}\s]+/gu, ' ')
      .trim()
      .replace(/\s*;+\s*$/u, '');
    if (!plain || plain.length > LONGEST_NAME || !plain.isWellFormed() || NOBODY.test(plain)) continue;
    const key = squeeze(plain);
    if (key !== '' && key !== own && !found.has(key)) found.set(key, plain);
  }
  return [...found.values()].slice(0, MOST_NAMES).join('; ') || null;
}

/** Names in a value of data: words, an object with a `name` (ninjs), or a list of those. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value))
    return value.slice(0, MOST_NAMES).flatMap((each) => (Array.isArray(each) ? [] : namesIn(each)));
  if (typeof value === 'object' && value !== null && 'name' in value) return namesIn(value.name);
  return [];
}

/**
 * Whom a line of data credits. The fields are those of data sets (`credit`, `wire`, `agency`), of IPTC's photo metadata and
 * NewsML-G2 (`creditline`, `provider`, `copyrightholder`) and of its ninjs (`infosource`, `infosources`,
 * `copyrightholder`). `source`, `provider` and `copyrightholder` mostly name the outlet itself: they count only beside an
 * `outlet` that they differ from.
 */
export function creditInData(fields: Readonly<Record<string, unknown>>, outlet: string | null): string | null {
  const names = [...CREDITS, ...(outlet === null ? [] : PROVIDERS)].flatMap((field) => namesIn(fields[field]));
  return creditLine(names, outlet);
}

/** Who a feed says had an article first. */
export interface AnnouncedPublisher {
  readonly name: string | null;
  /** A page or a feed of it. */
  readonly url: string | null;
}

/**
 * Whom a feed credits for a page by naming its first publisher (RSS and Atom: `source`). Null where that is the site of the
 * page itself, and where no address of it is given: then what is named is mostly the feed's own outlet (`dc:publisher`, a
 * sitemap's `news:name`).
 *
 * @param url where the page was fetched from
 */
export function creditInFeed(publisher: AnnouncedPublisher | null, url: string): string | null {
  if (!publisher?.url || !URL.canParse(publisher.url) || sameSite(publisher.url, url)) return null;
  return creditLine([publisher.name ?? hostAsName(publisher.url)], null);
}
