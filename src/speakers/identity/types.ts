import type { Speaker } from '../../model.ts';

/** Whether two names are one bearer's. `unsure`: a person must look. */
export type Verdict = 'same' | 'different' | 'unsure';

/** A verdict on two names, with its reason in words for people ("given names differ: Bill, Hillary"). */
export interface Comparison {
  readonly verdict: Verdict;
  readonly reason: string;
}

/** A speaker as one article gives it, with what the article tells beside. */
export interface Newcomer extends Speaker {
  /** The article's outlet, or null when it is not known. */
  readonly outlet: string | null;
}

/** What the record knows of a speaker that newcomers may turn out to be. All lists are as the articles give them. */
export interface Candidate {
  readonly kind: Speaker['kind'];
  /** Every spelling, with the number of articles that have it. */
  readonly spellings: readonly { readonly name: string; readonly articles: number }[];
  readonly roles: readonly { readonly role: string; readonly articles: number }[];
  /** How many articles call the speaker by a title for women ("Mrs.") or for men ("Mr."). */
  readonly women: number;
  readonly men: number;
  /** For an author: the outlets written for. */
  readonly outlets: readonly string[];
}

/** A pair that a person should look at: the newcomer and one of the candidates. */
export interface Offer<C> {
  readonly candidate: C;
  readonly reason: string;
}

/** What becomes of a newcomer. */
export interface Decision<C> {
  /** The one candidate that the newcomer is, or null. */
  readonly joins: C | null;
  /** Why it joins, or why it joins nobody. */
  readonly reason: string;
  /**
   * Whether the newcomer's name means something in its own article only ("Marlow", "a spokesman"): later articles never
   * join it.
   */
  readonly bound: boolean;
  /** Pairs for review, at most `MOST_OFFERS`, the likeliest first. */
  readonly offers: readonly Offer<C>[];
}
