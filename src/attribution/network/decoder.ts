import { type Chosen, chooseSpans, type Likely } from './choice.ts';
import { LABELS, MODES, mayFollow, ROLES } from './labels.ts';

const K = LABELS.length;
/** Scores the network gives a token: one a label, then one a mode. */
export const OUTPUTS = K + MODES.length;

/** Scores of a linear-chain CRF for starting with a label and for going from one to another, as trained. */
export interface CrfWeights {
  readonly start: readonly number[];
  readonly step: readonly (readonly number[])[];
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

/** Divides the K values of a row by their sum; gives that sum. */
function rescale(values: Float64Array, row: number): number {
  let sum = 0;
  for (let k = 0; k < K; k++) sum += values[row + k]!;
  for (let k = 0; k < K; k++) values[row + k]! /= sum;
  return sum;
}

function latticeOf(scores: Float32Array, offset: number, length: number, { start, step }: Decoder): Lattice {
  const factor = factorsOf(scores, offset, length);
  const forward = new Float64Array(length * K);
  for (let i = 0; i < length; i++) {
    const row = i * K;
    for (let to = 0; to < K; to++) {
      let sum = i === 0 ? start[to]! : 0;
      if (i > 0) for (const before of BEFORE[to]!) sum += forward[row - K + before]! * step[before * K + to]!;
      forward[row + to] = sum * factor[row + to]!;
    }
    const scale = rescale(forward, row);
    for (let k = 0; k < K; k++) factor[row + k]! /= scale;
  }
  return { length, factor, forward, backward: backwardOf(factor, length, step) };
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

/** Spans less probable than this are not thought of. */
const LEAST = 0.01;

/**
 * The spans of a role that begin at a token. Each one's probability is the share of all label sequences that have it:
 * of those that go on to its last token, less those that go on further.
 */
function spansFrom(first: number, role: number, lattice: Lattice, { step }: Decoder, into: Likely[]): void {
  const { length, factor, forward, backward } = lattice;
  const begin = 2 * role + 1;
  const inside = begin + 1;
  let label = begin;
  let sum = forward[first * K + begin]!;
  let reaching = sum * backward[first * K + begin]!;
  for (let end = first + 1; reaching >= LEAST; end++) {
    const row = end * K + inside;
    const sumOn = end < length ? sum * step[label * K + inside]! * factor[row]! : 0;
    const reachingOn = end < length ? sumOn * backward[row]! : 0;
    const exact = Math.min(1, reaching - reachingOn);
    if (exact >= LEAST) into.push({ role: ROLES[role]!, first, end, exact });
    label = inside;
    sum = sumOn;
    reaching = reachingOn;
  }
}

/**
 * The spans to be taken from a linear-chain CRF's scores, by how probable each is among all label sequences that BIO
 * allows (forward and backward sums).
 *
 * @param scores the network's scores, `scores[offset + i * OUTPUTS + label]` for token `i` of `length`
 * @returns in the order of the text, counted from the first token
 */
export function decode(scores: Float32Array, offset: number, length: number, decoder: Decoder): Chosen[] {
  if (length === 0) return [];
  const lattice = latticeOf(scores, offset, length, decoder);
  const likely: Likely[] = [];
  for (let first = 0; first < length; first++) {
    for (let role = 0; role < ROLES.length; role++) spansFrom(first, role, lattice, decoder, likely);
  }
  return chooseSpans(likely);
}
