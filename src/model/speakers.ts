/** One speaker across articles, and its item of Wikidata. */
import type { Speaker, SpeakerKind } from './attributions.ts';

/** First and last year that a date may mean: a day gives one year twice, "the 1950s" a stretch. Before Christ: below 1. */
export type Years = readonly [earliest: number, latest: number];

/** An item of Wikidata that another item refers to; its label is null where it is not known. */
export interface WikidataReference {
  readonly id: string;
  readonly label: string | null;
}

/** An item of Wikidata, as far as it helps to tell whether a speaker is meant. Names are in one language. */
export interface WikidataItem {
  /** "Q", and a number. */
  readonly id: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly aliases: readonly string[];
  /** What it is (P31): a human, a political party. */
  readonly instanceOf: readonly WikidataReference[];
  /** P106. */
  readonly occupations: readonly WikidataReference[];
  /** P39, with the years of its qualifiers P580 and P582; null where they are not given. */
  readonly positions: readonly (WikidataReference & { readonly from: Years | null; readonly to: Years | null })[];
  /** P27. */
  readonly citizenships: readonly WikidataReference[];
  /** P569, P570. */
  readonly born: Years | null;
  readonly died: Years | null;
  /** How many pages of Wikimedia's projects are about it. */
  readonly sitelinks: number;
  /** When this was read from Wikidata: ISO 8601 date and time, UTC. */
  readonly checkedAt: string;
}

/** Items that a name may mean. */
export interface WikidataItems {
  readonly items: readonly WikidataItem[];
  /** Whether these are all that bear the name, as far as the search goes. */
  readonly complete: boolean;
}

/** A speaker as one article gives it, with what the article tells beside. */
export interface Newcomer extends Speaker {
  /** The article's outlet, or null when it is not known. */
  readonly outlet: string | null;
}

/** What the record knows of a speaker that newcomers may turn out to be. All lists are as the articles give them. */
export interface Candidate {
  readonly kind: SpeakerKind;
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
  /** In words for people. */
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
  /** Pairs for review, the likeliest first; there are few. */
  readonly offers: readonly Offer<C>[];
}

/** Under which keys a record holds a speaker, and under which it looks for those that a newcomer may be. */
export interface Keys {
  /** Where later newcomers find it; empty for a name that means something in its own article only. */
  readonly held: readonly string[];
  /** Where to look for it. Of each key, `Identifier.mostCandidates` holders are read, those in most articles first. */
  readonly sought: readonly string[];
}

/** Tells who a newcomer is among the speakers of a record. Pure: the same for the same arguments. */
export interface Identifier {
  keysOf(speaker: Pick<Speaker, 'kind' | 'name'>): Keys;
  /** @param candidates those held under a key that `keysOf(newcomer).sought` names, each once, in the order of their coming */
  identify<C extends Candidate>(newcomer: Newcomer, candidates: readonly C[]): Decision<C>;
  /** What the title in a newcomer's name or beside it tells ("Mrs."): a woman, a man, or null. */
  genderCalled(newcomer: Newcomer): 'f' | 'm' | null;
  /** So many holders of one key are read at most. */
  readonly mostCandidates: number;
}
