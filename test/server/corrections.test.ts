import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { bridge, long, type SampleRecord, sampleRecord } from './sample-record.ts';
import { notItsOwn, type Send, senderTo, tokenOf } from './sending.ts';

const EDITOR = { by: 'R. Sandoval', at: '2031-10-14T08:00:00.000Z' };

describe('corrections that a page asks for', () => {
  let webRoot: string;
  let sample: SampleRecord;
  let server: RunningServer;
  let token: string;
  let send: Send;
  let key: string;

  before(() => {
    webRoot = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><head><title>built</title></head>');
  });
  after(() => rmSync(webRoot, { recursive: true }));
  beforeEach(async () => {
    sample = sampleRecord([bridge, long]);
    server = await start();
    token = await tokenOf(server);
    send = senderTo(server, '/api/corrections', token);
    key = sample.keyOf(bridge);
  });
  afterEach(async () => {
    await server.close();
    sample.remove();
  });

  const start = () =>
    startServer({
      record: sample.record,
      port: 0,
      webRoot,
      correct: (request, note) => sample.record.correct(request, { ...EDITOR, note }),
    });
  const made = () => sample.record.corrections().total;
  const statement = (n: number) =>
    sample.record.article(bridge.id)!.attributions.find((one) => one.key === `${key}-${n}`)!;
  const speaker = (name: string) => sample.record.speakers({ name }).items[0]!.key;
  async function get<T>(path: string): Promise<T> {
    return (await fetch(server.url + path)).json() as Promise<T>;
  }

  test('each action is made, in the name of whoever runs the server, and answered as the log has it', async () => {
    const requests: readonly Record<string, unknown>[] = [
      { action: 'accept', attribution: `${key}-3` },
      { action: 'span', attribution: `${key}-3`, cue: [[0, 3]] },
      { action: 'not-a-statement', attribution: `${key}-8` },
      { action: 'speaker', attribution: `${key}-7`, to: { name: 'Ostrel Ports Agency', kind: 'organization' } },
      { action: 'speaker', attribution: `${key}-7`, to: null },
      { action: 'speaker', attribution: `${key}-7`, to: speaker('kost'), role: 'minister' },
      { action: 'apart', speaker: speaker('kost'), other: speaker('orlan') },
      { action: 'rename', speaker: speaker('orlan'), name: 'Davit Orlan the elder' },
      { action: 'kind', speaker: speaker('orlan'), kind: 'group' },
      { action: 'split', speaker: speaker('orlan'), name: 'Davit Orlan', of: { attributions: [`${key}-5`] } },
      { action: 'merge', into: speaker('kost'), from: speaker('orlan') },
      { action: 'join', statement: statement(0).statement, other: statement(1).statement },
      { action: 'part', statement: statement(0).statement, occurrences: [`${key}-1`] },
      { action: 'undo', number: 1 },
    ];
    for (const [n, request] of requests.entries()) {
      const { status, body } = await send({ ...request, note: `note ${n}` });
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual([body.number, body.action, body.by, body.note], [n + 1, request.action, EDITOR.by, `note ${n}`]);
      assert.deepEqual(body, JSON.parse(JSON.stringify(sample.record.corrections().items[0])));
    }
    assert.equal((await get<{ total: number }>('/api/corrections')).total, requests.length);
  });

  test('what makes no sense is refused with the reason, and nothing is written', async () => {
    const wrong: readonly (readonly [Record<string, unknown>, RegExp])[] = [
      [{ action: 'accept', attribution: 'nothing-1' }, /^The record holds no article nothing\.$/],
      [{ action: 'accept', attribution: `${key}-99` }, /holds no attribution/],
      [{ action: 'span', attribution: `${key}-1` }, /stands there already/],
      [{ action: 'span', attribution: `${key}-1`, content: [[0, 90_000]] }, /no span of the article/],
      [{ action: 'merge', into: speaker('kost'), from: 'nobody' }, /holds no speaker nobody/],
      [{ action: 'undo', number: 9 }, /no correction 9/],
    ];
    for (const [body, error] of wrong) {
      const answer = await send(body);
      assert.equal(answer.status, 409, JSON.stringify(body));
      assert.match(answer.body.error!, error);
    }
    assert.equal(made(), 0);
  });

  test('what has not the shape of a correction is a 400 that names what is wrong', async () => {
    const attribution = `${key}-1`;
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      ['{', /JSON/i],
      [[], /"action": accept, span/],
      [{}, /"action": accept, span/],
      [{ action: 'erase' }, /"action": accept, span/],
      [{ action: 'accept' }, /field "attribution" must be the key of an attribution/],
      [{ action: 'accept', attribution: '' }, /key of an attribution/],
      [{ action: 'accept', attribution: 'a'.repeat(501) }, /at most 500/],
      [{ action: 'accept', attribution, by: 'somebody else' }, /no field called "by"/],
      [{ action: 'accept', attribution, note: 'n'.repeat(1_001) }, /at most 1,000 characters/],
      [{ action: 'span', attribution, content: [[1]] }, /\[start, end\]/],
      [{ action: 'span', attribution, content: [[1, 2.5]] }, /whole number/],
      [{ action: 'speaker', attribution, to: 3 }, /key of a speaker, an object/],
      [{ action: 'speaker', attribution, to: { name: 'x', kind: 'god' } }, /speaker/],
      [{ action: 'part', statement: 'x', occurrences: [] }, /list of keys/],
      [{ action: 'rename', speaker: 'x', name: '' }, /"name" must be a name/],
      [{ action: 'kind', speaker: 'x', kind: 'god' }, /a kind of speaker/],
      [{ action: 'split', speaker: 'x', name: 'y', of: {} }, /one of "attributions", "articles" and "spelling"/],
      [
        { action: 'split', speaker: 'x', name: 'y', of: { articles: [] } },
        /"attributions", "articles" and "spelling"|list/,
      ],
      [{ action: 'undo', number: 0 }, /number of a correction/],
    ];
    for (const [body, error] of wrong) {
      const answer = await send(body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      assert.match(answer.body.error!, error);
    }
    assert.equal(made(), 0);
  });

  test('what no page of this server sent is turned away', async () => {
    for (const [headers, status, error] of notItsOwn(server, token)) {
      const answer = await send({ action: 'accept', attribution: `${key}-1` }, headers);
      assert.equal(answer.status, status, JSON.stringify(headers));
      assert.match(answer.body.error!, error);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
    const large = await send({ action: 'accept', attribution: `${key}-1`, note: 'n'.repeat(200_000) });
    assert.equal(large.status, 413);
    assert.equal(made(), 0);
  });

  test('pages hold the token, are kept by nobody, and say what is taken', async () => {
    for (const path of ['/review', '/corrections', '/watching', '/']) {
      const response = await fetch(server.url + path);
      assert.equal(response.headers.get('cache-control'), 'no-store', path);
      assert.match(await response.text(), /<meta name="onrecord-accepts" content="corrections" \/>/);
    }
    const policy = (await fetch(`${server.url}/capture`)).headers.get('cross-origin-opener-policy');
    assert.equal(policy, 'same-origin', 'where no pages are added none may speak to it');
  });

  test('a server that was not told to take corrections takes none', async () => {
    const reading = await startServer({ record: sample.record, port: 0, webRoot });
    const answer = await senderTo(reading, '/api/corrections', token)({ action: 'accept', attribution: `${key}-1` });
    assert.equal(answer.status, 405);
    assert.doesNotMatch(await (await fetch(`${reading.url}/review`)).text(), /onrecord-token|onrecord-accepts/);
    await reading.close();
    assert.equal(made(), 0);
  });

  test('none are taken where other machines would make them in one name', async () => {
    const correct = () => assert.fail('nothing is corrected');
    for (const host of ['0.0.0.0', '::', '192.0.2.7', 'newsroom.example']) {
      const options = { record: sample.record, port: 0, host, webRoot, correct };
      await assert.rejects(startServer(options), /on this machine alone/, host);
    }
  });

  test('what is to be reviewed is asked for by kind, outlet and speaker', async () => {
    interface Page {
      readonly total: number;
      readonly items: readonly { readonly attribution: { readonly key: string }; readonly kinds: readonly string[] }[];
    }
    const all = await get<Page>('/api/review');
    assert.deepEqual(
      all.items.map(({ attribution, kinds }) => [attribution.key, kinds]),
      [
        [`${key}-8`, ['attribution', 'unresolved']],
        [`${key}-3`, ['attribution']],
      ],
    );
    assert.equal((await get<Page>('/api/review?kind=unresolved')).total, 1);
    assert.equal((await get<Page>(`/api/review?speaker=${speaker('kost')}`)).total, 1);
    assert.equal((await get<Page>('/api/review?outlet=Nobody')).total, 0);
    assert.match((await get<{ error: string }>('/api/review?kind=x')).error, /"kind" must be attribution, speaker/);
    await send({ action: 'accept', attribution: `${key}-8` });
    assert.deepEqual((await get<Page>('/api/review')).total, 1);
  });
});
