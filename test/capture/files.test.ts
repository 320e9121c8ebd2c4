import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Notice } from '../../src/capture/index.ts';
import {
  collect,
  folderWith,
  NOW,
  onlyCapture,
  onlyRefusal,
  outcomes,
  pageOf,
  SENTENCES,
  temporaryFolder,
} from './inputs.ts';

const TEXT = `Harbour talks go on\n\n${SENTENCES.join('\n\n')}\n`;
const PAGE = pageOf(SENTENCES);
const PARAGRAPHS = SENTENCES.join('\n\n');

describe('files', () => {
  it('of every kind become articles named after them', async (t) => {
    const folder = await folderWith(t, {
      'a.txt': TEXT,
      'b.html': PAGE,
      'c.HTM': PAGE,
      'd.html.gz': gzipSync(PAGE),
      'e.md': `# ${TEXT}`,
      'f.jsonl': `${JSON.stringify({ id: 'line', text: ' As it is ' })}\n`,
    });
    const given = await collect(
      ['a.txt', 'b.html', 'c.HTM', 'd.html.gz', 'e.md', 'f.jsonl'].map((name) => join(folder, name)),
    );
    assert.deepEqual(outcomes(given), ['a', 'b', 'c', 'd', 'e', 'line']);
    const articles = given.map((each) => ('article' in each ? each.article : assert.fail()));
    for (const { text, title } of articles.slice(0, 5))
      assert.deepEqual([title, text], ['Harbour talks go on', PARAGRAPHS]);
    assert.equal(articles[5]!.text, ' As it is ');
  });

  it('are snapshotted byte for byte', async (t) => {
    const packed = gzipSync(PAGE);
    const folder = await folderWith(t, { 'd.html.gz': packed });
    const path = join(folder, 'd.html.gz');
    const { snapshot } = onlyCapture(await collect([path]));
    assert.deepEqual(Buffer.from(snapshot.bytes), packed);
    assert.deepEqual(
      { ...snapshot, bytes: null },
      {
        bytes: null,
        sha256: createHash('sha256').update(packed).digest('hex'),
        mediaType: 'application/gzip',
        location: path,
        capturedAt: NOW.toISOString(),
      },
    );
  });

  it('named but missing, of unknown kind or no files at all are refused by name', async (t) => {
    const folder = await folderWith(t, { 'a.xyz': 'x', noending: 'x', '.txt': 'x' });
    for (const [name, code] of [
      ['gone.txt', 'not found'],
      ['a.xyz', 'wrong type'],
      ['noending', 'wrong type'],
      ['.txt', 'wrong type'],
    ] as const) {
      const path = join(folder, name);
      const refusal = onlyRefusal(await collect([path]));
      assert.deepEqual([refusal.input, refusal.code], [path, code]);
      assert.match(refusal.reason, /^[A-Z].*\.$/);
    }
    assert.equal(onlyRefusal(await collect(['/dev/null'])).code, 'wrong type');
    assert.equal(onlyRefusal(await collect(['bad\0name.txt'])).code, 'not found');
  });

  const bad: readonly (readonly [what: string, name: string, content: string | Uint8Array, code: string])[] = [
    ['empty', 'x.txt', '', 'empty'],
    ['empty', 'x.html', '', 'empty'],
    ['empty', 'x.jsonl', '', 'empty'],
    ['white space', 'x.txt', ' \n\t\n', 'empty'],
    ['white space', 'x.html', '  \n', 'empty'],
    ['NUL bytes', 'x.txt', 'The talks\0go on.', 'binary'],
    ['a PDF', 'x.html', '%PDF-1.7 …', 'binary'],
    ['a PNG', 'x.txt', Buffer.from('89504e470d0a1a0a', 'hex'), 'binary'],
    ['a ZIP', 'x.md', Buffer.from('504b030414000000', 'hex'), 'binary'],
    ['a PDF as lines', 'x.jsonl', '%PDF-1.7\n1 0 obj\n2 0 obj\n', 'binary'],
    ['invalid UTF-8', 'x.txt', Buffer.concat([Buffer.from(TEXT), Buffer.from([0xc3, 0x28])]), 'bad encoding'],
    [
      'invalid UTF-8 of no declared encoding',
      'x.html',
      Buffer.concat([Buffer.from(PAGE), Buffer.from([0xff])]),
      'bad encoding',
    ],
    ['an unknown encoding', 'x.html', `<meta charset="klingon-8">${PAGE}`, 'bad encoding'],
    ['not gzip', 'x.html.gz', PAGE, 'wrong type'],
    ['half gzip', 'x.html.gz', gzipSync(PAGE).subarray(0, 60), 'wrong type'],
    ['empty gzip', 'x.html.gz', gzipSync(''), 'empty'],
    [
      'a menu only',
      'x.html',
      '<html><body><nav><a href="/">Home</a><a href="/news">News</a></nav></body></html>',
      'no article text',
    ],
    ['buttons only', 'x.txt', 'Share\nPrint\nComments (3)\n', 'no article text'],
    ['markup without words', 'x.html', '<div><p <a href="x <table><tr', 'no article text'],
    ['deep nesting', 'x.html', `${'<div>'.repeat(100_000)}${PAGE}`, 'too large'],
    ['endless tags', 'x.html', `${'<b></b>'.repeat(100_000)}${PAGE}`, 'too large'],
  ];
  for (const [what, name, content, code] of bad) {
    it(`with ${what} (${name}) are refused as “${code}”, and the next goes in`, async (t) => {
      const folder = await folderWith(t, { [name]: content, 'good.txt': TEXT });
      const given = await collect([join(folder, name), join(folder, 'good.txt')]);
      assert.deepEqual(outcomes(given), [`refused: ${code}`, 'good']);
    });
  }

  it('over the bound are refused, packed or not', async (t) => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, 0x20));
    assert.ok(bomb.length < 100_000);
    const folder = await folderWith(t, { 'large.txt': TEXT.repeat(100), 'bomb.html.gz': bomb });
    const inputs = [join(folder, 'large.txt'), join(folder, 'bomb.html.gz')];
    assert.deepEqual(outcomes(await collect(inputs, { maxBytes: 20_000 })), [
      'refused: too large',
      'refused: too large',
    ]);
    assert.equal(onlyRefusal(await collect([join(folder, 'bomb.html.gz')])).code, 'too large');
  });

  it('of text that are a saved page are read as one', async (t) => {
    const folder = await folderWith(t, { 'saved.txt': PAGE });
    assert.equal(onlyCapture(await collect([join(folder, 'saved.txt')])).article.text, PARAGRAPHS);
  });

  it('in UTF-16 with its mark are decoded', async (t) => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')]);
    const folder = await folderWith(t, { 'wide.txt': bytes });
    assert.equal(onlyCapture(await collect([join(folder, 'wide.txt')])).article.text, PARAGRAPHS);
  });
});

describe('folders', () => {
  it('are walked in the order of names, without hidden files and other kinds', async (t) => {
    const folder = await folderWith(t, {
      'b.txt': TEXT,
      'a.html': PAGE,
      '.hidden.txt': TEXT,
      'notes.xyz': 'x',
      'z.txt': '',
    });
    await mkdir(join(folder, 'aa', 'deep'), { recursive: true });
    await mkdir(join(folder, '.git'));
    await writeFile(join(folder, 'aa', 'deep', 'c.txt'), TEXT);
    await writeFile(join(folder, '.git', 'd.txt'), TEXT);
    await symlink(folder, join(folder, 'aa', 'round'));
    await symlink('/dev/zero', join(folder, 'endless.txt'));
    await symlink(join(folder, 'b.txt'), join(folder, 'link.txt'));
    const given = await collect([folder]);
    assert.deepEqual(outcomes(given), ['a', 'c', 'b', 'link', 'refused: empty']);
    assert.equal('input' in given[4]! && given[4].input, join(folder, 'z.txt'));
  });

  it('say once of each kind what was left out, and where links lead round', async (t) => {
    const folder = await folderWith(t, {
      'a.txt': TEXT,
      'b.JPG': 'x',
      'c.jpg': 'x',
      'd.xyz': 'x',
      noending: 'x',
      'version.1.2-final-and-last': 'x',
      '.hidden.png': 'x',
    });
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'sub', 'e.jpg'), 'x');
    await symlink(folder, join(folder, 'sub', 'round'));
    await symlink(join(folder, 'sub'), join(folder, 'again'));
    await symlink('/dev/null', join(folder, 'null.txt'));
    const notices: Notice[] = [];
    const given = await collect([folder], { notice: (notice) => notices.push(notice) });
    assert.deepEqual(outcomes(given), ['a']);
    const words =
      'Files were left out, since nothing is read of their kinds: .jpg (3), links to folders (2), without an ending (2), ' +
      '.xyz (1), devices (1).';
    assert.deepEqual(notices, [{ input: folder, words }]);
    assert.deepEqual(
      outcomes(await collect([join(folder, 'again')])),
      ['refused: empty'],
      'a link that is named is followed',
    );
  });

  it('without any article are refused', async (t) => {
    const folder = await folderWith(t, { 'a.xyz': 'x' });
    assert.equal(onlyRefusal(await collect([folder])).code, 'empty');
  });

  it('that cannot be read are refused, and the rest goes in', async (t) => {
    const folder = await temporaryFolder(t);
    await chmod(folder, 0o755);
    await mkdir(join(folder, 'shut'));
    await writeFile(join(folder, 'z.txt'), TEXT);
    await chmod(join(folder, 'shut'), 0);
    // Root reads every folder: as root, the folder is read as nobody.
    const root = process.geteuid?.() === 0;
    if (root) process.seteuid?.(65534);
    try {
      assert.deepEqual(outcomes(await collect([folder])), ['refused: unreachable', 'z']);
    } finally {
      if (root) process.seteuid?.(0);
      await chmod(join(folder, 'shut'), 0o700);
    }
  });
});
