import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, before, beforeEach, describe, it } from 'node:test';
import { type AddEvent, type Analyzer, addToRecord, createAnalyzer, openRecord } from '../../src/pipeline/index.ts';

import type { RecordStore } from '../../src/store/index.ts';

describe('addToRecord', () => {
  let folder: string;
  let analyzer: Analyzer;
  let record: RecordStore;
  let analysed: string[];

  before(async () => {
    const real = await createAnalyzer();
    analyzer = {
      analyze(articles) {
        analysed.push(...articles.map((article) => article.id));
        return real.analyze(articles);
      },
    };
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    record = openRecord(join(folder, 'record.db'), { create: true });
    analysed = [];
  });
  afterEach(() => {
    record.close();
    rmSync(folder, { recursive: true, force: true });
  });

  function write(name: string, text: string): string {
    const file = join(folder, name);
    writeFileSync(file, text);
    return file;
  }
  const said = (what: string): string => `Harbour news\n\nMayor Ilse Quandt said on Monday that ${what}.\n`;

  async function add(inputs: string[], signal?: AbortSignal): Promise<AddEvent[]> {
    const events: AddEvent[] = [];
    for await (const event of addToRecord(record, analyzer, inputs, signal ? { signal } : {})) events.push(event);
    return events;
  }
  const outcomes = (events: AddEvent[]): string[] => events.map((event) => event.outcome);

  it('reports in the order of the inputs, and keeps refusals in the record', async () => {
    const inputs = [
      write('a.txt', said('the pier was shut')),
      write('empty.txt', ''),
      write('b.txt', said('the crane was safe')),
      join(folder, 'missing.txt'),
    ];
    const events = await add(inputs);
    assert.deepEqual(outcomes(events), ['added', 'refused', 'added', 'refused']);
    assert.equal(record.counts().articles, 2);
    assert.deepEqual(new Set(record.refusals().items.map((refusal) => refusal.code)), new Set(['empty', 'not found']));
  });

  it('does not analyse again what the record holds', async () => {
    const a = write('a.txt', said('the pier was shut'));
    await add([a]);
    analysed = [];
    const events = await add([a, write('b.txt', said('the crane was safe'))]);
    assert.deepEqual(outcomes(events), ['unchanged', 'added']);
    assert.deepEqual(analysed, ['b']);
  });

  it('takes the same article twice in one go as one', async () => {
    const a = write('a.txt', said('the pier was shut'));
    assert.deepEqual(outcomes(await add([a, a])), ['added', 'unchanged']);
    assert.equal(record.counts().articles, 1);
  });

  it('stops when it is told to, with what is in the record by then whole', async () => {
    const inputs = Array.from({ length: 5 }, (_, n) => write(`s${n}.txt`, said(`pier ${n} was shut`)));
    const stop = new AbortController();
    const events: AddEvent[] = [];
    for await (const event of addToRecord(record, analyzer, inputs, { signal: stop.signal })) {
      events.push(event);
      if (events.length === 2) stop.abort();
    }
    assert.deepEqual(outcomes(events), ['added', 'added']);
    assert.equal(record.counts().articles, 2);
  });

  it('names an article that the record will not take', async () => {
    const a = write('a.txt', said('the pier was shut'));
    const full: RecordStore = {
      ...record,
      add() {
        throw new Error('database or disk is full');
      },
    };
    const events: AddEvent[] = [];
    for await (const event of addToRecord(full, analyzer, [a])) events.push(event);
    const [event] = events;
    assert.ok(event?.outcome === 'refused');
    assert.equal(event.refusal.code, 'not stored');
    assert.match(event.refusal.reason, /could not be written to the record: database or disk is full/);
    assert.equal(record.counts().refusals, 1);
  });
});
