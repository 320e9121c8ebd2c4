import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openStanceReader, readStanceCases, wordsAt } from '../../training/stance-cases.ts';

const OVERALL = 0.9;
const EACH_GROUP = 0.5;

const cases = readStanceCases();
const read = openStanceReader();
const isRight = ({ marked }: (typeof cases)[number]): boolean => {
  const { stance, condition } = read(marked);
  return stance === marked.stance && wordsAt(marked, condition) === wordsAt(marked, marked.condition);
};

describe('hard cases of stance and condition', () => {
  it('are many, none of them twice, half of them without a condition', () => {
    assert.ok(cases.length >= 200, `${cases.length}`);
    assert.equal(new Set(cases.map(({ marked }) => marked.document.text)).size, cases.length);
    const conditional = cases.filter(({ marked }) => marked.condition !== null).length;
    assert.ok(conditional > cases.length / 4 && conditional < (3 * cases.length) / 4, `${conditional}`);
  });

  it(`are right in ${OVERALL * 100} of 100`, () => {
    const right = cases.filter(isRight).length;
    assert.ok(right >= OVERALL * cases.length, `${right} of ${cases.length}`);
  });

  for (const [group, members] of Map.groupBy(cases, (one) => one.group)) {
    it(`are right at least by half: ${group}`, () => {
      const right = members.filter(isRight).length;
      assert.ok(right >= EACH_GROUP * members.length, `${right} of ${members.length}`);
    });
  }
});
