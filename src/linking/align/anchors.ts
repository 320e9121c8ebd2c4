import type { Range } from './range.ts';

/** Where one run of words begins in both lists. */
export interface Anchor {
  readonly a: number;
  readonly b: number;
}

/** Where each run of `length` words that stands once in the range begins. */
function once(keys: readonly string[], from: number, to: number, length: number): Map<string, number> {
  const found = new Map<string, number>();
  for (let at = from; at + length <= to; at++) {
    const run = keys.slice(at, at + length).join(' ');
    found.set(run, found.has(run) ? -1 : at);
  }
  return found;
}

/**
 * Runs of `length` words that stand once in both ranges and in the same order: patience sorting, as Bram Cohen's diff
 * does it for lines. Costs n log n.
 */
export function anchors(a: readonly string[], b: readonly string[], range: Range, length: number): Anchor[] {
  const inB = once(b, range.fromB, range.toB, length);
  const pairs: Anchor[] = [];
  for (const [run, at] of once(a, range.fromA, range.toA, length)) {
    const other = inB.get(run) ?? -1;
    if (at >= 0 && other >= 0) pairs.push({ a: at, b: other });
  }
  pairs.sort((x, y) => x.a - y.a);
  return longestIncreasing(pairs);
}

/** The longest part of the pairs, which are in the order of `a`, that is in the order of `b` as well. */
function longestIncreasing(pairs: readonly Anchor[]): Anchor[] {
  const tails: number[] = [];
  const before = new Int32Array(pairs.length).fill(-1);
  for (const [at, { b }] of pairs.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (pairs[tails[middle]!]!.b < b) low = middle + 1;
      else high = middle;
    }
    before[at] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = at;
  }
  const found: Anchor[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at]!) found.push(pairs[at]!);
  return found.reverse();
}
