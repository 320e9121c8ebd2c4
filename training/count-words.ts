/**
 * Counts in how many articles words occur: `node training/count-words.ts [FILE]`. Writes `models/common-words.json`, or the
 * file given, from the articles of the attribution corpus. Only words that occur in small letters are kept, so that what is
 * a name counts as rare, and only those of several articles.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWords } from '../src/stories/index.ts';
import { DATA } from './corpus.ts';

/** In so many articles at least. */
const LEAST = 3;

const texts = ['train', 'dev'].flatMap((split) =>
  readFileSync(join(DATA, `attribution/${split}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { text: string }).text),
);
const all = new Map<string, number>();
const small = new Map<string, number>();
const addTo = (counts: Map<string, number>, words: readonly string[]) => {
  for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
};
for (const text of texts) {
  const words = readWords(text).filter(({ stem, kind }) => stem !== '' && kind !== 'number');
  addTo(
    all,
    words.map(({ stem }) => stem),
  );
  addTo(
    small,
    words.flatMap(({ stem, kind }) => (kind === 'lower' ? stem : [])),
  );
}
const kept = [...small].filter(([, articles]) => articles >= LEAST).sort(([a], [b]) => (a < b ? -1 : 1));
const words = Object.fromEntries(kept.map(([word]) => [word, all.get(word)!]));
const file = process.argv[2] ?? join(import.meta.dirname, '../models/common-words.json');
writeFileSync(file, `${JSON.stringify({ articles: texts.length, words })}\n`);
console.error(`${file}: ${kept.length} words of ${texts.length} articles`);
