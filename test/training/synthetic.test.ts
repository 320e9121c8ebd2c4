import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  CONSTRUCTIONS,
  type SyntheticArticle,
  syntheticArticles,
  syntheticModes,
} from '../../training/synthetic/index.ts';

const articles = syntheticArticles(1, 1500);

/** The words of one role of an attribution. */
function words({ text }: SyntheticArticle, spans: readonly (readonly [number, number])[]): string {
  return spans.map(([start, end]) => text.slice(start, end)).join(' … ');
}

describe('synthetic passages', () => {
  it('have spans that are words of the text, without white space around them, each within a paragraph', () => {
    fc.assert(
      fc.property(fc.nat(1e6), (seed) => {
        for (const { text, attributions } of syntheticArticles(seed, 20)) {
          for (const [start, end] of attributions.flatMap(({ source, cue, content }) => [
            ...source,
            ...cue,
            ...content,
          ])) {
            const span = text.slice(start, end);
            assert.ok(start >= 0 && end <= text.length && span.length === end - start);
            assert.ok(span && span === span.trim() && !span.includes('\n'), JSON.stringify(span));
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leave no marks of their making in the text', () => {
    for (const { text } of articles) assert.doesNotMatch(text, /[\uE000-\uF8FF⟦⟧{}<>]|\$[a-z]|undefined/);
  });

  it('are the same for the same seed and others for another', () => {
    assert.deepEqual(syntheticArticles(7, 50), syntheticArticles(7, 50));
    assert.notDeepEqual(syntheticArticles(7, 50), syntheticArticles(8, 50));
    assert.deepEqual(syntheticArticles(7, 50).slice(0, 20), syntheticArticles(7, 20));
  });

  it('differ from each other', () => {
    assert.equal(new Set(articles.map(({ text }) => text)).size, articles.length);
    const paragraphs = articles.flatMap(({ text }) => text.split('\n\n')).filter((each) => each.length > 60);
    assert.ok(new Set(paragraphs).size > paragraphs.length * 0.95, 'few paragraphs are repeated');
    const sources = articles.flatMap((article) => article.attributions.map(({ source }) => words(article, source)));
    assert.ok(new Set(sources).size > 1500, `${new Set(sources).size} sources`);
  });

  it('show every construction, each group about as often as the others', () => {
    const shown = new Set(articles.flatMap(({ constructions }) => constructions));
    assert.deepEqual(
      CONSTRUCTIONS.filter((construction) => !shown.has(construction)),
      [],
    );
    for (const group of ['transcripts', 'headlines']) {
      const share = articles.filter((each) => each.constructions.some((name) => name.startsWith(`${group}/`))).length;
      assert.ok(share >= articles.length * 0.1, `${group}: ${share}`);
    }
  });

  it('have about a third of their paragraphs without an attribution', () => {
    let [all, bare] = [0, 0];
    for (const { text, attributions } of articles) {
      const starts = attributions.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]);
      for (const paragraph of text.matchAll(/[^\n]+/g)) {
        const end = paragraph.index + paragraph[0].length;
        all++;
        if (!starts.some(([start]) => start >= paragraph.index && start < end)) bare++;
      }
    }
    assert.ok(bare / all > 0.2 && bare / all < 0.45, `${bare} of ${all}`);
  });

  it('mark transcripts as the corpus does: the label, the colon, the turn without its last full stop', () => {
    let seen = 0;
    for (const article of articles) {
      for (const { source, cue, content } of article.attributions) {
        if (!/^[QA]$/.test(words(article, source))) continue;
        seen++;
        assert.equal(words(article, cue), ':');
        assert.doesNotMatch(words(article, content), /\.$/);
      }
    }
    assert.ok(seen > 20, `${seen}`);
  });

  it('end the content of a noun before the main verb', () => {
    let seen = 0;
    for (const article of articles) {
      for (const { source, cue, content } of article.attributions) {
        const noun = /(?:claim|suggestion|warning|allegation|assertion|insistence|belief|view)$/.test(
          words(article, cue),
        );
        if (!noun || !/^(?:His|Her)$/.test(words(article, source))) continue;
        seen++;
        assert.match(words(article, content), /^that /);
        const after = article.text.slice(content.at(-1)![1]);
        assert.match(
          after,
          /^ (?:was|were|is|has|could|did|caused|surprised|came|turned|drew|led|divided|found|made|remains) /,
        );
      }
    }
    assert.ok(seen > 10, `${seen}`);
  });

  it('know the act of every attribution', () => {
    const modes = syntheticModes(articles);
    assert.equal(
      modes.size,
      articles.reduce((sum, { attributions }) => sum + attributions.length, 0),
    );
    assert.deepEqual(
      new Set(modes.values()),
      new Set(['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows']),
    );
  });
});
