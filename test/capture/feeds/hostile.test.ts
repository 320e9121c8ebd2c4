import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import { FEED_LIMITS, readFeed, readOpml } from '../../../src/capture/feeds/index.ts';
import { read, rss, SITE } from './builders.ts';

const url = `${SITE}/feed`;
const item = (at: number): string => `<item><title>${at}</title><link>${SITE}/${at}</link></item>`;
const refused =
  (code: string) =>
  (error: unknown): boolean =>
    (error as { code?: string }).code === code;

describe('a feed that is too much', () => {
  it('is refused by its size before it is read', () => {
    assert.throws(() => readFeed(Buffer.alloc(50_000_000, '<rss>'), { url }), refused('too large'));
    assert.throws(() => readOpml(Buffer.alloc(50_000_000, '<opml>')), refused('too large'));
  });

  it('is refused when it unpacks to more than it may', () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    assert.ok(bomb.length < 100_000);
    assert.throws(() => readFeed(bomb, { url }), refused('too large'));
  });

  it('gives the items up to the limit, and says so', () => {
    const many = rss(Array.from({ length: 100_000 }, (_, at) => item(at)).join(''));
    const feed = read(many);
    assert.equal(feed.items.length, FEED_LIMITS.items);
    assert.ok(feed.truncated);
    assert.ok(feed.problems.includes(`it has more than ${FEED_LIMITS.items} items; the rest is left out`));
  });

  it('gives the items up to the limit of a JSON Feed', () => {
    const items = Array.from({ length: 60_000 }, (_, at) => ({ id: at, url: `${SITE}/${at}` }));
    const feed = read(JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items }));
    assert.equal(feed.items.length, FEED_LIMITS.items);
    assert.ok(feed.truncated);
  });

  it('stops where elements nest too deeply, and gives the items before', () => {
    for (const bomb of ['<a>'.repeat(1_000_000), '<b:c xmlns:b="x">'.repeat(100_000)]) {
      const feed = read(rss(`${item(1)}<item><title>Deep</title>${bomb}`));
      assert.deepEqual(
        feed.items.map(({ title }) => title),
        ['1'],
      );
      assert.ok(feed.truncated);
      assert.match(feed.problems.join(), /nested more than 200 deep/);
    }
  });

  it('stops where too many elements are not closed', () => {
    const feed = read(rss(`<item><title>1</title>`.repeat(100_000)));
    assert.ok(feed.items.length > 1_000 && feed.items.length < 10_000);
    assert.match(feed.problems.join(), /were not closed; the rest is not read/);
  });

  it('keeps few elements of an item that has a million', () => {
    const feed = read(rss(`<item>${'<x/>'.repeat(1_000_000)}</item>${item(2)}`));
    assert.deepEqual(
      feed.items.map(({ title }) => title),
      ['2'],
    );
    assert.match(feed.problems.join(), /more than 1000 elements/);
  });

  it('is cut in its texts', () => {
    const long = 'word '.repeat(500_000);
    const feed = read(
      rss(
        `<item><title>${long}</title><link>${SITE}/a?${'x'.repeat(10_000)}</link><description>${long}</description></item>`,
      ),
    );
    const [only] = feed.items;
    assert.equal(only?.title?.length, FEED_LIMITS.text - 1);
    assert.equal(only?.summary?.length, FEED_LIMITS.content);
    assert.equal(only?.url, null);
    assert.match(feed.problems.join(), /longer than 1000000 characters/);
  });

  it('has its problems counted beyond the first', () => {
    const feed = read(rss(Array.from({ length: 500 }, (_, at) => `<item><title>${at}</title></item>`).join('')));
    assert.equal(feed.problems.length, FEED_LIMITS.problems + 1);
    assert.equal(feed.problems.at(-1), 'and 450 more problems');
  });
});

describe('a feed that means harm', () => {
  it('has its entities neither expanded nor fetched', () => {
    const levels = Array.from({ length: 30 }, (_, at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`).join('');
    const doctype = `<!DOCTYPE rss [<!ENTITY e0 "ha">${levels}<!ENTITY file SYSTEM "file:///etc/passwd"><!ENTITY % p SYSTEM "http://127.0.0.1:1/x">%p;]>`;
    const feed = read(`${doctype}${rss(`<item><title>&e30; &file;</title><link>${SITE}/1</link></item>`)}`);
    assert.equal(feed.items[0]?.title, '&e30; &file;');
    assert.ok(feed.problems.includes('it declares entities of its own, which are not expanded'));
  });

  it('reads its markup in time that grows with its length', () => {
    // Each of these is what makes a careless reader take time that grows with the square of the length.
    const size = 200_000;
    const hostile = [
      '<'.repeat(size),
      '<![CDATA['.repeat(size / 9),
      '<!--'.repeat(size / 4),
      '<!DOCTYPE '.repeat(size / 10),
      `<rss><channel><item><title>${'&lt;script'.repeat(size / 10)}`,
      `<rss><channel><item><title>${'<![CDATA['.repeat(size / 9)}`,
      rss(`<item><title>${'&amp;lt;'.repeat(size / 8)}</title></item>`),
      rss(`<item><link>${' \n'.repeat(size / 2)}</link></item>`),
      rss(`<item><pubDate>${'4 '.repeat(size / 2)}</pubDate></item>`),
      rss(`<item ${'a="b" '.repeat(size / 6)}/>`),
      '<a>'.repeat(size / 3),
      rss(`<item><author>${'<'.repeat(size / 2)}${'@'.repeat(size / 2)}</author></item>`),
      rss(`<item><author>&lt;${'@'.repeat(400)}</author></item>`.repeat(size / 400)),
      rss(`<item><link>${' '.repeat(7_000)}x</link><guid>${' '.repeat(7_000)}x</guid></item>`.repeat(100)),
      rss(`<item><title>${'&lt;a '.repeat(1_000)}</title></item>`.repeat(50)),
      `<rss><channel><item><description><![CDATA[${'] '.repeat(8_000_000)}`,
      `{"version":"https://jsonfeed.org/version/1.1","items":[${'['.repeat(size)}`,
      `{"version":"https://jsonfeed.org/version/1.1","items":[${'{"a":'.repeat(size / 5)}`,
      `{"version":"https://jsonfeed.org/version/1.1","items":[${',{},'.repeat(size / 4)}`,
    ];
    const mixed = Buffer.concat([Buffer.from('<rss>'), Buffer.from('橋'.repeat(5_000_000)), Buffer.from([0xe9])]);
    for (const text of [...hostile, mixed]) {
      try {
        readFeed(Buffer.from(text), { url });
      } catch (error) {
        assert.ok(refused('wrong type')(error), `${text.slice(0, 60).toString()}: ${error}`);
      }
    }
  });

  it('gives no address but http and https', () => {
    const links = [
      'javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      'ftp://a.example/',
      'java\nscript:alert(1)',
      'blob:https://a.example/x',
    ];
    const feed = read(rss(links.map((link) => `<item><title>x</title><link>${link}</link></item>`).join('')));
    assert.deepEqual(
      feed.items.map((found) => found.url),
      links.map(() => null),
    );
  });
});
