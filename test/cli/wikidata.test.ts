import assert from 'node:assert/strict';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { entity, HUMAN, held, names, q } from '../capture/wikidata/items.ts';
import { json, startWikidata, type WikidataServer } from '../capture/wikidata/server.ts';
import { smallArticle } from './articles.ts';
import { jsonLines, MAIN, onrecord, startProgram } from './onrecord.ts';

const MAYOR = 101;
const HOSTILE = '\u001b]0;owned\u0007mayor\nof Ormsby \u202e<img src=x onerror=alert(1)>';
/** The mayor of the articles, a namesake, and two of one name whom nothing tells apart. */
const ITEMS = [
  entity(HUMAN, { label: 'human' }),
  entity(MAYOR, { label: 'Mayor of Ormsby' }),
  entity(1, {
    label: 'Ilse Quandt',
    description: HOSTILE,
    claims: { P31: [names(HUMAN)], P39: [held(q(MAYOR), '+2027-00-00T00:00:00Z')] },
  }),
  entity(2, { label: 'Ilse Quandt', description: 'sailor', claims: { P31: [names(HUMAN)] } }),
  ...[3, 4].map((n) => entity(n, { label: 'Tomas Erribe', description: 'painter', claims: { P31: [names(HUMAN)] } })),
];
const UNSAFE = /(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u;

describe('wikidata', () => {
  let folder: string;
  let server: WikidataServer;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });
  const source = (): string[] => [
    ...['--api', '--contact', 'desk@courier.example'],
    ...['--api-url', server.url, '--allow-private-addresses'],
  ];
  const lookUp = (...args: string[]) => run('wikidata', ...args, ...source());

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const lines = [1, 2].map((n) => ({ id: `a${n}`, published: '2031-03-03', text: smallArticle(n) }));
    writeFileSync(join(folder, 'a.jsonl'), lines.map((line) => JSON.stringify(line)).join('\n'));
    writeFileSync(join(folder, 'part.jsonl'), `${ITEMS.map((item) => JSON.stringify(item)).join('\n')}\nno item\n`);
    assert.equal((await run('add', 'a.jsonl', '--record', 'fresh.db')).status, 0);
    server = await startWikidata(ITEMS);
  });
  beforeEach(() => {
    for (const ending of ['', '-wal', '-shm']) rmSync(join(folder, `onrecord.db${ending}`), { force: true });
    copyFileSync(join(folder, 'fresh.db'), join(folder, 'onrecord.db'));
  });
  after(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('asks nobody unless told whom, and says what is missing', async () => {
    const wrong: [args: string[], message: RegExp][] = [
      [[], /one of --api, which asks Wikidata over the network, and --dump FILE/],
      [['--api'], /--api needs --contact ADDRESS/],
      [['--api', '--contact', 'desk@courier.example', '--dump', 'part.jsonl'], /cannot be used with/],
      [['--dump', 'part.jsonl', '--max-age', '3'], /cannot be used with/],
      [['Quandt', '--dump', 'part.jsonl', '--limit', '3'], /--limit counts speakers that are not named/],
      [['--dump', 'part.jsonl', '--limit', '0'], /whole number, 1 or more/],
    ];
    for (const [args, message] of wrong) {
      const { status, stderr } = await run('wikidata', ...args);
      assert.equal(status, 2, args.join(' '));
      assert.match(stderr, message);
    }
    for (const [args, message] of [
      [['--dump', 'none.jsonl'], /none\.jsonl could not be read: There is no such file/],
      [['--dump', 'part.jsonl', '--record', 'none.db'], /There is no record at none\.db/],
      [['--api', '--contact', 'me', '--api-url', server.url], /give an e-mail address or the address of a web page/],
    ] as const) {
      const { status, stderr } = await run('wikidata', ...args);
      assert.equal(status, 1, args.join(' '));
      assert.match(stderr, message);
      assert.doesNotMatch(stderr, /fault in onrecord/);
    }
    assert.deepEqual(server.asked, []);
  });

  it('prints items with reasons, or why there is none; writes nothing, and asks nothing twice', async () => {
    const found = await lookUp();
    assert.equal(found.status, 0, found.stderr);
    assert.match(
      found.stdout,
      /^Ilse Quandt \(person\) \[[0-9a-f]{12}\]: Q900000000001 Ilse Quandt, .*mayor of Ormsby .*<img src=x onerror=alert\(1\)> \(confidence 0\.\d\d\)\n {2}its label “Ilse Quandt” is the name; it is a human; .*Mayor.*\n {2}not written$/m,
    );
    assert.match(
      found.stdout,
      /^Tomas Erribe \(person\) \[[0-9a-f]{12}\]: no item found\n {2}.*fit.*\n {2}Q90000000000[34]/m,
    );
    assert.doesNotMatch(found.stdout + found.stderr, UNSAFE, 'what Wikidata says cannot steer a terminal');
    assert.match(found.stderr, /onrecord\.db: 2 speakers looked up, 1 found, 1 without an item\. Nothing was written/);
    assert.equal((await run('correct', 'list', '--json')).stdout, '');
    for (const agent of server.userAgents) assert.match(agent!, /\(desk@courier\.example\)/);
    assert.equal(server.mostAtOnce, 1);
    assert.ok(existsSync(join(folder, 'onrecord.wikidata-api.db')));
    const asked = server.asked.length;
    const again = await lookUp('--json', '--limit', '1');
    assert.equal(server.asked.length, asked);
    assert.doesNotMatch(again.stdout, UNSAFE);
    const [event, ...others] = jsonLines(again.stdout);
    assert.deepEqual(others, []);
    assert.equal(event!.outcome, 'found');
    assert.equal((event!.link as { description: string }).description, HOSTILE);
  });

  it('--write puts links into the record, where a person’s own stands, and rebuild keeps both', async () => {
    const written = await lookUp('Quandt', 'nobody', '--write');
    assert.equal(written.status, 1);
    assert.match(written.stderr, /holds no speaker with the name “nobody”/);
    assert.match(written.stdout, /\n {2}written as correction 1\n/);
    assert.match(written.stderr, /1 speaker looked up, 1 linked\.\n/);
    const who = await run('who', 'quandt');
    assert.match(who.stdout, /^ {2}Wikidata +Q900000000001 Ilse Quandt, .*mayor of Ormsby/m);
    assert.match(who.stdout, /corrected by A\. Editor on \d{4}-\d\d-\d\d \(wikidata, correction 1\)/);
    assert.doesNotMatch(who.stdout, UNSAFE);
    const exported = jsonLines((await run('export')).stdout) as { speaker: { name: string; wikidata: unknown } }[];
    const linked = exported.filter(({ speaker }) => speaker?.wikidata);
    assert.deepEqual(new Set(linked.map(({ speaker }) => speaker.name)), new Set(['Ilse Quandt']));
    assert.match((await run('export', '--format', 'csv')).stdout, /,Q900000000001,/);
    assert.match((await run('correct', 'list')).stdout, /wikidata: Ilse Quandt .* is Q900000000001 .*found in http/);
    assert.match((await lookUp('quandt', '--write')).stdout, /in the record by correction 1/);

    assert.equal((await run('correct', 'undo', '1')).status, 0);
    assert.doesNotMatch((await run('who', 'quandt')).stdout, /Wikidata/);
    const none = await run('correct', 'wikidata', 'quandt', 'none', '--note', 'not her');
    assert.equal(none.status, 0, none.stderr);
    const kept = await lookUp('quandt', '--write');
    assert.match(kept.stdout, /not written: correction 3 says by hand that it is no item of Wikidata, and stands/);
    const address = 'https://www.wikidata.org/wiki/Q900000000003';
    assert.equal((await run('correct', 'wikidata', 'erribe', address, '--label', 'T. Erribe')).status, 0);
    const unfit = await lookUp('erribe');
    assert.match(unfit.stdout, /: no item found\n/);
    assert.match(unfit.stdout, /\n {2}in the record as Q900000000003 T\. Erribe, which stands\n/);
    assert.equal((await run('rebuild')).status, 0);
    assert.match((await run('who', 'erribe')).stdout, /^ {2}Wikidata +Q900000000003 T\. Erribe$/m);
    assert.match((await lookUp('--write')).stderr, /nobody is left to look up/);
  });

  it('a dump gives what the interface gives, without the network', async () => {
    const asked = server.asked.length;
    const read = await run('wikidata', '--dump', 'part.jsonl', '--json', '--write', '--by', 'S. Vellamo');
    assert.equal(read.status, 1, 'a line could not be read');
    assert.match(read.stderr, /part\.jsonl: 6 items read into onrecord\.wikidata-dump\.db\./);
    assert.match(read.stderr, /1 line could not be read; the first: part\.jsonl:7: It is not JSON/);
    const [quandt, erribe] = jsonLines(read.stdout) as {
      outcome: string;
      link: { item: string };
      correction: { by: string; payload: { evidence: { source: string } } };
    }[];
    assert.deepEqual([quandt!.outcome, quandt!.link.item, erribe!.outcome], ['linked', q(1), 'none']);
    assert.deepEqual([quandt!.correction.by, quandt!.correction.payload.evidence.source], ['S. Vellamo', 'part.jsonl']);
    assert.equal(server.asked.length, asked);
    const again = await run('wikidata', '--dump', 'part.jsonl');
    assert.equal(again.status, 0, 'the file is not read again');
    const mixed = await run('wikidata', '--dump', 'part.jsonl', '--cache', 'onrecord.wikidata-api.db');
    assert.equal(mixed.status, 1);
    assert.match(mixed.stderr, /holds answers from http.*name another file/);
  });

  it('a busy server ends it with what to do, and what was done stays', async () => {
    assert.equal((await lookUp('quandt', '--cache', 'new.db')).status, 0);
    server.first.push(json({}, 429, { 'retry-after': '600' }));
    const busy = await lookUp('quandt', 'erribe', '--cache', 'new.db', '--write');
    assert.equal(busy.status, 1);
    assert.match(busy.stderr, /could not be searched for “Tomas Erribe” .* asks to be left alone for 600 seconds/);
    assert.match(busy.stderr, /What was done until then stays, .* kept in new\.db: run the same command again/);
    assert.match(busy.stderr, /1 speaker looked up, 1 linked/);
    assert.match((await run('who', 'quandt')).stdout, /Wikidata +Q900000000001/);
  });

  it('an interrupt ends it at once, and what is written stays', async (t) => {
    const hung = new Promise<void>((resolve) => {
      server.first.push(() => resolve());
    });
    const args = ['wikidata', 'erribe', ...source(), '--cache', 'hung.db', '--write'];
    const child = startProgram(t, process.execPath, [MAIN, ...args], { cwd: folder });
    await hung;
    child.kill('SIGINT');
    const [status] = await once(child, 'close');
    assert.equal(status, 130);
    assert.equal((await run('correct', 'list', '--json')).stdout, '');
  });

  it('by hand takes the number or the address of an item, and nothing else', async () => {
    for (const [args, status] of [
      [['quandt', 'Q0'], 2],
      [['quandt', 'https://elsewhere.example/wiki/Q42'], 2],
      [['quandt', 'none', '--label', 'x'], 2],
      [['nobody', 'Q42'], 1],
    ] as const)
      assert.equal((await run('correct', 'wikidata', ...args)).status, status, args.join(' '));
    assert.equal((await run('correct', 'list', '--json')).stdout, '');
    assert.equal((await run('correct', 'wikidata', 'quandt', 'q42')).status, 0);
    assert.match((await run('who', 'quandt')).stdout, /^ {2}Wikidata +Q42$/m);
  });
});
