import type { Range } from './range.ts';
import { weightOf } from './weights.ts';

/** What it costs to begin a stretch of words that only one side has; less at the ends, where a quotation is cut. */
const OPEN = 2;
const OPEN_AT_END = 0.8;
/** Each further word of the stretch. */
const EXTEND = 0.01;
/** Two different words that stand for each other. */
const REPLACED = 0.7;

const NONE = -1e9;
/** Moves of the traceback: how the best way came to a state. Two bits each for the states both, left and right. */
const BOTH = 0;
const LEFT = 1;
const RIGHT = 2;

/**
 * The best global alignment of two ranges with affine gaps (Gotoh 1982). Costs the product of their lengths.
 *
 * @param ends whether the ranges reach the begin and the end of both contents: cuts are cheap there
 * @param match takes each pair of equal words, from the last to the first
 */
export function alignRange(
  a: readonly string[],
  b: readonly string[],
  { fromA, toA, fromB, toB }: Range,
  same: (a: string, b: string) => boolean,
  ends: { readonly begin: boolean; readonly end: boolean },
  match: (a: number, b: number) => void,
): void {
  const n = toA - fromA;
  const m = toB - fromB;
  const width = m + 1;
  const trace = new Uint8Array((n + 1) * width);
  let both = new Float64Array(width).fill(NONE);
  let left = new Float64Array(width).fill(NONE);
  let right = new Float64Array(width).fill(NONE);
  let [nextBoth, nextLeft, nextRight] = [new Float64Array(width), new Float64Array(width), new Float64Array(width)];
  const openAtBegin = ends.begin ? OPEN_AT_END : OPEN;
  const openAtEnd = ends.end ? OPEN_AT_END : OPEN;
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      if (i === 0 && j === 0) {
        nextBoth[0] = 0;
        nextLeft[0] = NONE;
        nextRight[0] = NONE;
        continue;
      }
      let moves = 0;
      nextBoth[j] = NONE;
      if (i > 0 && j > 0) {
        const [ka, kb] = [a[fromA + i - 1]!, b[fromB + j - 1]!];
        const [state, best] = bestOf(both[j - 1]!, left[j - 1]!, right[j - 1]!);
        nextBoth[j] = best + (same(ka, kb) ? Math.max(weightOf(ka), weightOf(kb)) : -REPLACED);
        moves |= state;
      }
      nextLeft[j] = NONE;
      if (i > 0) {
        const open = j === 0 ? openAtBegin : j === m ? openAtEnd : OPEN;
        const [state, best] = bestOf(both[j]! - open, left[j]!, right[j]! - open);
        nextLeft[j] = best - EXTEND;
        moves |= state << 2;
      }
      nextRight[j] = NONE;
      if (j > 0) {
        const open = i === 0 ? openAtBegin : i === n ? openAtEnd : OPEN;
        const [state, best] = bestOf(nextBoth[j - 1]! - open, nextLeft[j - 1]! - open, nextRight[j - 1]!);
        nextRight[j] = best - EXTEND;
        moves |= state << 4;
      }
      trace[i * width + j] = moves;
    }
    [both, nextBoth] = [nextBoth, both];
    [left, nextLeft] = [nextLeft, left];
    [right, nextRight] = [nextRight, right];
  }
  let [state] = bestOf(both[m]!, left[m]!, right[m]!);
  for (let i = n, j = m; i > 0 || j > 0; ) {
    const moves = trace[i * width + j]!;
    if (state === BOTH) {
      if (same(a[fromA + i - 1]!, b[fromB + j - 1]!)) match(fromA + i - 1, fromB + j - 1);
      state = moves & 3;
      i--;
      j--;
    } else if (state === LEFT) {
      state = (moves >> 2) & 3;
      i--;
    } else {
      state = (moves >> 4) & 3;
      j--;
    }
  }
}

/** The best of three, the first where they are equal. */
function bestOf(both: number, left: number, right: number): readonly [state: number, value: number] {
  if (both >= left && both >= right) return [BOTH, both];
  return left >= right ? [LEFT, left] : [RIGHT, right];
}
