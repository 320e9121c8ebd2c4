import type { Span } from '../../model.ts';
import type { Document, TokenRange } from '../../text/index.ts';
import { DOUBLE, FAMILIES, type Family, GUILLEMET, type Mark, marksOf, SINGLE } from './marks.ts';
import { isName } from './names.ts';

/** A stretch of one paragraph that stands inside quotation marks. */
export interface Quotation {
  /** The words inside, without the marks. */
  readonly span: Span;
  /** Index of the opening mark's token; null when the paragraph begins inside the quotation. */
  readonly open: number | null;
  /** Index of the closing mark's token; null when the mark is never closed: then the paragraph's end closes it. */
  readonly close: number | null;
  /** 0 for the outermost, 1 for a quotation within one, and so on. */
  readonly depth: number;
  /** True when the paragraph before was left open and this one goes on with the same quotation, as newspapers print it. */
  readonly continues: boolean;
}

/*
 * What is odd about a reading, against the costs of the marks themselves: a mark read against its glyph or its
 * surroundings (3) is odder than one the writer forgot to close (2), which is odder than marks of one family within
 * each other (1.5).
 */
const UNCLOSED: Record<Family, number> = { [DOUBLE]: 2, [SINGLE]: 2.6, [GUILLEMET]: 2 };
const UNCLOSED_BUT_REOPENED = 0.4;
/** The paragraph begins inside a quotation: the one before was left open, or the opening mark is lost. */
const CARRIED = 0.9;
const LOST_OPENING: Record<Family, number> = { [DOUBLE]: 2.2, [SINGLE]: 4, [GUILLEMET]: 4 };
const SAME_WITHIN = 1.5;
/** An opening mark that ends an earlier quotation of its family, which was never closed. */
const REPLACED = 2.2;
const INNER_UNCLOSED = 1.5;

/** All stacks of open families up to three deep; index 0 is the empty one. */
const STACKS: readonly (readonly Family[])[] = (() => {
  const deeper = (stacks: readonly Family[][]) => stacks.flatMap((stack) => FAMILIES.map((a) => [...stack, a]));
  const one = deeper([[]]);
  const two = deeper(one);
  return [[], ...one, ...two, ...deeper(two)];
})();
const STACK_OF = new Map(STACKS.map((stack, index) => [stack.join(), index]));
const stackOf = (families: readonly Family[]): number => STACK_OF.get(families.join()) ?? -1;
/** What it costs to leave a stack open at the paragraph's end. */
const LEFT_OPEN = STACKS.map((stack) => stack.reduce<number>((sum, family) => sum + UNCLOSED[family], 0));
const PUSHED = STACKS.map((stack) => FAMILIES.map((family) => stackOf([...stack, family])));
/** The stack without its last open mark of the family and all above it. */
const POPPED = STACKS.map((stack) =>
  FAMILIES.map((family) => {
    const at = stack.lastIndexOf(family);
    return at < 0 ? -1 : stackOf(stack.slice(0, at));
  }),
);

const NONE = 0;
const OPEN = 1;
const CLOSE = 2;
/** Ends the quotation of this family that was left open, and opens the next. */
const REPLACE = 3;
type Reading = typeof NONE | typeof OPEN | typeof CLOSE | typeof REPLACE;

/** A stack this much costlier than the best so far is given up: no later mark can make up for more. */
const BEAM = 8;

/** The cheapest way to each stack after each mark, in rows of `STACKS.length`. */
class Lattice {
  readonly #from: Uint8Array;
  readonly #reading: Uint8Array;
  #costs = new Float64Array(STACKS.length).fill(Number.POSITIVE_INFINITY);
  #next = new Float64Array(STACKS.length);
  #row = 0;
  #least = 0;

  constructor(length: number, carried: Family | null) {
    this.#from = new Uint8Array(length * STACKS.length);
    this.#reading = new Uint8Array(length * STACKS.length);
    this.#costs[0] = 0;
    for (const family of FAMILIES) {
      this.#costs[PUSHED[0]![family]!] = family === carried ? CARRIED : LOST_OPENING[family];
    }
  }

  #reach(to: number, cost: number, from: number, reading: Reading): void {
    if (to < 0 || cost >= this.#next[to]!) return;
    this.#least = Math.min(this.#least, cost);
    this.#next[to] = cost;
    this.#from[this.#row + to] = from;
    this.#reading[this.#row + to] = reading;
  }

  /** Reads one more mark in every way it can be read. */
  add({ family, open, close, none }: Mark): void {
    const limit = this.#least + BEAM;
    this.#least = Number.POSITIVE_INFINITY;
    this.#next.fill(Number.POSITIVE_INFINITY);
    for (let stack = 0; stack < STACKS.length; stack++) {
      const cost = this.#costs[stack]!;
      if (cost > limit) continue;
      const popped = POPPED[stack]![family]!;
      if (popped >= 0) {
        const inner = (STACKS[stack]!.length - STACKS[popped]!.length - 1) * INNER_UNCLOSED;
        this.#reach(popped, cost + inner + close, stack, CLOSE);
        this.#reach(PUSHED[popped]![family]!, cost + inner + open + REPLACED, stack, REPLACE);
      }
      const within = STACKS[stack]!.at(-1) === family ? SAME_WITHIN : 0;
      this.#reach(PUSHED[stack]![family]!, cost + open + within, stack, OPEN);
      this.#reach(stack, cost + none, stack, NONE);
    }
    [this.#costs, this.#next] = [this.#next, this.#costs];
    this.#row += STACKS.length;
  }

  /** The cheapest reading of all marks, and the family that was open before the first. */
  best(reopens: Family | null): { start: Family | null; readings: Reading[] } {
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (let stack = 0; stack < STACKS.length; stack++) {
      const bottom = STACKS[stack]![0];
      const spared = bottom !== undefined && bottom === reopens ? UNCLOSED[bottom] - UNCLOSED_BUT_REOPENED : 0;
      const total = this.#costs[stack]! + LEFT_OPEN[stack]! - spared;
      if (total < least) [best, least] = [stack, total];
    }
    const readings: Reading[] = [];
    for (let row = this.#row - STACKS.length; row >= 0; row -= STACKS.length) {
      readings.push(this.#reading[row + best] as Reading);
      best = this.#from[row + best]!;
    }
    return { start: STACKS[best]![0] ?? null, readings: readings.reverse() };
  }
}

interface Open {
  family: Family;
  token: number | null;
  start: number;
  continues: boolean;
}

/** Turns one paragraph's marks and their readings into quotations; gives the family left open at its end. */
function paragraphQuotations(
  document: Document,
  [first, end]: TokenRange,
  marks: readonly Mark[],
  carried: Family | null,
  reopens: Family | null,
  into: Quotation[],
): Family | null {
  const { tokens } = document;
  const lattice = new Lattice(marks.length, carried);
  for (const mark of marks) lattice.add(mark);
  const { start, readings } = lattice.best(reopens);
  const open: Open[] = [];
  if (start !== null)
    open.push({ family: start, token: null, start: tokens[first]!.start, continues: carried === start });
  const finish = (depth: number, at: number, close: number | null) => {
    while (open.length > depth) {
      const { token, start: from, continues } = open.pop()!;
      const last = open.length === depth ? close : null;
      if (at > from) into.push({ span: [from, at], open: token, close: last, depth: open.length, continues });
    }
  };
  marks.forEach((mark, i) => {
    const reading = readings[i]!;
    const token = tokens[mark.token]!;
    if (reading === NONE) return;
    if (reading !== OPEN) {
      const depth = open.findLastIndex(({ family }) => family === mark.family);
      finish(depth, mark.start, reading === CLOSE ? mark.token : null);
    }
    if (reading !== CLOSE) {
      const continues = mark.token === first && carried === mark.family;
      open.push({ family: mark.family, token: mark.token, start: token.end, continues });
    }
  });
  const left = open[0]?.family ?? null;
  finish(0, tokens[end - 1]!.end, null);
  return left;
}

/** The family of a paragraph's first token when it is a mark that may open. */
function opensWith(first: number, marks: readonly Mark[]): Family | null {
  const mark = marks[0];
  return mark !== undefined && mark.token === first && mark.open < 1 ? mark.family : null;
}

function findQuotations(document: Document): Quotation[] {
  const found: Quotation[] = [];
  const marks = document.paragraphs.map((paragraph) => marksOf(document, paragraph));
  let left: Family | null = null;
  document.paragraphs.forEach((paragraph, i) => {
    if (marks[i]!.length === 0) {
      left = null;
      return;
    }
    const next = document.paragraphs[i + 1];
    const reopens = next ? opensWith(next[0], marks[i + 1]!) : null;
    left = paragraphQuotations(document, paragraph, marks[i]!, left, reopens, found);
  });
  return found.sort((a, b) => a.span[0] - b.span[0] || a.depth - b.depth);
}

interface Found {
  readonly all: readonly Quotation[];
  readonly outermost: readonly Span[];
}

const foundIn = new WeakMap<Document, Found>();

/** What is found is kept as long as the document is: tagger, type and date all ask for it. */
function foundFor(document: Document): Found {
  const before = foundIn.get(document);
  if (before !== undefined) return before;
  const all = findQuotations(document);
  const found = { all, outermost: all.filter(({ depth }) => depth === 0).map(({ span }) => span) };
  foundIn.set(document, found);
  return found;
}

/**
 * Finds what stands inside quotation marks: curly, straight, doubled single (''), single, guillemets either way round,
 * German „…“, and any mixture of marks of one family. Apostrophes, possessives, elisions, feet and inches are told
 * from marks by what surrounds them, and marks that are lost or left open are made up for, by the cheapest reading of
 * each paragraph as a whole. A quotation ends with its paragraph at the latest; linear in the length of the text.
 *
 * @returns quotations by where they start, an outer one before those within it.
 */
export function quotations(document: Document): readonly Quotation[] {
  return foundFor(document).all;
}

/** The outermost stretches inside quotation marks, without the marks, in the order of the text and never overlapping. */
export function quotedRanges(document: Document): readonly Span[] {
  return foundFor(document).outermost;
}

/** Index of the first of the sorted ranges that ends after `offset`. */
export function firstAfter(ranges: readonly Span[], offset: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether the character at an offset stands inside quotation marks. */
export function isQuoted(document: Document, offset: number): boolean {
  const ranges = quotedRanges(document);
  return (ranges[firstAfter(ranges, offset)]?.[0] ?? Number.POSITIVE_INFINITY) <= offset;
}

/** What `quotationState` says of a token that is not outside, which is 0. */
export const OPENING = 1;
export const INSIDE = 2;
export const CLOSING = 3;

/**
 * One value a token: 0 outside quotation marks, 1 the outermost opening mark, 2 inside, 3 the outermost closing mark. The
 * marks of titles and nicknames count for nothing, so that no one is taken to have said them.
 */
export function quotationState(document: Document): Uint8Array {
  const state = new Uint8Array(document.tokens.length);
  let at = 0;
  for (const { span, open, close, depth } of quotations(document)) {
    if (depth > 0 || isName(span, document.text)) continue;
    if (open !== null) state[open] = OPENING;
    if (close !== null) state[close] = CLOSING;
    while (at < state.length && document.tokens[at]!.start < span[0]) at++;
    while (at < state.length && document.tokens[at]!.start < span[1]) state[at++] = INSIDE;
  }
  return state;
}
