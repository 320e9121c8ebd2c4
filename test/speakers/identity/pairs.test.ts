import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compareNames, keysOf } from '../../../src/speakers/index.ts';
import { type Pair, readPairs } from './helper.ts';

const WORDS = { same: 'same', different: 'apart', unsure: 'ask' } as const;
const PRECISION = 0.98;
const RECALL = 0.92;

const pairs = readPairs();

/** Precision and recall of `same`; a pair that a person should be asked about counts as not the same. */
function measure(some: readonly Pair[]): { precision: number; recall: number; line: string; failures: string[] } {
  const failures: string[] = [];
  let [right, wrong, missed, lost, asked] = [0, 0, 0, 0, 0];
  for (const { tradition, kind, expected, a, b } of some) {
    const { verdict, reason } = compareNames(kind, a, b);
    const found = WORDS[verdict];
    if (found === expected) right += Number(found === 'same');
    else if (found === 'same') wrong++;
    else if (expected === 'same') {
      missed++;
      if (found === 'apart') lost++;
    } else asked++;
    if (found !== expected) failures.push(`${tradition}: ${expected}, found ${found} (${reason}): ${a} | ${b}`);
  }
  const precision = right / (right + wrong);
  const recall = right / (right + missed);
  const line =
    `${some.length} pairs: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}; of the same, ${missed} missed, ` +
    `${lost} of them not even offered; ${asked} others that a person is asked about without need, or not asked`;
  return { precision, recall, line, failures };
}

describe('pairs of names', () => {
  it('are 300 at least, over ten traditions at least', () => {
    assert.ok(pairs.length >= 300);
    assert.ok(new Set(pairs.map(({ tradition }) => tradition)).size >= 10);
  });

  for (const heldBack of [false, true]) {
    it(`are told apart: ${heldBack ? 'those held back' : 'those that were seen'}`, (t) => {
      const { precision, recall, line, failures } = measure(pairs.filter((pair) => pair.heldBack === heldBack));
      for (const each of [line, ...failures]) t.diagnostic(each);
      assert.ok(precision >= PRECISION, line);
      assert.ok(recall >= RECALL, line);
    });
  }

  it('get one verdict in both orders', () => {
    for (const { kind, a, b } of pairs)
      assert.equal(compareNames(kind, a, b).verdict, compareNames(kind, b, a).verdict, `${a} | ${b}`);
  });

  it('that are the same find one another by a key', () => {
    for (const { kind, a, b } of pairs) {
      if (compareNames(kind, a, b).verdict !== 'same') continue;
      for (const [one, other] of [
        [a, b],
        [b, a],
      ] as const) {
        const held = keysOf({ kind, name: one }).held;
        const sought = keysOf({ kind, name: other }).sought;
        assert.ok(
          sought.some((key) => held.includes(key)),
          `${other} does not find ${one}: ${sought.join('; ')} in ${held.join('; ')}`,
        );
      }
    }
  });
});
