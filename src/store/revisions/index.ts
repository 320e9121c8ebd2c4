/** Revisions: later captures of an article that have other words. */
export { keepAgain, keepCapture, keepFirst, readRepeated, repeatCapture } from './captures.ts';
export { relink } from './chain.ts';
export { fileOlderArticles } from './filing.ts';
export { readRevisions } from './read.ts';
export type { KeepOptions, RepeatedCapture } from './types.ts';
export { hasWords, keyOfWords, type Verdict, verdictOn } from './verdict.ts';
