import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Issue, type Side, suggestIssues } from '../../src/positions/index.ts';

let last = 0;
const side = (about: string, stance: Side['stance'], speaker: string | null, outlet = 'Radio Ardal'): Side => {
  return { id: `side-${++last}`, about, stance, speaker, outlet };
};

const SIDES: readonly Side[] = [
  side('the toll on the Orra bridge', 'rejects', 'Marro'),
  side('a toll for the bridge', 'accepts', 'Vesk'),
  side('tolls on bridges', 'demands', 'Okoro'),
  side('peace talks', 'rejects', 'Marro', 'Northern Post'),
  side('negotiations with Osmara', 'accepts', 'Marro'),
  side('talks on grain', 'accepts', 'Marro', 'Northern Post'),
  side('a summer house', 'offers', 'Quist'),
  side('it', 'rejects', 'Quist'),
];

describe('suggested issues', () => {
  it('are what several speakers, or several outlets, take sides on, whatever the words of one sense', () => {
    const found = suggestIssues(SIDES);
    assert.deepEqual(
      found.map(({ about }) => about.split(' ').sort()),
      [['bridge', 'toll'], ['talks']],
    );
    const [toll, talks] = found;
    assert.deepEqual([toll!.positions, toll!.speakers, toll!.outlets], [3, 3, 1]);
    assert.equal(toll!.why, '3 positions by 3 speakers in 1 outlet: accepts 1, demands 1, rejects 1');
    assert.deepEqual([talks!.positions, talks!.speakers, talks!.outlets], [3, 1, 2]);
    assert.deepEqual(talks!.stances, [
      ['accepts', 2],
      ['rejects', 1],
    ]);
    assert.equal(toll!.examples.length, 3);
    for (const { about } of found) new Issue([about]);
  });

  it('are none of what one speaker says in one outlet, nor of nothing', () => {
    assert.deepEqual(suggestIssues([]), []);
    assert.deepEqual(suggestIssues(SIDES.slice(0, 3).map((one) => ({ ...one, speaker: 'Marro' }))), []);
  });
});
