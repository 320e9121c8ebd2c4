import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { align, readUnits, sameKey } from '../../../src/linking/align/index.ts';

const keys = (...words: string[]): string[] => readUnits(words).units.map(({ key }) => key);

/** The words of `a` that the alignment finds in `b` at the same place of the order. */
const kept = (a: string, b: string): string[] => {
  const [left, right] = [keys(a), keys(b)];
  return [...align(left, right, sameKey).links].flatMap((to, at) => (to < 0 ? [] : [left[at]!]));
};

describe('the words of a content', () => {
  const same: [string, string, string][] = [
    ['contractions', "I don't, won't and can't; it's over", 'I do not, will not and cannot; it’s over'],
    ['numbers in words', 'two million people, twenty-one of them', '2,000,000 people, 21 of them'],
    ['numbers with a scale', '2.5 million', '2,500,000'],
    ['per cent', '20 percent, thirty per cent', '20%, 30 percent'],
    ['currencies', '$2.5 million', '2,500,000 dollars'],
    ['ordinals', 'the third of five', 'the 3rd of 5'],
    ['spelling of two countries', 'the colour of organised labour travelled', 'the color of organized labor traveled'],
    ['capitals and marks', '“The Prime Minister—she is here…”', 'the prime minister - she is here'],
    ['asides', 'We will (applause) win [sic] it', 'We will win it'],
    ['ends changed by an editor', '[T]he talk[s] go on', 'the talks go on'],
    ['abbreviations', 'the U.S. and the U.K.', 'the US and the UK'],
  ];
  for (const [what, a, b] of same) it(`are the same in both: ${what}`, () => assert.deepEqual(keys(a), keys(b)));

  it('keep numbers apart that differ in one digit, in unit or in currency', () => {
    const figures = ['20', '21', '20%', '$20', '£20', '20th', '20s', '2.0 million', '20 million', '2.01 million'];
    assert.equal(new Set(figures.map((figure) => keys(figure).join(' '))).size, figures.length);
  });

  it('keep the country and the pronoun apart', () => assert.notDeepEqual(keys('US'), keys('us')));

  it('are slices of the pieces, in order, whatever the text', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[a-z '’.…[\]()$%0-9,-]{0,40}$/));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (words) => {
        const { units, marks } = readUnits(words);
        assert.equal(marks.length, units.length + 1);
        let [lastPiece, lastEnd] = [0, 0];
        for (const { form, key, place } of units) {
          const [at, start, end] = place;
          assert.equal(words[at]!.slice(start, end), form);
          assert.ok(key && start < end && (at > lastPiece || start >= lastEnd));
          [lastPiece, lastEnd] = [at, end];
        }
      }),
    );
  });
});

describe('an alignment', () => {
  it('keeps a run together where its words stand twice', () => {
    const cut = 'the talks in the capital';
    assert.deepEqual(kept(`the talks began, the talks ended, and ${cut} failed`, cut), keys(cut));
  });

  it('finds what was moved', () => {
    const [a, b] = [keys('coal companies and coal miners'), keys('coal miners and coal companies')];
    assert.deepEqual(align(a, b).moves, [
      { a: 4, b: 1, length: 1 },
      { a: 1, b: 4, length: 1 },
    ]);
  });

  it('links words in order and once, moves words once, and finds all of a part', () => {
    const word = fc.constantFrom(...'the of we talk peace north not lake miners 20 and'.split(' '));
    const list = fc.array(word, { maxLength: 40 });
    fc.assert(
      fc.property(list, list, fc.nat(40), fc.nat(40), (a, b, x, y) => {
        const { links, moves } = align(a, b);
        let last = -1;
        const [usedA, usedB] = [new Set<number>(), new Set<number>()];
        for (const [at, to] of links.entries()) {
          if (to < 0) continue;
          assert.ok(to > last && a[at] === b[to]);
          last = to;
          usedA.add(at);
          usedB.add(to);
        }
        for (const { a: at, b: to, length } of moves) {
          for (let more = 0; more < length; more++) {
            assert.equal(a[at + more], b[to + more]);
            assert.ok(!usedA.has(at + more) && !usedB.has(to + more));
            usedA.add(at + more);
            usedB.add(to + more);
          }
        }
        const part = a.slice(Math.min(x, y), Math.max(x, y));
        const found = [...align(a, part).links].filter((to) => to >= 0);
        assert.deepEqual(found, [...part.keys()]);
      }),
    );
  });

  it('is bounded where words are many: it finds the same around a change', () => {
    const words = Array.from({ length: 30_000 }, (_, at) => (at % 2 ? `w${(at * 7919) % 5003}` : 'the'));
    const { links } = align(words, words.toSpliced(15_000, 3, 'other'));
    assert.equal([...links].filter((to) => to < 0).length, 3);
  });
});
