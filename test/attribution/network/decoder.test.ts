import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { type CrfWeights, decode, decoderOf, OUTPUTS } from '../../../src/attribution/network/decoder.ts';
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

const flat: CrfWeights = { start: Array(K).fill(0), step: Array.from({ length: K }, () => Array(K).fill(0)) };
const fourTokens = fc.float32Array({ minLength: 4 * OUTPUTS, maxLength: 4 * OUTPUTS, min: -5, max: 5, noNaN: true });

describe('decode', () => {
  it('finds the spans of the best of all sequences that BIO allows, and how probable each of them is', () => {
    fc.assert(
      fc.property(crfs, fourTokens, (crf, scores) => {
        const all = [...sequences(4)].filter(allowed).map((labels) => ({ labels, total: total(labels, scores, crf) }));
        const best = all.reduce((a, b) => (b.total > a.total ? b : a));
        const mass = (of: typeof all) => of.reduce((sum, { total }) => sum + Math.exp(total - best.total), 0);
        const { spans, exact, present } = decode(scores, 0, 4, decoderOf(crf));
        const runnerUp = Math.max(...all.filter((one) => one !== best).map((one) => one.total));
        if (best.total - runnerUp > 1e-6) assert.deepEqual(spans, spansOf(best.labels, 0));
        for (const span of spans) {
          const same = all.filter(({ labels }) => spansOf(labels, 0).some((one) => isDeepStrictEqual(one, span)));
          assert.ok(Math.abs(exact[span.first]! - mass(same) / mass(all)) < 1e-5);
          const begin = LABELS.indexOf(`B-${span.role}`);
          const tokens = Array.from({ length: span.end - span.first }, (_, i) => span.first + i);
          const here = tokens.map((i) => mass(all.filter(({ labels }) => (labels[i]! - begin) >> 1 === 0)) / mass(all));
          assert.ok(Math.abs(present[span.first]! - Math.max(...here)) < 1e-5);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('stays finite over a thousand tokens of extreme scores', () => {
    const scores = new Float32Array(1000 * OUTPUTS).map((_, i) => (i % 13 === 0 ? 80 : -80));
    const { spans, exact } = decode(scores, 0, 1000, decoderOf(flat));
    assert.ok(spans.length > 0);
    for (const { first } of spans) assert.ok(exact[first]! >= 0 && exact[first]! <= 1.000001);
  });

  it('reads its stretch of a longer array only, and takes nothing for nothing', () => {
    const scores = new Float32Array(2 * OUTPUTS);
    scores[1] = 10;
    scores[OUTPUTS + 5] = 10;
    assert.deepEqual(decode(scores, OUTPUTS, 1, decoderOf(flat)).spans, [{ role: 'content', first: 0, end: 1 }]);
    assert.deepEqual(decode(scores, 0, 0, decoderOf(flat)).spans, []);
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
