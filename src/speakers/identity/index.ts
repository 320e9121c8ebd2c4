/** One speaker across articles, however spelt: names compared, keys to find candidates by, and the decision. */
export { compareNames } from './compare.ts';
export { identify, MOST_OFFERS } from './identify.ts';
export { Identities, type Identity } from './identities.ts';
export { type Keys, keysOf, MOST_CANDIDATES } from './keys.ts';
export type { Candidate, Comparison, Decision, Newcomer, Offer, Verdict } from './types.ts';
