import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { AnalyzedArticle, Attribution } from '../../src/model.ts';
import type { RecordStore, ReviewQuery } from '../../src/store/index.ts';
import { onFile } from './files.ts';
import { articleOf, attributionOf } from './synthetic.ts';
import { open, person } from './talks.ts';

/** An article whose sentences are said with so much doubt. */
function doubtful(id: string, outlet: string, ...said: readonly Partial<Attribution>[]): AnalyzedArticle {
  const words = said.map((_, n) => `Sentence ${n} of ${id}.`);
  const text = `${id} begins.\n${words.join('\n')}`;
  const sure = { confidence: 0.95, speakerConfidence: 0.95 };
  const attributions = said.map(({ speaker = person('Marit Quist'), ...rest }, n) =>
    attributionOf(text, { content: words[n]! }, speaker, { ...sure, ...rest }),
  );
  return articleOf(id, text, { outlet, url: `https://${id}.example/a`, attributions });
}

const ONE = doubtful(
  'one',
  'Radio Ardal',
  {},
  { confidence: 0.5 },
  { speakerConfidence: 0.2 },
  { speaker: null, speakerConfidence: 0.9, unresolved: 'nobody before the pronoun fits' },
);
const TWO = doubtful('two', 'Northern Post', { confidence: 0.1, speaker: person('Ivo Harrow') }, { confidence: 0.74 });

const asked = (record: RecordStore, query?: ReviewQuery): string[] =>
  record.toReview(query).items.map(({ attribution }) => attribution.words);
const keyOf = (record: RecordStore, words: string): string => record.search({ words }).items[0]!.key;

describe('what is to be reviewed', () => {
  const opened = (test: TestContext) => open(test, ONE, TWO);

  it('is what is in doubt, the least likely to be right first, with what is in doubt of it', (test) => {
    const { record } = opened(test);
    const { items, total } = record.toReview();
    assert.deepEqual(
      items.map(({ attribution, doubt, kinds }) => [attribution.words, doubt, kinds]),
      [
        ['Sentence 0 of two.', 0.1, ['attribution']],
        ['Sentence 2 of one.', 0.2, ['speaker']],
        ['Sentence 1 of one.', 0.5, ['attribution']],
        ['Sentence 1 of two.', 0.74, ['attribution']],
        ['Sentence 3 of one.', 0.9, ['unresolved']],
      ],
    );
    assert.equal(total, 5);
  });

  it('is narrowed to an outlet, a speaker and a kind of doubt, and comes in pages', (test) => {
    const { record, correct, key } = opened(test);
    assert.deepEqual(asked(record, { outlet: 'Northern Post' }), ['Sentence 0 of two.', 'Sentence 1 of two.']);
    assert.deepEqual(asked(record, { kind: 'unresolved' }), ['Sentence 3 of one.']);
    assert.deepEqual(asked(record, { kind: 'attribution', outlet: 'Radio Ardal' }), ['Sentence 1 of one.']);
    const [quist, harrow] = [key('one'), key('two')];
    assert.deepEqual(asked(record, { speaker: harrow }), ['Sentence 0 of two.']);
    assert.deepEqual(asked(record, { speaker: 'nobody' }), []);
    assert.deepEqual(asked(record, { limit: 2, offset: 1 }), ['Sentence 2 of one.', 'Sentence 1 of one.']);
    correct({ action: 'merge', into: quist, from: harrow });
    assert.equal(record.toReview({ speaker: harrow }).total, 4, 'a merge is no review of each statement');
  });

  it('leaves out what was reviewed or corrected, until that is undone', (test) => {
    const { record, correct } = opened(test);
    const before = asked(record);
    const [accepted, moved, none, other] = ['0 of two', '2 of one', '1 of one', '1 of two'].map((words) =>
      keyOf(record, `"sentence ${words}"`),
    ) as [string, string, string, string];
    correct({ action: 'accept', attribution: accepted });
    correct({ action: 'span', attribution: moved, content: [[0, 10]] });
    correct({ action: 'not-a-statement', attribution: none });
    correct({ action: 'speaker', attribution: other, to: null });
    assert.deepEqual(asked(record), ['Sentence 3 of one.']);
    for (const number of [1, 2, 3, 4]) correct({ action: 'undo', number });
    assert.deepEqual(asked(record), before);
  });

  it('is of the newest revisions alone', (test) => {
    const { record, add } = opened(test);
    const revised = { ...TWO, text: `${TWO.text}\nCorrected since.` };
    add(revised);
    assert.deepEqual(
      record.toReview({ outlet: 'Northern Post' }).items.map(({ attribution }) => attribution.article.revision),
      [2, 2],
    );
  });

  it('shows the lines in which each stands, and who speaks in its article', (test) => {
    const { record } = opened(test);
    const { passage, speakers, attribution } = record.toReview({ kind: 'speaker' }).items[0]!;
    assert.equal(passage.text, 'Sentence 2 of one.');
    const { text } = record.article('one')!;
    assert.equal(text.slice(passage.start, passage.start + passage.text.length), passage.text);
    assert.equal(attribution.content[0]![0], passage.start);
    assert.deepEqual(
      speakers.map(({ name, here, attributions }) => [name, here, attributions]),
      [['Marit Quist', 3, 4]],
    );
  });

  it('shows of a line without an end what is near, and cuts no character in two', (test) => {
    const text = `${'😀'.repeat(4_000)}x I say so. ${'😀'.repeat(4_000)}`;
    const found = attributionOf(text, { content: 'I say so.' }, null, { confidence: 0.1 });
    const { record } = open(test, articleOf('wide', text, { attributions: [found] }));
    const { passage } = record.toReview().items[0]!;
    assert.ok(passage.text.length < 4_000);
    assert.ok(passage.text.isWellFormed());
    assert.equal(text.slice(passage.start, passage.start + passage.text.length), passage.text);
    assert.match(passage.text, /I say so\./);
  });

  it('says why a statement was taken for another one, until that is parted', (test) => {
    const said = (id: string, words: string): AnalyzedArticle => {
      const text = `Marit Quist said ${words}.`;
      const found = attributionOf(text, { content: words }, person('Marit Quist'), {
        confidence: 0.95,
        speakerConfidence: 0.95,
      });
      return articleOf(id, text, { outlet: `Outlet ${id}`, published: '2031-05-02', attributions: [found] });
    };
    const words = '“the harbour of Vesland will open in May after the ice has gone”';
    const { record, correct, path } = open(test, said('a', words), said('b', words));
    assert.equal(record.toReview({ kind: 'joined' }).total, 0);
    onFile(path, (file) => file.exec('update attribution set join_confidence = 0.6 where joined_id is not null'));
    const [joined] = record.toReview({ kind: 'joined' }).items;
    assert.equal(joined!.doubt, 0.6);
    assert.equal(joined!.joined!.to.article.id, 'a');
    const { statement, key } = joined!.attribution;
    correct({ action: 'part', statement: statement!, occurrences: [key] });
    assert.equal(record.toReview({ kind: 'joined' }).total, 0);
  });
});
