import assert from 'node:assert/strict';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { gzipSync } from 'node:zlib';
import { PARAGRAPHS, page, smallArticle } from './articles.ts';
import { jsonLines, onrecord, ROOT, runProgram, temporaryFolder } from './onrecord.ts';

const EXTRACT_KEYS = ['id', 'title', 'byline', 'published', 'outlet', 'language', 'text', 'credit'];
/** What follows of a page. */
const PAGE_KEYS = ['modified', 'section', 'paywalled', 'canonical', 'amp'];
const ANALYZE_KEYS = [...EXTRACT_KEYS, 'attributions'];
const ATTRIBUTION_KEYS = [
  ...['source', 'cue', 'content', 'type', 'mode', 'speaker'],
  ...['saidOn', 'medium', 'confidence', 'within'],
];
const KINDS = ['person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown'];
const MODES = ['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows'];

interface Line {
  id: string;
  title: string | null;
  published: string | null;
  outlet: string | null;
  text: string;
  attributions: {
    source: [number, number][];
    cue: [number, number][];
    content: [number, number][];
    type: string;
    mode: string;
    speaker: { name: string; kind: string; role: string | null } | null;
    saidOn: string | null;
    medium: string | null;
    confidence: number;
    within: number | null;
  }[];
}

function lines(stdout: string): Line[] {
  return jsonLines(stdout) as unknown as Line[];
}

/** Writes one article in every form that the contract names. */
function everyForm(t: TestContext): { folder: string; verbatim: string } {
  const folder = temporaryFolder(t);
  const html = page('Piers stay shut', PARAGRAPHS);
  const verbatim = `  Odd  spacing stays.\r\n\r\n${PARAGRAPHS.join('\n\n')}\n`;
  writeFileSync(join(folder, 'piers.html'), html);
  writeFileSync(join(folder, 'packed.html.gz'), gzipSync(html));
  writeFileSync(join(folder, 'pasted.txt'), smallArticle(1));
  const given = { id: 'given', text: verbatim, title: 'Given', published: '2031-03-03', outlet: 'Courant', url: null };
  const bare = { id: 'bare', text: PARAGRAPHS[1] };
  writeFileSync(join(folder, 'news.jsonl'), `${JSON.stringify(given)}\n${JSON.stringify(bare)}\n`);
  return { folder, verbatim };
}

function checkSpans(line: Line): void {
  for (const attribution of line.attributions) {
    assert.deepEqual(Object.keys(attribution).slice(0, ATTRIBUTION_KEYS.length), ATTRIBUTION_KEYS);
    assert.ok(attribution.content.length > 0, 'an attribution attributes something');
    for (const [start, end] of [...attribution.source, ...attribution.cue, ...attribution.content]) {
      assert.ok(Number.isInteger(start) && Number.isInteger(end));
      assert.ok(start >= 0 && start < end && end <= line.text.length, `[${start},${end}) of ${line.text.length}`);
    }
    assert.ok(['direct', 'indirect', 'mixed'].includes(attribution.type));
    assert.ok(MODES.includes(attribution.mode));
    if (attribution.speaker) assert.ok(KINDS.includes(attribution.speaker.kind));
    if (attribution.saidOn !== null) assert.match(attribution.saidOn, /^\d{4}-\d\d-\d\d$/);
    assert.ok(attribution.confidence >= 0 && attribution.confidence <= 1);
  }
}

describe('analyze, as the contract has it', () => {
  it('takes every form of input, in the order given, with the keys in their order', async (t) => {
    const { folder, verbatim } = everyForm(t);
    const run = await onrecord(['analyze', 'news.jsonl', 'piers.html', 'packed.html.gz', 'pasted.txt'], {
      cwd: folder,
    });
    assert.equal(run.stderr, '');
    assert.equal(run.status, 0);
    const found = lines(run.stdout);
    assert.deepEqual(
      found.map((line) => line.id),
      ['given', 'bare', 'piers', 'packed', 'pasted'],
    );
    for (const line of found) {
      assert.deepEqual(Object.keys(line), ANALYZE_KEYS);
      checkSpans(line);
    }
    assert.equal(found[0]!.text, verbatim, 'the text of a JSON line is taken verbatim');
    assert.equal(found[0]!.title, 'Given');
    assert.equal(found[1]!.title, null);
    assert.equal(found[2]!.title, 'Piers stay shut');
    assert.equal(found[2]!.text, found[3]!.text, 'packed or not, a page gives the same text');
    assert.ok(!found[2]!.text.includes('Most read'));
  });

  it('finds a plain quotation with its speaker', async (t) => {
    const { folder } = everyForm(t);
    const run = await onrecord(['analyze', 'news.jsonl'], { cwd: folder });
    const [given] = lines(run.stdout);
    const quotation = given!.attributions.find((attribution) =>
      attribution.content.some(([start, end]) => given!.text.slice(start, end).includes('will not reopen the piers')),
    );
    assert.ok(quotation, 'the quotation is found');
    assert.equal(quotation.type, 'direct');
    assert.equal(quotation.mode, 'says');
    assert.equal(quotation.speaker?.name, 'Ilse Quandt');
    assert.equal(quotation.speaker?.kind, 'person');
  });

  it('reads standard input', async (t) => {
    const { folder } = everyForm(t);
    const stdin = `${JSON.stringify({ id: 'piped', text: smallArticle(4) })}\n`;
    const run = await onrecord(['analyze', '-'], { cwd: folder, stdin });
    assert.equal(run.status, 0, run.stderr);
    const [line] = lines(run.stdout);
    assert.equal(line!.id, 'piped');
    assert.ok(line!.attributions.length > 0);
  });

  it('writes nothing but JSON through npm, as measurements run it', async (t) => {
    const { folder } = everyForm(t);
    const file = join(folder, 'pasted.txt');
    const run = await runProgram('npm', ['run', '-s', 'onrecord', '--', 'analyze', file], { cwd: ROOT });
    assert.equal(run.status, 0, run.stderr);
    assert.equal(run.stderr, '');
    assert.equal(lines(run.stdout).length, 1);
  });

  it('names what it refuses, writes the rest, and ends with 1', async (t) => {
    const { folder } = everyForm(t);
    const run = await onrecord(['analyze', 'missing.txt', 'pasted.txt'], { cwd: folder });
    assert.equal(run.status, 1);
    assert.match(run.stderr, /missing\.txt/);
    assert.deepEqual(
      lines(run.stdout).map((line) => line.id),
      ['pasted'],
    );
  });
});

describe('extract, as the contract has it', () => {
  it('gives the article without the page around it', async (t) => {
    const { folder } = everyForm(t);
    const run = await onrecord(['extract', 'piers.html', 'packed.html.gz', 'pasted.txt'], { cwd: folder });
    assert.equal(run.status, 0, run.stderr);
    assert.equal(run.stderr, '');
    const found = lines(run.stdout);
    for (const line of found) {
      assert.deepEqual(Object.keys(line), line.id === 'pasted' ? EXTRACT_KEYS : [...EXTRACT_KEYS, ...PAGE_KEYS]);
    }
    assert.deepEqual(
      found.map((line) => line.id),
      ['piers', 'packed', 'pasted'],
    );
    assert.equal(found[0]!.title, 'Piers stay shut');
    assert.equal(found[0]!.outlet, 'The Ormsby Courant');
    assert.equal(found[0]!.published?.slice(0, 10), '2031-03-03');
    for (const paragraph of PARAGRAPHS) assert.ok(found[0]!.text.includes(paragraph));
    assert.ok(!found[0]!.text.includes('Tram line'));
  });

  it('needs no model', async (t) => {
    const folder = temporaryFolder(t);
    for (const part of ['src', 'package.json']) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    mkdirSync(join(folder, 'models'));
    const { symlinkSync } = await import('node:fs');
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    writeFileSync(join(folder, 'a.txt'), smallArticle(2));
    const main = join(folder, 'src/cli/main.ts');
    const extracted = await runProgram(process.execPath, [main, 'extract', 'a.txt'], { cwd: folder });
    assert.equal(extracted.status, 0, extracted.stderr);
    const analyzed = await runProgram(process.execPath, [main, 'analyze', 'a.txt'], { cwd: folder });
    assert.equal(analyzed.status, 1);
    assert.match(analyzed.stderr, /^onrecord: The model .*models.* is missing\./);
    assert.doesNotMatch(analyzed.stderr, /\n\s+at /, 'no stack trace for what a person can put right');
  });
});

describe('wrong usage', () => {
  for (const args of [[], ['analyze'], ['analyse', 'x'], ['extract', '--nonsense', 'x'], ['articles', '-n', '0']]) {
    it(`ends with 2 and a hint: onrecord ${args.join(' ')}`, async () => {
      const run = await onrecord(args);
      assert.equal(run.status, 2);
      assert.equal(run.stdout, '');
      assert.match(run.stderr, /--help/);
    });
  }
});

describe('analyze twice', () => {
  let texts: { id: string; text: string }[];
  before(() => {
    texts = Array.from({ length: 40 }, (_, n) => ({
      id: `a${n}`,
      // Of different lengths, so that a batch holds articles that are not alike.
      text: n % 3 === 0 ? `${PARAGRAPHS.slice(0, 1 + (n % 4)).join('\n')}\n${smallArticle(n)}` : smallArticle(n),
    }));
  });
  const asLines = (articles: { id: string; text: string }[]): string =>
    articles.map((article) => `${JSON.stringify(article)}\n`).join('');

  it('gives the same bytes', async () => {
    const first = await onrecord(['analyze', '-'], { stdin: asLines(texts) });
    const second = await onrecord(['analyze', '-'], { stdin: asLines(texts) });
    assert.equal(first.status, 0, first.stderr);
    assert.ok(first.stdout.length > 1000);
    assert.equal(first.stdout, second.stdout);
  });

  it('gives an article the same bytes alone, among others, and in another order', async () => {
    const together = await onrecord(['analyze', '-'], { stdin: asLines(texts) });
    const reversed = await onrecord(['analyze', '-'], { stdin: asLines(texts.toReversed()) });
    const byLine = together.stdout.trim().split('\n');
    assert.deepEqual(reversed.stdout.trim().split('\n').reverse(), byLine);
    for (const n of [0, 7, 39]) {
      const alone = await onrecord(['analyze', '-'], { stdin: asLines([texts[n]!]) });
      assert.equal(alone.stdout.trim(), byLine[n]);
    }
  });
});
