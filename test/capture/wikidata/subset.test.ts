import assert from 'node:assert/strict';
import { appendFileSync, existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { openWikidata, type Wikidata } from '../../../src/capture/index.ts';
import { readSubset, type SubsetLine } from '../../../src/capture/wikidata/subset.ts';
import { entity, ITEMS, q } from './items.ts';
import { folderFor, openApi } from './opened.ts';
import { startWikidata } from './server.ts';

const LINES = ITEMS.map((item) => JSON.stringify(item));
/** As the official dumps are written. */
const DUMP = `[\n${LINES.join(',\n')}\n]\n`;

async function linesOf(stream: AsyncIterable<Uint8Array>): Promise<SubsetLine[]> {
  const lines: SubsetLine[] = [];
  for await (const line of readSubset(stream, 'en')) lines.push(line);
  return lines;
}

/** Bytes in pieces, cut at the places given; some may be empty. */
async function* cutAt(bytes: Uint8Array, places: readonly number[]): AsyncGenerator<Uint8Array> {
  const cuts = [0, ...places.toSorted((a, b) => a - b), bytes.length];
  for (const [n, from] of cuts.slice(0, -1).entries()) yield bytes.subarray(from, cuts[n + 1]);
}

async function opened(test: TestContext, name: string, bytes: string | Uint8Array): Promise<Wikidata> {
  const folder = folderFor(test);
  writeFileSync(join(folder, name), bytes);
  const wikidata = await openWikidata({ cache: join(folder, 'wikidata.db'), from: { file: join(folder, name) } });
  test.after(() => wikidata.close());
  return wikidata;
}

it('a subset gives the same items as the interface, however it is packed', async (test) => {
  const server = await startWikidata();
  test.after(() => server.close());
  const api = await openApi(test, server.url, { cache: join(folderFor(test), 'wikidata.db') });
  const undated = ({ items, complete }: Awaited<ReturnType<Wikidata['find']>>) => ({
    complete,
    items: items.map(({ checkedAt: _, ...item }) => item),
  });
  const expected = undated(await api.find(['Ilse Quandt', 'Ministry of Tides']));
  assert.equal(expected.items.length, 3);
  const cut = Buffer.from(DUMP.slice(0, 500));
  for (const [name, bytes] of [
    ['part.json', DUMP],
    ['part.jsonl', `\ufeff${LINES.join('\r\n')}`],
    ['part.json.gz', Buffer.concat([gzipSync(cut), gzipSync(Buffer.from(DUMP).subarray(500))])],
    ['part.ndjson.zst', zstdCompressSync(DUMP)],
  ] as const) {
    const wikidata = await opened(test, name, bytes);
    assert.deepEqual(wikidata.indexed, { items: ITEMS.length, unread: 0, firstUnread: null });
    assert.deepEqual(undated(await wikidata.find(['Ilse Quandt', 'Ministry of Tides'])), expected, name);
  }
});

it('names are found without case and marks, by aliases, and without middle names', async (test) => {
  const person = entity(1, { label: 'Łucja Éva María Brandt-Oyelaran', aliases: ['L.E. Brandt'] });
  const wikidata = await opened(test, 'part.jsonl', `${JSON.stringify(person)}\n`);
  const found = async (name: string) => (await wikidata.find([name])).items.length === 1;
  for (const name of ['łucja eva maria BRANDT OYELARAN', 'Łucja Oyelaran', 'l e brandt'])
    assert.ok(await found(name), name);
  for (const name of ['Brandt', 'Éva María', '…', 'Łucja Éva']) assert.ok(!(await found(name)), name);
});

it('of many items with one name, some are given, and that there are more', async (test) => {
  const many = Array.from({ length: 30 }, (_, n) => JSON.stringify(entity(n + 1, { label: 'Ilse Quandt' })));
  const found = await (await opened(test, 'part.jsonl', many.join('\n'))).find(['Ilse Quandt']);
  assert.deepEqual([found.items.length, found.complete], [10, false]);
});

it('lines that cannot be read are counted and told, and do not stop the next', async (test) => {
  const bad = [
    '{"id":',
    '7',
    'null',
    '"x"',
    '{"id":5}',
    '\0',
    '{"id":"P31","type":"property"}',
    '{"id":"L1","type":"lexeme"}',
  ];
  const wikidata = await opened(test, 'part.jsonl', [...bad, LINES[4], '{"no": "id"}'].join('\n'));
  assert.equal(wikidata.indexed?.items, 1);
  assert.equal(wikidata.indexed?.unread, 7);
  assert.match(wikidata.indexed?.firstUnread ?? '', /part\.jsonl:1: It is not JSON \(.*\)\.$/);
});

it('a file that cannot be used is refused, and leaves the cache as it was', async (test) => {
  const folder = folderFor(test);
  const cache = join(folder, 'wikidata.db');
  const file = join(folder, 'part.json.gz');
  const open = (path: string) => openWikidata({ cache, from: { file: path } });
  writeFileSync(file, gzipSync(DUMP));
  (await open(file)).close();
  for (const [bytes, message] of [
    [gzipSync(DUMP).subarray(0, 300), /could not be read: unexpected end of file\.$/],
    [Buffer.from(DUMP), /could not be read: incorrect header check\.$/],
    [gzipSync('{"entities":{}}'), /holds no item of Wikidata \(.*part\.json\.gz:1: .*no “id”\)\.$/],
    [gzipSync(''), /holds no item/],
  ] as const) {
    writeFileSync(file, bytes);
    await assert.rejects(open(file), message);
  }
  await assert.rejects(open(join(folder, 'part.json.bz2')), /must end in \.json, .*unpack others first/);
  writeFileSync(file, gzipSync(DUMP));
  const again = await open(file);
  test.after(() => again.close());
  assert.equal((await again.find(['Ilse Quandt'])).items.length, 2);
  await assert.rejects(
    openWikidata({ cache: join(folder, 'x.db'), from: { file: join(folder, 'no.json') } }),
    /no such file/,
  );
  assert.ok(!existsSync(join(folder, 'x.db')));
});

it('a file is indexed once, and again when it has changed', async (test) => {
  const folder = folderFor(test);
  const file = join(folder, 'part.jsonl');
  writeFileSync(file, LINES.slice(0, 5).join('\n'));
  utimesSync(file, new Date('2031-01-01'), new Date('2031-02-03T04:05:06Z'));
  const open = async () => {
    const wikidata = await openWikidata({ cache: join(folder, 'wikidata.db'), from: { file } });
    const { items } = await wikidata.find(['Ilse Quandt']);
    wikidata.close();
    return [wikidata.indexed?.items, items.length, items[0]?.checkedAt];
  };
  const date = '2031-02-03T04:05:06.000Z';
  assert.deepEqual(await open(), [5, 1, date], 'as old as its file');
  assert.deepEqual(await open(), [undefined, 1, date]);
  appendFileSync(file, `\n${LINES[5]}`);
  assert.deepEqual((await open()).slice(0, 2), [6, 2]);
});

it('lines of any length are bounded', async () => {
  async function* endless(): AsyncGenerator<Uint8Array> {
    const chunk = Buffer.alloc(1_000_000, 0x78);
    for (let n = 0; n < 70; n++) yield chunk;
    yield Buffer.from(`\n${LINES[4]}`);
  }
  const lines = await linesOf(endless());
  assert.match('reason' in lines[0]! ? lines[0].reason : '', /longer than 32000000 bytes/);
  assert.ok('entity' in lines[1]! && lines[1].entity.id === q(1));
});

it('however the bytes are cut, the items are the same', async () => {
  const bytes = Buffer.from(`\ufeff${DUMP}{"id":\r\n\n{"id":"Q900000000555","labels":{"mul":{"value":"Ø€𝔘"}}}`);
  const whole = await linesOf(cutAt(bytes, []));
  assert.equal(whole.length, ITEMS.length + 2);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 60 }), async (cuts) => {
      assert.deepEqual(await linesOf(cutAt(bytes, cuts)), whole);
    }),
  );
});
