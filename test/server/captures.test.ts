import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, test } from 'node:test';
import { type Analyzer, addPosted, createAnalyzer, type OpenAnalyzer, type Posted } from '../../src/pipeline/index.ts';
import { type RunningServer, startServer } from '../../src/server/index.ts';
import { ferryPage, WORDS } from './pages-to-add.ts';
import { type SampleRecord, sampleRecord } from './sample-record.ts';
import { type Answer, notItsOwn } from './sending.ts';

const URL_OF_PAGE = 'https://islander.example/news/ferry';

describe('pages that a browser hands over', () => {
  let webRoot: string;
  let analyzer: OpenAnalyzer;
  let sample: SampleRecord;
  let server: RunningServer;
  let token: string;
  let accepted: Posted[];
  /** Pages wait here until it is resolved. */
  let gate: Promise<void>;

  before(async () => {
    webRoot = mkdtempSync(join(tmpdir(), 'onrecord-web-'));
    writeFileSync(join(webRoot, 'index.html'), '<!doctype html><head><title>built</title></head>');
    analyzer = await createAnalyzer();
  });
  after(async () => {
    await analyzer.close();
    rmSync(webRoot, { recursive: true });
  });
  beforeEach(async () => {
    sample = sampleRecord([]);
    accepted = [];
    gate = Promise.resolve();
    server = await start();
    token = await tokenOf(server);
  });
  afterEach(async () => {
    await server.close();
    sample.remove();
  });

  const start = (host = '127.0.0.1', by: Analyzer = analyzer) =>
    startServer({
      record: sample.record,
      port: 0,
      host,
      webRoot,
      accept: async (posted) => {
        accepted.push(posted);
        await gate;
        return addPosted(sample.record, by, posted);
      },
    });

  async function tokenOf({ url }: RunningServer): Promise<string> {
    const html = await (await fetch(`${url}/capture`)).text();
    return /<meta name="onrecord-token" content="([\w-]{43})" \/>/.exec(html)![1]!;
  }

  /** Sends a page as the page /capture does, but for what is said otherwise; undefined leaves a header out. */
  function send(body: unknown, headers: Record<string, string | undefined> = {}): Promise<Answer> {
    const { hostname, port, origin } = new URL(server.url);
    const usual = { origin, 'content-type': 'application/json', 'x-onrecord-token': token };
    const all = Object.entries({ ...usual, ...headers }).filter(([, value]) => value !== undefined);
    return new Promise((resolve, reject) => {
      request(
        { hostname, port, path: '/api/captures', method: 'POST', headers: Object.fromEntries(all) },
        async (response) => {
          const text = (await response.setEncoding('utf8').toArray()).join('');
          resolve({ status: response.statusCode!, headers: response.headers, body: JSON.parse(text) });
        },
      )
        .on('error', reject)
        .end(typeof body === 'string' ? body : JSON.stringify(body));
    });
  }
  const page = { url: URL_OF_PAGE, html: ferryPage() };

  test('a page is added with what is said in it, once, and can be found', async () => {
    const { status, body } = await send({ ...page, capturedAt: '2031-03-02T09:00:00Z' });
    assert.equal(status, 200);
    const { items } = sample.record.articles();
    const attributions = items[0]!.attributions;
    assert.ok(attributions >= 2);
    assert.deepEqual(body, {
      outcome: 'added',
      article: items[0]!.key,
      title: 'Night ferry to run again',
      attributions,
      code: null,
      reason: null,
    });
    assert.equal(items[0]!.url, URL_OF_PAGE);
    assert.equal(items[0]!.capturedAt, '2031-03-02T09:00:00.000Z');
    const [found] = sample.record.search({ words: '"night ferry"' }).items;
    assert.equal(found!.words, WORDS);
    assert.equal(Buffer.from(sample.record.snapshot(items[0]!.key)!.bytes).toString(), page.html);

    const again = await send(page);
    assert.deepEqual(again.body, { ...body, outcome: 'unchanged', attributions: null });
    assert.equal(sample.record.articles().total, 1);
  });

  test('a page whose words were changed since is a revision, with a key of its own', async () => {
    const first = await send({ ...page, capturedAt: '2031-03-02T09:00:00Z' });
    const html = page.html.replace('the first of March', 'the second week of April');
    const { body } = await send({ ...page, html, capturedAt: '2031-03-03T09:00:00Z' });
    assert.equal(body.outcome, 'revised');
    assert.notEqual(body.article, first.body.article);
    assert.match(sample.record.article(body.article as string)!.text, /second week of April/);
    assert.ok((body.attributions as number) >= 2);
  });

  test('a file that a browser saved is added by the address given', async () => {
    const bytes = Buffer.from(ferryPage().replace('utf-8', 'iso-8859-1').replace('Odile', 'Odél'), 'latin1');
    const { body } = await send({ url: URL_OF_PAGE, file: { name: 'ferry.html', bytes: bytes.toString('base64') } });
    assert.equal(body.outcome, 'added');
    assert.match(sample.record.article(body.article as string)!.text, /Harbour master Odél Varnay/);
  });

  test('a page without an article is refused with its reason, and the record keeps that', async () => {
    const { status, body } = await send({ url: URL_OF_PAGE, html: '<nav><a href="/">Home</a></nav>' });
    assert.equal(status, 200);
    const [kept] = sample.record.refusals().items;
    assert.deepEqual([kept!.input, kept!.code, kept!.reason], [URL_OF_PAGE, body.code, body.reason]);
    assert.deepEqual([body.outcome, body.article, body.code], ['refused', null, 'no article text']);
  });

  test('an address that is no page of the net is refused by name', async () => {
    for (const url of ['file:///etc/passwd', 'javascript:alert(1)', 'data:text/html,x', 'ferry']) {
      const { body } = await send({ ...page, url });
      assert.equal(body.outcome, 'refused', url);
      assert.equal(sample.record.refusals().items[0]!.input, url);
    }
    assert.equal(sample.record.articles().total, 0);
  });

  test('an analyser that fails refuses the page, and the record keeps that', async () => {
    const broken = await start('127.0.0.1', {
      analyze: async () => {
        throw new Error('the model is gone');
      },
    });
    const own = server;
    [server, token] = [broken, await tokenOf(broken)];
    const { body } = await send(page);
    [server] = [own];
    await broken.close();
    assert.deepEqual([body.outcome, body.code], ['refused', 'not analysed']);
    assert.match(body.reason as string, /the model is gone/);
    assert.equal(sample.record.refusals().items[0]!.code, 'not analysed');
  });

  test('what no page of this server sent is turned away, and no word of it is read', async () => {
    for (const [headers, status, error] of notItsOwn(server, token, /\/capture/)) {
      const answer = await send(page, headers);
      assert.equal(answer.status, status, JSON.stringify(headers));
      assert.match(answer.body.error!, error);
      assert.equal(answer.headers['access-control-allow-origin'], undefined);
    }
    assert.deepEqual(accepted, []);
    assert.equal(sample.record.counts().articles, 0);
    assert.equal((await send(page, { 'content-type': 'application/json; charset=utf-8' })).status, 200);
  });

  test('no other site is told that it may send anything (CORS)', async () => {
    const headers = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const response = await fetch(`${server.url}/api/captures`, { method: 'OPTIONS', headers });
    assert.equal(response.status, 405);
    for (const [name] of response.headers) assert.ok(!name.startsWith('access-control-'), name);
  });

  test('what is not in the shape of a page is a 400 that names what is wrong', async () => {
    const wrong: readonly (readonly [unknown, RegExp])[] = [
      ['{', /JSON/i],
      ['', /JSON/i],
      [[], /a JSON object with "url" and "html"/],
      [{}, /either "html" or "file"/],
      [{ html: page.html }, /with its "url"/],
      [{ ...page, file: { name: 'x', bytes: '' } }, /either "html" or "file"/],
      [{ ...page, html: 3 }, /field "html" must be a string/],
      [{ ...page, title: 'x' }, /no field called "title"/],
      [{ ...page, capturedAt: 'yesterday' }, /field "capturedAt" must be an ISO 8601 date/],
      [{ url: URL_OF_PAGE, file: { name: 'x.html', bytes: '<p>' } }, /must be base64/],
    ];
    for (const [body, error] of wrong) {
      const answer = await send(body);
      assert.equal(answer.status, 400, JSON.stringify(body));
      assert.match(answer.body.error!, error);
    }
    assert.deepEqual(accepted, []);
  });

  test('a page larger than a capture may be is refused, and one larger than that is not read', async () => {
    const { body } = await send({ url: URL_OF_PAGE, html: 'a'.repeat(20_000_001) });
    assert.deepEqual([body.outcome, body.code], ['refused', 'too large']);
    accepted = [];
    const answer = await send({ url: URL_OF_PAGE, html: 'a'.repeat(40_100_000) });
    assert.equal(answer.status, 413);
    assert.match(answer.body.error!, /too large/i);
    assert.deepEqual(accepted, []);
  });

  test('pages are read one at a time, few wait, and what is too many is told so', async () => {
    const opened = Promise.withResolvers<void>();
    gate = opened.promise;
    const urls = [1, 2, 3, 4].map((n) => `${URL_OF_PAGE}/${n}`);
    const sent = urls.map((url) => send({ ...page, url }));
    while (accepted.length < 1) await new Promise((resolve) => setImmediate(resolve));
    let late = await send({ ...page, url: `${URL_OF_PAGE}/5` });
    // The four may still be on their way when the fifth comes; then that one has a place of theirs.
    while (late.status !== 503) late = await send({ ...page, url: `${URL_OF_PAGE}/5` });
    assert.match(late.body.error!, /try again/);
    assert.equal(late.headers['retry-after'], '5');
    assert.equal(accepted.length, 1, 'one is being read, and the others wait');
    opened.resolve();
    const answers = await Promise.all(sent);
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
    assert.equal(sample.record.articles().total, 4);
    assert.equal((await send({ ...page, url: `${URL_OF_PAGE}/6` })).status, 200, 'there is room again');
  });

  test('the token is another one at each start, and nothing keeps a page that holds it', async () => {
    const other = await start();
    assert.notEqual(await tokenOf(other), token);
    await other.close();
    for (const path of ['/', '/capture', '/articles/x']) {
      const response = await fetch(server.url + path);
      assert.equal(response.headers.get('cache-control'), 'no-store', path);
      assert.match(await response.text(), /onrecord-token/, path);
    }
  });

  test('only the page /capture may be spoken to by the page that opened it', async () => {
    const policy = async (path: string) => (await fetch(server.url + path)).headers.get('cross-origin-opener-policy');
    assert.equal(await policy('/capture'), 'unsafe-none');
    for (const path of ['/', '/speakers', '/api/counts']) assert.equal(await policy(path), 'same-origin', path);
  });

  test('where others reach the server it answers to addresses in figures alone', async (t) => {
    const open = await start('0.0.0.0');
    const { port } = new URL(open.url);
    const statusFor = (host: string): Promise<number> =>
      new Promise((resolve, reject) => {
        request({ hostname: '127.0.0.1', port, path: '/capture', headers: { host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode!);
        })
          .on('error', reject)
          .end();
      });
    t.after(() => open.close());
    for (const host of [`192.0.2.7:${port}`, `[2001:db8::7]:${port}`, `localhost:${port}`]) {
      assert.equal(await statusFor(host), 200, host);
    }
    for (const host of ['newsroom.example', `127.0.0.1.evil.example:${port}`, `evil@192.0.2.7:${port}`]) {
      assert.equal(await statusFor(host), 421, `"${host}"`);
    }
  });

  test('a server that was not told to accept pages takes none', async () => {
    const reading = await startServer({ record: sample.record, port: 0, webRoot });
    const response = await fetch(`${reading.url}/api/captures`, {
      method: 'POST',
      headers: { origin: reading.url, 'content-type': 'application/json', 'x-onrecord-token': token },
      body: JSON.stringify(page),
    });
    assert.equal(response.status, 405);
    const html = await (await fetch(`${reading.url}/capture`)).text();
    assert.doesNotMatch(html, /onrecord-token/);
    assert.equal((await fetch(`${reading.url}/capture`)).headers.get('cross-origin-opener-policy'), 'same-origin');
    await reading.close();
    assert.equal(sample.record.articles().total, 0);
  });
});
