import { LABELS, MODES, mayFollow, ROLES, type RoleSpan, spansOf } from './labels.ts';

const K = LABELS.length;
/** Scores the network gives a token: one a label, then one a mode. */
export const OUTPUTS = K + MODES.length;

/** Scores of a linear-chain CRF for starting with a label and for going from one to another, as trained. */
export interface CrfWeights {
  readonly start: readonly number[];
  readonly step: readonly (readonly number[])[];
}

export interface Decoded {
  /** The spans of the best label sequence that BIO allows, in the order of the text, counted from the first token. */
  readonly spans: RoleSpan[];
  /** For each token of a span, the probability of that very span, 0 to 1; 0 elsewhere. */
  readonly exact: Float32Array;
  /** For each token of a span, the probability that its role is there, wherever the edges are, 0 to 1; 0 elsewhere. */
  readonly present: Float32Array;
}

/** What decoding needs of a CRF, made once: factors instead of their logarithms, 0 where BIO forbids. */
export interface Decoder {
  readonly start: Float64Array;
  /** `step[from * K + to]` */
  readonly step: Float64Array;
}

/** The labels that may come before each label: for most only two or three of the seven. */
const BEFORE = LABELS.map((_, to) => LABELS.map((_, from) => from).filter((from) => mayFollow(from, to)));

/** Makes ready what `decode` needs of a CRF. */
export function decoderOf({ start, step }: CrfWeights): Decoder {
  const factor = (from: number, to: number, score: number) => (mayFollow(from, to) ? Math.exp(score) : 0);
  const steps = LABELS.flatMap((_, from) => LABELS.map((_, to) => factor(from, to, step[from]![to]!)));
  return { start: Float64Array.from(start, (score, to) => factor(0, to, score)), step: Float64Array.from(steps) };
}

/** Sums over all label sequences, each token's scaled to one so that nothing grows or vanishes (Rabiner 1989). */
interface Lattice {
  readonly length: number;
  /** exp(score) over the token's scale: `factor[i * K + label]` */
  readonly factor: Float64Array;
  /** Over the sequences up to a token that end in a label. */
  readonly forward: Float64Array;
  /** Over the sequences after a token that began in a label. */
  readonly backward: Float64Array;
  /** For each token and label the label before it in the best sequence. */
  readonly back: Uint8Array;
  /** The label in which the best sequence ends. */
  readonly last: number;
}

/** exp of each score, over that of the token's highest. */
function factorsOf(scores: Float32Array, offset: number, length: number): Float64Array {
  const factor = new Float64Array(length * K);
  for (let i = 0; i < length; i++) {
    const from = offset + i * OUTPUTS;
    let highest = -Infinity;
    for (let k = 0; k < K; k++) highest = Math.max(highest, scores[from + k]!);
    for (let k = 0; k < K; k++) factor[i * K + k] = Math.exp(scores[from + k]! - highest);
  }
  return factor;
}

/** Divides the K values of a row by their sum or highest; gives that divisor. */
function rescale(values: Float64Array, row: number, by: 'sum' | 'highest'): number {
  let divisor = 0;
  for (let k = 0; k < K; k++) divisor = by === 'sum' ? divisor + values[row + k]! : Math.max(divisor, values[row + k]!);
  for (let k = 0; k < K; k++) values[row + k]! /= divisor;
  return divisor;
}

function latticeOf(scores: Float32Array, offset: number, length: number, { start, step }: Decoder): Lattice {
  const factor = factorsOf(scores, offset, length);
  const forward = new Float64Array(length * K);
  const best = new Float64Array(length * K);
  const back = new Uint8Array(length * K);
  for (let i = 0; i < length; i++) {
    const row = i * K;
    for (let to = 0; to < K; to++) {
      let sum = i === 0 ? start[to]! : 0;
      let high = sum;
      if (i > 0) {
        for (const before of BEFORE[to]!) {
          const weight = step[before * K + to]!;
          sum += forward[row - K + before]! * weight;
          if (best[row - K + before]! * weight > high) {
            high = best[row - K + before]! * weight;
            back[row + to] = before;
          }
        }
      }
      forward[row + to] = sum * factor[row + to]!;
      best[row + to] = high * factor[row + to]!;
    }
    rescale(best, row, 'highest');
    const scale = rescale(forward, row, 'sum');
    for (let k = 0; k < K; k++) factor[row + k]! /= scale;
  }
  const end = best.subarray((length - 1) * K);
  return {
    length,
    factor,
    forward,
    backward: backwardOf(factor, length, step),
    back,
    last: end.indexOf(Math.max(...end)),
  };
}

function backwardOf(factor: Float64Array, length: number, step: Float64Array): Float64Array {
  const backward = new Float64Array(length * K).fill(1, (length - 1) * K);
  for (let i = length - 1; i > 0; i--) {
    for (let to = 0; to < K; to++) {
      const after = factor[i * K + to]! * backward[i * K + to]!;
      for (const before of BEFORE[to]!) backward[(i - 1) * K + before]! += step[before * K + to]! * after;
    }
  }
  return backward;
}

function bestLabels({ length, back, last }: Lattice): Uint8Array {
  const labels = new Uint8Array(length);
  labels[length - 1] = last;
  for (let i = length - 1; i > 0; i--) labels[i - 1] = back[i * K + labels[i]!]!;
  return labels;
}

/** The probability that exactly this span is there: the share of all label sequences that have it. */
function exactShare({ role, first, end }: RoleSpan, lattice: Lattice, { step }: Decoder): number {
  const { length, factor, forward, backward } = lattice;
  const begin = 2 * ROLES.indexOf(role) + 1;
  const inside = begin + 1;
  let sum = forward[first * K + begin]!;
  for (let i = first + 1; i < end; i++) {
    sum *= step[(i === first + 1 ? begin : inside) * K + inside]! * factor[i * K + inside]!;
  }
  const label = end - first === 1 ? begin : inside;
  const row = end * K + inside;
  const on = end < length ? step[label * K + inside]! * factor[row]! * backward[row]! : 0;
  return Math.max(0, sum * (backward[(end - 1) * K + label]! - on));
}

/** The probability of the role at the token of the span where it is highest. */
function presence({ role, first, end }: RoleSpan, { forward, backward }: Lattice): number {
  const begin = 2 * ROLES.indexOf(role) + 1;
  let highest = 0;
  for (let row = first * K; row < end * K; row += K) {
    const here =
      forward[row + begin]! * backward[row + begin]! + forward[row + begin + 1]! * backward[row + begin + 1]!;
    highest = Math.max(highest, here);
  }
  return Math.min(1, highest);
}

/**
 * The spans of the best label sequence under a linear-chain CRF (Viterbi), and how probable each of them is among all
 * sequences (forward and backward sums).
 *
 * @param scores the network's scores, `scores[offset + i * OUTPUTS + label]` for token `i` of `length`
 */
export function decode(scores: Float32Array, offset: number, length: number, decoder: Decoder): Decoded {
  const exact = new Float32Array(length);
  const present = new Float32Array(length);
  if (length === 0) return { spans: [], exact, present };
  const lattice = latticeOf(scores, offset, length, decoder);
  const spans = spansOf(bestLabels(lattice), 0);
  for (const span of spans) {
    exact.fill(exactShare(span, lattice, decoder), span.first, span.end);
    present.fill(presence(span, lattice), span.first, span.end);
  }
  return { spans, exact, present };
}
