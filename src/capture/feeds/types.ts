/** What a feed says, whatever its format. */

/**
 * The format a feed was read in. A sitemap that gives titles and dates of news is a `news sitemap`; the items of a
 * `sitemap index` are the sitemaps it lists.
 */
export type FeedKind = 'rss' | 'rdf' | 'atom' | 'json' | 'news sitemap' | 'sitemap' | 'sitemap index';

/** Who a feed says had the article first, where it passes on what others published. */
export interface OriginalPublisher {
  readonly name: string | null;
  /** Absolute; a page or a feed of the publisher, as given. */
  readonly url: string | null;
}

/** One article as a feed announces it. What the feed does not say is null or empty; nothing is guessed. */
export interface FeedItem {
  /** Absolute http or https address as the feed gives it, or null when it gives none. */
  readonly url: string | null;
  /** The same without what only tells where a reader came from: see `canonicalUrl`. */
  readonly canonical: string | null;
  /** Plain text on one line, references resolved. */
  readonly title: string | null;
  /** HTML as given, at most `LIMITS.content` characters. It is hostile: never render it. */
  readonly summary: string | null;
  /** HTML as given, at most `LIMITS.content` characters. It is hostile: never render it. */
  readonly content: string | null;
  /** `YYYY-MM-DD`, or an ISO 8601 date and time with its zone when the feed gives one. */
  readonly published: string | null;
  /** As `published`. A sitemap's `lastmod` stands here. */
  readonly updated: string | null;
  /** Names, without addresses and labels, each once. One element may name several people: names are not parted. */
  readonly authors: readonly string[];
  readonly guid: string | null;
  readonly categories: readonly string[];
  readonly originalPublisher: OriginalPublisher | null;
  /** BCP 47 tag of the item, else of the feed. */
  readonly language: string | null;
  /** How many files are attached (enclosures); pictures of Media RSS are not counted. */
  readonly enclosures: number;
}

/** How often a feed asks to be looked at. */
export interface FeedPace {
  /** Seconds for which it says that it stays as it is; null when it does not say. */
  readonly staysFor: number | null;
  /** Hours (GMT, 0 to 23) and days of the week (0 is Sunday) in which it asks to be left alone. */
  readonly quietHours: readonly number[];
  readonly quietDays: readonly number[];
}

export interface Feed {
  readonly kind: FeedKind;
  readonly title: string | null;
  /** The site that the feed belongs to, absolute. */
  readonly link: string | null;
  readonly language: string | null;
  readonly pace: FeedPace;
  /** In the order of the feed. */
  readonly items: readonly FeedItem[];
  /** What was wrong and how it was taken, in words for people. */
  readonly problems: readonly string[];
  /** Whether the feed ends before its end, or a limit cut it: there are more items than these. */
  readonly truncated: boolean;
}

/** Bounds on one feed. */
export const LIMITS = {
  /** Bytes, after unpacking. Larger feeds are refused. */
  bytes: 20_000_000,
  /** As many as the sitemap protocol allows in one file. Further items are left out and `truncated` is set. */
  items: 50_000,
  /** Elements that stand in each other; beyond it the reading stops. */
  depth: 200,
  /** Elements of one item, or of the feed outside its items; further ones are left out. */
  elements: 1_000,
  /** Characters of a summary or a content; the rest is left out. */
  content: 1_000_000,
  /** Characters of a title, a name, an identifier; the rest is left out. */
  text: 2_000,
  /** Characters of an address; a longer one is none. */
  address: 4_000,
  /** Authors or categories of one item. */
  names: 50,
  /** Problems said one by one; the rest is counted. */
  problems: 50,
} as const;
