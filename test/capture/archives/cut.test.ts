import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { captureWarc } from '../../../src/capture/archives/index.ts';
import { isRefusal } from '../../../src/capture/index.ts';
import type { Capture, Refusal } from '../../../src/model.ts';
import { httpAnswer, packedEach, warcRecord } from '../builders/warc.ts';
import { folderWith, inPieces, outcomes, pageOf, SENTENCES, temporaryFolder } from '../inputs.ts';

const pageRecord = (n: number, filler = ''): Buffer =>
  warcRecord({
    uri: `https://norta.example/${n}`,
    block: httpAnswer(
      pageOf([...SENTENCES, `Ferry ${n} was late, the port authority of Norta said on Friday evening.`], filler),
    ),
  });

async function read(bytes: Uint8Array, size = 4096): Promise<(Capture | Refusal)[]> {
  const given: (Capture | Refusal)[] = [];
  const options = { maxBytes: 1_000_000, notice: () => {} };
  try {
    for await (const each of captureWarc(inPieces(bytes, size), 'cut.warc', options)) given.push(each);
  } catch (error) {
    // What holds no page at all says so by itself.
    assert.equal((error as { code?: string }).code, 'empty');
  }
  return given;
}

describe('a WARC that is cut', () => {
  const records = [0, 1, 2, 3].map((n) => pageRecord(n));
  const packed = records.map((record) => gzipSync(record));
  /** Where each record ends, in the file: a plain one without the line breaks behind it. */
  const ends = (parts: readonly Buffer[], closing: number): number[] =>
    parts.map((_, i) => parts.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0) - closing);

  const forms = [
    { name: 'plain', bytes: Buffer.concat(records), ends: ends(records, 4), parts: records },
    { name: 'packed record by record', bytes: Buffer.concat(packed), ends: ends(packed, 0), parts: packed },
  ];
  for (const { name, bytes, ends: whole, parts } of forms) {
    it(`anywhere (${name}) gives what came before the cut, and says where it stopped`, async () => {
      const cuts = fc.oneof(
        fc.integer({ min: 2, max: bytes.length }),
        // Around the ends of records, where one more byte decides.
        fc
          .tuple(fc.constantFrom(...whole), fc.integer({ min: -9, max: 9 }))
          .map(([end, off]) => Math.min(end + off, bytes.length)),
      );
      await fc.assert(
        fc.asyncProperty(cuts, fc.constantFrom(1, 100, 65_536), async (cut, size) => {
          const given = await read(bytes.subarray(0, cut), size);
          const before = whole.filter((end) => end <= cut).length;
          const captures = given.filter((each) => !isRefusal(each));
          assert.deepEqual(
            outcomes(captures),
            ['0', '1', '2', '3'].slice(0, before).map((n) => `norta.example-${n}`),
          );
          const begins = parts.slice(0, before).reduce((sum, { length }) => sum + length, 0);
          if (cut <= begins) {
            assert.equal(given.length, before, 'nothing of a further record is there');
            return;
          }
          const last = given.at(-1) as Refusal;
          assert.equal(given.length, before + 1);
          assert.deepEqual([last.code, last.input], ['damaged', 'cut.warc']);
          assert.match(last.reason, new RegExp(`\\b(?:byte|begins at byte) ${begins}\\b`));
          assert.match(
            last.reason,
            new RegExp(`was read: ${before} pages?\\.$`.replace(' pages?', before === 1 ? ' page' : ' pages')),
          );
        }),
        { numRuns: 60 },
      );
    });
  }

  it('anywhere, packed as a whole, gives no page that is not whole', async () => {
    const bytes = gzipSync(Buffer.concat(records));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 20, max: bytes.length - 1 }), async (cut) => {
        const given = await read(bytes.subarray(0, cut));
        assert.equal((given.at(-1) as Refusal).code, 'damaged');
        for (const each of given.slice(0, -1)) assert.ok(!isRefusal(each) && each.article.text.includes('was late'));
      }),
      { numRuns: 20 },
    );
  });

  it('or changed anywhere never gives a changed page that was packed, nor throws', async () => {
    const bytes = packedEach(records);
    const texts = new Set((await read(bytes)).map((each) => !isRefusal(each) && each.article.text));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= change;
        for (const each of await read(changed))
          assert.ok(isRefusal(each) || texts.has(each.article.text), `byte ${at}`);
      }),
      { numRuns: 60 },
    );
  });

  it('or left unread lets go of its file', async (t) => {
    const bytes = packedEach(records);
    const folder = await folderWith(t, {
      'cut.warc.gz': bytes.subarray(0, -20),
      'whole.warc.gz': bytes,
      'plain.warc': records[0]!,
    });
    for (const name of ['cut.warc.gz', 'whole.warc.gz', 'plain.warc']) {
      const stream = createReadStream(join(folder, name), { highWaterMark: 100 });
      try {
        for await (const each of captureWarc(stream, name, { maxBytes: 1_000_000, notice: () => {} })) {
          if (name !== 'cut.warc.gz' && !isRefusal(each)) break;
        }
      } finally {
        assert.ok(stream.destroyed, name);
      }
    }
  });

  it('or is any bytes at all ends in captures or refusals', async () => {
    const soup = fc.array(
      fc.oneof(
        fc.constantFrom(
          'WARC/1.0\r\n',
          'Content-Length: 12\r\n',
          'WARC-Type: response\r\n',
          '\r\n\r\n',
          'HTTP/1.1 200\r\n',
          'Content-Type: application/http\r\n',
          'Content-Length: 999999\r\n',
          'WARC-Target-URI: https://a.example/\r\n',
          'WARC-Date: 2031-01-01T00:00:00Z\r\n',
        ),
        fc.string({ maxLength: 20 }),
      ),
      { maxLength: 30 },
    );
    await fc.assert(
      fc.asyncProperty(soup, fc.boolean(), async (parts, pack) => {
        const bytes = Buffer.from(`WARC/1.0\r\n${parts.join('')}`);
        for (const each of await read(pack ? gzipSync(bytes) : bytes))
          if (isRefusal(each)) assert.match(each.reason, /\.$/);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a WARC of 2,000 pages', () => {
  const PAGES = 2_000;
  /** So that all of it, unpacked, is more than the memory that it is read in. */
  const FILLER = `<!--${'the harbour was quiet '.repeat(9_300)}-->`;

  it('is read in a stream, under 400 MB of memory', async (t) => {
    const path = join(await temporaryFolder(t), 'large.warc.gz');
    let unpacked = 0;
    const records = (function* () {
      for (let n = 0; n < PAGES; n++) {
        const record = pageRecord(n, FILLER);
        unpacked += record.length;
        yield gzipSync(record, { level: 1 });
      }
    })();
    await pipeline(Readable.from(records), createWriteStream(path));
    assert.ok(unpacked > 400_000_000, 'held whole, it would not fit');
    const script = fileURLToPath(new URL('reader.ts', import.meta.url));
    const run = spawnSync(process.execPath, [script, path], { encoding: 'utf8' });
    assert.equal(run.stderr, '');
    const { captures, refusals, peakMb } = JSON.parse(run.stdout);
    assert.deepEqual([captures, refusals], [PAGES, 0]);
    assert.ok(peakMb < 400, `it took ${peakMb} MB`);
    t.diagnostic(`${Math.round(unpacked / 1e6)} MB unpacked, read with ${peakMb} MB at most`);
  });
});
