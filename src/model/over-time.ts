/** Positions over time: what a speaker changed, and which accounts cannot both hold. */
import type { Attribution, AttributionType, Mode } from './attributions.ts';
import type { Place, ReportedIn, ReportedSpeaker } from './linking.ts';
import type { Stance } from './positions.ts';

/** One position as the stage takes it: an attribution, its speaker as all articles know him, its stance and condition. */
export interface Held {
  /** The same for all reports of one utterance; null where that is not known. */
  readonly statement: number | string | null;
  readonly article: ReportedIn;
  /** Where its content begins in the article's text, in UTF-16 code units; left out where that is not at hand. */
  readonly at?: number;
  /** The words of the content, one string a span, as they stand in the text. */
  readonly words: readonly string[];
  /** The words of the source, likewise: "Tarn's Defence Ministry" tells more than the speaker's name. */
  readonly source: readonly string[];
  /** The words of the cue, likewise. */
  readonly cue: readonly string[];
  /**
   * The sentences of the article that hold the attribution, as one string: they tell whether it speaks of an earlier time
   * ("In March he said"). Null where they are not at hand.
   */
  readonly sentence: string | null;
  readonly type: AttributionType;
  readonly mode: Mode;
  /** Null when it is not resolved. `role` as in `Speaker`. */
  readonly speaker: (ReportedSpeaker & { readonly role: string | null }) | null;
  readonly saidOn: string | null;
  /** Null where it was not told. */
  readonly stance: Stance | null;
  /** The words of the condition, wherever in the sentence they stand; null without one. */
  readonly condition: string | null;
  /** As in `Attribution`. */
  readonly confidence: number;
  /** Whether it stands within the content of another attribution: somebody else reports it. */
  readonly nested: boolean;
}

/** Words of a position that show something. `condition`: its first piece is the condition's words. */
export interface Shown {
  readonly part: 'content' | 'cue' | 'condition';
  readonly place: Place;
}

/** What changed. `stance`: it was reversed. */
export type ShiftKind = 'stance' | 'condition added' | 'condition dropped' | 'condition changed' | 'figure';

/** That a speaker's position changed. */
export interface Shift<P> {
  readonly kind: ShiftKind;
  readonly before: P;
  readonly after: P;
  /** The words that show it. */
  readonly shownBefore: readonly Shown[];
  readonly shownAfter: readonly Shown[];
  /** 0 to 1. */
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** One utterance in time, with everything that reports it, the earliest first. */
export interface Point<P> {
  /** `YYYY-MM-DD`: when it was said, or else when the first report was published. */
  readonly on: string;
  readonly reports: readonly P[];
  /** How it differs from the point before; null at the first, and where nothing changed. */
  readonly shift: Shift<P> | null;
}

/** What one speaker held on one matter, the earliest first. */
export interface Course<P> {
  /** Words that its positions have in common, for people. */
  readonly matter: readonly string[];
  readonly points: readonly Point<P>[];
  /** Since when nothing changed: the day of the last shift, or of the first point. */
  readonly unchangedSince: string;
}

/**
 * Why two accounts cannot both hold. `self`: one speaker against himself; `other`: one side's words about another against
 * that other's own; `fact`: two about what happened; `speaker`: two outlets on who said it; `figure`: how many.
 */
export type CollisionKind = 'self' | 'other' | 'fact' | 'speaker' | 'figure';

/** Two accounts that cannot both hold. Never a verdict on which does. */
export interface Collision<P> {
  readonly kind: CollisionKind;
  readonly a: P;
  readonly b: P;
  readonly shownA: readonly Shown[];
  readonly shownB: readonly Shown[];
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
}

/** A number that somebody claims. */
export interface Figure {
  /** The least and the most that the words allow, rounding included. */
  readonly least: number;
  readonly most: number;
  /** The number as it is written, with what bounds it and what it counts ("more than 66,000 troops"). */
  readonly words: string;
  readonly place: Place;
  /** "percent", "dollar", …; null for a plain count. */
  readonly unit: string | null;
  /** What is counted ("troop"), in dictionary form; null where the words next to it do not tell. */
  readonly counted: string | null;
}

/** An article, whole or a part of its text, with those of its attributions that positions are made of. */
export interface Holding extends ReportedIn {
  /** Holds every span of the attributions, and the sentences around them. */
  readonly text: string;
  readonly attributions: readonly Attribution[];
}

/** Under which keys positions are held, and under which newcomers look for them: integers from 0 to 2^53 - 1. */
export interface MatterKeys {
  readonly held: readonly number[];
  readonly sought: readonly number[];
}

/** Tells shifts and collisions. Pure: the same for the same arguments. */
export interface Watcher {
  /** Of each key that is sought, so many positions are read at most, the latest first. */
  readonly mostHolders: number;
  /**
   * The positions of an article, one an attribution, in its order.
   * @param speakers who the speakers are across articles: one an attribution, null where the speaker is not resolved
   * @param statements which utterances they report, likewise; null where it is not known
   */
  heldIn(
    article: Holding,
    speakers: readonly (number | string | null)[],
    statements?: readonly (number | string | null)[],
  ): Held[];
  /** What a position seeks is among what it holds. */
  keysOf(position: Held): MatterKeys;
  /**
   * @param known positions that hold one of the keys that `newcomer` seeks, each once
   * @returns collisions of the newcomer with them, the surest first; `a` is the newcomer
   */
  collide<P extends Held>(newcomer: P, known: readonly P[]): Collision<P>[];
  /** @param positions those of one speaker, in any order; of others none. */
  courses<P extends Held>(positions: readonly P[]): Course<P>[];
  /** The numbers that a position claims, in the order of its words. */
  figures(position: Held): Figure[];
}
