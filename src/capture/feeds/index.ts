/** Feeds and lists of sources as plain data: bytes in, what they say out. Nothing here fetches anything. */
export { canonicalUrl, sameArticleUrl, TRACKING_PARAMETERS, TRACKING_PREFIXES } from './canonical.ts';
export { discoverFeeds, discoverSitemaps, type FoundFeed } from './discover.ts';
export { type ListedSource, readOpml, type SourceList, writeOpml } from './opml.ts';
export { type FeedOrigin, readFeed } from './read.ts';
export { FOR_FEEDS } from './request.ts';
export {
  type Feed,
  type FeedItem,
  type FeedKind,
  type FeedPace,
  LIMITS as FEED_LIMITS,
  type OriginalPublisher,
} from './types.ts';
