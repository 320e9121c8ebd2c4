import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import type { CorrectionRequest } from '../../src/store/index.ts';
import { faultsOf } from './files.ts';
import { logicalContent } from './logical.ts';
import { articleOf, attributionOf } from './synthetic.ts';
import { ORIGIN, openByName as open, person } from './talks.ts';

const QUIST = { id: 'Q900000000001', label: 'Marit Quist', description: 'Veslandic envoy' };
const OTHER = { id: 'Q900000000002', label: 'Marit Quist', description: 'sailor' };
const EVIDENCE = {
  source: 'part.jsonl',
  confidence: 0.91,
  reasons: ['it is a human'],
  checkedAt: '2031-05-04T10:00:00.000Z',
};

function talk(id: string, published: string | null, ...said: [Speaker | null, string, string?][]): AnalyzedArticle {
  const text = said.map(([, words]) => `${words}\n`).join('');
  const attributions = said.map(([speaker, content, saidOn = null]) =>
    attributionOf(text, { content }, speaker, { saidOn }),
  );
  return articleOf(id, text, { published, attributions });
}

const FIRST = talk(
  'first',
  '2031-05-04',
  [person('Marit Quist', 'envoy'), 'The harbour opens.'],
  [person('M. Quist', 'adviser'), 'The crane is safe.', '2029-12-31'],
  [{ name: 'Harrow Council', kind: 'organization', role: null }, 'Nobody asked us.'],
  [{ name: 'officials', kind: 'group', role: null }, 'It is late.'],
);
const SECOND = talk(
  'second',
  '2032-01-02T09:00:00+01:00',
  [person('MARIT QUIST', 'envoy'), 'The bridge is next.'],
  [person('Marit Quist'), 'The tram is late.'],
);
const UNDATED = talk('undated', null, [person('Marit Quist', 'envoy'), 'So are we.']);

describe('links to Wikidata', () => {
  it('are shown with the speaker and with each statement, and say which correction they are', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const quist = key('Marit Quist');
    const number = correct({ action: 'wikidata', speaker: quist, item: QUIST, evidence: EVIDENCE });
    const { speaker, corrections, attributions } = record.speaker(quist)!;
    assert.deepEqual(speaker.wikidata, QUIST);
    assert.deepEqual(corrections, [{ number, action: 'wikidata', ...ORIGIN, note: null }]);
    for (const { speaker, corrections } of attributions.items) {
      assert.deepEqual(speaker!.wikidata, QUIST);
      assert.deepEqual(corrections, [], 'the statement itself is as it was found');
    }
    assert.deepEqual(record.speakers({ name: 'marit' }).items[0]!.wikidata, QUIST);
    assert.deepEqual(record.search({ words: 'bridge' }).items[0]!.speaker!.wikidata, QUIST);
    assert.deepEqual(record.wikidataLink(quist), { item: QUIST, byHand: false, correction: number });
    assert.deepEqual(record.corrections().items[0]!.payload.evidence, EVIDENCE);
    assert.equal(
      record.corrections().items[0]!.summary,
      `Marit Quist (${quist}) is Q900000000001 (Marit Quist), found in part.jsonl`,
    );
    assert.deepEqual(
      record.speakersOfItem(QUIST.id).map((each) => each.key),
      [quist],
    );
  });

  it('by hand stand against what a search finds, before it and after it', (test) => {
    const { path, record, key, correct } = open(test, FIRST);
    const quist = key('Marit Quist');
    const found: CorrectionRequest = { action: 'wikidata', speaker: quist, item: OTHER, evidence: EVIDENCE };
    correct(found);
    const byHand = correct({ action: 'wikidata', speaker: quist, item: QUIST });
    assert.deepEqual(record.speaker(quist)!.speaker.wikidata, QUIST);
    assert.throws(() => correct(found), /correction 2 says by hand that it is Q900000000001 .*, and stands/);
    correct({ action: 'undo', number: byHand });
    assert.deepEqual(record.speaker(quist)!.speaker.wikidata, OTHER);
    correct({ action: 'wikidata', speaker: quist, item: { ...QUIST, id: 'Q900000000003' }, evidence: EVIDENCE });
    correct({ action: 'undo', number: 3 });
    assert.deepEqual(record.speaker(quist)!.speaker.wikidata, QUIST, 'the later finding gives way');
    assert.match(
      record.corrections().items.find(({ number }) => number === 4)!.unapplied!,
      /correction 2 says by hand/,
    );
    assert.deepEqual(faultsOf(path), []);
  });

  it('may be that there is none, and a person may confirm what a search found', (test) => {
    const { record, key, correct } = open(test, FIRST);
    const quist = key('Marit Quist');
    correct({ action: 'wikidata', speaker: quist, item: null });
    assert.deepEqual(record.wikidataLink(quist), { item: null, byHand: true, correction: 1 });
    assert.equal(record.speaker(quist)!.speaker.wikidata, null);
    assert.deepEqual(
      record.speaker(quist)!.corrections.map(({ number }) => number),
      [1],
    );
    assert.throws(() => correct({ action: 'wikidata', speaker: quist, item: null }), /is no item of Wikidata already/);
    const short = key('M. Quist');
    correct({ action: 'wikidata', speaker: short, item: OTHER, evidence: EVIDENCE });
    assert.throws(
      () => correct({ action: 'wikidata', speaker: short, item: OTHER, evidence: EVIDENCE }),
      /is Q900000000002 \(Marit Quist\) already, by correction 2/,
    );
    correct({ action: 'wikidata', speaker: short, item: OTHER });
    assert.equal(record.wikidataLink(short)!.byHand, true);
  });

  it('go with a speaker that is merged into one without, and come back from it when that is undone', (test) => {
    const { path, record, key, correct } = open(test, FIRST);
    const [long, short] = [key('Marit Quist'), key('M. Quist')];
    correct({ action: 'wikidata', speaker: short, item: QUIST, evidence: EVIDENCE });
    const before = logicalContent(path);
    const merge = correct({ action: 'merge', into: long, from: short });
    assert.deepEqual(record.speaker(long)!.speaker.wikidata, QUIST);
    assert.deepEqual(
      record.speakersOfItem(QUIST.id).map((each) => each.key),
      [long],
      'who has no statements left is not listed',
    );
    correct({ action: 'undo', number: merge });
    assert.deepEqual(logicalContent(path), before);
    assert.equal(record.speaker(long)!.speaker.wikidata, null);
    correct({ action: 'wikidata', speaker: long, item: OTHER, evidence: EVIDENCE });
    correct({ action: 'wikidata', speaker: short, item: { ...QUIST, label: null } });
    correct({ action: 'merge', into: long, from: short });
    assert.equal(record.speaker(long)!.speaker.wikidata!.id, QUIST.id, 'by hand counts for more');
    correct({ action: 'wikidata', speaker: short, item: OTHER });
    assert.equal(record.speaker(long)!.speaker.wikidata!.id, OTHER.id, 'the key of the merged one leads there');
  });

  it('wait for their speaker where the log comes first, and go when what made it does', (test) => {
    const one = open(test, FIRST);
    one.correct({ action: 'wikidata', speaker: one.key('Marit Quist'), item: QUIST, evidence: EVIDENCE });
    const late = open(test);
    for (const entry of one.record.corrections().items.toReversed()) late.record.repeat(entry);
    assert.match(late.record.corrections().items[0]!.unapplied!, /there is no speaker Marit Quist/);
    late.add(FIRST);
    assert.deepEqual(logicalContent(late.path), logicalContent(one.path));
  });

  it('need the number of an item, and texts are one line', (test) => {
    const { record, key, correct } = open(test, FIRST);
    const speaker = key('Marit Quist');
    for (const id of ['42', 'Q0', 'q42', 'Q42 ', 'P31', `Q${'1'.repeat(17)}`, '', 'Q1\u001b[2J'])
      assert.throws(
        () => correct({ action: 'wikidata', speaker, item: { ...QUIST, id } }),
        /is no item of Wikidata: give its number, such as Q42/,
      );
    assert.throws(
      () => correct({ action: 'wikidata', speaker, item: { ...QUIST, description: 'x'.repeat(501) } }),
      /a description has at most 500 characters/,
    );
    assert.throws(() => correct({ action: 'wikidata', speaker: 'nobody', item: null }), /holds no speaker nobody/);
    assert.equal(record.corrections().total, 0);
    correct({ action: 'wikidata', speaker, item: { id: 'Q7', label: ' a\n b\ud800', description: ' \n\0' } });
    assert.deepEqual(record.speaker(speaker)!.speaker.wikidata, { id: 'Q7', label: 'a b\ufffd', description: null });
  });
});

describe('speakers to link', () => {
  it('are persons and organizations of whom nothing is said, the most quoted first', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND);
    const names = () => record.unlinkedSpeakers().items.map(({ name }) => name);
    assert.deepEqual(names(), ['Marit Quist', 'Harrow Council', 'M. Quist']);
    assert.deepEqual(record.unlinkedSpeakers({ limit: 1, offset: 1 }).total, 3);
    correct({ action: 'wikidata', speaker: key('Marit Quist'), item: QUIST, evidence: EVIDENCE });
    correct({ action: 'wikidata', speaker: key('M. Quist'), item: null });
    assert.deepEqual(names(), ['Harrow Council']);
    correct({ action: 'undo', number: 2 });
    assert.deepEqual(names(), ['Harrow Council', 'M. Quist']);
  });

  it('are given with every name, role and year of their statements', (test) => {
    const { record, key, correct } = open(test, FIRST, SECOND, UNDATED);
    const quist = key('Marit Quist');
    correct({ action: 'merge', into: quist, from: key('M. Quist') });
    correct({ action: 'rename', speaker: quist, name: 'Ambassador Quist' });
    const tram = record.search({ words: 'tram' }).items[0]!.key;
    correct({ action: 'not-a-statement', attribution: tram });
    const sorted = record.givenAs(quist).toSorted((a, b) => (a.year ?? 0) - (b.year ?? 0));
    assert.deepEqual(sorted, [
      { name: 'Marit Quist', role: 'envoy', year: null, attributions: 1 },
      { name: 'M. Quist', role: 'adviser', year: 2029, attributions: 1 },
      { name: 'Marit Quist', role: 'envoy', year: 2031, attributions: 1 },
      { name: 'MARIT QUIST', role: 'envoy', year: 2032, attributions: 1 },
    ]);
    const bridge = record.search({ words: 'bridge' }).items[0]!.key;
    correct({ action: 'speaker', attribution: bridge, to: key('Harrow Council'), role: 'the owner' });
    assert.deepEqual(
      record.givenAs(key('Harrow Council')).find(({ year }) => year === 2032),
      { name: 'Harrow Council', role: 'the owner', year: 2032, attributions: 1 },
      'a name that is not the speaker’s is not among them',
    );
    assert.deepEqual(record.givenAs('nobody'), []);
    assert.equal(record.wikidataLink('nobody'), null);
  });
});
