import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { RecordStore } from '../../src/store/index.ts';
import { folderFor } from './files.ts';
import { openRecord } from './grams.ts';
import { articleOf, attributionOf, captureOf } from './synthetic.ts';

const ORIGIN = { by: 'S. Vellamo', at: '2031-07-01T09:00:00.000Z' };
const VELLAMO = { name: 'Marit Vellamo', kind: 'person', role: null } as const;
const LOCK = 'we will not open the lock before May';
const FERRY = 'nobody may sail the ferry at night';

function opened(test: TestContext): { record: RecordStore } {
  const record = openRecord(join(folderFor(test), 'r.db'));
  test.after(() => record.close());
  return { record };
}

interface Rest {
  readonly outlet?: string;
  readonly published?: string;
  readonly url?: string;
}

/** Adds an article in which Marit Vellamo says each of the words. */
function add(record: RecordStore, id: string, said: readonly string[], rest: Rest): void {
  const text = said.map((words) => `On the day of ${id} Marit Vellamo said: “${words}”.`).join('\n');
  const attributions = said.map((words) => {
    const one = attributionOf(text, { source: 'Marit Vellamo', cue: 'said', content: words }, VELLAMO);
    return { ...one, source: [], cue: [] };
  });
  const article = articleOf(id, text, { ...rest, attributions });
  const capture = captureOf(article);
  const capturedAt = new Date(Date.UTC(2031, 5, 1) + record.counts().articles * 3_600_000).toISOString();
  record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt } }, article);
}

/** The same; gives its key. */
function say(record: RecordStore, id: string, said: readonly string[], rest: Rest = {}): string {
  add(record, id, said, rest);
  return record.article(id)!.article.key;
}

const elsewhere = (record: RecordStore, key: string) =>
  record.article(key)!.elsewhere.map(({ statement: _, ...rest }) => rest);

describe('what other articles report of an article', () => {
  it('is counted by outlets, with what they changed and what is changed here', (test) => {
    const { record } = opened(test);
    const first = say(record, 'first', [LOCK, FERRY], { outlet: 'Radio Ardal', published: '2031-05-01' });
    assert.deepEqual(record.article(first)!.elsewhere, []);
    const altered = say(record, 'altered', ['we will open the lock before May'], {
      outlet: 'Northern Post',
      published: '2031-05-02',
    });
    say(record, 'again', [LOCK], { outlet: 'Radio Ardal', published: '2031-05-03' });
    say(record, 'nobody', [LOCK], { published: '2031-05-04' });
    say(record, 'nobody else', [LOCK], { published: '2031-05-05' });
    const at = { attribution: `${first}-0`, occurrences: 5 };
    assert.deepEqual(elsewhere(record, first), [{ ...at, outlets: 4, altering: 1, kinds: ['negation'], ownKinds: [] }]);
    assert.deepEqual(elsewhere(record, altered), [
      { attribution: `${altered}-0`, occurrences: 5, outlets: 3, altering: 0, kinds: [], ownKinds: ['negation'] },
    ]);
    assert.equal(record.article(first)!.elsewhere[0]!.statement, record.statement(`${first}-0`)!.statement.key);
  });

  it('is not what the article itself says twice, nor what another revision of it says', (test) => {
    const { record } = opened(test);
    const url = 'https://ardal.example/lock';
    const before = say(record, 'twice', [LOCK, `${LOCK} at all`], { url });
    assert.deepEqual(record.article(before)!.elsewhere, []);
    const text = `On the day of twice Marit Vellamo said: “${LOCK}”. It rained all night on the quay.`;
    const article = articleOf('twice', text, { url, attributions: [attributionOf(text, { content: LOCK }, VELLAMO)] });
    const { snapshot, ...captured } = captureOf(article);
    const later = { ...captured, snapshot: { ...snapshot, capturedAt: '2031-06-02T10:00:00.000Z' } };
    assert.equal(record.add(later, article), 'revised');
    const after = record.article('twice')!.article.key;
    assert.notEqual(after, before);
    assert.deepEqual([record.article(before)!.elsewhere, record.article(after)!.elsewhere], [[], []]);
    say(record, 'other', [LOCK]);
    assert.equal(elsewhere(record, after)[0]!.outlets, 1);
    assert.equal(elsewhere(record, before)[0]!.outlets, 1, 'an old revision tells it too');
  });

  it('follows corrections: what is no statement is nowhere, what is parted is not elsewhere', (test) => {
    const { record } = opened(test);
    const first = say(record, 'first', [LOCK]);
    const other = say(record, 'other', [LOCK]);
    assert.equal(elsewhere(record, first).length, 1);
    record.correct({ action: 'not-a-statement', attribution: `${other}-0` }, ORIGIN);
    assert.deepEqual(elsewhere(record, first), []);
    assert.deepEqual(elsewhere(record, other), []);
  });

  it('looks at a bounded part of a statement', (test) => {
    const { record } = opened(test);
    const first = say(record, 'first', [LOCK], { outlet: 'Outlet 0' });
    for (let i = 1; i <= 510; i++) add(record, `later ${i}`, [LOCK], { outlet: `Outlet ${i}` });
    const [found] = elsewhere(record, first);
    assert.equal(found!.occurrences, 511);
    assert.equal(found!.outlets, 499, 'of the first 500 occurrences one is its own');
  });
});

describe('the gravest change of a listed statement', () => {
  it('is that of the earliest of the gravest occurrences; none where no words were changed', (test) => {
    const { record } = opened(test);
    const other = 'we will not open the gate before May';
    say(record, 'first', [LOCK], { published: '2031-05-01' });
    assert.equal(record.statements({ words: 'lock' }).items[0]!.gravest, null);
    say(record, 'worded', [other], { published: '2031-05-02' });
    say(record, 'late', ['we will open the lock before May'], { published: '2031-05-09' });
    say(record, 'soon', ['we will open the lock before May'], { published: '2031-05-05' });
    const [{ gravest }] = record.statements({ altered: true }).items as [
      ReturnType<RecordStore['statements']>['items'][number],
    ];
    assert.equal(gravest!.attribution.article.id, 'soon');
    assert.deepEqual([gravest!.change, gravest!.kinds[0]], ['altered', 'negation']);
  });
});
