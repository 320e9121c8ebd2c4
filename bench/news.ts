import { Random } from '../training/synthetic/random.ts';

const SYLLABLES = 'ba dor ke lim mar no pel ri sva tur ul ven xo yal zem gra hol fi cor dun'.split(' ');
/** So many different names and words news is made of. */
const NAMES = 3000;
const WORDS = 20_000;
const A_DAY = 300;
const FIRST_DAY = Date.UTC(2031, 0, 1);

export interface NewsArticle {
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

/** The n-th invented word: each number gives another one. */
function wordAt(n: number): string {
  let word = '';
  for (let rest = n + SYLLABLES.length ** 2; rest > 0; rest = Math.floor(rest / SYLLABLES.length)) {
    word += SYLLABLES[rest % SYLLABLES.length]!;
  }
  return word;
}

function nameAt(n: number): string {
  const word = wordAt(n + WORDS);
  return word[0]!.toUpperCase() + word.slice(1);
}

/** Few are met often and many seldom, as in Zipf's law: the n-th about 1/n times as often as the first. */
const zipf = (random: Random, many: number): number => Math.floor(many ** random.next()) - 1;

/**
 * Articles like a day's news, without end: events with one to ten articles each, in which the famous take part more often
 * than others; an event has some names and words of its own, and its articles share them among common words.
 */
export function* news(seed: number): Generator<NewsArticle> {
  const random = new Random(seed);
  for (let written = 0; ; ) {
    const own = Array.from({ length: 3 }, () => nameAt(NAMES + random.between(0, 200_000)));
    const names = [...own, ...Array.from({ length: 4 }, () => nameAt(zipf(random, NAMES)))];
    const words = Array.from({ length: 15 }, () => wordAt(zipf(random, WORDS)));
    const articles = random.between(1, 10);
    for (let at = 0; at < articles; at++, written++) {
      const sentence = () =>
        Array.from({ length: 12 }, () => {
          if (random.chance(0.25)) return random.pick(names);
          return random.chance(0.4) ? random.pick(words) : wordAt(zipf(random, WORDS));
        }).join(' ');
      const text = Array.from({ length: 7 }, () => `${sentence()}.`).join('\n');
      const published = new Date(FIRST_DAY + Math.floor(written / A_DAY) * 86_400_000).toISOString().slice(0, 10);
      yield { title: sentence(), text, published };
    }
  }
}
