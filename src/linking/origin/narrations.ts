import type { NarratedArticle, ReprintPair } from '../../model.ts';
import { pair } from './reprint.ts';

/** Of each key, so many articles are read at most; a key that more hold says nothing. */
export const MOST_HOLDERS = 24;
/** So many articles are compared with a newcomer at most. */
export const MOST_COMPARED = 12;
/** With fewer keys in common two articles are not compared. */
export const LEAST_KEYS = 2;

/** Articles that were seen, by the fingerprints of their words: for use without a record. */
export class Narrations<A extends NarratedArticle> {
  readonly #holders = new Map<number, A[]>();

  /**
   * Takes in an article, and gives those before it that it comes from or that come from it, those with most words in
   * common first. It costs the same however many there are.
   */
  add(article: A): ReprintPair<A>[] {
    const shared = new Map<A, number>();
    const common = new Set<number>();
    for (const key of article.narration.keys) {
      const holders = this.#holders.get(key) ?? [];
      if (holders.length > MOST_HOLDERS) common.add(key);
      else for (const one of holders) shared.set(one, (shared.get(one) ?? 0) + 1);
      if (holders.length <= MOST_HOLDERS) holders.push(article);
      this.#holders.set(key, holders);
    }
    return [...shared]
      .filter(([, keys]) => keys >= LEAST_KEYS)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_COMPARED)
      .flatMap(([other]) => pair(other, article, { common }) ?? []);
  }
}
