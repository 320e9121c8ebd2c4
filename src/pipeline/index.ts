/** The pipeline: takes captures through the stages, alone or into a record. */

/** `capture` takes inputs in one by one; `isRefusal` tells an input that gave no article from a capture. */
/** Rules of the user's own for the pages of some hosts. */
export {
  type CaptureOptions,
  capture,
  isRefusal,
  type Rules,
  RulesError,
  readRules,
  type SiteRule,
} from '../capture/index.ts';
export type * from '../model.ts';
export { type AddEvent, type AddOptions, addToRecord } from './add.ts';
export { type AnalyzedCapture, analyzeStream, type StreamOptions } from './analyze-stream.ts';
export {
  type Analyzer,
  type AnalyzerOptions,
  createAnalyzer,
  type OpenAnalyzer,
  usualThreads,
} from './analyzer.ts';
export { type RebuildEvent, type RebuildOptions, rebuildRecord } from './rebuild.ts';
