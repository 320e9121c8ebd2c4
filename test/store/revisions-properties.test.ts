import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { wordChanges } from '../../src/store/revisions/word-changes.ts';
import { faultsOf, folderFor } from './files.ts';
import { logicalContent } from './logical.ts';
import { correctAtRandom } from './random-corrections.ts';
import { fetched, MALK, OKORO, type Sentence, statements } from './revising.ts';
import { randomFrom } from './synthetic.ts';
import { ORIGIN } from './talks.ts';

const ARTICLES = 3;

function opened(test: TestContext): { record: RecordStore; path: string } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  return { record, path };
}

/** What an edit does to an article: a number tells where. */
type Edit = readonly [
  article: number,
  kind: 'reword' | 'add' | 'remove' | 'move' | 'spaces' | 'quotes' | 'box' | 'back',
  at: number,
];
const edit: fc.Arbitrary<Edit> = fc.tuple(
  fc.nat(ARTICLES - 1),
  fc.constantFrom('reword', 'add', 'remove', 'move', 'spaces', 'quotes', 'box', 'back'),
  fc.nat(20),
);

interface State {
  readonly sentences: readonly Sentence[];
  /** How the page sets it. */
  readonly set: (words: string) => string;
  /** A headline of another article beside it. */
  readonly box: string;
}

const start = (article: number): State => ({
  sentences: Array.from({ length: 4 }, (_, i) => ({
    words: `Sentence ${i} of “article ${article}” is said.`,
    by: i % 2 ? MALK : OKORO,
  })),
  set: (words) => words,
  box: 'Ferry cancelled',
});

let fresh = 0;

/** The article after an edit, and whether its words are others. */
function edited(past: readonly State[], [, kind, at]: Edit): { state: State; isRevision: boolean } {
  const state = past.at(-1)!;
  const { sentences } = state;
  const place = at % sentences.length;
  const words = (some: readonly Sentence[]): { state: State; isRevision: boolean } => ({
    state: { ...state, sentences: some },
    isRevision: JSON.stringify(some) !== JSON.stringify(sentences),
  });
  const cosmetic = (change: Partial<State>) => ({ state: { ...state, ...change }, isRevision: false });
  if (kind === 'reword')
    return words(sentences.with(place, { ...sentences[place]!, words: `Reworded ${fresh++} is said.` }));
  if (kind === 'add') return words(sentences.toSpliced(place, 0, { words: `Added ${fresh++} is said.`, by: MALK }));
  if (kind === 'remove') return words(sentences.length > 1 ? sentences.toSpliced(place, 1) : sentences);
  if (kind === 'move') return words([...sentences.toSpliced(place, 1), sentences[place]!]);
  if (kind === 'spaces') return cosmetic({ set: (text) => text.replaceAll(' ', at % 2 ? '\u00a0' : '  ') });
  if (kind === 'quotes') return cosmetic({ set: (text) => text.replace(/[“”]/g, at % 2 ? '"' : "'") });
  if (kind === 'box') return cosmetic({ box: `Mayor number ${at} resigns` });
  return words(past[at % past.length]!.sentences);
}

function pageOf(article: number, { sentences, set, box }: State) {
  const set_ = sentences.map((sentence) => ({ ...sentence, words: set(sentence.words) }));
  const analyzed = statements(set_, { id: `article-${article}`, url: `https://courier.example/${article}` });
  const text = `${analyzed.text}\n${box}`;
  return { ...analyzed, text };
}

/** What is counted, without what differs by how often it was captured. */
const figures = (record: RecordStore) => ({
  counts: record.counts(),
  outlets: record.outlets(),
  speakers: record.speakers().items.map(({ name, attributions, articles }) => ({ name, attributions, articles })),
  audit: record.sourceAudit().total.kinds,
  all: [...record.everyAttribution()]
    .map(({ words, speaker }) => `${speaker!.name}: ${words.replace(/[\s“”"']+/g, ' ')}`)
    .sort(),
  found: record.search({ words: 'said', limit: 500 }).total,
});

describe('random edits of articles', () => {
  it('give a revision for each change of words and none for others, and count what was captured last', (test) => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 14 }), (edits) => {
        const { record, path } = opened(test);
        const past = Array.from({ length: ARTICLES }, (_, article) => [start(article)]);
        const revisions = past.map(() => 1);
        for (const [article, [state]] of past.entries()) fetched(record, article, pageOf(article, state!));
        for (const [n, each] of edits.entries()) {
          const [article] = each;
          const { state, isRevision } = edited(past[article]!, each);
          past[article]!.push(state);
          const page = pageOf(article, state);
          assert.equal(fetched(record, 10 + n, page), isRevision ? 'revised' : 'unchanged', JSON.stringify(each));
          if (isRevision) revisions[article]!++;
        }
        for (const [article, states] of past.entries()) {
          const { items, total } = record.revisions(`article-${article}`)!;
          assert.equal(total, revisions[article]);
          assert.deepEqual(
            items.map(({ article: { revision } }) => revision),
            items.map((_, i) => i + 1),
          );
          assert.equal(
            items.reduce((sum, { captures }) => sum + captures, 0),
            states.length,
          );
        }
        const { record: only } = opened(test);
        for (const [article, states] of past.entries()) fetched(only, article, pageOf(article, states.at(-1)!));
        assert.deepEqual(figures(record), figures(only));
        assert.deepEqual(faultsOf(path), []);
      }),
      { numRuns: 25 },
    );
  });

  it('with random corrections between them come to what the log gives when it comes first or last', (test) => {
    for (let seed = 1; seed <= 4; seed++) {
      const random = randomFrom(seed);
      const edits = fc.sample(edit, { numRuns: 8, seed });
      const past = Array.from({ length: ARTICLES }, (_, article) => [start(article)]);
      const pages = past.map(([state], article) => pageOf(article, state!));
      for (const each of edits) {
        const { state } = edited(past[each[0]]!, each);
        past[each[0]]!.push(state);
        pages.push(pageOf(each[0], state));
      }
      const { record, path } = opened(test);
      for (const [n, page] of pages.entries()) {
        fetched(record, n, page);
        if (n >= ARTICLES) correctAtRandom(record, random, 2);
      }
      const log = record.corrections({ limit: 500 }).items.toReversed();
      const last = opened(test);
      for (const [n, page] of pages.entries()) fetched(last.record, n, page);
      for (const entry of log) last.record.repeat(entry);
      assert.deepEqual(logicalContent(path), logicalContent(last.path), `log last, seed ${seed}`);
      const first = opened(test);
      for (const entry of log) first.record.repeat(entry);
      for (const [n, page] of pages.entries()) fetched(first.record, n, page);
      assert.deepEqual(logicalContent(path), logicalContent(first.path), `log first, seed ${seed}`);
      for (const { number, undoneBy, action } of record.corrections({ limit: 500 }).items.toReversed()) {
        if (undoneBy === null && action !== 'undo') record.correct({ action: 'undo', number }, ORIGIN);
      }
      const never = opened(test);
      for (const [n, page] of pages.entries()) fetched(never.record, n, page);
      assert.deepEqual(logicalContent(path), logicalContent(never.path), `all undone, seed ${seed}`);
    }
  });
});

describe('word changes', () => {
  it('give both texts to the character, whatever they hold', () => {
    const words = fc.array(
      fc.constantFrom('the', 'grain', 'talks', ' ', '\n', '\r\n', '“', '👩‍🌾', '\ud83d', 'é', ''),
      { maxLength: 40 },
    );
    const text = fc.oneof(
      words.map((all) => all.join('')),
      fc.string({ unit: 'binary', maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        const changes = wordChanges(before, after);
        const without = (but: string) =>
          changes
            .filter(({ change }) => change !== but)
            .map(({ words: w }) => w)
            .join('');
        assert.equal(without('added'), before);
        assert.equal(without('removed'), after);
        assert.ok(changes.every(({ words: w }) => w !== ''));
      }),
    );
  });

  it('are given for long texts that have nothing in common, too', () => {
    const lines = (of: string) => Array.from({ length: 6_000 }, (_, n) => `${of} ${n} ${of}\n`).join('');
    assert.deepEqual(wordChanges(lines('grain'), lines('talks')), [
      { change: 'removed', words: lines('grain') },
      { change: 'added', words: lines('talks') },
    ]);
  });
});
