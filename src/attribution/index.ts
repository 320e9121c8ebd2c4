/** Attribution: who is said to have said what, as spans of source, cue and content with their type, mode, medium and date. */
export {
  type Attributable,
  type AttributionWeights,
  type Attributor,
  createAttributor,
  type Unresolved,
} from './attributor.ts';
export { isName } from './quotation/names.ts';
export { quotations, quotedRanges } from './quotation/quotation-marks.ts';
