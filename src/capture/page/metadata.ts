/** Reads what a page says of its article: JSON-LD, OpenGraph, meta elements, microdata, and what readers see. */
import { toIsoDate } from '../furniture/index.ts';
import type { DomDocument } from './dom.ts';
import { readStructured } from './jsonld.ts';
import { plainNames } from './people.ts';
import { firstOf, headingInTitle, plainText, shownByline, shownDate, shownTitle } from './shown.ts';
import { outletInTitle, withoutOutlet } from './title.ts';

export interface PageMetadata {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** Every form of the headline that the page gives; none of them is text. */
  readonly titles: readonly string[];
  /** The article's text as structured data gives it, or null. */
  readonly body: string | null;
}

/** The contents of meta elements by name, property or itemprop, in lower case; the first of each. */
function readMeta(page: DomDocument): ReadonlyMap<string, string> {
  const meta = new Map<string, string>();
  for (const element of firstOf(page, 'meta', 300)) {
    const content = plainText(page, element.getAttribute('content'));
    if (!content) continue;
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const key = element.getAttribute(attribute)?.trim().toLowerCase();
      if (key && !meta.has(key)) meta.set(key, content);
    }
  }
  return meta;
}

const first = (meta: ReadonlyMap<string, string>, keys: string): string[] =>
  keys.split(' ').flatMap((key) => meta.get(key) ?? []);

const DATES =
  'article:published_time og:article:published_time article:published og:published_time datepublished pubdate ' +
  'publishdate publish-date publish_date published_time dc.date.issued dcterms.issued dc.date dcterms.date ' +
  'dcterms.created dc.date.created sailthru.date parsely-pub-date cxenseparse:recs:publishtime article.published ' +
  'article_date_original originalpublicationdate publication_date citation_publication_date date';
const OUTLETS =
  'og:site_name application-name apple-mobile-web-app-title dc.publisher dcterms.publisher citation_journal_title ' +
  'cre publisher';
const AUTHORS = 'author article:author dc.creator dcterms.creator parsely-author sailthru.author byl citation_author';

/** Sites that give no date elsewhere often have it in their addresses: "/2024/05/03/". */
function dateInUrl(url: string | null): string | null {
  const match = url ? /\/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?:[/-]|$)/.exec(url) : null;
  return match ? toIsoDate(`${match[1]}-${match[2]}-${match[3]}`) : null;
}

function languageTag(values: readonly (string | null | undefined)[]): string | null {
  for (const value of values) {
    const tag = value?.split(/[,;]/)[0]?.trim().replaceAll('_', '-');
    try {
      const [canonical] = tag ? Intl.getCanonicalLocales(tag) : [];
      if (canonical) return canonical;
    } catch {
      // Not a language tag: the next source may have one.
    }
  }
  return null;
}

/** An absolute http(s) address, or null. */
function absoluteUrl(value: string | null | undefined, base: string | null): string | null {
  try {
    const url = new URL(value ?? '', base ?? undefined);
    return value && /^https?:$/.test(url.protocol) && !url.username && !url.password ? url.href : null;
  } catch {
    return null;
  }
}

/** Whether two addresses are of one site: the same host, "www.", "m." and "amp." aside, or one below the other. */
function sameSite(a: string, b: string): boolean {
  const [x, y] = [a, b].map((url) => new URL(url).hostname.replace(/^(?:www|m|amp|mobile)\./, '')) as [string, string];
  return x === y || x.endsWith(`.${y}`) || y.endsWith(`.${x}`);
}

/**
 * The article's own address. A page fetched from the net may name an address of its own site only: it cannot pass for
 * another outlet's.
 */
function articleUrl(
  page: DomDocument,
  meta: ReadonlyMap<string, string>,
  structured: string | null,
  fetched: string | null,
): string | null {
  const canonical = page.querySelector('link[rel~="canonical" i]')?.getAttribute('href');
  for (const value of [canonical, meta.get('og:url'), structured]) {
    const url = absoluteUrl(value, fetched);
    if (url && (!fetched || sameSite(url, fetched))) return url;
  }
  return fetched;
}

/** The first of the names a page gives for its outlet, without the slogan or sections behind a bar; no account's name. */
function outletName(names: readonly (string | null)[]): string | null {
  for (const name of names) {
    const plain = name?.split(/\s+\|\s+/)[0]?.trim();
    if (plain && plain.length <= 80 && !plain.startsWith('@') && !/^https?:/i.test(plain)) return plain;
  }
  return null;
}

/** The page's title element; drawings have titles of their own. */
const pageTitle = (page: DomDocument): string | null =>
  firstOf(page, 'title', 50).find((title) => title.parentNode?.tagName?.toLowerCase() !== 'svg')?.textContent ?? null;

function publisherInMicrodata(page: DomDocument): string | null {
  const name = page.querySelector('[itemprop~="publisher"] [itemprop~="name"]');
  return name ? plainText(page, name.getAttribute('content') || name.textContent) : null;
}

/**
 * Reads a page's metadata.
 *
 * @param fetched the address the page was fetched from, or null for a file
 */
export function readMetadata(page: DomDocument, fetched: string | null): PageMetadata {
  const meta = readMeta(page);
  const structured = readStructured(page);
  const text = (value: string | null | undefined): string | null => plainText(page, value);
  const titleElement = text(pageTitle(page));
  const given = [text(structured?.headline), ...first(meta, 'og:title twitter:title title dc.title'), titleElement];
  const named = given.filter((title) => title !== null);
  const shown = shownTitle(page, named) ?? headingInTitle(page, titleElement);
  const outlet =
    outletName([text(structured?.publisher), ...first(meta, OUTLETS), publisherInMicrodata(page)]) ??
    outletInTitle(titleElement, shown);
  const withoutIt = named.map((name) => withoutOutlet(name, outlet, fetched));
  const title = shown ?? withoutIt[0] ?? null;
  const dates = [structured?.published, ...first(meta, DATES)].flatMap((value) =>
    value ? (toIsoDate(value) ?? []) : [],
  );
  const url = articleUrl(page, meta, structured?.url ?? null, fetched);
  const authors = (structured?.authors ?? []).flatMap((name) => text(name) ?? []);
  return {
    title,
    byline: plainNames(authors, outlet) ?? plainNames(first(meta, AUTHORS), outlet) ?? shownByline(page, outlet),
    published: dates[0] ?? shownDate(page, title) ?? dateInUrl(url),
    outlet,
    language: languageTag([
      page.documentElement?.getAttribute('lang') || page.documentElement?.getAttribute('xml:lang'),
      meta.get('content-language'),
      structured?.language,
      meta.get('og:locale'),
    ]),
    url,
    titles: [...new Set([...(title ? [title] : []), ...named, ...withoutIt])],
    body: structured?.body ?? null,
  };
}
