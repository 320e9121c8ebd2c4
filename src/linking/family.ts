import { plainWords } from '../text/index.ts';

const AFTER_FAMILY = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd']);

/** The last word of a name, which with most is the family's: two of one family are too near to be told apart here. */
export const familyOf = (name: string): string | undefined =>
  plainWords(name).findLast((word) => !AFTER_FAMILY.has(word));
