/** Corrections: what people change, kept as a log, and applied to what was found. */
export { Changes, markTouched } from './changes.ts';
export { correct, repeat, retryMissed } from './correct.ts';
export { marksOfAttributionRow, marksOfSpeakerRow, readCorrection, readCorrections } from './log.ts';
export { type Destination, follow, survivorOf } from './standing.ts';
