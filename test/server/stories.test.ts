import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { captureOf } from '../store/synthetic.ts';
import { bridge } from './sample-record.ts';
import { served } from './served.ts';

describe('stories over HTTP', () => {
  const site = served([bridge], ({ record }) => {
    const reprint = { ...bridge, id: 'reprint', outlet: 'Sarn Evening News', url: null, published: '2031-10-13' };
    record.add(captureOf(reprint), reprint);
  });
  const { get } = site;

  test('are those of the record, and each is shown with what its outlets report', async () => {
    const listed = site.sample.record.stories();
    assert.equal(listed.total, 1);
    assert.deepEqual(await get('/api/stories'), listed);
    const { key, lead } = listed.items[0]!;
    const expected = { ...site.sample.record.story(key), ...site.sample.record.storyStatements(key) };
    const shown = (await get(`/api/stories/${key}`)) as typeof expected;
    assert.deepEqual(shown, JSON.parse(JSON.stringify(expected)));
    assert.equal(shown.articles!.length, 2);
    assert.ok(shown.statements!.items.every(({ cells }) => cells.every((cell) => cell !== null)));
    assert.deepEqual(await get(`/api/stories/${lead.key}`), shown);
    const part = (await get(`/api/stories/${key}?limit=1&offset=1`)) as typeof expected;
    assert.deepEqual(part.statements!.items, shown.statements!.items.slice(1, 2));
  });

  test('are refused where the query makes no sense or no such story is there', async () => {
    await get('/api/stories?limit=0', 400);
    await get('/api/stories?words=x', 400);
    assert.match(((await get('/api/stories/nothing', 404)) as { error: string }).error, /nothing/);
  });
});
