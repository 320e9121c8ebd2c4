import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { isRefusal } from '../../src/capture/index.ts';
import { readPasted } from '../../src/capture/pasted/index.ts';
import { collect } from './inputs.ts';

/** Data that is not part of the project: these tests run where it lies beside the checkout. */
const SHARED = fileURLToPath(new URL('../../../shared/', import.meta.url));
const skip = existsSync(join(SHARED, 'data')) ? false : 'there is no ../shared/data here';

/** Stretches of four words and how often each occurs, as the benchmark counts them. */
function shingles(text: string): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? [];
  const counts = new Map<string, number>();
  for (let i = 0; i < Math.max(1, words.length - 3); i++) {
    const shingle = words.slice(i, i + 4).join(' ');
    counts.set(shingle, (counts.get(shingle) ?? 0) + 1);
  }
  return counts;
}

function common(a: Map<string, number>, b: Map<string, number>): number {
  let sum = 0;
  for (const [shingle, count] of a) sum += Math.min(count, b.get(shingle) ?? 0);
  return sum;
}

const size = (counts: Map<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0);

describe('measured', { skip }, () => {
  it('the main text of ninety-two pages is found with an F1 of 97 at least', async (t) => {
    const truth = JSON.parse(readFileSync(join(SHARED, 'data/extraction/ground-truth.json'), 'utf8'));
    const given = await collect([join(SHARED, 'data/extraction/html')]);
    assert.equal(given.length, Object.keys(truth).length);
    let [precision, recall] = [0, 0];
    for (const each of given) {
      if (isRefusal(each)) continue;
      const [gold, found] = [shingles(truth[each.article.id].articleBody), shingles(each.article.text)];
      precision += common(gold, found) / size(found) / given.length;
      recall += common(gold, found) / size(gold) / given.length;
    }
    const f1 = (2 * precision * recall) / (precision + recall);
    t.diagnostic(
      `precision ${(precision * 100).toFixed(1)}, recall ${(recall * 100).toFixed(1)}, F1 ${(f1 * 100).toFixed(1)}`,
    );
    assert.ok(f1 >= 0.97);
  });

  it('titles, dates and outlets of pasted articles are right, and their boilerplate gone', async () => {
    const gold = JSON.parse(readFileSync(join(SHARED, 'articles/gold.json'), 'utf8')) as {
      id: string;
      title: string | null;
      published: string | null;
      outlet: string | null;
      boilerplate: string[];
      statements: { words: string }[];
    }[];
    const given = await collect([join(SHARED, 'articles')]);
    const flat = (text: string): string => text.replace(/\s+/g, ' ').replace(/[“”"]/g, '');
    for (const expected of gold) {
      const found = given.find((each) => !isRefusal(each) && each.article.id === expected.id);
      assert.ok(found && !isRefusal(found));
      const { title, published, outlet, text } = found.article;
      assert.deepEqual([title, published?.slice(0, 10) ?? null], [expected.title, expected.published]);
      assert.ok(expected.outlet ? outlet?.includes(expected.outlet) : outlet === null, `${outlet}`);
      for (const line of expected.boilerplate) assert.ok(!flat(text).includes(flat(line)), line);
      for (const { words } of expected.statements) assert.ok(flat(text).includes(flat(words)), words);
    }
  });

  for (const part of ['dev.jsonl', 'train.jsonl']) {
    it(`clean texts keep ninety-nine parts in a hundred of their words (${part})`, (t) => {
      const letters = (text: string): number => text.replace(/\s+/g, '').length;
      let [all, kept] = [0, 0];
      for (const line of readFileSync(join(SHARED, 'data/attribution', part), 'utf8')
        .trim()
        .split('\n')) {
        const { text } = JSON.parse(line) as { text: string };
        all += letters(text);
        kept += letters(readPasted(text).text);
      }
      t.diagnostic(`${((100 * kept) / all).toFixed(2)} % kept`);
      assert.ok(kept >= all * 0.99);
    });
  }
});
