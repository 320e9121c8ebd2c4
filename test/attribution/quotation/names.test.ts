import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isName } from '../../../src/attribution/quotation/names.ts';
import { quotationState, quotedRanges } from '../../../src/attribution/quotation/quotation-marks.ts';
import { readDocument } from '../../../src/text/index.ts';

/** Texts with one pair of marks, and whether it stands around a name. */
const CASES: [text: string, name: boolean][] = [
  ['She spoke on “The Morning Tide” about it.', true],
  ['The film “Two Rivers and a Bridge” opened.', true],
  ['His memoir, “Second Oar,” came out.', true],
  ['William “Rudder” Hale left.', true],
  ['Hale said “We Will Not Sign” twice.', false],
  ['The film was “a long night out.”', false],
  ['She counts on “Order” in the house.', false],
  ['“Rudder” Hale left.', false],
];

describe('names in quotation marks', () => {
  for (const [text, name] of CASES) {
    it(`${text} ${name ? 'holds one' : 'holds none'}`, () => {
      const document = readDocument(text);
      const [span] = quotedRanges(document);
      assert.equal(isName(span!, text), name);
      assert.equal(
        quotationState(document).every((state) => state === 0),
        name,
        'the marks of a name count for nothing',
      );
    });
  }
});
