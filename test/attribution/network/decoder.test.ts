import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type CrfWeights, decode, decoderOf, OUTPUTS } from '../../../src/attribution/network/decoder.ts';
import { LABELS, mayFollow } from '../../../src/attribution/network/labels.ts';
import { spansOf } from '../../../training/corpus.ts';

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

const flat: CrfWeights = { start: Array(K).fill(0), step: Array.from({ length: K }, () => Array(K).fill(0)) };
const fourTokens = fc.float32Array({ minLength: 4 * OUTPUTS, maxLength: 4 * OUTPUTS, min: -5, max: 5, noNaN: true });

describe('decode', () => {
  it('tells of each span that it takes how probable it is among all sequences that BIO allows', () => {
    fc.assert(
      fc.property(crfs, fourTokens, (crf, scores) => {
        const all = [...sequences(4)].filter(allowed).map((labels) => ({ labels, total: total(labels, scores, crf) }));
        const highest = Math.max(...all.map((one) => one.total));
        const mass = (of: typeof all) => of.reduce((sum, { total }) => sum + Math.exp(total - highest), 0);
        const decoded = decode(scores, 0, 4, decoderOf(crf));
        for (const { exact, present, ...span } of decoded) {
          const same = all.filter(({ labels }) => spansOf(labels).some((one) => isDeepStrictEqual(one, span)));
          assert.ok(Math.abs(exact - mass(same) / mass(all)) < 1e-5);
          assert.ok(exact <= present && present <= 1);
        }
        decoded.forEach(({ first, end }, i) => {
          assert.ok(first < end && end <= (decoded[i + 1]?.first ?? 4));
        });
      }),
      { numRuns: 30 },
    );
  });

  it('takes what is sure', () => {
    const labels = [1, 3, 0, 5, 6];
    const scores = new Float32Array(5 * OUTPUTS);
    labels.forEach((label, i) => {
      scores[i * OUTPUTS + label] = 20;
    });
    const spans = decode(scores, 0, 5, decoderOf(flat)).map(({ role, first, end }) => ({ role, first, end }));
    assert.deepEqual(spans, spansOf(labels));
  });

  it('stays finite over a thousand tokens of extreme scores', () => {
    const scores = new Float32Array(1000 * OUTPUTS).map((_, i) => (i % 13 === 0 ? 80 : -80));
    const spans = decode(scores, 0, 1000, decoderOf(flat));
    assert.ok(spans.length > 0);
    for (const { exact } of spans) assert.ok(exact >= 0 && exact <= 1);
  });

  it('reads its stretch of a longer array only, and takes nothing for nothing', () => {
    const scores = new Float32Array(2 * OUTPUTS);
    scores[1] = 10;
    scores[OUTPUTS + 5] = 10;
    const [span, ...more] = decode(scores, OUTPUTS, 1, decoderOf(flat));
    assert.deepEqual([span!.role, span!.first, span!.end, more.length], ['content', 0, 1, 0]);
    assert.deepEqual(decode(scores, 0, 0, decoderOf(flat)), []);
  });
});
