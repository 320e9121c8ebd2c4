import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it, type TestContext } from 'node:test';
import { openWikidata, WikidataError } from '../../../src/capture/index.ts';
import { stillClock } from '../still-clock.ts';
import { entity, ITEMS, q } from './items.ts';
import { CONTACT, folderFor, openApi } from './opened.ts';
import { type Answer, json, lagging, startWikidata, type WikidataServer } from './server.ts';

const NAME = 'Ilse Quandt';
/** A search, the two items found, and what they name. */
const REQUESTS = 3;

async function started(test: TestContext, items = ITEMS): Promise<WikidataServer & { cache: string }> {
  const server = await startWikidata(items);
  test.after(() => server.close());
  return Object.assign(server, { cache: join(folderFor(test), 'wikidata.db') });
}

const fails = (work: Promise<unknown>, message: RegExp): Promise<void> =>
  assert.rejects(work, (error) => {
    assert.ok(error instanceof WikidataError, String(error));
    assert.match(error.message, message);
    assert.match(error.message, /^[A-Z/].*[^.]\.$/s);
    return true;
  });

it('items come with what tells who they are', async (test) => {
  const server = await started(test);
  const { items, complete } = await (await openApi(test, server.url, server)).find([NAME]);
  const none = { aliases: [], occupations: [], positions: [], citizenships: [], sitelinks: 0 };
  const human = { id: 'Q5', label: 'human' };
  assert.deepEqual(items, [
    {
      id: q(1),
      label: NAME,
      description: 'Kalvinian politician',
      aliases: ['Ilse Marta Quandt', 'I. Quandt'],
      instanceOf: [human],
      occupations: [{ id: q(102), label: 'politician' }],
      positions: [{ id: q(101), label: 'Mayor of Norta', from: [2019, 2019], to: [2024, 2024] }],
      citizenships: [{ id: q(103), label: 'Kalvin' }],
      born: [1961, 1961],
      died: null,
      sitelinks: 3,
      checkedAt: items[0]!.checkedAt,
    },
    {
      ...none,
      id: q(2),
      label: NAME,
      description: 'sailor',
      instanceOf: [human],
      born: [1840, 1860],
      died: [1901, 1903],
      checkedAt: items[1]!.checkedAt,
    },
  ]);
  assert.match(items[0]!.checkedAt, /^2031-05-04T10:00:0\d/);
  assert.equal(complete, true);
});

it('the interface is asked as its keepers want it', async (test) => {
  const server = await started(test);
  await (await openApi(test, server.url, server)).find([NAME]);
  assert.equal(server.asked.length, REQUESTS);
  for (const params of server.asked)
    assert.deepEqual([params.get('maxlag'), params.get('format')], ['5', 'json'], String(params));
  assert.deepEqual(
    [...server.userAgents].map((agent) => agent?.replace(/[\d.]+$/, '')),
    [`Onrecord/0.1 (${CONTACT}) Node.js/`],
  );
  assert.equal(server.asked[1]!.get('ids'), `${q(1)}|${q(2)}`);
});

it('nothing is asked before a name is, nor without a contact', async (test) => {
  const server = await started(test);
  await openApi(test, server.url, server);
  for (const contact of ['', 'me', 'a@b\r\nx: y', 'a@b (c)'])
    await fails(openApi(test, server.url, { ...server, contact }), /e-mail address/);
  assert.equal(server.asked.length, 0);
});

it('one request is made at a time, however many ask, and so many a second', async (test) => {
  const server = await started(test);
  const clock = stillClock();
  const wikidata = await openApi(test, server.url, { ...server, clock, perSecond: 2 });
  const from = clock.time;
  await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => wikidata.find([name])));
  assert.equal(server.asked.length, 6);
  assert.equal(server.mostAtOnce, 1);
  assert.equal(clock.time - from, 2_500);
});

it('many items are asked for in few requests', async (test) => {
  const many = Array.from({ length: 12 }, (_, n) => entity(n + 1, { label: `Ilse ${n}` }));
  const server = await started(test, many);
  const found = await (await openApi(test, server.url, server)).find(['Ilse']);
  assert.deepEqual([found.items.length, found.complete], [10, false]);
  assert.deepEqual(
    server.asked.map((params) => params.get('ids')?.split('|').length),
    [undefined, 5, 5],
  );
});

for (const [what, answer, least] of [
  ['lag', lagging, 7_000],
  ['429 with seconds', json({}, 429, { 'retry-after': '40' }), 40_000],
  ['503 with a date', json({}, 503, { 'retry-after': 'Sun, 04 May 2031 10:00:30 GMT' }), 30_000],
  ['lag without a header', json({ error: { code: 'maxlag', info: 'lagged' } }), 5_000],
  ['too many requests as an error', json({ error: { code: 'ratelimited', info: 'slow down' } }), 500],
  ['a broken connection', (request: Parameters<Answer>[0]) => request.socket.destroy(), 500],
] as const) {
  it(`${what} is waited for, then asked again`, async (test) => {
    const server = await started(test);
    const clock = stillClock();
    server.first.push(answer);
    const { items } = await (await openApi(test, server.url, { ...server, clock, perSecond: 1_000_000 })).find([NAME]);
    assert.equal(items.length, 2);
    assert.equal(server.asked.length, REQUESTS + 1);
    assert.equal(String(server.asked[0]), String(server.asked[1]));
    const longest = Math.max(...clock.waits);
    assert.ok(longest >= least && longest <= least + 1_500, `waited ${longest} ms`);
  });
}

it('waits double, and end', async (test) => {
  const server = await started(test);
  const clock = stillClock();
  server.first.push(...Array.from({ length: 20 }, () => json({}, 500)));
  const wikidata = await openApi(test, server.url, { ...server, clock, perSecond: 1_000_000 });
  await fails(
    wikidata.find([NAME]),
    /searched for “Ilse Quandt” at http.*busy or broken \(status 500\).*asked 5 times/,
  );
  assert.equal(server.asked.length, 5);
  assert.deepEqual(
    clock.waits.filter((ms) => ms > 1),
    [750, 1_500, 3_000, 6_000],
  );
});

it('a server that wants to be left alone for long is', async (test) => {
  const server = await started(test);
  server.first.push(json({}, 429, { 'retry-after': '3600' }));
  const wikidata = await openApi(test, server.url, server);
  await fails(wikidata.find([NAME]), /left alone for 3600 seconds/);
  assert.equal(server.asked.length, 1);
  assert.equal((await wikidata.find([NAME])).items.length, 2, 'a failure does not hold up what comes after');
});

for (const [what, answer, message] of [
  ['HTML', (_, response) => response.end('<html>'), /no JSON/],
  ['half an answer', (_, response) => response.end('{"search":[{"id":"Q1"'), /no JSON/],
  ['bytes that are no UTF-8', (_, response) => response.end(Buffer.from([0x22, 0xff, 0x22])), /no JSON/],
  ['a list', json([]), /no JSON object/],
  ['nothing of what was asked for', json({ success: 1 }), /no “search”/],
  ['an error', json({ error: { code: 'badtoken', info: 'Nobody knows you.' } }), /error: Nobody knows you\./],
  ['403', json({}, 403), /refused to answer \(status 403\)/],
  ['more than is read', json({ search: 'x'.repeat(2_000_000) }), /larger than 1000000 bytes/],
] as const satisfies readonly (readonly [string, Answer, RegExp])[]) {
  it(`${what} in place of an answer is told, and neither asked again nor kept`, async (test) => {
    const server = await started(test);
    server.first.push(answer);
    const wikidata = await openApi(test, server.url, { ...server, maxBytes: 1_000_000 });
    await fails(wikidata.find([NAME]), message);
    assert.equal(server.asked.length, 1);
    assert.equal((await wikidata.find([NAME])).items.length, 2);
  });
}

it('odd statements, names and ids are passed over', async (test) => {
  const odd = {
    ...entity(1, { label: 'Ilse' }),
    aliases: { en: 'no list', mul: [null, 7, { value: 7 }, { value: 'Ilse B.\ud800' }, { value: 'x'.repeat(9_999) }] },
    claims: {
      P31: 'no list',
      P106: [null, { mainsnak: null }, { mainsnak: { snaktype: 'value' } }, { mainsnak: { snaktype: 'novalue' } }],
      P39: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q1|Q2' } } } }],
      P569: [{ mainsnak: { snaktype: 'value', datavalue: { value: { time: 'yesterday', precision: 11 } } } }],
      P570: [{ mainsnak: { snaktype: 'somevalue' } }],
    },
    sitelinks: null,
  };
  const server = await started(test, [odd]);
  server.first.push(json({ search: [null, 'Q1', { id: 'P31' }, { id: '../x' }, { id: q(7) }, { id: q(1) }] }));
  const { items } = await (await openApi(test, server.url, server)).find(['Ilse']);
  assert.equal(items.length, 1, 'the missing one is left out');
  const [{ aliases, instanceOf, occupations, positions, born, died, sitelinks }] = items as [(typeof items)[0]];
  assert.deepEqual(aliases, ['Ilse B.\ufffd', 'x'.repeat(300)]);
  assert.deepEqual([instanceOf, occupations, positions, born, died, sitelinks], [[], [], [], null, null, 0]);
});

it('an item that was merged into another is that one', async (test) => {
  const server = await started(test);
  server.first.push(json({ search: [{ id: q(77) }, { id: q(1) }] }));
  server.first.push(json({ entities: { [q(77)]: ITEMS[4], [q(1)]: ITEMS[4] } }));
  const { items } = await (await openApi(test, server.url, server)).find([NAME]);
  assert.deepEqual(
    items.map(({ id }) => id),
    [q(1)],
  );
});

it('private addresses are asked only where that is allowed, and redirects lead nowhere else', async (test) => {
  const [server, other] = [await started(test), await started(test)];
  const shut = await openApi(test, server.url, { ...server, allowPrivateAddresses: false });
  await fails(shut.find([NAME]), /no address of the public net/);
  assert.equal(server.asked.length, 0);

  const open = await openApi(test, server.url, server);
  for (const location of ['http://169.254.169.254/latest', other.url, 'file:///etc/passwd']) {
    server.first.push((_, response) => response.writeHead(302, { location }).end());
    await fails(open.find([NAME]), /redirects to another server|only http and https/);
  }
  assert.equal(other.asked.length, 0);

  server.first.push((_, response) =>
    response.writeHead(301, { location: `${server.url}?${server.asked.at(-1)}` }).end(),
  );
  assert.equal((await open.find([NAME])).items.length, 2, 'within the server they do');
  await fails(openWikidata({ cache: server.cache, from: { url: 'w/api.php', contact: CONTACT } }), /no valid address/);
});
