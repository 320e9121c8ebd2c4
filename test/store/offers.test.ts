import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RecordStore } from '../../src/store/index.ts';
import { logicalContent } from './logical.ts';
import { type Open, often, open, person, talk } from './talks.ts';

const pairs = (record: RecordStore): string[][] =>
  record.offers().items.map(({ speakers }) => speakers.map(({ name }) => name).sort());

/** Fathers and children, of whom the names alone do not tell who is who. */
const doubtful = [
  ...often(person('Nuri Okoro Sr.'), 3, 'senior'),
  ...often(person('Nuri Okoro'), 2, 'short'),
  talk('jr', person('Ivo Quist Jr.')),
  talk('plain', person('Ivo Quist')),
];

describe('offers', () => {
  it('are the pairs of whom nobody can be sure, those with most statements on both sides first', (test) => {
    const { record, key } = open(test, ...doubtful);
    const { items, total } = record.offers();
    assert.equal(total, 2);
    assert.deepEqual(pairs(record), [
      ['Nuri Okoro', 'Nuri Okoro Sr.'],
      ['Ivo Quist', 'Ivo Quist Jr.'],
    ]);
    const [first] = items;
    assert.equal(first!.reason, 'father and child may share the name');
    const [long, short] = [record.speaker(key('senior-0'))!.speaker, record.speaker(key('short-0'))!.speaker];
    assert.deepEqual(first!.speakers, [
      { ...long, article: record.article('senior-2')!.article },
      { ...short, article: record.article('short-0')!.article },
    ]);
    assert.deepEqual(record.offers({ limit: 1, offset: 1 }), { items: [items[1]], total: 2 });
  });

  it('are answered by a merge or by keeping apart, and asked again when that is undone', (test) => {
    const { path, record, key, correct } = open(test, ...doubtful);
    const before = logicalContent(path);
    const merged = correct({ action: 'merge', into: key('senior-0'), from: key('short-0') });
    assert.deepEqual(pairs(record), [['Ivo Quist', 'Ivo Quist Jr.']]);
    const apart = correct({ action: 'apart', speaker: key('jr'), other: key('plain') });
    assert.deepEqual(record.offers(), { items: [], total: 0 });
    assert.equal(
      record.corrections().items[0]!.summary,
      `Ivo Quist Jr. (${key('jr')}) is not Ivo Quist (${key('plain')})`,
    );
    assert.deepEqual(
      record.speaker(key('plain'))!.corrections.map(({ action }) => action),
      ['apart'],
    );
    assert.deepEqual(
      [...record.correctedNames()].map(({ names, same }) => [...names.map(({ name }) => name), same]),
      [
        ['Nuri Okoro', 'Nuri Okoro Sr.', true],
        ['Ivo Quist Jr.', 'Ivo Quist', false],
      ],
    );
    correct({ action: 'undo', number: merged });
    correct({ action: 'undo', number: apart });
    assert.equal(record.offers().total, 2);
    assert.deepEqual(logicalContent(path), before);
  });

  it('follow those who were merged, and ask of a pair once', (test) => {
    const { record, key, add, correct } = open(test, ...doubtful, talk('other', person('Sanna Vellamo')));
    correct({ action: 'merge', into: key('other'), from: key('jr') });
    assert.deepEqual(pairs(record)[1], ['Ivo Quist', 'Sanna Vellamo']);
    correct({ action: 'apart', speaker: key('plain'), other: key('other') });
    assert.equal(record.offers().total, 1);
    add(talk('later', person('Ivo Quist Jr.')), talk('later plain', person('Ivo Quist')));
    assert.equal(record.offers().total, 1, 'what was said is not asked again');
    correct({ action: 'merge', into: key('plain'), from: key('other') });
    assert.equal(record.offers().total, 1, 'a later answer holds');
  });

  it('leave out whose statements are all marked as none', (test) => {
    const { record, correct } = open(test, ...doubtful);
    correct({ action: 'not-a-statement', attribution: record.article('jr')!.attributions[0]!.key });
    assert.equal(record.offers().total, 1);
  });
});

describe('apart', () => {
  const refused = (open: Open, speaker: string, other: string, message: RegExp) =>
    assert.throws(() => open.correct({ action: 'apart', speaker, other }), message);

  it('is refused where it makes no sense, and nothing is written', (test) => {
    const opened = open(test, ...doubtful);
    const { record, key, correct } = opened;
    const [jr, plain] = [key('jr'), key('plain')];
    refused(opened, jr, jr, /are one speaker: Ivo Quist Jr\. .*undo the correction that merged them, or split it/);
    refused(opened, jr, 'nobody', /holds no speaker nobody/);
    correct({ action: 'apart', speaker: jr, other: plain });
    refused(opened, plain, jr, /are kept apart already/);
    assert.equal(record.corrections().total, 1);
  });

  it('has no effect, and says so, while another correction makes the two one', (test) => {
    const { record, key, correct } = open(test, ...doubtful);
    const [jr, plain] = [key('jr'), key('plain')];
    const merged = correct({ action: 'merge', into: jr, from: plain });
    correct({ action: 'undo', number: merged });
    correct({ action: 'apart', speaker: jr, other: plain });
    correct({ action: 'undo', number: 2 });
    assert.match(record.corrections().items[1]!.unapplied!, /are one speaker/);
    correct({ action: 'undo', number: merged });
    assert.equal(record.corrections().items[2]!.unapplied, null);
    assert.equal(record.offers().total, 1);
  });
});
