import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { compare } from '../../../src/linking/change/index.ts';
import type { AttributionType, ChangeKind, Comparison, Place, Reported } from '../../../src/model.ts';
import { groups } from './pairs/index.ts';
import { isRight, reported, told } from './pairs/judge.ts';

const said = (words: readonly string[], type: AttributionType = 'direct'): Reported => ({
  words,
  type,
  mode: 'says',
  speaker: null,
  saidOn: null,
});
const plain = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** The least share of pairs that must be right. */
const BAR = 0.92;

describe('what became of the words', () => {
  it('is right for at least 92% of 260 pairs or more, at least 15 of each kind', () => {
    const pairs = Object.values(groups).flat();
    assert.ok(pairs.length >= 260);
    for (const [group, members] of Object.entries(groups)) assert.ok(members.length >= 15, group);
    const wrong = pairs.filter((pair) => !isRight(pair));
    const list = wrong
      .map((pair) => `${pair.before} / ${pair.after}\n  ${told(compare(...reported(pair)))}`)
      .join('\n');
    assert.ok(wrong.length <= (1 - BAR) * pairs.length, list);
  });

  it('shows every negation and every number that changed', () => {
    for (const pair of Object.values(groups).flat()) {
      const { kinds } = compare(...reported(pair));
      for (const kind of ['negation', 'number'] as const)
        if (pair.kinds.replace('*', '').split(' ').includes(kind))
          assert.ok(kinds.includes(kind), `${pair.before} / ${pair.after}`);
    }
  });

  it('tells nothing grave where nothing changed', () => {
    for (const pair of [...groups['nothing changed']!, ...groups.identical!])
      assert.deepEqual(compare(...reported(pair)).kinds, [], `${pair.before} / ${pair.after}`);
  });

  it('is told with its places', () => {
    const before = said(['We should send', '20 boats to Tarn.']);
    const after = said(['We must not send 30 boats to Tarn']);
    const { differences } = compare(before, after);
    const words = ({ words }: Reported, place: Place | null) => place && words[place[0]]!.slice(place[1], place[2]);
    assert.deepEqual(
      differences.map(({ kind, before: x, after: y }) => [kind, words(before, x), words(after, y)]),
      [
        ['modal', 'should', 'must'],
        ['negation', null, 'not'],
        ['number', '20', '30'],
      ],
    );
  });

  it('goes to the end of contents that are too long to be read word by word', () => {
    const long = 'the harbour of Tarn is ours '.repeat(20_000);
    const change = (a: string, b: string): string => compare(said([a]), said([b])).change;
    assert.equal(change(`${long}we leave`, `${long}we stay`), 'altered');
    assert.equal(change(`${long}we leave`, `${long}we leave`), 'identical');
  });

  it('leaves an organization and the person who speaks for it alone', () => {
    const by = (id: number, kind: 'person' | 'organization'): Reported => ({
      ...said(['The harbour is ours']),
      speaker: { id, name: String(id), kind },
    });
    assert.deepEqual(compare(by(1, 'organization'), by(2, 'person')).kinds, []);
    assert.deepEqual(compare(by(1, 'organization'), by(2, 'organization')).kinds, ['speaker']);
  });

  it('of a mixed report is that of its quoted words, unless the words around them turn their sense', () => {
    const spoken = said(['The offer is a fair and final one for the miners.']);
    const change = (words: string): string => compare(spoken, said([words], 'mixed')).change;
    assert.equal(change('the offer was “a fair and honest one” for the miners'), 'altered');
    assert.equal(change('the proposal was “a fair and final one” for the miners'), 'excerpt');
    assert.equal(change('the proposal was never “a fair and final one” for the miners'), 'paraphrase');
    assert.equal(change('the “offer” is fair for miners'), 'paraphrase');
  });
});

const WORDS =
  'we they will must leave stay the harbour of Tarn talks and if before strong nobody never 20 war lasts soon'.split(
    ' ',
  );
const text = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 30 }).map((list) => list.join(' '));
const hostile = fc.oneof(
  text,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.stringMatching(/^[a-z '’.…?![\]()"“”$%0-9,-]{0,60}$/),
);
const type = fc.constantFrom<AttributionType>('direct', 'indirect', 'mixed');
const content = fc
  .record({ words: fc.array(hostile, { maxLength: 3 }), type })
  .map(({ words, type }) => said(words, type));

/** The kinds that read the same both ways. */
const symmetric = ({ kinds }: Comparison): ChangeKind[] =>
  kinds.map((kind): ChangeKind => (kind === 'addition' ? 'omission' : kind === 'omission' ? 'addition' : kind)).sort();

describe('any comparison', () => {
  it('of a content with itself is identical', () => {
    fc.assert(
      fc.property(content, (one) => {
        const { change, kinds, differences } = compare(one, one);
        assert.deepEqual([change, kinds, differences], ['identical', [], []]);
      }),
    );
  });

  it('has places that slice to words, the same ones on both sides, and kinds that its differences have', () => {
    const inside = ({ words }: Reported, [piece, start, end]: Place): string => {
      assert.ok(start >= 0 && start < end && end <= words[piece]!.length);
      return words[piece]!.slice(start, end);
    };
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 3 }),
        fc.array(text, { minLength: 1, maxLength: 3 }),
        type,
        (a, b, kind) => {
          const [before, after] = [said(a), said(b, kind)];
          const { differences, same, kinds } = compare(before, after);
          for (const one of same) assert.deepEqual(plain(inside(before, one.before)), plain(inside(after, one.after)));
          for (const one of differences) {
            if (one.before) inside(before, one.before);
            if (one.after) inside(after, one.after);
            assert.ok(one.before || one.after);
          }
          assert.deepEqual([...new Set(differences.map(({ kind }) => kind))].sort(), [...kinds].sort());
        },
      ),
    );
  });

  it('gives the same kinds read either way, whatever the text', () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        const [there, back] = [compare(a, b), compare(b, a)];
        assert.equal(there.change, back.change);
        assert.deepEqual(symmetric(there), [...back.kinds].sort());
        assert.equal(there.differences.length, back.differences.length);
      }),
    );
  });

  it('shows a negation that was put before a verb', () => {
    const plainText = fc.array(fc.constantFrom(...WORDS.filter((word) => !/^(?:nobody|never|if)$/.test(word))), {
      maxLength: 12,
    });
    const verb = fc.constantFrom('go', 'support', 'accept', 'leave', 'pay');
    fc.assert(
      fc.property(plainText, verb, plainText, fc.constantFrom('not', 'never'), (head, of, tail, negation) => {
        const before = said([['they', 'will', of, ...tail].join(' ')].map((rest) => [...head, rest].join(' ')));
        const after = said([[...head, 'they', 'will', negation, of, ...tail].join(' ')]);
        const { change, kinds } = compare(before, after);
        assert.equal(change, 'altered');
        assert.equal(kinds[0], 'negation');
      }),
    );
  });

  it('shows a digit that changed', () => {
    const number = fc.integer({ min: 1, max: 9_999_999 });
    fc.assert(
      fc.property(text, number, text, fc.nat(), fc.integer({ min: 1, max: 9 }), (head, value, tail, place, by) => {
        const digits = [...String(value)];
        const at = place % digits.length;
        digits[at] = String((Number(digits[at]) + by) % 10);
        const { kinds } = compare(said([`${head} ${value} ${tail}`]), said([`${head} ${digits.join('')} ${tail}`]));
        assert.ok(kinds.includes('number'), digits.join(''));
      }),
    );
  });

  it('of a run of words with the whole is an excerpt, or identical', () => {
    const words = WORDS.filter((word) => word !== '20');
    const list = fc.array(fc.constantFrom(...words, 'uh', "don't", 'again,', 'lake.', 'why?'), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(list, fc.nat(), fc.nat(), (all, x, y) => {
        const from = x % all.length;
        const to = from + 1 + (y % (all.length - from));
        const { change } = compare(said([all.join(' ')]), said([all.slice(from, to).join(' ')]));
        assert.ok(change === 'excerpt' || change === 'identical', change);
      }),
    );
  });
});
