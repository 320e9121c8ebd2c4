import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { beginRebuild, openRecord, originsOfStatement, rebuildRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { failing, giving, pageOf, rssOf, startSite } from './site.ts';
import { BEGIN, DAY, HOUR, MINUTE, of, siteWith, theAnalyzer, Watched } from './watched.ts';

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

  it('takes that for whom the article is credited to, also when the record is made anew', async (test) => {
    const { site, watched } = await siteWith(test, ({ origin }) => [
      { link: `${origin}/a`, publisher: 'Kolm Courier' },
      { link: `${origin}/b` },
    ]);
    for (const [at, path] of ['/a', '/b'].entries()) {
      site.answers.set(
        path,
        giving('text/html', () => pageOf(100 + at)),
      );
    }
    await watched.at(0);
    const credited = (record: RecordStore) =>
      record.articles().items.map(({ key, credit, location }) => ({
        path: new URL(location).pathname,
        credit,
        credits: record.sourcing(key)!.credits.map(({ outlet, kind, whole }) => [outlet, kind, whole]),
        evidence: originsOfStatement(record, record.article(key)!.attributions[0]!.key)!.origins.flatMap(({ steps }) =>
          steps.map((step) => step.evidence),
        ),
      }));
    const before = credited(watched.record);
    assert.deepEqual(
      before.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
      [
        {
          path: '/a',
          credit: 'Kolm Courier',
          credits: [['Kolm Courier', 'publisher', true]],
          evidence: ['the publisher credits Kolm Courier'],
        },
        { path: '/b', credit: null, credits: [], evidence: [] },
      ],
    );
    const to = `${watched.path}.new`;
    for await (const _ of rebuildRecord(beginRebuild(watched.path, to), await theAnalyzer()));
    const anew = openRecord(to, { readOnly: true });
    test.after(() => anew.close());
    assert.deepEqual(credited(anew), before);
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
});
