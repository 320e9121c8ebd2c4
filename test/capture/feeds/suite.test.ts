/** The feeds of test/fixtures/capture/feeds, each with the items that are expected of it. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type Feed, type FeedItem, readFeed } from '../../../src/capture/feeds/index.ts';
import { Refused } from '../../../src/capture/refused.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/capture/feeds/', import.meta.url));
const ENDING = '.expected.json';

interface ExpectedItem {
  readonly url: string | null;
  readonly title: string | null;
  readonly published: string | null;
  /** Names with "; " between. */
  readonly author: string | null;
  /** The name, or the address where no name is given. */
  readonly publisher: string | null;
}

interface Expected {
  readonly url: string;
  readonly contentType?: string | null;
  /** The code of the refusal, for what is no feed. */
  readonly refused?: string;
  readonly kind?: string;
  readonly truncated?: boolean;
  readonly items?: readonly ExpectedItem[];
}

const shape = ({ url, title, published, authors, originalPublisher }: FeedItem): ExpectedItem => ({
  url,
  title,
  published,
  author: authors.join('; ') || null,
  publisher: originalPublisher && (originalPublisher.name ?? originalPublisher.url),
});

/** Reads a feed, or gives the code of its refusal. Anything else that is thrown is a failure of the suite. */
function read(name: string, { url, contentType = null }: Expected): Feed | string {
  try {
    return readFeed(readFileSync(join(FOLDER, name)), { url, contentType });
  } catch (error) {
    if (error instanceof Refused) return error.code;
    throw error;
  }
}

const names = globSync(`*${ENDING}`, { cwd: FOLDER })
  .map((file) => file.slice(0, -ENDING.length))
  .sort();
const suite = names.map((name) => ({
  name,
  expected: JSON.parse(readFileSync(join(FOLDER, `${name}${ENDING}`), 'utf8')) as Expected,
}));

describe('the suite of feeds', () => {
  it('holds at least 120 feeds', () => {
    assert.ok(suite.length >= 120, `${suite.length} feeds`);
  });

  it('is read with at least 97% of the items right', (t) => {
    let [right, all] = [0, 0];
    const wrong: string[] = [];
    for (const { name, expected } of suite) {
      const feed = read(name, expected);
      const found = typeof feed === 'string' ? [] : feed.items.map(shape);
      const wanted = expected.items ?? [];
      // An item too many counts as an item that is wrong.
      for (let at = 0; at < Math.max(found.length, wanted.length); at++) {
        all += 1;
        const [is, should] = [found[at] ?? null, wanted[at] ?? null].map((item) => JSON.stringify(item));
        if (is === should) right += 1;
        else wrong.push(`${name}, item ${at + 1}\n  is     ${is}\n  should ${should}`);
      }
    }
    t.diagnostic(`${right} of ${all} items are right in ${suite.length} feeds`);
    for (const item of wrong) t.diagnostic(item);
    assert.ok(all > 350);
    assert.ok(right / all >= 0.97, `${right} of ${all} items are right:\n${wrong.join('\n')}`);
  });

  for (const { name, expected } of suite) {
    const what = expected.refused ? `refuses ${name} as “${expected.refused}”` : `knows ${name} as ${expected.kind}`;
    it(what, () => {
      const feed = read(name, expected);
      if (expected.refused || typeof feed === 'string') {
        assert.equal(feed, expected.refused);
      } else {
        assert.deepEqual([feed.kind, feed.truncated], [expected.kind, expected.truncated]);
        assert.equal(
          feed.truncated,
          feed.problems.some((problem) => /^it ends before its end/.test(problem)),
        );
      }
    });
  }
});
