import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPage } from '../../src/capture/page/index.ts';
import { Refused } from '../../src/capture/refused.ts';
import { SENTENCES } from './inputs.ts';

const ARTICLE = `<article><h1>Talks go on</h1>${SENTENCES.map((each) => `<p>${each}</p>`).join('')}</article>`;
const data = (json: string): string => `<script type="application/ld+json">${json}</script>`;
const many = (count: number, make: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => make(i)).join('');

describe('hostile markup around an article', () => {
  /** Each leaves the article as it is, or is refused for what it has too much of. */
  const cases: readonly (readonly [what: string, html: string, refused: RegExp | null])[] = [
    ['attributes in capitals', `<p ${many(60_000, (i) => `A${i} `)}></p>${ARTICLE}`, null],
    ['a million attributes', `<p ${many(1_000_000, (i) => `a${i} `)}></p>${ARTICLE}`, /more than 70000/],
    ['data nested without end', data('['.repeat(1_000_000)) + ARTICLE, null],
    ['broken data without end', data('{"a":"b" '.repeat(200_000)) + ARTICLE, null],
    [
      'two hundred scripts of data',
      many(200, () => data(`{"@graph":[${'{"@type":"Article"},'.repeat(200)}]}`)) + ARTICLE,
      null,
    ],
    [
      'a hundred thousand posts in data',
      data(`{"@type":"LiveBlogPosting","liveBlogUpdate":[${'{"headline":"x"},'.repeat(100_000)}]}`) + ARTICLE,
      null,
    ],
    [
      'a text in data that is larger than a page',
      data(JSON.stringify({ '@type': 'Article', articleBody: '<p><b>x</b>'.repeat(100_000) })) + ARTICLE,
      null,
    ],
    [
      'times in lists in lists',
      `<div class="live-blog">${'<ul><li><time>1:00</time>'.repeat(200)}</div>${ARTICLE}`,
      null,
    ],
    [
      'twenty thousand times',
      `<div class="live-blog">${many(20_000, (i) => `<time datetime="2031-05-03">${i}</time>`)}</div>${ARTICLE}`,
      null,
    ],
    [
      'ten thousand pull quotes',
      many(10_000, (i) => `<aside class="pullquote">What ${i} of them said to us</aside>`) + ARTICLE,
      null,
    ],
    ['pull quotes in pull quotes', `${'<div class="pull-quote">'.repeat(300)}x${'</div>'.repeat(300)}${ARTICLE}`, null],
    [
      'ten thousand marks of one author',
      many(10_000, () => '<i itemprop="author"><b itemprop="name">x</b></i>') + ARTICLE,
      null,
    ],
    ['ten thousand links to the front page', many(10_000, (i) => `<a href="/" rel="home">x${i}</a>`) + ARTICLE, null],
    ['a headline of a million words', `<title>${'word '.repeat(200_000)}</title>${ARTICLE}`, null],
  ];
  for (const [what, html, refused] of cases) {
    it(`of ${what} ends in ${refused ? 'a refusal' : 'the article'}`, { timeout: 60_000 }, () => {
      if (refused) {
        assert.throws(
          () => readPage(html, null),
          (error) => error instanceof Refused && refused.test(error.message),
        );
        return;
      }
      const { text } = readPage(html, null);
      for (const sentence of SENTENCES) assert.ok(text.includes(sentence));
    });
  }

  it('names no address of another site, and none that is no page', () => {
    const links =
      '<link rel="canonical" href="https://other.example/x"><link rel="amphtml" href="javascript:alert(1)">';
    const { url, details } = readPage(`<head>${links}</head>${ARTICLE}`, 'https://own.example/y');
    assert.deepEqual([url, details.canonical, details.amp], ['https://own.example/y', null, null]);
  });
});
