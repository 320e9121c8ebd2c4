import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { RecordedCorrection, RecordStore } from '../../src/store/index.ts';
import { correctStatements, echo, requestOfStatements } from './echoes.ts';
import { faultsOf, folderFor } from './files.ts';
import { openRecord } from './grams.ts';
import { logicalContent } from './logical.ts';
import { captureOf, randomFrom } from './synthetic.ts';

const ROUNDS = 8;
const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };

const log = (record: RecordStore): RecordedCorrection[] => record.corrections({ limit: 500 }).items.toReversed();

function opened(test: TestContext): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  return { path, record };
}

/** Of ten, two are at one address: the second is a revision of the first. */
function add(record: RecordStore, from: number, to: number): void {
  for (let n = from; n < to; n++) {
    const article = echo(n, n % 10 < 2 ? `https://courier.example/${Math.floor(n / 10)}` : null);
    const capture = captureOf(article);
    const capturedAt = new Date(Date.UTC(2031, 5, 1) + n * 3_600_000).toISOString();
    record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt } }, article);
  }
}

describe('random corrections of statements', () => {
  it('come to the same whether articles came before them, between them or after them', (test) => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const { path, record } = opened(test);
      add(record, 0, 4);
      const random = randomFrom(seed);
      for (let n = 4; n < 14; n++) {
        correctStatements(record, random, 2);
        add(record, n, n + 1);
      }
      assert.deepEqual(faultsOf(path), []);
      const fresh = opened(test);
      add(fresh.record, 0, 14);
      for (const entry of log(record)) fresh.record.repeat(entry);
      assert.deepEqual(logicalContent(path), logicalContent(fresh.path), `articles first, seed ${seed}`);
      const late = opened(test);
      for (const entry of log(record)) late.record.repeat(entry);
      add(late.record, 0, 14);
      assert.deepEqual(logicalContent(path), logicalContent(late.path), `corrections first, seed ${seed}`);
    }
  });

  it('leave no trace but in the log once they are undone', (test) => {
    for (let seed = 1; seed <= ROUNDS; seed++) {
      const { path, record } = opened(test);
      add(record, 0, 10);
      const found = logicalContent(path);
      const random = randomFrom(100 + seed);
      correctStatements(record, random, 6);
      const before = logicalContent(path);
      for (let tries = 0; tries < 10; tries++) {
        let made: RecordedCorrection;
        try {
          made = record.correct(requestOfStatements(record, random), ORIGIN);
        } catch {
          continue;
        }
        record.correct({ action: 'undo', number: made.number }, ORIGIN);
        assert.deepEqual(logicalContent(path), before, `seed ${seed}: ${made.summary}`);
      }
      for (const { number, undoneBy, action } of log(record)) {
        if (undoneBy === null && action !== 'undo') record.correct({ action: 'undo', number }, ORIGIN);
      }
      assert.deepEqual(logicalContent(path), found);
    }
  });
});

describe('statements of any articles', () => {
  it('hold every attribution once, and say of each what a fresh comparison with the earliest says', (test) => {
    const { record } = opened(test);
    add(record, 0, 40);
    correctStatements(record, randomFrom(7), 20);
    const seen = new Set<string>();
    for (const attribution of record.everyAttribution()) {
      const { statement, occurrences } = record.statement(attribution.statement!, { limit: 500 })!;
      assert.equal(occurrences.total, statement.occurrences);
      assert.ok(occurrences.items.some(({ attribution: { key } }) => key === attribution.key));
      assert.equal(occurrences.items[0]!.attribution.key, statement.earliest.key);
      const times = occurrences.items.map(({ attribution: { article } }) => article.published ?? '9');
      assert.deepEqual(times, times.toSorted());
      assert.deepEqual(
        occurrences.items.map(({ change }) => change === null),
        occurrences.items.map((_, i) => i === 0),
      );
      seen.add(attribution.key);
    }
    assert.equal(seen.size, record.counts().attributions);
  });
});
