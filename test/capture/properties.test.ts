import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { decodePage, decodeText } from '../../src/capture/decode.ts';
import { isRefusal } from '../../src/capture/index.ts';
import { readPage } from '../../src/capture/page/index.ts';
import { readPasted } from '../../src/capture/pasted/index.ts';
import { Refused } from '../../src/capture/refused.ts';
import { collect, inPieces } from './inputs.ts';

const SUBJECTS = [
  'The minister',
  'Prime Minister Ilona Varga',
  'A spokesman for the harbour',
  'The mediator',
  'Tomas Reddick of Merrow',
];
const VERBS = [
  'said on Monday that',
  'told deputies in Norta that',
  'would not say whether',
  'denied on Friday that',
  'repeated his view that',
];
const OBJECTS = [
  'the talks would go on until the autumn',
  'a new ferry pact was close',
  'the north quay belonged to nobody',
  'the lights had been paid for',
];
/** One sentence of an article, made of parts so that no two need be alike. */
const sentence = fc
  .tuple(
    fc.constantFrom(...SUBJECTS),
    fc.constantFrom(...VERBS),
    fc.constantFrom(...OBJECTS),
    fc.integer({ min: 2, max: 9999 }),
  )
  .map(([subject, verb, object, number]) => `${subject} ${verb} ${object}, as ${number} ships had shown.`);
const article = fc.uniqueArray(sentence, { minLength: 3, maxLength: 12 });
/** Text that looks like what input holds: words, marks of all sorts, markup, line breaks. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div class="related">',
        '</div>',
        '<',
        '>',
        '&amp;',
        '&#0;',
        '<!--',
        '-->',
        '<script>',
        '<br>',
        '<h1>',
        '"',
        '“',
        '\n',
        '\n\n',
        '\r\n',
        '\t',
        '{"id":',
        '}',
        '© 2031 ',
        'Photo: ',
        'By ',
        'Related:',
        'Comments',
        '<table><tr><td>',
        '<aside class="pullquote">',
        '</aside>',
        '<main class="live-blog">',
        '<div class="live-post">',
        '<time dateTime="2031-05-03T10:00:00Z">',
        '</time>',
        '<script type="application/ld+json">{"@type":"LiveBlogPosting","liveBlogUpdate":[{"articleBody":"',
        '"},]}</script>',
        '<p itemprop="author headline" property="name">',
        '\u2028',
        '\u0000',
        '😀',
        '\ud83d',
      ),
      sentence,
      fc.string({ maxLength: 30, unit: 'grapheme' }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

describe('whatever comes in', () => {
  it('as bytes on standard input ends in captures or refusals, whole and well-formed', async () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 400 }),
      soup.map((text) => new Uint8Array(Buffer.from(text))),
      fc
        .array(soup, { maxLength: 4 })
        .map(
          (texts) =>
            new Uint8Array(Buffer.from(texts.map((text, i) => JSON.stringify({ id: `${i}`, text })).join('\n'))),
        ),
    );
    await fc.assert(
      fc.asyncProperty(bytes, fc.integer({ min: 1, max: 50 }), async (input, size) => {
        const given = await collect(['-'], { stdin: inPieces(input, size) });
        assert.ok(given.length > 0 || input.length > 0);
        for (const each of given) {
          if (isRefusal(each)) {
            assert.match(each.reason, /\.$/);
          } else {
            assert.ok(each.article.text.trim());
            assert.ok(each.article.text.isWellFormed());
            assert.ok(!each.article.text.includes('\0'));
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is cut into the same lines, in whatever pieces it comes', async () => {
    const line = fc.record({
      id: fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme' }),
      text: fc.string({ minLength: 1, unit: 'grapheme' }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 1, max: 40 }),
        fc.boolean(),
        async (lines, size, returns) => {
          const bytes = Buffer.from(lines.map((each) => JSON.stringify(each)).join(returns ? '\r\n' : '\n'));
          const whole = await collect(['-'], { stdin: inPieces(bytes, bytes.length) });
          assert.deepEqual(await collect(['-'], { stdin: inPieces(bytes, size) }), whole);
          const texts = whole.flatMap((each) => (isRefusal(each) ? [] : [each.article.text]));
          for (const text of texts)
            assert.ok(
              lines.some((each) => each.text === text),
              'verbatim',
            );
        },
      ),
      { numRuns: 150 },
    );
  });

  it('as a page never leaves tags of its structure, nor throws anything but a refusal', () => {
    fc.assert(
      fc.property(soup, (html) => {
        try {
          const { text, posts } = readPage(html, null);
          for (const { span } of posts) assert.ok(0 <= span[0] && span[0] < span[1] && span[1] <= text.length);
          assert.doesNotMatch(text, /<(?:p|div|h1|br|table|script)[ >]/);
        } catch (error) {
          assert.ok(error instanceof Refused, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('as text never throws anything but a refusal, and loses no words to the middle of a line', () => {
    fc.assert(
      fc.property(soup, (text) => {
        const words = (of: string): string => of.replace(/[\s\u00ad\u200b\u2060\ufeff]+/gu, '');
        try {
          const whole = words(text);
          for (const line of readPasted(text).text.split('\n')) assert.ok(whole.includes(words(line)), line);
        } catch (error) {
          assert.ok(error instanceof Refused, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('decodes to what it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\0')),
        (text) => {
          const decoded = { text: text.replace(/^\ufeff/, ''), broken: false, guessed: null };
          assert.deepEqual(decodeText(Buffer.from(text)), decoded);
          assert.deepEqual(decodePage(Buffer.from(text), 'utf-8'), decoded);
        },
      ),
    );
  });
});

describe('an article without furniture', () => {
  it('comes out of a text unchanged', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('\n', '\n\n'), (paragraphs, parted) => {
        const text = paragraphs.join(parted);
        const read = readPasted(text);
        assert.deepEqual([read.title, read.text], [null, text]);
      }),
    );
  });

  it('comes out of a page unchanged, in the order of its paragraphs', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('p', 'div', 'section'), fc.boolean(), (paragraphs, tag, headed) => {
        const body = paragraphs.map((each) => `<${tag}>${each}</${tag}>`).join('\n');
        const html = `<html><body><main>${headed ? '<h1>Harbour talks go on</h1>' : ''}${body}</main></body></html>`;
        assert.equal(readPage(html, null).text, paragraphs.join('\n\n'));
      }),
      { numRuns: 60 },
    );
  });

  it('keeps every paragraph among menus, boxes and other articles', () => {
    const box = fc.constantFrom(
      ['Advertisement'],
      ['READ MORE: Storm shuts schools across the north'],
      ['Related coverage:', 'Storm shuts schools', 'Bank of Merrow holds rates'],
      ['Photo: Ida Brandt/Strait Wire'],
      ['Story continues below advertisement'],
      ['Sign up to our newsletter'],
    );
    const end = fc.constantFrom(
      ['Comments (3)', 'HarbourLad', 'This is just what I expected from them all.'],
      ['© 2031 The Norta Herald. All rights reserved.'],
      ['Most read', 'Dog drives tractor into lake', 'Ten soups for autumn'],
      ['Ana Kessler is a reporter for The Norta Herald.'],
      ['Tags: harbour, ferries'],
    );
    fc.assert(
      fc.property(
        article,
        box,
        fc.nat(),
        fc.array(end, { minLength: 1, maxLength: 3 }),
        (paragraphs, inserted, where, ends) => {
          const at = 1 + (where % (paragraphs.length - 1));
          const body = [...paragraphs.slice(0, at), ...inserted, ...paragraphs.slice(at)];
          const lines = [
            'Home | News | Sport',
            'Harbour talks go on',
            'By Ana Kessler',
            '3 May 2031, 10:15',
            'Share',
            ...body,
            ...ends.flat(),
          ];
          const read = readPasted(lines.join('\n\n'));
          assert.deepEqual(
            [read.title, read.byline, read.published, read.text],
            ['Harbour talks go on', 'Ana Kessler', '2031-05-03', paragraphs.join('\n\n')],
          );
        },
      ),
    );
  });
});
