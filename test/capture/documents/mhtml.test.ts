import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { decodeQuotedPrintable, readMhtml } from '../../../src/capture/documents/mhtml.ts';
import { Refused } from '../../../src/capture/refused.ts';
import { mhtmlOf, quotedPrintable, savedByChrome } from '../builders/mhtml.ts';
import { collect, folderWith, inPieces, onlyCapture, onlyRefusal, pageOf, SENTENCES } from '../inputs.ts';

const TEXT = SENTENCES.join('\n\n');
const URL_SAVED = 'https://norta.example/world/talks.html';

async function read(t: TestContext, bytes: Uint8Array, name = 'saved.mhtml') {
  return collect([join(await folderWith(t, { [name]: bytes }), name)]);
}

describe('a saved page', () => {
  it('of Chrome gives the page, not its frames, with its address', async (t) => {
    const page = pageOf([...SENTENCES, 'The café “Zur Fähre” stayed open all night, its owner said on Friday.']);
    const { article, snapshot } = onlyCapture(await read(t, savedByChrome(page, URL_SAVED)));
    assert.deepEqual([article.id, article.url, article.title], ['saved', URL_SAVED, 'Harbour talks go on']);
    assert.equal(article.text, `${TEXT}\n\nThe café “Zur Fähre” stayed open all night, its owner said on Friday.`);
    assert.equal(snapshot.mediaType, 'multipart/related');
  });

  it('of an old Internet Explorer is read in the encoding of its part', async (t) => {
    const html = `<html><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><title>Harbour talks go on</title></head><body><p>${SENTENCES.join('</p><p>')}</p><p>The caf\xe9 stayed open, its owner said on Friday.</p></body></html>`;
    const bytes = mhtmlOf(
      [
        'From: "Saved by Windows Internet Explorer 8"',
        'Subject: Harbour',
        'MIME-Version: 1.0',
        'Content-Type: multipart/related;',
        '\ttype="multipart/alternative";',
        '\tboundary="----=_Part_0"',
      ],
      '----=_Part_0',
      [
        {
          head: ['Content-Type: multipart/alternative;', '\tboundary="----=_Part_1"'],
          body: mhtmlOf([], '----=_Part_1', [
            { head: ['Content-Type: text/plain'], body: 'Harbour' },
            {
              head: [
                'Content-Type: text/html; charset="windows-1252"',
                'Content-Transfer-Encoding: base64',
                `Content-Location: ${URL_SAVED}`,
              ],
              body: Buffer.from(html, 'latin1').toString('base64').replace(/.{76}/g, '$&\r\n'),
            },
          ])
            .toString('latin1')
            .slice(4),
        },
        { head: ['Content-Type: image/gif', 'Content-Transfer-Encoding: base64'], body: 'R0lGODlh' },
      ],
    );
    const { article } = onlyCapture(await read(t, bytes, 'old.mht'));
    assert.deepEqual([article.id, article.url], ['old', URL_SAVED]);
    assert.equal(article.text, `${TEXT}\n\nThe café stayed open, its owner said on Friday.`);
  });

  it('takes the part that it names as its start', () => {
    const part = (id: string, words: string) => ({
      head: ['Content-Type: text/html', `Content-ID: <${id}>`],
      body: `<p>${words}</p>`,
    });
    const head = ['MIME-Version: 1.0', 'Content-Type: multipart/related; start="<b>"; boundary=x'];
    assert.equal(readMhtml(mhtmlOf(head, 'x', [part('a', 'one'), part('b', 'two')])).bytes.toString(), '<p>two</p>');
    const missing = ['MIME-Version: 1.0', 'Content-Type: multipart/related; start="<c>"; boundary=x'];
    assert.equal(readMhtml(mhtmlOf(missing, 'x', [part('a', 'one'), part('b', 'two')])).bytes.toString(), '<p>one</p>');
  });

  it('on standard input is told by how it begins', async () => {
    const bytes = savedByChrome(pageOf(SENTENCES), URL_SAVED);
    assert.equal(onlyCapture(await collect(['-'], { stdin: inPieces(bytes, 100) })).article.text, TEXT);
  });

  it('that is cut, empty or holds no page is refused by name, or gives what is there', async (t) => {
    const whole = savedByChrome(pageOf(SENTENCES), URL_SAVED);
    const cut = whole.subarray(0, whole.indexOf('image/png'));
    assert.equal(onlyCapture(await read(t, cut)).article.text, TEXT);
    const head = ['MIME-Version: 1.0', 'Content-Type: multipart/related; boundary=x'];
    const cases: readonly (readonly [bytes: Uint8Array | string, code: string])[] = [
      ['', 'empty'],
      ['no head at all', 'damaged'],
      ['Subject: x\r\n\r\nplain', 'no article text'],
      [whole.subarray(0, 300), 'damaged'],
      [whole.subarray(0, whole.indexOf('frame-0B') - 120), 'damaged'],
      [mhtmlOf(head, 'x', [{ head: ['Content-Type: image/png'], body: 'x' }]), 'no article text'],
      [
        mhtmlOf(head, 'x', [{ head: ['Content-Type: text/html', 'Content-Transfer-Encoding: x-uuencode'], body: 'x' }]),
        'damaged',
      ],
      [mhtmlOf(head, 'x', [{ head: ['Content-Type: text/html'], body: '' }]), 'empty'],
    ];
    for (const [bytes, code] of cases)
      assert.equal(onlyRefusal(await read(t, Buffer.from(bytes))).code, code, String(bytes).slice(0, 80));
  });

  it('with parts within parts, or more parts than any page, is bounded', () => {
    let deep = 'Content-Type: text/html\r\n\r\n<p>x</p>';
    for (let n = 0; n < 50; n++) {
      deep = `Content-Type: multipart/related; boundary=b${n}\r\n\r\n--b${n}\r\n${deep}\r\n--b${n}--\r\n`;
    }
    assert.throws(() => readMhtml(Buffer.from(deep)), { code: 'no article text' });
    const many = `Content-Type: multipart/related; boundary=x\r\n\r\n${'--x\r\nA: b\r\n\r\n\r\n'.repeat(30_000)}`;
    assert.throws(() => readMhtml(Buffer.from(many)), { code: 'too large' });
  });

  it('of any bytes never throws anything but a refusal', () => {
    const part = fc.oneof(
      fc.constantFrom(
        '--x',
        '--x--',
        '\r\n',
        '\n',
        'Content-Type: text/html',
        'Content-Type: multipart/related; boundary=x',
        ': ',
        '=',
        '=3D',
        '<p>',
      ),
      fc.string({ maxLength: 10 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        try {
          readMhtml(Buffer.from(`Content-Type: multipart/related; boundary=x\r\n${parts.join('')}`));
        } catch (error) {
          assert.ok(error instanceof Refused, String(error));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('quoted-printable', () => {
  it('gives the bytes that were written', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 300 }).filter((bytes) => !bytes.includes(0x0a)),
        (bytes) => {
          assert.deepEqual(decodeQuotedPrintable(Buffer.from(quotedPrintable(bytes))), Buffer.from(bytes));
        },
      ),
    );
  });

  it('lets what is no code stand', () => {
    assert.equal(decodeQuotedPrintable(Buffer.from('a=b =ZZ = =\r\n=\nc=3d=')).toString(), 'a=b =ZZ = c==');
  });
});
