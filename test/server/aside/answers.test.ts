import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Answer, KeptAnswers } from '../../../src/server/aside/answers.ts';

const answerOf = (words: string, status = 200): Answer => ({
  status,
  headers: {},
  body: new TextEncoder().encode(words),
  tookMs: 10,
});
const said = ({ answer }: { readonly answer: Answer }) => new TextDecoder().decode(answer.body);

/** What makes answers when a test lets it, and remembers what was asked for. */
function byHand() {
  const asked: string[] = [];
  const waiting: ((answer: Answer | Error) => void)[] = [];
  const make = (address: string): Promise<Answer> => {
    asked.push(address);
    const { promise, resolve, reject } = Promise.withResolvers<Answer>();
    waiting.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
    return promise;
  };
  return { asked, make, give: (answer: Answer | Error) => waiting.shift()!(answer) };
}

/** Bounds under which every answer took long, or none did. */
const LONG = { waitMs: -1, mostBytes: 1000 };
const SOON = { waitMs: Number.POSITIVE_INFINITY, mostBytes: 1000 };

describe('answers that are kept', () => {
  test('are made once for as long as the record stays as it is', async () => {
    const { asked, make, give } = byHand();
    const answers = new KeptAnswers(make, SOON);
    const both = [answers.answer('/a', '1'), answers.answer('/a', '1')];
    give(answerOf('first'));
    assert.deepEqual((await Promise.all(both)).map(said), ['first', 'first']);
    assert.equal(said(await answers.answer('/a', '1')), 'first');
    assert.deepEqual(asked, ['/a']);
  });

  test('are made anew once it has changed, and waited for where that is soon done', async () => {
    const { asked, make, give } = byHand();
    const answers = new KeptAnswers(make, SOON);
    const first = answers.answer('/a', '1');
    give(answerOf('first'));
    await first;
    const second = answers.answer('/a', '2');
    give(answerOf('second'));
    assert.deepEqual([said(await second), (await second).ageMs], ['second', 0]);
    assert.deepEqual(asked, ['/a', '/a']);
  });

  test('are given once more, with their age, while a newer one takes long', async () => {
    const { asked, make, give } = byHand();
    const answers = new KeptAnswers(make, LONG);
    const first = answers.answer('/a', '1');
    give(answerOf('first'));
    await first;
    for (let time = 0; time < 3; time++) {
      const again = await answers.answer('/a', '2');
      assert.equal(said(again), 'first');
      assert.ok(again.ageMs > 0);
    }
    assert.deepEqual(asked, ['/a', '/a'], 'one newer answer is made, whoever asks');
    give(answerOf('second'));
    await new Promise(setImmediate);
    const now = await answers.answer('/a', '2');
    assert.deepEqual([said(now), now.ageMs], ['second', 0]);
  });

  test('are not given for ever where no newer one can be made', async () => {
    const { make, give } = byHand();
    const answers = new KeptAnswers(make, LONG);
    const first = answers.answer('/a', '1');
    give(answerOf('first'));
    await first;
    assert.equal(said(await answers.answer('/a', '2')), 'first');
    give(new Error('the thread ended'));
    await new Promise(setImmediate);
    const failing = answers.answer('/a', '2');
    give(new Error('the thread ended again'));
    await assert.rejects(failing, /ended again/);
  });

  test('are none where the answer is that there is nothing', async () => {
    const { asked, make, give } = byHand();
    const answers = new KeptAnswers(make, SOON);
    for (const status of [404, 400]) {
      const answer = answers.answer('/a', '1');
      give(answerOf('no', status));
      assert.equal((await answer).answer.status, status);
    }
    assert.deepEqual(asked, ['/a', '/a']);
  });

  test('take no more than they may: those asked for longest ago go', async () => {
    const { asked, make, give } = byHand();
    const answers = new KeptAnswers(make, { ...SOON, mostBytes: 25 });
    const ask = async (address: string) => {
      const before = asked.length;
      const answer = answers.answer(address, '1');
      if (asked.length > before) give(answerOf('ten bytes.'));
      await answer;
      return asked.length > before;
    };
    assert.deepEqual([await ask('/a'), await ask('/b'), await ask('/a')], [true, true, false]);
    assert.equal(await ask('/c'), true);
    assert.deepEqual([await ask('/a'), await ask('/b')], [false, true], 'b went, asked for before a');
  });
});
