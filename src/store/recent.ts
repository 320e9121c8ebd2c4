/** What was asked for last, at most so much: for what costs more to make anew than to keep. */
export class Recent<Value> {
  readonly #most: number;
  /** The one that was asked for longest ago is the first. */
  readonly #values = new Map<number, Value>();

  constructor(most: number) {
    this.#most = most;
  }

  /** What was made of these rows, in their order. @param make makes it of those that are not kept, each once */
  of(rows: readonly number[], make: (missing: readonly number[]) => ReadonlyMap<number, Value>): Value[] {
    const missing = new Set(rows.filter((row) => !this.#values.has(row)));
    const made = missing.size > 0 ? make([...missing]) : new Map<number, Value>();
    const found = rows.map((row) => this.#values.get(row) ?? made.get(row)!);
    for (const [at, row] of rows.entries()) {
      this.#values.delete(row);
      this.#values.set(row, found[at]!);
    }
    for (const row of this.#values.keys()) {
      if (this.#values.size <= this.#most) break;
      this.#values.delete(row);
    }
    return found;
  }

  forget(): void {
    this.#values.clear();
  }
}
