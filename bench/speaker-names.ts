import type { Newcomer } from '../src/speakers/index.ts';

const ONSETS = 'b br c ch d dr f g gr h j k l m n p r s sh st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', 'l', 'n', 'r', 's', 't', 'nd', 'rt', 'ck', 'm'];

/** Numbers from 0 to 1, the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The `index`th invented word: syllables told apart by the digits of the index. */
function word(index: number): string {
  let rest = index;
  let text = '';
  do {
    text += ONSETS[rest % ONSETS.length]!;
    rest = Math.floor(rest / ONSETS.length);
    text += VOWELS[rest % VOWELS.length]! + CODAS[(rest * 7) % CODAS.length]!;
    rest = Math.floor(rest / VOWELS.length);
  } while (rest > 0);
  return text[0]!.toUpperCase() + text.slice(1);
}

const MOST_FAMILIES = 150_000;
/** The given names of a country: few of them are most people's. */
const GIVEN = [
  ...'James Mary John Patricia Robert Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Joseph Jessica'.split(
    ' ',
  ),
  ...'Thomas Sarah Charles Karen Daniel Nancy Anthony Lisa Mark Betty Oleksii Dmytro Mohammed Fatima Wei Min'.split(
    ' ',
  ),
];
const MOST_GIVEN = 5000;

/** A rank between 0 and `most`, the first the likeliest, as names are distributed (Zipf and Mandelbrot, with `flat` as shift). */
const ranked = (random: () => number, most: number, flat: number): number =>
  Math.floor(flat * ((most + flat) / flat) ** random() - flat);

/**
 * Invented people, with the skew of the United States: the commonest family name is that of one in 120, the twelve commonest
 * of one in 14; the commonest given name is that of one in 55. A fifth have a middle initial, some come without a given name.
 */
export function* people(seed: number, count: number): Generator<Newcomer> {
  const random = randomFrom(seed);
  for (let i = 0; i < count; i++) {
    const family = word(ranked(random, MOST_FAMILIES, 12));
    const rank = ranked(random, MOST_GIVEN, 8);
    const given = GIVEN[rank] ?? word(rank + MOST_FAMILIES);
    const middle = random() < 0.2 ? `${String.fromCharCode(65 + Math.floor(random() * 26))}. ` : '';
    const name = random() < 0.03 ? family : `${given} ${middle}${family}`;
    yield { name, kind: 'person', role: random() < 0.3 ? 'senator' : null, outlet: null };
  }
}
