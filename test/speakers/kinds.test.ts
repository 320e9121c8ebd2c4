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

describe('a lone name that no list holds', () => {
  const kindIn = (text: string): string => speakersOf(text).at(-1)!.kind;
  const cases: readonly (readonly [SpeakerKind, string])[] = [
    [
      'organization',
      'The truce in Marrovia held. ⟦Marrovia⟧ said no soldier had crossed. Roads across Marrovia are shut.',
    ],
    ['organization', 'Marrov’s parliament met on Monday. ⟦Marrov⟧ said no soldier had crossed the line.'],
    ['organization', 'Marrov’s foreign minister left. A Marrovi patrol was fired on. ⟦Marrov⟧ said nobody was hurt.'],
    ['organization', '⟦Kestrel⟧ said it plans to open two stores.'],
    ['organization', 'Kestrel’s shares fell by a tenth, and so did Kestrel’s sales. ⟦Kestrel⟧ blamed the weather.'],
    ['organization', 'Chelsea have won again. ⟦Chelsea⟧ said they would not sell him. Chelsea are second.'],
    ['person', 'Could Marro have known of it? ⟦Marro⟧ said no. Did Marro have help?'],
    ['person', 'Dorn and Marro have met. ⟦Marro⟧ said he would stay.'],
    ['organization', 'Rights group ⟦Odhikar-Watch⟧ said no. Odhikar-Watch keeps a list.'],
    ['organization', '⟦Downing Street⟧ said the minister would stay.'],
    ['organization', 'Voters wait. ⟦The ferry’s owner, Starlite Lines,⟧ said no.'],
    ['person', 'The vote was close. ⟦Kestrel⟧ said it would be hard.'],
    ['person', 'Mr. Marro has no place in the coalition. In Marro nobody trusts. ⟦Marro⟧ said he would stay.'],
    ['person', 'Mr. Marro lost. Voters had little trust in Marro and no faith in Marro. ⟦Marro⟧ said he would stay.'],
    ['person', 'Marro’s shares fell. Marro’s chief of staff left. ⟦Marro⟧ said he would stay.'],
    ['person', 'Marro’s government fell. ⟦Marro⟧ said he would stay.'],
  ];
  for (const [kind, text] of cases) it(`is read as ${kind} in “${text}”`, () => assert.equal(kindIn(text), kind));

  it('is no other place’s government', () => {
    const text = 'Marrov’s parliament met. ⟦Marrov⟧ said no. The line was quiet. ⟦The Veltrian government⟧ disagreed.';
    assert.deepEqual(namesOf(text), ['Marrov', 'The Veltrian government']);
  });
});

describe('names of bodies and documents', () => {
  it('are those of the body named last, where only its noun comes again', () => {
    const text =
      '⟦The Ministry of Defence of Marrovia⟧ said no. ⟦The Ministry⟧ gave no date. The Council of Elders met. ⟦The Council⟧ agreed.';
    assert.deepEqual(namesOf(text).slice(1), [namesOf(text)[0], 'Council of Elders']);
  });

  it('keep the number of a decree, which is a document and no person', () => {
    const text = 'Prime Minister Ilan Dorr signed Decree No. 114, ⟦which⟧ forbids officers to travel.';
    assert.deepEqual(speakersOf(text), [{ name: 'Decree No. 114', kind: 'document', role: null }]);
  });

  it('leave out what courtesy puts before a name', () => {
    assert.deepEqual(namesOf('The king and Her Excellency Ina Dorr left. ⟦Her Excellency Ina Dorr⟧ said so.'), [
      'Ina Dorr',
    ]);
  });
});

describe('persons', () => {
  for (const text of [
    'The men who shot Tesfalem Woldu are in jail. Relatives of Tesfalem Woldu are waiting. ⟦Mr. Woldu, 41,⟧ said he was in pain.',
    'Lawyers for Zorvan Dahlin have appealed. ⟦Zorvan Dahlin⟧ said no.',
    'Outside court Tesfalem Woldu wept. ⟦Tesfalem Woldu⟧ said no.',
    'Will Hunter lost his job. ⟦Will⟧ said he was sad.',
    '⟦Chris Lines⟧ said he was glad.',
    'Guardini’s squad was beaten. ⟦Guardini⟧ said his players were tired.',
  ])
    it(`stay persons in “${text}”`, () => assert.equal(speakersOf(text)[0]!.kind, 'person'));

  it('of two peoples are a group, and so are senior figures', () => {
    const text = '⟦Israeli and Palestinian officials⟧ said talks failed. ⟦Senior figures from the party⟧ agreed.';
    assert.deepEqual(
      speakersOf(text).map((speaker) => speaker!.kind),
      ['group', 'group'],
    );
  });
});

describe('nouns that stand for two things', () => {
  for (const [kind, name, text] of [
    ['organization', 'the coast guard', 'The boat sank, ⟦the coast guard⟧ said. A guard wept.'],
    ['document', 'figures from the Office of Statistics', 'Posts went, ⟦figures from the Office of Statistics⟧ show.'],
    ['group', 'senior figures in the party', 'He must go, ⟦senior figures in the party⟧ said.'],
    ['unnamed', 'the 24-year-old Czech', '“I got the ball,” ⟦the 24-year-old Czech⟧ said.'],
    ['unnamed', 'One worker', 'One worker at the Hull plant, ⟦who⟧ asked not to be named, said no.'],
  ] as const)
    it(`reads “${name}” as ${kind}`, () => {
      assert.deepEqual(speakersOf(text), [{ name, kind, role: null }]);
    });

  it('call a club by the last word of its name', () => {
    const text = 'Harwick Rovers manager Dale Pritchett left. ⟦Rovers⟧ said no more.';
    assert.deepEqual(namesOf(text), ['Harwick Rovers']);
  });
});

describe('a noun that opens a sentence', () => {
  for (const [kind, noun] of [
    ['group', 'Lawmakers'],
    ['group', 'Mourners'],
    ['group', 'Demonstrators'],
    ['group', 'Americans'],
    ['document', 'Polls'],
  ] as const)
    it(`is no name for its capital: “${noun}” is a ${kind}`, () => {
      assert.deepEqual(speakersOf(`⟦${noun}⟧ said so on Monday.`), [{ name: noun, kind, role: null }]);
    });

  for (const name of ['Mendes', 'Roberts', 'Waters'])
    it(`is a name where it is known as one: “${name}”`, () => {
      assert.equal(speakersOf(`⟦${name}⟧ said so on Monday.`)[0]!.kind, 'person');
    });

  it('is a name where the text writes it so further on in a sentence', () => {
    assert.equal(speakersOf('A letter from Farrers came. ⟦Farrers⟧ said he would stay.')[0]!.kind, 'person');
    assert.equal(speakersOf('Lena Banks spoke first. ⟦Banks⟧ said she would stay.')[0]!.kind, 'person');
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
