import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { MarkedAttributions, RecordStore } from '../../src/store/index.ts';
import { faultsOf, onFile } from './files.ts';
import { articleOf, attributionOf } from './synthetic.ts';
import { ORIGIN, openByName as open, person } from './talks.ts';

/** An article in which each speaker says one sentence. */
function talk(id: string, ...said: [Speaker | null, string][]): AnalyzedArticle {
  const text = said.map(([, words]) => `${words}\n`).join('');
  const attributions = said.map(([speaker, content]) => attributionOf(text, { content }, speaker));
  return articleOf(id, text, { outlet: `Outlet of ${id}`, attributions });
}

const FIRST = talk(
  'first',
  [person('Marit Quist', 'envoy'), 'The harbour opens.'],
  [person('M. B. Quist', 'adviser'), 'The crane is safe.'],
  [person('Ivo Harrow'), 'Nobody asked me.'],
);
const SECOND = talk('second', [person('Marit Quist'), 'The bridge is next.'], [null, 'It was called a guess.']);
const LATER = talk('later', [person('m. b. quist'), 'The tram is late.'], [person('Ivo Harrow'), 'So are we.']);

const names = (record: RecordStore): string[] => record.speakers().items.map(({ name }) => name);
const said = (record: RecordStore, key: string): string[] =>
  record.speaker(key)!.attributions.items.map(({ words }) => words);

describe('merge', () => {
  it('makes one speaker of two, under the address of the first and all spellings', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const [long, short] = [key('Marit Quist'), key('M. B. Quist')];
    correct({ action: 'merge', into: long, from: short });
    assert.deepEqual(new Set(names(record)), new Set(['Marit Quist', 'Ivo Harrow']));
    const { speaker, roles, outlets, corrections } = record.speaker(short)!;
    assert.deepEqual(speaker, {
      key: long,
      name: 'Marit Quist',
      kind: 'person',
      attributions: 3,
      articles: 2,
      wikidata: null,
    });
    assert.deepEqual(
      roles.map(({ role }) => role),
      ['adviser', 'envoy'],
    );
    assert.equal(outlets.length, 2);
    assert.deepEqual(corrections, [{ number: 1, action: 'merge', ...ORIGIN, note: null }]);
    assert.equal(record.speakers({ name: 'M B Quist' }).items[0]!.key, long);
    assert.equal(record.counts().speakers, 2);
    const crane = record.search({ words: 'marit crane' }).items[0]!;
    assert.equal(crane.speaker!.name, 'M. B. Quist', 'the article spells it so');
    assert.equal(crane.speaker!.key, long);
    assert.equal(record.search({ words: 'crane', speaker: short }).total, 1);
    assert.equal(record.search({ words: 'crane', speaker: long }).total, 1);
  });

  it('holds for what comes in later, and for speakers that are merged on', (test) => {
    const { record, key, add, correct } = open(test, FIRST, SECOND);
    const [long, short, other] = [key('Marit Quist'), key('M. B. Quist'), key('Ivo Harrow')];
    correct({ action: 'merge', into: long, from: short });
    correct({ action: 'merge', into: other, from: long });
    add(LATER);
    assert.deepEqual(names(record), ['Ivo Harrow']);
    assert.equal(record.speaker(short)!.speaker.attributions, 6);
    const tram = record.search({ words: 'tram harrow' }).items[0]!;
    assert.deepEqual(
      tram.corrections.map(({ number }) => number),
      [1, 2],
    );
  });

  it('is refused where it makes no sense, and nothing is written', (test) => {
    const { record, key, correct } = open(test, FIRST);
    const [long, short] = [key('Marit Quist'), key('M. B. Quist')];
    assert.throws(() => correct({ action: 'merge', into: long, from: long }), /cannot be merged with itself/);
    assert.throws(() => correct({ action: 'merge', into: long, from: 'nobody' }), /holds no speaker nobody/);
    correct({ action: 'merge', into: long, from: short });
    assert.throws(() => correct({ action: 'merge', into: short, from: long }), /are one speaker already/);
    assert.equal(record.corrections().total, 1);
  });

  it('comes apart again when one of several is undone', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const [long, short, other] = [key('Marit Quist'), key('M. B. Quist'), key('Ivo Harrow')];
    correct({ action: 'merge', into: long, from: short });
    correct({ action: 'merge', into: other, from: long });
    correct({ action: 'undo', number: 1 });
    assert.equal(record.speaker(short)!.speaker.name, 'M. B. Quist');
    assert.equal(record.speaker(long)!.speaker.name, 'Ivo Harrow');
    assert.equal(record.corrections().items.at(-1)!.undoneBy, 3);
    assert.throws(() => correct({ action: 'undo', number: 1 }), /undone already, by 3/);
    correct({ action: 'undo', number: 3 });
    assert.equal(record.speaker(short)!.speaker.name, 'Ivo Harrow');
    assert.throws(() => correct({ action: 'undo', number: 99 }), /there is no correction 99/);
  });
});

describe('split', () => {
  it('gives attributions or articles to another speaker, even of the same name', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const quist = key('Marit Quist');
    const { key: article } = record.article('second')!.article;
    correct({ action: 'split', speaker: quist, name: 'Marit Quist', of: { articles: [article] } });
    const both = record.speakers({ name: 'Marit Quist' }).items;
    assert.equal(both.length, 2);
    assert.deepEqual(said(record, both.find((one) => one.key !== quist)!.key), ['The bridge is next.']);
    assert.deepEqual(said(record, quist), ['The harbour opens.']);
    const { key: only } = record.article('first')!.attributions[0]!;
    const all = { action: 'split', speaker: quist, name: 'X', of: { attributions: [only] } } as const;
    assert.throws(() => correct(all), /takes all statements of Marit Quist/);
    assert.throws(() => correct({ ...all, of: { attributions: [`${article}-0`] } }), /is not by Marit Quist/);
    assert.throws(() => correct({ ...all, of: { attributions: [] } }), /must name the statements/);
  });

  it('by spelling holds for what comes in later', (test) => {
    const { record, key, add, correct } = open(test, FIRST, SECOND);
    const quist = key('Marit Quist');
    correct({ action: 'merge', into: quist, from: key('M. B. Quist') });
    correct({ action: 'split', speaker: quist, name: 'Mirja Quist', of: { spelling: 'M. B. QUIST' } });
    add(LATER);
    assert.deepEqual(said(record, key('Mirja Quist')).sort(), ['The crane is safe.', 'The tram is late.']);
    assert.equal(record.search({ words: 'mirja tram' }).total, 1);
  });

  it('by spelling takes the name along, as articles write it', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const quist = key('Marit Quist');
    correct({ action: 'merge', into: quist, from: key('M. B. Quist') });
    correct({ action: 'split', speaker: quist, name: 'Mirja Quist', of: { spelling: 'M. B. QUIST' } });
    assert.deepEqual(record.spellings(key('Mirja Quist')), ['Mirja Quist', 'M. B. Quist']);
    assert.deepEqual(record.spellings(quist), ['Marit Quist']);
    assert.equal(record.speakers({ name: 'm. b. quist' }).items[0]!.name, 'Mirja Quist');
    correct({ action: 'merge', into: quist, from: key('Mirja Quist') });
    assert.deepEqual(record.spellings(quist)!.toSorted(), ['M. B. Quist', 'Marit Quist', 'Mirja Quist']);
  });
});

it('a split by spelling takes nothing that was given to the speaker: the article spells another there', (test) => {
  const { record, key, correct } = open(test, FIRST);
  const harrow = key('Ivo Harrow');
  correct({ action: 'speaker', attribution: record.search({ words: 'crane' }).items[0]!.key, to: harrow });
  const split = { action: 'split', speaker: harrow, name: 'Mirja Quist', of: { spelling: 'M. B. Quist' } } as const;
  assert.throws(() => correct(split), /is not by Ivo Harrow/);
});

describe('rename and kind', () => {
  it('change what is shown and keep what was found', (test) => {
    const { path, record, key, add, correct } = open(test, FIRST);
    const harrow = key('Ivo Harrow');
    correct({ action: 'rename', speaker: harrow, name: 'Harrow Council' });
    correct({ action: 'kind', speaker: harrow, kind: 'organization' });
    add(LATER);
    assert.equal(record.speakers({ name: 'ivo' }).items[0]!.name, 'Harrow Council');
    const found = record.search({ words: 'council' });
    assert.equal(found.total, 2);
    for (const { speaker } of found.items) {
      const rest = { role: null, roleSpan: null, members: null, wikidata: null };
      assert.deepEqual(speaker, { key: harrow, name: 'Harrow Council', kind: 'organization', ...rest });
    }
    const row = onFile(path, (file) => file.prepare('select * from speaker where key = ?').get(harrow))!;
    assert.deepEqual([row.found_name, row.found_kind], ['Ivo Harrow', 'person']);
    assert.throws(() => correct({ action: 'rename', speaker: harrow, name: ' Harrow\nCouncil ' }), /that name already/);
    assert.throws(() => correct({ action: 'rename', speaker: harrow, name: ' ' }), /must hold something/);
  });
});

describe('not a statement', () => {
  it('is left out of everything but its article, which shows it as marked', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const harrow = key('Ivo Harrow');
    const { key: marked } = record.search({ words: 'nobody asked' }).items[0]!;
    correct({ action: 'not-a-statement', attribution: marked });
    assert.equal(record.search({ words: 'nobody asked' }).total, 0);
    assert.deepEqual(names(record).sort(), ['M. B. Quist', 'Marit Quist']);
    assert.equal(record.speaker(harrow)!.attributions.items.length, 0);
    assert.deepEqual(record.counts(), { articles: 2, attributions: 4, speakers: 2, refusals: 0 });
    assert.equal([...record.everyAttribution()].length, 4);
    assert.equal(
      record.outlets().reduce((sum, { attributions }) => sum + attributions, 0),
      4,
    );
    const { article, attributions, notStatements } = record.article('first')!;
    assert.equal(article.attributions, 2);
    assert.equal(attributions.length, 2);
    assert.deepEqual(
      notStatements.map((each) => [each.key, each.words, each.corrections]),
      [[marked, 'Nobody asked me.', [{ number: 1, action: 'not-a-statement', ...ORIGIN, note: null }]]],
    );
    assert.throws(() => correct({ action: 'not-a-statement', attribution: marked }), /as no statement already/);
    for (const wrong of ['', 'first', `${article.key}-99`, 'nothing-0']) {
      assert.throws(() => correct({ action: 'not-a-statement', attribution: wrong }), /attribution|holds no article/);
    }
  });

  it('reports nothing of what others said: who reports it is the next around it', (test) => {
    const text = 'Marit Quist said Ivo Harrow told her that an official had left.';
    const article = articleOf('chain', text, {
      attributions: [
        attributionOf(text, { content: 'Ivo Harrow told her that an official had left' }, person('Marit Quist')),
        attributionOf(text, { content: 'an official had left' }, person('Ivo Harrow'), { within: 0 }),
        attributionOf(text, { content: 'had left' }, null, { within: 1 }),
      ],
    });
    const { record, correct } = open(test, article);
    correct({ action: 'not-a-statement', attribution: record.article('chain')!.attributions[1]!.key });
    const [outer, inner] = record.article('chain')!.attributions;
    assert.equal(outer!.within, null);
    assert.deepEqual([inner!.within, inner!.reportedBy!.name], [0, 'Marit Quist']);
  });
});

describe('another speaker', () => {
  it('may be one of the record, a new one, or nobody known; the role found goes with the one found', (test) => {
    const { record, key, add, correct } = open(test, FIRST, SECOND);
    const of = (words: string): string => record.search({ words }).items[0]!.key;
    correct({ action: 'speaker', attribution: of('harbour'), to: key('Ivo Harrow') });
    const harbour = record.search({ words: 'harbour harrow' }).items[0]!;
    const nothing = { roleSpan: null, members: null, wikidata: null };
    const ivo = { key: key('Ivo Harrow'), name: 'Ivo Harrow', kind: 'person', role: null };
    assert.deepEqual(harbour.speaker, { ...ivo, ...nothing });
    assert.equal(record.search({ words: 'harbour quist' }).total, 0);
    const council = { name: 'Tram Council', kind: 'organization' } as const;
    correct({ action: 'speaker', attribution: of('guess'), to: council, role: 'the operator' });
    const made = record.search({ words: 'guess' }).items[0]!.speaker!;
    assert.deepEqual(made, { key: key('Tram Council'), ...council, role: 'the operator', ...nothing });
    add(talk('fourth', [{ ...council, name: 'TRAM COUNCIL', role: null }, 'No trams today.']));
    assert.equal(record.speaker(made.key)!.speaker.attributions, 2, 'an article that names it means the same one');
    correct({ action: 'speaker', attribution: of('crane'), to: null });
    assert.equal(record.search({ words: 'crane' }).items[0]!.speaker, null);
    assert.deepEqual(names(record), ['Ivo Harrow', 'TRAM COUNCIL', 'Marit Quist']);
    assert.throws(() => correct({ action: 'speaker', attribution: of('crane'), to: null }), /nobody is known/);
  });

  it('who was made by a correction that is undone is gone, and what builds on it says so', (test) => {
    const { path, record, key, correct } = open(test, FIRST);
    const { key: attribution } = record.search({ words: 'crane' }).items[0]!;
    correct({ action: 'speaker', attribution, to: { name: 'Tram Council', kind: 'organization' } });
    const made = key('Tram Council');
    correct({ action: 'merge', into: made, from: key('Ivo Harrow') });
    correct({ action: 'undo', number: 1 });
    assert.equal(record.speaker(made), null);
    assert.match(record.corrections().items[1]!.unapplied!, /there is no speaker Tram Council/);
    assert.deepEqual(names(record), ['Ivo Harrow', 'M. B. Quist', 'Marit Quist']);
    assert.deepEqual(faultsOf(path), []);
  });
});

describe('the log', () => {
  it('is only ever added to', (test) => {
    const { path, key, correct } = open(test, FIRST);
    correct({ action: 'rename', speaker: key('Ivo Harrow'), name: 'X' });
    for (const change of ['delete from correction', `update correction set "by" = 'nobody'`]) {
      onFile(path, (file) => assert.throws(() => file.exec(change), /only ever added to/));
    }
  });

  it('gives what was found beside what holds, to learn from', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    correct({ action: 'merge', into: key('Marit Quist'), from: key('M. B. Quist') });
    correct({ action: 'rename', speaker: key('Ivo Harrow'), name: 'Ivo B. Harrow' });
    assert.deepEqual([...record.correctedArticles()], [], 'neither says that an article was misread');
    const [first, second] = record.article('first')!.attributions;
    correct({ action: 'not-a-statement', attribution: first!.key });
    correct({ action: 'speaker', attribution: second!.key, to: null });
    const [line, ...others] = [...record.correctedArticles()];
    assert.equal(others.length, 0);
    assert.equal(line!.text, FIRST.text);
    assert.deepEqual(line!.corrections, [1, 2, 3, 4]);
    const labels = (marked: MarkedAttributions) => marked.speakers.map(({ i, speaker, kind }) => [i, speaker, kind]);
    assert.deepEqual(labels(line!.found), [
      [0, 'Marit Quist', 'person'],
      [1, 'M. B. Quist', 'person'],
      [2, 'Ivo Harrow', 'person'],
    ]);
    assert.deepEqual(labels(line!.corrected), [
      [1, 'unknown', 'unknown'],
      [2, 'Ivo Harrow', 'person'],
    ]);
    assert.deepEqual(
      line!.corrected.attributions.map(({ i, content }) => [i, content]),
      [1, 2].map((i) => [i, FIRST.attributions[i]!.content]),
    );
    assert.deepEqual(
      [...record.correctedNames()].map(({ names: pair, same }) => [...pair.map(({ name }) => name), same]),
      [['M. B. Quist', 'Marit Quist', true]],
    );
  });
});

it('a reader in another connection sees a correction whole', (test) => {
  const { path, key, correct } = open(test, FIRST, SECOND);
  const reader = openRecord(path, { readOnly: true });
  test.after(() => reader.close());
  assert.equal(reader.counts().speakers, 3);
  correct({ action: 'merge', into: key('Marit Quist'), from: key('M. B. Quist') });
  assert.equal(reader.counts().speakers, 2);
  assert.throws(() => reader.correct({ action: 'undo', number: 1 }, ORIGIN), /reading only/);
});
