/** What an archive or a folder holds beside articles: counted by kind, so that one line tells of all of it. */

/** Kinds that are named one by one; the rest is counted together. */
const MOST_NAMED = 8;
/** Whoever makes an archive may make up kinds: no more are told apart, and their names are cut. */
const MOST_KINDS = 1_000;
const LONGEST_KIND = 60;

const OTHER = 'other kinds';

export class LeftOut {
  readonly #counts = new Map<string, number>();

  count(kind: string): void {
    const name = kind.slice(0, LONGEST_KIND);
    const counted = this.#counts.size < MOST_KINDS || this.#counts.has(name) ? name : OTHER;
    this.#counts.set(counted, (this.#counts.get(counted) ?? 0) + 1);
  }

  /** "image/png (3), redirects (2)", the most frequent first; empty where nothing was left out. */
  toString(): string {
    const kinds = [...this.#counts].filter(([kind]) => kind !== OTHER);
    kinds.sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    const rest = kinds.slice(MOST_NAMED).reduce((sum, [, count]) => sum + count, this.#counts.get(OTHER) ?? 0);
    const named: readonly (readonly [string, number])[] = [...kinds.slice(0, MOST_NAMED), [OTHER, rest]];
    return named.flatMap(([kind, count]) => (count > 0 ? `${kind} (${count})` : [])).join(', ');
  }
}
