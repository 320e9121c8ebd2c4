import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { addSources, addToRecord, beginRebuild, rebuildRecord } from '../../src/pipeline/index.ts';
import { contentOf, faultsOf, onFile } from '../store/files.ts';
import { failing, giving, pageOf, rssOf, startSite } from './site.ts';
import { BEGIN, DAY, HOUR, MINUTE, of, siteWith, theAnalyzer, Watched } from './watched.ts';

describe('watch, of other sources', () => {
  it('takes of a sitemap what is new, and the recent ones of an index', async (test) => {
    const site = await startSite(test);
    const sitemap = (...urls: string[]) =>
      `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls.join('')}</urlset>`;
    const url = (path: string, lastmod?: string) =>
      `<url><loc>${site.origin}${path}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`;
    let listed = [url('/new', '2031-05-04'), url('/old', '2029-01-01'), url('/undated')];
    site.answers.set(
      '/sitemap.xml',
      giving('text/xml', () => sitemap(...listed)),
    );
    site.answers.set(
      '/index.xml',
      giving(
        'text/xml',
        () =>
          `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>${site.origin}/sitemap.xml</loc><lastmod>2031-05-04</lastmod></sitemap><sitemap><loc>${site.origin}/2029.xml</loc><lastmod>2029-05-04</lastmod></sitemap></sitemapindex>`,
      ),
    );
    for (const path of ['/new', '/old', '/undated', '/later'])
      site.answers.set(
        path,
        giving('text/html', () => pageOf(path.length)),
      );
    const watched = new Watched(test);
    watched.add(`${site.origin}/index.xml`, 'sitemap');
    await watched.at(0);
    await watched.at(MINUTE);
    assert.deepEqual(site.asked, ['/index.xml 200', '/sitemap.xml 200', '/new 200']);
    listed = [...listed, url('/later')];
    await watched.at(HOUR);
    assert.equal(of('/later', site.asked).length, 1);
    assert.equal(of('/old', site.asked).length + of('/undated', site.asked).length, 0);
    watched.record.removeSource(`${site.origin}/index.xml`, new Date(BEGIN).toISOString());
    assert.deepEqual(watched.record.sources(), [], 'with what it lists');
  });

  it('looks at a page that is watched itself again and again', async (test) => {
    let tons = 100;
    const site = await startSite(test);
    site.answers.set(
      '/live',
      giving('text/html', () => pageOf(tons)),
    );
    const watched = new Watched(test);
    watched.add(`${site.origin}/live`, 'page');
    await watched.at(0);
    tons = 200;
    for (let day = 10; day < 14; day++) await watched.at(day * DAY);
    assert.equal(watched.record.articles().items[0]!.revisions, 2);
  });

  it('asks nothing any more of a source that was removed, and goes on when it is added again', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [{ link: `${origin}/a` }]);
    site.answers.set('/a', failing(500));
    await watched.at(0);
    const { url } = watched.record.removeSource('1', new Date(BEGIN).toISOString())!;
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(1)),
    );
    const asked = site.asked.length;
    assert.deepEqual(await watched.at(DAY), []);
    assert.equal(site.asked.length, asked);
    assert.equal(watched.record.nextDue(new Date(BEGIN + DAY).toISOString()), null);
    watched.add(url);
    site.answers.set(
      '/feed.xml',
      giving('text/xml', () => rssOf([{ link: `${site.origin}/a` }], '<ttl>5</ttl>')),
    );
    await watched.at(2 * DAY);
    assert.equal(watched.record.counts().articles, 1);
  });

  it('reads again in full what was cut off', async (test) => {
    const { site, watched } = await siteWith(test, []);
    const whole = rssOf([{ link: `${site.origin}/a` }, { link: `${site.origin}/b` }]);
    let body = whole.slice(0, whole.indexOf('/b'));
    site.answers.set('/feed.xml', (request, response) => {
      const isSame = request.headers['if-none-match'] === '"x"';
      response.writeHead(isSame ? 304 : 200, { 'content-type': 'text/xml', etag: '"x"' }).end(isSame ? '' : body);
    });
    const [first] = await watched.at(0);
    assert.ok(first?.what === 'source' && first.problems.length > 0);
    body = whole;
    await watched.at(HOUR);
    assert.equal(of('/b', site.asked).length, 1);
  });

  it('ends when it is told to, and what is under way is done the next time', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [{ link: `${origin}/slow` }]);
    const stop = new AbortController();
    site.answers.set('/slow', () => stop.abort());
    const events = await watched.at(0, { signal: stop.signal });
    assert.deepEqual(
      events.map(({ what }) => what),
      ['source'],
    );
    assert.deepEqual(watched.outcomes(), ['list ok']);
    site.answers.set(
      '/slow',
      giving('text/html', () => pageOf(1)),
    );
    await watched.at(MINUTE);
    assert.equal(watched.record.counts().articles, 1);
  });

  it('keeps an attempt for each address that is added by hand, and does not fetch it again', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [{ link: `${origin}/a` }]);
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(1)),
    );
    const inputs = [`${site.origin}/a?utm_source=mail`, `${site.origin}/gone`];
    for await (const _ of addToRecord(watched.record, await theAnalyzer(), inputs, { allowPrivateAddresses: true }));
    assert.deepEqual(watched.outcomes(), ['page ok', 'page not found']);
    const [gone] = watched.record.attempts().items;
    assert.equal(gone!.outlet, 'Ardal Herald', 'the outlet that is watched at this host');
    await watched.at(0);
    assert.equal(site.asked.filter((one) => one.startsWith('/a')).length, 1);
    assert.equal(watched.record.refusals().total, 1);
  });

  it('is carried over by a rebuild, byte for byte', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [
      { link: `${origin}/a`, publisher: 'Kolm Courier' },
      { link: `${origin}/b` },
      { link: `${origin}/missing` },
    ]);
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(1, `${site.origin}/a`)),
    );
    site.answers.set(
      '/b',
      giving('text/html', () => pageOf(1, `${site.origin}/a`)),
    );
    for (const ms of [0, 12 * MINUTE, HOUR, 2 * HOUR, 2 * DAY]) await watched.at(ms);
    watched.record.close();
    const { path } = watched;
    const rebuild = async (from: string, to: string) => {
      for await (const _ of rebuildRecord(beginRebuild(from, to), await theAnalyzer()));
    };
    onFile(path, (database) => database.prepare('vacuum into ?').run(`${path}.compact`));
    const bytes = readFileSync(`${path}.compact`);
    await rebuild(path, `${path}.1`);
    assert.ok(readFileSync(`${path}.1`).equals(bytes), 'the bytes of the record itself, without its gaps');
    await rebuild(`${path}.1`, `${path}.2`);
    assert.ok(readFileSync(`${path}.2`).equals(bytes), 'a rebuild of a rebuild');
    const kept = contentOf(`${path}.2`);
    for (const table of ['source', 'item', 'item_source', 'attempt', 'outlet_attempts', 'outlet_state'])
      assert.ok(kept[table]!.length > 0, table);
    assert.deepEqual(faultsOf(`${path}.2`), []);
  });
});

describe('addSources', () => {
  it('finds the feed of a page, or the sitemap of its robots.txt, and refuses what has neither', async (test) => {
    const site = await startSite(test);
    const other = await startSite(test);
    const bare = await startSite(test);
    site.answers.set(
      '/',
      giving(
        'text/html',
        () =>
          '<link rel="alternate" type="application/rss+xml" href="/gone.xml"><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      ),
    );
    site.answers.set(
      '/feed.xml',
      giving('text/xml', () => rssOf([{ link: `${site.origin}/a` }])),
    );
    other.answers.set(
      '/',
      giving('text/html', () => '<p>Hello</p>'),
    );
    other.answers.set(
      '/robots.txt',
      giving('text/plain', () => `Sitemap: ${other.origin}/map.xml`),
    );
    other.answers.set(
      '/map.xml',
      giving(
        'text/xml',
        () =>
          `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>${other.origin}/x</loc></url></urlset>`,
      ),
    );
    bare.answers.set(
      '/',
      giving('text/html', () => '<p>Hello</p>'),
    );
    const { record } = new Watched(test);
    const addresses = [
      `${site.origin}/`,
      `${other.origin}/`,
      `${bare.origin}/`,
      'ftp://ardal.example/',
      `${site.origin}/feed.xml`,
    ];
    const events = [];
    for await (const event of addSources(record, addresses, { allowPrivate: true, delayMs: 0 })) events.push(event);
    assert.deepEqual(
      events.map(({ outcome }) => outcome),
      ['added', 'added', 'refused', 'refused', 'unchanged'],
    );
    const [feed, sitemap] = record.sources();
    assert.deepEqual(
      [feed!.url, feed!.kind, feed!.outlet, feed!.announced],
      [`${site.origin}/feed.xml`, 'feed', 'Ardal Herald', 1],
    );
    assert.deepEqual([sitemap!.url, sitemap!.kind], [`${other.origin}/map.xml`, 'sitemap']);
    assert.equal(record.refusals().total, 2);
    assert.equal(record.attempts().total, 2, 'what was read then is not asked for again');
  });
});
