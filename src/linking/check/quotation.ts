import { weightOf, wordsOf } from './words.ts';

/** A quotation as it is looked for. */
export interface Sought {
  readonly forms: readonly string[];
  /** Where each begins in the words between the quotation marks, UTF-16 code units. */
  readonly starts: readonly number[];
  /** How much it says that a source has the word; 0 for an editor's. */
  readonly weights: readonly number[];
  /** The sum of the weights. */
  readonly weight: number;
  /** Whether words may be left out before the word (at `forms.length`: after the last): an ellipsis stands there. */
  readonly cut: readonly boolean[];
  /** Whether the word stands in square brackets: the editor's, not the speaker's. */
  readonly editors: readonly boolean[];
  /** Words that are no editor's. */
  readonly length: number;
  /** Of these, those that say something. */
  readonly telling: number;
}

/** "…", "...", ". . .", and the same in brackets: "[…]" leaves out, it puts nothing in. */
const ELLIPSIS = /…|\.\s?\.\s?\./;
/** An editor's words, or his ending of a word: "[the ministry]", "want[ed]". One letter before others is a capital: "[T]he". */
const BRACKETED = /\[[^[\]]{1,200}\](?!\p{L})/gu;

/** Reads the words between a draft's quotation marks. */
export function readQuotation(text: string): Sought {
  const words = wordsOf(text);
  const brackets = [...text.matchAll(BRACKETED)].map((match) => [match.index, match.index + match[0].length] as const);
  const editors: boolean[] = [];
  const cut: boolean[] = [];
  let at = 0;
  let bracket = 0;
  for (const [i, start] of words.starts.entries()) {
    const end = words.ends[i]!;
    while (bracket < brackets.length && brackets[bracket]![1] < start) bracket++;
    const near = brackets[bracket];
    editors.push(near !== undefined && near[0] <= end && start < near[1]);
    cut.push(ELLIPSIS.test(text.slice(at, start)));
    at = end;
  }
  cut.push(ELLIPSIS.test(text.slice(at)));
  const weights = words.forms.map((form, i) => (editors[i] ? 0 : weightOf(form)));
  return {
    forms: words.forms,
    starts: words.starts,
    weights,
    weight: weights.reduce((sum, each) => sum + each, 0),
    cut,
    editors,
    length: editors.filter((editor) => !editor).length,
    telling: weights.filter((weight) => weight === 1).length,
  };
}
