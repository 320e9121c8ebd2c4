import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLedger, shiftsBy } from '../../src/pipeline/index.ts';
import { report } from '../store/sides.ts';
import { open, person, talk } from '../store/talks.ts';

/** Outlets that each give another number of the same trucks: any two of them collide. */
const counts = Array.from({ length: 40 }, (_, n) =>
  report(
    `count-${n}`,
    [
      [
        person(`Clerk ${String.fromCharCode(65 + (n % 26))}${n < 26 ? 'a' : 'o'}rrow`),
        `that ${200 + 7 * n} grain trucks crossed the Orra bridge on Monday`,
      ],
    ],
    { outlet: `Paper ${n}`, published: '2031-06-02' },
  ),
);

test('a ledger says how many collisions it does not give', (t) => {
  const { record } = open(t, ...counts);
  const all = record.collisions({ limit: 1 }).total;
  const { collisions, collisionsLeft } = readLedger(record, { wordings: ['grain trucks'] });
  assert.ok(all > 500, `${all} collisions`);
  assert.deepEqual([collisions.length, collisionsLeft], [500, all - 500]);
});

test('shifts of a speaker say how many positions were not looked at', (t) => {
  const clerk = person('Oda Vesk');
  const { record, key } = open(t, talk('long', ...Array.from({ length: 507 }, () => clerk)));
  const { read, left } = shiftsBy(record, key('long'));
  assert.deepEqual([read, left], [500, 7]);
});
