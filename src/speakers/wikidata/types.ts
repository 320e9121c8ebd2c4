import type { SpeakerKind } from '../../model.ts';

/** First and last year, both included. */
export type Period = readonly [first: number, last: number];

/** A speaker as all articles give it, as far as it tells which item of Wikidata it is. */
export interface SpeakerToLink {
  readonly kind: SpeakerKind;
  /** Every spelling, with the number of statements under it. */
  readonly names: readonly { readonly name: string; readonly statements: number }[];
  /** Roles as given ("Kalvinian deputy foreign minister"), with the years of the statements that have them, if known. */
  readonly roles: readonly { readonly words: string; readonly statements: number; readonly years: Period | null }[];
  /** The years in which statements were made, with how many. */
  readonly years: readonly { readonly year: number; readonly statements: number }[];
}

/** An item that a speaker is, or may be. */
export interface WikidataLink {
  /** "Q…". */
  readonly item: string;
  readonly label: string | null;
  readonly description: string | null;
  /** 0 to 0.99. */
  readonly confidence: number;
  /** What speaks for it and against it, in words for people, each a clause without capital and full stop. */
  readonly reasons: readonly string[];
  /** When the item was read from Wikidata: ISO 8601 date and time, UTC. */
  readonly checkedAt: string;
}

/** No item is sure enough: those that fit at all are offered, the likeliest first, and why none was taken. */
export interface NoWikidataLink {
  readonly candidates: readonly WikidataLink[];
  readonly reason: string;
}
