import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { AnalyzedArticle, Attribution, Span, StanceFound } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import { faultsOf, folderFor } from './files.ts';
import { articleOf, captureOf, NO_STANCE } from './synthetic.ts';

/** What breaks text handling: halves of surrogate pairs, joiners, bidirectional marks, NUL, CRLF, folding pitfalls. */
const PITFALLS = [
  ...[
    '\ud83d',
    '\ude00',
    '👩‍👩‍👧',
    'e\u0301',
    '\u0301',
    '\u202e',
    '\u200f',
    '\u200b',
    '\u00ad',
    '\ufeff',
    '\0',
    '\r\n',
    '\n',
  ],
  ...[
    'İstanbul',
    'ß',
    'ﬁ',
    'Ǆ',
    '\u1fb3',
    '\u0345',
    'ς',
    'कि',
    'が',
    'שָׁלוֹם',
    '中文',
    '\uffff',
    '\u{10ffff}',
    '"',
    "'",
    '…',
    '%_',
  ],
];
const unit = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...'abc dé.,“”") (*') },
  { weight: 2, arbitrary: fc.constantFrom(...PITFALLS) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const hostile = (maxLength: number) => fc.array(unit, { maxLength }).map((parts) => parts.join(''));
/** Words that UTF-8 can write: lone surrogates in a name come back as U+FFFD. */
const name = hostile(8).map((text) => text.toWellFormed());
const kind = fc.constantFrom('person', 'unnamed', 'group');
const orNull = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });

function spansIn(text: string, maxLength: number): fc.Arbitrary<Span[]> {
  if (text.length === 0) return fc.constant([]);
  const end = fc.integer({ min: 1, max: text.length });
  const span = end.chain((e) => fc.tuple(fc.integer({ min: 0, max: e - 1 }), fc.constant(e)));
  return fc.array(span, { maxLength });
}

/** What was found of a stance; nothing where it was never kept. */
const stanceIn = (text: string): fc.Arbitrary<Partial<StanceFound>> => {
  const spanOrNull = spansIn(text, 1).map(([span]) => span ?? null);
  const found = fc.record({
    stance: fc.constantFrom('accepts', 'rejects', 'demands', 'offers', 'denies', 'states'),
    about: spanOrNull,
    condition: spanOrNull,
    conditionStatus: fc.constantFrom(null, 'in force', 'hypothetical', 'denied'),
    polarity: fc.constantFrom('positive', 'negative'),
    modality: fc.constantFrom(null, 'duty', 'ability', 'chance', 'will'),
    hedged: fc.boolean(),
    time: fc.constantFrom(null, 'past', 'present', 'future'),
    stanceConfidence: fc.double({ min: 0, max: 1, noNaN: true }),
    evidence: spansIn(text, 3).map((spans) => spans.map((span) => ({ label: 'stance' as const, span }))),
  });
  return fc.option(found, { nil: {} });
};

const attributionIn = (text: string): fc.Arbitrary<Attribution> =>
  fc.tuple(spokenIn(text), stanceIn(text)).map(([spoken, stance]) => ({ ...spoken, ...stance }));

const spokenIn = (text: string): fc.Arbitrary<Attribution> =>
  fc.record({
    source: spansIn(text, 2),
    cue: spansIn(text, 1),
    content: spansIn(text, 4),
    type: fc.constantFrom('direct', 'indirect', 'mixed'),
    mode: fc.constantFrom('says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows'),
    speaker: orNull(
      fc.record(
        {
          name,
          kind,
          role: orNull(name),
          roleSpan: spansIn(text, 1).map(([span]) => span ?? null),
          members: orNull(
            fc.array(fc.record({ name, kind, role: orNull(name) }, { noNullPrototype: true }), { maxLength: 3 }),
          ),
        },
        { noNullPrototype: true },
      ),
    ),
    saidOn: fc.constantFrom(null, '2031-05-04'),
    medium: orNull(name),
    confidence: fc.double({ min: 0, max: 1, noNaN: true }),
    within: fc.constant(null),
    speakerConfidence: orNull(fc.double({ min: 0, max: 1, noNaN: true })),
    unresolved: fc.constantFrom(null, 'nobody before the pronoun fits', 'the pronoun may mean more than one'),
    anonymity: spansIn(text, 1).map(([span]) => span ?? null),
  });

/** Puts some attributions within the one before. */
const inChain = (found: Attribution, i: number): Attribution =>
  found.confidence < 0.5 && i > 0 ? { ...found, within: i - 1 } : found;

const article: fc.Arbitrary<AnalyzedArticle> = hostile(60).chain((text) =>
  fc
    .record({
      id: name,
      title: orNull(name),
      outlet: orNull(name),
      byline: orNull(name),
      published: orNull(name),
      attributions: fc.array(attributionIn(text), { maxLength: 6 }),
    })
    .map(({ id, attributions, ...rest }) => articleOf(id, text, { ...rest, attributions: attributions.map(inChain) })),
);

describe('any article', () => {
  it('comes back with text, spans and words exactly as they were', (test) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    const wordsOf = (text: string, spans: readonly Span[]) => spans.map(([s, e]) => text.slice(s, e)).join(' … ');
    let runs = 0;
    fc.assert(
      fc.property(article, (any) => {
        const given = { ...any, id: `${runs++} ${any.id}` };
        assert.equal(record.add(captureOf(given), given), 'added');
        const found = record.article(given.id)!;
        const { attributions, text, ...about } = given;
        const { key: _, sha256: __, capturedAt: ___, location: ____, attributions: count, ...more } = found.article;
        const { revision, revisions, newest, ...kept } = more;
        assert.deepEqual({ revision, revisions, newest }, { revision: 1, revisions: 1, newest: found.article.key });
        assert.deepEqual(kept, { credit: null, ...about });
        assert.equal(count, attributions.length);
        assert.equal(found.text, text);
        assert.deepEqual(
          found.attributions.map(
            ({
              key,
              article,
              words,
              sourceWords,
              cueWords,
              anonymityWords,
              aboutWords,
              conditionWords,
              speaker,
              reportedBy,
              corrections,
              statement,
              ...rest
            }) => ({
              ...rest,
              speaker: speaker && { ...speaker, key: undefined, wikidata: undefined },
              words: [words, sourceWords, cueWords, anonymityWords, aboutWords, conditionWords],
            }),
          ),
          attributions.map((rest) => ({
            ...NO_STANCE,
            ...rest,
            speaker: rest.speaker && { ...rest.speaker, key: undefined, wikidata: undefined },
            words: [
              ...[rest.content, rest.source, rest.cue],
              ...[rest.anonymity, rest.about, rest.condition].map((span) => (span ? [span] : [])),
            ].map((spans) => wordsOf(text, spans)),
          })),
        );
      }),
      { numRuns: 300 },
    );
    record.close();
    assert.deepEqual(faultsOf(path), []);
  });

  it('is found by any letters and numbers of its contents', (test) => {
    const record = openRecord(join(folderFor(test), 'r.db'));
    test.after(() => record.close());
    fc.assert(
      fc.property(article, fc.nat(), (given, pick) => {
        record.add(captureOf(given), given);
        const contents = given.attributions.flatMap(({ content }) => content.map(([s, e]) => given.text.slice(s, e)));
        const content = contents[pick % Math.max(contents.length, 1)] ?? '';
        const words = content.replace(/["“”„«»]/g, ' ').trim();
        fc.pre(/[a-z\u00df-\u00f6]/.test(words));
        const page = record.search({ words: `"${words}"`, limit: 500 });
        assert.ok(page.total > 0);
        assert.ok(page.total > 500 || page.items.some((item) => item.words.includes(content)));
      }),
      { numRuns: 150 },
    );
  });
});

describe('any search', () => {
  const syntax = fc.constantFrom(
    'AND',
    'OR',
    'NOT',
    'NEAR(',
    ')',
    '(',
    '"',
    '“',
    '”',
    '«',
    '*',
    '^',
    ':',
    '{',
    '}',
    '+',
    '-',
  );
  const query = fc.array(fc.oneof(syntax, unit, fc.constant(' ')), { maxLength: 40 }).map((parts) => parts.join(''));

  it('gives a page and never throws', (test) => {
    const record = openRecord(join(folderFor(test), 'r.db'));
    test.after(() => record.close());
    fc.assert(
      fc.property(article, query, query, (given, words, facet) => {
        record.add(captureOf(given), given);
        for (const page of [
          record.search({ words }),
          record.search({ words, speaker: facet, outlet: facet }),
          record.speakers({ name: words }),
          record.articles({ outlet: words }),
        ]) {
          assert.ok(page.items.length <= page.total);
        }
        record.article(words);
        record.speaker(words);
      }),
      { numRuns: 500 },
    );
    for (const long of ['a '.repeat(100_000), `"${'a b '.repeat(50_000)}`, '"a'.repeat(50_000), '('.repeat(100_000)]) {
      assert.ok(record.search({ words: long }).total >= 0);
      assert.ok(record.speakers({ name: long }).total >= 0);
    }
  });
});
