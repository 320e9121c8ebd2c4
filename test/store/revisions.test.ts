import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { faultsOf, folderFor, onFile } from './files.ts';
import { withoutRevisions } from './older.ts';
import { at, fetched, MALK, OKORO, statements } from './revising.ts';
import { captureOf } from './synthetic.ts';
import { ORIGIN } from './talks.ts';

function opened(test: TestContext): { record: RecordStore; path: string } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  return { record, path };
}

const FIRST = statements([{ words: 'The corridor will open on Monday.' }, { words: 'Nobody was told.', by: OKORO }]);
const SECOND = statements([{ words: 'The corridor will open on Friday.' }, { words: 'Nobody was told.', by: OKORO }]);
const THIRD = statements([{ words: 'The corridor stays shut.' }, { words: 'All were told.', by: OKORO }]);

const keys = (record: RecordStore) => record.revisions('grain-talks')!.items.map(({ article }) => article.key);

describe('a later capture with other words', () => {
  it('is a revision: the old words stay under their key, and the new ones alone count', (test) => {
    const { record, path } = opened(test);
    assert.equal(fetched(record, 0, FIRST), 'added');
    const [old] = keys(record) as [string];
    assert.equal(fetched(record, 1, SECOND), 'revised');
    const [, newest] = keys(record) as [string, string];
    assert.notEqual(old, newest);
    assert.equal(record.article(old)!.text, FIRST.text);
    const { revision, revisions, newest: leads } = record.article(old)!.article;
    assert.deepEqual({ revision, revisions, leads }, { revision: 1, revisions: 2, leads: newest });
    assert.equal(record.article(old)!.attributions.length, 2, 'what it said is still shown');
    assert.equal(record.article('grain-talks')!.article.key, newest, 'its id leads to the newest');
    assert.deepEqual(Buffer.from(record.snapshot(old)!.bytes).toString(), FIRST.text);
    assert.deepEqual(faultsOf(path), []);
  });

  it('is counted once by every list, count, search, audit and export', (test) => {
    const { record } = opened(test);
    for (const [n, article] of [FIRST, SECOND, THIRD].entries()) fetched(record, n, article);
    const only = opened(test).record;
    fetched(only, 2, THIRD);
    const malk = record.speakers({ name: 'Malk' }).items[0]!.key;
    const answers = (from: RecordStore): Record<string, unknown> => ({
      counts: from.counts(),
      outlets: from.outlets(),
      speakers: from.speakers(),
      articles: from.articles().items.map(({ key }) => key),
      ofOutlet: from.articles({ outlet: 'The Vesland Courier' }).total,
      malk: from.speaker(malk)!.attributions.items.map(({ key }) => key),
      articlesOfMalk: from.speaker(malk)!.articles,
      given: from.givenAs(malk),
      audit: from.sourceAudit(),
      audited: from.auditedSpeakers(),
      everyAudited: [...from.everyAuditedSpeaker()],
      unlinked: from.unlinkedSpeakers(),
      all: [...from.everyAttribution()].map(({ key }) => key),
      found: from.search({ words: 'corridor' }).items.map(({ key }) => key),
      foundOfMalk: from.search({ words: 'corridor', speaker: malk, outlet: 'The Vesland Courier' }).total,
      gone: from.search({ words: 'Friday' }).total,
      learned: [...from.correctedArticles()],
      offers: from.offers(),
    });
    assert.deepEqual(answers(record), answers(only));
    assert.equal(record.search({ words: 'Monday' }).total, 0);
  });

  it('is a new revision also where words come back that stood there before', (test) => {
    const { record } = opened(test);
    const outcomes = [FIRST, SECOND, FIRST, FIRST, SECOND].map((article, n) => fetched(record, n, article));
    assert.deepEqual(outcomes, ['added', 'revised', 'revised', 'unchanged', 'revised']);
    assert.equal(new Set(keys(record)).size, 4);
    assert.equal(record.counts().articles, 1);
    assert.equal(record.search({ words: 'Friday' }).total, 1);
  });

  it('from a file is nothing new when it is the same file again, whatever came since', (test) => {
    const { record } = opened(test);
    const add = (article: typeof FIRST) => record.add(captureOf(article), article);
    assert.deepEqual([FIRST, SECOND].map(add), ['added', 'revised']);
    assert.deepEqual([FIRST, SECOND].map(add), ['unchanged', 'unchanged']);
    assert.equal(record.has(captureOf(FIRST)), true);
    assert.deepEqual(
      record.revisions('grain-talks')!.items.map(({ captures }) => captures),
      [1, 1],
    );
  });

  it('that is older than what the record holds takes its place before it', (test) => {
    const { record } = opened(test);
    fetched(record, 5, SECOND);
    assert.equal(fetched(record, 1, FIRST), 'revised');
    assert.deepEqual(
      record.revisions('grain-talks')!.items.map(({ article }) => article.capturedAt),
      [at(1), at(5)],
    );
    assert.equal(record.search({ words: 'Monday' }).total, 0);
    assert.equal(record.search({ words: 'Friday' }).total, 1);
    assert.equal(fetched(record, 3, FIRST), 'unchanged');
    assert.equal(fetched(record, 4, SECOND), 'unchanged', 'as it was soon after');
  });

  it('at the front page of a site, or without an address, is another article', (test) => {
    const { record } = opened(test);
    for (const url of ['https://courier.example/', null]) {
      for (const article of [FIRST, SECOND]) {
        const elsewhere = { ...article, url };
        assert.equal(record.add(captureOf(elsewhere), elsewhere), 'added');
      }
    }
    assert.equal(record.counts().articles, 4);
  });

  it('keeps the speakers that the one before gives by the same names, those of one article too', (test) => {
    const { record } = opened(test);
    const official = { name: 'an official', kind: 'unnamed', role: null } as const;
    const by = [official, { ...MALK, name: 'Malk' }];
    for (const [n, words] of ['It opens.', 'It opens soon.', 'It opens now.'].entries()) {
      fetched(record, n, statements(by.map((speaker) => ({ words: `${words} ${speaker.name}`, by: speaker }))));
    }
    const speakers = record
      .revisions('grain-talks')!
      .items.map(({ article }) => record.article(article.key)!.attributions.map(({ speaker }) => speaker!.key));
    assert.deepEqual(speakers[1], speakers[0]);
    assert.deepEqual(speakers[2], speakers[0]);
    assert.equal(record.counts().speakers, 2);
  });
});

describe('a later capture with the same words', () => {
  it('is kept with time, SHA-256 and what the server said, without its bytes unless they are asked for', (test) => {
    const { record } = opened(test);
    fetched(record, 0, FIRST);
    const paper = { ...FIRST, text: FIRST.text.replaceAll(' ', '\u00a0') };
    assert.equal(fetched(record, 1, { ...FIRST, byline: 'by S. Quist' }, 'other bytes'), 'unchanged');
    assert.equal(
      fetched(record, 2, statements([{ words: paper.text.split('\n')[0]! }, { words: 'Nobody was told.' }])),
      'unchanged',
    );
    const [only] = record.revisions('grain-talks')!.items;
    assert.equal(only!.captures, 3);
    assert.equal(only!.lastCapturedAt, at(2));
    assert.deepEqual(only!.capture.headers, { server: 'carrow' }, 'no cookies');
    assert.equal(only!.capture.status, 200);
    const histories = [...record.history()].map((entry) => (entry.kind === 'capture' ? entry.repeated : entry.kind));
    assert.equal(histories.length, 3);
    assert.equal(histories[0], 'article');
    const [, second] = histories as [string, Exclude<(typeof histories)[number], string>];
    assert.deepEqual([second.capture.capturedAt, second.bytes], [at(1), null]);

    const bytes = Buffer.from('bytes to keep');
    const capture = captureOf(FIRST, bytes);
    const snapshot = { ...capture.snapshot, status: 200, capturedAt: at(3) };
    assert.equal(record.seen({ ...capture, snapshot }, { bytes: true }), true);
    const last = [...record.history()].at(-1)!;
    assert.ok(last.kind === 'capture');
    assert.deepEqual(Buffer.from(last.repeated.bytes!), bytes);
  });

  it('is told from words that the record does not have', (test) => {
    const { record } = opened(test);
    fetched(record, 0, FIRST);
    assert.equal(record.seen(captureOf(SECOND)), false);
    assert.equal(record.revisions('grain-talks')!.items[0]!.captures, 1);
  });
});

describe('corrections', () => {
  const SAID = 'Nobody was told.';
  const first = (record: RecordStore, words: string) => record.search({ words: `"${words}"` }).items[0]!;

  it('of a statement hold in later revisions where it stands with the same words, and only there', (test) => {
    for (const order of ['before', 'after']) {
      const { record } = opened(test);
      fetched(record, 0, FIRST);
      const [stays, goes] = record.article('grain-talks')!.attributions.toReversed();
      const correct = () => {
        record.correct(
          { action: 'speaker', attribution: stays!.key, to: { name: 'Åke Harrow', kind: 'person' } },
          ORIGIN,
        );
        record.correct({ action: 'not-a-statement', attribution: goes!.key }, ORIGIN);
      };
      if (order === 'before') correct();
      fetched(record, 1, SECOND);
      if (order === 'after') correct();
      assert.equal(first(record, SAID).speaker!.name, 'Åke Harrow', order);
      assert.equal(first(record, SAID).corrections.length, 1);
      assert.equal(first(record, 'The corridor will open on Friday').speaker!.name, 'Irena Malk');
      assert.equal(record.article('grain-talks')!.notStatements.length, 0, 'other words are another statement');
      fetched(record, 2, THIRD);
      assert.equal(record.speakers({ name: 'Harrow' }).total, 0);
      fetched(record, 3, FIRST);
      assert.deepEqual(
        record.article('grain-talks')!.attributions.map(({ words }) => words),
        [SAID],
      );
      for (const { number } of record.corrections().items) record.correct({ action: 'undo', number }, ORIGIN);
      assert.equal(first(record, SAID).speaker!.name, 'Nuri Okoro');
      assert.equal(record.article('grain-talks')!.attributions.length, 2);
    }
  });

  it('take each of several statements of the same words in its place, and none where their number differs', (test) => {
    const { record } = opened(test);
    const twice = [{ words: 'No comment.' }, { words: 'It is late.' }, { words: 'No comment.' }];
    fetched(record, 0, statements(twice));
    const key = record.article('grain-talks')!.attributions[2]!.key;
    record.correct({ action: 'not-a-statement', attribution: key }, ORIGIN);
    fetched(record, 1, statements([{ words: 'It rains.' }, ...twice]));
    assert.deepEqual(
      record.article('grain-talks')!.notStatements.map(({ key: k }) => k.split('-')[1]),
      ['3'],
    );
    fetched(record, 2, statements([...twice, { words: 'No comment.' }]));
    assert.equal(record.article('grain-talks')!.notStatements.length, 0);
  });

  it('that split articles off a speaker take their revisions too', (test) => {
    const { record } = opened(test);
    fetched(record, 0, FIRST);
    const elsewhere = { ...statements([{ words: 'It is raining.' }]), id: 'rain', url: null };
    record.add(captureOf(elsewhere), elsewhere);
    const malk = record.speakers({ name: 'Malk' }).items[0]!.key;
    const article = record.article('grain-talks')!.article.key;
    record.correct(
      { action: 'split', speaker: malk, name: 'Irena Malk the Elder', of: { articles: [article] } },
      ORIGIN,
    );
    fetched(record, 1, SECOND);
    assert.equal(first(record, 'The corridor will open').speaker!.name, 'Irena Malk the Elder');
    assert.equal(record.speaker(malk)!.attributions.total, 1);
  });
});

describe('what changed', () => {
  it('is told word by word, and statement by statement', (test) => {
    const { record } = opened(test);
    fetched(
      record,
      0,
      statements([
        { words: 'The corridor will open on Monday at noon.' },
        { words: 'We were not asked.', by: OKORO },
        { words: 'Prices will fall by a tenth.', by: OKORO },
        { words: 'The mill is sound.' },
      ]),
    );
    const after = statements(
      [
        { words: 'The mill is sound.', type: 'direct' },
        { words: 'The corridor will open on Friday at noon.' },
        { words: 'We were not asked.', by: MALK },
        { words: 'Ships are waiting in Orra.', by: OKORO },
      ],
      { title: 'Grain talks fail' },
    );
    fetched(record, 1, after);
    const { items, total } = record.revisions('grain-talks')!;
    assert.equal(total, 2);
    assert.equal(items[0]!.changes, null);
    const { title, removed, added, changed, kept, text } = items[1]!.changes!;
    assert.deepEqual(title, [
      { change: 'same', words: 'Grain talks' },
      { change: 'added', words: ' fail' },
    ]);
    const words = (some: readonly { readonly words: string }[]) => some.map((one) => one.words);
    assert.deepEqual(words(removed), ['Prices will fall by a tenth.']);
    assert.deepEqual(words(added), ['Ships are waiting in Orra.']);
    assert.deepEqual(
      changed.map(({ before, after: now, differs }) => [before.words, now.words, differs]),
      [
        ['The mill is sound.', 'The mill is sound.', ['type']],
        ['The corridor will open on Monday at noon.', 'The corridor will open on Friday at noon.', ['words']],
        ['We were not asked.', 'We were not asked.', ['speaker']],
      ],
    );
    assert.deepEqual(changed[1]!.words, [
      { change: 'same', words: 'The corridor will open on ' },
      { change: 'removed', words: 'Monday' },
      { change: 'added', words: 'Friday' },
      { change: 'same', words: ' at noon.' },
    ]);
    assert.equal(kept, 0);
    const side = (but: string) => words(text.filter(({ change }) => change !== but)).join('');
    assert.equal(side('removed'), after.text);
    assert.deepEqual(record.revisions(items[0]!.article.key), record.revisions(items[1]!.article.key));
    assert.deepEqual(record.revisions('grain-talks', { limit: 1, offset: 1 })!.items, [items[1]]);
    assert.equal(record.revisions('no such article'), null);
  });
});

describe('a record from before revisions', () => {
  it('has those of its articles as revisions that it holds at one address', (test) => {
    const { record, path } = opened(test);
    fetched(record, 0, FIRST);
    fetched(record, 1, SECOND);
    const elsewhere = { ...THIRD, id: 'other', url: null };
    record.add(captureOf(elsewhere), elsewhere);
    const [counts, read] = [record.counts(), record.revisions('grain-talks')!.items.map(({ article }) => article.key)];
    record.close();
    onFile(path, withoutRevisions);
    const again = openRecord(path);
    test.after(() => again.close());
    assert.deepEqual(again.counts(), counts);
    assert.deepEqual(keys(again), read);
    assert.equal(again.search({ words: 'Monday' }).total, 0);
    assert.equal(again.revisions('other')!.items[0]!.captures, 1);
    assert.deepEqual(faultsOf(path), []);
  });
});
