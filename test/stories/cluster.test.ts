import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cluster } from '../../src/stories/cluster.ts';

const AT = { least: 0.1, relative: 0.7 };
/** Six articles in two halves, as alike as given within and across. */
const halves = (within: number, across: number) =>
  Array.from({ length: 6 }, (_, a) =>
    Array.from({ length: 6 }, (_each, b) => (a === b ? 0 : a < 3 === b < 3 ? within : across)),
  );
const one = Array(6).fill(1);

describe('cluster', () => {
  it('joins what is about as alike across as within', () => {
    assert.deepEqual(cluster(halves(0.3, 0.25), one, AT), [[0, 1, 2, 3, 4, 5]]);
  });

  it('keeps apart what is alike, but much less than within', () => {
    assert.deepEqual(cluster(halves(0.4, 0.15), one, AT), [
      [0, 1, 2],
      [3, 4, 5],
    ]);
  });

  it('keeps apart what is hardly alike', () => {
    assert.deepEqual(cluster(halves(0.09, 0.09), one, AT).length, 6);
  });

  it('does not chain: each like the next, and the ends unlike', () => {
    const chain = Array.from({ length: 6 }, (_, a) =>
      Array.from({ length: 6 }, (_each, b) => (Math.abs(a - b) === 1 ? 0.2 : 0)),
    );
    assert.ok(cluster(chain, one, AT).every((group) => group.length <= 3));
  });

  it('keeps apart what time parts, though what has no date is alike to both', () => {
    const all = (value: number) => Array.from({ length: 4 }, () => Array<number>(4).fill(value));
    const like = all(0.3);
    // The first and the last have dates far apart; the two between have none.
    const far = all(0);
    far[0]![3] = 1;
    far[3]![0] = 1;
    assert.deepEqual(cluster(like, [1, 1, 1, 1], AT).length, 1);
    const groups = cluster(like, [1, 1, 1, 1], AT, far);
    assert.equal(groups.length, 2);
    assert.ok(groups.every((group) => !(group.includes(0) && group.includes(3))));
    // With as many that are near, they are of one story that goes on.
    const near = all(-1);
    near[0]![3] = 1;
    near[3]![0] = 1;
    assert.equal(cluster(like, [1, 1, 1, 1], AT, near).length, 1);
  });

  it('weighs a whole story by the number of its articles', () => {
    const like = [
      [0, 0.2 * 10],
      [0.2 * 10, 0.4 * 45],
    ];
    assert.equal(cluster(like, [1, 10], AT).length, 1);
    like[0]![1] = 0.05 * 10;
    like[1]![0] = 0.05 * 10;
    assert.equal(cluster(like, [1, 10], AT).length, 2);
  });
});
