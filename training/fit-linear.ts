import { type LinearWeights, slotOf } from '../src/positions/stance/scorer.ts';

/** One example: its features, its class, and how much it counts. */
export interface Example {
  readonly features: readonly string[];
  readonly label: number;
  readonly weight: number;
}

export interface FitOptions {
  readonly classes: number;
  readonly slots: number;
  /** The strength of the L2 penalty. */
  readonly penalty: number;
  readonly steps: number;
  readonly rate: number;
}

/** Weights as numbers, a row of classes for each slot. */
export interface Fitted {
  readonly weights: Float32Array;
  readonly slots: number;
  readonly classes: number;
}

const slotsOf = (features: readonly string[], slots: number): Int32Array =>
  Int32Array.from(new Set(features.map((name) => slotOf(name, slots))));

function softmax(row: Float64Array): void {
  let most = -Infinity;
  for (const score of row) if (score > most) most = score;
  let sum = 0;
  for (let k = 0; k < row.length; k++) {
    row[k] = Math.exp(row[k]! - most);
    sum += row[k]!;
  }
  for (let k = 0; k < row.length; k++) row[k]! /= sum;
}

/** Scores of one example, one a class. */
export function scoresOf({ weights, slots, classes }: Fitted, features: readonly string[]): Float64Array {
  const row = new Float64Array(classes);
  for (const slot of slotsOf(features, slots)) {
    for (let k = 0; k < classes; k++) row[k]! += weights[slot * classes + k]!;
  }
  return row;
}

/** Multinomial logistic regression by AdaGrad over all examples in their order; the same examples give the same weights. */
export function fitLinear(examples: readonly Example[], options: FitOptions): Fitted {
  const { classes, slots, penalty, steps, rate } = options;
  const weights = new Float32Array(slots * classes);
  const squares = new Float32Array(slots * classes).fill(1e-6);
  const rows = examples.map(({ features }) => slotsOf(features, slots));
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const row = new Float64Array(classes);
  for (let step = 0; step < steps; step++) {
    const gradient = new Float32Array(slots * classes);
    examples.forEach(({ label, weight }, i) => {
      row.fill(0);
      for (const slot of rows[i]!) for (let k = 0; k < classes; k++) row[k]! += weights[slot * classes + k]!;
      softmax(row);
      row[label]! -= 1;
      const share = weight / total;
      for (const slot of rows[i]!) for (let k = 0; k < classes; k++) gradient[slot * classes + k]! += share * row[k]!;
    });
    for (let w = 0; w < weights.length; w++) {
      const slope = gradient[w]! + penalty * weights[w]!;
      if (slope === 0) continue;
      squares[w]! += slope * slope;
      weights[w]! -= (rate * slope) / Math.sqrt(squares[w]!);
    }
  }
  return { weights, slots, classes };
}

/** Weights as signed bytes in base64, as the stage reads them. */
export function packed({ weights, slots }: Fitted, lean: readonly number[]): LinearWeights {
  const most = weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 1e-9);
  const step = most / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / step));
  return { slots, step, weights: Buffer.from(bytes.buffer).toString('base64'), lean };
}
