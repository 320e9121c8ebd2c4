import { Random } from '../../training/synthetic/random.ts';

const SYLLABLES = 'ba dor ke lim mar no pel ri sva tur ul ven xo yal zem gra hol fi cor dun'.split(' ');
const COMMON = (
  'the government said people after talks police city report week minister country official plan market water road ' +
  'school court meeting company worker price north south river bridge house family morning evening season leader'
).split(' ');

/** An article of an event, as grouping takes it. */
export interface Invented {
  readonly id: string;
  readonly event: number;
  readonly title: string;
  readonly text: string;
  readonly published: string;
}

const nameOf = (random: Random) => {
  const name = Array.from({ length: 3 }, () => random.pick(SYLLABLES)).join('');
  return name[0]!.toUpperCase() + name.slice(1);
};

/**
 * Articles on so many invented events, several each: an event has its own names and rare words, and shares its people with
 * others; an article has some of them among common words.
 */
export function inventedArticles(seed: number, events: number, each: number): Invented[] {
  const random = new Random(seed);
  const shared = Array.from({ length: 12 }, () => nameOf(random));
  return Array.from({ length: events }, (_, event) => {
    const names = [...Array.from({ length: 8 }, () => nameOf(random)), ...random.sample(shared, 2)];
    const rare = Array.from({ length: 12 }, () => nameOf(random).toLowerCase());
    const day = `2031-0${1 + (event % 9)}-1${event % 10}`;
    return Array.from({ length: each }, (_article, at): Invented => {
      const sentence = (length: number) =>
        Array.from({ length }, () => random.pick(random.chance(0.3) ? names : random.chance(0.3) ? rare : COMMON)).join(
          ' ',
        );
      const text = Array.from({ length: 8 }, () => `${sentence(14)}.`).join('\n');
      return { id: `${event}-${at}`, event, title: sentence(7), text, published: day };
    });
  }).flat();
}

/** The same articles in another order. */
export function shuffled<T>(seed: number, items: readonly T[]): T[] {
  return new Random(seed).sample(items, items.length);
}
