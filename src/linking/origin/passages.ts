import type { Narration } from '../../model.ts';
import { fingerprints, GRAM } from './narration.ts';

/** Words that two texts share in one run: from where, and how many. */
export interface SharedRun {
  readonly later: number;
  readonly earlier: number;
  readonly length: number;
}

/** Shorter runs are found wherever two people write about one thing. */
const SEED = 5;
/** So many places of one run of words are tried. */
const MOST_PLACES = 8;

/** Every run of SEED words of a text → where it stands, the first places only. */
function seedsOf(words: Int32Array): Map<number, number[]> {
  const seeds = new Map<number, number[]>();
  for (let i = 0; i + SEED <= words.length; i++) {
    const key = seedAt(words, i);
    const known = seeds.get(key);
    if (known === undefined) seeds.set(key, [i]);
    else if (known.length < MOST_PLACES) known.push(i);
  }
  return seeds;
}

function seedAt(words: Int32Array, at: number): number {
  let hash = 0;
  for (let i = at; i < at + SEED; i++) hash = Math.imul(hash ^ words[i]!, 0x5bd1e995) ^ (hash >>> 13);
  return hash;
}

function lengthOf(later: Int32Array, earlier: Int32Array, i: number, k: number): number {
  let length = 0;
  while (i + length < later.length && k + length < earlier.length && later[i + length] === earlier[k + length])
    length++;
  return length;
}

/**
 * The runs of words that two texts share, in the order of `later`, without overlap there: from its beginning on always the
 * longest run that begins at a word (the greedy cover of Wise's string tiling, read from left to right).
 */
export function sharedRuns(later: Narration, earlier: Narration): SharedRun[] {
  const seeds = seedsOf(earlier.words);
  const runs: SharedRun[] = [];
  for (let i = 0; i + SEED <= later.words.length; ) {
    let best: SharedRun | null = null;
    for (const k of seeds.get(seedAt(later.words, i)) ?? []) {
      const length = lengthOf(later.words, earlier.words, i, k);
      if (length >= SEED && (best === null || length > best.length)) best = { later: i, earlier: k, length };
    }
    if (best !== null) runs.push(best);
    i += best?.length ?? 1;
  }
  return runs;
}

/** For each word of a text: whether the fingerprint that stands there is one that too many articles hold. */
export function commonWords({ words }: Narration, common: ReadonlySet<number>): Uint8Array {
  const marked = new Uint8Array(words.length);
  if (common.size === 0) return marked;
  for (const [at, key] of fingerprints(words)) if (common.has(key)) marked.fill(1, at, at + GRAM);
  return marked;
}
