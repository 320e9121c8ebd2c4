import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { type Checker, createChecker } from '../../src/pipeline/index.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { bridge, type SampleRecord, sampleRecord } from './sample-record.ts';

const DRAFT = '“There will be no toll, while I hold any office,” Mirela Kost said on Sunday in the harbour of Sarn.';

interface Checked {
  readonly text: string;
  readonly articles: number;
  readonly total: number;
  readonly quotations: readonly {
    readonly verdict: string;
    readonly found: readonly { readonly attribution: string; readonly statement: string }[];
  }[];
}

describe('the check over HTTP', () => {
  let sample: SampleRecord;
  let server: RunningServer;
  let checker: Checker;
  before(async () => {
    sample = sampleRecord([bridge]);
    checker = createChecker({ record: sample.path });
    server = await startServer({ record: sample.record, port: 0, check: checker.check });
  });
  after(async () => {
    await server.close();
    await checker.close();
    sample.remove();
  });

  async function post(body: unknown, headers: Record<string, string> = {}, url = server.url) {
    const response = await fetch(`${url}/api/check`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, ...headers },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return { status: response.status, headers: response.headers, answer: await response.json() };
  }
  const errorOf = ({ answer }: { readonly answer: unknown }): string => (answer as { error: string }).error;

  test('tells what came of each quotation, with the keys of what it found', async () => {
    const { status, answer } = await post({ text: DRAFT });
    const checked = answer as Checked;
    assert.equal(status, 200);
    assert.deepEqual([checked.text, checked.articles, checked.total], [DRAFT, 1, 1]);
    assert.equal(checked.quotations.length, 1);
    const [{ verdict, found }] = checked.quotations as [Checked['quotations'][number]];
    assert.equal(verdict, 'altered');
    assert.equal(found[0]!.attribution, `${sample.keyOf(bridge)}-1`);
    assert.equal(found[0]!.statement, sample.record.article(sample.keyOf(bridge))!.attributions[1]!.statement);
  });

  test('takes a file of one article, whose text is read as capture reads it', async () => {
    const page = `<!doctype html><html lang="en"><title>Kost on tolls</title><article><h1>Kost on tolls</h1><p>${DRAFT}</p></article></html>`;
    const { status, answer } = await post({
      file: { name: 'draft.html', bytes: Buffer.from(page).toString('base64') },
    });
    assert.equal(status, 200);
    assert.equal((answer as Checked).quotations[0]!.verdict, 'altered');
  });

  test('writes nothing', async () => {
    const bytes = () => [sample.path, `${sample.path}-wal`].map((path) => readFileSync(path));
    const before = bytes();
    assert.equal((await post({ text: DRAFT })).status, 200);
    assert.deepEqual(bytes(), before);
  });

  test('is for the pages of this server alone', async () => {
    const elsewhere = await post({ text: DRAFT }, { origin: 'http://elsewhere.example' });
    assert.equal(elsewhere.status, 403);
    assert.match(errorOf(elsewhere), /of this server alone/);
    const none = await fetch(`${server.url}/api/check`, { method: 'POST', body: '{}' });
    assert.equal(none.status, 403);
    const form = await post('text=x', { 'content-type': 'text/plain' });
    assert.equal(form.status, 415);
  });

  test('refuses what is no draft, by name', async () => {
    for (const [body, status, words] of [
      [{}, 400, /either "text" or "file"/],
      [{ text: 'a', file: { name: 'a.txt', bytes: '' } }, 400, /either "text" or "file"/],
      [{ text: 'a'.repeat(200_001) }, 400, /at most 200,000 characters/],
      [{ text: ' \n ' }, 422, /nothing but white space/],
      [{ file: { name: 'many.jsonl', bytes: '' } }, 422, /many articles/],
      [{ file: { name: 'draft', bytes: '' } }, 422, /ending says nothing/],
      [{ file: { name: 'draft.docx', bytes: btoa('PK') } }, 422, /This is no draft to check/],
      [{ file: { name: 'long.txt', bytes: btoa(`${'word '.repeat(50_000)}.`) } }, 422, /longer than 200000 characters/],
      [{ text: 'a', more: 1 }, 400, /no field called "more"/],
    ] as const) {
      const answered = await post(body);
      assert.equal(answered.status, status, errorOf(answered));
      assert.match(errorOf(answered), words);
    }
    assert.equal((await post({ text: 'a'.repeat(1_500_000) })).status, 413);
  });

  test('holds few drafts at a time, one after the other, and serves readers meanwhile', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    let [atWork, most] = [0, 0];
    const check: Checker['check'] = async (draft) => {
      most = Math.max(most, ++atWork);
      await opened;
      atWork--;
      return checker.check(draft);
    };
    const slow = await startServer({ record: sample.record, port: 0, check });
    const answers = Array.from({ length: 5 }, () => post({ text: DRAFT }, {}, slow.url));
    const turnedAway = await Promise.race(answers);
    assert.equal(turnedAway.status, 503);
    assert.equal(turnedAway.headers.get('retry-after'), '5');
    assert.equal((await fetch(`${slow.url}/api/counts`)).status, 200, 'readers are served');
    open();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    assert.deepEqual(statuses.sort(), [200, 200, 200, 200, 503]);
    assert.equal(most, 1);
    assert.equal((await post({ text: DRAFT }, {}, slow.url)).status, 200, 'there is a place again');
    await slow.close();
  });

  test('one that takes too long is given up, and the next is checked', async () => {
    const hasty = createChecker({ record: sample.path, longestMs: 1 });
    const other = await startServer({ record: sample.record, port: 0, check: hasty.check });
    const late = await post({ text: DRAFT }, {}, other.url);
    assert.equal(late.status, 503);
    assert.match(errorOf(late), /took longer than/);
    await other.close();
    await hasty.close();
    assert.equal((await post({ text: DRAFT })).status, 200);
  });

  test('of a record too large for the time, a part is looked through, and that is said', async () => {
    const brief = createChecker({ record: sample.path, mostMs: -1 });
    const checked = await brief.check({ text: DRAFT });
    assert.ok('quotations' in checked);
    assert.deepEqual([checked.articles, checked.total], [0, 1]);
    await brief.close();
  });

  test('what is at hand, waits or comes when the checker is closed fails, in words', async () => {
    const closing = createChecker({ record: sample.path });
    const asked = [closing.check({ text: DRAFT }), closing.check({ text: DRAFT })];
    const failed = Promise.all(asked.map((one) => assert.rejects(one, /could not be checked/)));
    await closing.close();
    await failed;
    await assert.rejects(closing.check({ text: DRAFT }), /could not be checked: the checker was closed/);
  });

  test('is not there where the server was not given one', async () => {
    const bare = await startServer({ record: sample.record, port: 0 });
    assert.equal((await post({ text: DRAFT }, {}, bare.url)).status, 405);
    await bare.close();
  });
});
