import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type CrfWeights, decode, OUTPUTS } from '../../../src/attribution/network/decoder.ts';
import { LABELS, mayFollow, type RoleSpan, spansOf } from '../../../src/attribution/network/labels.ts';

const K = LABELS.length;
const score = fc.double({ min: -5, max: 5, noNaN: true });
const crfs = fc.record({
  start: fc.array(score, { minLength: K, maxLength: K }),
  step: fc.array(fc.array(score, { minLength: K, maxLength: K }), { minLength: K, maxLength: K }),
});

function* sequences(length: number): Generator<number[]> {
  if (length === 0) yield [];
  else for (const head of sequences(length - 1)) for (let k = 0; k < K; k++) yield [...head, k];
}

const allowed = (labels: readonly number[]) =>
  labels.every((label, i) => mayFollow(i === 0 ? 0 : labels[i - 1]!, label));

function total(labels: readonly number[], scores: Float32Array, crf: CrfWeights): number {
  return labels.reduce((sum, label, i) => {
    const step = i === 0 ? crf.start[label]! : crf.step[labels[i - 1]!]![label]!;
    return sum + step + scores[i * OUTPUTS + label]!;
  }, 0);
}

describe('decode', () => {
  it('finds the best of all sequences that BIO allows', () => {
    fc.assert(
      fc.property(
        crfs,
        fc.float32Array({ minLength: 4 * OUTPUTS, maxLength: 4 * OUTPUTS, min: -5, max: 5, noNaN: true }),
        (crf, scores) => {
          const best = Math.max(...[...sequences(4)].filter(allowed).map((labels) => total(labels, scores, crf)));
          const { labels } = decode(scores, 0, 4, crf);
          assert.ok(allowed([...labels]));
          assert.ok(Math.abs(total([...labels], scores, crf) - best) < 1e-4);
        },
      ),
      { numRuns: 30 },
    );
  });

  it('says how sure the network is of the label it gives', () => {
    const crf: CrfWeights = { start: Array(K).fill(0), step: Array.from({ length: K }, () => Array(K).fill(0)) };
    const scores = new Float32Array(OUTPUTS);
    scores[3] = 10;
    const { labels, shares } = decode(scores, 0, 1, crf);
    assert.equal(LABELS[labels[0]!], 'B-cue');
    assert.ok(shares[0]! > 0.999 && shares[0]! <= 1);
  });

  it('reads its stretch of a longer array only, and takes nothing for nothing', () => {
    const crf: CrfWeights = { start: Array(K).fill(0), step: Array.from({ length: K }, () => Array(K).fill(0)) };
    const scores = new Float32Array(2 * OUTPUTS);
    scores[1] = 10;
    scores[OUTPUTS + 5] = 10;
    assert.equal(LABELS[decode(scores, OUTPUTS, 1, crf).labels[0]!], 'B-content');
    assert.equal(decode(scores, 0, 0, crf).labels.length, 0);
  });
});

describe('spansOf', () => {
  const write = (spans: readonly RoleSpan[], length: number) => {
    const labels = new Uint8Array(length);
    for (const { role, first, end } of spans) {
      for (let i = first; i < end; i++) labels[i] = LABELS.indexOf(`${i === first ? 'B' : 'I'}-${role}`);
    }
    return labels;
  };

  it('reads back the spans that were written', () => {
    const spans = fc
      .array(fc.tuple(fc.constantFrom('source', 'cue', 'content'), fc.nat(3), fc.integer({ min: 1, max: 5 })))
      .map((items) => {
        let at = 0;
        return items.map(([role, gap, length]): RoleSpan => {
          const first = at + gap;
          at = first + length;
          return { role: role as RoleSpan['role'], first, end: at };
        });
      });
    fc.assert(fc.property(spans, (list) => assert.deepEqual(spansOf(write(list, list.at(-1)?.end ?? 0), 0), list)));
  });

  it('counts from the origin it is given', () => {
    assert.deepEqual(spansOf([0, 3, 4], 10), [{ role: 'cue', first: 11, end: 13 }]);
  });
});
