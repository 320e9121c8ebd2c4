import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { AnalyzedArticle, Span } from '../../src/model.ts';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { faultsOf, folderFor } from './files.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';
import { ORIGIN, open, person } from './talks.ts';

const QUIST = person('Marit Quist');
const TEXT =
  'Marit Quist said on Monday that the harbour of Vesland opens in May, and Ivo Harrow agreed.\nNobody else spoke.';

function report(text: string, rest: Partial<AnalyzedArticle> = {}): AnalyzedArticle {
  const content = 'that the harbour of Vesland opens in May';
  const found = attributionOf(text, { source: 'Marit Quist', cue: 'said', content }, QUIST);
  return articleOf('report', text, { outlet: 'Radio Ardal', title: 'Harbour', ...rest, attributions: [found] });
}

const first = (record: RecordStore, id = 'report') => record.article(id)!.attributions[0]!;
const spanOf = (words: string, text = TEXT): Span => [text.indexOf(words), text.indexOf(words) + words.length];

describe('span', () => {
  it('moves what is said, and its words are found by search, the old ones no longer', (test) => {
    const { record, correct } = open(test, report(TEXT));
    const { key } = first(record);
    const content = [spanOf('the harbour of Vesland opens in May, and Ivo Harrow agreed')];
    correct({ action: 'span', attribution: key, content });
    const moved = first(record);
    assert.deepEqual(moved.content, content);
    assert.equal(moved.words, 'the harbour of Vesland opens in May, and Ivo Harrow agreed');
    assert.equal(record.search({ words: 'agreed' }).items[0]?.key, key);
    correct({ action: 'span', attribution: key, content: [spanOf('Nobody else spoke')] });
    assert.equal(record.search({ words: 'agreed' }).total, 0);
    assert.equal(record.search({ words: 'nobody' }).total, 1);
    assert.deepEqual(
      moved.corrections.map(({ number, action }) => [number, action]),
      [[1, 'span']],
    );
  });

  it('moves source and cue, in several pieces or away, and leaves the other parts', (test) => {
    const { record, correct, path } = open(test, report(TEXT));
    const { key, content } = first(record);
    correct({ action: 'span', attribution: key, source: [spanOf('Marit'), spanOf('Ivo Harrow')], cue: [] });
    const moved = first(record);
    assert.equal(moved.sourceWords, 'Marit … Ivo Harrow');
    assert.equal(moved.cueWords, '');
    assert.deepEqual(moved.content, content);
    correct({ action: 'undo', number: 1 });
    assert.deepEqual([first(record).sourceWords, first(record).cueWords], ['Marit Quist', 'said']);
    assert.deepEqual(faultsOf(path), []);
  });

  it('keeps what was found for the history, to which the corrections come again', (test) => {
    const { record, correct } = open(test, report(TEXT));
    const found = first(record);
    correct({ action: 'span', attribution: found.key, content: [spanOf('Nobody else spoke')] });
    const fresh = openRecord(join(folderFor(test), 'again.db'));
    test.after(() => fresh.close());
    for (const entry of record.history()) {
      if (entry.kind === 'article') {
        assert.deepEqual(entry.analyzed.attributions[0]!.content, found.content);
        fresh.add(entry.capture, entry.analyzed);
      }
      if (entry.kind === 'correction') fresh.repeat(entry.correction);
    }
    assert.equal(first(fresh).words, 'Nobody else spoke');
  });

  it('finds its words in a text that reads otherwise before them, and says where they are gone', (test) => {
    const { record, correct } = open(test, report(TEXT));
    const words = 'the harbour of Vesland opens in May, and Ivo Harrow agreed';
    correct({ action: 'span', attribution: first(record).key, content: [spanOf(words)] });
    const [entry] = record.corrections().items;
    const bytes = Buffer.from(TEXT);
    for (const [text, gives, why] of [
      [`By our reporter, and so on.\n${TEXT}`, words, null],
      [TEXT.replace('Harrow', 'Harrow, too,'), 'that the harbour of Vesland opens in May', /words of its content/],
    ] as const) {
      const other = openRecord(join(folderFor(test), 'other.db'));
      const article = report(text);
      // The same file, of which a later version reads another text.
      other.add(captureOf(article, bytes), article);
      const made = other.repeat(entry!);
      assert.equal(first(other).words, gives);
      if (why === null) assert.equal(made.unapplied, null);
      else assert.match(made.unapplied!, why);
      other.close();
    }
  });

  it('does not stand in the way of another correction when it is undone', (test) => {
    const { record, correct } = open(test, report(TEXT));
    const { key } = first(record);
    correct({ action: 'span', attribution: key, content: [spanOf('Nobody else spoke')] });
    correct({ action: 'speaker', attribution: key, to: { name: 'Ivo Harrow', kind: 'person' } });
    correct({ action: 'undo', number: 1 });
    assert.equal(first(record).speaker!.name, 'Ivo Harrow');
    assert.equal(first(record).words, 'that the harbour of Vesland opens in May');
    assert.equal(record.corrections().items.find(({ number }) => number === 2)!.unapplied, null);
  });

  it('holds in a later revision where the same words stand', (test) => {
    const url = 'https://ardal.example/harbour';
    const { record, correct, add } = open(test, report(TEXT, { url }));
    const words = 'the harbour of Vesland opens in May, and Ivo Harrow agreed';
    correct({ action: 'span', attribution: first(record).key, content: [spanOf(words)] });
    const longer = `Corrected on Tuesday, as a name was wrong.\n${TEXT}`;
    add(report(longer, { url }));
    const newest = first(record);
    assert.equal(newest.article.revision, 2);
    assert.equal(newest.words, words);
    assert.deepEqual(newest.content, [spanOf(words, longer)]);
  });

  it('changes what became of the words of a statement', (test) => {
    const said = '“The harbour of Vesland will not be closed for a single day of this long winter,”';
    const article = (id: string, content: string, published: string): AnalyzedArticle => {
      const text = `${said} Marit Quist said in ${id}.`;
      const found = attributionOf(text, { source: 'Marit Quist', cue: 'said', content }, QUIST, { type: 'direct' });
      return articleOf(id, text, { outlet: `Outlet ${id}`, published, attributions: [found] });
    };
    const short = said.slice(0, said.indexOf(' of this long'));
    const { record, correct } = open(test, article('one', said, '2031-05-01'), article('two', short, '2031-05-02'));
    const changes = () =>
      record.statement(first(record, 'one').statement!)!.occurrences.items.map(({ change }) => change);
    assert.equal(first(record, 'one').statement, first(record, 'two').statement);
    assert.deepEqual(changes(), [null, 'excerpt']);
    const { key } = first(record, 'two');
    correct({ action: 'span', attribution: key, content: [[0, said.length]] });
    assert.deepEqual(changes(), [null, 'identical']);
  });

  it('is refused in words where it makes no sense, and nothing is written', (test) => {
    const text = `${TEXT} 😀 So be it.`;
    const { record, correct } = open(test, report(text));
    const { key, content } = first(record);
    const smile = text.indexOf('😀');
    const wrong: readonly (readonly [Partial<Record<'source' | 'cue' | 'content', readonly Span[]>>, RegExp])[] = [
      [{}, /stands there already/],
      [{ content }, /stands there already/],
      [{ content: [] }, /not-a-statement/],
      [{ content: [[-1, 5]] }, /no span of the article’s text/],
      [{ content: [[5, 5]] }, /no span of the article’s text/],
      [{ content: [[0, text.length + 1]] }, /no span of the article’s text/],
      [{ content: [[0.5, 5]] }, /no span of the article’s text/],
      [
        {
          content: [
            [0, 10],
            [5, 12],
          ],
        },
        /share no words/,
      ],
      [{ content: [[smile, smile + 1]] }, /cuts a character/],
      [{ source: [[11, 12]] }, /holds no words/],
      [{ cue: Array.from({ length: 51 }, (_, n): Span => [n, n + 1]) }, /at most 50 pieces/],
    ];
    for (const [parts, error] of wrong) {
      assert.throws(() => correct({ action: 'span', attribution: key, ...parts }), error, JSON.stringify(parts));
    }
    assert.throws(() => correct({ action: 'span', attribution: 'nothing-9', content }), /holds no article nothing/);
    assert.equal(record.corrections().total, 0);
  });
});

describe('accept', () => {
  it('is in the log and on the attribution, once, and changes nothing else', (test) => {
    const { record, correct } = open(test, report(TEXT));
    const before = first(record);
    assert.equal(correct({ action: 'accept', attribution: before.key }), 1);
    assert.deepEqual(first(record), {
      ...before,
      corrections: [{ number: 1, action: 'accept', ...ORIGIN, note: null }],
    });
    assert.throws(() => correct({ action: 'accept', attribution: before.key }), /accepted already, by correction 1/);
    correct({ action: 'undo', number: 1 });
    assert.deepEqual(first(record), before);
    correct({ action: 'accept', attribution: before.key });
    assert.match(record.corrections().items[0]!.summary, /is right as it is: that the harbour/);
  });
});
