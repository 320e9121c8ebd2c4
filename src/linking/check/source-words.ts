import type { Span } from '../../model.ts';
import type { Source, SourceAttribution } from './types.ts';
import { type Words, wordsOf } from './words.ts';

/** Two quotations of one speaker with no more than a clause between them ("…," she said. "…") may be given as one. */
const LONGEST_BETWEEN = 150;
/** So many words of a sentence are looked at beyond a quotation. */
const LONGEST_CONTEXT = 60;

/** Words in a row: those of a whole text, or those of its quotations alone. */
export interface Stream {
  /** Whether these are the words inside quotation marks. */
  readonly quoted: boolean;
  readonly forms: readonly string[];
  /** For each word its place among the words of the text. */
  readonly places: readonly number[];
}

/** The words of a source, with what stands in quotation marks. */
export class SourceWords {
  readonly text: string;
  readonly streams: readonly Stream[];
  readonly #words: Words;
  readonly #stretches: readonly Span[];
  readonly #attributions: readonly SourceAttribution[];
  /** For each word the stretch that it stands in; -1 outside quotation marks. */
  readonly #stretchOf: readonly number[];

  constructor({ text, quoted, attributions }: Source) {
    this.text = text;
    this.#words = wordsOf(text);
    this.#attributions = attributions;
    const turns = attributions.filter(({ type }) => type === 'direct').flatMap(({ content }) => content);
    this.#stretches = merged([...quoted, ...turns]);
    this.#stretchOf = stretchesOf(this.#words.starts, this.#stretches);
    const every = this.#words.forms.map((_, i) => i);
    const places = every.filter((place) => this.#stretchOf[place]! >= 0);
    this.streams = [
      { quoted: true, places, forms: places.map((place) => this.#words.forms[place]!) },
      { quoted: false, places: every, forms: this.#words.forms },
    ];
  }

  /** The offsets from one word of the text to another, both included. */
  span(first: number, last: number): Span {
    return [this.#words.starts[first]!, this.#words.ends[last]!];
  }

  isQuoted(place: number): boolean {
    return this.#stretchOf[place]! >= 0;
  }

  /** Whether all between two quoted words is one quotation, be it cut by a clause that says who speaks. */
  isOneQuotation(first: number, last: number): boolean {
    for (let stretch = this.#stretchOf[first]!; stretch < this.#stretchOf[last]!; stretch++) {
      if (!this.#isJoined(stretch, stretch + 1)) return false;
    }
    return true;
  }

  /** Whether a word begins, or ends, what stands between marks. */
  isEdge(place: number, side: 'first' | 'last'): boolean {
    return this.#stretchOf[place + (side === 'first' ? -1 : 1)] !== this.#stretchOf[place];
  }

  #isJoined(one: number, other: number): boolean {
    const [a, b] = [this.#stretches[one]!, this.#stretches[other]!];
    const [first, second] = [this.attributionOf(a), this.attributionOf(b)];
    if (first !== null && first === second) return true;
    const between = this.text.slice(a[1], b[0]);
    // A paragraph that is left open goes on in the next, which opens again.
    if (/^\s*\n/.test(between)) return between.length < 8;
    if (between.includes('\n') || between.length > LONGEST_BETWEEN) return false;
    return first?.speaker?.name === second?.speaker?.name;
  }

  /** The words of a stretch of the text, quotation by quotation, or whole where it is the reporter's. */
  pieces([start, end]: Span, quoted: boolean): string[] {
    if (!quoted) return [this.text.slice(start, end)];
    return this.#stretches
      .filter(([from, to]) => from < end && to > start)
      .map(([from, to]) => this.text.slice(Math.max(from, start), Math.min(to, end)));
  }

  /** The attribution that most of a stretch belongs to; of several the narrowest. */
  attributionOf([start, end]: Span): SourceAttribution | null {
    let best: SourceAttribution | null = null;
    let [covered, size] = [0, 0];
    for (const attribution of this.#attributions) {
      const { content } = attribution;
      const shared = content.reduce(
        (sum, [from, to]) => sum + Math.max(0, Math.min(to, end) - Math.max(from, start)),
        0,
      );
      const length = content.reduce((sum, [from, to]) => sum + to - from, 0);
      if (shared > covered || (shared > 0 && shared === covered && length < size)) {
        [best, covered, size] = [attribution, shared, length];
      }
    }
    return best;
  }

  /** What the quotation says in the same sentence before its word at `place`, or after it; empty at a sentence's end. */
  context(place: number, side: 'before' | 'after'): string {
    const step = side === 'before' ? -1 : 1;
    const parts: string[] = [];
    for (let at = place; parts.length < LONGEST_CONTEXT; ) {
      const next = this.#neighbour(at, step);
      if (next === null) break;
      const between = side === 'before' ? this.#between(next, at) : this.#between(at, next);
      if (/[.!?](?:["”’»')\]\s]|$)/.test(between)) break;
      const word = this.text.slice(...this.span(next, next));
      parts.push(side === 'before' ? word + between : between + word);
      at = next;
    }
    return (side === 'before' ? parts.reverse() : parts).join('').replace(/\s+/g, ' ');
  }

  /** The next quoted word of the same quotation. */
  #neighbour(place: number, step: 1 | -1): number | null {
    let next = place + step;
    while (this.#stretchOf[next] === -1) next += step;
    if (this.#stretchOf[next] === undefined) return null;
    const [first, last] = step > 0 ? [place, next] : [next, place];
    return this.isOneQuotation(first, last) ? next : null;
  }

  /** What stands between two neighbours: inside the marks as it is, and of a clause between them whether it ends a sentence. */
  #between(first: number, last: number): string {
    const [from, to] = [this.#words.ends[first]!, this.#words.starts[last]!];
    const [one, other] = [this.#stretchOf[first]!, this.#stretchOf[last]!];
    if (one === other) return this.text.slice(from, to);
    const clause = this.text.slice(this.#stretches[one]![1], this.#stretches[other]![0]);
    const inside = this.text.slice(from, this.#stretches[one]![1]);
    return `${inside} ${/[.!?](?:\s|$)/.test(clause) ? '. ' : ''}`;
  }

  /** The words between two places, both excluded, with whether marks of a clause stand on both sides. */
  skipped(first: number, last: number): { readonly words: string; readonly isClause: boolean } {
    const [from, to] = [this.#words.ends[first]!, this.#words.starts[last]!];
    const words = this.text.slice(from, to);
    return { words, isClause: /^\W*[,;:.!?—–-]/u.test(words) && /[,;:.!?—–-]\W*$/u.test(words) };
  }
}

/** Stretches put together where they overlap, in order. */
function merged(spans: readonly Span[]): Span[] {
  const out: [number, number][] = [];
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = out.at(-1);
    if (last && start < last[1]) last[1] = Math.max(last[1], end);
    else if (end > start) out.push([start, end]);
  }
  return out;
}

function stretchesOf(starts: readonly number[], stretches: readonly Span[]): number[] {
  let stretch = 0;
  return starts.map((start) => {
    while (stretch < stretches.length && stretches[stretch]![1] <= start) stretch++;
    return stretch < stretches.length && stretches[stretch]![0] <= start ? stretch : -1;
  });
}
