import type { Sought } from './quotation.ts';
import type { Window } from './seek.ts';

/** A quotation laid word by word against words of a source. */
export interface Alignment {
  /** For each word of the quotation the word of the source at its place, whether or not they are the same; -1 for none. */
  readonly at: readonly number[];
  /** The weight of the words that are the same, as a share of the quotation's: 0 to 1. */
  readonly share: number;
  /** To rank by: what is the same, less what is not. */
  readonly score: number;
}

/** A word for another costs less than one put in and one left out. */
const OTHER_WORD = -0.6;
const SKIP_OPEN = -0.7;
const SKIP_ON = -0.08;
/** Where an ellipsis stands, the source goes on for as long as it likes. */
const CUT_OPEN = -0.1;
const CUT_ON = 0;
/** An editor's word stands for a few of the speaker's. */
const EDITORS_ON = -0.15;
const PUT_IN = -0.7;

const NONE = 0;
const PAIR = 1;
const SKIP = 2;
const INSERT = 3;

/**
 * Lays a quotation against a stretch of words (Gotoh 1982: gaps cost to open and little to go on), all of the quotation and
 * any part of the stretch. The time is the product of the two lengths, which are bounded by those who call.
 *
 * @returns null where no word is the same
 */
export function align(sought: Sought, forms: readonly string[], { from, to }: Window): Alignment | null {
  const [n, m] = [sought.forms.length, to - from];
  const wide = m + 1;
  const cells = (n + 1) * wide;
  // Three tables: the last words are a pair; the source's last word was skipped; the quotation's last word is put in.
  const [back, backSkip, backInsert] = [new Uint8Array(cells), new Uint8Array(cells), new Uint8Array(cells)];
  let [pair, skip, insert] = rows(wide);
  pair.fill(0);
  for (let i = 1; i <= n; i++) {
    const [nextPair, nextSkip, nextInsert] = rows(wide);
    const weight = sought.weights[i - 1]!;
    const form = sought.forms[i - 1]!;
    const editors = sought.editors[i - 1]!;
    const open = sought.cut[i] ? CUT_OPEN : editors || sought.editors[i] ? 0 : SKIP_OPEN;
    const on = sought.cut[i] ? CUT_ON : editors || sought.editors[i] ? EDITORS_ON : SKIP_ON;
    for (let j = 0; j <= m; j++) {
      const here = i * wide + j;
      if (j > 0) {
        const same = forms[from + j - 1] === form;
        const gain = editors ? (same ? 0.1 : 0) : same ? weight : OTHER_WORD;
        const [best, by] = largest(pair[j - 1]!, skip[j - 1]!, insert[j - 1]!);
        nextPair[j] = best + gain;
        back[here] = by;
        const [opened, opener] = largest(nextPair[j - 1]!, Number.NEGATIVE_INFINITY, nextInsert[j - 1]!);
        const longer = nextSkip[j - 1]! + on;
        nextSkip[j] = Math.max(opened + open + on, longer);
        backSkip[here] = longer > opened + open + on ? SKIP : opener;
      }
      const [best, by] = largest(pair[j]!, skip[j]!, insert[j]!);
      nextInsert[j] = best + (editors ? 0 : PUT_IN);
      backInsert[here] = by;
    }
    [pair, skip, insert] = [nextPair, nextSkip, nextInsert];
  }
  return trace(sought, forms, from, wide, { pair, insert, back, backSkip, backInsert });
}

function rows(wide: number): [Float64Array, Float64Array, Float64Array] {
  const row = (): Float64Array => new Float64Array(wide).fill(Number.NEGATIVE_INFINITY);
  return [row(), row(), row()];
}

function largest(pair: number, skip: number, insert: number): [value: number, table: number] {
  if (pair >= skip && pair >= insert) return [pair, PAIR];
  return skip >= insert ? [skip, SKIP] : [insert, INSERT];
}

interface Tables {
  readonly pair: Float64Array;
  readonly insert: Float64Array;
  readonly back: Uint8Array;
  readonly backSkip: Uint8Array;
  readonly backInsert: Uint8Array;
}

function trace(
  sought: Sought,
  forms: readonly string[],
  from: number,
  wide: number,
  { pair, insert, back, backSkip, backInsert }: Tables,
): Alignment | null {
  let score = Number.NEGATIVE_INFINITY;
  let [table, j] = [NONE, 0];
  for (let end = 0; end < wide; end++) {
    const [value, by] = largest(pair[end]!, Number.NEGATIVE_INFINITY, insert[end]!);
    if (value > score) [score, table, j] = [value, by, end];
  }
  const at = new Array<number>(sought.forms.length).fill(-1);
  for (let i = at.length; i > 0; ) {
    const here = i * wide + j;
    if (table === PAIR) {
      at[i - 1] = from + j - 1;
      table = back[here]!;
      i--;
      j--;
    } else if (table === SKIP) {
      table = backSkip[here]!;
      j--;
    } else {
      table = backInsert[here]!;
      i--;
    }
  }
  const same = at.reduce((sum, place, i) => sum + (forms[place] === sought.forms[i] ? sought.weights[i]! : 0), 0);
  return same > 0 ? { at, share: same / sought.weight, score: score / sought.weight } : null;
}
