import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesOf, speakersOf } from './helper.ts';

/** Each text names one person in full and then by less; all marked sources are that person. */
const TRADITIONS: readonly (readonly [string, string, string])[] = [
  [
    'Finnish',
    'Sanna Virtanen-Koski',
    'Prime Minister Sanna Virtanen-Koski said talks had failed. ⟦Virtanen-Koski⟧ spoke in Turku. ⟦The prime minister⟧ would not say more, and ⟦she⟧ left.',
  ],
  [
    'Nigerian',
    'Ngozi Adeyemi-Okafor',
    "Ngozi Adeyemi-Okafor, the country's finance minister, met bankers. ⟦Adeyemi-Okafor⟧ said inflation had peaked. ⟦The minister⟧ added that rates would fall.",
  ],
  [
    'Chinese',
    'Wang Li',
    'Foreign Minister Wang Li flew to Astana. ⟦Wang⟧ said his country would invest. ⟦Mr. Wang⟧ gave no figure.',
  ],
  [
    'Arabic',
    'Khalid bin Rashid al-Mansouri',
    'Khalid bin Rashid al-Mansouri, the oil minister, said output would rise. ⟦Al-Mansouri⟧ denied a rift. ⟦Khalid bin Rashid⟧ said so twice.',
  ],
  [
    'Ghanaian',
    'Kwame Mensah-Boateng',
    'Dr. Kwame Mensah-Boateng warned of a second wave. ⟦Mensah-Boateng⟧ said masks helped. ⟦Dr. Mensah-Boateng⟧ runs a clinic.',
  ],
  [
    'Korean',
    'Yoon Hye-jin',
    'Yoon Hye-jin, a spokeswoman for the Unification Ministry, said there was no contact. ⟦Yoon⟧ said nobody had answered.',
  ],
  [
    'Vietnamese',
    'Nguyen Thi Lan',
    'Nguyen Thi Lan, deputy head of the trade delegation, said tariffs hurt. ⟦Lan⟧ said exporters were worried. ⟦Ms. Lan⟧ flew home.',
  ],
  [
    'Brazilian',
    'Renan Oliveira dos Santos',
    'Senator Renan Oliveira dos Santos accused the court of bias. ⟦Oliveira dos Santos⟧ vowed an appeal. ⟦The senator⟧ spoke at dawn.',
  ],
  [
    'German',
    'Friedhelm von Aachenbach',
    'Chancellor Friedhelm von Aachenbach offered help. ⟦Von Aachenbach⟧ said the budget allowed it. ⟦The German chancellor⟧ smiled.',
  ],
  [
    'Icelandic',
    'Jóhanna Sigurbjörnsdóttir',
    'Jóhanna Sigurbjörnsdóttir, the mayor of Akureyri, counted tourists. ⟦Sigurbjörnsdóttir⟧ said hotels were full. ⟦The mayor⟧ wants a tax.',
  ],
  [
    'Ukrainian',
    'Taras Shevchuk-Bondar',
    'Kyiv Mayor Taras Shevchuk-Bondar said power was back. ⟦Shevchuk-Bondar⟧ thanked engineers. ⟦He⟧ wrote on Telegram.',
  ],
  [
    'Mexican',
    'Lucía Ibarra Montes de Oca',
    'President Lucía Ibarra Montes de Oca met union leaders. ⟦Ibarra⟧ said wages would rise. ⟦Ibarra Montes de Oca⟧ then flew home.',
  ],
  [
    'Congolese',
    'Dieudonné Kabongo Mbuyi',
    'Archbishop Dieudonné Kabongo Mbuyi prayed in Kinshasa. ⟦Kabongo⟧ called for calm. ⟦The archbishop⟧ said the vote was stolen.',
  ],
  [
    'Irish',
    "Ciarán O'Sullivan-Byrne",
    "Ciarán O'Sullivan-Byrne, secretary general of the union, addressed nurses. ⟦O'Sullivan-Byrne⟧ said pay had fallen.",
  ],
  ['Turkish', 'Elif Yıldız', 'Elif Yıldız runs the bakery. ⟦Yıldız⟧ said flour had doubled.'],
  [
    'Indian',
    'Priya Venkataraman',
    'Priya Venkataraman, 38, a farmer from Salem, waited all night. ⟦Venkataraman⟧ said nobody came, and ⟦she⟧ wept.',
  ],
  [
    'Dutch',
    'Joost van der Meulen',
    'Joost van der Meulen, who chairs the board, resigned. ⟦Van der Meulen⟧ gave no reason. ⟦He⟧ said only that it was time.',
  ],
  [
    'Czech',
    'Tomáš Procházka',
    'The opposition leader, Tomáš Procházka, said voters wanted change. ⟦Procházka⟧ refused to say more.',
  ],
];

describe('names of persons', () => {
  for (const [tradition, name, text] of TRADITIONS) {
    it(`joins the parts of a ${tradition} name`, () => {
      const names = namesOf(text);
      assert.deepEqual(
        names,
        names.map(() => name),
      );
    });
  }

  it('tells bearers of one family name apart by title and by given name', () => {
    const text =
      'Rohan Patel has run the mine since 2009. His wife, Priya Patel, chairs the charity. ' +
      '⟦Mr. Patel⟧ said nobody had complained. ⟦Mrs. Patel⟧ said the river was clean. ⟦Priya⟧ laughed.';
    assert.deepEqual(namesOf(text), ['Rohan Patel', 'Priya Patel', 'Priya Patel']);
  });

  it('takes forms of one given name together, and the fuller form', () => {
    const text = 'Ken Albright paid the fine. ⟦Kenneth Albright⟧ said it was unjust. ⟦Albright⟧ will appeal.';
    assert.deepEqual(namesOf(text), ['Kenneth Albright', 'Kenneth Albright']);
  });

  it('keeps namesakes with other suffixes apart', () => {
    const text =
      'The Rev. Charles Harmon Jr. preached first. ⟦Charles Harmon III⟧ thanked the choir. ⟦The Rev. Charles Harmon Jr.⟧ agreed.';
    assert.deepEqual(namesOf(text), ['Charles Harmon III', 'Charles Harmon Jr.']);
  });

  for (const name of [
    'Amos Porter King Jr.',
    'Rebecca Hunter Solberg',
    'Justin Fisher Brandt III',
    'Clara Judge Okello',
  ]) {
    it(`reads ${name} whole, though a word of it can be a title`, () => {
      assert.deepEqual(speakersOf(`⟦${name}⟧ said the plan was sound.`), [{ name, kind: 'person', role: null }]);
    });
  }

  it('still takes a title between a place and a name for a title', () => {
    const text = '⟦Charlotte Mayor Nneka Roberts⟧ said no. ⟦Dean Robert Solberg⟧ agreed.';
    assert.deepEqual(speakersOf(text), [
      { name: 'Nneka Roberts', kind: 'person', role: 'Charlotte Mayor' },
      { name: 'Robert Solberg', kind: 'person', role: 'Dean' },
    ]);
  });

  for (const name of ['Agnes Hill', 'Beatrice Hall', 'Henrik Day', 'Jonas Lane', 'Clara M. Park']) {
    it(`takes ${name} for a person`, () => {
      assert.deepEqual(speakersOf(`⟦${name}⟧ said the plan was sound.`), [{ name, kind: 'person', role: null }]);
    });
  }

  it('takes streets for none', () => {
    assert.equal(speakersOf('⟦Charlotte Avenue⟧ said the plan was sound.')[0]!.kind, 'organization');
  });

  it('keeps a woman and a man apart whose given names begin alike', () => {
    for (const [one, other] of [
      ['Paul', 'Paula'],
      ['Daniel', 'Danielle'],
      ['Mario', 'Maria'],
    ]) {
      const text = `⟦${one} Solberg⟧ owns the mill. ⟦${other} Solberg⟧ said it would close.`;
      assert.deepEqual(namesOf(text), [`${one} Solberg`, `${other} Solberg`]);
    }
    const short = '⟦Alex Solberg⟧ owns the mill. ⟦Alexandra Solberg⟧ said it would close.';
    assert.deepEqual(namesOf(short), ['Alexandra Solberg', 'Alexandra Solberg']);
  });

  it('finds a name that looks like another word at the opening of a sentence', () => {
    const text =
      'The press secretary, Nina Cook, told reporters to wait. ⟦Cook⟧ declined to say why. ⟦Cook⟧ said it was late.';
    assert.deepEqual(namesOf(text), ['Nina Cook', 'Nina Cook']);
  });

  it('finds the family name in a title in capitals', () => {
    const text =
      '⟦Danjuma⟧ Rejects New Border Talks With Neighbour\n\nIbrahim Danjuma, the defence minister, refused to meet.';
    assert.deepEqual(namesOf(text), ['Ibrahim Danjuma']);
  });

  it('gives everyone in a list by the full name', () => {
    const text =
      'Marta Lindqvist and Senator Pavel Horák voted no. ⟦Lindqvist and Horák⟧ said the bill was rushed. ' +
      '⟦Horák, Lindqvist and Amadou Kebede⟧ signed a letter.';
    assert.deepEqual(namesOf(text), ['Marta Lindqvist; Pavel Horák', 'Pavel Horák; Marta Lindqvist; Amadou Kebede']);
  });

  it('takes a given name that is a short month too', () => {
    const text =
      "⟦Jan O'Hollis⟧ said the mayor was busy. The work was to begin in Jan. 2030 and end by Jan 2031. " +
      'Later on that day ⟦her spokesman, Jan Quist,⟧ said so too.';
    assert.deepEqual(namesOf(text), ["Jan O'Hollis", 'Jan Quist']);
  });

  it('gives the members of a family that is named in the plural', () => {
    const text = 'Rashid Karimi and Laila Karimi lost their son. ⟦The Karimis⟧ said they would sue.';
    const [speaker] = speakersOf(text);
    assert.equal(speaker!.kind, 'group');
    assert.deepEqual(speaker!.name.split('; ').sort(), ['Laila Karimi', 'Rashid Karimi']);
  });
});

describe('names of organizations', () => {
  it('joins an acronym to the long name', () => {
    const text = 'The International Grain Council (IGC) cut its forecast. ⟦The IGC⟧ said stocks would fall.';
    assert.deepEqual(speakersOf(text), [{ name: 'International Grain Council', kind: 'organization', role: null }]);
  });

  it('joins a short form to the long name, and keeps an article that is part of it', () => {
    const text =
      'It was first told by The Harbour Times. ⟦The Times⟧ said it had seen the letter. ⟦The newspaper⟧ gave no date.';
    assert.deepEqual(namesOf(text), ['The Harbour Times', 'The Harbour Times']);
  });

  it('reads names over "and" and "of"', () => {
    const text =
      'Amina Sow, secretary of the River Safety and Dredging Council of Veloria, resigned. ' +
      '⟦The River Safety and Dredging Council⟧ said it was told on Friday.';
    assert.equal(namesOf(text)[0], 'River Safety and Dredging Council of Veloria');
  });

  it('parts two organizations that "and the" joins', () => {
    const text =
      '⟦The Guild of Smiths and the Dorn Chamber⟧ said no. ⟦The Ministry of Health and the Environment⟧ said yes.';
    assert.deepEqual(namesOf(text), ['Guild of Smiths; Dorn Chamber', 'Ministry of Health and the Environment']);
  });

  it('lets countries and capitals speak as organizations', () => {
    const text = '⟦Kyiv⟧ has underscored that talks must wait. ⟦Russia⟧ maintains that it is open to them.';
    assert.deepEqual(speakersOf(text), [
      { name: 'Kyiv', kind: 'organization', role: null },
      { name: 'Russia', kind: 'organization', role: null },
    ]);
  });

  it("gives a person's own organization the person's full name", () => {
    const text =
      'Ines Carvalho is running for president. ⟦The Carvalho campaign⟧ raised a million. ⟦Her campaign⟧ said donors were small. ' +
      '⟦The campaign⟧ bought airtime.';
    assert.deepEqual(namesOf(text), ['Ines Carvalho campaign', 'Ines Carvalho campaign', 'Ines Carvalho campaign']);
  });
});
