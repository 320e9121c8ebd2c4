import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Speaker } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import { contentOf, faultsOf, folderFor, onFile } from './files.ts';
import { articleOf, attributionOf, captureOf, NO_STANCE, syntheticArticle } from './synthetic.ts';

const VELLA: Speaker = { name: 'Marit Vellamo', kind: 'person', role: 'foreign minister of Vesland' };
const TEXT = '“We will talk,” Marit Vellamo said on Radio Ardal, “once they withdraw.”\nAn official disagreed.';
const INTERVIEW = articleOf('interview', TEXT, {
  title: 'Vellamo: we will talk',
  byline: 'By S. Quist',
  outlet: 'Radio Ardal',
  published: '2031-05-04T18:00:00+02:00',
  url: 'https://ardal.example/interview',
  attributions: [
    attributionOf(
      TEXT,
      { source: 'Marit Vellamo', cue: 'said', content: ['We will talk', 'once they withdraw'] },
      VELLA,
      {
        type: 'direct',
        saidOn: '2031-05-03',
        medium: 'Radio Ardal',
        confidence: 0.875,
      },
    ),
    attributionOf(TEXT, { cue: 'disagreed', content: 'An official disagreed.' }, null, { mode: 'thinks' }),
  ],
});

describe('a record', () => {
  it('gives back after reopening what was added, to the last character', (test) => {
    const path = join(folderFor(test), 'r.db');
    const first = openRecord(path);
    assert.equal(first.add(captureOf(INTERVIEW), INTERVIEW), 'added');
    first.close();
    first.close();

    const record = openRecord(path, { readOnly: true });
    test.after(() => record.close());
    const found = record.article('interview')!;
    assert.equal(found.text, TEXT);
    const { attributions: _, text: __, ...rest } = INTERVIEW;
    const { key, capturedAt, location, sha256, attributions, ...about } = found.article;
    assert.deepEqual(about, { ...rest, credit: null, revision: 1, revisions: 1, newest: key });
    assert.match(key, /^[0-9a-f]{12}$/);
    assert.equal(attributions, 2);
    assert.deepEqual(
      { capturedAt, location },
      { capturedAt: '2031-05-04T10:00:00.000Z', location: 'in/interview.txt' },
    );
    assert.equal(sha256, captureOf(INTERVIEW).snapshot.sha256);

    const [spoken, unspoken] = found.attributions;
    const { speaker, ...quotation } = INTERVIEW.attributions[0]!;
    assert.deepEqual(spoken, {
      ...NO_STANCE,
      ...quotation,
      aboutWords: '',
      conditionWords: '',
      key: `${key}-0`,
      speaker: { ...speaker, key: record.speakers().items[0]!.key, roleSpan: null, members: null, wikidata: null },
      reportedBy: null,
      article: found.article,
      statement: record.statement(`${key}-0`)!.statement.key,
      words: 'We will talk … once they withdraw',
      sourceWords: 'Marit Vellamo',
      cueWords: 'said',
      anonymityWords: '',
      corrections: [],
    });
    assert.equal(unspoken!.key, `${key}-1`);
    assert.equal(unspoken!.speaker, null);
    assert.equal(unspoken!.sourceWords, '');
    assert.deepEqual(record.article(key), found);
    assert.equal(record.article('no such article'), null);
  });

  it('says who reports what stands within what somebody said', (test) => {
    const record = openRecord(join(folderFor(test), 'r.db'));
    test.after(() => record.close());
    const text = 'Marit Vellamo said an official told her that Ivo Quist had promised to leave. “So be it,” she heard.';
    const unnamed: Speaker = { name: 'an official', kind: 'unnamed', role: null };
    const article = articleOf('chain', text, {
      attributions: [
        attributionOf(
          text,
          { cue: 'said', content: 'an official told her that Ivo Quist had promised to leave' },
          VELLA,
        ),
        attributionOf(text, { cue: 'told', content: 'Ivo Quist had promised to leave' }, unnamed, { within: 0 }),
        attributionOf(text, { cue: 'promised', content: 'to leave' }, null, { within: 1 }),
        attributionOf(text, { cue: 'heard', content: '“So be it,”' }, null),
      ],
    });
    record.add(captureOf(article), article);
    const found = record.article('chain')!.attributions;
    const reporters = found.map(({ within, reportedBy }) => [within, reportedBy?.name]);
    assert.deepEqual(reporters, [
      [null, undefined],
      [0, 'Marit Vellamo'],
      [1, 'an official'],
      [null, undefined],
    ]);
    assert.deepEqual(found[1]!.reportedBy, found[0]!.speaker);
    assert.deepEqual(
      record.search({ words: 'leave' }).items.find(({ within }) => within === 1),
      found[2],
    );
    for (const within of [1, 4, -1, 0.5]) {
      const broken = { ...article, id: 'broken', attributions: [{ ...article.attributions[1]!, within }] };
      assert.throws(
        () => record.add(captureOf(broken), broken),
        /"broken" was not added: attribution 0 is within attribution/,
      );
    }
    const [a, b] = article.attributions;
    const round = {
      ...article,
      id: 'round',
      attributions: [
        { ...a!, within: 1 },
        { ...b!, within: 0 },
      ],
    };
    assert.throws(() => record.add(captureOf(round), round), /attribution 0 is within itself/);
  });

  it('keeps the bytes of a snapshot exactly, and once', (test) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    test.after(() => record.close());
    const bytes = Buffer.concat([Buffer.from('a page '.repeat(1000)), Buffer.from([0, 255, 0x1f, 0x8b])]);
    const articles = ['one', 'two'].map((id) => articleOf(id, `Text of ${id}.`));
    for (const article of articles) record.add(captureOf(article, bytes), article);
    const empty = articleOf('empty', 'No bytes at all.');
    record.add(captureOf(empty, new Uint8Array()), empty);
    for (const article of articles) {
      const snapshot = record.snapshot(record.article(article.id)!.article.key)!;
      assert.deepEqual(snapshot, captureOf(article, bytes).snapshot);
    }
    assert.deepEqual(record.snapshot(record.article('empty')!.article.key)!.bytes, new Uint8Array());
    const every = [...record.everySnapshot()].map(({ location, sha256 }) => [location, sha256]);
    const added = [...articles.map((article) => captureOf(article, bytes)), captureOf(empty, new Uint8Array())];
    assert.deepEqual(
      every,
      added.map(({ snapshot }) => [snapshot.location, snapshot.sha256]),
      'in the order in which they came',
    );
    assert.equal(record.snapshot('000000000000'), null);
    const kept = contentOf(path).snapshot as { sha256: string; bytes: Uint8Array }[];
    assert.equal(kept.length, 2);
    assert.ok(kept.some((row) => row.bytes.byteLength > 0 && row.bytes.byteLength < bytes.byteLength / 10));
  });

  it('says when the bytes of a snapshot are no longer those that came in', (test) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    test.after(() => record.close());
    record.add(captureOf(INTERVIEW), INTERVIEW);
    const { key } = record.article('interview')!.article;
    onFile(path, (database) => database.exec("update snapshot set bytes = x'00', encoding = 'identity'"));
    assert.throws(() => record.snapshot(key), /snapshot of article .* is damaged/);
    assert.throws(() => [...record.everySnapshot()], /snapshot of article .* is damaged/);
    onFile(path, (database) => database.exec("update snapshot set bytes = x'1f8b00', encoding = 'gzip'"));
    assert.throws(() => record.snapshot(key), /snapshot of article .* is damaged/);
  });

  it('changes nothing when the same article comes twice, even with another analysis; of other bytes it keeps when they came', (test) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    test.after(() => record.close());
    const articles = [INTERVIEW, syntheticArticle(1), syntheticArticle(2)];
    assert.equal(record.has(captureOf(INTERVIEW)), false);
    for (const article of articles) record.add(captureOf(article), article);
    const before = contentOf(path);
    for (const article of articles) {
      assert.equal(record.has(captureOf(article)), true);
      assert.equal(record.add(captureOf(article), article), 'unchanged');
      assert.equal(record.add(captureOf(article), { ...article, attributions: [] }), 'unchanged');
    }
    assert.deepEqual(contentOf(path), before);
    for (const article of articles) {
      assert.equal(record.add(captureOf(article, Buffer.from('captured again')), article), 'unchanged');
    }
    const after = contentOf(path);
    assert.equal(after.capture!.length, before.capture!.length + articles.length);
    assert.deepEqual({ ...after, capture: before.capture }, before, 'and no more than that');
  });

  it('takes an article without an address for another as soon as outlet, title, date or words differ', (test) => {
    const record = openRecord(join(folderFor(test), 'r.db'));
    test.after(() => record.close());
    const changes = [{}, { outlet: null }, { title: 'x' }, { published: null }, { text: `${TEXT} ` }];
    const others = [...changes.map((change) => ({ ...INTERVIEW, url: null, ...change })), INTERVIEW];
    for (const article of others) assert.equal(record.add(captureOf(article), article), 'added');
    const renamed = { ...INTERVIEW, id: 'the same address under another name', byline: null };
    assert.equal(record.add(captureOf(renamed), renamed), 'unchanged');
    assert.equal(new Set(record.articles().items.map(({ key }) => key)).size, others.length);
    assert.equal(record.article('interview'), null, 'an id that several articles have names none of them');
  });

  it('keeps nothing of an article that cannot be kept whole, and names it', (test) => {
    const path = join(folderFor(test), 'r.db');
    const record = openRecord(path);
    test.after(() => record.close());
    const kept = syntheticArticle(1);
    record.add(captureOf(kept), kept);
    const before = contentOf(path);
    const capture = captureOf(INTERVIEW);
    const withSpan = (span: readonly [number, number]) => {
      const [first, second] = INTERVIEW.attributions;
      return { ...INTERVIEW, attributions: [first!, { ...second!, content: [span] }] };
    };
    for (const [start, end] of [
      [-1, 2],
      [3, 3],
      [5, 4],
      [0, TEXT.length + 1],
      [0.5, 2],
      [Number.NaN, 2],
    ] as const) {
      assert.throws(
        () => record.add(capture, withSpan([start, end])),
        /article "interview" .* content of attribution 1/,
      );
    }
    const last = INTERVIEW.attributions.length - 1;
    const spoilt = (change: object) => ({
      ...INTERVIEW,
      attributions: INTERVIEW.attributions.map((found, i) => (i === last ? { ...found, ...change } : found)),
    });
    // These are found only when the last attribution goes in, after all the rest has been written.
    for (const change of [{ confidence: 1.5 }, { confidence: Number.NaN }, { mode: 'sings' }, { type: null }]) {
      assert.throws(() => record.add(capture, spoilt(change)), /article "interview" was not added/);
    }
    const claimed = { ...capture, snapshot: { ...capture.snapshot, sha256: 'a'.repeat(64) } };
    assert.throws(() => record.add(claimed, INTERVIEW), /article "interview" .* SHA-256/);
    const shared = { ...capture, snapshot: { ...capture.snapshot, sha256: captureOf(kept).snapshot.sha256 } };
    assert.throws(() => record.add(shared, INTERVIEW), /article "interview" .* SHA-256/);
    assert.throws(() => record.add(capture, { ...INTERVIEW, text: `${TEXT}!` }), /the text differs/);
    assert.deepEqual(contentOf(path), before);
    assert.equal(record.add(capture, INTERVIEW), 'added');
    assert.deepEqual(faultsOf(path), []);
  });

  it('gives a longer key where another article or speaker has the first digits', (test) => {
    const folder = folderFor(test);
    const alone = openRecord(join(folder, 'alone.db'));
    alone.add(captureOf(INTERVIEW), INTERVIEW);
    const { key } = alone.article('interview')!.article;
    const speaker = alone.speakers().items[0]!.key;
    alone.close();

    const path = join(folder, 'r.db');
    const record = openRecord(path);
    test.after(() => record.close());
    const other = syntheticArticle(1);
    record.add(captureOf(other), other);
    onFile(path, (database) => {
      database.prepare('update article set key = ?').run(key);
      database.prepare('update speaker set key = ? where id = 1').run(speaker);
    });
    assert.equal(record.has(captureOf(INTERVIEW)), false);
    assert.equal(record.add(captureOf(INTERVIEW), INTERVIEW), 'added');
    assert.equal(record.article(key)!.article.id, other.id);
    const longer = record.article('interview')!;
    assert.match(longer.article.key, new RegExp(`^${key}[0-9a-f]{4}$`));
    assert.equal(record.article(longer.article.key)!.text, TEXT);
    const { key: longerSpeaker } = longer.attributions[0]!.speaker!;
    assert.match(longerSpeaker, new RegExp(`^${speaker}[0-9a-f]{4}$`));
    assert.equal(record.speaker(longerSpeaker)!.speaker.name, 'Marit Vellamo');
    assert.equal(record.add(captureOf(INTERVIEW), INTERVIEW), 'unchanged');
  });

  it('answers the same whatever the order in which articles came in', (test) => {
    const folder = folderFor(test);
    const articles = Array.from({ length: 30 }, (_, n) => syntheticArticle(n, 6));
    const shout = articles[0]!.attributions[0]!;
    const loud = { ...shout, speaker: { name: 'MARIT BRØGGER', kind: 'person', role: null } as const };
    articles[0] = { ...articles[0]!, attributions: [loud] };
    const answers = [articles, articles.toReversed()].map((order, i) => {
      const record = openRecord(join(folder, `${i}.db`));
      for (const article of order) record.add(captureOf(article), article);
      const search = record.search({ words: 'corridor talks', limit: 20 });
      const rest = [record.articles(), record.speakers({ limit: 500 }), record.outlets(), record.counts()];
      const all = [[...record.everyAttribution()], search, rest];
      record.close();
      return all;
    });
    assert.deepEqual(answers[0], answers[1]);
  });

  it('says so when it is written to though it was opened for reading', (test) => {
    const path = join(folderFor(test), 'r.db');
    openRecord(path).close();
    const record = openRecord(path, { readOnly: true });
    test.after(() => record.close());
    assert.throws(
      () => record.add(captureOf(INTERVIEW), INTERVIEW),
      /"interview" was not added: .*r\.db: it was opened for/,
    );
    assert.throws(() => record.refuse({ input: 'x', code: 'empty', reason: 'x' }, 'now'), /opened for reading only/);
  });
});
