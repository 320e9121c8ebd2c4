import assert from 'node:assert/strict';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, it, type TestContext } from 'node:test';
import fc from 'fast-check';
import type { AnalyzedArticle, AttributionType, Mode, Speaker, SpeakerKind } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import { Connection } from '../../src/store/connection.ts';
import type { FacetValue, RecordedAttribution, RecordStore, SearchQuery } from '../../src/store/index.ts';
import { search, searchFacets } from '../../src/store/search/index.ts';
import { folderFor } from './files.ts';
import { withoutLargeSearch } from './older.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';
import { open, person } from './talks.ts';

const SPEAKERS: readonly (Speaker | null)[] = [
  person('Oleha Danvar'),
  person('Marit Crane'),
  { name: 'Ostrel Ports Agency', kind: 'organization', role: null },
  { name: 'A report', kind: 'document', role: null },
  null,
];
const OUTLETS = ['The Vesland Courier', 'Radio Ardal', null];
const DATES = ['2031-04-30', '2031-05-04T23:30:00+02:00', '2031-05-04', '2032-01-09', null];
const TYPES: readonly AttributionType[] = ['direct', 'indirect', 'mixed'];
const MODES: readonly Mode[] = ['says', 'writes', 'wants'];
const MEDIA = ['Radio Sarn', 'Twitter', null];
const SENTENCES = [
  'the grain corridor opens on Monday',
  'the grain corridor opens on Monday and not before',
  'the corridor for grain stays shut',
  'no grain leaves the harbour',
  'grains of sand',
];

interface Drawn {
  readonly outlet: number;
  readonly date: number;
  readonly said: readonly (readonly [speaker: number, sentence: number, type: number, mode: number, medium: number])[];
}

const drawn: fc.Arbitrary<readonly Drawn[]> = fc.array(
  fc.record({
    outlet: fc.nat(OUTLETS.length - 1),
    date: fc.nat(DATES.length - 1),
    said: fc.array(
      fc.tuple(fc.nat(SPEAKERS.length - 1), fc.nat(SENTENCES.length - 1), fc.nat(2), fc.nat(2), fc.nat(2)),
      { maxLength: 6 },
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

function articlesOf(all: readonly Drawn[]): AnalyzedArticle[] {
  return all.map(({ outlet, date, said }, n) => {
    const lines = said.map(([, sentence], i) => `${SENTENCES[sentence]} ${'abcdef'[i]}${n}.`);
    const text = `${lines.join('\n')}\nEnd of ${n}.`;
    const attributions = said.map(([speaker, , type, mode, medium], i) =>
      attributionOf(text, { content: lines[i]! }, SPEAKERS[speaker]!, {
        type: TYPES[type]!,
        mode: MODES[mode]!,
        medium: MEDIA[medium]!,
      }),
    );
    return articleOf(`a${n}`, text, {
      outlet: OUTLETS[outlet]!,
      published: DATES[date]!,
      title: `Piece ${n}`,
      attributions,
    });
  });
}

const some = <T>(values: readonly T[]) => fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
const asked = fc.record({
  speaker: some([0, 1, 2]),
  kind: some<SpeakerKind>(['person', 'organization', 'unknown']),
  outlet: some(['The Vesland Courier', 'Radio Ardal']),
  type: some(TYPES),
  mode: some(MODES),
  medium: some(['Radio Sarn', 'Twitter']),
  from: fc.constantFrom(undefined, '2031-05-04', '2031-05-05'),
  to: fc.constantFrom(undefined, '2031-05-04', '2031-12-31'),
  altered: fc.boolean(),
});

const FACETS = ['speaker', 'kind', 'outlet', 'type', 'mode', 'medium', 'dates', 'altered'] as const;
type Facet = (typeof FACETS)[number];
const includes = <T>(values: T | readonly T[] | undefined, value: unknown): boolean =>
  values === undefined || [values].flat().includes(value as T);

/** What each facet of a query says to an attribution, worked out from the attribution as it is shown. */
function passes(query: SearchQuery, a: RecordedAttribution, altered: ReadonlySet<string>): Record<Facet, boolean> {
  const day = a.article.published?.slice(0, 10);
  const dated = query.from === undefined && query.to === undefined;
  return {
    speaker: includes(query.speaker, a.speaker?.key),
    kind: includes(query.kind, a.speaker?.kind ?? 'unknown'),
    outlet: includes(query.outlet, a.article.outlet),
    type: includes(query.type, a.type),
    mode: includes(query.mode, a.mode),
    medium: includes(query.medium, a.medium),
    dates: dated || (day !== undefined && day >= (query.from ?? '') && day <= (query.to ?? '9')),
    altered: !query.altered || altered.has(a.statement!),
  };
}

/** What one facet must count: all that passes every other facet. */
function counted(
  all: readonly RecordedAttribution[],
  query: SearchQuery,
  altered: ReadonlySet<string>,
  facet: Facet,
  of: (a: RecordedAttribution) => unknown,
): Map<unknown, number> {
  const counts = new Map<unknown, number>();
  for (const a of all) {
    const verdict = passes(query, a, altered);
    const value = of(a);
    if (value == null || value === false) continue;
    if (FACETS.every((each) => each === facet || verdict[each])) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

const asMap = (values: readonly FacetValue<unknown>[]) =>
  new Map(values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count]));

function holdsFacets(record: RecordStore, query: SearchQuery): void {
  const all = record.search({ words: query.words, limit: 500 }).items;
  const changed = record.statements({ altered: true, limit: 500 }).items;
  const altered = new Set(changed.map(({ key }) => key));
  const naive = (facet: Facet, of: (a: RecordedAttribution) => unknown) => counted(all, query, altered, facet, of);
  const found = record.search({ ...query, limit: 500 });
  const wanted = all.filter((a) => Object.values(passes(query, a, altered)).every(Boolean));
  assert.deepEqual(found.items.map(({ key }) => key).sort(), wanted.map(({ key }) => key).sort());
  assert.equal(found.total, wanted.length);
  assert.equal(found.atLeast, false);
  const facets = record.searchFacets(query)!;
  assert.ok(facets.whole);
  assert.deepEqual(
    new Map(facets.speakers.filter(({ count }) => count > 0).map(({ key, count }) => [key, count])),
    naive('speaker', (a) => a.speaker?.key),
  );
  assert.deepEqual(
    asMap(facets.kinds),
    naive('kind', (a) => a.speaker?.kind ?? 'unknown'),
  );
  assert.deepEqual(
    asMap(facets.outlets),
    naive('outlet', (a) => a.article.outlet),
  );
  assert.deepEqual(
    asMap(facets.types),
    naive('type', (a) => a.type),
  );
  assert.deepEqual(
    asMap(facets.modes),
    naive('mode', (a) => a.mode),
  );
  assert.deepEqual(
    asMap(facets.media),
    naive('medium', (a) => a.medium),
  );
  assert.deepEqual(
    asMap(facets.months),
    naive('dates', (a) => a.article.published?.slice(0, 7)),
  );
  assert.equal(facets.undated, naive('dates', (a) => a.article.published === null).get(true) ?? 0);
  assert.equal(facets.altered, naive('altered', (a) => altered.has(a.statement!)).get(true) ?? 0);
}

/** A record of these articles that is read with bounds of the test's own. */
function bounded(test: TestContext, articles: readonly AnalyzedArticle[], hits: number, scanned = 1000) {
  const { path, record } = open(test, ...articles);
  const connection = new Connection(path, null);
  test.after(() => connection.close());
  const bounds = { hits, scanned };
  return {
    record,
    search: (query: SearchQuery) => search(connection, query, bounds),
    facets: (query: SearchQuery) => searchFacets(connection, query, bounds)!,
  };
}

/** So many articles, one a day, each with one speaker's word on grain. */
const daily = (count: number, speakerOf: (n: number) => Speaker | null = () => null): AnalyzedArticle[] =>
  Array.from({ length: count }, (_, n) => {
    const text = `Grain ${n} goes.`;
    const attributions = [attributionOf(text, { content: text }, speakerOf(n))];
    const published = new Date(Date.UTC(2031, 0, 1 + n)).toISOString().slice(0, 10);
    return articleOf(`d${n}`, text, { outlet: `Outlet ${n % 2}`, published, attributions });
  });

const keysOf = (items: readonly RecordedAttribution[]) => items.map(({ article }) => article.id);

describe('facets of a search', () => {
  it('count what naive counting counts, and narrow to what they count, whatever is asked', (test) => {
    const folder = folderFor(test);
    let n = 0;
    fc.assert(
      fc.property(drawn, fc.array(asked, { minLength: 1, maxLength: 5 }), (articles, queries) => {
        const record = openRecord(join(folder, `${n++}.db`));
        for (const article of articlesOf(articles)) record.add(captureOf(article), article);
        const keyOf = (at: number) => record.speakers({ name: SPEAKERS[at]!.name }).items[0]?.key ?? 'nobody';
        for (const { speaker, ...rest } of queries) {
          holdsFacets(record, { words: 'grain', ...rest, speaker: speaker?.map(keyOf) });
        }
        record.close();
      }),
      { numRuns: 12 },
    );
  });

  it('give the most frequent values, at most twenty, and always those that were chosen', (test) => {
    const articles = daily(60, (n) => person(`Speaker Number${'abcdefghijklmnopqrstuvwxyz'[n % 25]}`));
    const { record } = open(test, ...articles);
    const speakers = record.searchFacets({ words: 'grain' })!.speakers;
    assert.equal(speakers.length, 20);
    assert.deepEqual(
      speakers.map(({ count }) => count),
      speakers.map(({ count }) => count).toSorted((a, b) => b - a),
    );
    const rare = record.speakers({ limit: 500 }).items.find(({ key }) => !speakers.some((s) => s.key === key))!;
    const chosen = record.searchFacets({ words: 'grain', speaker: rare.key })!.speakers;
    assert.deepEqual(chosen.at(-1), { key: rare.key, name: rare.name, kind: 'person', count: rare.attributions });
  });

  it('are none where there are no words', (test) => {
    assert.equal(open(test, ...daily(1)).record.searchFacets({ words: '“”' }), null);
  });

  it('follow a correction of who speaks', (test) => {
    const { record, correct } = open(test, ...daily(3, () => person('Marit Crane')));
    assert.equal(record.searchFacets({ words: 'grain' })!.kinds[0]!.value, 'person');
    correct({ action: 'kind', speaker: record.speakers().items[0]!.key, kind: 'group' });
    assert.deepEqual(record.searchFacets({ words: 'grain' })!.kinds, [{ value: 'group', count: 3 }]);
  });
});

describe('the order of a search', () => {
  const lines = [
    'a corridor without grain',
    'the grain corridor opens',
    'the grain corridors open',
    'nothing of the kind',
  ];
  const text = lines.map((line) => `${line}.`).join('\n');
  const told = articleOf('told', text, {
    title: 'Grain corridor',
    attributions: lines.map((content) => attributionOf(text, { content }, null)),
  });

  it('puts words in a row first, then the same words, then what begins so, then what only the headline holds', (test) => {
    const { record } = open(test, told);
    const found = record.search({ words: 'grain corridor' }).items.map(({ words }) => words);
    assert.deepEqual(found, [lines[1], lines[0], lines[2], lines[3]]);
  });

  it('puts the newest article first where asked, those without a date last', (test) => {
    const { record } = open(test, told, ...daily(3));
    const found = keysOf(record.search({ words: 'grain', sort: 'date' }).items);
    assert.deepEqual(found, ['d2', 'd1', 'd0', 'told', 'told', 'told', 'told']);
  });
});

describe('a search of which more matches than is looked at', () => {
  it('lists those that came in last, and says so', (test) => {
    const { search, facets } = bounded(test, daily(30), 10);
    const found = search({ words: 'grain', sort: 'date', limit: 3 });
    assert.deepEqual([found.total, found.atLeast], [10, true]);
    assert.deepEqual(keysOf(found.items), ['d29', 'd28', 'd27']);
    assert.deepEqual([facets({ words: 'grain' }).whole, facets({ words: 'grain' }).counted], [false, 10]);
    assert.equal(search({ words: 'grain', offset: 10 }).items.length, 0);
  });

  it('finds all of a speaker nonetheless, and of an outlet and of days as many as are looked at', (test) => {
    const crane = person('Marit Crane');
    const { record, search, facets } = bounded(
      test,
      daily(30, (n) => (n % 6 === 0 ? crane : null)),
      10,
    );
    const { key } = record.speakers().items[0]!;
    const bySpeaker = search({ words: 'grain', speaker: key });
    assert.deepEqual([bySpeaker.total, bySpeaker.atLeast], [5, false]);
    const early = search({ words: 'grain', from: '2031-01-02', to: '2031-01-04', sort: 'date' });
    assert.deepEqual(keysOf(early.items), ['d3', 'd2', 'd1']);
    assert.equal(early.atLeast, false);
    const outlet = search({ words: 'grain', outlet: 'Outlet 1' });
    assert.deepEqual([outlet.total, outlet.atLeast], [10, true]);
    const counts = facets({ words: 'grain', speaker: key });
    assert.deepEqual(counts.speakers, [{ key, name: 'Marit Crane', kind: 'person', count: 5 }]);
    assert.equal(
      counts.months.reduce((sum, { count }) => sum + count, 0),
      5,
    );
  });

  it('says when not even all matches were gone through', (test) => {
    const { search } = bounded(test, daily(30), 10, 12);
    const found = search({ words: 'grain', outlet: 'Outlet 0' });
    assert.deepEqual([found.total, found.atLeast], [6, true]);
  });

  it('does without words that begin with the last one when it is found often enough itself', (test) => {
    const text = 'Grains of sand.';
    const beginning = articleOf('z', text, { attributions: [attributionOf(text, { content: text }, null)] });
    const { search } = bounded(test, [...daily(12), beginning], 10);
    assert.ok(!keysOf(search({ words: 'grain', limit: 500 }).items).includes('z'));
    assert.equal(search({ words: 'grains' }).total, 1);
    assert.equal(search({ words: 'gra*' }).atLeast, true);
  });
});

describe('the index of a record from before', () => {
  it('is filled when the record is opened, as it would be by adding', (test) => {
    const { path, record, correct } = open(test, ...daily(5, (n) => person(n % 2 ? 'Marit Crane' : 'Ivo Harrow')));
    const [first] = record.search({ words: 'grain' }).items;
    correct({ action: 'not-a-statement', attribution: first!.key });
    const before = record.search({ words: 'grain' });
    assert.equal(before.total, 4);
    record.close();
    const database = new DatabaseSync(path);
    withoutLargeSearch(database);
    database.close();
    const again = openRecord(path);
    assert.deepEqual(again.search({ words: 'grain' }), before);
    assert.equal(again.search({ words: 'harrow' }).total + again.search({ words: 'crane' }).total, 4);
    again.close();
  });
});
