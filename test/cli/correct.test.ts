import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { smallArticle } from './articles.ts';
import { jsonLines, MAIN, onrecord, startProgram } from './onrecord.ts';

const ME = { ONRECORD_USER: 'A. Editor' };

describe('correct and rebuild', () => {
  let folder: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: ME });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    for (const n of [1, 2, 3]) writeFileSync(join(folder, `a${n}.txt`), smallArticle(n));
    assert.equal((await run('add', 'a1.txt', 'a2.txt', 'a3.txt')).status, 0);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('merge, rename and split speakers by name or key, and who tells of it', async () => {
    const merged = await run('correct', 'merge', 'quandt', 'erribe', '--note', 'a test', '--json');
    assert.equal(merged.status, 0, merged.stderr);
    const [made] = jsonLines(merged.stdout);
    assert.deepEqual([made!.number, made!.by, made!.action, made!.note], [1, 'A. Editor', 'merge', 'a test']);
    const who = await run('who', 'erribe');
    assert.match(who.stdout, /^Ilse Quandt \(person\)/);
    assert.match(who.stdout, /corrected by A\. Editor on \d{4}-\d\d-\d\d \(merge, correction 1\)/);
    assert.equal((await run('correct', 'rename', 'quandt', 'Ilse B. Quandt', '--by', 'S. Vellamo')).status, 0);
    assert.match((await run('search', 'pier', '--speaker', 'erribe')).stdout, /^Ilse B\. Quandt/m);
    const split = await run('correct', 'split', 'quandt', '--name', 'Tomas Erribe', '--spelling', 'tomas erribe');
    assert.equal(split.status, 0, split.stderr);
    const listed = await run('correct', 'list');
    assert.match(
      listed.stdout,
      /^3 {2}.* A\. Editor {2}split: Ilse B\. Quandt \([0-9a-f]{12}\) loses “tomas erribe” to Tomas Erribe$/m,
    );
    assert.match(listed.stdout, /^2 {2}.* S\. Vellamo {2}rename: Ilse Quandt/m);
    const undone = await run('correct', 'undo', '1');
    assert.equal(undone.status, 0);
    assert.equal((await run('correct', 'undo', '3')).status, 0);
    assert.match((await run('who', 'erribe')).stdout, /^Tomas Erribe \(person\)/);
  });

  it('show tells what was marked, what has another speaker, by whom and when', async () => {
    const [first, second] = jsonLines((await run('search', 'pier 2', '--json')).stdout) as { key: string }[];
    assert.equal((await run('correct', 'not-a-statement', first!.key)).status, 0);
    const council = ['--name', 'Harbour Council', '--kind', 'organization', '--role', 'the owner'];
    assert.equal((await run('correct', 'speaker', second!.key, ...council)).status, 0);
    const { stdout } = await run('show', 'a2');
    assert.match(stdout, /^Marked as no statement:\n\[\d\] .*corrected by A\. Editor on .*not-a-statement/m);
    assert.match(stdout, /^\[\d\] Harbour Council, the owner: .*\(speaker, correction \d+\)/m);
    const [line] = jsonLines((await run('correct', 'export')).stdout);
    const { found, corrected } = line as unknown as Record<
      string,
      { attributions: []; speakers: { speaker: string }[] }
    >;
    assert.equal(corrected!.attributions.length, found!.attributions.length - 1);
    assert.ok(corrected!.speakers.some(({ speaker }) => speaker === 'Harbour Council'));
    assert.equal((await run('correct', 'export', '--names')).stdout, '');
  });

  it('offers lists two who may be one until a merge or apart says', async () => {
    const father = (n: number, name: string) =>
      `Pier ${n}\n\n${name} said on Monday that pier ${n} would stay closed.\n`;
    writeFileSync(join(folder, 'b1.txt'), father(11, 'Mayor Ivo Brandvold Jr.'));
    writeFileSync(join(folder, 'b2.txt'), father(12, 'Ivo Brandvold'));
    const record = ['--record', 'offers.db'];
    assert.equal((await run('correct', 'offers', ...record)).status, 1, 'there is no record yet');
    assert.equal((await run('add', 'b1.txt', ...record)).status, 0);
    const none = await run('correct', 'offers', ...record);
    assert.deepEqual([none.status, none.stdout], [0, '']);
    assert.match(none.stderr, /no two speakers of whom it is unsure/);
    assert.equal((await run('add', 'b2.txt', ...record)).status, 0);
    const { stdout, stderr } = await run('correct', 'offers', ...record);
    assert.match(stderr, /correct merge KEY KEY.*correct apart KEY KEY/);
    const taken = await run('who', 'ivo brandvold', ...record);
    assert.match(taken.stdout, /^Ivo Brandvold \(person\)/);
    assert.match(taken.stderr, /called just so; it also fits Ivo Brandvold Jr\. \([0-9a-f]{12}\)\.$/m);
    const found = await run('search', 'pier', '--speaker', 'ivo brandvold', ...record);
    assert.match(found.stderr, /it also fits Ivo Brandvold Jr\./);
    assert.equal((await run('who', 'ivo brandvold jr', ...record)).stderr, '');
    assert.match(stdout, /^[0-9a-f]{12} {2}Ivo Brandvold Jr\. \(person\): 1 attribution in 1 article$/m);
    assert.match(stdout, /^ {4}for example in .*Pier 12/m);
    assert.match(stdout, /^ {2}father and child may share the name$/m);
    const [offer] = jsonLines((await run('correct', 'offers', '--json', ...record)).stdout);
    const [one, other] = offer!.speakers as { key: string }[];
    const apart = await run('correct', 'apart', one!.key, other!.key, '--note', 'father and son', ...record);
    assert.equal(apart.status, 0, apart.stderr);
    assert.equal((await run('correct', 'offers', '--json', ...record)).stdout, '');
    assert.equal((await run('correct', 'undo', '1', ...record)).status, 0);
    assert.equal((await run('correct', 'merge', one!.key, other!.key, ...record)).status, 0);
    assert.equal((await run('correct', 'offers', '--json', ...record)).stdout, '');
  });

  it('refuse what makes no sense with 1, wrong usage with 2, and write nothing', async () => {
    const before = (await run('correct', 'list', '--json')).stdout;
    const senseless = [
      [['merge', 'quandt', 'quandt'], /cannot be merged with itself/],
      [['apart', 'quandt', 'quandt'], /are one speaker/],
      [['merge', 'quandt', 'nobody'], /holds no speaker with the name “nobody”/],
      [['undo', '99'], /there is no correction 99/],
      [['not-a-statement', 'nothing'], /nothing is no attribution/],
      [['rename', 'quandt', 'x', '--by', ' '], /needs a name/],
    ] as const;
    for (const [args, message] of senseless) {
      const refused = await run('correct', ...args);
      assert.equal(refused.status, 1, args.join(' '));
      assert.match(refused.stderr, message);
      assert.doesNotMatch(refused.stderr, /fault in onrecord/);
    }
    const wrong = [
      ['undo', 'x'],
      ['speaker', 'a-0'],
      ['speaker', 'a-0', 'x', '--unknown'],
      ['split', 'x', '--name', 'y'],
      ['kind', 'x', 'animal'],
      ['merge', 'x'],
    ];
    for (const args of wrong) assert.equal((await run('correct', ...args)).status, 2, args.join(' '));
    assert.equal((await run('correct', 'list', '--json')).stdout, before);
    assert.equal((await run('correct', 'list', '--record', 'none.db')).status, 1);
  });

  it('a server that is reading shows a correction at once, and rebuild waits for nobody to have the record open', async (t) => {
    const child = startProgram(t, process.execPath, [MAIN, 'serve', '--port', '0', '--json'], { cwd: folder });
    const closed = once(child, 'close');
    for await (const line of createInterface(child.stdout)) {
      const { url } = JSON.parse(line);
      const corrections = async () => {
        const answer = await fetch(`${url}/api/corrections`);
        return ((await answer.json()) as { total: number }).total;
      };
      const before = await corrections();
      assert.equal((await run('correct', 'rename', 'quandt', 'Mayor Quandt')).status, 0);
      assert.equal(await corrections(), before + 1);
      const refused = await run('rebuild');
      assert.equal(refused.status, 1);
      assert.match(refused.stderr, /is open in another process/);
      child.kill('SIGINT');
    }
    await closed;
    const exported = await run('export');
    const log = await run('correct', 'list', '--json');
    const rebuilt = await run('rebuild');
    assert.equal(rebuilt.status, 0, rebuilt.stderr);
    assert.match(rebuilt.stderr, /3 articles rebuilt with \d+ attributions/);
    assert.match(rebuilt.stderr, /The old record is onrecord\.db\.before-rebuild/);
    assert.equal((await run('export')).stdout, exported.stdout);
    assert.equal((await run('correct', 'list', '--json')).stdout, log.stdout);
    for (const to of ['one.db', 'two.db']) assert.equal((await run('rebuild', '--to', to)).status, 0);
    assert.ok(readFileSync(join(folder, 'one.db')).equals(readFileSync(join(folder, 'two.db'))));
    const taken = await run('rebuild', '--to', 'one.db');
    assert.equal(taken.status, 1);
    assert.match(taken.stderr, /one\.db is there already/);
  });
});
