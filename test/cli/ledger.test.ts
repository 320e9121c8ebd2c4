import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openRecord } from '../../src/pipeline/index.ts';
import { BRIDGE } from '../store/sides.ts';
import { captureOf } from '../store/synthetic.ts';
import { jsonLines, onrecord } from './onrecord.ts';

describe('positions on a record', () => {
  let folder: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });
  const lines = async (...args: string[]): Promise<Record<string, unknown>[]> => {
    const { stdout, stderr, status } = await run(...args);
    assert.equal(status, 0, stderr);
    return jsonLines(stdout);
  };

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const record = openRecord(join(folder, 'onrecord.db'));
    for (const article of BRIDGE) record.add(captureOf(article), article);
    record.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are shown speaker by speaker, with conditions and what changed', async () => {
    const { stdout, status } = await run('positions', '--about', 'negotiations', '--also', 'bridge talks');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /Ilan Marro, Tarnish foreign minister\n {2}no change since 2031-06-11 \(.*talk.*\)\n {2}2031-05-04 {2}accepts, “if trucks pass freely”\n {4}that Tarn will open talks/,
    );
    assert.match(
      stdout,
      /\n {2}2031-06-11 {2}rejects\n[\s\S]*changed \(stance\): first for it, then against it; before: \[[0-9a-f]{12}-0\]/,
    );
    const found = await lines('positions', '--about', 'talks', '--json', '--speaker', 'vesk', '--from', '2031-06-01');
    assert.equal(found.length, 1);
    const [{ on, shift, collisions }] = found as [Record<string, unknown>];
    assert.deepEqual([on, shift, collisions], ['2031-06-11', null, []]);
    const none = await run('positions', '--about', 'volcano');
    assert.equal(none.status, 0);
    assert.match(none.stderr, /holds no position on this/);
  });

  it('are written as a ledger in which no cell is a formula', async () => {
    const { stdout, status } = await run('positions', '--about', 'talks', '--format', 'csv');
    assert.equal(status, 0);
    const rows = stdout.split('\r\n');
    assert.match(
      rows[0]!,
      /^said_on,published,speaker,role,speaker_key,stance,about,condition,condition_status,quote,/,
    );
    assert.equal(rows.length, 6);
    assert.ok(stdout.includes(",'=SUM that 212 trucks") && stdout.includes(",'=1+1,https://ardal.example/june"));
    const objects = await lines('positions', '--about', 'talks', '--format', 'jsonl', '--limit', '3');
    assert.equal(objects.length, 3);
    const marro = objects.find(({ condition }) => condition === 'if trucks pass freely')!;
    assert.equal(marro.condition_status, 'in force');
    assert.match(marro.attribution_key as string, /^[0-9a-f]{12}-\d+$/);
    assert.deepEqual((marro.quote_spans as number[][])[0]!.length, 2);
  });

  it('refuse what makes no sense', async () => {
    for (const [args, message] of [
      [['positions', '--about', 'talks', '--limit', '3', 'a.jsonl'], /--limit is for a record/],
      [['positions', '--about', 'talks', '--from', '2031-02-01', '--to', '2031-01-01'], /no later than/],
      [['shifts', '--about', 'talks', '--issue', 'talks'], /--about or --issue/],
      [['shifts', '--also', 'talks'], /--also is another way/],
      [['collisions', '--kind', 'verdict'], /choices are self, other/],
    ] as const) {
      const { status, stderr } = await run(...args);
      assert.equal(status, 2, stderr);
      assert.match(stderr, message);
    }
    const wordless = await run('positions', '--about', 'of the');
    assert.equal(wordless.status, 1);
    assert.match(wordless.stderr, /no word to look for/);
  });

  it('shift, on an issue, of a speaker, or anywhere', async () => {
    const { stdout } = await run('shifts');
    assert.match(
      stdout,
      /^Ilan Marro, stance \(\d+%\): first for it, then against it\n {2}2031-05-04 {2}Ilan Marro: that Tarn/,
    );
    for (const args of [['--about', 'talks'], ['--speaker', 'marro'], []]) {
      const found = await lines('shifts', '--json', ...args);
      assert.deepEqual(
        found.map(({ kind }) => kind),
        ['stance'],
        args.join(' '),
      );
    }
    assert.deepEqual(await lines('shifts', '--json', '--about', 'grain'), []);
  });

  it('collide, by issue and kind', async () => {
    const { stdout } = await run('collisions');
    assert.match(
      stdout,
      /^(?:fact|other) \(\d+%\): .*\n {2}2031-05-04 {2}Oda Vesk: that Osmara has closed[\s\S]*shown by “/,
    );
    assert.equal((await lines('collisions', '--json', '--about', 'grain trucks')).length, 1);
    assert.equal((await lines('collisions', '--json', '--about', 'negotiations')).length, 0);
    assert.equal((await lines('collisions', '--json', '--kind', 'self')).length, 0);
    assert.equal((await lines('collisions', '--json', '--speaker', 'Marro')).length, 1);
  });

  it('are saved as an issue, which shows all there is on it', async () => {
    const added = await run(
      'issue',
      'add',
      'orra',
      '--about',
      'bridge',
      '--title',
      'The Orra bridge',
      '--speaker',
      'Oda Vesk',
    );
    assert.equal(added.status, 0, added.stderr);
    assert.equal(JSON.parse(readFileSync(join(folder, 'onrecord.db.issues/orra.json'), 'utf8')).name, 'orra');
    assert.equal((await run('issue', 'add', '../orra', '--about', 'bridge')).status, 1);
    const [shown] = await lines('issue', 'show', 'orra', '--json');
    assert.deepEqual(Object.keys(shown!), [
      'issue',
      'positions',
      'lanes',
      'collisions',
      'collisionsLeft',
      'figures',
      'read',
      'left',
    ]);
    assert.equal((shown!.lanes as unknown[]).length, 1);
    const { stdout } = await run('issue', 'show', 'orra');
    assert.match(stdout, /^The Orra bridge\n\nOda Vesk, Osmaran foreign minister\n/);
    assert.match(stdout, /\n\nAccounts that cannot both hold\n\n/);
    assert.match(
      stdout,
      /\n\nNumbers that are claimed\n\n {2}“212 trucks”, according to Oda Vesk; Radio Ardal, 2031-06-11/,
    );
    assert.equal((await run('issue', 'show', 'orra', '--format', 'csv')).stdout.split('\r\n').length, 5);
    assert.equal((await lines('shifts', '--json', '--issue', 'orra')).length, 0);
    assert.equal((await lines('collisions', '--json', '--issue', 'orra')).length, 1);
    writeFileSync(join(folder, 'onrecord.db.issues/bad.json'), '{');
    const listed = await run('issue', 'list');
    assert.equal(listed.status, 1);
    assert.match(listed.stdout, /^orra {2}The Orra bridge: “bridge”; only of Oda Vesk\n$/);
    assert.match(listed.stderr, /bad\.json: it is no JSON/);
    assert.equal((await run('issue', 'remove', 'orra')).status, 0);
    const gone = await run('issue', 'show', 'orra');
    assert.equal(gone.status, 1);
    assert.match(gone.stderr, /There is no issue orra/);
    assert.equal((await run('issue', 'list', '--issues', 'nowhere')).status, 0);
    assert.equal((await run('issue', 'suggest')).status, 0);
  });
});
