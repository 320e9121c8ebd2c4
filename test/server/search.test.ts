import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { DOMParser } from 'linkedom';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import type { SearchResult } from '../../src/server/search-schemas.ts';
import { arabic, bare, bridge, hostile, long, type SampleRecord, sampleRecord } from './sample-record.ts';

const CONTROLS = {
  ...hostile,
  id: 'controls',
  url: null,
  title: 'Bell \u0007 and ]]> & \ufffe',
  published: '2031-10-08',
};

describe('search over HTTP', () => {
  let sample: SampleRecord;
  let server: RunningServer;
  before(async () => {
    sample = sampleRecord([bridge, hostile, arabic, bare, long, CONTROLS]);
    server = await startServer({ record: sample.record, port: 0 });
  });
  after(async () => {
    await server.close();
    sample.remove();
  });

  const address = (query: Record<string, string | readonly string[]>, ending = ''): string => {
    const pairs = Object.entries(query).flatMap(([name, values]) =>
      [values].flat().map((value): [string, string] => [name, value]),
    );
    return `/api/search${ending}?${new URLSearchParams(pairs)}`;
  };
  const get = (path: string): Promise<Response> => fetch(server.url + path);
  const find = async (query: Record<string, string | readonly string[]>): Promise<SearchResult> => {
    const response = await get(address(query));
    assert.equal(response.status, 200, await response.clone().text());
    return (await response.json()) as SearchResult;
  };
  const refused = async (query: Record<string, string | readonly string[]>): Promise<string> => {
    const response = await get(address(query));
    assert.equal(response.status, 400);
    return ((await response.json()) as { error: string }).error;
  };
  const textOf = async (query: Record<string, string>, ending: string) => {
    const response = await get(address(query, ending));
    assert.equal(response.status, 200);
    return { text: await response.text(), headers: response.headers };
  };

  test('gives what the record finds, with its facets', async () => {
    const { record } = sample;
    const words = 'crossing';
    const expected = { ...record.search({ words }), facets: record.searchFacets({ words }) };
    assert.deepEqual(await find({ q: words }), JSON.parse(JSON.stringify(expected)));
    assert.ok(expected.facets!.speakers.length > 1);
  });

  test('takes a facet once or several times, dates, and an order', async () => {
    const all = await find({ q: 'the' });
    const person = await find({ q: 'the', kind: 'person' });
    const both = await find({ q: 'the', kind: ['person', 'document'] });
    const documents = await find({ q: 'the', kind: 'document' });
    assert.ok(person.total > 0 && documents.total > 0);
    assert.equal(both.total, person.total + documents.total);
    assert.ok(both.total < all.total);
    assert.deepEqual(both.facets!.kinds, all.facets!.kinds, 'a facet counts what its other values would give');
    const late = await find({ q: 'the', from: '2031-10-12', sort: 'date' });
    assert.ok(late.items.every(({ article }) => article.published!.startsWith('2031-10-12')));
    const altered = await find({ q: 'the', altered: 'true' });
    assert.deepEqual([altered.total, altered.facets!.altered], [all.facets!.altered, all.facets!.altered]);
    assert.ok(altered.total > 0 && altered.total < all.total);
  });

  test('refuses what it does not know, by name', async () => {
    assert.match(await refused({ q: 'the', kind: 'ghost' }), /"kind" must be one of person, organization/);
    assert.match(await refused({ q: 'the', kind: ['person', 'ghost'] }), /"kind/);
    assert.match(await refused({ q: 'the', sort: 'size' }), /"sort" must be one of relevance, date/);
    assert.match(await refused({ q: 'the', from: '2031-02-30' }), /"from" must be a day/);
    assert.match(await refused({ q: 'the', from: '2031-02-03', to: '2031-02-02' }), /no later than/);
    assert.match(await refused({ q: '  ' }), /the words to look for/);
    assert.match(await refused({ q: 'the', colour: 'red' }), /no parameter called "colour"/);
    assert.match(await refused({ q: 'the', outlet: Array(51).fill('x') }), /"outlet"/);
  });

  test('as CSV: the rows in their order, no formula, and how many of how many', async () => {
    const { text, headers } = await textOf({ q: 'harbour', limit: '150' }, '.csv');
    assert.match(headers.get('content-type')!, /^text\/csv/);
    assert.match(headers.get('content-disposition')!, /attachment; filename="onrecord-search.csv"/);
    assert.equal(headers.get('onrecord-rows'), '150 of 200');
    const lines = text.trimEnd().split('\r\n');
    assert.equal(lines.length, 151);
    assert.match(lines[0]!, /^key,speaker,/);
    const keys = lines.slice(1).map((line) => line.split(',')[0]!);
    const found = sample.record.search({ words: 'harbour', limit: 500 }).items.map(({ key }) => key);
    assert.deepEqual(keys, found.slice(0, 150));
    assert.equal((await get(address({ q: 'harbour', limit: '1001' }, '.csv'))).status, 400);
  });

  test('as CSV: what a spreadsheet would run is text', async () => {
    const formula = { ...bridge, id: 'formula', title: '=HYPERLINK("https://x.example";"zebra")', url: null };
    const own = sampleRecord([formula]);
    const other = await startServer({ record: own.record, port: 0 });
    const text = await (await fetch(`${other.url}/api/search.csv?q=zebra`)).text();
    assert.match(text, /,"'=HYPERLINK\(/);
    assert.doesNotMatch(text, /,"?=HYPERLINK/);
    await other.close();
    own.remove();
  });

  test('as Atom: entries with lasting ids, links to the very words, nothing but text from articles', async () => {
    const { text, headers } = await textOf({ q: 'are only words' }, '.atom');
    assert.match(headers.get('content-type')!, /^application\/atom\+xml/);
    assert.match(headers.get('content-security-policy')!, /sandbox/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML has none of them.
    assert.doesNotMatch(text, /<script|<img|[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/);
    const feed = new DOMParser().parseFromString(text, 'text/xml');
    const entries = [...feed.querySelectorAll('entry')];
    assert.equal(entries.length, 2);
    const content = (entry: (typeof entries)[number], name: string) => entry.querySelector(name)!.textContent;
    assert.equal(content(entries[0]!, 'content'), sample.record.search({ words: 'are only words' }).items[0]!.words);
    assert.equal(content(entries[0]!, 'name'), hostile.attributions[0]!.speaker!.name);
    assert.match(content(entries[1]!, 'summary')!, /Bell \ufffd and \]\]> & \ufffd$/);
    const ids = entries.map((entry) => content(entry, 'id'));
    assert.equal(new Set(ids).size, 2);
    for (const id of ids)
      assert.match(id!, /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    const link = entries[0]!.querySelector('link')!.getAttribute('href');
    assert.equal(link, `${server.url}/articles/${sample.keyOf(hostile)}#s0`);
    assert.equal(entries[0]!.querySelector('link[rel=via]'), null, 'an address that is none of the web is left out');
    assert.equal(content(entries[0]!, 'updated'), '2031-10-11T00:00:00.000Z');
    assert.equal(feed.querySelector('feed > updated')!.textContent, '2031-10-11T00:00:00.000Z');
    const again = await textOf({ q: 'are only words' }, '.atom');
    assert.equal(again.text, text);
  });

  test('feeds hold the newest, and say when that is not all', async () => {
    const { text } = await textOf({ q: 'harbour', limit: '5' }, '.atom');
    assert.match(text, /<subtitle>The newest 5 of 200 found\.<\/subtitle>/);
    assert.equal(text.match(/<entry>/g)!.length, 5);
    const json = JSON.parse((await textOf({ q: 'toll' }, '.feed.json')).text) as Record<string, unknown>;
    assert.equal(json.version, 'https://jsonfeed.org/version/1.1');
    assert.equal(json.description, undefined, 'all of it');
    const [item] = json.items as Record<string, unknown>[];
    assert.equal(item!.external_url, bridge.url);
    assert.equal(item!.date_published, '2031-10-12T12:05:00.000Z');
    const empty = await textOf({ q: 'zebra' }, '.atom');
    assert.match(empty.text, /<updated>1970-01-01T00:00:00.000Z<\/updated>/);
  });
});
