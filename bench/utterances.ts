import type { Speaker } from '../src/model.ts';
import { Random } from '../training/synthetic/random.ts';
import { inventedWord, people } from './speaker-names.ts';

/** The commonest words of English, in the order of how common they are. */
const COMMON = (
  'the to of and a in that is i we it for you on have be this with are they not was our he as at but do will my so what if ' +
  'there their people by or from an can all who his has about more would one been going think just because were me know them ' +
  'up get when out like no had some want very how now those time make she than your country need which right other president ' +
  'us into her only said these many could then take him go over government work also good way did way back say every where ' +
  'years should must here never any even well see against most before still after first between new being'
).split(' ');
const VOCABULARY = 40_000;
const SPEAKERS = 5000;
const STOCK_PHRASES = 400;

/** What a copy does to the words it copies. */
export type Copying = 'verbatim' | 'cut' | 'altered' | 'cut and altered';

/** One utterance, or what an article gives as such. */
export interface Utterance {
  readonly speaker: Speaker;
  readonly words: readonly string[];
}

/** A rank between 0 and `most`, distributed as words and speakers are (Zipf and Mandelbrot, with `flat` as shift). */
const ranked = (random: Random, most: number, flat: number): number =>
  Math.floor(flat * ((most + flat) / flat) ** random.next() - flat);

const wordOf = (rank: number): string => COMMON[rank] ?? inventedWord(rank).toLowerCase();
const someWords = (random: Random, count: number): string[] =>
  Array.from({ length: count }, () => wordOf(ranked(random, VOCABULARY, 3)));

const speakers: readonly Speaker[] = [...people(11, SPEAKERS)].map((newcomer) => ({ ...newcomer, role: null }));
const phrases: readonly string[][] = (() => {
  const random = new Random(5);
  return Array.from({ length: STOCK_PHRASES }, () =>
    Array.from({ length: random.between(4, 9) }, () => wordOf(ranked(random, 600, 3))),
  );
})();

/**
 * The `index`th utterance, the same in every run: 6 to 45 words with the skew of language, a fourth of them with a stock
 * phrase of four to nine common words that thousands of others have too; by one of 5,000 speakers, few of whom speak most.
 */
export function utterance(index: number): Utterance {
  const random = new Random(index);
  const words = someWords(random, random.between(6, 45));
  if (random.chance(0.25)) words.splice(random.between(0, words.length), 0, ...random.pick(phrases));
  return { speaker: speakers[ranked(random, SPEAKERS - 1, 8)]!, words };
}

/** A copy of an utterance as a newspaper prints it; a cut leaves eight words or more, an altered one has one word in twelve changed. */
export function copied({ speaker, words }: Utterance, copying: Copying, random: Random): Utterance {
  let kept = [...words];
  if (copying.startsWith('cut') && words.length > 8) {
    const length = random.between(8, Math.max(8, words.length - 2));
    const from = random.between(0, words.length - length);
    kept = kept.slice(from, from + length);
  }
  if (copying.endsWith('altered')) {
    for (let changes = Math.ceil(kept.length / 12); changes > 0; changes--) {
      const at = random.between(0, kept.length - 1);
      const [word] = someWords(random, 1);
      if (random.chance(0.3)) kept.splice(at, 0, word!);
      else kept[at] = word!;
    }
  }
  return { speaker, words: kept };
}
