import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolved } from './helper.ts';

describe('the confidence in a speaker', () => {
  it('is higher for a full name than for a pronoun, and higher for a pronoun that fits one than for one that fits two', () => {
    const { found } = resolved(
      '⟦Agnieszka Nowak⟧ said the dam held. ⟦She⟧ said it was old.\n' +
        'Irena Malk met Agnieszka Nowak and Marta Lind. ⟦She⟧ said it leaked.',
    );
    const [name, certain, doubtful] = found.map(({ confidence }) => confidence) as [number, number, number];
    assert.ok(name > 0.95, `${name}`);
    assert.ok(name > certain && certain > doubtful, `${name}, ${certain}, ${doubtful}`);
  });

  it('is that of the one whose words enclose "I"', () => {
    const { found } = resolved('⟪+“⟫⟦I⟧ ⟨believe⟩ ⟪it is over,⟫” Irena Malk said.');
    assert.ok(found[0]!.confidence < 0.95);
    const both = resolved('⟦Irena Malk⟧ ⟨said⟩: ⟪“I believe it is over.”⟫').found[0]!;
    assert.ok(both.confidence > found[0]!.confidence);
  });
});

describe('a speaker that is not resolved', () => {
  const reason = (marked: string, byline: string | null = null): string | null => {
    const last = resolved(marked, byline).found.at(-1)!;
    assert.equal(last.speaker, null);
    return last.unresolved;
  };

  it('has no source near the words', () => {
    assert.equal(reason('The market ⟦⟧⟨was expected⟩ to fall.'), 'no source is given near the words');
  });

  it('is nobody before the pronoun', () => {
    assert.equal(reason('⟦He⟧ said the dam held.'), 'nobody before the pronoun fits');
  });

  it('is "I" in quotation marks of nobody known', () => {
    assert.equal(reason('“⟦I⟧ ⟨think⟩ ⟪it is over⟫.”', 'Lena Fox'), 'who says “I” or “we” is not known');
  });

  it('is a side of an interview that names nobody', () => {
    assert.equal(reason('⟦Q⟧⟨:⟩ ⟪Is it over?⟫\n⟦A⟧⟨:⟩ ⟪It is.⟫'), 'the interview does not name who speaks');
  });

  it('is a pronoun that may mean several', () => {
    const text =
      'Talks between the Harbour Union, the Port Agency and the Ferry Board went on. The Grain Fund and the Coal Fund met the ' +
      'River Council.\nThe Salt Board, the Rail Board, the Dike Agency, the Tram Board and the Mill Board waited.\nAll night ⟦it⟧ ⟨hoped⟩ ⟪for rain⟫.';
    assert.equal(reason(text), 'the pronoun may mean more than one');
  });

  it('has no reason where there is a speaker', () => {
    assert.equal(resolved('⟦Irena Malk⟧ said no.').found[0]!.unresolved, null);
  });
});

describe('those who speak together', () => {
  const members = (marked: string) => resolved(marked).found.at(-1)!.speaker?.members;
  const person = (name: string, role: string | null = null) => ({ name, kind: 'person', role });

  it('keep their names, kinds and roles', () => {
    assert.deepEqual(members('⟦Mayor Ivo Quist and Mara Tellen, a nurse,⟧ said no.'), [
      person('Ivo Quist', 'Mayor'),
      person('Mara Tellen', 'nurse'),
    ]);
    assert.deepEqual(members('⟦Ivo Quist, Mara Tellen and the Harbour Union⟧ said no.'), [
      person('Ivo Quist'),
      person('Mara Tellen'),
      { name: 'Harbour Union', kind: 'organization', role: null },
    ]);
  });

  it('are all of a list of three, with roles before them', () => {
    assert.deepEqual(members('⟦Nurse Mara Tellen, geologist Ivo Quist and engineer Bashir Toure⟧ said no.'), [
      person('Mara Tellen', 'Nurse'),
      person('Ivo Quist', 'geologist'),
      person('Bashir Toure', 'engineer'),
    ]);
  });

  it('may be organizations, with articles and acronyms', () => {
    const organization = (name: string) => ({ name, kind: 'organization', role: null });
    const all = ['Union of Oster Fishers', 'Dorn Chamber of Trade', 'Keld Union of Dockers'].map(organization);
    const three = 'Union of Oster Fishers (UOF), the Dorn Chamber of Trade and the Keld Union of Dockers';
    assert.deepEqual(members(`⟦The ${three}⟧ said that they would not sign before the end of the year.`), all);
    assert.deepEqual(
      members(`⟦The ${three.replace(' (UOF)', '')}⟧ said that they would not sign before the end of the year.`),
      all,
    );
    const two = 'Union of Oster Fishers and the Dorn Chamber of Trade';
    assert.deepEqual(
      members(`⟦The ${two}⟧ said that they would not sign before the end of the year.`),
      all.slice(0, 2),
    );
  });

  it('are not whom an apposition names', () => {
    assert.deepEqual(members('⟦Ivo Quist, the Dorn Chamber secretary, and Mara Tellen⟧ said no.'), [
      person('Ivo Quist', 'Dorn Chamber secretary'),
      person('Mara Tellen'),
    ]);
    assert.deepEqual(members('⟦Ivo Quist, Dorn Chamber secretary, and Mara Tellen⟧ said no.'), [
      person('Ivo Quist', 'Dorn Chamber secretary'),
      person('Mara Tellen'),
    ]);
  });

  it('are not told apart where a bracket cuts the words for them', () => {
    const text =
      '⟦The Union of Oster Fishers (UOF) and its members⟧ said that they would not sign before the year ended.';
    assert.equal(members(text), null);
    assert.equal(resolved(text).found[0]!.speaker!.name, 'Union of Oster Fishers');
  });

  it('are persons where a couple has its family name once', () => {
    const kinds = members('⟦Peter and Elena Quist⟧ said no.')?.map(({ kind }) => kind);
    assert.deepEqual(kinds, ['person', 'person']);
  });

  it('are each named once, though a list names one in full and by less', () => {
    assert.deepEqual(members('⟦Ivo Quist, Quist and Mara Tellen⟧ said no.'), [
      person('Ivo Quist'),
      person('Mara Tellen'),
    ]);
  });

  it('may be known by other words than names', () => {
    assert.deepEqual(members('⟦Ivo Quist and two aides⟧ said no.'), [
      person('Ivo Quist'),
      { name: 'two aides', kind: 'group', role: null },
    ]);
  });

  it('are those whom "they" and "both" mean', () => {
    const pair = [person('Anna Olsen'), person('Bashir Toure')];
    assert.deepEqual(members('Anna Olsen and Bashir Toure met. ⟦They⟧ said it had failed.'), pair);
    assert.deepEqual(members('Anna Olsen met Bashir Toure. ⟦Both⟧ said it had failed.'), pair);
  });

  it('are none where one speaks', () => {
    assert.equal(members('⟦Ivo Quist⟧ said no.'), null);
    assert.equal(members('⟦Voters⟧ said no.'), null);
  });
});
