import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Attribution, Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { folderFor } from './files.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';

const EDITOR = { by: 'A. Editor', at: '2031-07-01T10:00:00.000Z' };

type Said = readonly [name: string, role: string | null, about?: Partial<Attribution>];

function talk(id: string, published: string | null, outlet: string | null, ...said: Said[]): AnalyzedArticle {
  const words = said.map((_, i) => `Sentence ${i} of ${id}.`);
  const text = words.join('\n');
  const attributions = said.map(([name, role, rest], i) => {
    const speaker: Speaker = { name, kind: 'person', role };
    return attributionOf(text, { content: words[i]! }, speaker, rest);
  });
  return articleOf(id, text, { published, outlet, attributions });
}

const ARTICLES = [
  talk(
    'may',
    '2031-05-02T09:00:00Z',
    'Northern Post',
    ['Ivo Harrow', 'chief envoy'],
    ['Ivo Harrow', 'The chief envoy', { type: 'direct' }],
    ['IVO HARROW', 'Chief Envoy', { mode: 'wants' }],
  ),
  talk('april', '2031-04-01', 'Radio Ardal', ['Ivo  Harrow', 'envoy'], ['Sanna Quist', 'mayor']),
  talk('june', '2031-06-03', 'Northern Post', ['Ivo Harrow', 'chief envoy'], ['Ivo Harrow', 'envoy', { within: 0 }]),
  talk('undated', null, null, ['Ivo Harrow', 'a former envoy', { type: 'mixed', mode: 'writes' }]),
];

function recordOf(test: TestContext, ...articles: AnalyzedArticle[]): RecordStore {
  const record = openRecord(join(folderFor(test), 'r.db'));
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return record;
}

const keyOf = (record: RecordStore, name: string) => record.speakers({ name }).items[0]!.key;

describe('the page of a speaker', () => {
  it('has the roles over time, those that differ in case or article alone as one', (test) => {
    const record = recordOf(test, ...ARTICLES);
    assert.deepEqual(record.speaker(keyOf(record, 'harrow'))!.roles, [
      { role: 'envoy', attributions: 2, first: '2031-04-01', last: '2031-06-03' },
      { role: 'chief envoy', attributions: 4, first: '2031-05-02T09:00:00Z', last: '2031-06-03' },
      { role: 'a former envoy', attributions: 1, first: null, last: null },
    ]);
  });

  it('has outlets, dates with the statement they lead to, and counts by act and manner', (test) => {
    const record = recordOf(test, ...ARTICLES);
    const page = record.speaker(keyOf(record, 'harrow'))!;
    const place = (id: string, n: number) => record.article(id)!.attributions[n]!.key;
    assert.deepEqual(page.outlets, [
      { outlet: 'Northern Post', attributions: 5, articles: 2, first: '2031-05-02T09:00:00Z', last: '2031-06-03' },
      { outlet: null, attributions: 1, articles: 1, first: null, last: null },
      { outlet: 'Radio Ardal', attributions: 1, articles: 1, first: '2031-04-01', last: '2031-04-01' },
    ]);
    assert.deepEqual(page.first, { published: '2031-04-01', attribution: place('april', 0) });
    assert.deepEqual(page.last, { published: '2031-06-03', attribution: place('june', 0) });
    assert.deepEqual([page.articles, page.undated, page.reported, page.attributions.total], [4, 1, 1, 7]);
    const none = { thinks: 0, feels: 0, decides: 0, shows: 0 };
    assert.deepEqual(page.modes, { says: 5, writes: 1, wants: 1, ...none });
    assert.deepEqual(page.types, { direct: 1, indirect: 5, mixed: 1 });
  });

  it('has every name: the one shown first, spellings of merged speakers, and what a correction calls it', (test) => {
    const record = recordOf(
      test,
      ...ARTICLES,
      talk('july', '2031-07-01', null, ['I. Harrow', null], ['I. Harrow', null]),
    );
    const [into, from] = [keyOf(record, 'ivo harrow'), keyOf(record, 'i. harrow')];
    const merged =
      from === into ? record.speakers({ name: 'harrow' }).items.find(({ name }) => name === 'I. Harrow')!.key : from;
    record.correct({ action: 'merge', into, from: merged }, EDITOR);
    const ivo = { attributions: 7, articles: 4, first: '2031-04-01', last: '2031-06-03' };
    const initial = { attributions: 2, articles: 1, first: '2031-07-01', last: '2031-07-01' };
    assert.deepEqual(record.speaker(into)!.aliases, [
      { name: 'Ivo Harrow', ...ivo },
      { name: 'I. Harrow', ...initial },
    ]);
    record.correct({ action: 'rename', speaker: into, name: 'Ivo B. Harrow' }, EDITOR);
    assert.deepEqual(record.speaker(into)!.aliases, [
      { name: 'Ivo B. Harrow', attributions: 0, articles: 0, first: null, last: null },
      { name: 'Ivo Harrow', ...ivo },
      { name: 'I. Harrow', ...initial },
    ]);
    assert.deepEqual(record.spellings(merged)!.toSorted(), ['I. Harrow', 'Ivo B. Harrow', 'Ivo Harrow']);
    assert.equal(record.spellings('nobody'), null);
  });

  it('does not take the name of somebody else for an alias, where a correction says who speaks', (test) => {
    const record = recordOf(test, ...ARTICLES);
    const quist = record.article('april')!.attributions[1]!;
    record.correct({ action: 'speaker', attribution: quist.key, to: keyOf(record, 'harrow') }, EDITOR);
    const page = record.speaker(keyOf(record, 'harrow'))!;
    assert.deepEqual(
      page.aliases.map(({ name, attributions }) => [name, attributions]),
      [['Ivo Harrow', 7]],
    );
    assert.equal(page.attributions.total, 8);
  });

  it('is of the record as it is now, on every page of its attributions', (test) => {
    const record = recordOf(test, ...ARTICLES);
    const key = keyOf(record, 'harrow');
    const [first, second] = [record.speaker(key, { limit: 2 })!, record.speaker(key, { limit: 2, offset: 2 })!];
    assert.notDeepEqual(first.attributions.items, second.attributions.items);
    assert.deepEqual({ ...first, attributions: null }, { ...second, attributions: null });
    record.correct({ action: 'not-a-statement', attribution: first.attributions.items[0]!.key }, EDITOR);
    record.correct({ action: 'rename', speaker: key, name: 'Ivo B. Harrow' }, EDITOR);
    const now = record.speaker(key, { limit: 2 })!;
    assert.deepEqual([now.attributions.total, now.speaker.name, now.corrections.length], [6, 'Ivo B. Harrow', 1]);
  });

  it('is of the articles asked for, while the speaker is of the whole record', (test) => {
    const record = recordOf(test, ...ARTICLES);
    const key = keyOf(record, 'harrow');
    const may = record.speaker(key, { outlet: 'Northern Post', to: '2031-05-31' })!;
    assert.equal(may.speaker.attributions, 7);
    assert.deepEqual([may.attributions.total, may.attributions.items.length, may.articles, may.undated], [3, 3, 1, 0]);
    assert.deepEqual(may.roles, [
      { role: 'chief envoy', attributions: 3, first: '2031-05-02T09:00:00Z', last: '2031-05-02T09:00:00Z' },
    ]);
    assert.equal(may.first!.published, '2031-05-02T09:00:00Z');
    assert.equal(record.speaker(key, { from: '2031-05-02', to: '2031-05-02' })!.attributions.total, 3);
    const none = record.speaker(key, { from: '2032-01-01' })!;
    assert.deepEqual(
      [none.attributions.total, none.first, none.last, none.roles, none.outlets],
      [0, null, null, [], []],
    );
    assert.deepEqual(
      none.aliases.map(({ name }) => name),
      ['Ivo Harrow'],
    );
  });
});
