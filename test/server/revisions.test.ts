import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { first, revise } from './revised.ts';
import { served } from './served.ts';

describe('the revisions of an article over HTTP', () => {
  let keys: string[];
  const site = served([first], (sample) => {
    keys = revise(sample);
  });
  const { get } = site;

  test('are those of the record, by the key of any of them, page by page', async () => {
    const newest = keys[2]!;
    const all = site.sample.record.revisions(newest)!;
    assert.equal(all.total, 3);
    for (const { article } of all.items) {
      assert.deepEqual(await get(`/api/articles/${article.key}/revisions`), all);
    }
    const { items } = site.sample.record.revisions(newest, { limit: 1, offset: 1 })!;
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
