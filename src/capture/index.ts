/** Capture: files, folders, addresses and standard input become articles with the bytes they came from; and items of Wikidata. */
export { writeWarc } from './archives/write.ts';
export { type CaptureOptions, capture, isRefusal } from './capture.ts';
export type { Polite, PoliteOptions, PoliteRequest } from './fetch/index.ts';
export type { Notice } from './notice.ts';
export { openPolite } from './open-polite.ts';
export { capturePosted, type Posted, type PostedFile, type PostedOptions, type PostedPage } from './posted.ts';
export { recapture } from './recapture.ts';
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
