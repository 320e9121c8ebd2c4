import { isFunctionWord } from './weights.ts';

/** A run of words that stands elsewhere in the other wording. */
export interface Move {
  readonly a: number;
  readonly b: number;
  readonly length: number;
}

/** A word alone has moved at most so far; a run of two or more any way. */
const NEAR = 12;
/** Of one word, so many places are looked at. */
const MOST_PLACES = 8;
/** Where one side has more words left over than this, they are another text, and nothing is looked for. */
const MOST_LEFT = 4000;
/** A longer run is found in pieces. */
const LONGEST_RUN = 200;

const NEVER = new Set(['not', 'never', 'no', 'nobody', 'nothing', 'none', 'nor', 'neither', 'without']);

/** Whether a word alone may be taken as moved: it is hardly by chance that it stands in both. */
const mayMoveAlone = (key: string): boolean => !isFunctionWord(key) && !key.startsWith('#') && !NEVER.has(key);

/** How many of the words are not placed. */
const left = (placed: Uint8Array): number => placed.reduce((sum, is) => sum + (is ? 0 : 1), 0);

/**
 * Runs of words that the alignment left over on both sides: they were moved. Costs as much as there are words left over.
 *
 * @param links of each word of `a` the place in `b` that it is aligned with, or -1
 */
export function findMoves(a: readonly string[], b: readonly string[], links: Int32Array): Move[] {
  const taken = new Uint8Array(b.length);
  for (const to of links) if (to >= 0) taken[to] = 1;
  const places = new Map<string, number[]>();
  for (const [at, key] of b.entries()) {
    if (taken[at]) continue;
    const list = places.get(key);
    if (!list) places.set(key, [at]);
    else if (list.length < MOST_PLACES) list.push(at);
  }
  const gone = Uint8Array.from(links, (to) => (to >= 0 ? 1 : 0));
  const runs: Move[] = [];
  if (left(gone) > MOST_LEFT || left(taken) > MOST_LEFT) return [];
  for (const [at, key] of a.entries()) {
    if (gone[at]) continue;
    for (const other of places.get(key) ?? []) {
      if (at > 0 && !gone[at - 1] && other > 0 && !taken[other - 1] && a[at - 1] === b[other - 1]) continue;
      let length = 1;
      while (
        length < LONGEST_RUN &&
        at + length < a.length &&
        other + length < b.length &&
        !gone[at + length] &&
        !taken[other + length] &&
        a[at + length] === b[other + length]
      )
        length++;
      runs.push({ a: at, b: other, length });
    }
  }
  runs.sort((x, y) => y.length - x.length || x.a - y.a || x.b - y.b);
  const moves = choose(runs, a, gone, taken, 1);
  // Beside words that were moved, an "and" or "the" went along.
  if (moves.length) moves.push(...choose(runs, a, gone, taken, 0));
  return moves.sort((x, y) => x.b - y.b);
}

/** @param fewest so many words of a run must be ones that are hardly in both by chance */
function choose(
  runs: readonly Move[],
  a: readonly string[],
  gone: Uint8Array,
  taken: Uint8Array,
  fewest: number,
): Move[] {
  const moves: Move[] = [];
  for (const run of runs) {
    const { a: at, b: other, length } = run;
    let free = fewest > 0 || (isFunctionWord(a[at]!) && !NEVER.has(a[at]!));
    let movable = 0;
    for (let more = 0; more < length && free; more++) {
      if (gone[at + more] || taken[other + more]) free = false;
      if (mayMoveAlone(a[at + more]!)) movable++;
    }
    if (!free || movable < fewest || (length === 1 && Math.abs(at - other) > NEAR)) continue;
    gone.fill(1, at, at + length);
    taken.fill(1, other, other + length);
    moves.push(run);
  }
  return moves;
}
