import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { writeIssue } from '../../../src/pipeline/index.ts';
import { type RunningServer, startServer } from '../../../src/server/index.ts';
import { BRIDGE } from '../../store/sides.ts';
import { captureOf } from '../../store/synthetic.ts';
import { type SampleRecord, sampleRecord } from '../sample-record.ts';

/** Headers of the connection and of how the bytes are sent, not of what is answered. */
const OF_CONNECTION = ['date', 'connection', 'keep-alive', 'content-length', 'transfer-encoding'];

describe('what takes long, answered aside', () => {
  let sample: SampleRecord;
  let issues: string;
  let aside: RunningServer;
  let alone: RunningServer;

  before(async () => {
    issues = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    writeIssue(issues, { name: 'bridge', title: null, about: ['talks'], speakers: [] });
    sample = sampleRecord([]);
    for (const article of BRIDGE.slice(1)) sample.record.add(captureOf(article), article);
    const { record, path } = sample;
    aside = await startServer({ record, path, issues, port: 0 });
    alone = await startServer({ record, issues, port: 0 });
  });
  after(async () => {
    await Promise.all([aside.close(), alone.close()]);
    sample.remove();
    rmSync(issues, { recursive: true });
  });

  const answer = async ({ url }: RunningServer, address: string) => {
    const response = await fetch(url + address);
    const headers = Object.fromEntries(response.headers);
    for (const name of OF_CONNECTION) delete headers[name];
    return { status: response.status, headers, body: await response.text() };
  };
  const sameAtBoth = async (address: string) => {
    const given = await answer(aside, address);
    assert.deepEqual(given, await answer(alone, address), address);
    return given;
  };

  test('is, to the header, what a server answers by itself', async () => {
    const { body } = await sameAtBoth('/api/audit?limit=50&offset=0');
    assert.ok(JSON.parse(body).total.attributions > 0);
    for (const address of ['/api/ledger.csv?about=talks', '/api/ledger.jsonl?about=talks', '/api/issues/bridge']) {
      assert.equal((await sameAtBoth(address)).status, 200);
    }
    for (const address of [
      '/api/audit/speakers?kind=person',
      '/api/shifts?about=talks',
      '/api/collisions?about=talks',
    ]) {
      assert.equal((await sameAtBoth(address)).status, 200);
    }
  });

  test('says the same of what is wrong', async () => {
    assert.equal((await sameAtBoth('/api/audit?limit=many')).status, 400);
    assert.equal((await sameAtBoth('/api/audit?outlets=all')).status, 400);
    assert.equal((await sameAtBoth('/api/issues/ferry')).status, 404);
    assert.equal((await sameAtBoth('/api/ledger')).status, 400);
  });

  test('is answered only to the names of this machine', async () => {
    const { promise, resolve } = Promise.withResolvers<number | undefined>();
    const headers = { host: 'courier.example' };
    get(`${aside.url}/api/audit`, { headers }, (response) => resolve(response.resume().statusCode));
    assert.equal(await promise, 421);
  });

  test('follows the record, at once or after an answer that is as old as it says', async () => {
    const before = await sameAtBoth('/api/issues/bridge');
    const [more] = BRIDGE;
    sample.record.add(captureOf(more!), more!);
    const grown = await answer(alone, '/api/issues/bridge');
    assert.notEqual(grown.body, before.body);
    for (;;) {
      const { age, ...headers } = (await answer(aside, '/api/issues/bridge')).headers;
      if (age === undefined) break;
      assert.deepEqual(headers, before.headers);
      await setTimeout(20);
    }
    await sameAtBoth('/api/issues/bridge');
  });

  test('follows the files of issues at once', async () => {
    rmSync(join(issues, 'bridge.json'));
    assert.equal((await sameAtBoth('/api/issues/bridge')).status, 404);
    writeIssue(issues, { name: 'bridge', title: 'The bridge', about: ['talks', 'negotiations'], speakers: [] });
    assert.match((await sameAtBoth('/api/issues/bridge')).body, /"title":"The bridge"/);
  });
});
