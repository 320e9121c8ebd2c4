import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import type { RecordStore } from '../../src/store/index.ts';
import { type Invented, inventedArticles, shuffled } from '../stories/invented.ts';
import { openRecord } from './grams.ts';
import { articleOf, captureOf } from './synthetic.ts';

function recordIn(t: TestContext): { record: RecordStore; path: string } {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-test-'));
  const path = join(folder, 'onrecord.db');
  const record = openRecord(path);
  t.after(() => {
    record.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return { record, path };
}

function add(record: RecordStore, { id, title, text, published }: Omit<Invented, 'event'>, url: string | null = null) {
  const article = articleOf(id, text, { title, published, url });
  record.add(captureOf(article), article);
}

const stories = (record: RecordStore) => record.stories({ limit: 500 }).items;
const idsOf = (record: RecordStore, key: string): string[] =>
  record
    .story(key)!
    .articles.map(({ id }) => id)
    .sort();

describe('stories of a record', () => {
  it('are those of the events, whatever the order, each with a lead of its own', (t) => {
    const articles = inventedArticles(11, 8, 4);
    const partitions = [1, 2, 3].map((seed) => {
      const { record } = recordIn(t);
      for (const article of shuffled(seed, articles)) add(record, article);
      for (const { key, lead, articles: size } of stories(record)) {
        const ids = idsOf(record, key);
        assert.ok(ids.includes(lead.id));
        assert.equal(ids.length, size);
        assert.equal(record.story(lead.key)!.story.key, key);
      }
      return stories(record)
        .map(({ key }) => idsOf(record, key).join(' '))
        .sort();
    });
    assert.equal(partitions[0]!.length, 8);
    assert.deepEqual(partitions[1], partitions[0]);
    assert.deepEqual(partitions[2], partitions[0]);
  });

  it('keep their addresses when they grow and when they go into others', (t) => {
    const { record } = recordIn(t);
    const halves = ['Velm harbour burns: the tug Ostra sank', 'Marl Denby blames the pumps of Quill'];
    const told = (id: string, text: string) => add(record, { id, title: '', text, published: '2031-05-04' });
    halves.forEach((half, at) => {
      told(`half-${at}`, half);
    });
    const saved = ['half-0', 'half-1'].map((id) => record.story(id)!.story.key);
    assert.notEqual(saved[0], saved[1]);
    for (let copy = 0; copy < 3; copy++) told(`both-${copy}`, `${halves.join('\n')}\n${'.'.repeat(copy + 1)}`);
    assert.deepEqual(
      saved.map((key) => record.story(key)!.story.key),
      [saved[0], saved[0]],
    );
    assert.equal(record.story(saved[1]!)!.story.articles, 5);
    assert.equal(record.story('no such key'), null);
  });

  it('have the newest revision of an article, under the address that the first gave', (t) => {
    const { record, path } = recordIn(t);
    const [first] = inventedArticles(12, 1, 1);
    const url = 'https://courier.example/velm-harbour';
    add(record, first!, url);
    const { key } = record.story(first!.id)!.story;
    add(record, { ...first!, text: `${first!.text}\nA pilot was found alive.` }, url);
    const { story, articles } = record.story(key)!;
    assert.equal(story.key, key);
    assert.equal(story.articles, 1);
    assert.match(record.article(articles[0]!.key)!.text, /A pilot was found alive\.$/);
    const database = new DatabaseSync(path, { readOnly: true });
    assert.equal(database.prepare("select articles as n from story_word where word = ''").get()!.n, 1);
    assert.equal(database.prepare('select count(*) as n from story_profile').get()!.n, 1);
    database.close();
  });

  it('are found for the articles of a record older than stories', (t) => {
    const { record, path } = recordIn(t);
    for (const article of inventedArticles(13, 3, 3)) add(record, article);
    const before = stories(record).map(({ articles }) => articles);
    record.close();
    const database = new DatabaseSync(path);
    database.exec('update article set story_id = null; update story set lead_id = null, articles = 0');
    database.exec('delete from story_key; delete from story_word; delete from story_profile; delete from story');
    database.close();
    const again = openRecord(path);
    assert.deepEqual(
      stories(again).map(({ articles }) => articles),
      before,
    );
    again.close();
  });
});
