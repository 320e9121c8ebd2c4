import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createLinker, LINK_SETTINGS } from '../../src/linking/index.ts';

const linker = createLinker({ ...LINK_SETTINGS, mostHolders: 8, mostHoldersOfOne: 3, mostCandidates: 4 });
const inOrder = (a: number, b: number): number => a - b;
const likeliest = (...holders: number[][]): number[] => linker.likeliest(holders, inOrder);
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the statements that are likeliest to be that of an occurrence', () => {
  it('share the rarest keys, and of as rare ones came first', () => {
    assert.deepEqual(likeliest([5, 6, 7], [7, 8], [1]), [1, 7, 8, 5]);
    assert.deepEqual(likeliest(), []);
    assert.deepEqual(likeliest([]), []);
  });

  it('share more than one key where several hold it', () => {
    assert.deepEqual(likeliest(range(1, 4)), [], 'a phrase of four');
    assert.deepEqual(likeliest(range(1, 3)), [1, 2, 3]);
    assert.deepEqual(likeliest(range(1, 4), range(4, 7)), [4]);
  });

  it('are not told by a key that too many hold', () => {
    assert.deepEqual(likeliest(range(1, 9), [9, 10, 11, 12]), []);
    assert.deepEqual(likeliest(range(1, 8), [8, 10, 11, 12]), [8]);
  });

  it('are so many at most, each once, whatever the order of the keys', () => {
    const key = fc.uniqueArray(fc.nat(20), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(key, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (holders, random) => {
        const found = likeliest(...holders);
        const holding = new Set(holders.flat());
        assert.ok(found.length <= 4 && new Set(found).size === found.length);
        assert.ok(found.every((one) => holding.has(one)));
        const shuffled = holders.map((all) => [random.next().value, all] as const).sort(([a], [b]) => a - b);
        assert.deepEqual(new Set(likeliest(...shuffled.map(([, all]) => all))), new Set(found));
      }),
    );
  });
});
