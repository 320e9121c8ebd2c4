import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { held, id, link, named, offered, person, speaker } from './items.ts';

describe('whatever the items', () => {
  const words = fc.constantFrom(
    'mayor of Norta',
    'politician',
    'Kalvinian novelist',
    'baker',
    'Norwegian minister',
    '',
  );
  const years = fc.option(
    fc.tuple(fc.integer({ min: 1800, max: 2040 }), fc.nat(60)).map(([from, more]) => [from, from + more] as const),
  );
  const label = fc.constantFrom('Ilse Quandt', 'Ilse M. Quandt', 'Quandt', 'Else Quandt', '…');
  const item = fc
    .record({
      n: fc.integer({ min: 1, max: 40 }),
      label,
      description: fc.option(words),
      job: words,
      born: years,
      died: years,
      from: years,
      to: years,
      sitelinks: fc.nat(400),
    })
    .map(({ n, label, description, job, born, died, from, to, sitelinks }) =>
      person(n, label, {
        description,
        born,
        died,
        sitelinks,
        occupations: named(job),
        positions: [{ id: id(400), label: job, from, to }],
      }),
    );
  const items = fc.uniqueArray(item, { maxLength: 8, selector: (each) => each.id });
  const who = fc.tuple(label, fc.array(words, { maxLength: 3 })).map(([name, roles]) => speaker(name, roles));

  it('their order decides nothing, and one that is taken leaves no room for another', () => {
    fc.assert(
      fc.property(who, items, (speaker, found) => {
        const result = link(speaker, found);
        assert.deepEqual(link(speaker, found.toReversed()), result);
        if ('item' in result) {
          assert.ok(result.confidence >= 0.75 && result.confidence <= 0.99);
          const best = found.find((each) => each.id === result.item)!;
          // A twin that differs by fame alone takes the certainty away.
          offered(link(speaker, [...found, { ...best, id: id(99), sitelinks: 1_000 - best.sitelinks }]));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('any strings are borne', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        link(speaker(a, [b]), [person(1, b, { aliases: [a], description: a, positions: [held(b, null, 2031)] })]);
      }),
    );
  });
});
