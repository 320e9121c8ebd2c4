/** Reads a feed of any format. */
import { Refused } from '../refused.ts';
import { decodeFeed } from './decode.ts';
import { finishItems } from './items.ts';
import { readJson } from './json.ts';
import { NO_PACE, readPace } from './pace.ts';
import { Problems, shown } from './problems.ts';
import { readXml, type XmlFeed } from './tree.ts';
import type { Feed, FeedKind } from './types.ts';
import { readAbout, readSitemapItem, readXmlItem } from './xml.ts';

/** Where a feed came from. */
export interface FeedOrigin {
  /** Its address after redirects, absolute: what relative addresses in it are relative to. */
  readonly url: string;
  /** The server's Content-Type, or null. */
  readonly contentType?: string | null;
}

const KINDS: Readonly<Record<string, FeedKind>> = {
  rss: 'rss',
  channel: 'rss',
  rdf: 'rdf',
  feed: 'atom',
  sitemapindex: 'sitemap index',
};

/** @throws Refused 'wrong type' with what it is instead */
function refuse({ first }: XmlFeed): never {
  if (first === 'html') {
    throw new Refused('wrong type', 'it is a web page, not a feed; give the address of the feed that the page names');
  }
  if (first === 'opml') throw new Refused('wrong type', 'it is a list of feeds (OPML), not a feed');
  const what = first ? `its first element is ${shown(first)}` : 'no element is in it';
  throw new Refused('wrong type', `it is not a feed: ${what}; RSS, Atom, JSON Feed and sitemaps are read`);
}

function fromXml(text: string, url: string, problems: Problems): Feed {
  const xml = readXml(text, url, problems);
  if (!xml.root) refuse(xml);
  if (xml.root === 'channel') problems.say('it has no root element; its channel is read');
  const isSitemap = xml.root === 'urlset' || xml.root === 'sitemapindex';
  const isAtom = xml.root === 'feed';
  const about = readAbout(isSitemap ? [] : xml.about, isAtom);
  const drafts = xml.items.map((item) => (isSitemap ? readSitemapItem(item) : readXmlItem(item, isAtom)));
  const hasNews = xml.items.some(({ children }) => children.some(({ name }) => name === 'news:news'));
  return {
    kind: KINDS[xml.root] ?? (hasNews ? 'news sitemap' : 'sitemap'),
    title: about.title,
    link: about.link,
    language: about.language,
    pace: readPace(isSitemap ? [] : xml.about),
    items: finishItems(drafts, about, problems),
    problems: [],
    truncated: xml.truncated,
  };
}

function fromJson(text: string, url: string, problems: Problems): Feed {
  const { title, link, language, authors, drafts, truncated } = readJson(text, url, problems);
  const items = finishItems(drafts, { language, authors }, problems);
  return { kind: 'json', title, link, language, pace: NO_PACE, items, problems: [], truncated };
}

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, JSON Feed, sitemaps with and without news, indexes of sitemaps;
 * gzip data of these. It is a pure reader and fetches nothing. What is broken is read as far as it is certain,
 * and said in `problems`; of a feed that is cut off, the items that are whole are given.
 *
 * @example
 * readFeed(bytes, { url: 'https://courier.example/rss.xml', contentType: 'application/rss+xml' }).items[0]?.title
 * @throws Refused 'too large', 'empty', 'binary', 'wrong type'
 */
export function readFeed(bytes: Uint8Array, { url, contentType = null }: FeedOrigin): Feed {
  const problems = new Problems();
  const text = decodeFeed(bytes, contentType, problems);
  const json = /^[^<{]*(?=\{)/.exec(text);
  const feed = json ? fromJson(text.slice(json[0].length), url, problems) : fromXml(text, url, problems);
  if (feed.truncated) problems.say(`it ends before its end, or was cut; ${feed.items.length} items are whole`);
  return { ...feed, problems: problems.list() };
}
