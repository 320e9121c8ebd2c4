import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { openRecord, queryOf, readLedger, shiftsBy, shiftsOn, suggestFor } from '../../src/pipeline/index.ts';
import type { RecordStore } from '../../src/store/index.ts';
import { temporaryFolder } from '../cli/onrecord.ts';
import { BRIDGE, MARRO, report, VESK } from '../store/sides.ts';
import { captureOf } from '../store/synthetic.ts';

function opened(t: TestContext, articles = BRIDGE): RecordStore {
  const record = openRecord(join(temporaryFolder(t), 'r.db'));
  t.after(() => record.close());
  for (const article of articles) record.add(captureOf(article), article);
  return record;
}

const TALKS = { wordings: ['negotiations on the bridge'] };

describe('the ledger of an issue', () => {
  it('holds the positions on it in time, by any words of one sense, with conditions, shifts and figures', (t) => {
    const { positions, lanes, figures, left } = readLedger(opened(t), TALKS);
    assert.equal(left, 0);
    assert.deepEqual(
      positions.map(({ on }) => on),
      ['2031-05-04', '2031-05-04', '2031-06-11', '2031-06-11'],
    );
    assert.deepEqual(
      positions
        .map(({ attribution: { speaker, stance, conditionWords } }) =>
          [speaker!.name, stance, conditionWords].join(', '),
        )
        .sort(),
      [
        'Ilan Marro, accepts, if trucks pass freely',
        'Ilan Marro, rejects, ',
        'Oda Vesk, rejects, ',
        'Oda Vesk, states, ',
      ],
    );
    const [marro] = lanes;
    assert.equal(marro!.speaker.name, 'Ilan Marro');
    const [course] = marro!.courses;
    assert.deepEqual(
      course!.points.map(({ on, shift }) => [on, shift?.kind ?? null]),
      [
        ['2031-05-04', null],
        ['2031-06-11', 'stance'],
      ],
    );
    assert.equal(course!.unchangedSince, '2031-06-11');
    const shifted = positions.find(({ shift }) => shift !== null)!;
    assert.equal(shifted.attribution.key, course!.points[1]!.reports[0]);
    assert.equal(shifted.shift!.before, course!.points[0]!.reports[0]);
    const [figure] = figures;
    assert.match(figure!.words, /212 trucks/);
    assert.equal(figure!.most, 212);
  });

  it('is of the speakers and days asked for', (t) => {
    const record = opened(t);
    const vesk = record.speakers({ name: 'Vesk' }).items[0]!.key;
    const named = (query: object) =>
      readLedger(record, { ...TALKS, ...query }).positions.map((p) => p.attribution.speaker!.name);
    assert.deepEqual(named({ speakers: [vesk] }), ['Oda Vesk', 'Oda Vesk']);
    assert.deepEqual(named({ speakers: [] }), []);
    assert.equal(named({ from: '2031-06-01' }).length, 2);
    assert.equal(named({ to: '2031-01-01' }).length, 0);
    assert.throws(() => readLedger(record, { wordings: ['of the'] }), /no word to look for/);
    assert.deepEqual(readLedger(record, { wordings: ['volcano'] }).positions, []);
  });

  it('names collisions of which one account is on it', (t) => {
    const ledger = readLedger(opened(t), { wordings: ['grain trucks'] });
    assert.equal(ledger.collisions.length, 1);
    const [{ later, earlier }] = ledger.collisions as [(typeof ledger.collisions)[0]];
    const of = (key: string) => ledger.positions.find(({ attribution }) => attribution.key === key)!.collisions;
    assert.equal(of(later.attribution.key)[0]!.with, earlier.attribution.key);
    assert.equal(of(earlier.attribution.key)[0]!.with, later.attribution.key);
  });
});

describe('shifts in a record', () => {
  it('are found on an issue and of a speaker, with both statements', (t) => {
    const record = opened(t);
    const [shift, ...others] = shiftsOn(record, TALKS).shifts;
    assert.deepEqual(others, []);
    assert.equal(shift!.kind, 'stance');
    assert.deepEqual([shift!.before.stance, shift!.after.stance], ['accepts', 'rejects']);
    assert.ok([...shift!.shownBefore, ...shift!.shownAfter].every((words) => words.length > 0));
    const marro = record.speakers({ name: 'Marro' }).items[0]!.key;
    assert.deepEqual(shiftsBy(record, marro).shifts, [shift]);
    assert.deepEqual(shiftsBy(record, marro, { from: '2031-06-01' }).shifts, []);
    assert.deepEqual(shiftsBy(record, 'nobody'), { shifts: [], read: 0, left: 0 });
  });
});

describe('an issue on a record', () => {
  const issue = { onrecord: 'issue', version: 1, name: 'bridge', title: null, about: ['talks'], speakers: [] } as const;

  it('asks for its speakers, and says whom the record does not know', (t) => {
    const record = opened(t);
    assert.deepEqual(queryOf(record, issue), { query: { wordings: ['talks'], speakers: undefined }, unknown: [] });
    const { query, unknown } = queryOf(record, { ...issue, speakers: ['oda vesk', 'Nobody Known'] });
    assert.deepEqual(unknown, ['Nobody Known']);
    assert.deepEqual(query.speakers, [record.speakers({ name: 'Vesk' }).items[0]!.key]);
    assert.deepEqual(queryOf(record, { ...issue, speakers: ['Nobody Known'] }).query.speakers, []);
  });

  it('is suggested from what speakers take sides on', (t) => {
    const more = report('more', [
      [MARRO, 'that the talks must begin', { stance: 'demands' }],
      [VESK, 'that no talks are needed', { stance: 'rejects' }],
    ]);
    const [suggested] = suggestFor(opened(t, [...BRIDGE, more]));
    assert.match(suggested!.about, /talks/);
    assert.equal(suggested!.speakers, 2);
  });
});
