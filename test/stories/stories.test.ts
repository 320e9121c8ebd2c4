import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Background, createGrouper, Stories } from '../../src/stories/index.ts';
import { type Invented, inventedArticles, shuffled } from './invented.ts';

const background = JSON.parse(
  readFileSync(new URL('../../models/common-words.json', import.meta.url), 'utf8'),
) as Background;
const grouper = createGrouper(background);
type Told = Pick<Invented, 'text'> & { readonly title: string | null; readonly published: string | null };

function grouped(articles: readonly Told[]): Stories {
  const stories = new Stories(grouper);
  for (const article of articles) {
    stories.count(article);
    stories.add(article);
  }
  return stories;
}

/** The stories as sets of the articles' ids, in an order that says nothing. */
function partition(articles: readonly Invented[]): string[] {
  const stories = grouped(articles);
  return stories
    .all()
    .map((story) =>
      story.articles
        .map((at) => articles[at]!.id)
        .sort()
        .join(' '),
    )
    .sort();
}

const told = (text: string): Told => ({ title: null, text, published: null });

describe('stories', () => {
  it('puts articles on one event together, and those of different ones apart', () => {
    const articles = inventedArticles(1, 12, 5);
    const stories = grouped(articles).all();
    const events = stories.map((story) => [...new Set(story.articles.map((at) => articles[at]!.event))]);
    assert.equal(stories.length, 12);
    assert.ok(events.every((of) => of.length === 1));
  });

  it('comes to the same in any order', () => {
    const articles = inventedArticles(2, 8, 4);
    const expected = partition(articles);
    fc.assert(
      fc.property(fc.integer(), (seed) => assert.deepEqual(partition(shuffled(seed, articles)), expected)),
      { numRuns: 15 },
    );
  });

  it('has each article in exactly one story, whatever the texts', () => {
    const word = fc.constantFrom('Velm', 'Ostra', 'fire', 'tug', 'harbour', '14', 'the', 'Marl’s', '—', '𝒳', 'http');
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(fc.oneof(text, fc.string()), { maxLength: 25 }), (texts) => {
        const stories = grouped(texts.map(told));
        stories.settle();
        const all = stories.all();
        assert.deepEqual(
          all.flatMap(({ articles }) => articles).sort((a, b) => a - b),
          [...texts.keys()],
        );
        for (const { id, articles, lead } of all) {
          assert.ok(articles.includes(lead));
          assert.equal(stories.resolve(id), id);
          for (const article of articles) assert.equal(stories.storyOf(article), id);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has identical articles together', () => {
    const articles = inventedArticles(3, 6, 2);
    const stories = grouped([...articles, ...articles]);
    for (const at of articles.keys()) assert.equal(stories.storyOf(at), stories.storyOf(at + articles.length));
  });

  it('leads on from an address whose story has gone into another', () => {
    const halves = ['Velm harbour burns: the tug Ostra sank', 'Marl Denby blames the pumps of Quill'];
    const stories = grouped(halves.map(told));
    assert.notEqual(stories.storyOf(0), stories.storyOf(1));
    const saved = [stories.storyOf(0), stories.storyOf(1)];
    for (let copy = 0; copy < 3; copy++) {
      const both = told(halves.join('\n'));
      stories.count(both);
      stories.add(both);
    }
    assert.deepEqual(
      saved.map((address) => stories.resolve(address)),
      [saved[0], saved[0]],
    );
    assert.equal(stories.all().length, 1);
  });

  it('keeps every address that was ever given leading to a story that is there', () => {
    const articles = shuffled(5, inventedArticles(4, 6, 5));
    const stories = new Stories(grouper);
    const given = new Set<number>();
    for (const article of articles) {
      stories.count(article);
      given.add(stories.storyOf(stories.add(article)));
      const there = new Set(stories.all().map(({ id }) => id));
      for (const address of given) assert.ok(there.has(stories.resolve(address)));
    }
  });

  it('does not join two alike events by the names they share', () => {
    const events = [
      'Torva beat Keld 3-1 in Ansby: Ilmar Roske scored twice and Torva reached the final',
      'Torva lost 0-2 to Brask in Medun: Jorn Tallis scored both and Torva sacked coach Hella Viin',
    ];
    const tellings = events.flatMap((event) => [event, `${event}, said the club`, `As told by witnesses, ${event}`]);
    const stories = grouped(tellings.map(told));
    assert.deepEqual(
      tellings.map((_, at) => stories.storyOf(at)),
      [0, 0, 0, 1, 1, 1].map((at) => stories.storyOf(at * 3)),
    );
    assert.notEqual(stories.storyOf(0), stories.storyOf(3));
  });

  it('has the same words of months apart in two stories', () => {
    const [first] = inventedArticles(6, 1, 1);
    const later = { ...first!, published: '2031-11-20' };
    const stories = grouped([first!, later]);
    assert.notEqual(stories.storyOf(0), stories.storyOf(1));
  });

  it('reads no more of a text than its beginning', () => {
    const long = told(`${'Velm harbour burns. '.repeat(1100)}${'Quill '.repeat(300_000)}`);
    assert.ok(grouper.profileOf(long, { articles: 0, of: () => 0 }).words.every(([word]) => !/quil/.test(word)));
  });
});
