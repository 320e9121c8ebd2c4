import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolved } from './helper.ts';

/** What is written, and the role of its last speaker in the article's words. */
const ROLES: readonly (readonly [text: string, role: string | null])[] = [
  ['⟦Mara Tellen, secretary of the River Council,⟧ said no.', 'secretary of the River Council'],
  ['⟦Mara Tellen, the secretary of the River Council,⟧ said no.', 'secretary of the River Council'],
  ['⟦Mara Tellen, 54, a farmer from Ostrel,⟧ said no.', 'farmer from Ostrel'],
  ["The ministry's spokesman, ⟦Ivo Quist⟧, said no.", "ministry's spokesman"],
  ["⟦The ministry's spokesman, Ivo Quist,⟧ said no.", "ministry's spokesman"],
  ['⟦Ivo Quist⟧, who chairs the committee, said no.', null],
  ['⟦Ivo Quist⟧, who is the chairman of the committee, said no.', null],
  ['⟦Ivo Quist (D-Vesland)⟧ said no.', 'D-Vesland'],
  ['⟦Ivo Quist (R-Marrow Bay)⟧ said no.', 'R-Marrow Bay'],
  ['⟦Sen. Ivo Quist (D-Vesland)⟧ said no.', 'Sen.'],
  ['⟦Rep. Ivo Quist, D-Vesland,⟧ said no.', 'Rep.'],
  ['⟦former President Ivo Quist⟧ said no.', 'former President'],
  ['⟦Former deputy mayor Ivo Quist⟧ said no.', 'Former deputy mayor'],
  ['⟦Ivo Quist, a former deputy mayor of Sarn,⟧ said no.', 'former deputy mayor of Sarn'],
  ['⟦Foreign Minister Ivo Quist⟧ said no.', 'Foreign Minister'],
  ["⟦Vesland's foreign minister, Ivo Quist,⟧ said no.", "Vesland's foreign minister"],
  ["⟦Ivo Quist, Vesland's foreign minister,⟧ said no.", "Vesland's foreign minister"],
  ['⟦Ivo Quist, chief executive of Ostrel Ports,⟧ said no.', 'chief executive of Ostrel Ports'],
  ['⟦Ivo Quist, CEO of Ostrel Ports⟧, said no.', 'CEO of Ostrel Ports'],
  ['⟦Ivo Quist, the chief economist at Ostrel Bank,⟧ said no.', 'chief economist at Ostrel Bank'],
  ['⟦Ostrel Bank chief economist Ivo Quist⟧ said no.', 'Ostrel Bank chief economist'],
  ['⟦Dr. Ivo Quist, head of surgery at the Sarn clinic,⟧ said no.', 'head of surgery at the Sarn clinic'],
  ['⟦Professor Ivo Quist of Sarn University⟧ said no.', 'Professor'],
  [
    '⟦Ivo Quist, professor of law at Sarn University and author of two books,⟧ said no.',
    'professor of law at Sarn University and author of two books',
  ],
  ['⟦Ivo Quist, director-general of the port agency,⟧ said no.', 'director-general of the port agency'],
  ['⟦Ivo Quist, vice president for policy at the League,⟧ said no.', 'vice president for policy at the League'],
  ['⟦Ivo Quist, who was mayor until 2020,⟧ said no.', null],
  ['⟦Ivo Quist, speaking in Sarn,⟧ said no.', null],
  ['⟦Ivo Quist, wearing a coat,⟧ said no.', null],
  ['⟦Ivo Quist, in a statement,⟧ said no.', null],
  ['⟦Ivo Quist⟧, the father of the victim, said no.', 'father of the victim'],
  ['⟦Brigadier General Ivo Quist⟧ said no.', 'Brigadier General'],
  ['⟦Lt. Col. Ivo Quist⟧ said no.', 'Lt. Col.'],
  ['⟦the then defence secretary Ivo Quist⟧ said no.', 'then defence secretary'],
  ['⟦Lawyer Ivo Quist⟧ said no.', 'Lawyer'],
  ['⟦Analyst Ivo Quist⟧, of the Sarn Institute, said no.', 'Analyst'],
  ['⟦Ivo Quist, an analyst with the Sarn Institute,⟧ said no.', 'analyst with the Sarn Institute'],
  ['⟦Ivo Quist, a spokesman for the governor,⟧ said no.', 'spokesman for the governor'],
  ['⟦Ivo Quist, spokesman for Governor Mara Tellen,⟧ said no.', 'spokesman for Governor Mara Tellen'],
  ['A spokesman for the governor, ⟦Ivo Quist⟧, said no.', 'spokesman for the governor'],
  ["⟦The governor's press secretary, Ivo Quist,⟧ said no.", "governor's press secretary"],
  ['⟦Ivo Quist, deputy  head of mission,⟧ said no.', 'deputy head of mission'],
  [
    '⟦Ivo Quist, president and chief executive of Ostrel Ports,⟧ said no.',
    'president and chief executive of Ostrel Ports',
  ],
  ['⟦Ivo Quist, co-founder of the group,⟧ said no.', 'co-founder of the group'],
  ['⟦Ivo Quist, now a senator,⟧ said no.', 'senator'],
  ['⟦Ivo Quist, once a senator,⟧ said no.', null],
  ["⟦Ivo Quist, one of the strike's leaders,⟧ said no.", "one of the strike's leaders"],
  ["⟦Ivo Quist, the bank's governor since 2019,⟧ said no.", "bank's governor since 2019"],
  ["⟦Ivo Quist, Mara Tellen's lawyer,⟧ said no.", "Mara Tellen's lawyer"],
  ["⟦Mara Tellen's lawyer, Ivo Quist,⟧ said no.", "Mara Tellen's lawyer"],
  ['⟦Secretary of State Ivo Quist⟧ said no.', 'Secretary of State'],
  ['⟦Queen Mara⟧ said no.', 'Queen'],
  ['⟦Ivo Quist, Democrat of Vesland,⟧ said no.', 'Democrat of Vesland'],
  ['⟦Senator Ivo Quist, Republican of Sarn,⟧ said no.', 'Republican of Sarn'],
  ['⟦Ivo Quist⟧ told Mara Tellen, the mayor, no.', null],
  ['⟦Police Chief Ivo Quist⟧ said no.', 'Police Chief'],
  ["⟦Ivo Quist, Sarn's police chief,⟧ said no.", "Sarn's police chief"],
  ['⟦Ivo Quist, 31, unemployed,⟧ said no.', null],
  ['⟦Ivo Quist, editor of The Sarn Post, a weekly,⟧ said no.', 'editor of The Sarn Post'],
  ['⟦Ivo Quist, minister of state for water,⟧ said no.', 'minister of state for water'],
  ['⟦Ivo Quist, a 31-year-old teacher,⟧ said no.', '31-year-old teacher'],
  ['⟦the then-defence secretary Ivo Quist⟧ said no.', 'then-defence secretary'],
  ['An aide to the governor, ⟦Ivo Quist⟧, said no.', 'aide to the governor'],
  ['After a visit to the governor, ⟦Ivo Quist⟧ said no.', null],
  ['In a letter to the mayor, ⟦Ivo Quist⟧ said no.', null],
  ['At a meeting with the president, ⟦Ivo Quist⟧ said no.', null],
  ['When she met the governor, ⟦Ivo Quist⟧ said no.', null],
  ["According to the ministry's spokesman, ⟦Ivo Quist⟧, the dam held.", "ministry's spokesman"],
];

describe('the role', () => {
  for (const [marked, role] of ROLES) {
    it(`is ${role === null ? 'none' : `"${role}"`} in "${marked.replace(/[⟦⟧]/g, '')}"`, () => {
      const { text, found } = resolved(marked);
      const { speaker } = found.at(-1)!;
      assert.equal(speaker?.role, role);
      const words = speaker?.roleSpan ? text.slice(...speaker.roleSpan).replace(/\s+/g, ' ') : null;
      assert.equal(words, role);
    });
  }

  it('stands where its fullest words stand, wherever the speaker is named', () => {
    const text = 'Mayor Ivo Quist spoke. Ivo Quist, mayor of Sarn since May, left. ⟦He⟧ said the dam held.';
    const { speaker } = resolved(text).found[0]!;
    assert.equal(speaker?.role, 'mayor of Sarn since May');
    assert.deepEqual(speaker.roleSpan, [text.indexOf('mayor of'), text.indexOf(', left')]);
  });
});
