import type { AttributionType, Change } from '../../../../src/model.ts';

/** Two wordings, the pieces of a content parted by " | ", and what a careful reader says of them. */
export interface WordPair {
  readonly before: string;
  readonly after: string;
  readonly change: Change;
  /** The kinds, the gravest first; with "*" at the end only the gravest is certain. Empty: none. */
  readonly kinds: string;
  /** `direct` where it is not said. */
  readonly types?: readonly [AttributionType, AttributionType];
  /** Names of the speakers; none where it does not matter. */
  readonly speakers?: readonly [string | null, string | null];
}

type Row = readonly [before: string, after: string, change: Change, kinds: string];

export const directPairs = (rows: readonly Row[]): WordPair[] =>
  rows.map(([before, after, change, kinds]) => ({ before, after, change, kinds }));

/** Pairs of what was said and how a reporter renders it. */
export const renderedPairs = (rows: readonly Row[]): WordPair[] =>
  rows.map(([before, after, change, kinds]) => ({ before, after, change, kinds, types: ['direct', 'indirect'] }));
