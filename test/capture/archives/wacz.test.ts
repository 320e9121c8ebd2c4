import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { Notice } from '../../../src/capture/index.ts';
import type { Capture, Refusal } from '../../../src/model.ts';
import { httpAnswer, packedEach, warcRecord } from '../builders/warc.ts';
import { type ZipEntry, zipOf } from '../builders/zip.ts';
import { collect, folderWith, onlyRefusal, outcomes, pageOf, SENTENCES } from '../inputs.ts';

const pageAt = (path: string): Buffer =>
  warcRecord({ uri: `https://norta.example/${path}`, block: httpAnswer(pageOf(SENTENCES)) });
const picture = warcRecord({
  uri: 'https://norta.example/a.png',
  block: httpAnswer('x', { 'Content-Type': 'image/png' }),
});

const BESIDE: readonly ZipEntry[] = [
  { name: 'datapackage.json', content: '{"profile":"data-package","wacz_version":"1.1.1"}' },
  { name: 'pages/pages.jsonl', content: '{"format":"json-pages-1.0","id":"pages"}\n' },
  { name: 'indexes/index.cdx.gz', content: 'x', stored: true },
];

async function read(t: TestContext, bytes: Uint8Array) {
  const path = join(await folderWith(t, { 'site.wacz': bytes }), 'site.wacz');
  const notices: Notice[] = [];
  const given: (Capture | Refusal)[] = await collect([path], { notice: (notice) => notices.push(notice) });
  return { path, given, notices };
}

describe('a WACZ', () => {
  it('gives the pages of all its WARC files, stored or packed', async (t) => {
    const { path, given, notices } = await read(
      t,
      zipOf([
        ...BESIDE,
        { name: 'archive/a.warc.gz', content: packedEach([pageAt('a'), picture]), stored: true },
        { name: 'archive/b.warc', content: pageAt('b') },
        { name: 'raw/inner.wacz', content: 'x' },
      ]),
    );
    assert.deepEqual(outcomes(given), ['norta.example-a', 'norta.example-b']);
    assert.deepEqual(
      notices.map(({ input, words }) => [input, words]),
      [
        [`${path}/archive/a.warc.gz`, 'Left out, since they are no pages: image/png (1).'],
        [path, 'Archives within this archive are left out (1): give them by themselves.'],
      ],
    );
  });

  it('goes on after a WARC file that is cut, empty or locked', async (t) => {
    const cut = packedEach([pageAt('a'), pageAt('c')]).subarray(0, -50);
    const { path, given } = await read(
      t,
      zipOf([
        { name: 'archive/cut.warc.gz', content: cut, stored: true },
        { name: 'archive/empty.warc', content: '' },
        { name: 'archive/locked.warc', content: pageAt('l'), locked: true },
        { name: 'archive/z.warc', content: pageAt('z') },
      ]),
    );
    assert.deepEqual(outcomes(given), [
      'norta.example-a',
      'refused: damaged',
      'refused: empty',
      'refused: encrypted',
      'norta.example-z',
    ]);
    assert.equal((given[3] as Refusal).input, `${path}/archive/locked.warc`);
  });

  it('that unpacks to more than it says is refused', async (t) => {
    const { given } = await read(
      t,
      zipOf([
        { name: 'archive/a.warc', content: Buffer.concat([pageAt('a'), pageAt('b')]), claimed: pageAt('a').length },
      ]),
    );
    assert.equal((given.at(-1) as Refusal).code, 'damaged');
  });

  it('that is no ZIP, is cut, or holds no WARC is refused', async (t) => {
    const whole = zipOf([...BESIDE, { name: 'archive/a.warc', content: pageAt('a') }]);
    const cases: readonly (readonly [bytes: Uint8Array, code: string])[] = [
      [Buffer.from('no ZIP'), 'damaged'],
      [Buffer.alloc(0), 'damaged'],
      [whole.subarray(0, -30), 'damaged'],
      [zipOf(BESIDE), 'empty'],
      [zipOf([{ name: '../archive/a.warc', content: pageAt('a') }]), 'damaged'],
    ];
    for (const [bytes, code] of cases) assert.equal(onlyRefusal((await read(t, bytes)).given).code, code);
  });
});
