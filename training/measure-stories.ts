/**
 * Measures the stories' room on ECB+: `node training/measure-stories.ts`. Prints BCubed precision, recall and F1 (Amigó et
 * al. 2009) as the command groups, and as a record does, article by article in ten random orders.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, Grouper } from '../src/model.ts';
import { createGrouper, Stories, type Thresholds } from '../src/stories/index.ts';
import { DATA } from './corpus.ts';
import { Random } from './synthetic/random.ts';

type Labelled = Pick<Article, 'id' | 'title' | 'text' | 'published'> & {
  readonly topic: number;
  readonly story: string;
};

const articles = readFileSync(join(DATA, 'stories/dev.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line): Labelled => ({ title: null, published: null, ...JSON.parse(line) }));
const background = JSON.parse(readFileSync(join(import.meta.dirname, '../models/common-words.json'), 'utf8'));
const usual = createGrouper(background);

interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
}

/** BCubed of groups, in per cent. */
function bcubed(found: readonly number[], told: readonly string[]): Figures {
  const sizes = (of: readonly unknown[]) => Map.groupBy(of.keys(), (at) => of[at]);
  const byFound = sizes(found);
  const byTold = sizes(told);
  let p = 0;
  let r = 0;
  for (const at of found.keys()) {
    const together = byFound.get(found[at])!.filter((other) => told[other] === told[at]).length;
    p += together / byFound.get(found[at])!.length / found.length;
    r += together / byTold.get(told[at])!.length / found.length;
  }
  return { p: 100 * p, r: 100 * r, f1: (200 * p * r) / (p + r) };
}

function print(name: string, { p, r, f1 }: Figures): void {
  console.log(`${name.padEnd(28)} P ${p.toFixed(1)}  R ${r.toFixed(1)}  F1 ${f1.toFixed(2)}`);
}

/** @param together whether all words are counted first and all articles looked at again, as the command does. */
function measure(order: readonly Labelled[], together: boolean, grouper: Grouper = usual): Figures {
  const stories = new Stories(grouper);
  if (together) for (const article of order) stories.count(article);
  for (const article of order) {
    if (!together) stories.count(article);
    stories.add(article);
  }
  for (let round = 0; together && round < 3 && stories.settle(); round++);
  return bcubed(
    order.map((_, at) => stories.storyOf(at)),
    order.map(({ story }) => story),
  );
}

const sorted = articles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
print('all at once', measure(sorted, true));
print('one by one, by id', measure(sorted, false));

/** The figure on each fifth of the topics, at the thresholds that are best on the other four. */
function crossValidate(): number {
  const grid = [0.1, 0.13, 0.16].flatMap((least) =>
    [0.6, 0.65, 0.7, 0.75, 0.8].map((relative): Thresholds => ({ least, relative })),
  );
  const folds = [0, 1, 2, 3, 4].map((fold) => sorted.filter(({ topic }) => topic % 5 === fold));
  const figures = folds.map((fold) => grid.map((at) => measure(fold, true, createGrouper(background, at)).f1));
  const size = (fold: number) => folds[fold]!.length;
  const total = folds.reduce((sum, _, held) => {
    const onOthers = grid.map((_at, g) =>
      figures.reduce((all, each, fold) => (fold === held ? all : all + each[g]! * size(fold)), 0),
    );
    const best = onOthers.indexOf(Math.max(...onOthers));
    console.log(`  fifth ${held + 1}: ${figures[held]![best]!.toFixed(2)} at ${JSON.stringify(grid[best])}`);
    return sum + figures[held]![best]! * size(held);
  }, 0);
  return total / sorted.length;
}

console.log(`thresholds cross-validated over topics: F1 ${crossValidate().toFixed(2)}`);
const spread: number[] = [];
for (let seed = 1; seed <= 10; seed++) {
  const random = new Random(seed);
  const order = articles.map((article) => ({ article, at: random.next() })).sort((a, b) => a.at - b.at);
  const figures = measure(
    order.map(({ article }) => article),
    false,
  );
  spread.push(figures.f1);
  print(`one by one, random order ${seed}`, figures);
}
console.log(`from ${Math.min(...spread).toFixed(2)} to ${Math.max(...spread).toFixed(2)}`);
