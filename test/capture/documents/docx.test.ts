import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { docxOf, paragraph } from '../builders/docx.ts';
import { zipOf } from '../builders/zip.ts';
import { collect, folderWith, onlyCapture, onlyRefusal, SENTENCES } from '../inputs.ts';

const TEXT = SENTENCES.join('\n\n');
const BODY = SENTENCES.map((each) => paragraph(each)).join('');

async function read(t: TestContext, bytes: Uint8Array, maxBytes = 1_000_000) {
  return collect([join(await folderWith(t, { 'release.docx': bytes }), 'release.docx')], { maxBytes });
}
const articleOf = async (t: TestContext, bytes: Uint8Array) => onlyCapture(await read(t, bytes)).article;

describe('a Word document', () => {
  it('gives its paragraphs, and title, author and day from its properties', async (t) => {
    const properties = {
      title: 'Harbour',
      creator: 'Ana Kessler',
      created: '2031-05-03T07:00:00Z',
      modified: '2031-05-03T09:00:00Z',
    };
    const { id, ...about } = await articleOf(t, docxOf(BODY, properties));
    assert.deepEqual(
      [id, about],
      [
        'release',
        {
          title: 'Harbour',
          byline: 'Ana Kessler',
          published: '2031-05-03',
          outlet: null,
          language: null,
          url: null,
          text: TEXT,
        },
      ],
    );
  });

  it('is believed in what its text shows before what its properties say', async (t) => {
    const body = paragraph('Harbour talks go on', 'Title') + paragraph('By Tom Reed') + paragraph('2 May 2031') + BODY;
    const properties = {
      title: 'Vorlage',
      creator: 'Ana Kessler',
      created: '2031-05-03T07:00:00Z',
      modified: '2031-05-03T09:00:00Z',
    };
    const { title, byline, published, text } = await articleOf(t, docxOf(body, properties));
    assert.deepEqual([title, byline, published, text], ['Harbour talks go on', 'Tom Reed', '2031-05-02', TEXT]);
  });

  it('begun on another day than it was saved, and by whoever the program was installed for, gives neither', async (t) => {
    const properties = {
      creator: 'Microsoft Office User',
      created: '2019-01-01T00:00:00Z',
      modified: '2031-05-03T09:00:00Z',
    };
    const { byline, published } = await articleOf(t, docxOf(BODY, properties));
    assert.deepEqual([byline, published], [null, null]);
  });

  it('gives what its readers see: no deleted words, hidden ones, fields, old copies of boxes', async (t) => {
    const run = (text: string, properties = ''): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const seen = [
      '<w:p>',
      run('The minister said '),
      `<w:del>${run('never ')}<w:r><w:delText>ever </w:delText></w:r></w:del>`,
      `<w:ins>${run('on Friday ')}</w:ins>`,
      run('secretly ', '<w:vanish/>'),
      run('that ', '<w:vanish w:val="0"/>'),
      '<w:r><w:instrText>HYPERLINK "https://a.example"</w:instrText></w:r>',
      `<w:hyperlink>${run('the harbour')}</w:hyperlink>`,
      '<w:r><w:tab/><w:t>of</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>Norta</w:t><w:footnoteReference w:id="2"/></w:r>',
      run(' would stay open &amp; free.'),
      '</w:p>',
    ].join('');
    const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
    const boxed =
      `<w:p><w:r><w:t>A box stands beside this sentence, which goes on below it as before.</w:t></w:r>` +
      `<mc:AlternateContent><mc:Choice>${box('What the box says is read once, and it is said by nobody.')}</mc:Choice>` +
      `<mc:Fallback>${box('What the box says is read once, and it is said by nobody.')}</mc:Fallback></mc:AlternateContent></w:p>`;
    const table = `<w:tbl><w:tr><w:tc>${paragraph('Tables have cells, and in them stand sentences like this one here.')}</w:tc></w:tr></w:tbl>`;
    const { text } = await articleOf(t, docxOf(seen + boxed + table));
    assert.deepEqual(text.split('\n\n'), [
      'The minister said on Friday that the harbour of\u2011Norta would stay open & free.',
      'A box stands beside this sentence, which goes on below it as before.',
      'What the box says is read once, and it is said by nobody.',
      'Tables have cells, and in them stand sentences like this one here.',
    ]);
  });

  it('of hostile XML is read as text, or refused', async (t) => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;">]><w:document><w:body>${BODY}<w:p><w:r><w:t>&b;&#0; is nothing but what it is, the minister said.</w:t></w:r></w:p></w:body></w:document>`;
    const { text } = await articleOf(t, zipOf([{ name: 'word/document.xml', content: bomb }]));
    assert.ok(text.startsWith(TEXT) && !text.includes('haha'));
    const deep = docxOf(`${'<w:p><w:r><w:txbxContent>'.repeat(400)}${BODY}`);
    assert.equal(onlyRefusal(await read(t, deep)).code, 'too large');
  });

  it('that is locked, old, no document, empty, cut or a bomb is refused by name', async (t) => {
    const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]);
    const lockedOle = Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(100)]);
    const whole = docxOf(BODY);
    const cases: readonly (readonly [bytes: Uint8Array, code: string, reason: RegExp])[] = [
      [lockedOle, 'encrypted', /locked with a password/],
      [ole, 'wrong type', /save it as \.docx/],
      [zipOf([{ name: 'word/document.xml', content: '<w:document/>', locked: true }]), 'encrypted', /locked/],
      [zipOf([{ name: 'mimetype', content: 'application/epub+zip' }]), 'wrong type', /no Word document/],
      [docxOf(''), 'no article text', /holds no text/],
      [docxOf(paragraph('Share') + paragraph('Print')), 'no article text', /menus/],
      [whole.subarray(0, -50), 'damaged', /no whole ZIP/],
      [Buffer.from('hello'), 'damaged', /no whole ZIP/],
      [Buffer.alloc(0), 'empty', /empty/],
      [docxOf(`${BODY}<!--${' '.repeat(120_000_000)}-->`), 'too large', /unpacks to more than/],
      [zipOf([{ name: 'word/document.xml', content: Buffer.from([0xff, 0x80]) }]), 'bad encoding', /not valid/],
    ];
    for (const [bytes, code, reason] of cases) {
      const refusal = onlyRefusal(await read(t, bytes));
      assert.equal(refusal.code, code, refusal.reason);
      assert.match(refusal.reason, reason);
    }
  });
});
