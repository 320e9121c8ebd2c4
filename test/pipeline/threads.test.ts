import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { after, before, describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  type AnalyzedArticle,
  type Article,
  analyzeStream,
  type Capture,
  createAnalyzer,
  type OpenAnalyzer,
} from '../../src/pipeline/index.ts';
import { OWN_WORKER, Threads } from '../../src/pipeline/threads/threads.ts';
import { DEADLY, NO_MODELS } from './mortal-worker.ts';

const MODELS = fileURLToPath(new URL('../../models', import.meta.url));
const MORTAL = new URL('./mortal-worker.ts', import.meta.url);
/** So many characters that every thread starts at once. */
const MANY = 1e9;

const SENTENCES = [
  'Mayor Ilse Quandt said on Monday that the harbour would stay open.',
  '“We are ready,” Tomas Erribe told reporters.',
  'According to the port authority, four cranes were damaged.',
  'She did not say for what, but her deputy promised “a full account” within days.',
];

function article(i: number, text?: string): Article {
  const base = { title: null, byline: null, published: null, outlet: null, language: null, url: null };
  const lines = Array.from({ length: 1 + (i % 4) }, (_, k) => SENTENCES[(i + k) % SENTENCES.length]!);
  return { id: `a${i}`, ...base, text: text ?? lines.join('\n') };
}

async function* captured(articles: readonly Article[]): AsyncGenerator<Capture> {
  const bytes = new TextEncoder().encode('bytes');
  for (const one of articles) {
    const snapshot = { bytes, sha256: '', mediaType: 'text/plain', location: `${one.id}.txt`, capturedAt: '' };
    yield { article: one, snapshot };
  }
}

describe('an analyser of several threads', () => {
  let alone: OpenAnalyzer;
  let several: OpenAnalyzer;

  before(async () => {
    [alone, several] = await Promise.all([createAnalyzer(), createAnalyzer({ threads: 3, expected: MANY })]);
  });
  after(() => several.close());

  it('gives the same as one thread, in order', async () => {
    const articles = Array.from({ length: 60 }, (_, i) => article(i));
    const expected = await alone.analyze(articles);
    const found: AnalyzedArticle[] = [];
    for await (const item of analyzeStream(several, captured(articles))) {
      assert.ok('article' in item);
      found.push(item.article);
    }
    assert.equal(JSON.stringify(found), JSON.stringify(expected));
    assert.ok(found.some(({ attributions }) => attributions.length > 0));
  });

  it('takes batches in whichever thread is free, each with its own result', async () => {
    const articles = Array.from({ length: 12 }, (_, i) => article(i));
    const results = await Promise.all(articles.map((one) => several.analyze([one])));
    assert.deepEqual(results.flat(), await alone.analyze(articles));
    assert.deepEqual(await several.analyze([]), []);
  });

  it('keeps no process alive that has nothing else to do', async () => {
    const pipeline = JSON.stringify(new URL('../../src/pipeline/index.ts', import.meta.url));
    const program = `
      const { createAnalyzer } = await import(${pipeline});
      const analyzer = await createAnalyzer({ threads: 2, expected: ${MANY} });
      const [one] = await analyzer.analyze([${JSON.stringify(article(1))}]);
      console.log(one.attributions.length > 0);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
    assert.equal(stdout, 'true\n');
  });

  it('is closed at any moment of its start and its work, and the process goes on', async () => {
    // Ended while a thread loads native code or is in it, the whole process is aborted: where in the start depends on the machine.
    for (let round = 0; round < 24; round++) {
      const threads = new Threads({ models: MODELS, most: 2, script: OWN_WORKER, note: () => {} });
      threads.expect(MANY);
      const analyzed = threads.analyze([article(1, SENTENCES.join(' ').repeat(40))]).catch(() => null);
      await wait(100 + round * 40);
      await threads.close();
      await analyzed;
    }
  });

  it('names the model that is missing, and leaves no thread behind', async () => {
    const options = { threads: 2, expected: MANY, models: NO_MODELS };
    await assert.rejects(createAnalyzer(options), /The model .* is missing/);
  });
});

describe('threads that are lost', () => {
  /** Threads whose own part fails on what is deadly: it must never come there. */
  async function mortal(t: { after(work: () => Promise<void>): void }, models = MODELS) {
    const notes: string[] = [];
    const note = (message: string): number => notes.push(message);
    const threads = new Threads({ models, most: 1, script: MORTAL, note });
    t.after(() => threads.close());
    const { analyze } = await createAnalyzer();
    const here = (articles: readonly Article[]): Promise<AnalyzedArticle[]> => {
      if (articles.some(({ text }) => text === DEADLY)) throw new Error('a deadly article came to this thread');
      return analyze(articles);
    };
    return { threads, notes, here };
  }
  const deadly = article(8, DEADLY);

  it('are replaced: the article that ends them is refused by name, and nothing else is lost', async (t) => {
    const { threads, notes, here } = await mortal(t);
    // This thread takes no part before the batch with the deadly article is with the other one.
    threads.expect(MANY);
    const articles = [...Array.from({ length: 4 }, (_, i) => article(i)), deadly, article(5)];
    const items = [];
    for await (const item of analyzeStream(threads, captured(articles))) {
      items.push('code' in item ? item : item.article.id);
      threads.here(here);
    }
    const [refusal] = items.splice(4, 1);
    assert.deepEqual(items, ['a0', 'a1', 'a2', 'a3', 'a5']);
    assert.ok(typeof refusal === 'object' && refusal.code === 'not analysed' && refusal.input === 'a8.txt');
    assert.match(refusal.reason, /could not be analysed: the thread that read it ended \(it ended with code 7\)/);
    assert.deepEqual(new Set(notes).size, 1);
    assert.match(notes[0]!, /A thread ended \(it ended with code 7\)/);
  });

  it('are done without when they cannot start', async (t) => {
    const { threads, notes, here } = await mortal(t, NO_MODELS);
    threads.expect(MANY);
    threads.here(here);
    assert.equal((await threads.analyze([article(1)])).length, 1);
    while (notes.length === 0) await wait(5);
    assert.match(notes.join(), /could not start \(there is no memory left\)/);
    assert.equal((await threads.analyze([article(2)])).length, 1);
  });

  it('fail what they were at when they are closed', async (t) => {
    const { threads } = await mortal(t);
    threads.expect(MANY);
    const waiting = threads.analyze([article(1)]);
    await Promise.all([assert.rejects(waiting, /was closed/), threads.close()]);
    await assert.rejects(threads.analyze([article(2)]), /was closed/);
  });
});
