import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { conditionCandidates } from '../../../src/positions/conditions/candidates.ts';
import { readAttributed } from '../../../src/positions/reading.ts';
import { readMarkedSentence } from '../../../training/stance-marked.ts';

/** The clauses that may be conditions in a marked sentence, and the one that is marked, in words. */
function clausesOf(text: string): { found: string[]; expected: string | null } {
  const { document, attributed, condition } = readMarkedSentence(text, 'states', 'says');
  const words = ([start, end]: readonly [number, number]) => document.text.slice(start, end);
  const found = conditionCandidates(readAttributed(document, attributed)).map(({ span }) => words(span));
  return { found, expected: condition && words(condition) };
}

const ENDS = {
  'an insertion between commas does not end it':
    '«Prow» ‹said› [it would help {if the port got more, not less, money from the state}].',
  'an insertion between dashes before the main clause belongs to it':
    '[“{If the harvest is lost -- as it was in the year of the great flood, and twice since --} the guild will buy grain,”] ‹said› «Prow».',
  'a comma before "or" and a noun does not end a subject':
    '«Lind» ‹saw› [a danger {when a mayor, or people hoping to become mayor, speak like that}].',
  'dots for words left out do not end it':
    '[“{If the court took away his seat...on the ground of an old letter}, nobody would be safe,”] ‹wrote› «Tann».',
  'dots before a new clause end it': '«Bex» ‹said› [{if she were not the owner}…they would never have hired her].',
  '"that" before the comma opens no insertion': '[“{If you believe that}, you know nothing of ships,”] ‹said› «Prow».',
  'a clause after "and that’s" goes on with it':
    '[“{If you like quiet, and that’s what you want}, stay at home,”] ‹said› «Lind».',
  'a marker before a noun needs no verb': '[“{Without the ferry}, the island would starve,”] ‹said› «Lind».',
  'a main clause may begin without a comma': '«Bex» ‹said› [{if elected to the board} she could work with the owners].',
  'a subject after the comma ends a clause without a verb':
    '«They» ‹wrote› [that the scheme is costly and, {if not reformed}, it should end].',
} as const;

describe('where a clause that may be a condition ends', () => {
  for (const [rule, text] of Object.entries(ENDS)) {
    it(rule, () => {
      const { found, expected } = clausesOf(text);
      assert.ok(expected && found.includes(expected.replace(/ --$/, '')), `${expected}: ${JSON.stringify(found)}`);
    });
  }
});

describe('what marks a condition', () => {
  it('"in the event" without "that"', () => {
    assert.deepEqual(clausesOf('«The doctor» ‹said› [{in the event he was hurt}, he would lose much blood].').found, [
      'in the event he was hurt',
    ]);
  });

  it('"short of" by itself, and not after a verb', () => {
    assert.deepEqual(clausesOf('«Falk» ‹said› [the name would stay on the list, {short of a new law}].').found, [
      'short of a new law',
    ]);
    assert.deepEqual(clausesOf('«Falk» ‹said› [the club fell short of a new record].').found, []);
  });
});
