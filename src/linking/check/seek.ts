import type { Sought } from './quotation.ts';

/** A stretch of words that may hold a quotation. */
export interface Window {
  /** `[from, to)`, in words of what was looked through. */
  readonly from: number;
  readonly to: number;
  /** How much of the quotation's weight stands in it: 0 to 1. */
  readonly score: number;
}

/** A key that more words of quotations share says nothing. */
const MOST_HOLDERS = 40;
/** Less of a quotation than this is another quotation. */
const LEAST_SCORE = 0.4;
/** So many stretches of one text are looked at for one quotation. */
const MOST_WINDOWS = 3;
/** So often may words of one quotation stand in a text; what comes after is left aside. */
const MOST_HITS = 20_000;

/** Where a word of a quotation stands in a text. */
interface Hit {
  readonly at: number;
  /** Which of the quotation's words. */
  readonly word: number;
}

/** A word of a quotation: which quotation, which word. */
type Holder = readonly [quotation: number, word: number];

/**
 * Finds where texts may hold quotations: by the words that say something, and by any two words in a row. The quotations
 * are indexed, not the texts, so that texts can pass by in any number; the time is linear in their length.
 */
export class Seeker {
  readonly #sought: readonly Sought[];
  readonly #ids = new Map<string, number>();
  readonly #single = new Map<number, Holder[]>();
  readonly #pairs = new Map<number, Holder[]>();

  constructor(sought: readonly Sought[]) {
    this.#sought = sought;
    for (const [quotation, { forms, weights }] of sought.entries()) {
      for (const [word, form] of forms.entries()) {
        const id = this.#idOf(form);
        if (weights[word] === 1) hold(this.#single, id, [quotation, word]);
        if (word > 0) hold(this.#pairs, this.#pair(this.#idOf(forms[word - 1]!), id), [quotation, word - 1]);
      }
    }
  }

  #idOf(form: string): number {
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    this.#ids.set(form, this.#ids.size);
    return this.#ids.size - 1;
  }

  #pair(first: number, second: number): number {
    return first * 0x4000000 + second;
  }

  /** For each quotation that a text may hold, the stretches where, the likeliest first. */
  windows(forms: readonly string[]): Map<number, Window[]> {
    const hits = this.#hits(forms);
    const found = new Map<number, Window[]>();
    for (const [quotation, of] of hits) {
      const windows = windowsOf(this.#sought[quotation]!, of, forms.length);
      if (windows.length > 0) found.set(quotation, windows);
    }
    return found;
  }

  #hits(forms: readonly string[]): Map<number, Hit[]> {
    const hits = new Map<number, Hit[]>();
    const add = (quotation: number, at: number, word: number): void => {
      const of = hits.get(quotation);
      if (!of) hits.set(quotation, [{ at, word }]);
      else if (of.length < MOST_HITS) of.push({ at, word });
    };
    let before: number | undefined;
    for (const [at, form] of forms.entries()) {
      const id = this.#ids.get(form);
      if (id !== undefined) {
        for (const [quotation, word] of few(this.#single.get(id))) add(quotation, at, word);
        if (before !== undefined) {
          for (const [quotation, word] of few(this.#pairs.get(this.#pair(before, id)))) {
            add(quotation, at - 1, word);
            add(quotation, at, word + 1);
          }
        }
      }
      before = id;
    }
    return hits;
  }
}

function hold(into: Map<number, Holder[]>, key: number, holder: Holder): void {
  const holders = into.get(key);
  if (!holders) into.set(key, [holder]);
  else if (holders.length <= MOST_HOLDERS) holders.push(holder);
}

const few = (holders: readonly Holder[] | undefined): readonly Holder[] =>
  holders === undefined || holders.length > MOST_HOLDERS ? [] : holders;

/** How many words of a text are looked at around a quotation of so many. */
const reach = (words: number): number => Math.ceil(words * 1.6) + 12;

/** The stretches that hold most of a quotation. They may overlap; none lies in another. */
function windowsOf({ forms, weights, weight }: Sought, hits: Hit[], length: number): Window[] {
  hits.sort((a, b) => a.at - b.at);
  const wide = reach(forms.length);
  const times = new Uint32Array(forms.length);
  const ends: { score: number; first: number; last: number }[] = [];
  let score = 0;
  let low = 0;
  for (const { at, word } of hits) {
    if (times[word]!++ === 0) score += weights[word]!;
    for (; hits[low]!.at <= at - wide; low++) if (--times[hits[low]!.word]! === 0) score -= weights[hits[low]!.word]!;
    // A word that comes again is not needed: the stretch is the shortest that ends here.
    for (; times[hits[low]!.word]! > 1; low++) times[hits[low]!.word]!--;
    const share = weight > 0 ? score / weight : 0;
    if (share >= LEAST_SCORE) ends.push({ score: share, first: hits[low]!.at, last: at });
  }
  // Where words recur, the quotation may begin with the last hit, or end with the first.
  const margin = forms.length + 4;
  const windows: Window[] = [];
  for (const { score, first, last } of ends.sort((a, b) => b.score - a.score || a.first - b.first)) {
    if (windows.some(({ from, to }) => first >= from && last < to)) continue;
    windows.push({ from: Math.max(0, first - margin), to: Math.min(length, last + margin + 1), score });
    if (windows.length === MOST_WINDOWS) break;
  }
  return windows;
}
