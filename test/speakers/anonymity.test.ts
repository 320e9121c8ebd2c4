import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { resolveSpeakers } from '../../src/speakers/index.ts';
import { readDocument } from '../../src/text/index.ts';
import { resolved, weights } from './helper.ts';

/** What is written, and where it says why its last source is not named. */
const REASONS: readonly (readonly [text: string, reason: string])[] = [
  [
    '⟦An official, who was not authorised to speak publicly,⟧ ⟨said⟩ ⟪the deal was dead⟫.',
    'who was not authorised to speak publicly',
  ],
  [
    '⟦A senior official⟧, who was not authorized to discuss the talks, ⟨said⟩ ⟪the deal was dead⟫.',
    'who was not authorized to discuss the talks',
  ],
  ['⟦A senior official⟧ ⟨said⟩ on condition of anonymity that ⟪the deal was dead⟫.', 'on condition of anonymity'],
  [
    '⟪+“It is over,”⟫ said ⟦a ministry official⟧, speaking on condition of anonymity because the talks are private.',
    'speaking on condition of anonymity because the talks are private',
  ],
  [
    '⟦A diplomat⟧ ⟨said⟩ ⟪the envoy had left⟫. He spoke on the condition of anonymity to describe private meetings.',
    'He spoke on the condition of anonymity to describe private meetings',
  ],
  ['⟦A diplomat⟧ ⟨said⟩ ⟪the envoy had left⟫. The diplomat asked not to be named.', 'asked not to be named'],
  [
    'Speaking on condition of anonymity, ⟦a pilot⟧ ⟨said⟩ ⟪the engines had failed twice⟫.',
    'Speaking on condition of anonymity',
  ],
  [
    '⟦One aide⟧, speaking anonymously to protect her job, ⟨called⟩ ⟪the plan a mess⟫.',
    'speaking anonymously to protect her job',
  ],
  ['⟦a source who asked not to be identified⟧ ⟨said⟩ ⟪the bank was broke⟫.', 'who asked not to be identified'],
  [
    '⟦A nurse⟧ who requested anonymity for fear of losing her post ⟨said⟩ ⟪the ward was full⟫.',
    'who requested anonymity for fear of losing her post',
  ],
  [
    '⟦A soldier⟧, whose name was withheld for security reasons, ⟨said⟩ ⟪the bridge was gone⟫.',
    'whose name was withheld for security reasons',
  ],
  ['⟦A clerk⟧ who declined to be named ⟨said⟩ ⟪the files were burnt⟫.', 'who declined to be named'],
  ['⟦A clerk⟧, who did not want to be named, ⟨said⟩ ⟪the files were burnt⟫.', 'who did not want to be named'],
  [
    '⟦A clerk⟧ who did not want her name published ⟨said⟩ ⟪the files were burnt⟫.',
    'who did not want her name published',
  ],
  [
    '⟦A trader⟧ ⟨said⟩, asking that his name not be used, that ⟪prices would fall⟫.',
    'asking that his name not be used',
  ],
  [
    '⟦A guard⟧, who was granted anonymity because he feared reprisals, ⟨said⟩ ⟪the gate was open⟫.',
    'who was granted anonymity because he feared reprisals',
  ],
  ['⟦A lawyer⟧, speaking on background, ⟨said⟩ ⟪the case would settle⟫.', 'speaking on background'],
  [
    '⟦A company spokesman⟧ who wished to remain anonymous ⟨said⟩ ⟪the plant would shut⟫.',
    'who wished to remain anonymous',
  ],
  ['⟦A teacher⟧ ⟨said⟩ ⟪the roof leaked⟫ but would not give her name.', 'would not give her name'],
  [
    '⟦A witness⟧, who cannot be named for legal reasons, ⟨said⟩ ⟪he saw the car⟫.',
    'who cannot be named for legal reasons',
  ],
  [
    '⟦An analyst⟧ who lacked authority to speak to reporters ⟨said⟩ ⟪sales were down⟫.',
    'who lacked authority to speak to reporters',
  ],
  ['⟦A manager⟧ unauthorized to comment ⟨said⟩ ⟪pay was late⟫.', 'unauthorized to comment'],
  [
    '⟦An officer⟧ ⟨said⟩ ⟪two boats sank⟫, insisting on anonymity, citing navy rules.',
    'insisting on anonymity, citing navy rules',
  ],
  [
    '⟦A negotiator⟧, on condition that she not be identified, ⟨said⟩ ⟪the text was final⟫.',
    'on condition that she not be identified',
  ],
  [
    '⟦A negotiator⟧ ⟨said⟩ on condition he not be quoted by name that ⟪the text was final⟫.',
    'on condition he not be quoted by name',
  ],
  ['⟦A doctor⟧ ⟨told⟩ the paper under promise of anonymity that ⟪the drug failed⟫.', 'under promise of anonymity'],
  [
    '⟦The source⟧, not being permitted to talk to the press, ⟨said⟩ ⟪little more⟫.',
    'not being permitted to talk to the press',
  ],
  [
    '⟦A driver⟧ ⟨said⟩ ⟪the road was mined⟫ because she was not authorised to speak.',
    'because she was not authorised to speak',
  ],
  ['⟦An adviser⟧ agreed to speak only anonymously and ⟨said⟩ ⟪the vote was lost⟫.', 'agreed to speak only anonymously'],
  [
    '⟦Two officials who spoke on condition of anonymity⟧ ⟨said⟩ ⟪the vote was lost⟫.',
    'who spoke on condition of anonymity',
  ],
  ['⟦An aide⟧ ⟨said⟩ ⟪no⟫, and ⟦a clerk⟧ who asked not to be named ⟨said⟩ ⟪yes⟫.', 'who asked not to be named'],
];

/** Texts that hold similar words, and no reason for not naming the last source. */
const NONE: readonly string[] = [
  'An official asked not to be named. ⟦A clerk⟧ ⟨said⟩ ⟪yes⟫.',
  '⟦An official⟧ ⟨said⟩ ⟪yes⟫. Another official asked not to be named.',
  '⟦A lawyer⟧, citing client privilege, ⟨said⟩ on background that ⟪the case would settle⟫.',
  '⟦An official⟧ ⟨said⟩ ⟪he was not authorised to speak about the budget⟫.',
  '⟦An official⟧ ⟨said⟩: ⟪“I am not authorised to speak publicly.”⟫',
  '⟦A guard⟧, who was not allowed to enter the hall, ⟨said⟩ ⟪it was dark⟫.',
  '⟦A deputy⟧ who was not named to the board ⟨said⟩ ⟪he was glad⟫.',
  '⟦A writer⟧ who posted an anonymous letter ⟨said⟩ ⟪it was a joke⟫.',
  '⟦Irena Malk⟧, who was not authorised to speak publicly, ⟨said⟩ ⟪the deal was dead⟫.',
  '⟦A clerk⟧ who asked not to be named ⟨said⟩ ⟪yes⟫, and ⟦an aide⟧ ⟨said⟩ ⟪no⟫.',
  '⟦A clerk⟧ ⟨said⟩ ⟪yes⟫. The minister asked not to be named as a witness.',
  '⟦A suspect⟧ who has not been identified ⟨said⟩ ⟪he was innocent⟫.',
  '⟦A candidate⟧ who asked to be named in the suit ⟨said⟩ ⟪it was fair⟫.',
  '⟦An artist⟧ with background in law ⟨said⟩ ⟪it was fair⟫.',
  '⟦An official⟧ who was authorised to speak for the ministry ⟨said⟩ ⟪talks go on⟫.',
  '⟦A fan of anonymity⟧ ⟨said⟩ ⟪names are vain⟫.',
];

const plain = (marked: string): string => marked.replace(/[⟦⟧⟪⟫⟨⟩]|⟪\+/g, '');

describe('why a source is not named', () => {
  for (const [marked, reason] of REASONS) {
    it(`is told by "${plain(marked)}"`, () => {
      const { text, found } = resolved(marked);
      const { anonymity } = found.at(-1)!;
      assert.ok(anonymity);
      assert.equal(text.slice(...anonymity), reason);
    });
  }

  for (const marked of NONE) {
    it(`is not told by "${plain(marked)}"`, () => {
      assert.equal(resolved(marked).found.at(-1)!.anonymity, null);
    });
  }

  it('shows that the source is nobody whom the article names', () => {
    const text =
      'Olin Brandt, a senior official, met the press. ⟦The official⟧ ⟨said⟩ ⟪the deal was dead⟫. He left.\n' +
      '⟦The official⟧, speaking on condition of anonymity, ⟨said⟩ ⟪the deal was dead⟫.';
    assert.deepEqual(
      resolved(text).found.map(({ speaker }) => [speaker?.name, speaker?.kind]),
      [
        ['Olin Brandt', 'person'],
        ['The official', 'unnamed'],
      ],
    );
  });

  it('stays within its sentence and outside of what is said, whatever the words', () => {
    const words = fc.constantFrom(
      ...'an official who asked not to be named said on condition of anonymity because she was not authorised to speak that , . “ ”'.split(
        ' ',
      ),
    );
    const prose = fc.array(words, { minLength: 1, maxLength: 80 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(prose, fc.nat(300), fc.nat(60), (text, at, length) => {
        const start = Math.min(at, text.length - 1);
        const source: [number, number] = [start, Math.min(text.length, start + 1 + (length % 12))];
        const content: [number, number] = [source[1], Math.min(text.length, source[1] + length)];
        const attribution = { source: [source], cue: [], content: content[0] < content[1] ? [content] : [] };
        const about = { title: null, byline: null, outlet: null };
        const [found] = resolveSpeakers(readDocument(text), [attribution], about, weights);
        const { anonymity, speaker } = found!;
        if (!anonymity) return;
        assert.ok(speaker?.kind === 'unnamed' || speaker?.kind === 'group');
        assert.ok(anonymity[0] < content[0] || anonymity[0] >= content[1] || content[0] === content[1]);
        assert.ok(!/[.“”]/.test(text.slice(...anonymity)));
      }),
      { numRuns: 500 },
    );
  });
});
