import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { FEED_LIMITS, type Feed, readFeed, readOpml } from '../../../src/capture/feeds/index.ts';
import { Refused } from '../../../src/capture/refused.ts';
import { ENDS, madeItems, place, read, SITE, WRITERS } from './builders.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/capture/feeds/', import.meta.url));
const CODES = ['too large', 'empty', 'binary', 'wrong type'];
const url = `${SITE}/feed`;

/** What a reader gives, or null where it refuses as it says it may. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refused && CODES.includes(error.code)) return null;
    throw error;
  }
}

/** What holds for every feed that was read. */
function assertSound({ items, problems }: Feed): void {
  for (const item of items) {
    if (item.url !== null) assert.match(item.url, /^https?:\/\//);
    assert.equal(item.url === null, item.canonical === null);
    for (const date of [item.published, item.updated]) {
      if (date !== null) assert.match(date, /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/);
    }
    for (const line of [item.title, ...item.authors, ...item.categories]) {
      if (line !== null) assert.match(line, /^\S(?:[^\n]*\S)?$/);
    }
  }
  assert.ok(problems.length <= FEED_LIMITS.problems + 1);
}

/** Pieces of which feeds are made, in any order. */
const scrap = fc.constantFrom(
  ...[
    '<rss version="2.0">',
    '<channel>',
    '<item>',
    '</item>',
    '</channel>',
    '</rss>',
    '<title>',
    '</title>',
    '<link>',
    '<link/>',
  ],
  ...[
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '<entry>',
    '</entry>',
    '<a:b xmlns:a="x">',
    '</a:b>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
  ],
  ...[
    '<!DOCTYPE rss [',
    '<!ENTITY a "b">',
    ']>',
    '&a;',
    '&amp;',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
    '<?xml version="1.0"?>',
    '\0',
    '\ud800',
  ],
  ...[
    '<pubDate>',
    '</pubDate>',
    '03/04/2031',
    '2031-03-04T10:00:00Z',
    'https://made.example/x',
    '<url>',
    '<loc>',
    '<urlset>',
  ],
  ...[
    '{"version":"https://jsonfeed.org/version/1.1","items":[',
    '{"url":"/a"}',
    ',',
    ']',
    '}',
    '"',
    '\\',
    '<opml>',
    '<outline text="a">',
  ],
);

describe('any bytes', () => {
  it('are read or refused', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const feed = unlessRefused(() => readFeed(bytes, { url }));
        if (feed) assertSound(feed);
        unlessRefused(() => readOpml(bytes));
      }),
    );
  });

  it('made of pieces of feeds are read or refused', () => {
    let feeds = 0;
    fc.assert(
      fc.property(fc.array(fc.oneof(scrap, fc.string({ maxLength: 5 })), { maxLength: 40 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''));
        const feed = unlessRefused(() => readFeed(bytes, { url }));
        if (feed) {
          assertSound(feed);
          feeds += 1;
        }
        unlessRefused(() => readOpml(bytes));
      }),
      { numRuns: 1_000 },
    );
    assert.ok(feeds > 50, `only ${feeds} were feeds`);
  });

  it('changed at random places of the suite are read or refused', () => {
    const files = globSync('*', { cwd: FOLDER }).filter((name) => !name.endsWith('.expected.json'));
    const contents = files.map((name) => readFileSync(join(FOLDER, name)));
    fc.assert(
      fc.property(
        fc.constantFrom(...contents),
        fc.array(fc.tuple(place, fc.uint8Array({ maxLength: 4 })), {
          maxLength: 5,
        }),
        (content, changes) => {
          const bytes = Buffer.from(content);
          for (const [where, change] of changes)
            bytes.set(change.slice(0, bytes.length), Math.floor(where * Math.max(0, bytes.length - 4)));
          const feed = unlessRefused(() => readFeed(bytes, { url }));
          if (feed) assertSound(feed);
        },
      ),
      { numRuns: 400 },
    );
  });
});

for (const [format, write] of Object.entries(WRITERS)) {
  describe(`a valid feed (${format})`, () => {
    it('gives its items', () => {
      fc.assert(
        fc.property(madeItems, (items) => {
          const feed = read(write(items));
          assert.deepEqual(
            feed.items.map(({ title, url: address, published }) => ({ title, url: address, published })),
            items.map(({ title, path, day }) => ({
              title: title.replace(/\s+/g, ' ').trim(),
              url: `${SITE}/${path}`,
              published: `2031-03-${String(day).padStart(2, '0')}`,
            })),
          );
          assert.deepEqual([feed.truncated, feed.problems], [false, []]);
        }),
      );
    });

    it('cut anywhere, between bytes, gives the items that are whole', () => {
      let cutItems = 0;
      fc.assert(
        fc.property(madeItems, place, (items, where) => {
          const bytes = Buffer.from(write(items));
          const whole = readFeed(bytes, { url }).items;
          const left = bytes.subarray(0, Math.floor(where * (bytes.length - 1)));
          const cut = unlessRefused(() => readFeed(left, { url }));
          const count = left.toString().split(ENDS[format]!).length - 1;
          assert.ok(cut || !count, 'a feed with a whole item is not refused');
          if (!cut) return;
          assert.deepEqual(cut.items, whole.slice(0, count));
          assert.ok(cut.truncated);
          cutItems += count;
        }),
        { numRuns: 300 },
      );
      assert.ok(cutItems > 100, 'the cuts left items');
    });
  });
}
