import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { jsonLines, onrecord, temporaryFolder } from './onrecord.ts';

const PAGE = `<html lang="en"><head><title>Harbour ships grain</title></head><body><article><h1>Harbour ships grain</h1>
<p>Minister Vera Kolmar said on Monday that the harbour had shipped a hundred tons of grain before the winter came.</p>
<p>“We are glad of every ton,” Kolmar told reporters, adding that the ships would sail again early in the spring.</p>
</article></body></html>`;

async function startSite(test: TestContext): Promise<string> {
  const server = createServer((request, response) => {
    const origin = `http://${request.headers.host}`;
    const give = (type: string, body: string) => response.writeHead(200, { 'content-type': type }).end(body);
    if (request.url === '/') give('text/html', '<link rel="alternate" type="application/rss+xml" href="/feed.xml">');
    else if (request.url === '/a') give('text/html', PAGE);
    else if (request.url === '/feed.xml') {
      const items = ['a', 'gone'].map(
        (path) =>
          `<item><link>${origin}/${path}</link><source url="https://kolm.example/">Kolm \u001b[31mCourier</source></item>`,
      );
      give('text/xml', `<rss><channel><title>Ardal Herald</title>${items.join('')}</channel></rss>`);
    } else response.writeHead(404).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  test.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe('sources and watch', () => {
  it('add a site, fetch what it announces, and show how much came in', async (test) => {
    const [cwd, origin] = [temporaryFolder(test), await startSite(test)];
    const run = (...args: string[]) => onrecord(args, { cwd });
    const added = await run('sources', 'add', origin, 'no such', '--allow-private');
    assert.equal(added.status, 1);
    assert.match(added.stdout, /^added {2}\S+\/feed\.xml \(feed of Ardal Herald, 2 articles to fetch\)\n$/);
    assert.match(added.stderr, /no such: /);
    const watched = await run('watch', '--once', '--json', '--allow-private', '--delay', '0ms');
    assert.equal(watched.status, 1, watched.stderr);
    assert.deepEqual(
      jsonLines(watched.stdout).map(({ outcome, noted }) => [outcome, noted]),
      [
        ['ok', 'added'],
        ['not found', null],
      ],
    );
    assert.match(watched.stderr, /onrecord\.db: 2 attempts, 1 article added, 1 failed\.\n$/);
    assert.deepEqual((await run('watch', '--once', '--allow-private')).stdout, '');
    const health = await run('sources', '--health');
    assert.match(health.stdout, /1 of 2 articles in whole \(50%\), 2 attempts/);
    assert.match(
      health.stdout,
      /failing since \d{4}-\d\d-\d\d \d\d:\d\d \(1 attempt\), not found: The server has no such page/,
    );
    assert.ok(!health.stdout.includes('\u001b'));
    const [article] = jsonLines((await run('articles', '--json')).stdout);
    assert.match(
      (await run('show', String(article!.key))).stdout,
      /announced by Ardal Herald on .*; first published by Kolm/,
    );
    const removed = await run('sources', 'remove', '1', '7');
    assert.deepEqual([removed.status, removed.stdout], [1, `removed  ${origin}/feed.xml\n`]);
    assert.match((await run('watch')).stderr, /No source is watched/);
  });

  it('import a list, and export it again', async (test) => {
    const cwd = temporaryFolder(test);
    const outlines =
      '<outline text="News"><outline text="Ardal &amp; Kolm" type="rss" xmlUrl="https://ardal.example/f?a=1&amp;b=2"/></outline>';
    writeFileSync(
      join(cwd, 'feeds.opml'),
      `<opml version="2.0"><body>${outlines}<outline type="rss" text="Bad" xmlUrl="ftp://x"/></body></opml>`,
    );
    const imported = await onrecord(['sources', 'import', 'feeds.opml'], { cwd });
    assert.equal(imported.status, 1, 'one of them is no source');
    assert.match(imported.stderr, /1 source added, 0 already there/);
    const again = await onrecord(['sources', 'import', 'feeds.opml'], { cwd });
    assert.match(again.stderr, /0 sources added, 1 already there/);
    const exported = await onrecord(['sources', 'export'], { cwd });
    assert.match(
      exported.stdout,
      /<outline text="News">\s*<outline type="rss" text="Ardal &amp; Kolm" xmlUrl="https:\/\/ardal\.example\/f\?a=1&amp;b=2"\/>/,
    );
    const [source] = jsonLines((await onrecord(['sources', 'export', '--format', 'json'], { cwd })).stdout);
    assert.deepEqual([source!.outlet, source!.folders], ['Ardal & Kolm', ['News']]);
    assert.equal((await onrecord(['sources', 'import', 'none.opml'], { cwd })).status, 1);
  });

  it('refuse what makes no sense', async (test) => {
    const cwd = temporaryFolder(test);
    for (const args of [
      ['watch', '--interval', '5'],
      ['watch', '--interval', '1ms'],
      ['watch', '--delay', 'soon'],
      ['sources', 'add', 'x', '--kind', 'blog'],
    ])
      assert.equal((await onrecord(args, { cwd })).status, 2, args.join(' '));
    assert.match((await onrecord(['watch'], { cwd })).stderr, /There is no record/);
  });
});
