import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openRecord } from '../store/grams.ts';
import { articleOf, attributionOf, captureOf } from '../store/synthetic.ts';
import { jsonLines, onrecord } from './onrecord.ts';

const TELLEN = { name: 'Mara Tellen', kind: 'person', role: null } as const;

/** An article in which Mara Tellen says the words. */
function reported(id: string, outlet: string, published: string, words: string) {
  const text = `Mara Tellen said: “${words}”.`;
  const found = { source: 'Mara Tellen', cue: 'said', content: words };
  const attributions = [attributionOf(text, found, TELLEN, { type: 'direct' })];
  return articleOf(id, text, { outlet, published, attributions });
}

interface Listed {
  readonly key: string;
  readonly kinds: string[];
  readonly earliest: { readonly key: string };
}

describe('statements and trace', () => {
  let folder: string;
  const run = (...args: string[]) => onrecord(args, { cwd: folder, env: { ONRECORD_USER: 'A. Editor' } });
  const listed = async (...args: string[]) =>
    jsonLines((await run('statements', '--json', ...args)).stdout) as unknown as Listed[];

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    const record = openRecord(join(folder, 'onrecord.db'));
    for (const article of [
      reported('late', 'Kolm Courier', '2031-04-03', 'The piers will not open before the first of May'),
      reported('early', 'Harbour Post', '2031-04-01', 'The piers will open before the first of May'),
      reported('copy', 'Radio Ardal', '2031-04-02', 'The piers will open before the first of May'),
      reported('other', 'Radio Ardal', '2031-04-02', 'Nobody asked the council of Ardal'),
    ]) {
      record.add(captureOf(article), article);
    }
    record.close();
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('list what was reported more than once, and what was changed, by kind, outlet and speaker', async () => {
    const { stdout, status } = await run('statements', '--altered');
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^Mara Tellen: The piers will open before the first of May\n {2}3 occurrences; changed: negation\n/,
    );
    assert.match(stdout, /first Harbour Post, 2031-04-01, article early \[[0-9a-f]{12}\]/);
    assert.equal((await listed()).length, 1);
    assert.equal((await listed('--altered', '--kind', 'negation', '--speaker', 'tellen')).length, 1);
    assert.equal((await listed('--altered', '--kind', 'number')).length, 0);
    assert.equal((await listed('--altered', '--outlet', 'Kolm Courier')).length, 1);
    assert.equal((await listed('--altered', '--outlet', 'Radio Ardal')).length, 0, 'its words are those of the first');
    const wrong = await run('statements', '--kind', 'tone');
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /a kind of change is one of negation, number/);
  });

  it('trace a statement by words, by its address and by that of an occurrence, in the order of time', async () => {
    const [{ key, earliest }] = (await listed()) as [Listed];
    const { stdout, status } = await run('trace', 'piers', 'open');
    assert.equal(status, 0);
    assert.match(stdout, new RegExp(`^Statement ${key}, 3 occurrences\n`));
    assert.match(
      stdout,
      /\n2031-04-01 {2}Harbour Post {2}the earliest\n[\s\S]*\n2031-04-02 {2}Radio Ardal {2}identical\n/,
    );
    assert.match(stdout, /\n2031-04-03 {2}Kolm Courier {2}altered: negation\n/);
    assert.equal((await run('trace', key)).stdout, stdout);
    assert.equal((await run('trace', earliest.key)).stdout, stdout);
    const [traced] = jsonLines((await run('trace', key, '--json', '--limit', '2')).stdout);
    const { items, total } = traced!.occurrences as unknown as { items: { change: string | null }[]; total: number };
    assert.deepEqual([items.map(({ change }) => change), total], [[null, 'identical'], 3]);
    const none = await run('trace', 'no such words anywhere');
    assert.equal(none.status, 1);
    assert.match(none.stderr, /holds no statement with these words or this address/);
  });

  it('follow what people join and part, until that is undone', async () => {
    const [{ key }] = (await listed()) as [Listed];
    const [other] = jsonLines((await run('search', 'council', '--json')).stdout) as unknown as { statement: string }[];
    assert.equal((await run('correct', 'join', key, other!.statement)).status, 0);
    assert.match(
      (await run('trace', other!.statement)).stdout,
      new RegExp(`^Statement ${key}, 4 occurrences\n {2}corrected by`),
    );
    assert.equal((await run('correct', 'undo', '1')).status, 0);
    const [late] = jsonLines((await run('search', 'not', '--json')).stdout) as unknown as { key: string }[];
    const parted = await run('correct', 'part', key, late!.key);
    assert.equal(parted.status, 0, parted.stderr);
    assert.match((await run('trace', key)).stdout, /, 2 occurrences\n/);
    assert.match((await run('trace', late!.key)).stdout, /, 1 occurrence\n/);
    assert.equal((await listed('--altered')).length, 0);
    const all = await run('correct', 'part', key, late!.key);
    assert.equal(all.status, 1);
    assert.match(all.stderr, /is no occurrence of/);
  });
});
