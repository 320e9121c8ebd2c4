import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { readLedger, shiftsBy, shiftsOn, suggestFor, writeIssue } from '../../src/pipeline/index.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { BRIDGE } from '../store/sides.ts';
import { captureOf } from '../store/synthetic.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';

describe('positions over HTTP', () => {
  let sample: SampleRecord;
  let server: RunningServer;
  let folder: string;
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    writeIssue(folder, { name: 'bridge', title: null, about: ['talks'], speakers: ['Ilan Marro', 'Nobody Known'] });
    writeFileSync(join(folder, 'bad.json'), '{');
    sample = sampleRecord([]);
    for (const article of BRIDGE) sample.record.add(captureOf(article), article);
    server = await startServer({ record: sample.record, port: 0, issues: folder });
  });
  after(async () => {
    await server.close();
    sample.remove();
    rmSync(folder, { recursive: true });
  });

  const get = async <T>(path: string, status = 200): Promise<T> => {
    const response = await fetch(server.url + path);
    assert.equal(response.status, status, path);
    return (await response.json()) as T;
  };
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  test('are those of the ledger, page by page', async () => {
    const { positions } = readLedger(sample.record, { wordings: ['negotiations', 'parley'] });
    const page = await get<{ items: unknown[]; total: number; left: number }>(
      '/api/positions?about=negotiations&also=parley&limit=2&offset=1',
    );
    assert.deepEqual(page.items, plain(positions.slice(1, 3)));
    assert.deepEqual([page.total, page.left], [positions.length, 0]);
    assert.match((await get<{ error: string }>('/api/positions?about=of%20the', 400)).error, /no word to look for/);
    await get('/api/positions', 400);
    await get(`/api/positions?about=${'x'.repeat(201)}`, 400);
  });

  test('have issues, with lanes of points that are positions, and collisions', async () => {
    const listed = await get<{ items: { name: string }[]; problems: unknown[] }>('/api/issues');
    assert.deepEqual(
      listed.items.map(({ name }) => name),
      ['bridge'],
    );
    assert.deepEqual(listed.problems, [{ file: 'bad.json', reason: 'it is no JSON' }]);
    const marro = sample.record.speakers({ name: 'Marro' }).items[0]!.key;
    const ledger = readLedger(sample.record, { wordings: ['talks'], speakers: [marro] });
    const { issue, unknown, ...rest } = await get<Record<string, unknown>>('/api/issues/bridge');
    assert.equal((issue as { name: string }).name, 'bridge');
    assert.deepEqual(unknown, ['Nobody Known']);
    assert.deepEqual(rest, plain(ledger));
    assert.equal(ledger.lanes[0]!.courses[0]!.points.length, 2);
    for (const name of ['nothing', 'bad', '..%2Fbridge']) await get(`/api/issues/${name}`, 404);
    const suggested = suggestFor(sample.record);
    assert.deepEqual(await get('/api/suggested-issues'), plain({ items: suggested, total: suggested.length }));
  });

  test('have shifts and collisions, of an issue or a speaker', async () => {
    const { shifts, read, left } = shiftsOn(sample.record, { wordings: ['talks'] });
    assert.equal(shifts.length, 1);
    const page = { items: shifts, total: 1, read, left };
    assert.deepEqual(await get('/api/shifts?about=talks'), plain(page));
    assert.deepEqual((await get<typeof page>('/api/shifts?issue=bridge')).items, plain(shifts));
    const marro = sample.record.speakers({ name: 'Marro' }).items[0]!.key;
    const own = plain(shiftsBy(sample.record, marro)) as typeof page & { readonly shifts: unknown };
    assert.deepEqual(await get(`/api/shifts?speaker=${marro}`), {
      items: own.shifts,
      total: 1,
      read: own.read,
      left: 0,
    });
    await get('/api/shifts', 400);
    await get('/api/shifts?about=talks&issue=bridge', 400);
    await get('/api/shifts?issue=nothing', 404);
    const collisions = sample.record.collisions();
    assert.equal(collisions.total, 1);
    assert.deepEqual(await get('/api/collisions'), plain(collisions));
    assert.deepEqual(await get('/api/collisions?about=grain'), plain(collisions));
    assert.equal((await get<{ total: number }>('/api/collisions?issue=bridge')).total, 0);
    assert.equal((await get<{ total: number }>('/api/collisions?kind=figure')).total, 0);
    await get('/api/collisions?kind=verdict', 400);
  });
});
