import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { extractPdf } from '../../../src/capture/documents/pdf/extract.ts';
import { readingOrder, toLines } from '../../../src/capture/documents/pdf/lines.ts';
import { extractInThread } from '../../../src/capture/documents/pdf/thread.ts';
import type { Article } from '../../../src/model.ts';
import { type PdfLine, type PdfOptions, pdfOf, setColumn } from '../builders/pdf.ts';
import { collect, folderWith, onlyCapture, onlyRefusal } from '../inputs.ts';

const FIXTURES = fileURLToPath(new URL('../../fixtures/capture/documents', import.meta.url));

const PARAGRAPHS = [
  'Kalvia will not hand the harbour back until a new ferry pact is signed, Prime Minister Ilona Varga told parliament on Friday, and nobody in the chamber rose to answer her.',
  '“We have waited eleven years and we are not going to wait a twelfth,” she told deputies in Norta, where the long-term negotiations had begun in the spring of the year before last.',
  'The foreign minister of Merrow, Tomas Reddick, called the remarks a step back from what was agreed in March and said that his government would go on with the talks all the same.',
  'A spokesman for the port authority said on Saturday that ships would be let in as before, whatever ministers say, and that the lights of the north quay would stay on all winter.',
  'Fishermen on both sides of the strait told reporters that they had heard such words before, that the winter would be long, and that the price of fuel troubled them a good deal more.',
  'Deputies will vote on the pact in June, the speaker of the house said, unless the committee that is to look into the costs of the new quay asks for more time than it was given.',
];
const TEXT = PARAGRAPHS.join('\n\n');

async function articleOf(
  t: TestContext,
  pages: readonly (readonly PdfLine[])[],
  options?: PdfOptions,
): Promise<Article> {
  const folder = await folderWith(t, { 'report.pdf': pdfOf(pages, options) });
  return onlyCapture(await collect([join(folder, 'report.pdf')])).article;
}

const headline = (y = 790): PdfLine => ({ text: 'Harbour talks go on without Merrow', x: 60, y, size: 22 });

describe('a PDF', () => {
  it('with paragraphs set apart gives headline, byline, date and text', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { y: 720, apart: 7 });
    const head = [headline(), { text: 'By Ana Kessler', x: 60, y: 765 }, { text: '3 May 2031', x: 60, y: 750 }];
    const article = await articleOf(t, [[...head, ...lines]]);
    assert.deepEqual(
      [article.id, article.title, article.byline, article.published, article.language],
      ['report', 'Harbour talks go on without Merrow', 'Ana Kessler', '2031-05-03', null],
    );
    assert.equal(article.text, TEXT);
  });

  it('with indented paragraphs gives the same', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { y: 760, indent: 14 });
    assert.equal((await articleOf(t, [[headline(), ...lines]])).text, TEXT);
  });

  it('with neither gives the same, as far as the ends of lines tell', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { y: 760, width: 400 });
    assert.equal((await articleOf(t, [[headline(), ...lines]])).text, TEXT);
  });

  it('in two or three columns below a headline is read column by column', async (t) => {
    for (const columns of [2, 3]) {
      const width = 480 / columns - 12;
      const each = PARAGRAPHS.length / columns;
      const lines = Array.from({ length: columns }, (_, i) => i).flatMap(
        (i) =>
          setColumn(PARAGRAPHS.slice(i * each, (i + 1) * each), {
            x: 60 + (i * 480) / columns,
            width,
            y: 750,
            indent: 10,
          }).lines,
      );
      const article = await articleOf(t, [[headline(), ...lines]]);
      assert.equal(article.text, TEXT, `${columns} columns`);
      assert.equal(article.title, 'Harbour talks go on without Merrow');
    }
  });

  it('whose paragraphs a column or a page cuts joins them again', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { width: 225, indent: 10, y: 0 });
    const third = Math.ceil(lines.length / 3);
    const place = (part: PdfLine[], x: number): PdfLine[] => {
      const top = part[0]!.y;
      return part.map((line) => ({ ...line, x: line.x - 60 + x, y: line.y - top + 740 }));
    };
    const [a, b, c] = [lines.slice(0, third), lines.slice(third, 2 * third), lines.slice(2 * third)];
    const article = await articleOf(t, [[headline(), ...place(a, 60), ...place(b, 310)], place(c, 60)]);
    assert.equal(article.text, TEXT);
  });

  it('loses hyphens that part a word, and keeps those that belong to it', async (t) => {
    const set = [
      'The long-term plan of the govern|ment is older than the ferry, she said, and the negotia|tions about it are older still.',
      'It was a spokes|man for the long-|term plan who spoke of the Anglo-|Kalvian treaty, and of a part|ner in the years 2020-|2031.',
      'Another part|nership was out of the question, he said, and nobody asked him what he meant by the word well-|known.',
    ];
    const { lines } = setColumn(set, { width: 230, indent: 10 });
    assert.equal(lines.filter(({ text }) => text.endsWith('-')).length, 9);
    // "wellknown" is wrong: no other place of the text shows that its hyphen belongs to it.
    const whole = set.map((text) => text.replace('well-|known', 'wellknown').replaceAll('|', '')).join('\n\n');
    assert.equal((await articleOf(t, [lines])).text, whole);
  });

  it('loses heads, feet and numbers of pages', async (t) => {
    const pages = [0, 1, 2, 3].map((n) => [
      { text: n % 2 ? 'THE NORTA HERALD' : 'Saturday, 3 May 2031', x: 60, y: 815, size: 8 },
      ...setColumn(PARAGRAPHS.slice(n, n + 1), { y: 740 }).lines,
      { text: 'norta.example/herald', x: 60, y: 40, size: 8 },
      { text: `Page ${n + 1} of 4`, x: 500, y: 40, size: 8 },
    ]);
    assert.equal((await articleOf(t, pages)).text, PARAGRAPHS.slice(0, 4).join('\n\n'));
  });

  it('loses what is marked as no text, and what stands upright at the side', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { y: 740, apart: 7 });
    const page: PdfLine[] = [
      { text: 'Printed for the archive of the ministry on a Friday, it says here.', x: 60, y: 500, artifact: true },
      { text: 'Stamp of the registry, which nobody reads at all.', x: 30, y: 300, upright: true },
      ...lines,
    ];
    assert.equal((await articleOf(t, [page])).text, TEXT);
  });

  it('takes author and title from its properties where its pages give none, and never the day it was made', async (t) => {
    const { lines } = setColumn([PARAGRAPHS[0]!, ...PARAGRAPHS], { y: 760, apart: 7 });
    const info = { Title: 'Microsoft Word - draft7.doc', Author: 'Ana Kessler', CreationDate: 'D:20310503' };
    const article = await articleOf(t, [lines], { info });
    assert.deepEqual([article.title, article.byline, article.published], [null, 'Ana Kessler', null]);
    const program = await articleOf(t, [lines], { info: { Author: 'user' } });
    assert.equal(program.byline, null);
  });

  it('printed by a browser from a page gives the article of the page', async () => {
    const [page, pdf] = await collect(['html', 'pdf'].map((ending) => join(FIXTURES, `columns.${ending}`)));
    assert.ok(page && pdf && 'article' in page && 'article' in pdf);
    assert.equal(page.article.text.split('\n\n').length, 6);
    const { title, byline, published, text } = pdf.article;
    assert.deepEqual([title, text], [page.article.title, page.article.text]);
    assert.deepEqual([byline, published], ['Ana Kessler', '2031-05-03']);
  });

  it('that is locked, a picture, cut, empty or no PDF is refused by name', async (t) => {
    const { lines } = setColumn(PARAGRAPHS, { y: 760 });
    const whole = pdfOf([lines]);
    const cases: readonly (readonly [bytes: Uint8Array, code: string, reason: RegExp])[] = [
      [pdfOf([lines], { locked: true }), 'encrypted', /locked with a password/],
      [pdfOf([[], []]), 'no article text', /pictures without text/],
      [pdfOf([[{ text: '7', x: 60, y: 700 }]]), 'no article text', /pictures without text/],
      [whole.subarray(0, 40), 'damaged', /no whole PDF/],
      [Buffer.from('hello'), 'wrong type', /no PDF/],
      [Buffer.alloc(0), 'empty', /empty/],
      [pdfOf(Array.from({ length: 201 }, () => lines.slice(0, 2))), 'too large', /201 pages/],
    ];
    for (const [bytes, code, reason] of cases) {
      const folder = await folderWith(t, { 'x.pdf': bytes });
      const refusal = onlyRefusal(await collect([join(folder, 'x.pdf')]));
      assert.equal(refusal.code, code);
      assert.match(refusal.reason, reason);
    }
  });

  it('that takes too long, or unpacks to too much, is given up', async () => {
    const { lines } = setColumn(PARAGRAPHS, { y: 760 });
    const limits = { longestMs: 60_000, mostMemoryMb: 64 };
    await assert.rejects(extractInThread(pdfOf([lines]), { ...limits, longestMs: 1 }), { code: 'timed out' });
    const bomb = pdfOf([[...lines, { text: ' '.repeat(200_000_000), x: 0, y: 0 }]]);
    assert.ok(bomb.length < 1_000_000);
    await assert.rejects(extractInThread(bomb, limits), { code: 'too large' });
  });

  it('that is changed anywhere gives an article or a refusal', async () => {
    const whole = pdfOf([setColumn(PARAGRAPHS.slice(0, 2), { y: 760 }).lines]);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(whole);
        changed[at]! ^= change;
        const text = await extractPdf(Uint8Array.from(changed));
        assert.ok('refused' in text ? text.reason : text.paragraphs.length > 0);
      }),
      { numRuns: 60 },
    );
  });
});

describe('reading order', () => {
  it('holds every line once, whatever stands where', () => {
    const fragment = fc.record({
      text: fc.stringMatching(/^[a-z]{1,30}$/),
      x: fc.integer({ min: 0, max: 500 }),
      y: fc.integer({ min: 0, max: 800 }),
      width: fc.integer({ min: 1, max: 300 }),
      size: fc.integer({ min: 6, max: 30 }),
    });
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 60 }), (fragments) => {
        const lines = toLines(fragments);
        const letters = (texts: readonly string[]): string => [...texts.join('').replaceAll(' ', '')].sort().join('');
        assert.equal(letters(lines.map(({ text }) => text)), letters(fragments.map(({ text }) => text)));
        const ordered = readingOrder(lines).flat();
        assert.deepEqual(new Set(ordered), new Set(lines));
        assert.equal(ordered.length, lines.length);
      }),
      { numRuns: 200 },
    );
  });
});
