import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SentCorrection } from '../../src/server/corrections-schemas.ts';
import type { RecordedDoubt } from '../../src/server/review-schemas.ts';
import {
  type Desk,
  type DeskEvent,
  deskAfter,
  EMPTY_DESK,
  isSettled,
  leftOf,
  spansOf,
} from '../../web/review/desk-state.ts';

/** As much of a statement in doubt as the desk looks at. */
const doubt = (key: string): RecordedDoubt =>
  ({ attribution: { key, content: [[0, 5]], source: [], cue: [] } }) as unknown as RecordedDoubt;
const after = (events: readonly DeskEvent[], desk: Desk = EMPTY_DESK): Desk => events.reduce(deskAfter, desk);
const THREE: DeskEvent = { type: 'loaded', items: ['a', 'b', 'c'].map(doubt), total: 3, asked: 20 };
const accept = (attribution: string): SentCorrection => ({ action: 'accept', attribution });

describe('what a reviewer has before them', () => {
  test('a statement that is settled makes room for the next at once, and the count goes down', () => {
    const asked = accept('a');
    const desk = after([THREE, { type: 'sent', key: 'a', asked }]);
    assert.equal(desk.at, 1);
    assert.equal(leftOf(desk), 2);
    const answered = after([{ type: 'answered', key: 'a', asked, made: { number: 7, summary: 'a is right' } }], desk);
    assert.equal(leftOf(answered), 2);
    assert.equal(answered.news, 'Accepted: correction 7');
  });

  test('one that is refused is open again, with what was moved and the reason', () => {
    const asked: SentCorrection = { action: 'span', attribution: 'a', content: [[0, 9]] };
    const sent = after([
      THREE,
      { type: 'drafted', key: 'a', part: 'content', spans: [[0, 9]] },
      { type: 'sent', key: 'a', asked },
    ]);
    assert.deepEqual(sent.seats[0]!.draft, {});
    assert.deepEqual(spansOf(sent.seats[0]!, 'content'), [[0, 9]], 'shown as sent');
    const failed = after([{ type: 'failed', failure: { key: 'a', asked, words: 'No.' } }], sent);
    assert.equal(leftOf(failed), 3);
    assert.equal(isSettled(failed.seats[0]!), false);
    assert.deepEqual(failed.seats[0]!.draft, { content: [[0, 9]] });
    assert.equal(failed.failures.length, 1);
    assert.equal(failed.at, 1, 'the reader is left where they are');
    assert.equal(after([{ type: 'turned', key: 'a' }], failed).at, 0);
  });

  test('what is undone is open again, and before the reviewer', () => {
    const asked: SentCorrection = { action: 'span', attribution: 'a', content: [[0, 9]] };
    const made: DeskEvent = { type: 'answered', key: 'a', asked, made: { number: 4, summary: '' } };
    const desk = after([THREE, { type: 'sent', key: 'a', asked }, made, { type: 'undone', key: 'a', number: 4 }]);
    assert.equal(desk.at, 0);
    assert.equal(leftOf(desk), 3);
    assert.deepEqual(spansOf(desk.seats[0]!, 'content'), [[0, 5]]);
  });

  test('a merge settles nothing', () => {
    const desk = after([THREE, { type: 'sent', key: 'a', asked: { action: 'merge', into: 'x', from: 'y' } }]);
    assert.deepEqual([desk.at, leftOf(desk)], [0, 3]);
  });

  test('more that are loaded come behind, none twice, and are counted on', () => {
    const asked = accept('a');
    const sent = after([THREE, { type: 'sent', key: 'a', asked }]);
    const answered = after([{ type: 'answered', key: 'a', asked, made: { number: 1, summary: '' } }], sent);
    const more = after([{ type: 'loaded', items: ['c', 'd'].map(doubt), total: 3, asked: 2 }], answered);
    assert.deepEqual(
      more.seats.map((seat) => seat.doubt.attribution.key),
      ['a', 'b', 'c', 'd'],
    );
    assert.equal(leftOf(more), 3);
    assert.equal(more.whole, false);
    assert.equal(after([{ type: 'loaded', items: [], total: 3, asked: 2 }], more).whole, true);
  });

  test('steps stay on the desk, and the last that is settled stays', () => {
    const ends = after([THREE, { type: 'stepped', by: -1 }]);
    assert.equal(ends.at, 0);
    assert.equal(after([THREE, ...Array.from({ length: 5 }, (): DeskEvent => ({ type: 'stepped', by: 1 }))]).at, 2);
    const all = ['a', 'b', 'c'].map((key): DeskEvent => ({ type: 'sent', key, asked: accept(key) }));
    assert.equal(leftOf(after([THREE, ...all])), 0);
    assert.equal(after([{ type: 'stepped', by: 1 }]).at, 0);
  });
});
