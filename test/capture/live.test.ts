import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readPage } from '../../src/capture/page/index.ts';
import { SENTENCES } from './inputs.ts';

const [FIRST, SECOND, THIRD] = SENTENCES as [string, string, string];
const time = (hour: number): string => `2031-05-03T${String(hour).padStart(2, '0')}:00:00Z`;
const post = (text: string, hour: number, title = ''): string =>
  `<div class="live-post"><time datetime="${time(hour)}">${hour}:00</time>${title && `<h3>${title}</h3>`}<p>${text}</p></div>`;
const live = (inner: string, head = ''): string =>
  `<html><head><title>Harbour live</title>${head}</head><body><main class="live-blog"><h1>Harbour live</h1>${inner}</main></body></html>`;
const read = (html: string) => readPage(html, null);

describe('live blogs', () => {
  it('are parted into their posts in the order of the page, each with its time, title and words', () => {
    const { text, posts } = read(live(post(FIRST, 12, 'Varga speaks') + post(SECOND, 11) + post(THIRD, 10)));
    assert.deepEqual(
      posts.map(({ span, at, title }) => [text.slice(...span), at, title]),
      [
        [`Varga speaks\n\n${FIRST}`, time(12), 'Varga speaks'],
        [SECOND, time(11), null],
        [THIRD, time(10), null],
      ],
    );
    assert.equal(text, `Varga speaks\n\n${FIRST}\n\n${SECOND}\n\n${THIRD}`);
  });

  it('are told apart from articles beside lists with times', () => {
    const list = Array.from(
      { length: 5 },
      (_, i) => `<li><time datetime="${time(i)}">${i}:00</time> <a href="/a">Storm shuts schools</a></li>`,
    );
    const html = `<html><body><article><h1>Talks go on</h1>${SENTENCES.map((each) => `<p>${each}</p>`).join('')}</article><ul>${list.join('')}</ul></body></html>`;
    const { text, posts } = read(html);
    assert.deepEqual([text, posts], [SENTENCES.join('\n\n'), []]);
  });

  it('are read from structured data where the page shows nothing', () => {
    const data = {
      '@type': 'LiveBlogPosting',
      headline: 'Harbour live',
      liveBlogUpdate: SENTENCES.map((articleBody, i) => ({
        '@type': 'BlogPosting',
        headline: `Post ${i} of the day`,
        datePublished: time(i),
        articleBody,
      })),
    };
    const { text, posts } = read(
      live(
        '<p>Please switch on JavaScript.</p>',
        `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
      ),
    );
    assert.deepEqual(
      posts.map(({ span, at, title }) => [text.slice(...span), at, title]),
      SENTENCES.map((sentence, i) => [`Post ${i} of the day\n\n${sentence}`, time(i), `Post ${i} of the day`]),
    );
  });

  it('take times from structured data where the page shows hours alone', () => {
    const data = {
      '@type': 'LiveBlogPosting',
      liveBlogUpdate: SENTENCES.map((articleBody, i) => ({ datePublished: time(i), articleBody })),
    };
    const shown = SENTENCES.map(
      (sentence, i) => `<li class="entry"><span class="time">${i}:00</span><p>${sentence}</p></li>`,
    ).join('');
    const { posts } = read(
      live(`<ul>${shown}</ul>`, `<script type="application/ld+json">${JSON.stringify(data)}</script>`),
    );
    assert.deepEqual(
      posts.map(({ at }) => at),
      [time(0), time(1), time(2)],
    );
  });

  it('have spans that lie within the text, in order, and do not meet', () => {
    const sentence = fc
      .constantFrom(...SENTENCES)
      .chain((each) => fc.integer({ min: 1, max: 99 }).map((n) => each.replace('.', `, ${n} said.`)));
    const entry = fc.record({
      sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
      hour: fc.integer({ min: 0, max: 23 }),
    });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 3, maxLength: 12 }), (entries) => {
        const html = live(entries.map(({ sentences, hour }) => post(sentences.join('</p><p>'), hour)).join(''));
        const { text, posts } = read(html);
        let end = 0;
        for (const { span, at } of posts) {
          assert.ok(span[0] >= end && span[1] > span[0] && span[1] <= text.length);
          assert.equal(text.slice(...span).trim(), text.slice(...span));
          assert.match(at!, /^2031-05-03T\d\d:00:00Z$/);
          end = span[1];
        }
        assert.ok(posts.length > 0 && posts.length <= entries.length);
      }),
      { numRuns: 40 },
    );
  });
});

describe('pull quotes', () => {
  const around = (extra: string): string =>
    `<article><h1>Talks go on</h1><p>${FIRST}</p><p>${SECOND}</p>${extra}<p>${THIRD}</p></article>`;
  const text = (extra: string): string => read(around(extra)).text;
  const others = (extra: string): string[] =>
    text(extra)
      .split('\n\n')
      .filter((each) => !SENTENCES.includes(each));
  const SAID = 'We have waited eleven years and we are not going to wait a twelfth';

  it('go when the text has their words, in any of the forms that sites use', () => {
    for (const extra of [
      `<aside class="pullquote"><p>${SAID}</p></aside>`,
      `<div class="pull-quote"><blockquote>“${SAID}”</blockquote><cite>Ilona Varga, prime minister</cite></div>`,
      `<figure class="wp-block-pullquote"><blockquote><p>${SAID}</p><cite>Ilona Varga</cite></blockquote></figure>`,
      `<aside><q>${SAID}</q></aside>`,
      `<blockquote><p>${SAID}</p></blockquote>`,
      '<div class="quote-box">We have waited eleven years … and we are not going to wait a twelfth</div>',
    ]) {
      assert.deepEqual(others(extra), [], extra);
    }
  });

  it('stay when their words stand nowhere else, with the line that says whose they are', () => {
    const only = 'Nobody has asked the fishermen, and nobody will ask them now';
    assert.deepEqual(others(`<aside class="pullquote"><p>${only}</p></aside>`), [only]);
    assert.deepEqual(others(`<div class="pull-quote"><p>“${only}”</p><p>Dai Morrow, fisherman</p></div>`), [
      `“${only}”`,
      'Dai Morrow, fisherman',
    ]);
  });
});
