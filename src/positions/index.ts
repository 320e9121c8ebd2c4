/** Positions: the stance of every attribution, what it is about, the condition that it hangs on; issues that they are on. */

export { Issue } from './issues.ts';
export * from './over-time/index.ts';
export type { Attributed } from './reading.ts';
export type { StanceWeights } from './stance/scorer.ts';
export { StanceReader } from './stances.ts';
export { type Side, type SuggestedIssue, suggestIssues } from './suggest.ts';
