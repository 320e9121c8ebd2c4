import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesOf, speakersOf } from './helper.ts';

/** Each text's one source gives a name with a description. */
const DESCRIBED: readonly (readonly [string, string])[] = [
  ['A glassblower, Bayani Teru, ⟨testified⟩ ⟪that the door was open.⟫', 'Bayani Teru'],
  ['⟪+“It was over,”⟫ said ⟦the winger, Oumar Sylla⟧.', 'Oumar Sylla'],
  ['⟦Her introducer, Dolo Marr,⟧ ⟨said⟩ ⟪it was late.⟫', 'Dolo Marr'],
  ['⟦Another hauler, Edda Brix of Lunde,⟧ ⟨said⟩ ⟪the road was shut.⟫', 'Edda Brix'],
  ['⟦Hurdler Wanjiru Tembo⟧ ⟨said⟩ ⟪she had slept.⟫', 'Wanjiru Tembo'],
  ['It rained. ⟦Thatcher Anselm Trug⟧ ⟨said⟩ ⟪roofs leaked.⟫', 'Anselm Trug'],
  ['⟦A nurse, Zofka,⟧ ⟨said⟩ ⟪the ward was full.⟫', 'Zofka'],
  ['⟦Its finance director, Hye-rin Oh,⟧ ⟨said⟩ ⟪the sum was small.⟫', 'Hye-rin Oh'],
];

describe('a source that describes and names', () => {
  for (const [text, name] of DESCRIBED) {
    it(`is ${name}`, () => {
      const marked = text.includes('⟦') ? text : text.replace(/^(.*?,.*?,)/, '⟦$1⟧');
      assert.deepEqual(speakersOf(marked)[0], { ...speakersOf(marked)[0], name, kind: 'person' });
    });
  }

  it('is no name where none stands for the description', () => {
    const text =
      '⟦A neighbour in Lunde, Veloria,⟧ ⟨said⟩ ⟪it was loud.⟫ ⟦A spokesman for the port, the largest in Veloria,⟧ ⟨said⟩ ⟪no.⟫';
    assert.deepEqual(namesOf(text), [
      'A neighbour in Lunde, Veloria',
      'A spokesman for the port, the largest in Veloria',
    ]);
  });

  it('keeps a name whose first word only looks like a description', () => {
    const text = '⟦Peter Lowen Hale⟧ ⟨said⟩ ⟪it was late.⟫ ⟦Black Rivers Matter⟧ ⟨said⟩ ⟪it would march.⟫';
    assert.deepEqual(namesOf(text), ['Peter Lowen Hale', 'Black Rivers Matter']);
  });

  it('is the one a phrase means whose head looks like an adjective', () => {
    const text = 'Tomas Brandt runs the campaign. ⟦The campaign chief, Tomas Brandt,⟧ ⟨said⟩ ⟪it went well.⟫';
    assert.deepEqual(namesOf(text), ['Tomas Brandt']);
  });
});
