import type { CollisionKind, Shown, Span } from '../../model.ts';
import type { ArticleFilter } from '../audit/types.ts';
import type { Paging } from '../paging.ts';
import type { RecordedAttribution } from '../recorded.ts';

/** An attribution with the part of its article that it stands in, for what reads positions over time. */
export interface RecordedPassage {
  readonly attribution: RecordedAttribution;
  /** The paragraphs that hold its spans, cut where they are longer than anybody reads. */
  readonly text: string;
  /** Where they begin in the article's text: UTF-16 code units. */
  readonly start: number;
}

/** Which passages are asked for. */
export interface PassageQuery extends Paging, Pick<ArticleFilter, 'from' | 'to'> {
  /** How words begin, of which the content holds one at least: the likeliest first (BM25). Without it the latest first. */
  readonly beginnings?: readonly string[] | undefined;
  /** A speaker's key. */
  readonly speaker?: string | undefined;
  /** Only those that take a side, or hang on a condition. */
  readonly sides?: boolean | undefined;
}

/** Words of an attribution that show something. */
export interface RecordedShown {
  readonly part: Shown['part'];
  readonly words: string;
  /** Where they stand in the article. */
  readonly span: Span;
}

/** One of two that collide. */
export interface CollidingSide {
  readonly attribution: RecordedAttribution;
  readonly shown: readonly RecordedShown[];
}

/** Two accounts that cannot both hold. Never a verdict on which does. */
export interface RecordedCollision {
  readonly kind: CollisionKind;
  /** 0 to 1. */
  readonly confidence: number;
  /** In words for people. */
  readonly reason: string;
  /** Of the two, the one that came in later; where their statements were reported more than once, the surest pair. */
  readonly later: CollidingSide;
  readonly earlier: CollidingSide;
  /** How many pairs of reports of these two statements collide so. */
  readonly pairs: number;
}

/** Which collisions are asked for; from and to are for the article of either side. */
export interface CollisionQuery extends Paging, Pick<ArticleFilter, 'from' | 'to'> {
  readonly kind?: CollisionKind | undefined;
  /** The key of a speaker on either side. */
  readonly speaker?: string | undefined;
  /** Keys of attributions, of which one is on either side. */
  readonly of?: readonly string[] | undefined;
}
