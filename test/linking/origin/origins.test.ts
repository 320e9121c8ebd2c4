import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { originsOf } from '../../../src/linking/index.ts';
import type { Credit, OriginOccurrence, Origins } from '../../../src/model.ts';

const credit = (outlet: string, kind: Credit['kind'] = 'told'): Credit => ({
  outlet,
  name: null,
  kind,
  span: [0, 4],
  whole: false,
  attribution: 0,
});

type Short = Partial<Omit<OriginOccurrence, 'credits' | 'reprints'>> & {
  id: string;
  credits?: readonly string[];
  reprints?: readonly string[];
};
const occurrence = ({ id, credits = [], reprints = [], ...more }: Short): OriginOccurrence => ({
  article: more.article ?? `in ${id}`,
  outlet: null,
  published: '2031-05-06',
  captured: '2031-05-06T10:00:00Z',
  within: null,
  ...more,
  id,
  credits: credits.map((outlet) => credit(outlet)),
  reprints: reprints.map((of) => ({ of, kind: 'reprint', share: 0.9, why: 'the same words' })),
});
const day = (n: number): string => `2031-05-0${n}`;

/** Each origin as its lead, an arrow and its members. */
const shown = ({ origins }: Origins): string[] =>
  origins.map(({ lead, members }) => `${lead.occurrence ?? `(${lead.outlet})`} → ${members.join(' ')}`);

const CONSTELLATIONS: readonly (readonly [name: string, occurrences: readonly Short[], origins: readonly string[]])[] =
  [
    ['one alone', [{ id: 'a' }], ['a → a']],
    ['two who know nothing of each other', [{ id: 'a' }, { id: 'b', published: day(7) }], ['a → a', 'b → b']],
    ['a reprint', [{ id: 'a' }, { id: 'b', published: day(7), reprints: ['in a'] }], ['a → a b']],
    [
      'a reprint of a reprint',
      [{ id: 'a' }, { id: 'b', reprints: ['in a'] }, { id: 'c', reprints: ['in b'] }],
      ['a → a b c'],
    ],
    [
      'a credit for one that was captured',
      [
        { id: 'a', outlet: 'Kyodo News' },
        { id: 'b', outlet: 'Norta Courier', published: day(7), credits: ['Kyodo'] },
      ],
      ['a → a b'],
    ],
    [
      'a credit for one that was captured, and published later than the copy',
      [
        { id: 'a', outlet: 'Kyodo News', published: day(8) },
        { id: 'b', outlet: 'Norta Courier', credits: ['Kyodo'] },
      ],
      ['a → b a'],
    ],
    ['a credit for one that was not captured', [{ id: 'b', credits: ['Kyodo News'] }], ['(Kyodo News) → b']],
    [
      'three who credit one that was not captured, under its names',
      [
        { id: 'a', credits: ['AP'] },
        { id: 'b', credits: ['The Associated Press'] },
        { id: 'c', credits: ['Associated Press'] },
      ],
      ['(Associated Press) → a b c'],
    ],
    [
      'two who credit two',
      [
        { id: 'a', credits: ['AP'] },
        { id: 'b', credits: ['Kyodo News'], published: day(7) },
      ],
      ['(AP) → a', '(Kyodo News) → b'],
    ],
    [
      'one who reports that another reports',
      [{ id: 'a', outlet: 'Norta Courier', credits: ['Stavna Times', 'Kyodo News'] }],
      ['(Kyodo News) → a'],
    ],
    [
      'a chain whose middle was captured',
      [
        { id: 'm', outlet: 'Stavna Times', credits: ['Kyodo News'] },
        { id: 'a', outlet: 'Norta Courier', published: day(7), credits: ['Stavna Times'] },
      ],
      ['(Kyodo News) → m a'],
    ],
    [
      'a chain whose end was captured',
      [
        { id: 'k', outlet: 'Kyodo News' },
        { id: 'a', outlet: 'Norta Courier', published: day(7), credits: ['Stavna Times', 'Kyodo News'] },
      ],
      ['k → k a'],
    ],
    [
      'two who credit each other',
      [
        { id: 'a', outlet: 'Stavna Times', credits: ['Norta Courier'] },
        { id: 'b', outlet: 'Norta Courier', published: day(7), credits: ['Stavna Times'] },
      ],
      ['a → a b'],
    ],
    [
      'three in a circle',
      [
        { id: 'a', outlet: 'A Herald', credits: ['C Herald'] },
        { id: 'b', outlet: 'B Herald', published: day(7), credits: ['A Herald'] },
        { id: 'c', outlet: 'C Herald', published: day(8), credits: ['B Herald'] },
      ],
      ['a → a b c'],
    ],
    [
      'two that reprint each other',
      [
        { id: 'a', reprints: ['in b'] },
        { id: 'b', published: day(7), reprints: ['in a'] },
      ],
      ['a → a b'],
    ],
    ['one who credits himself', [{ id: 'a', outlet: 'Kyodo News', credits: ['Kyodo'] }], ['a → a']],
    [
      'one outlet twice',
      [
        { id: 'a', outlet: 'Kyodo News' },
        { id: 'b', outlet: 'Kyodo', published: day(7) },
      ],
      ['a → a b'],
    ],
    ['outlets without a name', [{ id: 'a' }, { id: 'b' }], ['a → a', 'b → b']],
    [
      'one article twice',
      [
        { id: 'a', article: 'x' },
        { id: 'b', article: 'x' },
      ],
      ['a → a b'],
    ],
    [
      'one article that has it within another statement',
      [
        { id: 'a', article: 'x', within: 'b' },
        { id: 'b', article: 'x' },
        { id: 'c', published: day(7) },
      ],
      ['b → a b', 'c → c'],
    ],
    [
      'two reprints of an agency, one of which credits it',
      [
        { id: 'a', credits: ['AP'] },
        { id: 'b', published: day(7), reprints: ['in a'] },
        { id: 'c', published: day(8) },
      ],
      ['(AP) → a b', 'c → c'],
    ],
    ['a reprint of an article that does not have it', [{ id: 'a', reprints: ['elsewhere'] }], ['a → a']],
    [
      'without dates',
      [
        { id: 'a', published: null, captured: '2031-05-09T00:00:00Z' },
        { id: 'b', published: null, captured: null },
      ],
      ['a → a', 'b → b'],
    ],
  ];

const outlets = ['Kyodo News', 'Kyodo', 'AP', 'Stavna Times', 'Norta Courier', 'Orsk Radio'];
const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
/** Occurrences with every kind of tie between them, circles among them. */
const occurrences = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 }).chain((chosen) =>
  fc.tuple(
    ...chosen.map((id) =>
      fc.record({
        id: fc.constant(id),
        article: fc.constantFrom(...ids.map((one) => `in ${one}`)),
        outlet: fc.option(fc.constantFrom(...outlets)),
        published: fc.option(fc.constantFrom(day(5), day(6), '2031-05-06T09:00:00Z', '2031-05-06T12:00:00+02:00')),
        captured: fc.option(fc.constantFrom('2031-05-06T10:00:00Z', '2031-05-07T10:00:00Z')),
        credits: fc.array(fc.constantFrom(...outlets), { maxLength: 3 }),
        reprints: fc.array(fc.constantFrom(...ids.map((one) => `in ${one}`)), { maxLength: 2 }),
        within: fc.option(fc.constantFrom(...ids)),
      }),
    ),
  ),
);

describe('origins', () => {
  for (const [name, made, expected] of CONSTELLATIONS) {
    it('says that the publisher credits somebody, where it does so beside the text', () => {
      const { origins } = originsOf([{ ...occurrence({ id: 'a' }), credits: [credit('Norta Radio', 'publisher')] }]);
      assert.deepEqual(
        origins[0]!.steps.map(({ why, evidence }) => [why, evidence]),
        [['credit', 'the publisher credits Norta Radio']],
      );
    });

    it(`of ${name}`, () => {
      const found = originsOf(made.map(occurrence));
      assert.deepEqual(shown(found), expected);
      assert.deepEqual(originsOf(made.map(occurrence).reverse()), found, 'the order of the input does not matter');
    });
  }

  it('shows each step with its evidence', () => {
    const { origins } = originsOf([
      occurrence({ id: 'a', outlet: 'Norta Courier', credits: ['Stavna Times', 'Kyodo News'] }),
      occurrence({ id: 'b', outlet: 'Orsk Radio', published: day(7), reprints: ['in a'] }),
    ]);
    assert.deepEqual(
      origins[0]!.steps.map(({ from, to, why, evidence, by, credit: credited }) => [
        from.outlet,
        to.outlet,
        why,
        evidence,
        by,
        credited?.outlet ?? null,
      ]),
      [
        ['Norta Courier', 'Stavna Times', 'credit', 'told: Stavna Times', 'a', 'Stavna Times'],
        ['Orsk Radio', 'Norta Courier', 'reprint', 'the same words', 'b', null],
        ['Stavna Times', 'Kyodo News', 'credit', 'told: Kyodo News', 'a', 'Kyodo News'],
      ],
    );
  });

  it('says what the first was told by, and since when an uncaptured outlet is captured at all', () => {
    const dated = originsOf([
      occurrence({ id: 'a', published: day(7) }),
      occurrence({ id: 'b', published: '2031-05-06T23:00:00Z' }),
      occurrence({ id: 'c', published: null, captured: '2031-05-01T00:00:00Z' }),
    ]);
    assert.deepEqual([dated.first, dated.by], ['b', 'published']);
    const undated = originsOf([
      occurrence({ id: 'a', published: null, captured: '2031-05-02T00:00:00Z' }),
      occurrence({ id: 'b', published: null, captured: '2031-05-01T00:00:00Z' }),
    ]);
    assert.deepEqual([undated.first, undated.by], ['b', 'captured']);
    const earliest = (outlet: string) => (outlet === 'Kyodo News' ? '2031-05-04T00:00:00Z' : null);
    const { origins } = originsOf([occurrence({ id: 'a', credits: ['Kyodo News'] })], earliest);
    assert.equal(origins[0]!.before, '2031-05-04T00:00:00Z');
    assert.equal(originsOf([occurrence({ id: 'a' })], earliest).origins[0]!.before, null);
  });

  it('refuses nothing at all, and two of one id', () => {
    assert.throws(() => originsOf([]), RangeError);
    assert.throws(() => originsOf([occurrence({ id: 'a' }), occurrence({ id: 'a' })]), RangeError);
  });

  it('puts every occurrence into one origin, whatever ties there are and in whatever order they come', () => {
    fc.assert(
      fc.property(occurrences, fc.nat(), (made, turn) => {
        const all = made.map(occurrence as (one: object) => OriginOccurrence);
        const found = originsOf(all);
        const members = found.origins.flatMap((origin) => origin.members);
        assert.deepEqual([...members].sort(), all.map(({ id }) => id).sort());
        for (const { lead, members: own, steps } of found.origins) {
          assert.ok(own.length > 0);
          assert.ok(lead.occurrence === null || own.includes(lead.occurrence));
          assert.equal(new Set(steps.map(({ from }) => JSON.stringify(from))).size, steps.length, 'one step from each');
          // Every step's end is the beginning of another, or the lead.
          const next = new Map(steps.map(({ from, to }) => [JSON.stringify(from), to]));
          for (const { from } of steps) {
            let at = from;
            for (let i = 0; i <= steps.length && next.has(JSON.stringify(at)); i++) at = next.get(JSON.stringify(at))!;
            assert.deepEqual(at, lead);
          }
        }
        const turned = [...all.slice(turn % all.length), ...all.slice(0, turn % all.length)].reverse();
        assert.deepEqual(originsOf(turned), found);
      }),
      { numRuns: 500 },
    );
  });
});
