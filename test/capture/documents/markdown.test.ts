import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readFrontMatter } from '../../../src/capture/documents/front-matter.ts';
import { readMarkdown } from '../../../src/capture/documents/markdown.ts';
import { Refused } from '../../../src/capture/refused.ts';
import { SENTENCES } from '../inputs.ts';

const [A, B, C] = SENTENCES as [string, string, string];

describe('Markdown', () => {
  it('gives words without marks, links, pictures and code', () => {
    const { title, text } = readMarkdown(
      [
        '# Harbour *talks* go on',
        '![The quay at night](quay.jpg)',
        `**Norta** – ${A.replace('ferry pact', '[ferry pact](https://a.example/pact "The pact")')}`,
        '```\nconst minister = "said that";\n```',
        '    indented code of the minister',
        `> ${B.replace(' a twelfth', '\n> a _twelfth_')}`,
        '## What Merrow says',
        `* ${C}\n* The talks &amp; the \\*pact\\* were \`closed\`, he said, on <b>Monday</b> in Norta.`,
        '<script>alert("the minister said so")</script>',
        '<https://a.example/more>',
        '[a]: https://a.example "Unused"',
        '***',
      ].join('\n\n'),
    );
    assert.equal(title, 'Harbour talks go on');
    assert.deepEqual(text.split('\n\n'), [
      `Norta – ${A}`,
      B,
      'What Merrow says',
      C,
      'The talks & the *pact* were closed, he said, on Monday in Norta.',
    ]);
  });

  it('joins the lines of a paragraph, and keeps paragraphs apart', () => {
    const words = A.split(' ');
    const wrapped = words.map((word, i) => (i % 7 === 6 ? `${word}\n` : `${word} `)).join('');
    assert.equal(readMarkdown(`${wrapped}\n\n${B}\n`).text, `${A}\n\n${B}`);
  });

  it('is believed in its front matter', () => {
    const front = [
      '---',
      'Title: "Harbour: talks go on"',
      'authors:',
      '  - name: Ana Kessler',
      '  - Tom Reed',
      'date: 2031-05-03T08:00:00+02:00',
      'publication: The Norta Herald',
      'lang: en_GB',
      'canonical_url: https://norta.example/talks',
      'tags: [harbour]',
      '---',
    ];
    const read = readMarkdown(`${front.join('\n')}\n\n# Harbour: talks go on\n\n${A}\n\n${B}\n`);
    assert.deepEqual(read, {
      title: 'Harbour: talks go on',
      byline: 'Ana Kessler and Tom Reed',
      published: '2031-05-03T08:00:00+02:00',
      outlet: 'The Norta Herald',
      language: 'en-GB',
      url: 'https://norta.example/talks',
      text: `${A}\n\n${B}`,
    });
  });

  it('may have front matter of any sort', () => {
    const published = (value: string): string | null => readFrontMatter(`---\ndate: ${value}\n---\n`).about.published;
    assert.deepEqual(['2031-05-03', '"3 May 2031"', '03/04/2031', '2031', 'soon', '[1]', '{a: 1}'].map(published), [
      '2031-05-03',
      '2031-05-03',
      null,
      null,
      null,
      null,
      null,
    ]);
    const byline = (value: string): string | null => readFrontMatter(`---\nauthor: ${value}\n---\n`).about.byline;
    assert.deepEqual(['By Ana Kessler', '[A B, C D, E F]', '7', '""', '{name: Ana Kessler}'].map(byline), [
      'Ana Kessler',
      'A B, C D and E F',
      null,
      null,
      'Ana Kessler',
    ]);
  });

  it('keeps as text what is no front matter', () => {
    for (const text of [
      `---\n${A}\n---\n\n${B}`,
      `---\n\n${A}`,
      `---\ntitle: [broken\n---\n\n${A}`,
      `---\n- a\n- b\n---\n\n${A}`,
    ]) {
      assert.equal(readFrontMatter(text).end, 0, text);
      assert.ok(readMarkdown(text).text.includes(A));
    }
    const many = Array.from({ length: 3_000 }, (_, i) => `a${i}: &x [*x]`).join('\n');
    for (const hostile of [many, '['.repeat(10_000), '"'.repeat(10_000), 'x'.repeat(100_000)]) {
      assert.equal(readFrontMatter(`---\n${hostile}\n---\n\n${A}`).end, 0);
    }
    const aliases = `---\na: &a [x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b]\nd: [*c, *c, *c, *c]\n---\n\n${A}`;
    assert.ok(readMarkdown(aliases).text.endsWith(A));
  });

  it('that would take long to read is refused', () => {
    const slow = [
      '_a_'.repeat(10_000),
      '['.repeat(20_000),
      '> '.repeat(5_000),
      '- '.repeat(5_000),
      '1. '.repeat(5_000),
      'a'.repeat(2_000_001),
    ];
    slow.push(Array.from({ length: 900 }, (_, i) => `${' '.repeat(i * 2)}- a`).join('\n'));
    for (const text of slow) {
      assert.throws(() => readMarkdown(`${A}\n\n${text}`), { code: 'too large' }, text.slice(0, 20));
    }
  });

  it('of any sort never throws anything but a refusal, and adds no words', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '# ',
        '* ',
        '> ',
        '**',
        '_',
        '`',
        '```\n',
        '\n\n',
        '\n',
        '[a](b)',
        '![',
        '](',
        '|',
        '|-|-|\n',
        '---\n',
        'title: x\n',
        '<b>',
        '&amp;',
        '&#0;',
        '&#xd800;',
        '\\',
      ),
      fc.constantFrom(...SENTENCES),
      fc.string({ maxLength: 10, unit: 'grapheme' }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        try {
          const { text } = readMarkdown(parts.join(''));
          assert.ok(text.isWellFormed());
        } catch (error) {
          assert.ok(error instanceof Refused, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });
});
