import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { PARAGRAPHS, page, smallArticle } from './articles.ts';
import { jsonLines, MAIN, onrecord, runProgram, startProgram, temporaryFolder } from './onrecord.ts';

const FORMULA = `“=HYPERLINK("http://evil.example","x") is what they typed,” Ilse Quandt said on Tuesday.\n`;
const ESCAPES = {
  id: 'escapes',
  title: '\u001b]0;owned\u0007Port notice',
  outlet: 'The \u202eCourant',
  text: 'Tomas Erribe said on Monday that the crane was safe.\u001b[2J\u001b[31m It was closed\u0007 for a day.',
};

interface Recorded {
  key: string;
  id: string;
  words: string;
  speaker: { key: string; name: string; kind: string } | null;
  article: { key: string; id: string };
}

describe('commands on a record', () => {
  let folder: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder });

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', 'piers.html'), page('Piers stay shut', PARAGRAPHS));
    writeFileSync(join(folder, 'in', 'small.txt'), smallArticle(3));
    writeFileSync(
      join(folder, 'more.jsonl'),
      `${JSON.stringify({ id: 'formula', outlet: 'Courant', text: FORMULA })}\n`,
    );
    const added = await run('add', 'in', 'more.jsonl', 'nothing.txt');
    assert.equal(added.status, 1);
    assert.match(added.stderr, /onrecord\.db: 3 articles added with \d+ attributions, 1 refused\./);
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('add changes nothing the second time', async () => {
    const before = await run('export');
    const again = await run('add', 'in', 'more.jsonl');
    assert.equal(again.status, 0, again.stderr);
    assert.deepEqual(again.stdout.match(/^unchanged/gm)?.length, 3);
    assert.equal((await run('export')).stdout, before.stdout);
  });

  it('articles lists them, and --outlet only some', async () => {
    const all = jsonLines((await run('articles', '--json')).stdout);
    assert.deepEqual(new Set(all.map((article) => article.id)), new Set(['piers', 'small', 'formula']));
    const one = await run('articles', '--outlet', 'Courant');
    assert.equal(one.stdout.trim().split('\n').length, 1);
    assert.match(one.stdout, /^[0-9a-f]{12} {2}.*Courant: formula \(\d+ attributions?\)$/m);
    const none = await run('articles', '--outlet', 'nonsense');
    assert.equal(none.stdout, '');
    assert.match(none.stderr, /holds no article of the outlet “nonsense”/);
  });

  it('show marks what is attributed where it stands, by key or id', async () => {
    const shown = await run('show', 'small');
    assert.equal(shown.status, 0, shown.stderr);
    assert.match(shown.stdout, /\[\d+: .*We will not reopen pier 3 before the inspection.* :\d+\]/);
    assert.match(shown.stdout, /\[\d+\] Ilse Quandt/);
    const { article } = JSON.parse((await run('show', 'small', '--json')).stdout);
    assert.equal((await run('show', article.key)).stdout, shown.stdout);
    const missing = await run('show', 'nobody');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /holds no article nobody/);
  });

  it('show, who and export say who reports what stands within what somebody said', async (t) => {
    const cwd = temporaryFolder(t);
    const text = 'Jarla Tamm said Mayor Olin Brandt had told the council that the bridge would stay closed.';
    writeFileSync(join(cwd, 'bridge.jsonl'), `${JSON.stringify({ id: 'bridge', text })}\n`);
    assert.equal((await onrecord(['add', 'bridge.jsonl'], { cwd })).status, 0);
    const shown = (await onrecord(['show', 'bridge'], { cwd })).stdout;
    assert.match(shown, /^\[1\] Jarla Tamm: indirect, says$/m);
    assert.match(shown, /^\[2\] Olin Brandt, Mayor: indirect, says, reported by Jarla Tamm$/m);
    assert.match((await onrecord(['who', 'brandt'], { cwd })).stdout, /reported by Jarla Tamm/);
    const csv = (await onrecord(['export', '--format', 'csv'], { cwd })).stdout.split('\r\n');
    const column = csv[0]!.split(',').indexOf('reported_by');
    assert.deepEqual(
      csv.slice(1, 3).map((row) => row.split(',')[column]),
      ['', 'Jarla Tamm'],
    );
  });

  it('who gives a speaker with the evidence, by part of the name or key', async () => {
    const quandt = await run('who', 'quandt');
    assert.equal(quandt.status, 0, quandt.stderr);
    assert.match(quandt.stdout, /^Ilse Quandt \(person\): \d+ attributions in \d articles/);
    assert.match(quandt.stdout, /Nobody should have to unload on concrete/);
    assert.match(quandt.stdout, /The Ormsby Courant, 2031-03-03, “Piers stay shut” \[[0-9a-f]{12}-\d+\]/);
    const [detail] = jsonLines((await run('who', 'quandt', '--json')).stdout);
    const { speaker, attributions } = detail as unknown as { speaker: Recorded; attributions: { total: number } };
    assert.equal((await run('who', speaker.key)).stdout, quandt.stdout);
    assert.ok(attributions.total > 1);
    const one = await run('who', 'quandt', '--limit', '1');
    assert.match(one.stderr, new RegExp(`1 of ${attributions.total} shown`));
    assert.equal(one.stdout.match(/^ {4}\S.*\[[0-9a-f]{12}-\d+\]$/gm)?.length, 1);
    const oneJson = await run('who', 'quandt', '--limit', '1', '--json');
    assert.equal(
      (jsonLines(oneJson.stdout)[0] as unknown as { attributions: { items: [] } }).attributions.items.length,
      1,
    );
    assert.match(oneJson.stderr, new RegExp(`1 speaker is shown; --limit ${attributions.total} shows all`));
    assert.equal((await run('who', ' ')).status, 2, 'nothing is no name');
    const nobody = await run('who', 'Zebedee');
    assert.equal(nobody.status, 1);
    assert.match(
      nobody.stderr,
      /onrecord\.db holds no speaker with the name “Zebedee”: give words of a name, without titles/,
    );
  });

  it('search finds words with speaker, outlet and key, and takes facets', async () => {
    const found = await run('search', 'inspection', 'reopen');
    assert.match(found.stdout, /^Ilse Quandt/m);
    assert.match(found.stdout, /\[[0-9a-f]{12}-\d+\]/);
    const hits = jsonLines((await run('search', 'reopen', '--outlet', 'The Ormsby Courant', '--json')).stdout);
    assert.ok(hits.length > 0);
    assert.ok((hits as unknown as Recorded[]).every((hit) => hit.article.id === 'piers'));
    const erribe = jsonLines((await run('search', 'closure', '--speaker', 'Erribe', '--json')).stdout);
    assert.ok(erribe.length > 0);
    assert.ok((erribe as unknown as Recorded[]).every((hit) => hit.speaker?.name === 'Tomas Erribe'));
    const of = async (...options: string[]) =>
      jsonLines((await run('search', 'reopen', '--json', ...options)).stdout) as unknown as Recorded[];
    const all = await of();
    const persons = await of('--kind', 'person', '--sort', 'date');
    const keys = ({ key }: Recorded) => key;
    assert.deepEqual(
      persons.map(keys).sort(),
      all
        .filter(({ speaker }) => speaker?.kind === 'person')
        .map(keys)
        .sort(),
    );
    assert.deepEqual(await of('--from', '2999-01-01'), []);
    assert.equal((await run('search', 'reopen', '--kind', 'ghost')).status, 2);
    const odd = await run('search', '"""', 'AND', '(', '*');
    assert.equal(odd.status, 0, odd.stderr);
    const nothing = await run('search', 'zeppelin');
    assert.equal(nothing.status, 0);
    assert.match(nothing.stderr, /Nothing in onrecord\.db matches: zeppelin/);
    const noWord = await run('search', ' ');
    assert.equal(noWord.status, 2);
    assert.match(noWord.stderr, /no word was given/);
  });

  it('export writes every attribution, and no formula for a spreadsheet', async () => {
    const rows = jsonLines((await run('export', '--format', 'jsonl')).stdout) as unknown as Recorded[];
    const csv = (await run('export', '--format', 'csv')).stdout;
    assert.ok(rows.length > 5);
    const lines = csv.split('\r\n');
    assert.match(lines[0]!, /^key,speaker,/);
    // Words may hold line breaks inside quotation marks, so rows are counted by their keys.
    assert.deepEqual(
      csv.match(/^[0-9a-f]{12}-\d+(?=,)/gm),
      rows.map((row) => row.key),
    );
    const formula = rows.find((row) => row.words.startsWith('=') || row.words.startsWith('“='));
    assert.ok(formula, 'the article with a formula is in the record');
    assert.doesNotMatch(csv, /(^|,)"?[=+@-]/m, 'no cell begins like a formula');
  });

  it('refusals says what did not go in, and why', async () => {
    const listed = await run('refusals');
    assert.match(listed.stdout, /not found {2}nothing\.txt: \w/);
    const [refusal] = jsonLines((await run('refusals', '--json')).stdout);
    assert.equal(refusal!.code, 'not found');
  });

  it('a record that is none is left as it is and said so', async () => {
    const notes = join(folder, 'notes.txt');
    writeFileSync(notes, 'These are my notes.');
    for (const args of [['articles'], ['add', 'in']]) {
      const refused = await run(...args, '--record', 'notes.txt');
      assert.equal(refused.status, 1);
      assert.match(refused.stderr, /^onrecord: .*notes\.txt/);
      assert.doesNotMatch(refused.stderr, /\n\s+at /);
    }
    assert.equal(readFileSync(notes, 'utf8'), 'These are my notes.');
    const missing = await run('who', 'x', '--record', 'none.db');
    assert.equal(missing.status, 1);
    assert.match(missing.stderr, /There is no record at none\.db/);
  });

  it('text from outside cannot steer the terminal', async () => {
    writeFileSync(join(folder, 'escapes.jsonl'), `${JSON.stringify(ESCAPES)}\n`);
    await run('add', 'escapes.jsonl', '--record', 'escapes.db');
    const outputs = [
      await run('show', 'escapes', '--record', 'escapes.db'),
      await run('who', 'Erribe', '--record', 'escapes.db'),
      await run('search', 'crane', '--record', 'escapes.db'),
    ];
    for (const { status, stdout, stderr } of outputs) {
      assert.equal(status, 0, stderr);
      assert.match(stdout, /crane/);
      assert.doesNotMatch(stdout, /(?![\t\n])\p{Cc}|\u202e/u, 'no control characters');
    }
  });

  it('serve answers until it is interrupted', async (t) => {
    const child = startProgram(t, process.execPath, [MAIN, 'serve', '--port', '0', '--json'], { cwd: folder });
    const closed = once(child, 'close');
    for await (const line of createInterface(child.stdout)) {
      const { url } = JSON.parse(line);
      const counts = (await (await fetch(`${url}/api/counts`)).json()) as { articles: number };
      assert.equal(counts.articles, 3);
      child.kill('SIGINT');
    }
    assert.deepEqual((await closed)[0], 0);
  });

  it('serve --accept-pages adds what a page of its own sends, and says where', async (t) => {
    const own = temporaryFolder(t);
    writeFileSync(join(own, 'small.txt'), smallArticle(3));
    await onrecord(['add', 'small.txt'], { cwd: own });
    const child = startProgram(t, process.execPath, [MAIN, 'serve', '--accept-pages', '--port', '0'], { cwd: own });
    const closed = once(child, 'close');
    const lines: string[] = [];
    for await (const line of createInterface(child.stdout)) {
      lines.push(line);
      const origin = /added at (\S+)\/capture$/.exec(line)?.[1];
      if (!origin) continue;
      const served = await (await fetch(`${origin}/capture`)).text();
      const token = /name="onrecord-token" content="([^"]+)"/.exec(served)?.[1];
      // Without a build there is no page, and no token either.
      const answer = await fetch(`${origin}/api/captures`, {
        method: 'POST',
        headers: { origin, 'content-type': 'application/json', 'x-onrecord-token': token ?? '' },
        body: JSON.stringify({ url: 'https://courant.example/piers', html: page('Piers stay shut', PARAGRAPHS) }),
      });
      assert.equal(answer.status, token ? 200 : 403);
      if (token) assert.equal(((await answer.json()) as { outcome: string }).outcome, 'added');
      child.kill('SIGTERM');
    }
    assert.deepEqual((await closed)[0], 0);
    assert.equal(lines.length, 2);
  });

  it('a reader that goes away ends export quietly', async () => {
    const command = `"${process.execPath}" "${MAIN}" export | head -n 1`;
    const { stdout, stderr } = await runProgram('sh', ['-c', command], { cwd: folder });
    assert.equal(jsonLines(stdout).length, 1);
    assert.equal(stderr, '');
  });
});

describe('an interrupt during add', () => {
  it('drops what is being analysed, and the record is sound', async (t) => {
    const folder = temporaryFolder(t);
    mkdirSync(join(folder, 'many'));
    for (let n = 0; n < 400; n++) writeFileSync(join(folder, 'many', `m${n}.txt`), smallArticle(n));
    const child = startProgram(t, process.execPath, [MAIN, 'add', 'many'], { cwd: folder });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    const closed = once(child, 'close');
    let reported = 0;
    for await (const _line of createInterface(child.stdout)) if (++reported === 1) child.kill('SIGINT');
    assert.deepEqual((await closed)[0], 130);
    assert.match(stderr, /^Stopping: what is in the record stays/m);
    const { stdout } = await onrecord(['articles', '--json'], { cwd: folder });
    assert.equal(jsonLines(stdout).length, reported, 'what was reported is in the record, and nothing else');
    assert.ok(reported < 400);
  });
});

describe('demo', () => {
  it('puts the samples into a fresh record and prints who said what', async (t) => {
    const folder = temporaryFolder(t);
    for (const _ of ['first', 'again']) {
      const run = await onrecord(['demo', '--no-serve'], { cwd: folder });
      assert.equal(run.status, 0, run.stderr);
      assert.match(run.stderr, /onrecord-demo\.db: \d+ articles added with \d+ attributions\./);
      assert.match(run.stdout, /^ {2}\S.* \((direct|indirect|mixed)\): \S/m);
    }
  });

  it('serves the pages and prints where', async (t) => {
    const folder = temporaryFolder(t);
    const child = startProgram(t, process.execPath, [MAIN, 'demo', '--port', '0'], { cwd: folder });
    const closed = once(child, 'close');
    let url: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      url ??= /http:\/\/[\d.:]+/.exec(line)?.[0];
      if (!url || child.killed) continue;
      const { articles } = (await (await fetch(`${url}/api/counts`)).json()) as { articles: number };
      assert.ok(articles >= 12);
      child.kill('SIGTERM');
    }
    assert.ok(url);
    assert.deepEqual((await closed)[0], 0);
  });
});
