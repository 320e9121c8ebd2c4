/** Capture: files, folders, addresses and standard input become articles with the bytes they came from; and items of Wikidata. */
export { type CaptureOptions, capture, isRefusal } from './capture.ts';
export type { Polite, PoliteOptions, PoliteRequest } from './fetch/index.ts';
export { openPolite } from './open-polite.ts';
export { recapture } from './recapture.ts';
export { comparer } from './revision.ts';
export {
  type FromApi,
  type FromSubset,
  openWikidata,
  type Wikidata,
  WikidataError,
  type WikidataOptions,
} from './wikidata/index.ts';
