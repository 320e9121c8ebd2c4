import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { inBatches } from '../../src/pipeline/batches.ts';

const PATIENT = 60_000;

async function* stream<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

async function collect<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

describe('inBatches', () => {
  it('gives every item once, in order, in batches within the limits', async () => {
    const weights = fc.array(fc.nat(50), { maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(weights, fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 80 }), async (w, n, most) => {
        const limits = { items: n, weight: most, pauseMs: PATIENT };
        const batches = await collect(inBatches(stream(w), (weight) => weight, limits));
        assert.deepEqual(batches.flat(), w);
        for (const batch of batches) {
          assert.ok(batch.length >= 1 && batch.length <= n);
          const before = batch.slice(0, -1).reduce((sum, weight) => sum + weight, 0);
          assert.ok(before < most || batch.length === 1, 'a batch that weighs enough takes no more');
        }
      }),
    );
  });

  it('takes no item before the batch is used up, so that memory stays flat', async () => {
    let taken = 0;
    async function* counted(): AsyncGenerator<number> {
      for (;;) yield taken++;
    }
    let given = 0;
    for await (const batch of inBatches(counted(), () => 1, { items: 10, weight: 1000, pauseMs: PATIENT })) {
      given += batch.length;
      assert.ok(taken - given <= 1);
      if (given >= 500) break;
    }
  });

  it('gives what it has when the stream pauses', async () => {
    let resume = (): void => {};
    const paused = new Promise<void>((resolve) => {
      resume = resolve;
    });
    async function* halting(): AsyncGenerator<number> {
      yield 1;
      yield 2;
      await paused;
      yield 3;
    }
    const batches: number[][] = [];
    for await (const batch of inBatches(halting(), () => 1, { items: 10, weight: 1000, pauseMs: 5 })) {
      batches.push(batch);
      resume();
    }
    assert.deepEqual(batches, [[1, 2], [3]]);
  });

  it('ends at once when it is aborted while the stream hangs', async () => {
    const stop = new AbortController();
    async function* hanging(): AsyncGenerator<number> {
      yield 1;
      await wait(PATIENT, undefined, { ref: false });
    }
    const batches = inBatches(hanging(), () => 1, { items: 10, weight: 1000, pauseMs: 5 }, stop.signal);
    assert.deepEqual((await batches.next()).value, [1]);
    const rest = batches.next();
    stop.abort();
    assert.equal((await rest).done, true);
  });

  it('passes on what the stream throws', async () => {
    async function* failing(): AsyncGenerator<number> {
      yield 1;
      throw new Error('the disk is gone');
    }
    await assert.rejects(
      collect(inBatches(failing(), () => 1, { items: 10, weight: 1000, pauseMs: 5 })),
      /the disk is gone/,
    );
  });
});
