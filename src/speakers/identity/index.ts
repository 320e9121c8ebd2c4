/** One speaker across articles, however spelt: names compared, keys to find candidates by, and the decision. */

export type { Candidate, Decision, Keys, Newcomer, Offer } from '../../model.ts';
export { compareNames } from './compare.ts';
export { identifier } from './identifier.ts';
export { identify, MOST_OFFERS } from './identify.ts';
export { Identities, type Identity } from './identities.ts';
export { keysOf, MOST_CANDIDATES } from './keys.ts';
export type { Comparison, Verdict } from './types.ts';
