import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fold, foldedWords, foldName } from '../../src/store/fold.ts';

describe('folding', () => {
  it('brings together what readers take for the same', () => {
    const same = [
      ['Łukasz DVOŘÁK', 'lukasz dvorak'],
      ['Straße', 'STRASSE'],
      ['Straße', 'STRAẞE'],
      ['İstanbul', 'istanbul'],
      ['ﬁnance', 'finance'],
      ['e\u0301', 'É'],
      ['Dani\u00adlov\u200b', 'danilov'],
      ['Ωμέγας', 'ωμεγασ'],
      ['Ёлкин', 'Елкин'],
      ['مُحَمَّد', 'محمد'],
    ] as const;
    for (const [a, b] of same) assert.equal(fold(a), fold(b));
  });

  it('keeps apart what are different letters', () => {
    const different = [
      ['कि', 'का'],
      ['か', 'が'],
      ['は', 'ぱ'],
      ['Danvar', 'Danver'],
    ] as const;
    for (const [a, b] of different) assert.notEqual(fold(a), fold(b));
  });

  it('changes nothing the second time', () => {
    for (let code = 0; code <= 0x10ffff; code++) {
      const once = fold(String.fromCodePoint(code));
      assert.equal(fold(once), once, `U+${code.toString(16)}`);
    }
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(fold(fold(text)), fold(text));
        assert.equal(foldName(foldName(text)), foldName(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('cuts words at signs and spaces', () => {
    assert.deepEqual(foldedWords('Cease-fire: it didn’t “hold”, 66,000 किसान\0x_y'), [
      ...['cease', 'fire', 'it', 'didn', 't', 'hold', '66', '000', 'किसान', 'x', 'y'],
    ]);
  });

  it('compares names with apostrophes, hyphens and spaces of any kind', () => {
    assert.equal(foldName(' Ora  O’Brien\u2011Šmíd\n'), "ora o'brien-smid");
    assert.equal(foldName('\u200b'), '\u200b', 'a name of which nothing is left stays what it was');
    assert.equal(foldName('★'), '★');
  });
});
