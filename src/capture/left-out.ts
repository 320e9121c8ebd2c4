/** What an archive or a folder holds beside articles: counted by kind, so that one line tells of all of it. */

/** Kinds that are named one by one; the rest is counted together. */
const MOST_NAMED = 8;

export class LeftOut {
  readonly #counts = new Map<string, number>();

  count(kind: string): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + 1);
  }

  /** "image/png (3), redirects (2)", the most frequent first; empty where nothing was left out. */
  toString(): string {
    const kinds = [...this.#counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const named = kinds.slice(0, MOST_NAMED).map(([kind, count]) => `${kind} (${count})`);
    const rest = kinds.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, 0);
    return [...named, ...(rest > 0 ? [`other kinds (${rest})`] : [])].join(', ');
  }
}
