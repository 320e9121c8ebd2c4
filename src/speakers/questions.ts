import type { TokenRange } from '../text/index.ts';
import type { Phrase } from './nouns.ts';
import type { Referent } from './referents.ts';

/** What is asked for: the kind of words that point to a referent, or `none` where the article leaves the source out. */
export type Ask = 'he' | 'she' | 'it' | 'they' | 'who' | 'person' | 'organization' | 'document' | 'group' | 'none';

/** The speaker of another attribution near by. */
export interface Neighbour {
  readonly referent: Referent | null;
  /** Speaks as the author. */
  readonly author: boolean;
  readonly sentences: number;
  readonly paragraphs: number;
}

/** One reference that its own words do not resolve, with what surrounds it. */
export interface Question {
  readonly ask: Ask;
  /** Token where the reference stands. */
  readonly at: number;
  /** Where the reader stands when the reference comes: at the opening of a quotation that goes before it. */
  readonly from: number;
  /** The reference's noun phrase, for asks of nouns. */
  readonly phrase: Phrase | null;
  /** To whom the same noun pointed the last time ("the newspaper" again). */
  readonly earlier: Referent | null;
  /** Something follows the phrase that narrows it: "the man who …", "the head of …". */
  readonly narrowed: boolean;
  readonly possessive: boolean;
  readonly content: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  /** Speaker of the attribution in whose content the reference stands. */
  readonly enclosing: Referent | null;
  readonly enclosed: boolean;
  readonly previous: Neighbour | null;
  /** The previous one that stands in nobody's content. */
  readonly outer: Neighbour | null;
  readonly next: Neighbour | null;
}
