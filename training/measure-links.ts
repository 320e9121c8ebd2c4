import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AnalyzedArticle, ArticleLinks, type Attribution } from '../src/pipeline/index.ts';
import { Random } from './synthetic/random.ts';

const SHARED = new URL('../../shared/', import.meta.url).pathname;

const lines = <T>(file: string): T[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as T);

/** The articles with the spans that the corpus marks, and the speakers that were found for spans that overlap them. */
function withMarkedSpans(analyzed: readonly AnalyzedArticle[]): AnalyzedArticle[] {
  const found = new Map(analyzed.map((article) => [article.id, article.attributions]));
  const marked = ['train', 'dev'].flatMap((split) =>
    lines<AnalyzedArticle>(join(SHARED, `data/attribution/${split}.jsonl`)),
  );
  const overlap = (a: Attribution, b: Attribution): number =>
    a.content.reduce(
      (sum, [s, e]) => sum + b.content.reduce((of, [x, y]) => of + Math.max(0, Math.min(e, y) - Math.max(s, x)), 0),
      0,
    );
  return marked.map((article) => ({
    ...article,
    attributions: article.attributions.map((one) => {
      const near = (found.get(article.id) ?? []).reduce<Attribution | null>(
        (best, other) => (overlap(one, other) > (best ? overlap(one, best) : 0) ? other : best),
        null,
      );
      const text = one.content.map(([s, e]) => article.text.slice(s, e)).join(' ');
      const type = /["“”]/.test(text) ? 'direct' : 'indirect';
      return {
        ...one,
        type: near?.type ?? type,
        mode: near?.mode ?? 'says',
        speaker: near?.speaker ?? null,
        saidOn: null,
      };
    }),
  }));
}

/** Links the articles in this order, and gives the scorer's last line. */
function score(articles: readonly AnalyzedArticle[], folder: string): string {
  const links = new ArticleLinks();
  for (const article of articles) links.add(article);
  const file = join(folder, 'links.jsonl');
  const all = [...links.statements()].map((occurrences, statement) => JSON.stringify({ statement, occurrences }));
  writeFileSync(file, `${all.join('\n')}\n`);
  const gold = join(SHARED, 'data/links/dev.jsonl');
  const output = execFileSync('node', [join(SHARED, 'tools/score.mjs'), 'links', gold, file], { encoding: 'utf8' });
  return output.trim().split('\n').at(-2)!;
}

/**
 * `node training/measure-links.ts ANALYZED.jsonl`: which of the marked pairs are joined, with the attributions that `analyze`
 * gave for the articles of train and dev, with those that the corpus marks, and both in random orders of arrival.
 */
const analyzed = lines<AnalyzedArticle>(process.argv[2]!);
const folder = mkdtempSync(join(tmpdir(), 'onrecord-links-'));
try {
  const marked = withMarkedSpans(analyzed);
  for (const [name, articles] of [
    ['found', analyzed],
    ['marked', marked],
  ] as const) {
    console.log(`${name}:  ${score(articles, folder)}`);
    for (const seed of [1, 2]) {
      const order = new Random(seed).sample(articles, articles.length);
      console.log(`${name}, order ${seed}:  ${score(order, folder)}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
