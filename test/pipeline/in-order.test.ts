import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { inOrder } from '../../src/pipeline/in-order.ts';

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

async function* counted(n: number): AsyncGenerator<number> {
  for (let i = 0; i < n; i++) yield i;
}

/** Work that is done when it is told to, in any order. */
function byHand() {
  const started: number[] = [];
  const finish = new Map<number, { done(): void; fail(error: Error): void }>();
  const work = (item: number): Promise<string> => {
    started.push(item);
    return new Promise((resolve, reject) => finish.set(item, { done: () => resolve(`r${item}`), fail: reject }));
  };
  return { started, finish, work };
}

/** Lets everything happen that does not wait for a hand. */
async function settle(): Promise<void> {
  for (let i = 0; i < 5; i++) await turn();
}

describe('inOrder', () => {
  it('gives every result once, in the order of the items, whatever is done first', async () => {
    const turns = fc.array(fc.nat(4), { maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(turns, fc.integer({ min: 1, max: 6 }), async (waits, atOnce) => {
        const work = async (i: number): Promise<number> => {
          for (let k = 0; k < waits[i]!; k++) await turn();
          return i;
        };
        const results = await collect(inOrder(counted(waits.length), work, atOnce));
        assert.deepEqual(
          results,
          waits.map((_, i) => i),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('works on no more than so many at a time, results that wait for earlier ones included', async () => {
    const { started, finish, work } = byHand();
    const results = collect(inOrder(counted(6), work, 3));
    await settle();
    assert.deepEqual(started, [0, 1, 2]);
    finish.get(1)!.done();
    finish.get(2)!.done();
    await settle();
    assert.deepEqual(started, [0, 1, 2], 'nothing is begun while the first result is waited for');
    finish.get(0)!.done();
    await settle();
    assert.deepEqual(started, [0, 1, 2, 3, 4, 5]);
    for (const i of [3, 4, 5]) finish.get(i)!.done();
    assert.deepEqual(await results, ['r0', 'r1', 'r2', 'r3', 'r4', 'r5']);
  });

  it('gives a result while the stream makes the next item wait', async () => {
    async function* hanging(): AsyncGenerator<number> {
      yield 0;
      await new Promise(() => {});
    }
    const results = inOrder(hanging(), async (i) => i, 2);
    assert.deepEqual(await results.next(), { done: false, value: 0 });
  });

  it('ends at once when it is aborted, and leaves no listener behind', async () => {
    const stop = new AbortController();
    const { work } = byHand();
    const rest = inOrder(counted(3), work, 2, stop.signal).next();
    await settle();
    stop.abort();
    assert.deepEqual(await rest, { done: true, value: undefined });
    assert.deepEqual(getEventListeners(stop.signal, 'abort'), []);
  });

  it('ends the stream when nobody wants more', async () => {
    let ended = false;
    async function* watched(): AsyncGenerator<number> {
      try {
        yield* counted(100);
      } finally {
        ended = true;
      }
    }
    for await (const result of inOrder(watched(), async (i) => i, 1)) if (result === 3) break;
    await settle();
    assert.ok(ended);
  });

  it('passes on what the work throws, in its place, and what the stream throws', async () => {
    const { finish, work } = byHand();
    const results = inOrder(counted(3), work, 3);
    const first = results.next();
    await settle();
    finish.get(1)!.fail(new Error('too deep'));
    await settle();
    finish.get(0)!.done();
    assert.equal((await first).value, 'r0');
    await assert.rejects(results.next(), /too deep/);
    async function* failing(): AsyncGenerator<number> {
      yield 0;
      throw new Error('the disk is gone');
    }
    await assert.rejects(collect(inOrder(failing(), async (i) => i, 2)), /the disk is gone/);
  });
});
