import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';
import { notItsOwn, type Send, senderTo, tokenOf } from './sending.ts';

const OUTCOME = { added: [], unchanged: 0, problems: [], others: [], fresh: null };

describe('sources that a page adds', () => {
  let webRoot: string;
  let sample: SampleRecord;
  let server: RunningServer;
  let token: string;
  let send: Send;
  let asked: unknown[];
  let gate: Promise<void>;

  before(() => {
    webRoot = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><head><title>built</title></head>');
  });
  after(() => rmSync(webRoot, { recursive: true }));
  beforeEach(async () => {
    sample = sampleRecord([]);
    asked = [];
    gate = Promise.resolve();
    const watchMore = async (source: unknown) => {
      asked.push(source);
      await gate;
      return OUTCOME;
    };
    server = await startServer({ record: sample.record, port: 0, webRoot, watchMore });
    token = await tokenOf(server);
    send = senderTo(server, '/api/sources', token);
  });
  afterEach(async () => {
    await server.close();
    sample.remove();
  });

  test('an address or a list is handed on as it is given', async () => {
    const url = 'https://ardal.example/feed';
    for (const source of [{ url }, { url, outlet: 'Radio Ardal' }, { opml: '<opml/>' }]) {
      const { status, body } = await send(source);
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual(body, OUTCOME);
      assert.deepEqual(asked.at(-1), source);
    }
  });

  test('what has not its shape is a 400 that names what is wrong', async () => {
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      [{}, /either "url" or "opml"/],
      [{ url: 'a', opml: 'b' }, /either "url" or "opml"/],
      [{ url: '' }, /field "url" must be an address/],
      [{ url: 'a'.repeat(2_001) }, /at most 2,000/],
      [{ url: 'a', allowPrivate: true }, /no field called "allowPrivate"/],
      [[], /"url" or "opml"/],
    ];
    for (const [body, error] of wrong) {
      const answer = await send(body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      assert.match(answer.body.error!, error);
    }
    assert.deepEqual(asked, []);
  });

  test('what no page of this server sent is turned away, and asks nobody', async () => {
    for (const [headers, status, error] of notItsOwn(server, token)) {
      const answer = await send({ url: 'https://ardal.example' }, headers);
      assert.equal(answer.status, status, JSON.stringify(headers));
      assert.match(answer.body.error!, error);
    }
    assert.deepEqual(asked, []);
  });

  test('one is asked at a time, few wait, and what is too many is told so', async () => {
    const opened = Promise.withResolvers<void>();
    gate = opened.promise;
    const sent = [1, 2, 3, 4].map((n) => send({ url: `https://ardal.example/${n}` }));
    while (asked.length < 1) await new Promise((resolve) => setImmediate(resolve));
    let late = await send({ url: 'https://ardal.example/5' });
    // The four may still be on their way when the fifth comes; then that one has a place of theirs.
    while (late.status !== 503) late = await send({ url: 'https://ardal.example/5' });
    assert.match(late.body.error!, /try again/);
    assert.equal(asked.length, 1);
    opened.resolve();
    assert.deepEqual(new Set((await Promise.all(sent)).map(({ status }) => status)), new Set([200]));
  });

  test('a server that was not told to take sources takes none', async () => {
    const reading = await startServer({ record: sample.record, port: 0, webRoot });
    const answer = await senderTo(reading, '/api/sources', token)({ url: 'https://ardal.example' });
    assert.equal(answer.status, 405);
    await reading.close();
  });
});
