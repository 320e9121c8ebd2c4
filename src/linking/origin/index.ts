/** Who had a statement first: whom articles credit, who reprints whom, and the origins that both lead to. */
export { creditsAt, creditsOf } from './credits.ts';
export { narrationOf } from './narration.ts';
export { Narrations } from './narrations.ts';
export { originsOf } from './origins.ts';
export { fullName, outletKey, sameOutlet } from './outlet-names.ts';
export { pair, reprintOf } from './reprint.ts';
export { sourcing } from './sourcing.ts';
