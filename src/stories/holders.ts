/** The stories that hold one key, with the number of their articles that do. */
export class Holders {
  /** In ascending order: the latest to come to be are the last. */
  readonly #stories: number[] = [];
  readonly #articles = new Map<number, number>();

  /** The latest of them, at most so many. Costs the same however many there are. */
  latest(most: number): number[] {
    return this.#stories.slice(-most);
  }

  hold(story: number): void {
    const articles = this.#articles.get(story) ?? 0;
    this.#articles.set(story, articles + 1);
    if (articles > 0) return;
    let at = this.#stories.length;
    while (at > 0 && this.#stories[at - 1]! > story) at--;
    this.#stories.splice(at, 0, story);
  }

  release(story: number): void {
    const left = this.#articles.get(story)! - 1;
    this.#articles.set(story, left);
    if (left > 0) return;
    this.#articles.delete(story);
    this.#stories.splice(this.#stories.lastIndexOf(story), 1);
  }
}
