import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { it } from 'node:test';
import { openWikidata } from '../../../src/capture/index.ts';
import { Cache } from '../../../src/capture/wikidata/cache.ts';
import { stillClock } from '../still-clock.ts';
import { entity, q } from './items.ts';
import { CONTACT, folderFor, openApi } from './opened.ts';
import { startWikidata } from './server.ts';

const NAME = 'Ilse Quandt';
const DAY = 86_400_000;
/** So many items at once that most kills come between two of them. */
const BATCH = 2_000;
const WRITER = join(import.meta.dirname, 'killed-writer.ts');

/** Runs the writer until it has said so many lines, and kills it. */
async function killAfter(lines: number, ...args: string[]): Promise<void> {
  const child = spawn(process.execPath, [WRITER, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const closed = once(child, 'close');
  let said = 0;
  for await (const _line of createInterface(child.stdout)) if (++said === lines) child.kill('SIGKILL');
  assert.equal((await closed)[1], 'SIGKILL', 'it ended by itself');
}

function assertSound(path: string): void {
  const database = new DatabaseSync(path);
  assert.equal(database.prepare('pragma integrity_check').get()?.integrity_check, 'ok');
  database.close();
}

it('what was asked once is not asked again, and is there when the server is not', async (test) => {
  const server = await startWikidata();
  const cache = join(folderFor(test), 'wikidata.db');
  const first = await openApi(test, server.url, { cache });
  const found = await first.find([NAME, 'Nobody']);
  const asked = server.asked.length;
  assert.deepEqual(await first.find([NAME, ' Nobody ', NAME, '']), found);
  assert.equal(server.asked.length, asked);
  first.close();
  await server.close();
  const later = await openApi(test, server.url, { cache });
  assert.deepEqual(await later.find([NAME, 'Nobody']), found);
  await assert.rejects(later.find(['Ministry']), /does not take connections \(it was asked 5 times\)/);
});

it('answers expire', async (test) => {
  const server = await startWikidata();
  test.after(() => server.close());
  const clock = stillClock();
  const cache = join(folderFor(test), 'wikidata.db');
  const wikidata = await openApi(test, server.url, { cache, clock, maxAgeDays: 30 });
  const before = await wikidata.find([NAME]);
  clock.time += 29 * DAY;
  assert.deepEqual(await wikidata.find([NAME]), before);
  const asked = server.asked.length;
  clock.time += 2 * DAY;
  const after = await wikidata.find([NAME]);
  assert.equal(server.asked.length, 2 * asked);
  assert.ok(after.items[0]!.checkedAt > '2031-06-04');
});

it('a search for more items is another search', async (test) => {
  const server = await startWikidata();
  test.after(() => server.close());
  const cache = join(folderFor(test), 'wikidata.db');
  const few = await (await openApi(test, server.url, { cache, mostItems: 1 })).find([NAME]);
  const more = await (await openApi(test, server.url, { cache, mostItems: 5 })).find([NAME]);
  assert.deepEqual([few.items.length, few.complete, more.items.length, more.complete], [1, false, 2, true]);
});

it('what was had before a break is kept', async (test) => {
  const server = await startWikidata();
  test.after(() => server.close());
  const cache = join(folderFor(test), 'wikidata.db');
  const wikidata = await openApi(test, server.url, { cache });
  const answerRight = server.first.push.bind(server.first);
  await wikidata.find(['Ministry']);
  const asked = server.asked.length;
  // The search is answered; the items are not.
  answerRight((_, response) => response.writeHead(200).end(JSON.stringify({ search: [{ id: q(1) }] })));
  answerRight((_, response) => response.writeHead(403).end());
  await assert.rejects(wikidata.find([NAME]), /403/);
  assert.equal((await wikidata.find([NAME])).items.length, 1);
  assert.deepEqual(
    server.asked.slice(asked).map((params) => params.get('action')),
    ['wbsearchentities', 'wbgetentities', 'wbgetentities', 'wbgetentities'],
  );
});

it('a file that is no cache, or another source’s, is left alone', async (test) => {
  const folder = folderFor(test);
  const [text, foreign, cache] = ['a.txt', 'b.db', 'c.db'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  writeFileSync(text, 'a letter, longer than the header of a database'.repeat(10));
  const database = new DatabaseSync(foreign);
  database.exec('create table precious (x); insert into precious values (1)');
  database.close();
  const open = (path: string, url = 'https://a.example/api.php') =>
    openWikidata({ cache: path, from: { url, contact: CONTACT } });
  await assert.rejects(open(text), /a\.txt, cannot be used: file is not a database/);
  await assert.rejects(open(foreign), /is no cache of Wikidata but a database of something else/);
  await assert.rejects(open(folder), /cannot be used/);
  const still = new DatabaseSync(foreign);
  assert.equal(still.prepare('select x from precious').get()?.x, 1);
  still.close();
  (await open(cache)).close();
  await assert.rejects(open(cache, 'https://b.example/api.php'), /holds answers from https:\/\/a\.example.* not from/);
});

it('a cache of another version is made anew', async (test) => {
  const path = join(folderFor(test), 'wikidata.db');
  const cache = new Cache(path, 'old', () => 0);
  cache.keepSearch('a', { ids: [q(1)], complete: true }, 1);
  cache.close();
  const database = new DatabaseSync(path);
  database.exec('pragma user_version = 99');
  database.close();
  const renewed = new Cache(path, 'new', () => 0);
  assert.equal(renewed.search('a'), null);
  renewed.close();
});

it('kill -9 while items are kept leaves each batch whole or not there', async (test) => {
  const path = join(folderFor(test), 'wikidata.db');
  let kept = 0;
  for (const lines of [1, 2, 4, 7, 11]) {
    await killAfter(lines, path, String(BATCH));
    assertSound(path);
    const database = new DatabaseSync(path);
    const batches = database
      .prepare('select checked_at as batch, count(*) as items from item group by 1 order by 1')
      .all();
    database.close();
    assert.deepEqual(
      batches.map((batch) => ({ ...batch })),
      batches.map((_, batch) => ({ batch, items: BATCH })),
    );
    kept = batches.length;
  }
  assert.ok(kept >= 10);
});

it('kill -9 while a subset is indexed leaves nothing of it, and the next try has all', async (test) => {
  const folder = folderFor(test);
  const [path, file] = [join(folder, 'wikidata.db'), join(folder, 'part.jsonl')];
  mkdirSync(folder, { recursive: true });
  const items = Array.from({ length: 20_000 }, (_, n) => JSON.stringify(entity(n + 1, { label: `Person ${n + 1}` })));
  writeFileSync(file, items.join('\n'));
  await killAfter(12, path, file);
  assertSound(path);
  const database = new DatabaseSync(path);
  assert.deepEqual(
    { ...database.prepare('select count(*) as items, (select stamp from origin) as stamp from item').get() },
    { items: 0, stamp: null },
  );
  database.close();
  const wikidata = await openWikidata({ cache: path, from: { file } });
  assert.equal(wikidata.indexed?.items, 20_000);
  assert.equal((await wikidata.find(['person 19999'])).items[0]?.id, q(19_999));
  wikidata.close();
});
