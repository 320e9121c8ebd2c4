/** Corrections: what people change, kept as a log, and applied to what was found. */
export { Changes, enterAttribution, markTouched } from './changes.ts';
export { correct, isAwaited, repeat, replay, takeOut } from './correct.ts';
export {
  marksOfAttributionRow,
  marksOfSpeakerRow,
  marksOfStatementRow,
  readCorrection,
  readCorrections,
} from './log.ts';
export { type Destination, follow, mergedOnto, survivorOf } from './standing.ts';
