/** Feeds that a page or a robots.txt names. */
import { decodeHTML } from 'entities';
import { httpAddress } from './links.ts';
import { type MarkupReader, readMarkup, stopReading } from './markup.ts';
import { onOneLine, plainText } from './text.ts';

export interface FoundFeed {
  readonly url: string;
  readonly title: string | null;
  /** Media type as declared, in lower case; of sitemaps "application/xml". */
  readonly type: string;
}

const TYPES = new Set(['application/rss+xml', 'application/atom+xml', 'application/rdf+xml', 'application/feed+json']);
/** Types of other things too, which are feeds only where the link says so. */
const LOOSE = new Set(['application/json', 'application/xml', 'text/xml']);
const COMMENTS = /\bcomment(?:s|aires?)?\b|kommentar|commenti|comentario|reacties|replies/i;
const MOST_FOUND = 200;
const MOST_CHARACTERS = 5_000_000;

/** The links of a page that are feeds, in its order. */
class Finder implements MarkupReader {
  readonly found = new Map<string, FoundFeed>();
  #base: string;
  #based = false;

  constructor(url: string) {
    this.#base = url;
  }

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.found.size >= MOST_FOUND) stopReading();
    if (name === 'link') this.#link(attributes);
    if (name !== 'base' || this.#based || !attributes.href) return;
    this.#base = httpAddress(decodeHTML(attributes.href), this.#base) ?? this.#base;
    this.#based = true;
  }

  #link({ rel = '', type = '', href = '', title = '' }: Readonly<Record<string, string>>): void {
    const relations = rel.toLowerCase().split(/\s+/);
    const media = type.split(';', 1)[0]!.trim().toLowerCase();
    const isFeed = relations.includes('feed');
    if (!isFeed && !relations.includes('alternate')) return;
    const named = /\b(?:feed|rss|atom)\b/i.test(href) && !/wp-json|oembed/i.test(href);
    if (!TYPES.has(media) && !(isFeed && !media) && !(LOOSE.has(media) && (isFeed || named))) return;
    const url = httpAddress(decodeHTML(href), this.#base);
    if (url && !this.found.has(url)) this.found.set(url, { url, title: plainText(title), type: media });
  }
}

const isOfComments = ({ url, title }: FoundFeed): boolean => COMMENTS.test(title ?? '') || COMMENTS.test(url);

/**
 * Feeds that a page offers in its `link` elements (`rel="alternate"` or `rel="feed"`), each once, in the order of the page,
 * those of comments last; at most 200.
 *
 * @param html markup, however broken
 * @param url the page's address, absolute
 */
export function discoverFeeds(html: string, url: string): FoundFeed[] {
  const finder = new Finder(url);
  readMarkup(html.slice(0, MOST_CHARACTERS), finder, 'html');
  return [...finder.found.values()].sort((a, b) => Number(isOfComments(a)) - Number(isOfComments(b)));
}

/**
 * Sitemaps that a robots.txt names (RFC 9309, 2.2.4), each once, those called after news first; at most 200.
 *
 * @param url the address of the robots.txt, absolute
 */
export function discoverSitemaps(robots: string, url: string): FoundFeed[] {
  const found = new Map<string, FoundFeed>();
  for (const line of robots.slice(0, MOST_CHARACTERS).split(/[\r\n]+/)) {
    const value = /^\uFEFF?\s*site-?map\s*:\s*([^#\s]\S*)/i.exec(line)?.[1];
    const address = value ? httpAddress(onOneLine(value) ?? '', url) : null;
    if (address && found.size < MOST_FOUND) found.set(address, { url: address, title: null, type: 'application/xml' });
  }
  const isNews = (feed: FoundFeed): boolean => /news/i.test(new URL(feed.url).pathname);
  return [...found.values()].sort((a, b) => Number(isNews(b)) - Number(isNews(a)));
}
