import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { folderFor } from './files.ts';
import { articleOf, attributionOf, captureOf, syntheticArticle } from './synthetic.ts';

const person = (name: string, role: string | null = null): Speaker => ({ name, kind: 'person', role });

/** An article in which each speaker says one sentence. */
function talk(id: string, about: Partial<AnalyzedArticle>, ...said: [Speaker | null, string][]): AnalyzedArticle {
  const text = said.map(([, words]) => `${words}\n`).join('');
  return articleOf(id, text, {
    ...about,
    attributions: said.map(([speaker, content]) => attributionOf(text, { content }, speaker)),
  });
}

function recordOf(test: TestContext, ...articles: AnalyzedArticle[]): RecordStore {
  const record = openRecord(join(folderFor(test), 'r.db'));
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return record;
}

const words = (page: { items: readonly { words: string }[] }) => page.items.map((item) => item.words);

describe('articles of a record', () => {
  it('come newest first, page by page, and by outlet', (test) => {
    const dates = ['2031-05-02', null, '2031-05-04T08:00:00Z', '2031-05-03'];
    const record = recordOf(
      test,
      ...dates.map((published, i) =>
        articleOf(`a${i}`, 'Text.', { published, outlet: i % 2 ? 'Northern Post' : null }),
      ),
    );
    const ids = (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id);
    assert.deepEqual(ids(record.articles()), ['a2', 'a3', 'a0', 'a1']);
    const page = record.articles({ limit: 2, offset: 1 });
    assert.deepEqual(ids(page), ['a3', 'a0']);
    assert.equal(page.total, 4);
    assert.deepEqual(ids(record.articles({ outlet: 'Northern Post' })), ['a3', 'a1']);
    assert.equal(record.articles({ outlet: 'Northern Post', limit: 1 }).total, 2);
    assert.deepEqual(record.articles({ outlet: 'None' }), { items: [], total: 0 });
    assert.deepEqual(record.articles({ offset: 10 }), { items: [], total: 4 });
    for (const odd of [{ limit: 0 }, { limit: -5 }, { limit: 1.9 }]) assert.equal(record.articles(odd).items.length, 1);
    for (const odd of [{ limit: Number.NaN }, { limit: 1e9, offset: -1 }])
      assert.equal(record.articles(odd).items.length, 4);
  });

  it('are counted by outlet, with what they hold', (test) => {
    const record = recordOf(
      test,
      talk('a', { outlet: 'Northern Post' }, [null, 'One.'], [null, 'Two.']),
      talk('b', { outlet: 'Northern Post' }, [null, 'Three.']),
      talk('c', {}, [person('Ivo Harrow'), 'Four.']),
    );
    record.refuse({ input: 'a.bin', code: 'binary', reason: 'It is binary.' }, '2031-05-04T10:00:00.000Z');
    record.refuse({ input: 'b.txt', code: 'empty', reason: 'It is empty.' }, '2031-05-04T10:00:01.000Z');
    assert.deepEqual(record.outlets(), [
      { outlet: 'Northern Post', articles: 2, attributions: 3 },
      { outlet: null, articles: 1, attributions: 1 },
    ]);
    assert.deepEqual(record.counts(), { articles: 3, attributions: 4, speakers: 1, refusals: 2 });
    assert.deepEqual(record.refusals({ limit: 1 }), {
      items: [{ input: 'b.txt', code: 'empty', reason: 'It is empty.', at: '2031-05-04T10:00:01.000Z' }],
      total: 2,
    });
  });

  it('are exported attribution by attribution, by key, whoever writes meanwhile', (test) => {
    const articles = Array.from({ length: 12 }, (_, n) => syntheticArticle(n, 5));
    const record = recordOf(test, ...articles);
    const expected = record
      .articles()
      .items.map(({ key }) => key)
      .sort()
      .flatMap((key) => record.article(key)!.attributions);
    assert.equal(expected.length, 60);
    const exported: unknown[] = [];
    for (const attribution of record.everyAttribution()) {
      exported.push(attribution);
      // Adding what is there already takes the write lock: an export that held one would fail here.
      assert.equal(record.add(captureOf(articles[0]!), articles[0]!), 'unchanged');
    }
    assert.deepEqual(exported, expected);
  });
});

describe('speakers of a record', () => {
  it('are one across articles however their name is set, and show the best spelling', (test) => {
    const record = recordOf(
      test,
      talk('a', {}, [person('ZDENKA ŠIMŮNEK'), 'One.'], [person('Zdenka  Simunek'), 'Two.']),
      talk('b', {}, [person('Zdenka\nŠimůnek'), 'Three.'], [person('zdenka s\u030cimu\u030anek'), 'Four.']),
      talk('c', {}, [{ name: 'Zdenka Šimůnek', kind: 'organization', role: null }, 'Five.']),
    );
    const { items } = record.speakers();
    assert.deepEqual(
      items.map(({ name, kind, attributions, articles }) => ({ name, kind, attributions, articles })),
      [
        { name: 'Zdenka Šimůnek', kind: 'person', attributions: 4, articles: 2 },
        { name: 'Zdenka Šimůnek', kind: 'organization', attributions: 1, articles: 1 },
      ],
    );
    assert.equal(record.article('a')!.attributions[0]!.speaker!.name, 'ZDENKA ŠIMŮNEK', 'as the article gives it');
  });

  it('without a name of their own belong to their article', (test) => {
    const kinds = ['unnamed', 'author', 'unknown'] as const;
    const said = kinds.map((kind): [Speaker, string] => [{ name: 'author', kind, role: null }, `As ${kind}.`]);
    const record = recordOf(test, talk('a', {}, ...said), talk('b', {}, ...said));
    assert.equal(record.speakers().total, 6);
    const groups = (name: string) =>
      (['group', 'document'] as const).map((kind): [Speaker, string] => [{ name, kind, role: null }, `By ${kind}.`]);
    const ofArticles = groups('the report');
    const nameless = recordOf(test, talk('a', {}, ...ofArticles), talk('b', {}, ...ofArticles));
    assert.equal(nameless.speakers().total, 4);
    const ofAll = groups('the Orra Report');
    const named = recordOf(test, talk('a', {}, ...ofAll), talk('b', {}, ...ofAll));
    assert.equal(named.speakers().total, 2);
  });

  it('are found by the beginning of any word of their name, without case and diacritics', (test) => {
    const record = recordOf(
      test,
      talk(
        'a',
        {},
        [person('Oleha Danvar'), 'One.'],
        [person('Åke Brøgger-Łoś'), 'Two.'],
        [person('Åke Danvar'), '3.'],
      ),
      talk(
        'b',
        {},
        [person('Åke Danvar'), 'Four.'],
        [{ name: 'Dánish Embassy', kind: 'organization', role: null }, '5.'],
      ),
    );
    const names = (name: string) => record.speakers({ name }).items.map((speaker) => speaker.name);
    assert.deepEqual(names('dan'), ['Åke Danvar', 'Dánish Embassy', 'Oleha Danvar'], 'most quoted first, then by name');
    assert.deepEqual(names('DANV ake'), ['Åke Danvar']);
    assert.deepEqual(names('ø'), ['Oleha Danvar']);
    assert.deepEqual(names('brog'), ['Åke Brøgger-Łoś']);
    assert.deepEqual(names('BRØGGER-łoś'), ['Åke Brøgger-Łoś']);
    assert.deepEqual(names('anvar'), []);
    assert.deepEqual(names('—'), []);
    assert.equal(record.speakers({ name: ' ' }).total, 4);
    assert.equal(record.speakers({ name: 'dan', limit: 1 }).total, 3);
  });

  it('are shown with roles, outlets and attributions', (test) => {
    const record = recordOf(
      test,
      talk('a', { outlet: 'Northern Post', published: '2031-05-01' }, [person('Ivo Harrow', 'envoy'), 'Old words.']),
      talk(
        'b',
        { published: '2031-05-02' },
        [person('Ivo Harrow', 'envoy'), 'New words.'],
        [person('Ivo Harrow', 'chief envoy'), 'Newer words.'],
        [person('Sanna Quist'), 'Other words.'],
        [person('Ivo Harrow'), 'Last words.'],
      ),
    );
    const { key } = record.speakers({ name: 'harrow' }).items[0]!;
    const page = record.speaker(key, { limit: 3 })!;
    assert.deepEqual(page.speaker, {
      key,
      name: 'Ivo Harrow',
      kind: 'person',
      attributions: 4,
      articles: 2,
      wikidata: null,
    });
    assert.deepEqual(
      page.roles.map(({ role, attributions }) => [role, attributions]),
      [
        ['envoy', 2],
        ['chief envoy', 1],
      ],
    );
    assert.deepEqual(
      page.outlets.map(({ outlet, attributions }) => [outlet, attributions]),
      [
        [null, 3],
        ['Northern Post', 1],
      ],
    );
    assert.deepEqual(words(page.attributions), ['New words.', 'Newer words.', 'Last words.']);
    assert.equal(page.attributions.total, 4);
    assert.deepEqual(words(record.speaker(key, { offset: 3 })!.attributions), ['Old words.']);
    assert.equal(record.speaker('nobody'), null);
  });
});

describe('search in a record', () => {
  const corridor = talk(
    'corridor',
    { title: 'Ferries stay in port', outlet: 'Northern Post' },
    [person('Oleha Danvar'), 'The grain corridor will open on Monday.'],
    [person('Åke Brøgger'), 'No corridor of grain, said war historians about wars.'],
    [person('Ivo Harrow'), 'A warning came late.'],
  );
  const other = talk('other', { outlet: 'Radio Ardal' }, [
    person('Oleha Danvar'),
    'Café talks: cease-fire in the corridor.',
  ]);
  const found = (record: RecordStore, query: string) => words(record.search({ words: query })).sort();
  const [open, historians, warning] = corridor.attributions.map(({ content: [span] }) => corridor.text.slice(...span!));
  const cafe = other.text.trim();

  it('wants every word, in the content, the name or the title', (test) => {
    const record = recordOf(test, corridor, other);
    assert.deepEqual(found(record, 'grain corridor'), [open, historians].sort());
    assert.deepEqual(found(record, 'danvar corridor'), [open, cafe].sort());
    assert.deepEqual(found(record, 'BROGGER grain'), [historians]);
    assert.deepEqual(found(record, 'ferries late'), [warning]);
    assert.deepEqual(found(record, 'grain Ardal'), []);
    assert.deepEqual(found(record, 'cafe'), [cafe]);
    assert.deepEqual(found(record, 'cease-fire'), [cafe]);
    assert.deepEqual(found(record, 'fire-cease'), []);
  });

  it('takes words in straight and curly quotation marks as they stand in a row', (test) => {
    const record = recordOf(test, corridor, other);
    for (const query of [
      '"grain corridor"',
      '“grain corridor”',
      '„Grain  corridor“',
      '«grain corridor»',
      '"grain corridor',
    ]) {
      assert.deepEqual(found(record, query), [open], query);
    }
    assert.deepEqual(found(record, '"corridor grain"'), []);
    assert.deepEqual(found(record, '"the corridor" danvar'), [cafe]);
    assert.deepEqual(found(record, '"war"'), [historians]);
  });

  it('takes the last word, and one with a star, for the beginning of words, the whole word first', (test) => {
    const record = recordOf(test, corridor, other);
    assert.deepEqual(words(record.search({ words: 'war' })), [historians, warning]);
    assert.deepEqual(found(record, 'war late'), []);
    assert.deepEqual(found(record, 'war* late'), [warning]);
    assert.deepEqual(found(record, 'gr'), []);
    assert.deepEqual(found(record, 'gr*'), [open, historians].sort());
  });

  it('narrows to a speaker and an outlet', (test) => {
    const record = recordOf(test, corridor, other);
    const speaker = record.speakers({ name: 'danvar' }).items[0]!.key;
    const search = (facets: object) => record.search({ words: 'corridor', ...facets });
    assert.equal(search({}).total, 3);
    assert.deepEqual(words(search({ speaker })).sort(), [open, cafe].sort());
    assert.deepEqual(words(search({ outlet: 'Radio Ardal' })), [cafe]);
    assert.deepEqual(words(search({ speaker, outlet: 'Northern Post' })), [open]);
    assert.deepEqual(search({ speaker: 'nobody' }), { items: [], total: 0, atLeast: false });
    assert.equal(search({ speaker, limit: 1 }).total, 2);
  });

  it('goes through all pages without gap or repetition, in one order', (test) => {
    const record = recordOf(test, ...Array.from({ length: 8 }, (_, n) => syntheticArticle(n, 10)));
    const all = record.search({ words: 'corridor', limit: 500 });
    assert.ok(all.items.length > 20);
    assert.equal(all.items.length, all.total);
    const paged = Array.from({ length: Math.ceil(all.total / 7) }, (_, page) => {
      return record.search({ words: 'corridor', limit: 7, offset: page * 7 }).items;
    });
    assert.deepEqual(paged.flat(), all.items);
  });

  it('finds nothing where there is no word to look for', (test) => {
    const record = recordOf(test, corridor);
    for (const query of ['', '   ', '""', '“”', '*', '"', '—', '()', '\0', '\ud800']) {
      assert.deepEqual(record.search({ words: query }), { items: [], total: 0, atLeast: false }, JSON.stringify(query));
    }
  });

  it('takes operators and signs of the index for words like any other', (test) => {
    const record = recordOf(test, talk('a', {}, [null, 'You and near: not x or words speaker y.']));
    for (const query of [
      'you AND near',
      'NEAR(you x)',
      'NOT x',
      'x OR y',
      'words : x',
      '^you',
      '{words} x',
      '-x',
      'x\'y"z',
    ]) {
      assert.doesNotThrow(() => record.search({ words: query }), query);
    }
    assert.equal(record.search({ words: 'you AND near' }).total, 1);
    assert.equal(record.search({ words: 'you AND far' }).total, 0);
  });
});
