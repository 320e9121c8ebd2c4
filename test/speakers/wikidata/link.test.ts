import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { wikidataSearches } from '../../../src/speakers/index.ts';
import { CHECKED, held, id, link, named, offered, organization, person, speaker, taken } from './items.ts';

const MAYOR = person(1, 'Ilse Quandt', {
  description: 'Kalvinian politician',
  occupations: named('politician'),
  positions: [held('Mayor of Norta', 2027, null)],
  citizenships: named('Kalvin'),
  born: [1981, 1981],
});
const BOTANIST = person(2, 'Ilse Quandt', {
  description: 'Merrowese botanist',
  occupations: named('botanist'),
  born: [1970, 1970],
});

describe('an item is taken', () => {
  it('for a role, held at the time, with what speaks for it', () => {
    assert.deepEqual(taken(link(speaker('Ilse Quandt', ['mayor of Norta']), [BOTANIST, MAYOR])), {
      item: id(1),
      label: 'Ilse Quandt',
      description: 'Kalvinian politician',
      confidence: taken(link(speaker('Ilse Quandt', ['mayor of Norta']), [MAYOR, BOTANIST])).confidence,
      reasons: [
        'its label “Ilse Quandt” is the name',
        'it is a human',
        'alive in the years of the statements (born 1981)',
        '“mayor of Norta” fits the position “Mayor of Norta” (2027–)',
      ],
      checkedAt: CHECKED,
    });
  });

  for (const [role, description] of [
    ['Norwegian foreign minister', 'foreign minister of Norway'],
    ['spokeswoman for the Ministry of Tides', 'spokesperson of the tides ministry'],
    ['Prof. of economics', 'Kalvinian professor of economics'],
    ['a Kalvinian novelist', 'novelist from Kalvin'],
    ['Sen. from Merrow', 'Merrowese senator'],
  ] as const) {
    it(`“${role}” fits “${description}”`, () => {
      const other = person(2, 'Ilse Quandt', { description: 'rower', occupations: named('rower') });
      assert.equal(
        taken(link(speaker('Ilse Quandt', [role]), [other, person(1, 'Ilse Quandt', { description })])).item,
        id(1),
      );
    });
  }

  it('by an alias, and for a name without its middle name or in another order', () => {
    const more = { description: 'mayor of Norta', sitelinks: 9 };
    for (const [spelt, label, aliases] of [
      ['Ilse Quandt', 'Ilse Maria Brandt', ['Ilse QUANDT']],
      ['Ilse M. Quandt', 'Ilse Maria Quandt', []],
      ['Ilse Quandt', 'Ilse Maria Quandt', []],
      ['I.M. Quandt', 'I. M. Quandt', []],
      ['Tran Van Minh', 'Minh Van Tran', []],
      ['Łucja D’Arvé', 'Lucja Darve', []],
    ] as const)
      taken(link(speaker(spelt, ['mayor of Norta']), [person(1, label, { ...more, aliases })]));
  });

  it('for an organization by its name, and what it is', () => {
    const who = speaker('the Ministry of Tides', [], { kind: 'organization' });
    const ministry = organization(1, 'Ministry of Tides', 'government ministry of Kalvin', {
      aliases: ['MoT', 'Tides Ministry'],
    });
    const film = organization(2, 'Ministry of Tides', 'film');
    assert.equal(taken(link(who, [film, ministry])).item, id(1));
    const short = link(speaker('MoT', [], { kind: 'organization' }), [ministry]);
    assert.match(offered(short).reason, /^Nothing but the name/);
    assert.equal(
      taken(link(speaker('M.O.T.', ['government ministry'], { kind: 'organization' }), [ministry])).item,
      id(1),
    );
  });

  it('of a country, where it speaks for its government, and of a person never for an organization', () => {
    const who = speaker('Kalvin', [], { kind: 'organization' });
    assert.equal(taken(link(who, [organization(1, 'Kalvin', 'sovereign state'), person(2, 'Kalvin')])).item, id(1));
    assert.match(offered(link(who, [person(2, 'Kalvin')])).reason, /one is no organization \(human\)/);
  });
});

describe('no item is taken, and those that fit are offered', () => {
  it('where two of a name fit alike', () => {
    const twin = { ...MAYOR, id: id(3), sitelinks: 200 };
    const result = offered(link(speaker('Ilse Quandt', ['mayor of Norta']), [MAYOR, twin]));
    assert.match(result.reason, /fit alike, or nearly; a role would tell them apart/);
    assert.deepEqual(result.candidates.map(({ item }) => item).toSorted(), [id(1), id(3)]);
    assert.ok(result.candidates.every(({ reasons }) => reasons.length > 2));
  });

  it('where nothing but the name speaks for a person, however well known and alone', () => {
    const result = offered(link(speaker('Ilse Quandt'), [{ ...MAYOR, sitelinks: 300 }]));
    assert.equal(result.reason, `Nothing but the name speaks for Ilse Quandt (${id(1)}).`);
    assert.equal(result.candidates.length, 1);
  });

  it('where the role is against it', () => {
    assert.match(
      offered(link(speaker('Ilse Quandt', ['a baker from Halden']), [MAYOR])).candidates[0]!.reasons.at(-1)!,
      /nothing of “a baker from Halden”/,
    );
  });

  it('where one slip among many roles is for it', () => {
    const roles = [
      { words: 'mayor of Norta', statements: 1, years: null },
      { words: 'baker', statements: 30, years: null },
    ];
    offered(link(speaker('Ilse Quandt', [], { roles }), [MAYOR]));
  });

  it('where a spelling that is rare is for it', () => {
    const who = speaker({ 'Else Quandt': 40, 'Ilse Quandt': 1 }, ['mayor of Norta']);
    assert.equal(offered(link(who, [MAYOR])).candidates.length, 0);
  });

  it('where more items of the name were not looked at, and the role is a common one', () => {
    const who = speaker('Ilse Quandt', ['politician']);
    assert.equal(taken(link(who, [{ ...MAYOR, sitelinks: 9 }])).item, id(1));
    assert.match(offered(link(who, [{ ...MAYOR, sitelinks: 9 }], false)).reason, /More items have the name/);
  });

  it('where a surname stands alone', () => {
    assert.equal(offered(link(speaker('Quandt', ['mayor of Norta']), [MAYOR])).candidates.length, 0);
  });

  it('where only surname and initial are the same', () => {
    const who = speaker('I. Quandt', ['politician']);
    assert.ok(offered(link(who, [MAYOR])).candidates[0]!.confidence < 0.5);
  });

  it('where the country is another', () => {
    const norwegian = { ...MAYOR, positions: [], citizenships: named('Norway'), description: 'politician' };
    assert.equal(taken(link(speaker('Ilse Quandt', ['Norwegian politician']), [norwegian])).item, id(1));
    const result = offered(link(speaker('Ilse Quandt', ['Danish politician']), [norwegian]));
    assert.match(result.candidates[0]!.reasons.at(-1)!, /citizen of Norway, and the role says “danish”/);
  });

  it('where an organization’s name says only what it is, however well known', () => {
    for (const name of ['Health Department', 'the Parliament', 'Defence Ministry']) {
      const item = organization(1, name.replace('the ', ''), 'government agency', { sitelinks: 90 });
      const result = offered(link(speaker(name, ['government agency'], { kind: 'organization' }), [item]));
      assert.match(result.candidates[0]!.reasons.at(-1)!, /many organizations/);
    }
  });

  it('for speakers of other kinds', () => {
    for (const kind of ['group', 'document', 'unnamed', 'author', 'unknown'] as const) {
      assert.match(
        offered(link(speaker('Ilse Quandt', [], { kind }), [MAYOR])).reason,
        /^Only persons and organizations/,
      );
      assert.deepEqual(wikidataSearches(speaker('Ilse Quandt', [], { kind })), []);
    }
  });
});

describe('a citizen of a country', () => {
  for (const [role, country, fits] of [
    ['U.S. senator', 'United States of America', true],
    ['US senator', 'United States', true],
    ['Scottish novelist', 'United Kingdom of Great Britain and Northern Ireland', true],
    ['foreign minister of China', "People's Republic of China", true],
    ['Kalvinian minister', 'Kalvin', true],
    ['minister of Kalvin', 'Kalvin', true],
    ['United Nations envoy', 'United States', false],
    ['one of us', 'United States', false],
    ['Nigerian minister', 'Niger', false],
    ['European commissioner', 'Germany', false],
  ] as const)
    it(`${fits ? 'may be' : 'need not be'} “${role}”: ${country}`, () => {
      const found = link(speaker('Ilse Quandt', [role]), [person(1, 'Ilse Quandt', { citizenships: named(country) })]);
      const { reasons } = 'item' in found ? found : found.candidates[0]!;
      assert.equal(
        reasons.some((reason) => reason.includes('as the role says')),
        fits,
        reasons.join('; '),
      );
    });
});

describe('father and son of one name', () => {
  const father = person(1, 'Piet Oyelaran', {
    description: 'Kalvinian politician',
    positions: [held('Mayor of Norta', 1988, 1999)],
    born: [1935, 1935],
  });
  const son = person(2, 'Piet Oyelaran', {
    description: 'Kalvinian politician',
    positions: [held('Mayor of Norta', 2028, null)],
    born: [1970, 1970],
  });

  it('are told apart by when they held the office', () => {
    assert.equal(taken(link(speaker('Piet Oyelaran', ['mayor of Norta']), [father, son])).item, id(2));
    const years = {
      roles: [{ words: 'mayor of Norta', statements: 9, years: [1990, 1992] as const }],
      years: [{ year: 1990, statements: 9 }],
    };
    assert.equal(taken(link(speaker('Piet Oyelaran', [], years), [father, son])).item, id(1));
  });

  it('are told apart so whatever the father’s description says', () => {
    const described = { ...father, description: 'mayor of Norta' };
    assert.equal(taken(link(speaker('Piet Oyelaran', ['mayor of Norta']), [described, son])).item, id(2));
  });

  it('are not told apart by “former”, which fits both, once the son’s time began', () => {
    offered(link(speaker('Piet Oyelaran', ['former mayor of Norta']), [father, son]));
  });

  it('are told apart by death, and by “Jr.”', () => {
    const dead = { ...father, died: [2004, 2004] as const };
    assert.equal(taken(link(speaker('Piet Oyelaran', ['politician from Kalvin']), [dead, son])).item, id(2));
    const junior = { ...son, label: 'Piet Oyelaran Jr.' };
    const senior = { ...father, label: 'Piet Oyelaran Sr.' };
    assert.deepEqual(
      [
        ['Piet Oyelaran Jr.', id(2)],
        ['Piet Oyelaran, Sr.', id(1)],
      ].map(([name]) => taken(link(speaker(name!, ['Kalvinian politician']), [senior, junior])).item),
      [id(2), id(1)],
    );
    offered(link(speaker('Piet Oyelaran', ['Kalvinian politician']), [senior, junior]));
  });
});

describe('lives', () => {
  const at = (years: Record<number, number>) =>
    speaker('Ilse Quandt', ['mayor of Norta'], {
      roles: [{ words: 'mayor of Norta', statements: 5, years: null }],
      years: Object.entries(years).map(([year, statements]) => ({ year: Number(year), statements })),
    });
  const lived = (born: number | null, died: number | null) => ({
    ...MAYOR,
    born: born === null ? null : ([born, born] as const),
    died: died === null ? null : ([died, died] as const),
  });

  it('that ended before, began after, or would be too long are nobody’s who speaks', () => {
    for (const item of [lived(1900, 1980), lived(2040, null), lived(1900, null), lived(null, 2030)])
      assert.match(offered(link(at({ 2031: 4 }), [item])).reason, /one is not alive in the years/);
    taken(link(at({ 2031: 4 }), [lived(1950, 2031)]));
    taken(link(at({ 2031: 4 }), [lived(null, null)]));
  });

  it('count by the statements made in them', () => {
    taken(link(at({ 2029: 20, 2033: 1 }), [lived(1950, 2030)]));
    assert.match(
      offered(link(at({ 2029: 1, 2033: 20 }), [lived(1950, 2030)])).candidates[0]!.reasons.join('; '),
      /most statements are not from its lifetime/,
    );
  });

  it('of which only the decade is known exclude nobody wrongly', () => {
    taken(link(at({ 2031: 4 }), [{ ...MAYOR, died: [2020, 2040] }]));
  });
});

describe('searches', () => {
  it('are for the spellings that are frequent, and for one without middle names', () => {
    assert.deepEqual(wikidataSearches(speaker({ Quandt: 90, 'Ilse M. Quandt': 7, 'Ilse Quant': 2, 'I. Kwandt': 0 })), [
      'Ilse M. Quandt',
      'Ilse Quant',
      'Ilse Quandt',
    ]);
    assert.deepEqual(wikidataSearches(speaker('Pelo')), ['Pelo']);
    assert.deepEqual(wikidataSearches(speaker('the Halden Harbour Board', [], { kind: 'organization' })), [
      'Halden Harbour Board',
    ]);
  });
});
