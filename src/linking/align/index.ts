/** Two wordings word by word: the words as they are compared, which are the same, and which were moved. */
export { type Alignment, align } from './align.ts';
export { sameKey } from './contractions.ts';
export type { Move } from './moves.ts';
export { Mark, type Unit, type Units } from './unit.ts';
export { readUnits } from './units.ts';
export { isFunctionWord, weightOf } from './weights.ts';
