import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { bridge, hostile, type SampleRecord, sampleRecord } from './sample-record.ts';

let sample: SampleRecord;
let server: RunningServer;
let webRoot: string;

before(async () => {
  sample = sampleRecord();
  webRoot = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
  mkdirSync(join(webRoot, 'assets'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>built</title>');
  writeFileSync(join(webRoot, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(webRoot, 'assets', 'index-abc.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(webRoot, '.secret'), 'not for the web');
  server = await startServer({ record: sample.record, port: 0, webRoot });
});

after(async () => {
  await server.close();
  sample.remove();
  rmSync(webRoot, { recursive: true });
});

const get = (path: string, options: RequestInit = {}) => fetch(server.url + path, options);

async function json(path: string, status = 200): Promise<unknown> {
  const response = await get(path);
  assert.equal(response.status, status, path);
  assert.match(response.headers.get('content-type')!, /^application\/json/, path);
  return response.json();
}

/** A request with a path and headers that `fetch` would not send as they are. */
function raw(path: string, headers: Record<string, string> = {}): Promise<{ status: number; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, headers }, async (response) => {
      const body = (await response.setEncoding('utf8').toArray()).join('');
      resolve({ status: response.statusCode!, body });
    })
      .on('error', reject)
      .end();
  });
}

describe('the API gives what the record holds, in its very shapes', () => {
  test('what is watched, how much of it comes in, and attempts', async () => {
    const { record } = sample;
    const url = 'https://ardal.example/feed.xml';
    const at = '2031-10-22T10:00:00.000Z';
    const about = { url, kind: 'feed', title: null, site: null, folders: ['News'], outlet: 'Ardal Herald' } as const;
    const { source } = record.addSource(about, at);
    const made = { url, finalUrl: url, redirects: [], at, durationMs: 3, status: 503, outcome: 'unreachable' } as const;
    const rest = {
      reason: 'The server failed.',
      bytes: 0,
      etag: null,
      lastModified: null,
      retryAfter: 9,
      sha256: null,
    };
    const note = { source: source.id, at, attempt: { ...made, ...rest }, nextAt: at, interval: 60, said: null };
    record.noteSource(note);
    assert.deepEqual(await json('/api/sources'), record.sources());
    assert.deepEqual(await json('/api/sources/health'), record.health());
    assert.equal(record.health()[0]!.parts[0]!.failing!.reason, 'The server failed.');
    assert.deepEqual(await json('/api/attempts?failed=true&outlet=Ardal%20Herald'), record.attempts());
    assert.equal(((await json('/api/attempts?outlet=None')) as { total: number }).total, 0);
    await json('/api/attempts?failed=maybe', 400);
  });

  test('lists, pages of them, and counts', async () => {
    const { record } = sample;
    assert.deepEqual(await json('/api/articles'), record.articles());
    assert.deepEqual(await json('/api/articles?limit=2&offset=1'), record.articles({ limit: 2, offset: 1 }));
    const outlet = 'The Marrow Bay Courier';
    const ofOutlet = record.articles({ outlet });
    assert.equal(ofOutlet.total, 1);
    assert.deepEqual(await json(`/api/articles?outlet=${encodeURIComponent(outlet)}`), ofOutlet);
    assert.deepEqual(await json('/api/speakers?limit=500'), record.speakers({ limit: 500 }));
    assert.deepEqual(await json('/api/speakers?name=kost'), record.speakers({ name: 'kost' }));
    assert.deepEqual(await json('/api/refusals'), record.refusals());
    assert.deepEqual(await json('/api/outlets'), record.outlets());
    assert.deepEqual(await json('/api/counts'), record.counts());
  });

  test('an article with its text, each span the words it stands for', async () => {
    const key = sample.keyOf(bridge);
    const found = (await json(`/api/articles/${key}`)) as NonNullable<ReturnType<typeof sample.record.article>>;
    assert.deepEqual(found, sample.record.article(key));
    assert.equal(found.attributions.length, bridge.attributions.length);
    for (const { content, words } of found.attributions) {
      assert.equal(content.map(([start, end]) => found.text.slice(start, end)).join(' … '), words);
    }
  });

  test('a speaker with a page of its statements', async () => {
    const [speaker] = sample.record.speakers({ name: 'Mirela Kost' }).items;
    assert.deepEqual(await json(`/api/speakers/${speaker!.key}`), sample.record.speaker(speaker!.key));
    const second = sample.record.speaker(speaker!.key, { limit: 1, offset: 1 });
    assert.deepEqual(await json(`/api/speakers/${speaker!.key}?limit=1&offset=1`), second);
  });

  test('a search by words, a phrase, a speaker and an outlet', async () => {
    const { record } = sample;
    const [kost] = record.speakers({ name: 'Mirela Kost' }).items;
    const words = '"written guarantee"';
    const found = record.search({ words, speaker: kost!.key, outlet: 'The Marrow Bay Courier' });
    assert.equal(found.total, 1);
    const query = new URLSearchParams({ q: words, speaker: kost!.key, outlet: 'The Marrow Bay Courier' });
    const { facets: _, ...answer } = (await json(`/api/search?${query}`)) as { facets: unknown };
    assert.deepEqual(answer, found);
    assert.equal(((await json('/api/search?q=zebra')) as { total: number }).total, 0);
    await json(`/api/search?${new URLSearchParams({ q: '" OR * NEAR( ^ \u0000' })}`);
  });

  test('markup in the words comes back as words', async () => {
    const found = (await json(`/api/articles/${sample.keyOf(hostile)}`)) as {
      text: string;
      article: { title: string };
    };
    assert.equal(found.text, hostile.text);
    assert.equal(found.article.title, hostile.title);
  });

  test('the description names every address and holds every schema it refers to', async () => {
    const described = (await json('/api/openapi.json')) as { paths: object; components: { schemas: object } };
    assert.deepEqual(Object.keys(described.paths).sort(), [
      '/api/articles',
      '/api/articles/{key}',
      '/api/articles/{key}/revisions',
      '/api/articles/{key}/snapshot',
      '/api/attempts',
      '/api/audit',
      '/api/audit/speakers',
      '/api/collisions',
      '/api/corrections',
      '/api/counts',
      '/api/issues',
      '/api/issues/{name}',
      '/api/issues/{name}/counts',
      '/api/ledger',
      '/api/ledger.csv',
      '/api/ledger.jsonl',
      '/api/offers',
      '/api/outlets',
      '/api/positions',
      '/api/refusals',
      '/api/review',
      '/api/search',
      '/api/search.atom',
      '/api/search.csv',
      '/api/search.feed.json',
      '/api/shifts',
      '/api/sources',
      '/api/sources/health',
      '/api/speakers',
      '/api/speakers/{key}',
      '/api/statements',
      '/api/statements/{key}',
      '/api/stories',
      '/api/stories/{key}',
      '/api/suggested-issues',
      '/api/today',
    ]);
    const referred = new Set(
      [...JSON.stringify(described).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, id]) => id),
    );
    assert.ok(referred.has('Attribution'));
    assert.deepEqual(
      [...referred].filter((id) => !(id! in described.components.schemas)),
      [],
    );
  });
});

describe('what cannot be answered is said in a sentence', () => {
  const wrong: [path: string, says: RegExp][] = [
    ['/api/articles?limit=0', /"limit" must be a whole number from 1 to 500\./],
    ['/api/articles?limit=501', /"limit"/],
    ['/api/articles?limit=ten', /"limit"/],
    ['/api/articles?limit=1.5', /"limit"/],
    ['/api/articles?limit=1&limit=2', /"limit"/],
    ['/api/articles?offset=-1', /"offset" must be a whole number from 0/],
    ['/api/speakers?name=a&name=b', /"name"/],
    [`/api/speakers?name=${'a'.repeat(501)}`, /"name".*at most 500 characters/],
    ['/api/audit?from=2031-02-30', /"from" must be a day, written YYYY-MM-DD\./],
    ['/api/audit?to=yesterday', /"to" must be a day/],
    ['/api/audit?from=2031-03-02&to=2031-03-01', /"from" must be no later than "to"\./],
    ['/api/audit?modes=some', /"modes" must be "words" or "all"\./],
    ['/api/audit/speakers?kind=animal', /"kind" must be one of person, organization/],
    ['/api/speakers/x?from=2031-03-02&to=2031-03-01', /"from" must be no later than "to"\./],
    ['/api/search', /"q" must be the words to look for/],
    ['/api/search?q=%20', /"q" must be the words to look for/],
    [`/api/search?q=${'a'.repeat(1001)}`, /"q".*at most 1,000 characters/],
    ['/api/search?q=a&speakr=b', /no parameter called "speakr"/],
    ['/api/counts?x=1', /no parameter called "x"/],
    ['/api/articles/%E0%A4%A', /not well formed/],
  ];
  for (const [path, says] of wrong) {
    test(`400: ${path.slice(0, 60)}`, async () => {
      const { status, body } = await raw(path);
      assert.equal(status, 400);
      assert.match((JSON.parse(body) as { error: string }).error, says);
    });
  }

  test('404 for unknown keys and addresses, with the key as data', async () => {
    const error = async (path: string) => ((await json(path, 404)) as { error: string }).error;
    assert.match(await error('/api/articles/none'), /no article with the key "none".*\/api\/articles/);
    assert.match(await error('/api/speakers/none'), /no speaker with the key "none".*\/api\/speakers/);
    assert.match(await error(`/api/speakers/${encodeURIComponent('<script>')}`), /"<script>"/);
    assert.match(await error('/api/nothing'), /openapi\.json/);
  });

  test('405 for anything but reading', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      const response = await get('/api/articles', { method });
      assert.equal(response.status, 405, method);
      assert.equal(response.headers.get('allow'), 'GET, HEAD');
    }
  });

  test('a record that fails gives a 500 that keeps the details in the log', async () => {
    const closed = sampleRecord([]);
    const running = await startServer({ record: closed.record, port: 0, webRoot });
    closed.remove();
    const response = await fetch(`${running.url}/api/counts`);
    assert.equal(response.status, 500);
    assert.deepEqual(await response.json(), { error: 'The record could not be read: the log of the server says why.' });
    await running.close();
  });
});

describe('what the build has compressed', () => {
  test('is sent so to browsers that take it, and as it is to others, kept by both for good', async () => {
    for (const [accepted, encoding] of [
      ['br, gzip', 'br'],
      ['identity', null],
    ] as const) {
      const response = await get('/assets/index-abc.js', { headers: { 'accept-encoding': accepted } });
      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.equal(await response.text(), 'export {};');
      assert.match(response.headers.get('cache-control')!, /immutable/);
      assert.match(response.headers.get('content-type')!, /javascript/);
      assert.match(response.headers.get('vary')!, /accept-encoding/i);
    }
  });
});

describe('security', () => {
  test('every answer carries the headers, whatever its status', async () => {
    for (const path of [
      '/',
      '/speakers',
      '/nothing',
      '/assets/index-abc.js',
      '/api/counts',
      '/api/nothing',
      '/api/search',
    ]) {
      const { headers } = await get(path);
      assert.equal(
        headers.get('content-security-policy'),
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; " +
          "font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
        path,
      );
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
      assert.equal(headers.get('referrer-policy'), 'no-referrer', path);
      assert.equal(headers.get('access-control-allow-origin'), null, path);
    }
  });

  test('on a loopback address only names of this machine are answered (DNS rebinding)', async () => {
    const { port } = new URL(server.url);
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`]) {
      assert.equal((await raw('/api/counts', { host })).status, 200, host);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      'localhost',
      'localhost:1',
      `localhost.evil.example:${port}`,
    ]) {
      const { status, body } = await raw('/api/counts', { host });
      assert.equal(status, 421, host);
      assert.match(body, /names of this machine/);
    }
  });

  test('on an address for others, every name is answered', async () => {
    const open = await startServer({ record: sample.record, port: 0, host: '0.0.0.0', webRoot });
    const { port } = new URL(open.url);
    const response = await new Promise<number>((resolve, reject) => {
      const headers = { host: `newsroom.example:${port}` };
      request({ hostname: '127.0.0.1', port, path: '/api/counts', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode!);
      })
        .on('error', reject)
        .end();
    });
    assert.equal(response, 200);
    await open.close();
  });

  test('no file outside the build is served', async () => {
    for (const path of [
      '/.secret',
      '/../package.json',
      '/..%2f..%2fpackage.json',
      '/assets/..%2f.secret',
      '/assets/',
      '//etc/passwd',
    ]) {
      const { status, body } = await raw(path);
      assert.ok(status === 403 || status === 404, `${path}: ${status}`);
      assert.doesNotMatch(body, /not for the web|"name"|root:/, path);
    }
  });
});

describe('pages', () => {
  test('the addresses of pages give the build, no other address does', async () => {
    for (const path of ['/', '/articles/abc', '/speakers', '/speakers/', '/speakers/abc', '/search?q=x', '/refusals']) {
      const response = await get(path);
      assert.equal(response.status, 200, path);
      assert.match(await response.text(), /built/, path);
      assert.equal(response.headers.get('cache-control'), 'no-cache', path);
    }
    for (const path of ['/nothing', '/assets/missing.js', '/articles', '/articles/a/b']) {
      const response = await get(path);
      assert.equal(response.status, 404, path);
      assert.doesNotMatch(await response.text(), /built/, path);
    }
  });

  test('files named by their content are kept for good', async () => {
    const response = await get('/assets/index-abc.js');
    assert.match(response.headers.get('content-type')!, /^(text|application)\/javascript/);
    assert.equal(response.headers.get('cache-control'), 'public, max-age=31536000, immutable');
  });

  test('without a build a page says what to run, and the API works', async () => {
    const running = await startServer({ record: sample.record, port: 0, webRoot: join(webRoot, 'none') });
    const page = await fetch(`${running.url}/speakers`);
    assert.equal(page.status, 503);
    assert.match(page.headers.get('content-type')!, /^text\/html/);
    assert.match(await page.text(), /npm run build:web/);
    assert.equal((await fetch(`${running.url}/api/counts`)).status, 200);
    await running.close();
  });
});

describe('listening', () => {
  test('a port in use is named', async () => {
    const port = Number(new URL(server.url).port);
    await assert.rejects(startServer({ record: sample.record, port, webRoot }), {
      message: `Another program already uses port ${port} of 127.0.0.1: stop it, or choose another port.`,
    });
  });

  test('an address of another machine is named', async () => {
    await assert.rejects(
      startServer({ record: sample.record, port: 0, host: '203.0.113.7', webRoot }),
      /no address 203\.0\.113\.7/,
    );
  });

  test('once closed it answers no more', async () => {
    const running = await startServer({ record: sample.record, port: 0, webRoot });
    assert.equal((await fetch(`${running.url}/api/counts`)).status, 200);
    await running.close();
    await assert.rejects(fetch(`${running.url}/api/counts`));
  });
});
