import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { bridge, captureOf, type SampleRecord, sampleRecord } from './sample-record.ts';

let sample: SampleRecord;
let server: RunningServer;

before(async () => {
  sample = sampleRecord();
  server = await startServer({ record: sample.record, port: 0 });
});

after(async () => {
  await server.close();
  sample.remove();
});

describe('a snapshot', () => {
  test('comes byte for byte, to be kept and never shown', async () => {
    const { snapshot } = captureOf(bridge);
    const key = sample.keyOf(bridge);
    const response = await fetch(`${server.url}/api/articles/${key}/snapshot`);
    assert.equal(response.status, 200);
    assert.deepEqual(Buffer.from(await response.arrayBuffer()), Buffer.from(snapshot.bytes));
    assert.equal(response.headers.get('content-type'), 'application/octet-stream');
    assert.equal(response.headers.get('content-disposition'), `attachment; filename="onrecord-${key}.html"`);
    assert.match(response.headers.get('content-security-policy')!, /^sandbox; default-src 'none'/);
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
    const digest = createHash('sha256').update(snapshot.bytes).digest('base64');
    assert.equal(response.headers.get('repr-digest'), `sha-256=:${digest}:`);
  });

  test('has the ending of what was captured', async () => {
    const endings = { 'application/gzip': 'html.gz', 'text/markdown; charset=utf-8': 'md', 'image/png': 'bin' };
    for (const [mediaType, ending] of Object.entries(endings)) {
      const record = { ...sample.record, snapshot: () => ({ ...captureOf(bridge).snapshot, mediaType }) };
      const other = await startServer({ record, port: 0 });
      const response = await fetch(`${other.url}/api/articles/x/snapshot`);
      await response.arrayBuffer();
      await other.close();
      assert.equal(response.headers.get('content-disposition'), `attachment; filename="onrecord-x.${ending}"`);
    }
  });

  test('of an article that is not there is a 404', async () => {
    const response = await fetch(`${server.url}/api/articles/none/snapshot`);
    assert.equal(response.status, 404);
    assert.match(((await response.json()) as { error: string }).error, /no article.*"none"/);
  });
});
