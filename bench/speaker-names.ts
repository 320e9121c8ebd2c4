import type { Newcomer } from '../src/speakers/index.ts';
import { Random } from '../training/synthetic/random.ts';

const ONSETS = 'b br c ch d dr f g gr h j k l m n p r s sh st t th tr v w'.split(' ');
const VOWELS = 'a e i o u ai ea ou'.split(' ');
const CODAS = ['', 'l', 'n', 'r', 's', 't', 'nd', 'rt', 'ck', 'm'];

/** The `index`th invented word: syllables told apart by the digits of the index. */
export function inventedWord(index: number): string {
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
const ranked = (random: Random, most: number, flat: number): number =>
  Math.floor(flat * ((most + flat) / flat) ** random.next() - flat);

/**
 * Invented people, with the skew of the United States: the commonest family name is that of one in 120, the twelve commonest
 * of one in 14; the commonest given name is that of one in 55. A fifth have a middle initial, some come without a given name.
 */
export function* people(seed: number, count: number): Generator<Newcomer> {
  const random = new Random(seed);
  for (let i = 0; i < count; i++) {
    const family = inventedWord(ranked(random, MOST_FAMILIES, 12));
    const rank = ranked(random, MOST_GIVEN, 8);
    const given = GIVEN[rank] ?? inventedWord(rank + MOST_FAMILIES);
    const middle = random.chance(0.2) ? `${String.fromCharCode(65 + random.between(0, 25))}. ` : '';
    const name = random.chance(0.03) ? family : `${given} ${middle}${family}`;
    yield { name, kind: 'person', role: random.chance(0.3) ? 'senator' : null, outlet: null };
  }
}
