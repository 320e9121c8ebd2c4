import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Attribution, Speaker, SpeakerKind } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordedAttribution, RecordStore } from '../../src/store/index.ts';
import { folderFor } from './files.ts';
import { articleOf, attributionOf, captureOf, randomFrom, syntheticArticle } from './synthetic.ts';

const EDITOR = { by: 'A. Editor', at: '2031-07-01T10:00:00.000Z' };
const KINDS: SpeakerKind[] = ['person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown'];

const speaker = (name: string, kind: SpeakerKind): Speaker => ({ name, kind, role: null });
const harrow = speaker('Ivo Harrow', 'person');
const quist = speaker('Sanna Quist', 'person');
const brogger = speaker('Åke Brøgger', 'person');
const agency = speaker('Port Agency', 'organization');
const official = speaker('an official', 'unnamed');

type Said = readonly [who: Speaker | null, about?: Partial<Attribution>];
const direct = { type: 'direct' } as const;

/** An article in which each says a sentence of its own. */
function talk(id: string, about: Partial<AnalyzedArticle>, ...said: Said[]): AnalyzedArticle {
  const words = said.map((_, i) => `Sentence ${i} of ${id}.`);
  const text = words.join('\n') || 'Nothing is said.';
  const attributions = said.map(([who, rest], i) => attributionOf(text, { content: words[i]! }, who, rest));
  return articleOf(id, text, { ...about, attributions });
}

const post = { outlet: 'Northern Post' };
const everyKind = talk(
  'a',
  { ...post, published: '2031-05-01' },
  [harrow, direct],
  [harrow],
  [agency, { mode: 'writes' }],
  [official, { type: 'mixed' }],
  [quist, { ...direct, within: 0 }],
  [harrow, { mode: 'wants' }],
  [null, direct],
);
const oneUnnamed = talk('b', { ...post, published: '2031-05-03T23:30:00+02:00' }, [official, direct], [official]);
const twoUnnamed = talk(
  'c',
  { ...post, published: '2031-06-01' },
  [speaker('a diplomat', 'unnamed'), direct],
  [speaker('an aide', 'unnamed'), direct],
);
const undated = talk('d', { outlet: 'Radio Ardal' }, [harrow], [brogger, direct], [speaker('the report', 'document')]);
const noWords = talk('e', { published: '2031-05-02' }, [harrow, { mode: 'thinks' }]);

function recordOf(test: TestContext, ...articles: AnalyzedArticle[]): RecordStore {
  const record = openRecord(join(folderFor(test), 'r.db'));
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return record;
}

const ALL = [everyKind, oneUnnamed, twoUnnamed, undated, noWords];
const counted = (kinds: Record<SpeakerKind, { attributions: number }>) => KINDS.map((kind) => kinds[kind].attributions);
const named = (list: readonly { name: string; attributions: number; articles: number }[]) =>
  list.map(({ name, attributions, articles }) => [name, attributions, articles]);

describe('a source audit', () => {
  it('counts by hand what it counts: statements, quotation marks and sources, by kind, with shares', (test) => {
    const { outlets } = recordOf(test, ...ALL).sourceAudit();
    assert.deepEqual(
      outlets.items.map(({ outlet }) => outlet),
      ['Northern Post', 'Radio Ardal', null],
    );
    const [{ kinds, mostQuoted, ...found }] = outlets.items as [(typeof outlets.items)[number]];
    assert.deepEqual(found, {
      outlet: 'Northern Post',
      articles: 3,
      quoting: 3,
      undated: 0,
      attributions: 9,
      inQuotationMarks: 6,
      sources: 6,
      onlyUnnamed: 2,
      oneUnnamed: 1,
      concentration: { one: 2 / 3, five: 1 },
      reported: 1,
      notInWords: 1,
    });
    assert.deepEqual(counted(kinds), [2, 1, 0, 0, 5, 0, 1]);
    assert.deepEqual(kinds.unnamed, {
      attributions: 5,
      share: 5 / 9,
      inQuotationMarks: 4,
      inQuotationMarksShare: 4 / 6,
      sources: 4,
      sourcesShare: 4 / 6,
    });
    assert.deepEqual(kinds.unknown, {
      attributions: 1,
      share: 1 / 9,
      inQuotationMarks: 1,
      inQuotationMarksShare: 1 / 6,
      sources: 0,
      sourcesShare: 0,
    });
    assert.deepEqual(named(mostQuoted), [
      ['Ivo Harrow', 2, 1],
      ['Port Agency', 1, 1],
    ]);
  });

  it('says nothing of shares where there is nothing to share, and adds the outlets up', (test) => {
    const { total, outlets } = recordOf(test, ...ALL).sourceAudit();
    const silent = outlets.items[2]!;
    assert.deepEqual(
      [silent.articles, silent.quoting, silent.attributions, silent.notInWords, silent.kinds.person.share],
      [1, 0, 0, 1, null],
    );
    assert.deepEqual(silent.concentration, { one: null, five: null });
    assert.deepEqual([total.articles, total.quoting, total.undated, total.attributions], [5, 4, 1, 12]);
    assert.deepEqual([total.sources, total.inQuotationMarks, total.reported, total.notInWords], [9, 7, 1, 2]);
    assert.deepEqual(counted(total.kinds), [4, 1, 0, 1, 5, 0, 1]);
    assert.deepEqual(named(total.mostQuoted), [
      ['Ivo Harrow', 3, 2],
      ['Port Agency', 1, 1],
      ['the report', 1, 1],
      ['Åke Brøgger', 1, 1],
    ]);
    assert.deepEqual(total.concentration, { one: 1 / 2, five: 1 });
  });

  it('looks at one outlet, at days, at all acts, and goes through outlets page by page', (test) => {
    const record = recordOf(test, ...ALL);
    const ardal = record.sourceAudit({ outlet: 'Radio Ardal' });
    assert.deepEqual([ardal.outlets.total, ardal.total.attributions, ardal.total.undated], [1, 3, 1]);
    assert.equal(record.sourceAudit({ outlet: 'radio ardal' }).outlets.total, 0);
    const day = record.sourceAudit({ from: '2031-05-03', to: '2031-05-03' });
    assert.deepEqual(
      day.outlets.items.map(({ outlet, articles, undated, attributions }) => [outlet, articles, undated, attributions]),
      [
        ['Northern Post', 1, 0, 2],
        ['Radio Ardal', 0, 1, 0],
      ],
    );
    assert.equal(record.sourceAudit({ from: '2031-05-04' }).total.attributions, 2);
    assert.equal(record.sourceAudit({ to: '2031-05-02' }).total.attributions, 5);
    const all = record.sourceAudit({ modes: 'all' }).total;
    assert.deepEqual([all.attributions, all.reported, all.notInWords], [14, 1, 0]);
    const second = record.sourceAudit({ limit: 1, offset: 1 });
    assert.equal(second.outlets.items[0]!.outlet, 'Radio Ardal');
    assert.deepEqual([second.outlets.total, second.total.attributions], [3, 12]);
  });

  it('counts what corrections made of it: who reports nothing any more no longer stands around', (test) => {
    const record = recordOf(test, everyKind);
    const { attributions } = record.article('a')!;
    record.correct({ action: 'not-a-statement', attribution: attributions[0]!.key }, EDITOR);
    record.correct(
      { action: 'speaker', attribution: attributions[3]!.key, to: { name: 'Ida Tamm', kind: 'person' } },
      EDITOR,
    );
    const { total } = record.sourceAudit();
    assert.deepEqual([total.attributions, total.reported], [5, 0]);
    assert.deepEqual(counted(total.kinds), [3, 1, 0, 0, 0, 0, 1]);
    assert.deepEqual(named(record.auditedSpeakers({ kind: 'person' }).items), [
      ['Ida Tamm', 1, 1],
      ['Ivo Harrow', 1, 1],
      ['Sanna Quist', 1, 1],
    ]);
  });

  it('lists speakers under the same counts, of one kind if asked', (test) => {
    const record = recordOf(test, ...ALL);
    const { items, total } = record.auditedSpeakers();
    assert.equal(total, 8);
    const { key: _, ...first } = items[0]!;
    assert.deepEqual(first, {
      name: 'Ivo Harrow',
      kind: 'person',
      attributions: 3,
      articles: 2,
      inQuotationMarks: 1,
      outlets: 2,
      first: '2031-05-01',
      last: '2031-05-01',
    });
    assert.deepEqual(named(record.auditedSpeakers({ kind: 'unnamed', outlet: 'Northern Post' }).items), [
      ['an official', 2, 1],
      ['a diplomat', 1, 1],
      ['an aide', 1, 1],
      ['an official', 1, 1],
    ]);
    assert.deepEqual([...record.everyAuditedSpeaker()], items);
    const unnamed = record.auditedSpeakers({ kind: 'unnamed' }).items;
    assert.deepEqual([...record.everyAuditedSpeaker({ kind: 'unnamed' })], unnamed);
    assert.deepEqual(record.auditedSpeakers({ limit: 1, offset: 100 }), { items: [], total: 8 });
    assert.deepEqual(record.auditedSpeakers({ from: '2032-01-01' }), { items: [], total: 0 });
  });

  it('is of the record as it is now, whoever wrote last', (test) => {
    const file = join(folderFor(test), 'r.db');
    const [record, other] = [openRecord(file), openRecord(file)];
    test.after(() => {
      record.close();
      other.close();
    });
    const attributions = () => record.sourceAudit().total.attributions;
    assert.equal(attributions(), 0);
    record.add(captureOf(oneUnnamed), oneUnnamed);
    assert.equal(attributions(), 2);
    assert.equal(attributions(), 2);
    other.add(captureOf(twoUnnamed), twoUnnamed);
    assert.equal(attributions(), 4);
    other.correct({ action: 'not-a-statement', attribution: other.article('b')!.attributions[0]!.key }, EDITOR);
    assert.equal(attributions(), 3);
    assert.equal(record.sourceAudit({ to: '2031-05-31' }).total.attributions, 1);
  });

  it('lists speakers one by one while others write, and the list may be left', (test) => {
    const file = join(folderFor(test), 'r.db');
    const [record, other] = [openRecord(file), openRecord(file)];
    test.after(() => {
      record.close();
      other.close();
    });
    record.add(captureOf(twoUnnamed), twoUnnamed);
    const names: string[] = [];
    for (const { name } of record.everyAuditedSpeaker()) {
      names.push(name);
      other.add(captureOf(everyKind), everyKind);
    }
    assert.deepEqual(names, ['a diplomat', 'an aide']);
    for (const _ of record.everyAuditedSpeaker()) break;
    record.add(captureOf(oneUnnamed), oneUnnamed);
    assert.equal([...record.everyAuditedSpeaker()].length, 6);
  });

  it('gives the counts of whoever reads through every attribution', (test) => {
    const record = recordOf(test, ...Array.from({ length: 120 }, (_, n) => syntheticArticle(n, 12)));
    const random = randomFrom(3);
    for (const { key } of [...record.everyAttribution()]) {
      if (random() < 0.15) record.correct({ action: 'not-a-statement', attribution: key }, EDITOR);
    }
    const all = [...record.everyAttribution()].filter(({ mode }) => mode === 'says' || mode === 'writes');
    const { outlets } = record.sourceAudit();
    assert.equal(outlets.total, 4);
    for (const { outlet, ...audit } of outlets.items) {
      const ofOutlet = all.filter(({ article }) => article.outlet === outlet);
      const mine = ofOutlet.filter(({ within }) => within === null);
      assert.ok(mine.length > 20 && mine.length < ofOutlet.length);
      assert.equal(audit.reported, ofOutlet.length - mine.length);
      for (const kind of KINDS) {
        const some = mine.filter((attribution) => (attribution.speaker?.kind ?? 'unknown') === kind);
        const sources = new Set(some.flatMap(({ speaker: by, article }) => (by ? [`${by.key} ${article.key}`] : [])));
        assert.deepEqual(
          [audit.kinds[kind].attributions, audit.kinds[kind].inQuotationMarks, audit.kinds[kind].sources],
          [some.length, some.filter(({ type }) => type !== 'indirect').length, sources.size],
        );
      }
      const byArticle = [...Map.groupBy(mine, ({ article }) => article.key).values()];
      const isUnnamed = ({ speaker: by }: RecordedAttribution) => by?.kind === 'unnamed';
      assert.equal(audit.quoting, byArticle.length);
      assert.equal(audit.onlyUnnamed, byArticle.filter((said) => said.every(isUnnamed)).length);
      const most = [
        ...Map.groupBy(
          mine.filter(({ speaker: by }) => by?.kind === 'person'),
          ({ speaker: by }) => by!.key,
        ).values(),
      ];
      const five = most
        .map(({ length }) => length)
        .sort((a, b) => b - a)
        .slice(0, 5);
      assert.deepEqual(
        audit.mostQuoted.map(({ attributions }) => attributions),
        five,
      );
    }
  });
});
