/** The pipeline: takes captures through the stages, alone or into a record. */

/**
 * `capture` takes inputs in one by one, `capturePosted` a page that was handed over; `isRefusal` tells an input that gave
 * no article from a capture; `writeWarc` writes snapshots as a web archive; `openWikidata` opens Wikidata's interface or a
 * part of a dump, in which `linkSpeakers` looks; `readRules` reads rules of the user's own for the pages of some hosts.
 */
export {
  type CaptureOptions,
  capture,
  capturePosted,
  type FromApi,
  type FromSubset,
  isRefusal,
  type Notice,
  openWikidata,
  type Posted,
  type PostedFile,
  type PostedOptions,
  type PostedPage,
  type Rules,
  RulesError,
  readRules,
  type SiteRule,
  type Wikidata,
  WikidataError,
  type WikidataOptions,
  writeWarc,
} from '../capture/index.ts';
export type * from '../model.ts';
export type { SuggestedIssue } from '../positions/index.ts';
export { type AddEvent, type AddOptions, addPosted, addToRecord, type PostedEvent } from './add.ts';
export { type AnalyzedCapture, analyzeStream, type StreamOptions } from './analyze-stream.ts';
export {
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  type OpenAnalyzer,
  usualThreads,
} from './analyzer.ts';
export {
  type CheckedDraft,
  type CheckedInRecord,
  type CheckedQuotation,
  type Checker,
  type CheckerOptions,
  checkDraft,
  createChecker,
  type FoundPlace,
  filesToSearch,
  type GivenDraft,
  type LeftOut,
  type PlaceInRecord,
  type Region,
  recordToSearch,
  type Searched,
} from './check/index.ts';
export * from './issues/index.ts';
export * from './ledger/index.ts';
export { ArticleLinks, type LinkedOccurrence } from './link.ts';
export {
  type LinkEvent,
  type LinkFound,
  type LinkNotFound,
  type LinkOptions,
  linkSpeakers,
  speakersToLink,
} from './link-speakers.ts';
export { originsOfStatement } from './origins.ts';
export { type ConflictLine, type PositionLine, positionsOn } from './positions.ts';
export { type RebuildEvent, type RebuildOptions, rebuildRecord } from './rebuild.ts';
export { beginRebuild, openRecord } from './records.ts';
export { type GroupedStory, groupIntoStories } from './stories.ts';
export {
  listStatements,
  type Trace,
  type TracedListed,
  type TracedOccurrence,
  type TracedToday,
  todayIn,
  traceStatement,
} from './trace.ts';
export {
  type AddSourceOptions,
  addSources,
  exportSources,
  type ItemEvent,
  importSources,
  type SourceAdded,
  type SourceEvent,
  type WatchEvent,
  type WatchOptions,
  watch,
} from './watch/index.ts';
