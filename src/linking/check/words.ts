import type { Span } from '../../model.ts';

/** Words of a text with their places, folded for comparison. */
export interface Words {
  readonly forms: readonly string[];
  /** Offsets in the text, UTF-16 code units. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Numbers with their points and commas, words with their apostrophes, "[T]he" as one word, and signs that are read as words. */
const WORD =
  /\p{N}+(?:[.,]\p{N}+)*|\[\p{L}\]\p{L}+|[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{N}][\p{L}\p{N}\p{M}]*)*|[%$£€¥]/gu;
const ASCII = /^[a-z0-9]+$/;

/**
 * A word without what printing alone decides: capitals, accents, the shape of an apostrophe, the commas of thousands, an
 * editor's bracket around a capital.
 */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  if (ASCII.test(lower)) return lower;
  return lower
    .replace(/[’ʼ]/g, "'")
    .replace(/,(?=\d{3}(?!\d))/g, '')
    .replace(/[[\]]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '');
}

/** The words of a text, or of a stretch of it; offsets are those of the text. */
export function wordsOf(text: string, [from, to]: Span = [0, text.length]): Words {
  const [forms, starts, ends]: [string[], number[], number[]] = [[], [], []];
  const piece = text.slice(from, to);
  for (const match of piece.matchAll(WORD)) {
    forms.push(fold(match[0]));
    starts.push(from + match.index);
    ends.push(from + match.index + match[0].length);
  }
  return { forms, starts, ends };
}

/** Words that any sentence may hold: that two texts share them says little. */
const FUNCTION_WORDS = new Set(
  (
    "a about after all also am an and any are as at be because been before being but by can can't could did didn't do " +
    "does doesn't doing don't down for from get go going got had has have having he he'd he'll he's her here hers him " +
    "his how i i'd i'll i'm i've if in into is isn't it it's its just know like me more most my no not now of off on " +
    "one only or other our out over said say says she she's should so some such than that that's the their them then " +
    "there there's these they they'll they're they've this those to too up us very was wasn't we we'll we're we've " +
    "well were what when where which while who will with won't would wouldn't you you're your"
  ).split(' '),
);

/** How much it says that two texts share a word. */
export const weightOf = (form: string): number => (FUNCTION_WORDS.has(form) ? 0.4 : 1);
