import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { AnalyzedArticle, Attribution, SpeakerKind } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { OutletAudit, RecordedSpeakerPage } from '../../src/store/index.ts';
import { jsonLines, onrecord } from './onrecord.ts';

type Said = readonly [name: string, kind: SpeakerKind, role: string | null, about?: Partial<Attribution>];

/** An article in which each says a sentence of its own. */
function talk(id: string, published: string | null, outlet: string, ...said: Said[]): AnalyzedArticle {
  const words = said.map((_, i) => `Sentence ${i} of ${id}.`);
  const text = words.join('\n');
  const attributions = said.map(([name, kind, role, about], i): Attribution => {
    const start = text.indexOf(words[i]!);
    const unknown = { speakerConfidence: 0.9, unresolved: null, anonymity: null } as const;
    const nothing = { source: [], cue: [], saidOn: null, medium: null, within: null, ...unknown } as const;
    const content = [[start, start + words[i]!.length] as const];
    return {
      ...nothing,
      content,
      type: 'indirect',
      mode: 'says',
      speaker: { name, kind, role },
      confidence: 0.9,
      ...about,
    };
  });
  return {
    id,
    title: `Title of ${id}`,
    byline: null,
    published,
    outlet,
    language: 'en',
    url: null,
    text,
    attributions,
  };
}

const ARTICLES = [
  talk(
    'one',
    '2031-03-01',
    'The Courant',
    ['Ilsé Quandt', 'person', 'Mayor', { type: 'direct' }],
    ['Ilsé Quandt', 'person', 'the mayor'],
    ['an aide', 'unnamed', null],
    ['Ilsé Quandt', 'person', null, { mode: 'wants' }],
    ['Tomas Erribe', 'person', 'union leader', { within: 0 }],
  ),
  talk('two', '2031-04-02T10:00:00Z', 'Radio Ormsby', ['I. Quandt-Berg', 'person', 'minister']),
  talk('three', '2031-04-03', 'Radio Ormsby', ['an aide', 'unnamed', null, { type: 'direct' }]),
  talk('four', null, 'Radio Ormsby', ['=SUM(A1)', 'organization', null], ['Anna Quandt', 'person', null]),
];

describe('who and speakers', () => {
  let folder: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const record = openRecord(join(folder, 'onrecord.db'));
    const snapshot = {
      bytes: new Uint8Array(),
      sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      mediaType: 'text/plain',
      location: 'in.txt',
      capturedAt: '2031-05-04T10:00:00.000Z',
    };
    for (const analyzed of ARTICLES) {
      const { attributions: _, ...article } = analyzed;
      record.add({ article, snapshot }, analyzed);
    }
    const keyOf = (name: string) => record.speakers({ name }).items[0]!.key;
    record.correct(
      { action: 'merge', into: keyOf('ilse quandt'), from: keyOf('quandt-berg') },
      { by: 'A. Editor', at: '2031-05-05T10:00:00.000Z', note: 'married' },
    );
    record.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('who finds a speaker by any of its names and tells all of them, roles over time, outlets and dates', async () => {
    for (const name of ['ILSE quandt', 'quandt-berg', 'i. quandt-berg', 'berg']) {
      const { stdout, stderr, status } = await run('who', name);
      assert.equal(status, 0, stderr);
      assert.match(stdout, /^Ilsé Quandt \(person\): 4 attributions in 2 articles$/m);
      assert.match(stdout, /^ {2}also called {3}I\. Quandt-Berg \(1 in 1 article, 2031-04-02\)$/m);
      assert.match(stdout, /^ {2}as {12}Mayor \(2, 2031-03-01\)\n {16}minister \(1, 2031-04-02\)$/m);
      assert.match(stdout, /^ {2}in {12}The Courant \(3 in 1 article, 2031-03-01\)\n {16}Radio Ormsby \(1 in/m);
      assert.match(stdout, /^ {2}first {9}2031-03-01 \[[0-9a-f]{12}-0\]\n {2}last {10}2031-04-02 \[[0-9a-f]{12}-0\]$/m);
      assert.match(stdout, /^ {2}acts {10}says 3, wants 1; direct 1, indirect 3$/m);
      assert.equal(stdout.match(/corrected by A\. Editor/g)?.length, 1, 'said once for all statements');
    }
  });

  it('who lists several with what else they are called, and says nothing of nobody', async () => {
    const several = await run('who', 'quandt');
    assert.match(several.stdout, /^[0-9a-f]{12} {2}Ilsé Quandt \(person\): .*, also called I\. Quandt-Berg$/m);
    assert.match(several.stdout, /^[0-9a-f]{12} {2}Anna Quandt \(person\): 1 attribution in 1 article$/m);
    assert.match(several.stderr, /fits 2 speakers/);
    assert.equal((await run('who', 'uandt')).status, 1);
  });

  it('who looks at an outlet and days, and refuses days that are none', async () => {
    const april = await run('who', 'berg', '--from', '2031-04-01', '--outlet', 'Radio Ormsby', '--json');
    const [page] = jsonLines(april.stdout) as unknown as [RecordedSpeakerPage];
    assert.deepEqual([page.speaker.attributions, page.attributions.total, page.roles.length], [4, 1, 1]);
    assert.deepEqual(page.roles[0], {
      role: 'minister',
      attributions: 1,
      first: '2031-04-02T10:00:00Z',
      last: '2031-04-02T10:00:00Z',
    });
    const elsewhere = await run('who', 'berg', '--outlet', 'Ormsby');
    assert.match(elsewhere.stderr, /holds no article of the outlet and days asked for that quotes this speaker/);
    for (const wrong of [
      ['--from', '2031-02-30'],
      ['--to', 'May'],
      ['--from', '2031-05-02', '--to', '2031-05-01'],
    ]) {
      const refused = await run('who', 'berg', ...wrong);
      assert.equal(refused.status, 2, wrong.join(' '));
      assert.match(refused.stderr, /must be a day of the calendar|no later than/);
    }
  });

  it('speakers prints both tables, what is counted and what is not', async () => {
    const { stdout, status } = await run('speakers');
    assert.equal(status, 0);
    const rows = stdout.split('\n').map((line) => line.trim().split(/\s{2,}/));
    const after = (name: string) => rows.slice(rows.findIndex(([first]) => first === name) + 1);
    assert.deepEqual(rows[0], [
      'all',
      'persons',
      'organizations',
      'groups',
      'documents',
      'unnamed',
      'author',
      'unknown',
    ]);
    assert.deepEqual(after('The Courant').slice(0, 2), [
      ['statements', '3', '2', '0', '0', '0', '1', '0', '0'],
      ['67%', '0%', '0%', '0%', '33%', '0%', '0%'],
    ]);
    assert.deepEqual(after('All outlets').slice(0, 2), [
      ['statements', '7', '4', '1', '0', '0', '2', '0', '0'],
      ['57%', '14%', '0%', '0%', '29%', '0%', '0%'],
    ]);
    assert.match(
      stdout,
      /^ {2}articles: 3, 3 with statements; 1 of them rests on unnamed sources alone, 1 on a single one; 1 undated$/m,
    );
    assert.match(stdout, /^ {2}not counted: 1 reported by another speaker, 1 not in words$/m);
    assert.match(
      stdout,
      /Ilsé Quandt \(person\): 3 statements \(1 in quotation marks\) in 2 articles of 2 outlets, 2031-03-01 to 2031-04-02/,
    );
    assert.match(stdout, /Unknown: no speaker was found/);
    assert.ok(
      stdout.split('\n').every((line) => line.length <= 100 || !/^ {2}(statements|sources|in quot)/.test(line)),
    );
  });

  it('speakers narrows, pages and counts all acts', async () => {
    const of = async (...args: string[]) => jsonLines((await run('speakers', '--json', ...args)).stdout);
    const audits = (await of('--by', 'outlet')) as unknown as OutletAudit[];
    assert.deepEqual(
      audits.map(({ outlet, attributions, onlyUnnamed }) => [outlet, attributions, onlyUnnamed]),
      [
        ['Radio Ormsby', 4, 1],
        ['The Courant', 3, 0],
      ],
    );
    const all = (await of('--by', 'outlet', '--all-modes', '--outlet', 'The Courant')) as unknown as OutletAudit[];
    assert.deepEqual([all.length, all[0]!.attributions], [1, 4]);
    const unnamed = await of('--kind', 'unnamed', '--from', '2031-04-01');
    assert.deepEqual(
      unnamed.map(({ name, attributions }) => [name, attributions]),
      [['an aide', 1]],
    );
    const one = await run('speakers', '--by', 'speaker', '--limit', '1');
    assert.match(one.stderr, /1 of 5 shown/);
    const none = await run('speakers', '--outlet', 'nonsense');
    assert.equal(none.stdout, '');
    assert.match(none.stderr, /no article of “nonsense”/);
    for (const wrong of [
      ['--kind', 'animal'],
      ['--by', 'day'],
      ['--csv', '--json'],
      ['--by', 'outlet', '--kind', 'person'],
    ]) {
      assert.equal((await run('speakers', ...wrong)).status, 2, wrong.join(' '));
    }
  });

  it('speakers --csv has a row for each, and no formula for a spreadsheet', async () => {
    const speakers = (await run('speakers', '--csv')).stdout.split('\r\n');
    assert.equal(speakers[0], 'key,name,kind,statements,in_quotation_marks,articles,outlets,first,last');
    assert.equal(speakers.length, 1 + 5 + 1);
    assert.ok(speakers.some((row) => row.includes(",'=SUM(A1),organization,1,")));
    const [head, ...outlets] = (await run('speakers', '--csv', '--by', 'outlet')).stdout.split('\r\n');
    const columns = head!.split(',');
    const ormsby = outlets[0]!.split(',');
    const cell = (name: string) => ormsby[columns.indexOf(name)];
    assert.deepEqual(
      ['outlet', 'articles', 'articles_undated', 'statements', 'unnamed_statements', 'unnamed_share'].map(cell),
      ['Radio Ormsby', '3', '1', '4', '1', '0.25'],
    );
  });
});
