/** Capture: files, folders, addresses and standard input become articles with the bytes they came from; and items of Wikidata. */
export { writeWarc } from './archives/write.ts';
export { type CaptureOptions, capture, isRefusal, type OnAttempt } from './capture.ts';
export { type Clock, SYSTEM_CLOCK } from './clock.ts';
export { canonicalUrl } from './feeds/canonical.ts';
export type { Feed, FeedItem, FeedPace, ListedSource } from './feeds/index.ts';
export type { Fetched, Polite, PoliteOptions, PoliteRequest } from './fetch/index.ts';
export { mayPass } from './fetch/passing.ts';
export { type Attempted, attemptOf, readAttempted } from './fetched.ts';
export { captureGiven, type GivenFile } from './given.ts';
export type { Notice } from './notice.ts';
export { type Feeds, openFeeds } from './open-feeds.ts';
export { openPolite } from './open-polite.ts';
export { capturePosted, type Posted, type PostedFile, type PostedOptions, type PostedPage } from './posted.ts';
export { recapture } from './recapture.ts';
export { Refused, refusal } from './refused.ts';
export { comparer } from './revision.ts';
export { type Rules, RulesError, readRules } from './rules.ts';
export type { SiteRule } from './site-rule.ts';
export {
  type FromApi,
  type FromSubset,
  openWikidata,
  type Wikidata,
  WikidataError,
  type WikidataOptions,
} from './wikidata/index.ts';
