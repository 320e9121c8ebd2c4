import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, it } from 'node:test';
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { readBody } from '../../../src/capture/fetch/body.ts';
import { Refused } from '../../../src/capture/refused.ts';
import { inPieces } from '../inputs.ts';

const PACKERS = {
  gzip: gzipSync,
  'x-gzip': gzipSync,
  deflate: deflateSync,
  br: brotliCompressSync,
  zstd: zstdCompressSync,
} as const;
const RAW = { deflate: deflateRawSync };

const read = (
  bytes: Uint8Array,
  packing: string,
  maxBytes = 1_000_000,
  size = 7,
  larger: 'refuse' | 'cut' = 'refuse',
) => readBody(Readable.from(inPieces(bytes, size)), { 'content-encoding': packing }, { maxBytes, larger });

const packing = fc.constantFrom(...(Object.keys(PACKERS) as (keyof typeof PACKERS)[]));
const bytes = fc.uint8Array({ minLength: 1, maxLength: 3_000 });

describe('bodies', () => {
  it('come out as they were packed, once or twice, in pieces of any size', async () => {
    await fc.assert(
      fc.asyncProperty(
        bytes,
        packing,
        fc.option(packing),
        fc.integer({ min: 1, max: 500 }),
        async (body, first, second, size) => {
          const once = PACKERS[first](body);
          const sent = second ? PACKERS[second](once) : once;
          const given = await read(sent, second ? `${first}, ${second.toUpperCase()}` : first, 1_000_000, size);
          assert.deepEqual(new Uint8Array(given), body);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that are cut off anywhere are not taken for whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ minLength: 50, maxLength: 3_000 }),
        packing,
        fc.double({ min: 0.01, max: 0.9, noNaN: true }),
        async (body, kind, part) => {
          const sent = PACKERS[kind](body);
          const cut = sent.subarray(0, Math.max(1, Math.floor(sent.length * part)));
          await assert.rejects(read(cut, kind), (error) => error instanceof Refused && error.code === 'unreachable');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of any bytes are read or refused, whatever they are called', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, fc.oneof(packing, fc.string({ maxLength: 12 })), async (body, kind) => {
        await read(body, kind).catch((error: unknown) => assert.ok(error instanceof Refused, String(error)));
      }),
      { numRuns: 150 },
    );
  });

  it('are refused or cut at the bound, and not before', async () => {
    const body = Buffer.alloc(5_000, 0x61);
    for (const kind of ['', ...Object.keys(PACKERS)] as ('' | keyof typeof PACKERS)[]) {
      const sent = kind ? PACKERS[kind](body) : body;
      assert.equal((await read(sent, kind, 5_000)).length, 5_000);
      await assert.rejects(read(sent, kind, 4_999), { code: 'too large' });
      assert.equal((await read(sent, kind, 4_999, 7, 'cut')).length, 4_999, kind);
    }
    assert.equal((await read(RAW.deflate(body), 'deflate', 5_000)).length, 5_000);
  });

  it('give the error of their source, and not one of unpacking', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield gzipSync('x'.repeat(1_000)).subarray(0, 15);
      throw Object.assign(new Error('away'), { code: 'ECONNRESET' });
    };
    for (const kind of ['', 'gzip'])
      await assert.rejects(
        readBody(Readable.from(broken()), { 'content-encoding': kind }, { maxBytes: 9_999, larger: 'refuse' }),
        { code: 'ECONNRESET' },
      );
  });

  it('stop their source when they are given up', async () => {
    let given = 0;
    const endless = async function* (): AsyncGenerator<Uint8Array> {
      for (;;) {
        given++;
        yield gzipSync(Buffer.alloc(100_000));
      }
    };
    const source = Readable.from(endless());
    await assert.rejects(readBody(source, { 'content-encoding': 'gzip' }, { maxBytes: 50_000, larger: 'refuse' }), {
      code: 'too large',
    });
    await new Promise((resolve) => setImmediate(resolve));
    const then = given;
    await new Promise((resolve) => setTimeout(resolve, 20));
    assert.deepEqual([source.destroyed, given], [true, then]);
  });
});
