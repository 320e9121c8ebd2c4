import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findEntities } from '../../src/speakers/entities.ts';
import { featuresOfAntecedent } from '../../src/speakers/features.ts';
import { fitFeatures } from '../../src/speakers/fit.ts';
import { findNames } from '../../src/speakers/names.ts';
import { findPhrases, genderOfNoun, kindOfNoun, type NounKind, phraseAt } from '../../src/speakers/nouns.ts';
import type { Question } from '../../src/speakers/questions.ts';
import { readFor } from '../../src/speakers/reading.ts';
import { findReferents } from '../../src/speakers/referents.ts';
import { findStandings } from '../../src/speakers/roles.ts';
import { runFrom } from '../../src/speakers/runs.ts';
import { readDocument } from '../../src/text/index.ts';

const KINDS: readonly (readonly [NounKind, string])[] = [
  ['organization', 'carmaker chipmaker drugmaker automaker planemaker'],
  ['thing', 'restaurant career checklist median covenant placeholder specimen regimen talisman elephant'],
  ['person', 'senator journalist immigrant volunteer comedian filmmaker shareholder merchant cyclist'],
  ['group', 'carmakers immigrants policemen germans shareholders'],
];

describe('nouns', () => {
  for (const [kind, words] of KINDS) {
    it(`stand for ${kind}: ${words}`, () => {
      for (const word of words.split(' ')) assert.equal(kindOfNoun(word).kind, kind, word);
    });
  }

  it('tell a gender only where they do', () => {
    assert.deepEqual(['german', 'talisman', 'policeman', 'chairwoman'].map(genderOfNoun), [0, 0, -1, 1]);
  });
});

describe('lengths', () => {
  it('of a phrase are bounded, since each of its words may be tried for a beginning', () => {
    const reading = readFor(readDocument(`${'5 '.repeat(60)}men`));
    assert.equal(phraseAt(reading, 0, reading.folded.length), null);
    assert.equal(phraseAt(reading, 55, reading.folded.length)?.kind, 'group');
  });

  it('of a word that hyphens join are bounded', () => {
    const reading = readFor(readDocument(`${'Bob-'.repeat(60)}based`));
    const parts = runFrom(reading, 0);
    assert.ok(parts.length > 0);
    for (const { first, end } of parts) assert.ok(end - first <= 15);
  });
});

describe('words that objects know of themselves', () => {
  it('are no party', () => {
    const reading = readFor(readDocument('Labour mayor Karim Haddad spoke. The constructor mayor said no.'));
    const entities = findEntities(reading, findNames(reading));
    const phrases = findPhrases(reading);
    const referents = findReferents(reading, entities, findStandings(reading, entities), phrases);
    const [haddad] = referents.all.filter(({ kind, entity }) => kind === 'person' && entity);
    const features = fitFeatures(reading, { phrase: phrases.at(-1)!, earlier: null } as unknown as Question, haddad!);
    assert.ok(features.includes('role=same'));
    assert.ok(!features.includes('contradicts'));
  });

  it('tell no number', () => {
    const reading = readFor(readDocument('The men who constructor of it left.'));
    const [men] = findPhrases(reading);
    const features = featuresOfAntecedent(reading, { at: 2 } as Question, men!);
    assert.ok(features.every((feature) => !feature.startsWith('antecedent-number')));
  });
});
