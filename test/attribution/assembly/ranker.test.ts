import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { rank, rankerOf } from '../../../src/attribution/assembly/ranker.ts';
import { fitRanker } from '../../../training/fit-ranker.ts';

describe('rank', () => {
  it('takes the candidate whose features weigh most, and says by how much', () => {
    const weights = rankerOf({ near: 2, far: -1 });
    const { best, share } = rank([['far'], ['near'], []], weights);
    assert.equal(best, 1);
    assert.ok(Math.abs(share - Math.exp(2) / (Math.exp(2) + 1 + Math.exp(-1))) < 1e-9);
  });

  it('is not misled by features named like members of objects', () => {
    assert.deepEqual(rank([['constructor', '__proto__'], ['toString']], rankerOf({})), { best: 0, share: 0.5 });
  });
});

describe('fitRanker', () => {
  const choices = Array.from({ length: 60 }, (_, i) => ({
    candidates: [['left', `noise ${i % 7}`], ['right'], ['none']],
    right: i % 10 === 0 ? 2 : 0,
  }));
  const options = { epochs: 10, rate: 0.1, decay: 1e-4, least: 2 };

  it('learns which features are chosen, in about the shares in which they are', () => {
    const weights = rankerOf(fitRanker(choices, options));
    const { best, share } = rank(choices[1]!.candidates, weights);
    assert.equal(best, 0);
    assert.ok(share > 0.8 && share < 0.97, `${share}`);
  });

  it('gives the same weights for the same choices', () => {
    assert.deepEqual(fitRanker(choices, options), fitRanker(choices, options));
  });
});
