import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Span } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordedAttribution, RecordStore } from '../../src/store/index.ts';
import { folderFor, onFile } from './files.ts';
import { withoutPositions } from './older.ts';
import { MARRO, report, VESK } from './sides.ts';
import { captureOf } from './synthetic.ts';
import { ORIGIN } from './talks.ts';

const YES = 'that Osmara has closed the Orra bridge to grain trucks';
const NO = 'that Osmara has not closed the Orra bridge to grain trucks';
const CLASH: readonly AnalyzedArticle[] = [report('one', [[MARRO, YES]]), report('two', [[VESK, NO]])];

function opened(test: TestContext, articles: readonly AnalyzedArticle[]): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return { path, record };
}

const first = (record: RecordStore, id: string): RecordedAttribution => record.article(id)!.attributions[0]!;
const clashes = (record: RecordStore) => record.collisions().items;

describe('positions in a record', () => {
  it('are kept with every attribution, and given with their words', (test) => {
    const words = 'there will be no talks while a gun is left';
    const found = { stance: 'rejects', polarity: 'negative', modality: 'will', time: 'future', hedged: true } as const;
    const article = report('talks', [[MARRO, words, found, 'while a gun is left']]);
    const talks = article.text.indexOf('talks');
    const about: Span = [talks, talks + 5];
    const evidence = [{ label: 'stance', span: about } as const];
    const [attribution] = article.attributions;
    const { record } = opened(test, [{ ...article, attributions: [{ ...attribution!, about, evidence }] }]);
    const { stance, conditionWords, aboutWords, ...rest } = first(record, 'talks');
    assert.deepEqual([stance, aboutWords, conditionWords], ['rejects', 'talks', 'while a gun is left']);
    assert.deepEqual(
      [rest.polarity, rest.modality, rest.time, rest.hedged, rest.conditionStatus, rest.stanceConfidence],
      ['negative', 'will', 'future', true, 'in force', 0.8],
    );
    assert.deepEqual(rest.evidence, evidence);
    assert.equal(record.search({ words: 'gun' }).items[0]!.stance, 'rejects');
  });

  it('are null for what was added before they were kept, also in the history', (test) => {
    const { path, record } = opened(test, CLASH);
    record.close();
    onFile(path, withoutPositions);
    const again = openRecord(path);
    test.after(() => again.close());
    assert.equal(first(again, 'one').stance, null);
    assert.deepEqual(first(again, 'one').evidence, []);
    for (const entry of again.history())
      if (entry.kind === 'article') assert.equal('stance' in entry.analyzed.attributions[0]!, false);
    assert.equal(again.collisions().total, 0);
    const later = report('three', [[VESK, NO]]);
    again.add(captureOf(later), later);
    assert.equal(first(again, 'three').stance, 'states');
  });

  it('refuse spans that are none of the text, by name', (test) => {
    const { record } = opened(test, []);
    const article = report('bad', [[MARRO, YES, { condition: [3, 4_000], conditionStatus: 'in force' }]]);
    assert.throws(() => record.add(captureOf(article), article), /condition of attribution 0/);
  });
});

describe('collisions in a record', () => {
  it('are found as articles arrive, with the words that show them', (test) => {
    const { record } = opened(test, CLASH);
    const [found, ...others] = clashes(record);
    assert.equal(others.length, 0);
    assert.match(found!.kind, /^(?:fact|other)$/);
    assert.equal(found!.later.attribution.words, NO);
    assert.equal(found!.earlier.attribution.words, YES);
    for (const { attribution, shown } of [found!.later, found!.earlier]) {
      const { text } = record.article(attribution.article.key)!;
      assert.ok(shown.length > 0);
      for (const { words, span } of shown) assert.equal(text.slice(...span), words);
    }
    assert.ok(found!.confidence > 0.3 && found!.reason.includes('Oda Vesk'));
  });

  it('are listed by kind, speaker, days and attributions', (test) => {
    const { record } = opened(test, CLASH);
    const [{ kind, later }] = clashes(record) as [ReturnType<typeof clashes>[0]];
    const total = (query: Parameters<RecordStore['collisions']>[0]) => record.collisions(query).total;
    assert.equal(total({ kind }), 1);
    assert.equal(total({ kind: 'figure' }), 0);
    assert.equal(total({ speaker: later.attribution.speaker!.key }), 1);
    assert.equal(total({ speaker: 'nobody' }), 0);
    assert.equal(total({ of: [later.attribution.key] }), 1);
    assert.equal(total({ of: ['no-key', 'x-9'] }), 0);
    assert.equal(total({ from: '2031-05-04', to: '2031-05-04' }), 1);
    assert.equal(total({ from: '2031-05-05' }), 0);
  });

  it('are one for two statements, however often those were reported', (test) => {
    const copy = report('copy', [[VESK, NO]], { outlet: 'Radio Ardal' });
    const { record } = opened(test, [...CLASH, copy]);
    assert.deepEqual(
      clashes(record).map(({ pairs }) => pairs),
      [2],
    );
  });

  it('go with what is marked as no statement, with another speaker, and come back when that is undone', (test) => {
    const { record } = opened(test, CLASH);
    const { key } = first(record, 'one');
    const vesk = first(record, 'two').speaker!.key;
    for (const request of [
      { action: 'not-a-statement', attribution: key },
      { action: 'speaker', attribution: key, to: vesk },
      { action: 'speaker', attribution: key, to: null },
    ] as const) {
      const before = clashes(record);
      const { number } = record.correct(request, ORIGIN);
      assert.notDeepEqual(
        clashes(record).map(({ reason }) => reason),
        before.map(({ reason }) => reason),
        request.action,
      );
      record.correct({ action: 'undo', number }, ORIGIN);
      assert.deepEqual(clashes(record), before);
    }
  });

  it('go with a revision that says it no longer', (test) => {
    const url = 'https://courier.example/bridge';
    const { record } = opened(test, [report('one', [[MARRO, YES]], { url }), CLASH[1]!]);
    assert.equal(clashes(record).length, 1);
    const revised = report('one', [[MARRO, 'that the harvest of Osmara was poor this year']], { url });
    const capture = captureOf(revised);
    record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt: '2031-06-01T10:00:00.000Z' } }, revised);
    assert.equal(clashes(record).length, 0);
  });
});

describe('passages', () => {
  it('are found by how words begin, each with the paragraphs around it, and of those that take sides', (test) => {
    const { record } = opened(test, [
      report('one', [
        [MARRO, YES],
        [VESK, 'talks are off the table', { stance: 'rejects' }],
      ]),
    ]);
    const [found] = record.passages({ beginnings: ['talk', 'negotiat'] }).items;
    assert.equal(found!.attribution.words, 'talks are off the table');
    assert.equal(found!.text, 'Oda Vesk said talks are off the table.');
    assert.equal(record.article('one')!.text.indexOf(found!.text), found!.start);
    assert.equal(record.passages({ beginnings: ['Vesk'] }).total, 0, 'who speaks is no word of what was said');
    assert.equal(record.passages({ beginnings: [] }).total, 0);
    assert.equal(record.passages({}).total, 2);
    assert.equal(record.passages({ sides: true }).total, 1);
  });

  it('are the same page by page as at once, and follow the record', (test) => {
    const said = (id: string) =>
      report(id, [
        [MARRO, YES],
        [VESK, `talks on the ${id} pier are off`],
        [VESK, NO],
      ]);
    const { record } = opened(test, ['first', 'second', 'third'].map(said));
    for (const query of [{}, { beginnings: ['talk', 'bridge'] }, { speaker: first(record, 'first').speaker!.key }]) {
      const atOnce = record.passages({ ...query, limit: 500 });
      const pages = [0, 2, 4, 6, 8, 10].flatMap((offset) => record.passages({ ...query, limit: 2, offset }).items);
      assert.deepEqual(pages, atOnce.items);
      assert.equal(atOnce.items.length, atOnce.total);
    }
    const before = record.passages({ beginnings: ['talk'] });
    const more = said('fourth');
    record.add(captureOf(more), more);
    const after = record.passages({ beginnings: ['talk'] });
    assert.deepEqual([before.total, after.total, after.items.length], [3, 4, 4]);
  });
});
