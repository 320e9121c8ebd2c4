import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { fromTargetUri, isOwnUri, toTargetUri } from '../../../src/capture/archives/location.ts';
import { isRefusal, writeWarc } from '../../../src/capture/index.ts';
import type { Capture, Snapshot } from '../../../src/model.ts';
import { docxOf, paragraph } from '../builders/docx.ts';
import { pdfOf, setColumn } from '../builders/pdf.ts';
import { startServer } from '../fetch/server.ts';
import { collect, folderWith, inPieces, NOW, pageOf, SENTENCES } from '../inputs.ts';

async function write(snapshots: readonly Snapshot[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of writeWarc(snapshots, NOW)) parts.push(part);
  return Buffer.concat(parts);
}

const articles = (given: Awaited<ReturnType<typeof collect>>): Capture[] =>
  given.filter((each): each is Capture => !isRefusal(each));

/** Captures of every kind, from files, a server and standard input. */
async function captures(t: import('node:test').TestContext): Promise<Capture[]> {
  const text = SENTENCES.join('\n\n');
  const folder = await folderWith(t, {
    'a 100% #1?.txt': text,
    'naïve.md': `# Harbour talks go on\n\n${text}`,
    'c.html': pageOf(SENTENCES),
    'd.html.gz': gzipSync(pageOf(SENTENCES)),
    'e.pdf': pdfOf([setColumn(SENTENCES, { apart: 8 }).lines]),
    'f.docx': docxOf(SENTENCES.map((each) => paragraph(each)).join('')),
    'g.jsonl': `{"id":"x","text":${JSON.stringify(text)}}\n{"id":"y","text":"A single line."}\n`,
  });
  const { origin, close } = await startServer();
  t.after(close);
  const addresses = ['world/talks-go-on.html', 'packed', 'cyrillic', 'plain', 'markdown', 'lines'].map(
    (path) => `${origin}/${path}`,
  );
  const stdin = inPieces(Buffer.from(text), 50);
  return articles(await collect([folder, ...addresses, '-'], { allowPrivateAddresses: true, stdin }));
}

/** A capture as an archive keeps it: the bytes, without what the server said beside them. */
function archived({ snapshot, ...rest }: Capture): Capture {
  const { status: _, redirects: __, headers: ___, ...kept } = snapshot;
  return { ...rest, snapshot: { ...kept, bytes: Buffer.from(kept.bytes) } };
}

describe('writing a WARC', () => {
  it('of captures of every kind gives the same captures again, with the same bytes', async (t) => {
    const given = await captures(t);
    assert.ok(given.length >= 15);
    const bytes = await write(given.map(({ snapshot }) => snapshot));
    const again = await collect(['-'], { stdin: inPieces(bytes, 1000) });
    assert.deepEqual(again, given.map(archived));
  });

  it('writes records as the standard has them, each packed by itself', async () => {
    const page = Buffer.from(pageOf(SENTENCES));
    const sha256 = createHash('sha256').update(page).digest('hex');
    const snapshot: Snapshot = {
      bytes: page,
      sha256,
      mediaType: 'text/html; charset=utf-8',
      location: 'https://norta.example/a',
      capturedAt: '2031-05-03T12:00:00.000Z',
    };
    const parts: string[] = [];
    for await (const part of writeWarc([snapshot], NOW)) parts.push(gunzipSync(part).toString());
    assert.match(
      parts[0]!,
      /^WARC\/1\.1\r\nWARC-Type: warcinfo\r\n[\s\S]*\r\n\r\nsoftware: Onrecord\/[\d.]+\r\n[\s\S]*\r\n\r\n$/,
    );
    const [head, ...rest] = parts[1]!.split('\r\n\r\n');
    assert.deepEqual(head!.split('\r\n').toSpliced(2, 1), [
      'WARC/1.1',
      'WARC-Type: resource',
      'WARC-Date: 2031-05-03T12:00:00.000Z',
      'WARC-Target-URI: https://norta.example/a',
      `WARC-Block-Digest: sha256:${sha256}`,
      `WARC-Payload-Digest: sha256:${sha256}`,
      'Content-Type: text/html; charset=utf-8',
      `Content-Length: ${page.length}`,
    ]);
    assert.match(
      head!,
      /\r\nWARC-Record-ID: <urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}>\r\n/,
    );
    assert.equal(rest.join('\r\n\r\n'), `${page}\r\n\r\n`);
  });

  it('writes the same snapshots as the same bytes, and keeps every field on its line', async () => {
    const snapshot: Snapshot = {
      bytes: Buffer.from('x'),
      sha256: createHash('sha256').update('x').digest('hex'),
      mediaType: 'text/plain\r\nWARC-Type: request',
      location: 'a\r\nWARC-Type: request.txt',
      capturedAt: '2031-05-03T12:00:00.000Z',
    };
    const [first, second] = [await write([snapshot, snapshot]), await write([snapshot, snapshot])];
    assert.ok(first.equals(second));
    assert.doesNotMatch(gunzipSync(first).toString(), /^WARC-Type: request/m);
  });

  it('gives every location back', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.webUrl(), fc.constantFrom('-', 'a.jsonl:3', 'C:\\news\\a.txt')),
        (location) => {
          const uri = toTargetUri(location);
          assert.equal(fromTargetUri(uri), location.toWellFormed());
          assert.ok(isOwnUri(uri) || /^[a-z][a-z0-9+.-]*:\/\//i.test(uri));
        },
      ),
    );
  });
});
