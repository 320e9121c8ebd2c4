/** So many texts are weighed for one quotation: those that hold most of it. */
const MOST_TEXTS = 24;

/** Keeps the texts that are likeliest to hold quotations, as texts pass by. */
export class Likeliest<T> {
  /** Quotation → its texts, the likeliest first. */
  readonly #best = new Map<number, { readonly score: number; readonly order: number; readonly text: T }[]>();
  #order = 0;

  /** @param scores quotation → how much of it the text holds */
  offer(text: T, scores: ReadonlyMap<number, number>): void {
    const order = this.#order++;
    for (const [quotation, score] of scores) {
      const best = this.#best.get(quotation) ?? [];
      const at = best.findIndex((other) => other.score < score);
      best.splice(at < 0 ? best.length : at, 0, { score, order, text });
      best.length = Math.min(best.length, MOST_TEXTS);
      this.#best.set(quotation, best);
    }
  }

  /** Each text once, in the order in which they came. */
  texts(): T[] {
    const all = [...this.#best.values()].flat().sort((a, b) => a.order - b.order);
    return all.flatMap(({ text, order }, i) => (all[i - 1]?.order === order ? [] : [text]));
  }
}
