import type { WordCounts } from '../model.ts';

/** In how many articles of English news words occur: what training wrote, see `models/README.md`. */
export interface Background {
  /** How many articles were read. */
  readonly articles: number;
  /** Stem → in how many of them; stems that are not there are rare, or names. */
  readonly words: Readonly<Record<string, number>>;
}

/** So many articles may share a word because they are on one event: only what goes beyond tells that it is common. */
const OF_ONE_STORY = 25;
/** Words in more than this part of all articles say nothing of an event. */
const MOST_COMMON = 0.3;

/** Tells how much words tell, from how common they are. */
export class Commonness {
  readonly #background: Background;
  readonly #words: ReadonlyMap<string, number>;

  constructor(background: Background) {
    this.#background = background;
    this.#words = new Map(Object.entries(background.words));
  }

  /** The part of all articles that have a word, from the background alone; 0 where it is not known there. */
  share(stem: string): number {
    return (this.#words.get(stem) ?? 0) / this.#background.articles;
  }

  /**
   * How much a word tells: its inverse document frequency (Spärck Jones 1972) by the background or by the counts, whichever
   * holds it for the more common. The counts matter only beyond what one story explains, so that in a small record the
   * order in which articles come makes no difference.
   */
  weightOf(stem: string, counts: WordCounts): number {
    const { articles } = this.#background;
    const before = ((this.#words.get(stem) ?? 0) + 0.5) / (articles + 1);
    const beyond = (counts.of(stem) - OF_ONE_STORY) / Math.max(1, counts.articles);
    const share = Math.max(before, beyond);
    return share > MOST_COMMON ? 0 : -Math.log(share);
  }
}
