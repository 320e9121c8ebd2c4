import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { discoverFeeds, discoverSitemaps } from '../../../src/capture/feeds/index.ts';

const PAGE = 'https://courier.example/news/today';
const urls = (html: string): string[] => discoverFeeds(html, PAGE).map(({ url }) => url);

describe('feeds of a page', () => {
  it('are found with their titles and types', () => {
    const html = `<!doctype html><html><head>
      <link rel="stylesheet" href="/s.css"><link rel="alternate" hreflang="de" href="/de/">
      <link rel="alternate" type="application/rss+xml" title="Courier &amp; Sons" href="/feed/">
      <link rel='ALTERNATE home' type='application/atom+xml; charset=utf-8' href='atom.xml'>
      <link rel=alternate type=application/feed+json href=https://courier.example/feed.json>
      <link rel="alternate" type="application/json" title="JSON" href="https://courier.example/wp-json/wp/v2/pages/9">
      <link rel="alternate" type="application/json+oembed" href="/oembed?url=feed"></head><body></body></html>`;
    assert.deepEqual(discoverFeeds(html, PAGE), [
      { url: 'https://courier.example/feed/', title: 'Courier & Sons', type: 'application/rss+xml' },
      { url: 'https://courier.example/news/atom.xml', title: null, type: 'application/atom+xml' },
      { url: 'https://courier.example/feed.json', title: null, type: 'application/feed+json' },
    ]);
  });

  it('of comments come last', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title="Courier » Comments Feed" href="/comments/feed/">
      <link rel="alternate" type="application/rss+xml" title="Today: Kommentare" href="/today/k">
      <link rel="alternate" type="application/rss+xml" title="Courier" href="/feed/">`;
    assert.equal(urls(html)[0], 'https://courier.example/feed/');
    assert.equal(urls(html).length, 3);
  });

  it('are relative to the base of the page, which is the first that it gives', () => {
    const html = '<base href="/root/"><base href="https://evil.example/"><link rel=feed href="rss">';
    assert.deepEqual(urls(html), ['https://courier.example/root/rss']);
  });

  it('are found once each, and are http or https', () => {
    const link = (href: string): string => `<link rel=alternate type=application/rss+xml href="${href}">`;
    const hrefs = ['/f', 'https://courier.example/f', 'javascript:alert(1)', '', 'feed:x'];
    assert.deepEqual(urls(hrefs.map(link).join('')), ['https://courier.example/f']);
  });

  it('are not found in comments and scripts', () => {
    const link = '<link rel=alternate type=application/rss+xml href=/f>';
    assert.deepEqual(urls(`<!-- ${link} --><script>"${link}"</script><textarea>${link}</textarea>`), []);
  });

  it('are bounded', () => {
    const many = Array.from({ length: 1_000 }, (_, at) => `<link rel=feed href=/${at}>`).join('');
    assert.equal(urls(many).length, 200);
    assert.deepEqual(urls(`<link rel=feed href=/a>${'<div>'.repeat(1_000_000)}<link rel=feed href=/b>`), [
      'https://courier.example/a',
    ]);
  });
});

describe('sitemaps of a robots.txt', () => {
  it('are found with news first', () => {
    const robots = `\uFEFFSitemap: https://courier.example/sitemap.xml\r\nUser-agent: *\r\nDisallow: /x\r\n sitemap : /relative.xml # ours\rSITEMAP:https://courier.example/news-sitemap.xml
# Sitemap: https://courier.example/old.xml\nSitemap:\nSitemap: ftp://courier.example/x\nSitemap: https://courier.example/sitemap.xml`;
    assert.deepEqual(discoverSitemaps(robots, 'https://courier.example/robots.txt'), [
      { url: 'https://courier.example/news-sitemap.xml', title: null, type: 'application/xml' },
      { url: 'https://courier.example/sitemap.xml', title: null, type: 'application/xml' },
      { url: 'https://courier.example/relative.xml', title: null, type: 'application/xml' },
    ]);
  });

  it('are bounded', () => {
    const robots = Array.from({ length: 1_000 }, (_, at) => `Sitemap: https://courier.example/${at}`).join('\n');
    assert.equal(discoverSitemaps(robots, PAGE).length, 200);
  });
});
