import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Analyzer,
  addSources,
  addToRecord,
  beginRebuild,
  createAnalyzer,
  openRecord,
  rebuildRecord,
  type WatchEvent,
  type WatchOptions,
  watch,
} from '../../src/pipeline/index.ts';
import type { RecordStore, SourceKind } from '../../src/store/index.ts';
import { temporaryFolder } from '../cli/onrecord.ts';
import { contentOf, faultsOf, onFile } from '../store/files.ts';
import { failing, giving, pageOf, rssOf, type Site, startSite } from './site.ts';

const BEGIN = Date.parse('2031-05-04T10:00:00Z');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

let analyzer: Analyzer;
before(async () => {
  analyzer = await createAnalyzer();
});

/** A record that is watched at times that a test chooses. */
class Watched {
  readonly path: string;
  readonly record: RecordStore;

  constructor(test: TestContext) {
    this.path = join(temporaryFolder(test), 'r.db');
    this.record = openRecord(this.path);
    test.after(() => this.record.close());
  }

  add(url: string, kind: SourceKind = 'feed', outlet = 'Ardal Herald'): void {
    const source = { url, kind, title: null, site: null, folders: [], outlet };
    this.record.addSource(source, new Date(BEGIN).toISOString());
  }

  /** Does what is due so long after the beginning, in a process of its own as far as memory goes. */
  async at(ms: number, options: WatchOptions = {}): Promise<WatchEvent[]> {
    // Time stands still, and whoever waits lets others go on.
    const clock = { now: () => BEGIN + ms, wait: () => wait(2), random: () => 0 };
    const events: WatchEvent[] = [];
    const usual = { once: true, allowPrivate: true, delayMs: 0, clock };
    for await (const event of watch(this.record, analyzer, { ...usual, ...options })) events.push(event);
    return events;
  }

  outcomes(): string[] {
    return this.record
      .attempts({ limit: 500 })
      .items.map(({ part, outcome }) => `${part} ${outcome}`)
      .reverse();
  }
}

async function siteWith(
  test: TestContext,
  entries: Parameters<typeof rssOf>[0] | ((site: Site) => Parameters<typeof rssOf>[0]),
) {
  const site = await startSite(test);
  const listed = typeof entries === 'function' ? entries(site) : entries;
  site.answers.set(
    '/feed.xml',
    giving('application/rss+xml', () => rssOf(listed)),
  );
  const watched = new Watched(test);
  watched.add(`${site.origin}/feed.xml`);
  return { site, watched };
}

const of = (path: string, asked: readonly string[]): string[] => asked.filter((one) => one.startsWith(`${path} `));

describe('watch', () => {
  it('asks a source, fetches what it announces once, and looks at it again ever more rarely', async (test) => {
    const published = new Date(BEGIN - MINUTE).toISOString();
    const { site, watched } = await siteWith(test, ({ origin }) => [{ link: `${origin}/a?utm_source=rss`, published }]);
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(100)),
    );
    const events = await watched.at(0);
    assert.deepEqual(
      events.map(({ what }) => what),
      ['source', 'item'],
    );
    assert.equal(watched.record.counts().articles, 1);
    assert.deepEqual(site.asked, ['/feed.xml 200', '/a 200']);
    assert.deepEqual(await watched.at(MINUTE), []);
    for (let ms = 5 * MINUTE; ms < 6 * DAY; ms += 20 * MINUTE) await watched.at(ms);
    assert.deepEqual(of('/a', site.asked), ['/a 200', '/a 304', '/a 304', '/a 304', '/a 304', '/a 304']);
    assert.deepEqual(new Set(of('/feed.xml', site.asked).slice(1)), new Set(['/feed.xml 304']));
    assert.equal(watched.record.counts().articles, 1);
  });

  it('looks at once at what a source says has changed, and keeps that as a revision', async (test) => {
    let tons = 100;
    let updated = '2031-05-04T09:00:00Z';
    const site = await startSite(test);
    site.answers.set(
      '/feed.xml',
      giving('text/xml', () => rssOf([{ link: `${site.origin}/a`, published: '2031-05-04T09:00:00Z', updated }])),
    );
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(tons)),
    );
    const watched = new Watched(test);
    watched.add(`${site.origin}/feed.xml`);
    await watched.at(0);
    tons = 250;
    updated = '2031-05-04T10:20:00Z';
    await watched.at(30 * MINUTE);
    const [article] = watched.record.articles().items;
    assert.deepEqual([article!.revision, article!.revisions], [2, 2]);
    assert.match(watched.record.article(article!.key)!.text, /250 tons/);
    // An earlier time, as from another source, is no change.
    updated = '2031-05-04T08:00:00Z';
    const before = of('/a', site.asked).length;
    await watched.at(55 * MINUTE);
    assert.equal(of('/a', site.asked).length, before);
  });

  it('takes an article once that several sources announce, under any address that leads to it', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [
      { link: `${origin}/a?fbclid=1` },
      { link: `${origin}/short/1` },
    ]);
    const digest = rssOf([
      { link: `${site.origin}/a#top`, publisher: 'Kolm Courier' },
      { link: `${site.origin}/other` },
    ]);
    site.answers.set(
      '/digest.xml',
      giving('text/xml', () => digest),
    );
    site.answers.set('/short/1', failing(301, { location: '/a' }));
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(100, `${site.origin}/a`)),
    );
    site.answers.set(
      '/other',
      giving('text/html', () => pageOf(100, `${site.origin}/a`)),
    );
    watched.add(`${site.origin}/digest.xml`, 'feed', 'Valley Digest');
    await watched.at(0);
    assert.equal(watched.record.counts().articles, 1);
    const [article] = watched.record.articles().items;
    assert.equal(article!.revisions, 1);
    const announced = watched.record.announcements(article!.key);
    assert.deepEqual(new Set(announced.map(({ outlet }) => outlet)), new Set(['Ardal Herald', 'Valley Digest']));
    const asked = site.asked.length;
    await watched.at(12 * MINUTE);
    // Of the four addresses one is looked at again; the sources are due as well.
    const again = site.asked.slice(asked).filter((one) => !one.includes('.xml'));
    assert.equal(again.length, 1, again.join());
  });

  it('keeps who published it first, as the source says, and counts it for that outlet', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [
      { link: `${origin}/a`, publisher: 'Kolm Courier' },
    ]);
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(100)),
    );
    await watched.at(0);
    const [article] = watched.record.articles().items;
    const [announced] = watched.record.announcements(article!.key);
    assert.deepEqual(announced!.publisher, { name: 'Kolm Courier', url: 'https://publisher.example/rss' });
    const courier = watched.record.health().find(({ outlet }) => outlet === 'Kolm Courier')!;
    assert.deepEqual([courier.tried, courier.whole], [1, 1]);
  });

  it('leaves a host alone for as long as it asks, also in the next process', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [{ link: `${origin}/a` }, { link: `${origin}/b` }]);
    site.answers.set('/a', failing(429, { 'retry-after': '3600' }));
    site.answers.set(
      '/b',
      giving('text/html', () => pageOf(1)),
    );
    await watched.at(0);
    assert.deepEqual(site.asked, ['/feed.xml 200', '/a 429']);
    await watched.at(30 * MINUTE);
    assert.equal(site.asked.length, 2);
    site.answers.set(
      '/a',
      giving('text/html', () => pageOf(2)),
    );
    await watched.at(61 * MINUTE);
    assert.equal(watched.record.counts().articles, 2);
  });

  it('tries what may pass again, ever more rarely, and gives each failure its outcome', async (test) => {
    const paths = ['/broken', '/missing', '/private/x', '/photo', '/shell', '/menu'];
    const { site, watched } = await siteWith(test, ({ origin }) => paths.map((path) => ({ link: origin + path })));
    const html = (body: string) => giving('text/html', () => `<html>${body}</html>`);
    site.answers.set(
      '/robots.txt',
      giving('text/plain', () => 'User-agent: *\nDisallow: /private/'),
    );
    site.answers.set('/broken', failing(404));
    site.answers.set(
      '/photo',
      giving('image/jpeg', () => 'a picture'),
    );
    site.answers.set('/shell', html('<head><script src="/a.js"></script></head><body><div id="root"></div></body>'));
    site.answers.set('/menu', html('<body><nav><a href="/">Home</a></nav></body>'));
    site.answers.set('/broken', failing(500));
    for (let ms = 0; ms < 12 * DAY; ms += 3 * HOUR) await watched.at(ms);
    const outcomes = new Map(
      watched.record
        .attempts({ limit: 500, failed: true })
        .items.map(({ url, outcome }) => [url.replace(site.origin, ''), outcome]),
    );
    assert.deepEqual(Object.fromEntries(outcomes), {
      '/broken': 'unreachable',
      '/missing': 'not found',
      '/private/x': 'robots',
      '/photo': 'wrong type',
      '/shell': 'needs JavaScript',
      '/menu': 'no article text',
    });
    const tries = of('/broken', site.asked).length;
    assert.ok(tries >= 8 && tries <= 25, `tried ${tries} times in a week`);
    assert.equal(of('/missing', site.asked).length, 3, 'announced too early: two more chances');
    for (const path of ['/photo', '/shell']) assert.equal(of(path, site.asked).length, 1, path);
    assert.deepEqual(of('/private/x', site.asked), []);
    const [health] = watched.record.health();
    assert.deepEqual([health!.tried, health!.whole], [6, 0]);
    const pages = health!.parts.find(({ part }) => part === 'page')!;
    assert.equal(pages.failing!.since, new Date(BEGIN).toISOString());
    assert.match(pages.failing!.reason, /\.$/);
  });

  it('asks a source that fails more and more rarely and says since when; then all is well', async (test) => {
    const { site, watched } = await siteWith(test, []);
    const feed = site.answers.get('/feed.xml')!;
    await watched.at(0);
    site.answers.set('/feed.xml', failing(503));
    for (let ms = HOUR; ms < 10 * DAY; ms += HOUR) await watched.at(ms);
    const [source] = watched.record.sources();
    assert.equal(source!.failingSince, new Date(BEGIN + HOUR).toISOString());
    assert.match(source!.reason!, /status 503/);
    const tries = of('/feed.xml', site.asked).length;
    assert.ok(tries > 10 && tries < 40, `${tries} times in ten days`);
    site.answers.set('/feed.xml', feed);
    await watched.at(12 * DAY);
    assert.equal(watched.record.sources()[0]!.failingSince, null);
    assert.equal(watched.record.health()[0]!.parts[0]!.failing, null);
  });

  it('heeds how often a feed wants to be asked', async (test) => {
    const { site, watched } = await siteWith(test, []);
    site.answers.set(
      '/feed.xml',
      giving('text/xml', () => rssOf([], '<ttl>120</ttl><skipHours><hour>12</hour><hour>13</hour></skipHours>')),
    );
    await watched.at(0);
    for (let ms = MINUTE; ms < 5 * HOUR; ms += 10 * MINUTE) await watched.at(ms);
    // Two hours later it is noon, and until two it is to be left alone.
    const second = watched.record.attempts({ limit: 10 }).items.at(-2);
    assert.equal(second!.at, new Date(BEGIN + 4 * HOUR + MINUTE).toISOString());
  });

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
    for await (const _ of addToRecord(watched.record, analyzer, inputs, { allowPrivateAddresses: true }));
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
      for await (const _ of rebuildRecord(beginRebuild(from, to), analyzer));
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
