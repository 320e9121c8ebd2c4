import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { AnalyzedArticle } from '../../src/model.ts';
import { analyzeStream, capture, createAnalyzer } from '../../src/pipeline/index.ts';
import { articlesFolder, expected, fold } from './pages.ts';

/** Words as the expectations compare them: white space, quotation marks and case do not count. */
const flat = (words: string) => fold(words).replace(/[“”"]/g, '').toLowerCase();

let analysed: Map<string, AnalyzedArticle>;
before(async () => {
  analysed = new Map();
  for await (const item of analyzeStream(await createAnalyzer(), capture([articlesFolder]))) {
    assert.ok('article' in item, 'reason' in item ? item.reason : '');
    analysed.set(item.article.id, item.article);
  }
});

/** How many of the expected statements are found, and given to the speaker expected. */
function tally(): { all: number; found: number; right: number } {
  const count = { all: 0, found: 0, right: 0 };
  for (const { id, statements } of expected) {
    const { text, attributions } = analysed.get(id)!;
    for (const { words, speaker } of statements) {
      count.all++;
      const found = attributions.find(({ content }) =>
        flat(content.map(([start, end]) => text.slice(start, end)).join(' ')).includes(flat(words)),
      );
      if (!found) continue;
      count.found++;
      const name = flat(found.speaker?.name ?? '');
      if (name && (flat(speaker).includes(name) || name.includes(flat(speaker)))) count.right++;
    }
  }
  return count;
}

describe('the samples, analysed', () => {
  it('have the title, the day and the outlet that a reader sees', () => {
    for (const { id, title, published, outlet } of expected) {
      const found = analysed.get(id);
      assert.equal(flat(found?.title ?? ''), flat(title), id);
      assert.equal(found?.published?.slice(0, 10), published, id);
      assert.ok(flat(found?.outlet ?? '').includes(flat(outlet)), id);
    }
  });

  it('hold no more than one of the strings around their articles', () => {
    const left = expected.flatMap(({ id, boilerplate }) =>
      boilerplate.filter((words) => flat(analysed.get(id)!.text).includes(flat(words))),
    );
    assert.ok(left.length <= 1, left.join('\n'));
  });

  it('give nine of ten statements, and three of four with their speaker', () => {
    const { all, found, right } = tally();
    assert.ok(found >= 0.9 * all, `${found} of ${all} statements found`);
    assert.ok(right >= 0.75 * all, `${right} of ${all} statements with the right speaker`);
  });
});
