import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordedCorrection, RecordStore } from '../../src/store/index.ts';
import { faultsOf, folderFor } from './files.ts';
import { logicalContent } from './logical.ts';
import { correctAtRandom, randomRequest } from './random-corrections.ts';
import { CONFUSABLE, captureOf, randomFrom, syntheticArticle } from './synthetic.ts';

const ROUNDS = 8;
const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };

const log = (record: RecordStore): RecordedCorrection[] => record.corrections({ limit: 500 }).items.toReversed();

/** The same of clear names and of confusable ones, where who is who follows from what came before. */
const CASTS: Readonly<Record<string, readonly Speaker[]>> = { clear: [], confusable: CONFUSABLE };
for (const [names, speakers] of Object.entries(CASTS)) {
  describe(`random corrections and undos of ${names} names`, () => {
    function opened(test: TestContext, articles: number): { path: string; record: RecordStore } {
      const path = join(folderFor(test), 'r.db');
      const record = openRecord(path);
      test.after(() => record.close());
      add(record, 0, articles);
      return { path, record };
    }

    function add(record: RecordStore, from: number, to: number): void {
      for (let n = from; n < to; n++) {
        const article = syntheticArticle(n, 12, speakers);
        record.add(captureOf(article), article);
      }
    }

    it('give what the corrections that hold give on a fresh record', (test) => {
      for (let seed = 1; seed <= ROUNDS; seed++) {
        const random = randomFrom(seed);
        const { path, record } = opened(test, 6);
        correctAtRandom(record, random, 25);
        const fresh = opened(test, 6);
        // Undone ones are entered and undone at once, so that every correction keeps its number.
        for (const entry of log(record)) {
          if (entry.action === 'undo') continue;
          while (fresh.record.corrections({ limit: 1 }).total < entry.number - 1) fresh.record.repeat(nothing);
          if (entry.undoneBy === null) fresh.record.repeat(entry);
        }
        assert.deepEqual(logicalContent(path), logicalContent(fresh.path), `seed ${seed}`);
        assert.deepEqual(faultsOf(path), []);
      }
    });

    it('come to the same whether articles came before them, between them or after them', (test) => {
      for (let seed = 1; seed <= ROUNDS; seed++) {
        const { path, record } = opened(test, 3);
        const random = randomFrom(seed);
        for (let n = 3; n < 9; n++) {
          correctAtRandom(record, random, 4);
          add(record, n, n + 1);
        }
        const fresh = opened(test, 9);
        for (const entry of log(record)) fresh.record.repeat(entry);
        assert.deepEqual(logicalContent(path), logicalContent(fresh.path), `articles first, seed ${seed}`);
        const late = opened(test, 0);
        for (const entry of log(record)) late.record.repeat(entry);
        add(late.record, 0, 9);
        assert.deepEqual(logicalContent(path), logicalContent(late.path), `corrections first, seed ${seed}`);
      }
    });

    it('leave no trace but in the log once they are undone', (test) => {
      for (let seed = 1; seed <= ROUNDS; seed++) {
        const random = randomFrom(100 + seed);
        const { path, record } = opened(test, 5);
        correctAtRandom(record, random, 8);
        const before = logicalContent(path);
        for (let tries = 0; tries < 10; tries++) {
          let made: RecordedCorrection;
          try {
            made = record.correct(randomRequest(record, random), ORIGIN);
          } catch {
            continue;
          }
          record.correct({ action: 'undo', number: made.number }, ORIGIN);
          assert.deepEqual(
            logicalContent(path),
            before,
            `seed ${seed}: ${made.action} ${JSON.stringify(made.payload)}`,
          );
        }
        for (const { number, undoneBy, action } of log(record)) {
          if (undoneBy === null && action !== 'undo') record.correct({ action: 'undo', number }, ORIGIN);
        }
        assert.deepEqual(logicalContent(path), logicalContent(opened(test, 5).path), 'all undone: as it was found');
      }
    });
  });
}

/** An entry that changes nothing, and is undone by nothing. */
const nothing = {
  ...ORIGIN,
  action: 'undo',
  payload: { number: 1_000_000, action: 'merge' },
  note: null,
} as const;
