/** Who had a statement first: credits, reprints, and the origins that they lead to. */
import type { Article } from './articles.ts';
import type { Attribution } from './attributions.ts';
import type { Span } from './span.ts';

/**
 * How an article says where it has its material from. `wire`: an agency in the dateline or after the last word; `byline`:
 * in the byline, a sign-off, or as one that contributed; `told`, `interview`, `statement to`: the speaker spoke there;
 * `reported`: that outlet reported it; `source`: a line "Source: …", or a report, a poll or papers of that outlet;
 * `hat tip`: "h/t", "via"; `reprint notice`: "This article originally appeared in …"; `publisher`: the publisher itself names
 * it beside the text, see `Article.credit`.
 */
export type CreditKind =
  | 'wire'
  | 'byline'
  | 'told'
  | 'interview'
  | 'statement to'
  | 'reported'
  | 'source'
  | 'hat tip'
  | 'reprint notice'
  | 'publisher';

/** That an article names another outlet as the one it has something from. */
export interface Credit {
  /** The outlet as it is written there, without "the" and a possessive. Of a sign-off whose form tells it, its name. */
  readonly outlet: string;
  /** Its usual full name ("Associated Press" for "AP"), or null where it is not one of the well known. */
  readonly name: string | null;
  readonly kind: CreditKind;
  /** The words that credit it ("told Kyodo News"); null for what stands beside the text: in the byline, or with the publisher's own credit. */
  readonly span: Span | null;
  /** Whether it is for the whole article, or for what stands at its place. */
  readonly whole: boolean;
  /** Index of the attribution that it belongs to; null for the whole article, and where none is there. */
  readonly attribution: number | null;
}

/** An article as its credits are read. */
export type CreditedArticle = Pick<Article, 'title' | 'byline' | 'text' | 'outlet' | 'credit'>;

/** The words of a text as they are compared across articles. */
export interface Narration {
  readonly text: string;
  /** Start and end of each word, alternately, in UTF-16 code units. */
  readonly places: Int32Array;
  /** A number for each word: equal words, equal numbers, in every text. */
  readonly words: Int32Array;
  /** 1 for words inside quotation marks. */
  readonly quoted: Uint8Array;
  /** How many words stand outside quotation marks. */
  readonly told: number;
  /** Sampled fingerprints of it, each once: integers from 0 to 2^53 - 1. */
  readonly keys: readonly number[];
}

/** An article as it is compared with others of the same words. */
export interface NarratedArticle {
  /** The same for the same article, all its revisions included. */
  readonly id: number | string;
  readonly outlet: string | null;
  /** As in `Article`. */
  readonly published: string | null;
  readonly credits: readonly Credit[];
  readonly narration: Narration;
}

/** What is known of two articles besides their words. */
export interface ReprintEvidence {
  /** Statements that both report in the same words, each once, as their places in both texts. */
  readonly statements?: readonly SharedPassage[];
  /** Fingerprints that so many articles hold that they tell nothing. */
  readonly common?: ReadonlySet<number>;
}

export interface SharedPassage {
  readonly later: Span;
  readonly earlier: Span;
}

/**
 * How an article comes from another. `reprint`: it tells in the other's words; `derived`: it names the other's outlet as
 * its source and repeats what that has; `update`: another version by the same outlet.
 */
export type ReprintKind = 'reprint' | 'derived' | 'update';

export interface Reprint {
  readonly kind: ReprintKind;
  /** Of the words that `later` tells outside quotation marks: the share that `earlier` has too. 0 to 1. */
  readonly share: number;
  /** The narration in common, in the order of `later`; of a `derived` one the statements too. */
  readonly passages: readonly SharedPassage[];
  /** In words for people. */
  readonly why: string;
}

/** Which of two articles comes from the other. */
export interface ReprintPair<A> extends Reprint {
  readonly later: A;
  readonly earlier: A;
}

/** One occurrence of a statement, as its origin is looked for. */
export interface OriginOccurrence {
  readonly id: number | string;
  /** The same for the same article, all its revisions included. */
  readonly article: number | string;
  readonly outlet: string | null;
  /** As in `Article`. */
  readonly published: string | null;
  /** When the article was captured first: ISO 8601 date and time, UTC; or null. */
  readonly captured: string | null;
  /** Whom the article credits for it, the nearest first: each has it from the next. See `creditsAt`. */
  readonly credits: readonly Credit[];
  /** Articles that its article reprints or is derived from. */
  readonly reprints: readonly {
    readonly of: number | string;
    readonly kind: ReprintKind;
    readonly share: number;
    readonly why: string;
  }[];
  /** The occurrence, in the same article, that reports this one; or null. */
  readonly within: number | string | null;
}

/** What an origin's step leads from and to: an occurrence; or an outlet that is credited and was not captured with it. */
export type OriginEnd =
  | { readonly occurrence: number | string; readonly outlet: string | null }
  | { readonly occurrence: null; readonly outlet: string };

/** That one has the statement from another. */
export interface OriginStep {
  readonly from: OriginEnd;
  readonly to: OriginEnd;
  readonly why: 'reprint' | 'credit' | 'same outlet' | 'within';
  /** In words for people. */
  readonly evidence: string;
  /** The occurrence whose article gives the evidence: its credit, its words. */
  readonly by: number | string;
  /** Of a credit. */
  readonly credit: Credit | null;
}

/** Everybody who has a statement from one. */
export interface Origin {
  /** Who had it: an occurrence, or an outlet that is credited and whose own report was not captured. */
  readonly lead: OriginEnd;
  /** Occurrences that come from it, the lead's included, in time order. */
  readonly members: readonly (number | string)[];
  /** How each member leads to the lead. */
  readonly steps: readonly OriginStep[];
  /** Of a lead that was not captured: since when its outlet is captured at all; null: never, as far as is known. */
  readonly before: string | null;
}

/** Where a statement comes from. */
export interface Origins {
  /**
   * The occurrence captured with the earliest date of publication; without dates, the one captured first. It need not be
   * the one that was published first: nobody has captured everything.
   */
  readonly first: number | string;
  /** What `first` was told by. */
  readonly by: 'published' | 'captured';
  /** The independent origins, by the time of their first member. */
  readonly origins: readonly Origin[];
}

/** Reads where articles have their material from. Pure: the same for the same arguments. */
export interface Sourcing {
  /** Of each key, so many articles are read at most; a key that more articles hold says nothing. */
  readonly mostHolders: number;
  /** So many articles are compared with a newcomer at most: those that share most keys with it. */
  readonly mostCompared: number;
  /** With fewer keys in common two articles are not compared. */
  readonly leastKeys: number;
  /** What all names of one outlet have in common ("AP", "The Associated Press"); '' for a name that says nothing. */
  outletKeyOf(name: string): string;
  creditsOf(article: CreditedArticle, attributions: readonly Attribution[]): Credit[];
  /** @param spoken where somebody's words stand, whether or not in quotation marks */
  narrationOf(text: string, spoken?: readonly Span[]): Narration;
  /** The one of two that comes from the other, and how; null when neither does. The order of the two does not matter. */
  pair<A extends NarratedArticle>(a: A, b: A, evidence?: ReprintEvidence): ReprintPair<A> | null;
}
