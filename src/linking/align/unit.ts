import type { Place } from '../../model.ts';

/** What stands between two words, as flags that add up. */
export const Mark = {
  /** Nothing but white space. */
  none: 0,
  /** An ellipsis: words were left out here. */
  gap: 1,
  /** One piece of the content ends here, and the next begins. */
  piece: 2,
  /** A sentence ends. */
  stop: 4,
  /** It ends as a question. */
  question: 8,
  /** A comma, semicolon, colon, dash or parenthesis. */
  clause: 16,
} as const;

/** A word as it is compared: a number of several words is one, and a contraction is two. */
export interface Unit {
  /** What is compared: lower case, without marks, in one spelling; "#" before a number. */
  readonly key: string;
  /** The word as it stands. */
  readonly form: string;
  readonly place: Place;
  /** Put in by an editor, in square brackets. */
  readonly bracketed: boolean;
  /** Between quotation marks within the content. */
  readonly quoted: boolean;
  /** Left out by whoever cleans speech up: a hesitation, or a word said twice. */
  readonly filler: boolean;
}

/** A content as words. */
export interface Units {
  readonly units: readonly Unit[];
  /** One more than `units`: what stands before each, and what stands behind the last. */
  readonly marks: readonly number[];
}
