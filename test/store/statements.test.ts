import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import type { RecordStore } from '../../src/store/index.ts';
import { echo } from './echoes.ts';
import { faultsOf, folderFor, onFile } from './files.ts';
import { openRecord } from './grams.ts';
import { logicalContent } from './logical.ts';
import { withoutStatements } from './older.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';

const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };
const VELLAMO = { name: 'Marit Vellamo', kind: 'person', role: null } as const;

function opened(test: TestContext): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  return { path, record };
}

/** Adds an article in which Marit Vellamo says the words; gives the key of the attribution. */
function say(record: RecordStore, id: string, words: string, rest: { published?: string; url?: string } = {}): string {
  const text = `On the day of ${id} Marit Vellamo said: “${words}”.`;
  const found = { source: 'Marit Vellamo', cue: 'said', content: words };
  const article = articleOf(id, text, { ...rest, attributions: [attributionOf(text, found, VELLAMO)] });
  const capture = captureOf(article);
  const capturedAt = new Date(Date.UTC(2031, 5, 1) + record.counts().articles * 3_600_000).toISOString();
  record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt } }, article);
  return `${record.article(id)!.article.key}-0`;
}

const statementOf = (record: RecordStore, key: string) => record.statement(key)!.statement.key;
const changes = (record: RecordStore, key: string) =>
  record
    .statement(key)!
    .occurrences.items.map(({ attribution, change, kinds }) => [attribution.article.id, change, ...kinds]);

describe('statements', () => {
  it('are held against the earliest by date, also when that comes in last', (test) => {
    const { record } = opened(test);
    const key = say(record, 'third', 'we will not open the lock before May', { published: '2031-05-03' });
    say(record, 'undated', 'we will open the lock before May');
    assert.deepEqual(changes(record, key), [
      ['third', null],
      ['undated', 'altered', 'negation'],
    ]);
    say(record, 'first', 'we will open the lock before May', { published: '2031-05-01T10:00:00+02:00' });
    assert.deepEqual(changes(record, key), [
      ['first', null],
      ['third', 'altered', 'negation'],
      ['undated', 'identical'],
    ]);
    assert.equal(record.statements({ altered: true, kind: 'negation' }).total, 1);
    assert.equal(record.statements({ altered: true, kind: 'number' }).total, 0);
  });

  it('become one when an occurrence shows it; every address leads on', (test) => {
    const { record } = opened(test);
    const [one, two] = [
      say(record, 'one', 'grain ships must wait outside'),
      say(record, 'two', 'the strike lasts all summer long'),
    ];
    const [first, second] = [statementOf(record, one), statementOf(record, two)];
    assert.notEqual(first, second);
    const both = say(record, 'both', 'grain ships must wait while the strike lasts all summer');
    const page = record.statement(second)!;
    assert.equal(page.statement.key, first);
    assert.equal(page.statement.occurrences, 3);
    assert.deepEqual(page.merged, [{ key: second, by: both, confidence: 0.75, reason: 'four words in a row' }]);
    const joined = page.occurrences.items.find(({ attribution }) => attribution.key === both)!.joined!;
    assert.ok([one, two].includes(joined.to));
  });

  it('count what the newest revision says, under the address that it had', (test) => {
    const { record } = opened(test);
    const url = 'https://courier.example/lock';
    const old = say(record, 'lock', 'yes, soon', { url });
    const address = statementOf(record, old);
    say(record, 'lock again', 'yes, soon', { url });
    const { statement, occurrences } = record.statement(address)!;
    assert.equal(statement.occurrences, 1);
    assert.equal(occurrences.items[0]!.attribution.article.revision, 2);
  });

  it('know nothing of an article that was taken back', (test) => {
    const { record } = opened(test);
    const work = () => {
      say(record, 'taken back', 'we will open the lock in May');
      throw new Error('no more of it');
    };
    assert.throws(() => record.together(work), /no more of it/);
    assert.equal(record.counts().articles, 0);
    // In the rows of the one that was taken back.
    const key = say(record, 'one', 'grain ships must wait outside');
    assert.equal(record.statement(say(record, 'two', 'grain ships must wait outside'))!.statement.occurrences, 2);
    say(record, 'three', 'we will open the lock in May');
    assert.deepEqual(changes(record, key), [
      ['one', null],
      ['two', 'identical'],
    ]);
  });

  it('that people parted take what comes in later with their own words', (test) => {
    const { record } = opened(test);
    const keys = ['a', 'b', 'c'].map((id) => say(record, id, 'we will open the lock in May'));
    say(record, 'd', 'we will open the lock in May and the harbour in June');
    const address = statementOf(record, keys[0]!);
    const odd = statementOf(record, keys[2]!);
    assert.equal(odd, address);
    const parted = record.article('d')!.attributions[0]!.key;
    record.correct({ action: 'part', statement: address, occurrences: [parted] }, ORIGIN);
    assert.notEqual(statementOf(record, parted), address);
    const long = say(record, 'e', 'the lock in May and the harbour in June');
    assert.equal(statementOf(record, long), statementOf(record, parted));
    assert.equal(statementOf(record, say(record, 'f', 'we will open the lock in May')), address);
    record.correct({ action: 'undo', number: 1 }, ORIGIN);
    assert.equal(record.statement(address)!.statement.occurrences, 6);
  });

  it('that people joined or parted refuse what makes no sense', (test) => {
    const { record } = opened(test);
    const [one, two] = [say(record, 'a', 'we will open the lock'), say(record, 'b', 'nobody told the council')];
    const [first, second] = [statementOf(record, one), statementOf(record, two)];
    const correct = (request: Parameters<RecordStore['correct']>[0]) => () => record.correct(request, ORIGIN);
    assert.throws(correct({ action: 'join', statement: first, other: first }), /are one statement already/);
    assert.throws(correct({ action: 'join', statement: first, other: 'abc' }), /holds no statement abc/);
    assert.throws(correct({ action: 'part', statement: first, occurrences: [one] }), /none would be left/);
    assert.throws(correct({ action: 'part', statement: first, occurrences: [two] }), /is no occurrence of/);
    assert.throws(correct({ action: 'part', statement: second, occurrences: [] }), /name the occurrences/);
    assert.equal(record.corrections().total, 0);
  });

  it('are found by words, the best match first', (test) => {
    const { record } = opened(test);
    const key = statementOf(record, say(record, 'a', 'we will open the lock in May'));
    say(record, 'b', 'nobody told the council');
    assert.deepEqual(
      record.statements({ words: 'lock May' }).items.map((each) => each.key),
      [key],
    );
    assert.equal(record.statements({ words: '  ' }).total, 0);
    assert.equal(record.statements().total, 0, 'none was reported twice');
  });
});

describe('a record from before statements', () => {
  it('is linked as it is opened, to what it would be had it been made now', (test) => {
    const { path, record } = opened(test);
    for (let n = 0; n < 30; n++) record.add(captureOf(echo(n)), echo(n));
    record.close();
    const before = logicalContent(path);
    onFile(path, withoutStatements);
    openRecord(path).close();
    assert.deepEqual(logicalContent(path), before);
    assert.deepEqual(faultsOf(path), []);
  });
});

describe('linking an article', () => {
  it('reads by indexes alone', (test) => {
    const { path } = opened(test);
    const database = new DatabaseSync(path);
    test.after(() => database.close());
    for (const query of [
      'select statement_id from statement_key where key = ? order by statement_id limit 21',
      'select attribution_id, same from statement_wording where statement_id = ? order by attribution_id',
      'select id from attribution where statement_id = ?',
      'select id from attribution where found_statement_id = ?',
      'select correction_id from statement_correction where statement_id = ?',
      'select distinct article_id from attribution where found_statement_id is null order by article_id limit 1',
      'select id from statement where gravest is not null order by gravest, id limit 50',
      'select id from statement where occurrences > 1 order by occurrences desc, id limit 50',
    ]) {
      const plan = database
        .prepare(`explain query plan ${query}`)
        .all(...(query.includes('?') ? [1] : []))
        .map(({ detail }) => String(detail));
      assert.ok(
        plan.every((step) => /USING (COVERING )?INDEX|USING PRIMARY KEY/.test(step)),
        `${query}: ${plan.join('; ')}`,
      );
    }
  });
});
