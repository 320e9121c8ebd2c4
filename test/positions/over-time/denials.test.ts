import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Collision, Held } from '../../../src/model.ts';
import { Positions } from '../../../src/positions/index.ts';

let count = 0;

/** What somebody says in one article, as the record holds it. */
function said(speaker: string, cue: string, content: string, more: Partial<Held> = {}): Held {
  return {
    statement: null,
    article: { id: 'one', outlet: 'Pellan Post', published: '2031-03-02' },
    at: count++ * 120,
    words: [content],
    source: [speaker],
    cue: [cue],
    sentence: `${speaker} ${cue} ${content}.`,
    type: 'indirect',
    mode: 'says',
    speaker: { id: speaker, name: speaker, kind: 'person', role: null },
    saidOn: null,
    stance: 'states',
    condition: null,
    confidence: 1,
    nested: false,
    ...more,
  };
}

function collisionsOf(...positions: readonly Held[]): Collision<Held>[] {
  const filed = new Positions<Held>();
  return positions.flatMap((position) => filed.add(position));
}

const ACCUSED = () => said('Arne Vold', 'accused', 'Milo Strand of taking money from Dunmere');

describe('denials', () => {
  it('meet the account that they take up, in whatever words', () => {
    for (const [cue, content, type] of [
      ['denied', 'the accusation', 'indirect'],
      ['dismissed', 'Vold’s claims', 'indirect'],
      ['pushed back against', 'those charges', 'indirect'],
      ['called', 'the allegation baseless', 'indirect'],
      ['said', '“That is a lie,”', 'direct'],
      ['said', '“It never happened,”', 'direct'],
      ['said', 'that Vold was wrong to say that he took money', 'indirect'],
    ] as const) {
      const found = collisionsOf(ACCUSED(), said('Milo Strand', cue, content, { type }));
      assert.equal(found.length, 1, content);
      assert.equal(found[0]!.reason, 'Milo Strand denies what Arne Vold says');
    }
  });

  it('are none where nothing is denied', () => {
    for (const [cue, content, type] of [
      ['did not deny', 'the accusation', 'indirect'],
      ['declined to comment on', 'the accusation', 'indirect'],
      ['denied', 'him a visa', 'indirect'],
      ['rejected', 'the offer', 'indirect'],
      ['said', '“That is a false choice,”', 'direct'],
      ['asked', 'whether the accusation was false?', 'indirect'],
    ] as const)
      assert.deepEqual(collisionsOf(ACCUSED(), said('Milo Strand', cue, content, { type })), [], content);
  });

  it('meet nothing in another article, far off, or of their own side', () => {
    const denial = () => said('Milo Strand', 'denied', 'the accusation');
    const elsewhere = { id: 'two', outlet: 'Pellan Post', published: '2031-03-02' };
    assert.deepEqual(collisionsOf({ ...ACCUSED(), article: elsewhere }, denial()), []);
    assert.deepEqual(collisionsOf(ACCUSED(), { ...denial(), at: 100_000 }), []);
    assert.deepEqual(collisionsOf(said('Milo Strand', 'accused', 'Arne Vold of taking money'), denial()), []);
  });

  it('meet whom they name, and not the last who spoke', () => {
    const found = collisionsOf(
      ACCUSED(),
      said('Leon Tapp', 'said', 'Milo Strand had whistled too early'),
      said('Milo Strand', 'dismissed', 'Vold’s accusation'),
    );
    assert.deepEqual(
      found.map(({ b }) => b.speaker?.name),
      ['Arne Vold'],
    );
  });
});
