/**
 * What one more article costs the grouping into stories, by how many articles are there: `node bench/stories.ts [SIZE…]`.
 * In memory; by turns, so that what disturbs the machine disturbs all sizes.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGrouper, Stories } from '../src/stories/index.ts';
import { measure } from './measure.ts';
import { type NewsArticle, news } from './news.ts';

const SIZES = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [1000, 100_000];
/** One measurement adds so many articles to each, so that the smallest does not become much larger. */
const ADDED = 20;
const ROUNDS = 9;

const background = JSON.parse(readFileSync(join(import.meta.dirname, '../models/common-words.json'), 'utf8'));
const grouper = createGrouper(background);

/** Each size with the news that goes on where its own ended: its newcomers have candidates, as in a record. */
const runs = SIZES.map((size) => {
  const stories = new Stories(grouper);
  const arriving = news(7);
  const add = ({ title, text, published }: NewsArticle) => {
    stories.count({ title, text, published });
    stories.add({ title, text, published });
  };
  console.error(`grouping ${size.toLocaleString('en')} articles`);
  for (let at = 0; at < size; at++) add(arriving.next().value);
  return { size, stories, arriving, add, times: [] as number[] };
});
for (let round = 0; round <= ROUNDS; round++) {
  for (const { arriving, add, times } of runs) {
    const articles = Array.from({ length: ADDED }, (): NewsArticle => arriving.next().value);
    const { processor } = await measure(() => articles.forEach(add));
    // The first round compiles the code.
    if (round > 0) times.push(processor / ADDED);
  }
}
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
const least = median(runs[0]!.times);
for (const { size, stories, times } of runs) {
  const sizes = stories.all().map(({ articles }) => articles.length);
  console.log(
    `${size.toLocaleString('en')} articles: ${(median(times) * 1e3).toFixed(2)} ms of processor for one more, ` +
      `${(median(times) / least).toFixed(2)} times the first; ${sizes.length.toLocaleString('en')} stories, ` +
      `the largest of ${sizes.reduce((most, one) => Math.max(most, one), 0)}`,
  );
}
