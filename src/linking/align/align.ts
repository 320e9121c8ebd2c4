import { type Anchor, anchors } from './anchors.ts';
import { alignRange } from './dynamic.ts';
import { findMoves, type Move } from './moves.ts';
import type { Range } from './range.ts';
import { isFunctionWord } from './weights.ts';

/** Which words of two lists are the same. */
export interface Alignment {
  /** Of each word of `a` the place in `b` that it is aligned with, in the same order in both; or -1. */
  readonly links: Int32Array;
  /** Runs that stand elsewhere in the other list, in the order of `b`. */
  readonly moves: readonly Move[];
}

/** Ranges up to this product of lengths are aligned by dynamic programming; larger ones are parted by rare words. */
const MOST_CELLS = 400_000;
/** Runs of so many words are tried as anchors, one after another. */
const ANCHORS = [5, 3, 1];
/** So many words that say little, all that is the same between longer stretches that differ, are there by chance. */
const BY_CHANCE = 2;

class Aligner {
  readonly links: Int32Array;

  private readonly a: readonly string[];
  private readonly b: readonly string[];
  private readonly same: (a: string, b: string) => boolean;

  constructor(a: readonly string[], b: readonly string[], same: (a: string, b: string) => boolean) {
    this.a = a;
    this.b = b;
    this.same = same;
    this.links = new Int32Array(a.length).fill(-1);
  }

  align(range: Range, level = 0): void {
    const { fromA, toA, fromB, toB } = range;
    if (fromA >= toA || fromB >= toB) return;
    if ((toA - fromA) * (toB - fromB) <= MOST_CELLS) {
      const ends = { begin: fromA === 0 && fromB === 0, end: toA === this.a.length && toB === this.b.length };
      alignRange(this.a, this.b, range, this.same, ends, (a, b) => {
        this.links[a] = b;
      });
      return;
    }
    const length = ANCHORS[level];
    if (length === undefined) {
      this.alignEnds(range);
      return;
    }
    const found = anchors(this.a, this.b, range, length);
    let [nextA, nextB] = [fromA, fromB];
    for (const { a, b } of found) {
      if (a < nextA || b < nextB) continue;
      const { from, to } = this.extended({ a, b }, nextA, nextB, range);
      this.align({ fromA: nextA, toA: from.a, fromB: nextB, toB: from.b }, level + 1);
      for (let more = 0; from.a + more < to.a; more++) this.links[from.a + more] = from.b + more;
      [nextA, nextB] = [to.a, to.b];
    }
    this.align({ fromA: nextA, toA, fromB: nextB, toB }, level + 1);
  }

  /** An anchor with the words before and behind it that are the same too. */
  private extended({ a, b }: Anchor, nextA: number, nextB: number, { toA, toB }: Range): { from: Anchor; to: Anchor } {
    let back = 0;
    while (a - back > nextA && b - back > nextB && this.same(this.a[a - back - 1]!, this.b[b - back - 1]!)) back++;
    let on = 0;
    while (a + on < toA && b + on < toB && this.same(this.a[a + on]!, this.b[b + on]!)) on++;
    return { from: { a: a - back, b: b - back }, to: { a: a + on, b: b + on } };
  }

  /** What a range without rare words begins and ends with in both lists. */
  private alignEnds({ fromA, toA, fromB, toB }: Range): void {
    let [a, b] = [fromA, fromB];
    while (a < toA && b < toB && this.same(this.a[a]!, this.b[b]!)) this.links[a++] = b++;
    for (let back = 1; toA - back >= a && toB - back >= b; back++) {
      if (!this.same(this.a[toA - back]!, this.b[toB - back]!)) return;
      this.links[toA - back] = toB - back;
    }
  }

  /** Takes back what is the same by chance: a word or two like "of the" with more words that differ on all sides. */
  dropChance(): void {
    const { a, b, links } = this;
    let free = 0;
    let lastB = -1;
    for (let at = 0; at < a.length; ) {
      if (links[at]! < 0) {
        free++;
        at++;
        continue;
      }
      let to = at + 1;
      while (to < a.length && links[to] === links[to - 1]! + 1) to++;
      const length = to - at;
      let next = to;
      while (next < a.length && links[next]! < 0) next++;
      const freeB = links[at]! - lastB - 1;
      const nextFreeB = (next < a.length ? links[next]! : b.length) - links[to - 1]! - 1;
      const alone = Math.min(free, freeB, next - to, nextFreeB) >= length;
      if (length <= BY_CHANCE && alone && a.slice(at, to).every(isFunctionWord)) {
        links.fill(-1, at, to);
        free += length;
      } else {
        lastB = links[to - 1]!;
        free = 0;
      }
      at = to;
    }
  }
}

/**
 * Aligns two lists of words: those that are the same in the same order, then runs that were moved. Up to some hundreds of
 * words the alignment is the best one there is; longer lists are first parted at runs of words that stand in each once, so
 * that the cost grows with their length. Gives the same for the same lists.
 *
 * @param same whether two words count as one; equal words must
 */
export function align(
  a: readonly string[],
  b: readonly string[],
  same: (a: string, b: string) => boolean = (x, y) => x === y,
): Alignment {
  const aligner = new Aligner(a, b, same);
  if (a.length === b.length && a.every((key, at) => key === b[at])) {
    for (let at = 0; at < a.length; at++) aligner.links[at] = at;
    return { links: aligner.links, moves: [] };
  }
  aligner.align({ fromA: 0, toA: a.length, fromB: 0, toB: b.length });
  aligner.dropChance();
  return { links: aligner.links, moves: findMoves(a, b, aligner.links) };
}
