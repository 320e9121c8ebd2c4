import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { first, revise } from './revised.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';

describe('the revisions of an article over HTTP', () => {
  let sample: SampleRecord;
  let server: RunningServer;
  let keys: string[];
  before(async () => {
    sample = sampleRecord([first]);
    keys = revise(sample);
    server = await startServer({ record: sample.record, port: 0 });
  });
  after(async () => {
    await server.close();
    sample.remove();
  });

  const get = async (path: string, status = 200): Promise<unknown> => {
    const response = await fetch(server.url + path);
    assert.equal(response.status, status, path);
    return response.json();
  };

  test('are those of the record, by the key of any of them, page by page', async () => {
    const newest = keys[2]!;
    const all = sample.record.revisions(newest)!;
    assert.equal(all.total, 3);
    for (const { article } of all.items) {
      assert.deepEqual(await get(`/api/articles/${article.key}/revisions`), all);
    }
    const { items } = sample.record.revisions(newest, { limit: 1, offset: 1 })!;
    assert.deepEqual(await get(`/api/articles/${newest}/revisions?limit=1&offset=1`), { items, total: all.total });
  });

  test('an old one says which is the newest, and is in no list', async () => {
    const { article } = (await get(`/api/articles/${keys[0]}`)) as { article: Record<string, unknown> };
    assert.equal(article.newest, keys[2]);
    assert.deepEqual([article.revision, article.revisions], [1, 3]);
    assert.equal(((await get('/api/articles')) as { total: number }).total, 1);
  });

  test('of what is not there are refused by name', async () => {
    assert.match(((await get('/api/articles/nothing/revisions', 404)) as { error: string }).error, /nothing/);
    await get(`/api/articles/${keys[0]}/revisions?limit=0`, 400);
  });
});
