import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { isRefusal, recapture } from '../../src/capture/index.ts';
import type { Capture, Snapshot } from '../../src/model.ts';
import { docxOf, paragraph } from './builders/docx.ts';
import { savedByChrome } from './builders/mhtml.ts';
import { pdfOf, setColumn } from './builders/pdf.ts';
import { httpAnswer, warcRecord } from './builders/warc.ts';
import { startServer } from './fetch/server.ts';
import { collect, folderWith, pageOf, SENTENCES } from './inputs.ts';

const FIXTURES = fileURLToPath(new URL('../fixtures/capture', import.meta.url));

/** Snapshots that give the same capture again, but for what is known only of the record: the id. */
async function assertAgain(captures: readonly Capture[]): Promise<void> {
  for (const given of captures) {
    assert.deepEqual(await recapture(given.snapshot, given.article.id), given, given.snapshot.location);
  }
}

const articles = (given: Awaited<ReturnType<typeof collect>>): Capture[] =>
  given.filter((each): each is Capture => !isRefusal(each));

it('files of every sort come out of their snapshots as they were captured', async (t) => {
  const text = SENTENCES.join('\n\n');
  const folder = await folderWith(t, {
    'a.txt': text,
    'utf16.txt': Buffer.from(`\ufeff${text}`, 'utf16le'),
    'page.txt': pageOf(SENTENCES),
    'b.md': `# Harbour talks go on\n\n${text}`,
    'c.html': pageOf(SENTENCES),
    'packed.HTML.gz': gzipSync(pageOf(SENTENCES)),
    'd.md': `---\ntitle: Harbour talks\ndate: 2031-05-03\n---\n\n${text}`,
    'e.pdf': pdfOf([setColumn(SENTENCES, { apart: 8 }).lines]),
    'f.docx': docxOf(SENTENCES.map((each) => paragraph(each)).join(''), { creator: 'Ana Kessler' }),
    'g.mhtml': savedByChrome(pageOf(SENTENCES), 'https://norta.example/talks'),
    'h.warc.gz': gzipSync(
      warcRecord({
        uri: 'https://norta.example/talks',
        block: httpAnswer(gzipSync(pageOf(SENTENCES)), {
          'Content-Type': 'text/html; charset=latin1',
          'Content-Encoding': 'gzip',
        }),
      }),
    ),
    'i.html': Buffer.from(pageOf([...SENTENCES, 'The caf\xe9 on the quay stayed open, she said.']), 'latin1'),
    'lines.jsonl': `\ufeff{"id":"x","text":${JSON.stringify(text)},"outlet":"O"}\r\n\n{"id":"y","text":"T","published":"3 March 2031"}`,
  });
  const given = articles(await collect([folder, join(FIXTURES, 'pages'), join(FIXTURES, 'pasted')]));
  assert.ok(given.length > 21);
  await assertAgain(given);
});

it('pages come out as they were fetched, whatever they declared, and standard input too', async (t) => {
  const { origin, close } = await startServer();
  t.after(close);
  const paths = [
    'world/talks-go-on.html',
    'packed',
    'cyrillic',
    'plain',
    'latin',
    'markdown',
    'lines',
    'untyped',
    'moved',
    'own-canonical',
    'other-canonical',
  ];
  const options = { allowPrivateAddresses: true };
  const fetched = articles(
    await collect(
      paths.map((path) => `${origin}/${path}`),
      options,
    ),
  );
  assert.equal(fetched.length, paths.length);
  await assertAgain(fetched);
  for (const words of [
    pageOf(SENTENCES),
    SENTENCES.join('\n\n'),
    `# Talks\n\n${SENTENCES.join('\n\n')}`,
    '{"id":"a","text":"T"}\n',
  ]) {
    const stdin = (async function* () {
      yield Buffer.from(words);
    })();
    const piped = articles(await collect(['-'], { stdin }));
    assert.equal(piped.length, 1);
    await assertAgain(piped);
  }
});

it('bytes that give no article are refused by name', async () => {
  const bytes = Buffer.from('no json');
  const snapshot: Snapshot = {
    bytes,
    sha256: '',
    mediaType: 'text/plain',
    location: 'in/a.txt',
    capturedAt: '2031-05-03T12:00:00.000Z',
  };
  const wrong: Partial<Snapshot>[] = [
    { mediaType: 'application/pdf' },
    { mediaType: 'image/png' },
    { mediaType: 'application/x-ndjson', location: 'a.jsonl:3' },
    { mediaType: 'application/x-ndjson', bytes: new Uint8Array() },
    { mediaType: 'application/gzip' },
    { mediaType: 'text/html; charset=klingon-8' },
    { bytes: new Uint8Array() },
  ];
  for (const each of wrong) {
    const refused = await recapture({ ...snapshot, ...each }, 'a');
    assert.ok(isRefusal(refused), JSON.stringify(each));
    assert.equal(refused.input, each.location ?? 'in/a.txt');
  }
});
