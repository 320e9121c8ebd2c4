import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { SpeakerKind } from '../../src/model.ts';
import { namesOf, speakersOf } from './helper.ts';

const KINDS: readonly (readonly [SpeakerKind, string, string])[] = [
  [
    'unnamed',
    'a senior official who asked not to be named',
    '⟦a senior official who asked not to be named⟧ said the plan was dead.',
  ],
  ['unnamed', 'One of the guards', '⟦One of the guards⟧ said the gate was open.'],
  ['unnamed', 'A Western diplomat', '⟦A Western diplomat⟧ disagreed.'],
  ['group', 'voters', 'On the doorstep ⟦voters⟧ said they were tired.'],
  ['group', 'Democrats', 'In the chamber ⟦Democrats⟧ said they would object.'],
  ['group', 'Ukrainian leaders', '⟦Ukrainian leaders⟧ have argued otherwise.'],
  ['group', '62 percent of farmers', '⟦62 percent of farmers⟧ want the ban lifted.'],
  [
    'group',
    'Two people familiar with the matter',
    '⟦Two people familiar with the matter⟧ said the deal had collapsed.',
  ],
  ['document', 'A poll of 1,200 adults', '⟦A poll of 1,200 adults⟧ found that most had heard of it.'],
  ['document', 'the letter', 'It was a surprise that ⟦the letter⟧ said so.'],
  ['document', 'Court records', '⟦Court records⟧ show that he paid.'],
  ['organization', 'Reuters', 'The strike is over, ⟦Reuters⟧ reported.'],
  ['organization', 'World Harvest Organization', 'The ⟦World Harvest Organization⟧ said so.'],
];

describe('kinds', () => {
  for (const [kind, name, text] of KINDS) {
    it(`reads "${name}" as ${kind}`, () => {
      assert.deepEqual(speakersOf(text), [{ name, kind, role: null }]);
    });
  }

  it('reads a person by what stands around a name of any form', () => {
    const text = '⟦Xqilla Obrmvw, 44, a plumber from Dorset,⟧ said the pipes froze. ⟦Obrmvw⟧ blamed the council.';
    assert.deepEqual(
      speakersOf(text).map((speaker) => speaker!.kind),
      ['person', 'person'],
    );
  });

  it('reads "one" by itself as one who is not named', () => {
    const [aides, one] = speakersOf('⟦Two aides⟧ said no. ⟪+“We are done,”⟫ ⟦one⟧ said.');
    assert.deepEqual([aides!.kind, one!.kind], ['group', 'unnamed']);
  });

  it('takes no title, office or demonym for a name', () => {
    const text = 'The President met Ministers in Paris. Bashir Toure waited. ⟦He⟧ said the Foreign Minister was late.';
    assert.deepEqual(namesOf(text), ['Bashir Toure']);
  });
});

describe('roles', () => {
  const role = (text: string): string | null => speakersOf(text).at(-1)!.role;

  it('come from the apposition', () => {
    assert.equal(
      role('⟦Oksana Horbenko, secretary of the Council for River Security of Veloria,⟧ said no.'),
      'secretary of the Council for River Security of Veloria',
    );
    assert.equal(
      role('⟦Mikhail Arsenov, Russian deputy foreign minister,⟧ said so in Minsk.'),
      'Russian deputy foreign minister',
    );
    assert.equal(role('⟦Beatriz Fonseca, 52, a nurse from Porto,⟧ wept.'), 'nurse from Porto');
  });

  it('come from the title before the name', () => {
    assert.equal(role('⟦Ukrainian President Yaroslav Petrenko⟧ reiterated it.'), 'Ukrainian President');
    assert.equal(role('⟦US Secretary of State Adam Whitlock⟧ claimed it.'), 'US Secretary of State');
    assert.equal(role('⟦former deputy prime minister Rui Tavares⟧ wept.'), 'former deputy prime minister');
  });

  it('come from the phrase before a comma', () => {
    assert.equal(role('⟦The union’s chief negotiator, Sipho Dlamini,⟧ walked out.'), 'union’s chief negotiator');
  });

  it('go with the person to every other mention', () => {
    assert.equal(role('Kyiv Mayor Taras Bondar spoke. Later ⟦he⟧ wrote on Telegram.'), 'Kyiv Mayor');
  });

  it('are not courtesy titles', () => {
    assert.equal(role('⟦Mr. Anselm Grady⟧ said no.'), null);
  });

  it('leave courtesy titles to those who are given by one name alone', () => {
    assert.deepEqual(speakersOf('⟦Mrs. Grady⟧ said no. ⟦Anselm Okello⟧ agreed. ⟦Mr. Okello⟧ left.'), [
      { name: 'Grady', kind: 'person', role: null, courtesy: 'Mrs.' },
      { name: 'Anselm Okello', kind: 'person', role: null },
      { name: 'Anselm Okello', kind: 'person', role: null },
    ]);
  });
});

describe('a missing source', () => {
  it('is the speaker of a quotation that goes on in the next paragraph', () => {
    const text =
      '⟪+“We were told to wait,⟫” ⟦Ama Owusu⟧ ⟨said⟩. “Then the water came.\n' +
      '“Nobody was warned. ⟦⟧⟪+“⟫We lost the cattle.”';
    assert.equal(namesOf(text)[0], 'Ama Owusu');
    const next =
      'Ama Owusu said: ⟦Owusu⟧ ⟨said⟩ ⟪“We were told to wait. Then the water came.⟫\n⟦⟧⟪“Nobody was warned. We lost the cattle.”⟫';
    assert.deepEqual(namesOf(next), ['Ama Owusu', 'Ama Owusu']);
  });

  it('stays unresolved where nobody is known', () => {
    assert.deepEqual(speakersOf('⟪The market⟫ ⟦⟧⟨was expected⟩ to fall.'.replace('⟪The market⟫ ⟦⟧', 'The market ⟦⟧')), [
      null,
    ]);
  });
});
