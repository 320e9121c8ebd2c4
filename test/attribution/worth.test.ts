import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Assembled } from '../../src/attribution/assembly/assembly.ts';
import type { Role, RoleSpan } from '../../src/attribution/network/labels.ts';
import { isWorthGiving, withoutDoubtful } from '../../src/attribution/worth.ts';

const span = (role: Role, first: number, end: number): RoleSpan => ({ role, first, end });

/** A source at 0, a cue at 1, and contents of one token each from 2 on, each as sure as is said. */
function sighted(source: number | null, ...contents: number[]) {
  const exact = Float32Array.from([source ?? 0, 0.9, ...contents]);
  const assembled: Assembled = {
    source: source === null ? null : span('source', 0, 1),
    cue: span('cue', 1, 2),
    contents: contents.map((_, i) => span('content', i + 2, i + 3)),
    share: 1,
  };
  return { tagged: { spans: [], exact, present: exact, modes: new Float32Array() }, assembled };
}

describe('withoutDoubtful', () => {
  const kept = (...contents: number[]) => {
    const { tagged, assembled } = sighted(0.9, ...contents);
    return withoutDoubtful(tagged, assembled).contents.map(({ first }) => first - 2);
  };

  it('leaves out a doubtful content beside a surer one', () => {
    assert.deepEqual(kept(0.8, 0.2, 0.6), [0, 2]);
  });

  it('keeps the surest one, however doubtful, and all that are as sure', () => {
    assert.deepEqual(kept(0.1, 0.2), [1]);
    assert.deepEqual(kept(0.25, 0.25), [0, 1]);
    assert.deepEqual(kept(0.1), [0]);
  });
});

describe('isWorthGiving', () => {
  const given = (confidence: number, source: number | null, ...contents: number[]) => {
    const { tagged, assembled } = sighted(source, ...contents);
    return isWorthGiving(tagged, assembled, confidence);
  };

  it('asks for more confidence where the source is doubtful, and for less where it is sure', () => {
    assert.deepEqual([given(0.4, null, 0.5), given(0.4, 0.3, 0.5), given(0.4, 0.6, 0.5)], [true, false, true]);
    assert.deepEqual([given(0.2, null, 0.5), given(0.2, 0.9, 0.5)], [false, true]);
  });

  it('lets a sure content make up for a little', () => {
    assert.deepEqual([given(0.3, null, 0.3, 0.2), given(0.3, null, 0.3, 0.9)], [false, true]);
  });
});
