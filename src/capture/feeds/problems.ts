/** What was wrong with a feed, in words for people. */
import { LIMITS } from './types.ts';

/** Collects problems, each once, the first `LIMITS.problems` of them in full. */
export class Problems {
  readonly #said = new Set<string>();
  #more = 0;

  say(problem: string): void {
    if (this.#said.has(problem)) return;
    if (this.#said.size < LIMITS.problems) this.#said.add(problem);
    else this.#more += 1;
  }

  list(): string[] {
    return this.#more ? [...this.#said, `and ${this.#more} more problems`] : [...this.#said];
  }
}

/** A piece of a feed as a message shows it: on one line, cut when long. */
export const shown = (value: string): string => {
  const line = value.replace(/\s+/g, ' ').trim();
  return JSON.stringify(line.length > 80 ? `${line.slice(0, 80)}…` : line);
};
