import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { traceStatement } from '../../src/pipeline/index.ts';
import { captureOf } from '../store/synthetic.ts';
import { bridge } from './sample-record.ts';
import { served } from './served.ts';

describe('statements over HTTP', () => {
  const site = served([bridge], ({ record }) => {
    const reprint = { ...bridge, id: 'reprint', outlet: 'Sarn Evening News', url: null, published: '2031-10-13' };
    record.add(captureOf(reprint), reprint);
  });
  const { get } = site;

  test('are those of the record, and each is traced by its key or that of an occurrence', async () => {
    const listed = site.sample.record.statements();
    assert.ok(listed.total > 0);
    assert.deepEqual(await get('/api/statements'), listed);
    assert.deepEqual(await get('/api/statements?limit=1'), { ...listed, items: listed.items.slice(0, 1) });
    const [{ key, earliest }] = listed.items as [(typeof listed.items)[0]];
    const traced = JSON.parse(JSON.stringify(traceStatement(site.sample.record, key)));
    assert.equal(traced.occurrences.items.length, 2);
    assert.deepEqual(await get(`/api/statements/${key}`), traced);
    assert.deepEqual(await get(`/api/statements/${earliest.key}`), traced);
  });

  test('are filtered; what makes no sense is refused', async () => {
    assert.deepEqual(await get('/api/statements?altered=true'), site.sample.record.statements({ altered: true }));
    assert.deepEqual(await get('/api/statements?outlet=nobody'), { items: [], total: 0 });
    assert.equal(((await get('/api/statements?q=toll')) as { total: number }).total > 0, true);
    await get('/api/statements?altered=perhaps', 400);
    await get('/api/statements?kind=tone', 400);
    assert.match(((await get('/api/statements/nothing', 404)) as { error: string }).error, /nothing/);
  });
});
