/** JSON feeds that are not quite JSON: cut off, with commas too many, or with line breaks within strings. */

interface Level {
  readonly isArray: boolean;
  /** Whether it is the feed's list of items. */
  readonly isItems: boolean;
}

/** What is left of a text as JSON, and whether its end was missing. */
interface Repaired {
  readonly json: string;
  readonly cut: boolean;
}

/** Where the string that begins at `start` ends, behind its quotation mark; beyond the text when it does not. */
function stringEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '"') return at + 1;
  }
  return text.length + 1;
}

class Repair {
  readonly #text: string;
  readonly #levels: Level[] = [];
  /** The pieces that are kept, and where the next one begins. */
  #kept = '';
  #from = 0;
  /** A comma that may be one too many. */
  #comma = -1;
  /** The last string of the feed itself, which may be the name of what follows. */
  #name = '';
  /** The JSON up to the last item that is whole. */
  #safe: string | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  run(): Repaired | null {
    const text = this.#text;
    for (let at = 0; at < text.length; at++) {
      const char = text[at]!;
      if (char === '"') {
        const end = stringEnd(text, at);
        if (end > text.length) break;
        if (this.#levels.length === 1) this.#name = text.slice(at + 1, end - 1);
        at = end - 1;
        this.#comma = -1;
      } else if (char === '{' || char === '[') {
        this.#enter(char === '[', at);
      } else if (char === '}' || char === ']') {
        this.#leave(at);
        if (!this.#levels.length) return { json: this.#upTo(at + 1), cut: false };
      } else if (char === ',') {
        this.#comma = at;
      } else if (char !== ' ') {
        this.#comma = -1;
      }
    }
    return this.#safe === null ? null : { json: `${this.#safe}]}`, cut: true };
  }

  #upTo(end: number): string {
    this.#kept += this.#text.slice(this.#from, end);
    this.#from = end;
    return this.#kept;
  }

  #enter(isArray: boolean, at: number): void {
    this.#comma = -1;
    const isItems = isArray && this.#levels.length === 1 && this.#name === 'items';
    this.#levels.push({ isArray, isItems });
    if (isItems) this.#safe = this.#upTo(at + 1);
  }

  #leave(at: number): void {
    if (this.#comma >= 0) {
      this.#upTo(this.#comma);
      this.#from = this.#comma + 1;
      this.#comma = -1;
    }
    this.#levels.pop();
    if (this.#levels.at(-1)?.isItems) this.#safe = this.#upTo(at + 1);
  }
}

/**
 * Mends the JSON of a feed, an object that holds a list of items. Its strings stay as they are, but for line breaks.
 *
 * @returns null when the text ends before its items begin
 */
export const repairJson = (text: string): Repaired | null => new Repair(text.replace(/[\t\r\n]/g, ' ')).run();
