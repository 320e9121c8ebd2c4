import { type Likeness, likenessOf } from './occurrences.ts';
import { readQuotation, type Sought } from './quotation.ts';
import { Seeker } from './seek.ts';
import { SourceWords } from './source-words.ts';
import type { CheckTools, DraftQuotation, Finding, Occurrence, Source, Verdict } from './types.ts';
import { whose } from './whose.ts';
import { wordsOf } from './words.ts';

/** So many places are given for one quotation. */
export const MOST_FOUND = 10;
/** A quotation of more words is none: its closing mark is lost. */
export const MOST_WORDS = 500;
/** Fewer words may be the same by chance: who says them tells whether they are. */
const FEW_WORDS = 4;
/** So much of a quotation must be the same to be called an altered one, and so much where the speaker is. */
const LEAST_SHARE = 0.55;
const LEAST_SHARE_OF_ONE = 0.45;
const LEAST_TELLING = 1.8;

/** The best verdict first. */
const ORDER: readonly Verdict[] = ['verbatim', 'excerpt', 'misattributed', 'altered', 'not found'];

type Ranked = Occurrence & { readonly score: number; readonly isExact: boolean; readonly isSameSpeaker: boolean };

/** The best first: of equal verdicts those that give the words to whom the draft does. */
const byRank = (a: Ranked, b: Ranked): number =>
  ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
  Number(b.isSameSpeaker) - Number(a.isSameSpeaker) ||
  b.score - a.score;

/**
 * Checks the quotations of a draft against sources, one after another.
 *
 * `likely` looks at a text alone, and fast: of many sources only those need to be analysed that may hold a quotation. `add`
 * weighs one of them; `findings` gives what came of it. Each quotation takes the best verdict that any source allows.
 *
 * @example
 * const check = new Check(quotations, { sameSpeaker, compare });
 * for (const source of sources) if (check.likely(source.text).size > 0) check.add(source);
 * check.findings()[0].verdict; // 'altered'
 */
export class Check {
  readonly #quotations: readonly DraftQuotation[];
  readonly #sought: readonly Sought[];
  readonly #tools: CheckTools;
  readonly #seeker: Seeker;
  readonly #found: Ranked[][];
  #sources = 0;

  /** @param quotations of `MOST_WORDS` words at most each; longer ones are never found */
  constructor(quotations: readonly DraftQuotation[], tools: CheckTools) {
    this.#quotations = quotations;
    this.#tools = tools;
    this.#sought = quotations.map(({ words }) => readQuotation(words));
    this.#seeker = new Seeker(this.#sought.map((one) => (one.forms.length > MOST_WORDS ? NOTHING : one)));
    this.#found = quotations.map(() => []);
  }

  /** Which quotations a text may hold, with how much of each: 0 to 1. Linear in the length of the text. */
  likely(text: string): Map<number, number> {
    const windows = this.#seeker.windows(wordsOf(text).forms);
    return new Map([...windows].map(([quotation, [best]]) => [quotation, best!.score]));
  }

  /** Weighs one source. @returns its place in the list of sources, as occurrences give it */
  add(source: Source): number {
    const words = new SourceWords(source);
    const likenesses = new Map<number, Likeness[]>();
    for (const stream of words.streams) {
      for (const [quotation, windows] of this.#seeker.windows(stream.forms)) {
        const sought = this.#sought[quotation]!;
        const draft = this.#quotations[quotation]!;
        const found = windows.map((window) => likenessOf(draft, sought, words, stream, window, this.#tools.compare));
        likenesses.set(quotation, [...(likenesses.get(quotation) ?? []), ...found.filter((one) => one !== null)]);
      }
    }
    for (const [quotation, all] of likenesses) {
      const occurrences = apart(all).map((one) => this.#occurrence(quotation, one, source, words));
      this.#found[quotation]!.push(...occurrences.filter((one) => one !== null));
    }
    return this.#sources++;
  }

  /** What became of each quotation, in the order given. */
  findings(): Finding[] {
    return this.#found.map((all) => {
      const found = all
        .toSorted(byRank)
        .slice(0, MOST_FOUND)
        .map(({ score: _, isExact: __, isSameSpeaker: ___, ...occurrence }) => occurrence);
      return { verdict: found[0]?.verdict ?? 'not found', found };
    });
  }

  /** A likeness with who said it there; null where it is chance. */
  #occurrence(quotation: number, likeness: Likeness, source: Source, words: SourceWords): Ranked | null {
    const draft = this.#quotations[quotation]!;
    const sought = this.#sought[quotation]!;
    const { isExact, isWhole, share, ...about } = likeness;
    const attribution = words.attributionOf(likeness.span);
    const speaker = attribution?.speaker ?? null;
    const same = whose(draft, attribution, source, likeness.span, this.#tools.sameSpeaker);
    if (!isLikely(sought, likeness, same)) return null;
    const base = { ...about, source: this.#sources, speaker, isExact, isSameSpeaker: same === 'same' };
    if (!isExact || likeness.fault) {
      const kinds = same === 'different' ? ([...about.kinds, 'speaker'] as const) : about.kinds;
      return { ...base, kinds, verdict: 'altered' };
    }
    if (same === 'different') return { ...base, kinds: ['speaker'], fault: 'speaker', verdict: 'misattributed' };
    return { ...base, verdict: isWhole ? 'verbatim' : 'excerpt' };
  }
}

const NOTHING: Sought = {
  forms: [],
  starts: [],
  weights: [],
  weight: 0,
  cut: [false],
  editors: [],
  length: 0,
  telling: 0,
};

/** Of likenesses at one place the best: words in quotation marks before the same words without, all before some. */
function apart(likenesses: readonly Likeness[]): Likeness[] {
  const rank = ({ isExact, quoted, fault, score }: Likeness): number =>
    (isExact ? 10 : 0) + (quoted ? (isExact ? 2 : 0.15) : 0) - (fault ? 0.05 : 0) + score;
  const kept: Likeness[] = [];
  for (const one of likenesses.toSorted((a, b) => rank(b) - rank(a))) {
    if (!kept.some(({ span }) => span[0] < one.span[1] && one.span[0] < span[1])) kept.push(one);
  }
  return kept;
}

/** Whether that words are the same is no chance. */
function isLikely({ length, telling, weight }: Sought, likeness: Likeness, same: string): boolean {
  const { isExact, quoted, share, score } = likeness;
  const few = length < FEW_WORDS || telling < 2;
  if (few && isExact) return quoted && same !== 'different';
  if (few) return quoted && same === 'same' && share >= 0.5 && score > 0 && telling > 0;
  if (isExact) return true;
  if (score <= 0 || share * weight < LEAST_TELLING) return false;
  return share >= (same === 'same' ? LEAST_SHARE_OF_ONE : LEAST_SHARE);
}
