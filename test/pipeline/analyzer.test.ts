import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import {
  type Analyzer,
  type Article,
  analyzeStream,
  type Capture,
  capture,
  createAnalyzer,
} from '../../src/pipeline/index.ts';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));

function article(id: string, text: string): Article {
  return { id, title: null, byline: null, published: null, outlet: null, language: null, url: null, text };
}

async function* captured(texts: readonly string[]): AsyncGenerator<Capture> {
  const bytes = new TextEncoder().encode('bytes');
  for (const [i, text] of texts.entries()) {
    const snapshot = { bytes, sha256: '', mediaType: 'text/plain', location: `${i}.txt`, capturedAt: '' };
    yield { article: article(String(i), text), snapshot };
  }
}

describe('createAnalyzer', () => {
  let analyzer: Analyzer;
  before(async () => {
    analyzer = await createAnalyzer();
  });

  it('gives one result for each article, in order, and spans that lie in the text', async () => {
    const texts = [
      'Ilse Quandt said the harbour would stay open.',
      '',
      '“We are ready,” Tomas Erribe told reporters on Monday.\nHe did not say for what.',
      'No one speaks here',
    ];
    const articles = texts.map((text, i) => article(`a${i}`, text));
    const analyzed = await analyzer.analyze(articles);
    assert.deepEqual(
      analyzed.map(({ attributions: _, ...rest }) => rest),
      articles,
    );
    assert.ok(analyzed[0]!.attributions.length > 0);
    assert.deepEqual(analyzed[1]!.attributions, []);
    const [quotation] = analyzed[2]!.attributions;
    assert.equal(quotation?.speaker?.name, 'Tomas Erribe');
  });

  it('takes no articles', async () => {
    assert.deepEqual(await analyzer.analyze([]), []);
  });

  it('names the model that is missing or damaged', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    cpSync(MODELS, folder, { recursive: true });
    writeFileSync(join(folder, 'tagger.json'), '{');
    await assert.rejects(createAnalyzer({ models: folder }), /tagger\.json is damaged/);
    rmSync(join(folder, 'tagger.json'));
    await assert.rejects(createAnalyzer({ models: folder }), /tagger\.json is missing.*npm run train/);
  });
});

describe('analyzeStream', () => {
  /** Fails on one article, alone or among others, as a fault in a stage would. */
  const faulty: Analyzer = {
    async analyze(articles) {
      if (articles.some(({ text }) => text === 'bad')) throw new Error('too deep');
      return articles.map((one) => ({ ...one, attributions: [] }));
    },
  };

  it('refuses the article at fault by name, and goes on with the rest', async () => {
    const items = [];
    for await (const item of analyzeStream(faulty, captured(['a', 'b', 'bad', 'c']))) items.push(item);
    assert.deepEqual(
      items.map((item) => ('code' in item ? [item.code, item.input] : item.article.id)),
      ['0', '1', ['not analysed', '2.txt'], '3'],
    );
    const refusal = items[2]!;
    assert.ok('reason' in refusal);
    assert.match(refusal.reason, /could not be analysed: too deep/);
  });

  it('holds no more snapshots at a time than fit in memory, however short their texts', async () => {
    const bytes = new Uint8Array(20 * 1024 * 1024);
    async function* heavy() {
      for await (const item of captured(['a', 'b', 'c'])) yield { ...item, snapshot: { ...item.snapshot, bytes } };
    }
    const together: number[] = [];
    const counting: Analyzer = {
      analyze(articles) {
        together.push(articles.length);
        return faulty.analyze(articles);
      },
    };
    let given = 0;
    for await (const _ of analyzeStream(counting, heavy())) given++;
    assert.equal(given, 3);
    assert.deepEqual(together, [1, 1, 1]);
  });

  it('passes refusals through in their place', async () => {
    async function* mixed() {
      yield* captured(['a']);
      yield* capture(['/nonexistent/article.txt']);
      yield* captured(['b']);
    }
    const kinds = [];
    for await (const item of analyzeStream(faulty, mixed())) kinds.push('code' in item ? item.code : 'article');
    assert.deepEqual(kinds, ['article', 'not found', 'article']);
  });
});
