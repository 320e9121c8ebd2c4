import { LABELS, MODES, mayFollow } from './labels.ts';

const K = LABELS.length;
/** Scores the network gives a token: one a label, then one a mode. */
export const OUTPUTS = K + MODES.length;

/** Scores of a linear-chain CRF for starting with a label and for going from one to another, as trained. */
export interface CrfWeights {
  readonly start: readonly number[];
  readonly step: readonly (readonly number[])[];
}

export interface Decoded {
  /** The best label of each token that BIO allows. */
  readonly labels: Uint8Array;
  /** The network's own share for that label at each token, 0 to 1. */
  readonly shares: Float32Array;
}

/** The labels that may come before each label: for most only two or three of the seven. */
const BEFORE = LABELS.map((_, to) => LABELS.map((_, from) => from).filter((from) => mayFollow(from, to)));

function shareOf(scores: Float32Array, row: number, label: number): number {
  let total = 0;
  for (let k = 0; k < K; k++) total += Math.exp(scores[row + k]! - scores[row + label]!);
  return 1 / total;
}

/**
 * The best label sequence under a linear-chain CRF (Viterbi).
 *
 * @param scores the network's scores, `scores[offset + i * OUTPUTS + label]` for token `i` of `length`
 */
export function decode(scores: Float32Array, offset: number, length: number, crf: CrfWeights): Decoded {
  const labels = new Uint8Array(length);
  const shares = new Float32Array(length);
  if (length === 0) return { labels, shares };
  const back = new Uint8Array(length * K);
  let best = Float64Array.from(crf.start, (start, k) => (mayFollow(0, k) ? start + scores[offset + k]! : -1e9));
  for (let i = 1; i < length; i++) {
    const next = new Float64Array(K);
    for (let to = 0; to < K; to++) {
      let high = -Infinity;
      for (const from of BEFORE[to]!) {
        const score = best[from]! + crf.step[from]![to]!;
        if (score > high) {
          high = score;
          back[i * K + to] = from;
        }
      }
      next[to] = high + scores[offset + i * OUTPUTS + to]!;
    }
    best = next;
  }
  labels[length - 1] = best.indexOf(Math.max(...best));
  for (let i = length - 1; i > 0; i--) labels[i - 1] = back[i * K + labels[i]!]!;
  for (let i = 0; i < length; i++) shares[i] = shareOf(scores, offset + i * OUTPUTS, labels[i]!);
  return { labels, shares };
}
