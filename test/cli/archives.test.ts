import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { openRecord } from '../../src/store/index.ts';
import { docxOf, paragraph } from '../capture/builders/docx.ts';
import { pdfOf, setColumn } from '../capture/builders/pdf.ts';
import { httpAnswer, packedEach, warcRecord } from '../capture/builders/warc.ts';
import { MAIN, onrecord, temporaryFolder } from './onrecord.ts';

const SENTENCES = [
  'Mayor Ilse Quandt said on Monday that the pier was safe again and that ships would be let in.',
  'Tomas Erribe said the crane was unsafe, and that nobody in the town hall had asked him about it.',
];
const page = (title: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${SENTENCES.join('</p><p>')}</p></body></html>`;

/** A folder with inputs of many kinds. */
function inputs(t: TestContext): string {
  const folder = temporaryFolder(t);
  const record = (path: string, type: string): Buffer =>
    warcRecord({
      uri: `https://ormsby.example/${path}`,
      block: httpAnswer(page(`Pier ${path} opens`), { 'Content-Type': type }),
    });
  const records = [record('a', 'text/html'), record('b', 'text/html'), record('c.png', 'image/png')];
  writeFileSync(join(folder, 'crawl.warc.gz'), packedEach(records));
  writeFileSync(join(folder, 'release.pdf'), pdfOf([setColumn(SENTENCES, { apart: 8 }).lines]));
  writeFileSync(join(folder, 'letter.docx'), docxOf(SENTENCES.map((each) => paragraph(each)).join('')));
  writeFileSync(join(folder, 'lines.jsonl'), `${JSON.stringify({ id: 'x', text: SENTENCES[0] })}\n`);
  writeFileSync(
    join(folder, 'old.txt'),
    Buffer.from(`${SENTENCES.join('\n\n')}\n\nThe caf\xe9 was full, he said.`, 'latin1'),
  );
  writeFileSync(join(folder, 'photo.jpg'), 'x');
  return folder;
}

/** What a record holds, whatever file it is in. */
function contentOf(path: string): unknown {
  const record = openRecord(path, { readOnly: true });
  try {
    const articles = record.articles({ limit: 500 }).items.map(({ key }) => record.article(key));
    return [
      articles,
      [...record.everyAttribution()],
      // Without what the server said: an export holds resources.
      [...record.everySnapshot()].map(({ status: _, redirects: __, headers: ___, ...each }) => ({
        ...each,
        bytes: Buffer.from(each.bytes),
      })),
    ];
  } finally {
    record.close();
  }
}

describe('archives and documents', () => {
  it('go into a record; what was left out or guessed is said, and is no failure', async (t) => {
    const folder = inputs(t);
    const run = await onrecord(['add', '--record', join(folder, 'r.db'), folder]);
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(
      run.stderr.split('\n').filter((line) => line.startsWith('onrecord:')),
      [
        `onrecord: ${join(folder, 'crawl.warc.gz')}: Left out, since they are no pages: image/png (1).`,
        `onrecord: ${join(folder, 'old.txt')}: Its encoding is not declared, or not truly: it was read as windows-1252, which is what it looks like.`,
        `onrecord: ${folder}: Files were left out, since nothing is read of their kinds: .db (1), .jpg (1).`,
      ],
    );
    assert.equal(run.stdout.split('\n').filter((line) => line.startsWith('added')).length, 6);
  });

  it('come out as a WARC from which the same record can be made', async (t) => {
    const folder = inputs(t);
    const [first, second, archive] = ['first.db', 'second.db', 'out.warc.gz'].map((name) =>
      join(temporaryFolder(t), name),
    ) as [string, string, string];
    assert.equal((await onrecord(['add', '--record', first, folder])).status, 0);
    const writing = spawn('sh', [
      '-c',
      `"${process.execPath}" "${MAIN}" export --format warc --record "${first}" > "${archive}"`,
    ]);
    assert.deepEqual(await once(writing, 'close'), [0, null]);
    assert.equal(
      gunzipSync(readFileSync(archive))
        .toString('latin1')
        .match(/^WARC-Type: resource\r$/gm)?.length,
      6,
    );
    assert.equal((await onrecord(['add', '--record', second, archive])).status, 0);
    assert.deepEqual(contentOf(second), contentOf(first));
  });

  it('that are cut end with status 1, and name the place', async (t) => {
    const folder = inputs(t);
    const whole = readFileSync(join(folder, 'crawl.warc.gz'));
    writeFileSync(join(folder, 'cut.warc.gz'), whole.subarray(0, 500));
    const run = await onrecord(['extract', 'cut.warc.gz'], { cwd: folder });
    assert.equal(run.status, 1);
    assert.match(run.stdout, /^\{"id":"ormsby\.example-a","title":"Pier a opens"/);
    assert.match(
      run.stderr,
      /^onrecord: cut\.warc\.gz: It is cut short: [^\n]*at byte \d+[^\n]*\. What stands before that was read: 1 page\.\n$/,
    );
  });
});
