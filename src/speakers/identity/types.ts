/** Whether two names are one bearer's. `unsure`: a person must look. */
export type Verdict = 'same' | 'different' | 'unsure';

/** A verdict on two names, with its reason in words for people ("given names differ: Bill, Hillary"). */
export interface Comparison {
  readonly verdict: Verdict;
  readonly reason: string;
}
