import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import winkModel from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import type { Article } from '../src/model.ts';
import { capture, createAnalyzer, isRefusal } from '../src/pipeline/index.ts';

/**
 * Measures how fast articles are analysed, model loading left out, beside wink-nlp's own tokenising and tagging of the
 * same texts in the same process. Prints articles and tokens a second of processor time on one core.
 */

const DEV = fileURLToPath(new URL('../../shared/data/attribution/dev.jsonl', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../samples/articles', import.meta.url));
/** Each side is measured so many times, by turns, and its best run counts: the others were disturbed. */
const ROUNDS = 3;

interface Measured {
  /** Seconds by the clock. */
  readonly seconds: number;
  /** Seconds that all threads of the process were at work together. */
  readonly processor: number;
}

async function measure(work: () => unknown): Promise<Measured> {
  const processor = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return { seconds, processor: (user + system) / 1e6 };
}

async function readArticles(input: string): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const item of capture([input])) {
    if (isRefusal(item)) throw new Error(`${item.input}: ${item.reason}`);
    articles.push(item.article);
  }
  return articles;
}

const input = existsSync(DEV) ? DEV : SAMPLES;
const articles = await readArticles(input);
const analyzer = await createAnalyzer();
const nlp = winkNLP(winkModel, ['sbd', 'pos']);

let tokens = 0;
function tag(): void {
  tokens = 0;
  for (const { text } of articles) {
    const document = nlp.readDoc(text);
    tokens += document.tokens().length();
    document.tokens().out(nlp.its.pos);
  }
}
async function analyze(): Promise<void> {
  for (let i = 0; i < articles.length; i += 32) await analyzer.analyze(articles.slice(i, i + 32));
}

// Once unmeasured, so that both are compiled.
tag();
await analyze();
const best: Record<'analyze' | 'wink-nlp', Measured[]> = { analyze: [], 'wink-nlp': [] };
for (let round = 0; round < ROUNDS; round++) {
  best['wink-nlp'].push(await measure(tag));
  best.analyze.push(await measure(analyze));
}

const fastest = (runs: readonly Measured[]): Measured => runs.reduce((a, b) => (b.processor < a.processor ? b : a));
const own = fastest(best.analyze);
const wink = fastest(best['wink-nlp']);
const rate = (n: number, seconds: number): string => Math.round(n / seconds).toLocaleString('en');

console.log(`${articles.length} articles, ${tokens.toLocaleString('en')} tokens, from ${input}`);
for (const [name, run] of [
  ['analyze', own],
  ['wink-nlp, tokens and parts of speech alone', wink],
] as const) {
  const { seconds, processor } = run;
  console.log(
    `${name}: ${(articles.length / processor).toFixed(1)} articles/s, ${rate(tokens, processor)} tokens/s on one core ` +
      `(${processor.toFixed(2)} s of processor, ${seconds.toFixed(2)} s by the clock)`,
  );
}
console.log(`analyze takes ${(own.processor / wink.processor).toFixed(1)} times as long as wink-nlp alone`);
