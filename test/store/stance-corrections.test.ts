import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openRecord } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { folderFor, onFile } from './files.ts';
import { withoutPositions } from './older.ts';
import { BRIDGE, MARRO, report } from './sides.ts';
import { captureOf } from './synthetic.ts';
import { ORIGIN } from './talks.ts';

function opened(test: TestContext, articles = BRIDGE): { path: string; record: RecordStore } {
  const path = join(folderFor(test), 'r.db');
  const record = openRecord(path);
  test.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return { path, record };
}

const first = (record: RecordStore, id = 'may') => record.article(id)!.attributions[0]!;
const told = (record: RecordStore, id?: string) => {
  const { stance, conditionWords, conditionStatus, stanceConfidence } = first(record, id);
  return [stance, conditionWords, conditionStatus, stanceConfidence];
};

describe('a correction of a stance', () => {
  it('changes the stance, the condition or both, in the very words of the article, until it is undone', (test) => {
    const { record } = opened(test);
    const { key } = first(record);
    const found = told(record);
    assert.deepEqual(found, ['accepts', 'if trucks pass freely', 'in force', 0.8]);
    const one = record.correct({ action: 'stance', attribution: key, stance: 'offers' }, ORIGIN);
    assert.equal(one.summary, `${key} offers, “if trucks pass freely”: ${first(record).words}`);
    assert.deepEqual(told(record), ['offers', 'if trucks pass freely', 'in force', null]);
    record.correct({ action: 'stance', attribution: key, stance: 'offers', condition: 'trucks pass' }, ORIGIN);
    assert.deepEqual(told(record), ['offers', 'trucks pass', 'in force', null]);
    const three = record.correct({ action: 'stance', attribution: key, stance: 'states', condition: null }, ORIGIN);
    assert.deepEqual(told(record), ['states', '', null, null]);
    assert.deepEqual(
      first(record).corrections.map(({ action }) => action),
      ['stance', 'stance', 'stance'],
    );
    record.correct({ action: 'undo', number: three.number }, ORIGIN);
    assert.deepEqual(told(record), ['offers', 'trucks pass', 'in force', null]);
    for (const number of [2, 1]) record.correct({ action: 'undo', number }, ORIGIN);
    assert.deepEqual(told(record), found);
    assert.deepEqual(first(record).corrections, []);
  });

  it('is refused where it names no words of the article, or changes nothing', (test) => {
    const { path, record } = opened(test);
    const { key } = first(record);
    const correct = (condition: string | null | undefined, stance: 'accepts' | 'rejects' = 'accepts') =>
      record.correct({ action: 'stance', attribution: key, stance, condition }, ORIGIN);
    assert.throws(() => correct('as long as it rains'), /does not stand in the article near/);
    assert.throws(() => correct(''), /must hold something/);
    assert.throws(() => correct(undefined), /has that stance and condition already/);
    assert.throws(() => correct('if trucks pass freely'), /has that stance and condition already/);
    record.close();
    onFile(path, withoutPositions);
    const older = openRecord(path);
    test.after(() => older.close());
    const request = { action: 'stance', attribution: key, stance: 'rejects' } as const;
    assert.throws(() => older.correct(request, ORIGIN), /before stances were kept: onrecord rebuild/);
  });

  it('holds for a later revision with the same words, wherever they stand', (test) => {
    const url = 'https://courier.example/talks';
    const said = 'that talks may begin if trucks pass';
    const { record } = opened(test, [report('old', [[MARRO, said, { stance: 'accepts' }]], { url })]);
    const { key } = first(record, 'old');
    record.correct({ action: 'stance', attribution: key, stance: 'rejects', condition: 'if trucks pass' }, ORIGIN);
    const revised = report(
      'new',
      [
        [MARRO, 'that the rain was heavy'],
        [MARRO, said, { stance: 'accepts' }],
      ],
      { url },
    );
    const capture = captureOf(revised);
    record.add({ ...capture, snapshot: { ...capture.snapshot, capturedAt: '2031-06-01T10:00:00.000Z' } }, revised);
    const [, again] = record.article('new')!.attributions;
    assert.deepEqual([again!.stance, again!.conditionWords], ['rejects', 'if trucks pass']);
    assert.equal(record.article('new')!.text.slice(...again!.condition!), 'if trucks pass');
  });

  it('is data to learn from', (test) => {
    const { record } = opened(test);
    record.correct({ action: 'stance', attribution: first(record).key, stance: 'demands', condition: null }, ORIGIN);
    const [line, ...others] = [...record.correctedArticles()];
    assert.deepEqual(others, []);
    const [was, is] = [line!.found.stances[0]!, line!.corrected.stances[0]!];
    assert.deepEqual([was.stance, was.condition], ['accepts', 'if trucks pass freely']);
    assert.deepEqual([is.stance, is.condition, is.i, is.mode], ['demands', null, 0, 'says']);
  });
});
