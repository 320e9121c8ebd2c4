import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import type { CaptureOptions, Notice } from '../../../src/capture/index.ts';
import type { Capture, Refusal } from '../../../src/model.ts';
import { chunked, httpAnswer, packedEach, sha1Base32, warcRecord } from '../builders/warc.ts';
import { collect, folderWith, inPieces, onlyCapture, onlyRefusal, outcomes, pageOf, SENTENCES } from '../inputs.ts';

const TEXT = SENTENCES.join('\n\n');
const PAGE = Buffer.from(pageOf(SENTENCES));
const HTML = { 'Content-Type': 'text/html; charset=utf-8' };

const pageAt = (path: string, body: Uint8Array = PAGE, headers: Readonly<Record<string, string>> = HTML): Buffer =>
  warcRecord({ uri: `https://norta.example/${path}`, block: httpAnswer(body, headers) });

interface Read {
  readonly given: readonly (Capture | Refusal)[];
  readonly notices: readonly Notice[];
  readonly path: string;
}

/** Reads a WARC from a file. */
async function read(t: TestContext, bytes: Uint8Array, name = 'a.warc', options: CaptureOptions = {}): Promise<Read> {
  const path = join(await folderWith(t, { [name]: bytes }), name);
  const notices: Notice[] = [];
  const given = await collect([path], { notice: (notice) => notices.push(notice), ...options });
  return { given, notices, path };
}

describe('a WARC', () => {
  it('gives its pages with their own bytes, address and time', async (t) => {
    const { given, notices } = await read(t, pageAt('world/talks.html'));
    const { article, snapshot } = onlyCapture(given);
    assert.deepEqual(
      [article.id, article.title, article.text],
      ['norta.example-world-talks', 'Harbour talks go on', TEXT],
    );
    assert.deepEqual(
      { ...snapshot, bytes: Buffer.from(snapshot.bytes).toString() },
      {
        bytes: PAGE.toString(),
        sha256: createHash('sha256').update(PAGE).digest('hex'),
        mediaType: 'text/html; charset=utf-8',
        location: 'https://norta.example/world/talks.html',
        capturedAt: '2031-05-02T08:30:00.000Z',
        status: 200,
        headers: { 'content-type': 'text/html; charset=utf-8' },
      },
    );
    assert.equal(article.url, snapshot.location);
    assert.deepEqual(notices, []);
  });

  const records = [
    warcRecord({ type: 'warcinfo', contentType: 'application/warc-fields', block: 'software: tester\r\n' }),
    warcRecord({ type: 'request', uri: 'https://norta.example/a', block: 'GET /a HTTP/1.1\r\n\r\n' }),
    pageAt('a'),
    pageAt('b'),
    warcRecord({
      type: 'metadata',
      uri: 'https://norta.example/b',
      contentType: 'application/warc-fields',
      block: 'a: b',
    }),
  ];
  const forms = {
    'as it is': Buffer.concat(records),
    'with each record packed': packedEach(records),
    'packed as a whole': gzipSync(Buffer.concat(records)),
    'with some records packed together': Buffer.concat([
      gzipSync(Buffer.concat(records.slice(0, 3))),
      gzipSync(Buffer.concat(records.slice(3))),
    ]),
    'padded with zeros': Buffer.concat([packedEach(records), Buffer.alloc(5000)]),
    'with zeros between': Buffer.concat(records.map((record) => Buffer.concat([gzipSync(record), Buffer.alloc(300)]))),
    'without line breaks at its end': Buffer.concat(records).subarray(0, -4),
    'with Unix line breaks in its heads': Buffer.from(
      Buffer.concat(records)
        .toString('latin1')
        .replace(/(WARC\/1\.0[\s\S]*?)\r\n\r\n/g, (head) => head.replaceAll('\r\n', '\n')),
      'latin1',
    ),
  };
  for (const [form, bytes] of Object.entries(forms)) {
    it(`${form} gives the same pages, from a file or a stream in pieces of any size`, async (t) => {
      const packed = bytes[0] === 0x1f;
      const { given, notices } = await read(t, bytes, packed ? 'a.warc.gz' : 'a.warc');
      assert.deepEqual(outcomes(given), ['norta.example-a', 'norta.example-b']);
      assert.deepEqual(notices, [], 'records about other records are nothing that was left out');
      for (const size of [1, 7, 100, bytes.length]) {
        assert.deepEqual(await collect(['-'], { stdin: inPieces(bytes, size) }), given, `in pieces of ${size}`);
      }
    });
  }

  const packings: Readonly<Record<string, readonly [body: Uint8Array, headers: Readonly<Record<string, string>>]>> = {
    gzip: [gzipSync(PAGE), { 'Content-Encoding': 'gzip' }],
    'x-gzip': [gzipSync(PAGE), { 'content-encoding': 'X-Gzip' }],
    deflate: [deflateSync(PAGE), { 'Content-Encoding': 'deflate' }],
    'deflate without its frame': [deflateRawSync(PAGE), { 'Content-Encoding': 'deflate' }],
    br: [brotliCompressSync(PAGE), { 'Content-Encoding': 'br' }],
    zstd: [zstdCompressSync(PAGE), { 'Content-Encoding': 'zstd' }],
    'br of gzip': [brotliCompressSync(gzipSync(PAGE)), { 'Content-Encoding': 'gzip, br' }],
    chunked: [chunked(PAGE, 100), { 'Transfer-Encoding': 'chunked' }],
    'chunked gzip': [chunked(gzipSync(PAGE), 50), { 'Transfer-Encoding': 'chunked', 'Content-Encoding': 'gzip' }],
    'gzip in its transfer': [chunked(gzipSync(PAGE), 50), { 'Transfer-Encoding': 'gzip, chunked' }],
    'a head that says gzip above a body kept unpacked': [PAGE, { 'Content-Encoding': 'gzip' }],
    'a head that says br above a body kept unpacked': [PAGE, { 'Content-Encoding': 'br' }],
    'a head that says chunked above a body kept joined': [PAGE, { 'Transfer-Encoding': 'chunked' }],
    identity: [PAGE, { 'Content-Encoding': 'identity' }],
  };
  for (const [packing, [body, headers]] of Object.entries(packings)) {
    it(`unpacks ${packing}`, async (t) => {
      const { given } = await read(t, pageAt('a', body, { ...HTML, ...headers }));
      const { article, snapshot } = onlyCapture(given);
      assert.ok(PAGE.equals(snapshot.bytes));
      assert.equal(article.text, TEXT);
    });
  }

  it('counts what is no page, in one line', async (t) => {
    const picture = (n: number): Buffer => pageAt(`${n}.png`, Buffer.from('x'), { 'Content-Type': 'image/png' });
    const { given, notices, path } = await read(
      t,
      packedEach([
        ...Array.from({ length: 12 }, (_, n) => picture(n)),
        pageAt('a'),
        pageAt('s.css', Buffer.from('x'), { 'Content-Type': 'text/css; charset=utf-8' }),
        pageAt('robots.txt', Buffer.from('x'), { 'Content-Type': 'text/plain' }),
        warcRecord({
          uri: 'https://norta.example/old',
          block: httpAnswer(PAGE, { ...HTML, Location: '/new' }, '301 Moved'),
        }),
        warcRecord({ type: 'revisit', uri: 'https://norta.example/a', block: '' }),
        warcRecord({
          type: 'response',
          uri: 'dns:norta.example',
          contentType: 'text/dns',
          block: '20310502 192.0.2.1',
        }),
        warcRecord({
          type: 'resource',
          uri: 'urn:text:https://norta.example/a',
          contentType: 'text/plain',
          block: TEXT,
        }),
        warcRecord({ type: 'mystery', uri: 'https://norta.example/x', block: 'x' }),
        pageAt('untyped.bin', Buffer.from('x'), {}),
      ]),
      'a.warc.gz',
    );
    assert.deepEqual(outcomes(given), ['norta.example-a']);
    assert.deepEqual(notices, [
      {
        input: path,
        words:
          'Left out, since they are no pages: image/png (12), text/plain (2), of no declared type (1), ' +
          'records of the type mystery (1), redirects (1), text/css (1), text/dns (1), unchanged copies (1).',
      },
    ]);
  });

  it('refuses pages that servers refused, by archive, address and place, and goes on', async (t) => {
    const status = (words: string): Buffer =>
      warcRecord({ uri: 'https://norta.example/x', block: httpAnswer(PAGE, HTML, words) });
    const { given, path } = await read(
      t,
      Buffer.concat([status('404 Not Found'), status('403 Forbidden'), status('503 Busy'), pageAt('z')]),
    );
    assert.deepEqual(outcomes(given), [
      'refused: not found',
      'refused: refused',
      'refused: unreachable',
      'norta.example-z',
    ]);
    const [first, second] = given as Refusal[];
    assert.equal(first!.input, `${path}: https://norta.example/x (at byte 0)`);
    assert.equal(second!.input, `${path}: https://norta.example/x (at byte ${status('404 Not Found').length})`);
  });

  it('reads documents that a server gave, pages without a type, and resources', async (t) => {
    const { given } = await read(
      t,
      Buffer.concat([
        pageAt('untyped', PAGE, {}),
        warcRecord({ type: 'resource', uri: '<https://norta.example/r>', contentType: 'text/html', block: PAGE }),
        warcRecord({ type: 'resource', uri: 'https://norta.example/t.txt', contentType: 'text/plain', block: TEXT }),
        pageAt('report', Buffer.from('%PDF-1.7'), { 'Content-Type': 'application/pdf' }),
      ]),
    );
    assert.deepEqual(outcomes(given), [
      'norta.example-untyped',
      'norta.example-r',
      'norta.example-t-txt',
      'refused: damaged',
    ]);
    assert.equal((given[2] as Capture).article.text, TEXT);
  });

  it('holds blocks against their digests', async (t) => {
    const block = httpAnswer(PAGE);
    const sha256 = createHash('sha256').update(block).digest('hex');
    const digests: readonly (readonly [digest: string, outcome: string])[] = [
      [sha1Base32(block), 'norta.example-a'],
      [`sha1:${createHash('sha1').update(block).digest('hex')}`, 'norta.example-a'],
      [`sha256:${sha256}`, 'norta.example-a'],
      [`md5:${createHash('md5').update(block).digest('hex')}`, 'norta.example-a'],
      ['blake3:1234', 'norta.example-a'],
      [sha1Base32(PAGE), 'refused: damaged'],
      [`sha256:${sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`, 'refused: damaged'],
    ];
    const record = (digest: string): Buffer =>
      warcRecord({ uri: 'https://norta.example/a', fields: { 'WARC-Block-Digest': digest }, block });
    const { given } = await read(t, Buffer.concat(digests.map(([digest]) => record(digest))));
    assert.deepEqual(
      outcomes(given),
      digests.map(([, outcome]) => outcome),
    );
  });

  it('says what was kept of a page only in part', async (t) => {
    const fields = { 'WARC-Truncated': 'length' };
    const { given, notices } = await read(
      t,
      warcRecord({ uri: 'https://norta.example/a', fields, block: httpAnswer(PAGE.subarray(0, -40)) }),
    );
    onlyCapture(given);
    assert.match(notices[0]!.words, /only a part of it \(length\)/);
  });

  const odd: Readonly<Record<string, readonly [record: Buffer, code: string]>> = {
    'without a date': [Buffer.from(pageAt('a').toString('latin1').replace('WARC-Date', 'X-Date'), 'latin1'), 'damaged'],
    'with a date that is none': [
      warcRecord({ uri: 'https://norta.example/a', date: 'tomorrow', block: httpAnswer(PAGE) }),
      'damaged',
    ],
    'without an address': [warcRecord({ block: httpAnswer(PAGE) }), 'wrong type'],
    'of an address that is none': [warcRecord({ uri: 'https://', block: httpAnswer(PAGE) }), 'wrong type'],
    'of a program': [warcRecord({ uri: 'javascript:alert(1)', block: httpAnswer(PAGE) }), 'wrong type'],
    'without an answer': [warcRecord({ uri: 'https://norta.example/a', block: 'hello' }), 'damaged'],
    'with an endless head': [
      warcRecord({ uri: 'https://norta.example/a', block: httpAnswer(PAGE, { ...HTML, X: 'x'.repeat(70_000) }) }),
      'damaged',
    ],
    'in several parts': [
      warcRecord({ uri: 'https://norta.example/a', fields: { 'WARC-Segment-Number': '1' }, block: httpAnswer(PAGE) }),
      'damaged',
    ],
    'packed in an unknown way': [pageAt('a', PAGE, { ...HTML, 'Content-Encoding': 'rot13' }), 'wrong type'],
    'packed too often': [
      pageAt('a', PAGE, { ...HTML, 'Content-Encoding': 'gzip, gzip, gzip, gzip, gzip' }),
      'too large',
    ],
    'whose packing is broken': [
      pageAt('a', gzipSync(PAGE).subarray(0, -30), { ...HTML, 'Content-Encoding': 'gzip' }),
      'damaged',
    ],
    'that is empty': [pageAt('a', Buffer.alloc(0)), 'empty'],
    'that is a picture in truth': [pageAt('a', Buffer.from('89504e470d0a1a0a', 'hex')), 'binary'],
  };
  for (const [what, [record, code]] of Object.entries(odd)) {
    it(`refuses a page ${what} as “${code}”, and the next goes in`, async (t) => {
      const { given } = await read(t, Buffer.concat([record, pageAt('z')]));
      assert.deepEqual(outcomes(given), [`refused: ${code}`, 'norta.example-z']);
    });
  }

  it('keeps sizes within bounds: of a record, and of what its body unpacks to', async (t) => {
    const large = Buffer.alloc(200_000, 'a ');
    const bombs = [gzipSync, brotliCompressSync, deflateSync, zstdCompressSync].map((pack) =>
      pack(Buffer.alloc(10_000_000, 0x20)),
    );
    const names = ['gzip', 'br', 'deflate', 'zstd'];
    const twice = gzipSync(bombs[0]!);
    const { given } = await read(
      t,
      packedEach([
        pageAt('large', large),
        ...bombs.map((bomb, i) => pageAt(`bomb${i}`, bomb, { ...HTML, 'Content-Encoding': names[i]! })),
        pageAt('twice', twice, { ...HTML, 'Content-Encoding': 'gzip, gzip' }),
        pageAt('z'),
      ]),
      'a.warc.gz',
      { maxBytes: 100_000 },
    );
    assert.deepEqual(outcomes(given), [...Array.from({ length: 6 }, () => 'refused: too large'), 'norta.example-z']);
  });

  it('that is none, holds nothing or no page is refused', async (t) => {
    const cases: readonly (readonly [bytes: Uint8Array | string, code: string])[] = [
      ['', 'empty'],
      ['{"id":"a"}\n', 'wrong type'],
      [gzipSync('{"id":"a"}\n'), 'wrong type'],
      ['WARC/1.0\r\nno length\r\n\r\n', 'damaged'],
      [`WARC/1.0\r\nX: ${'x'.repeat(200_000)}\r\n\r\n`, 'damaged'],
      [`WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n`, 'damaged'],
      [`WARC/1.0\r\nContent-Length: -5\r\n\r\n`, 'damaged'],
      [warcRecord({ type: 'warcinfo', block: 'x' }), 'empty'],
    ];
    for (const [bytes, code] of cases) {
      const { given } = await read(t, Buffer.from(bytes));
      assert.equal(onlyRefusal(given).code, code, String(bytes).slice(0, 60));
    }
    assert.equal(onlyRefusal(await collect(['-'], { stdin: inPieces(gzipSync('no WARC'), 5) })).code, 'wrong type');
  });
});
