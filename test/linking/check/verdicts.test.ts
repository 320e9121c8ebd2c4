import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Check, compare, type Fault, MOST_FOUND, MOST_WORDS } from '../../../src/linking/index.ts';
import type { ChangeKind } from '../../../src/model.ts';
import { checked, person, sameName, sourceOf } from './sources.ts';

const HARBOUR = [
  'Mara Tellen: “The piers of Ardal will open before the first of May, and the ferries will run at night.”',
  'Mara Tellen: “We will lower the tolls if the council pays for the cranes,” she said. “Nobody has asked us for 40 boats.”',
  'Ivo Brandt: “The council of Ardal has never paid for a crane.”',
  'The wind had turned the sheds around before anybody noticed it.',
  'Ivo Brandt: “Every fisherman in the bay remembers that winter.”',
].join('\n');

const told = (...args: Parameters<typeof checked>): [string, Fault | null, readonly ChangeKind[]] => {
  const { verdict, found } = checked(...args);
  return [verdict, found[0]?.fault ?? null, found[0]?.kinds ?? []];
};

describe('the verdict on a quotation', () => {
  it('is verbatim for a quotation, whole sentences of it, and what printing alone changes', () => {
    for (const words of [
      'The piers of Ardal will open before the first of May, and the ferries will run at night.',
      'the piers of Ardal will open before the first of May and the ferries will run at night',
      'Nobody has asked us for 40 boats,',
      'We will lower the tolls if the council pays for the cranes. Nobody has asked us for 40 boats.',
      '[T]he council of Árdal has never paid for a crane',
    ]) {
      assert.deepEqual(told(words, HARBOUR), ['verbatim', null, []], words);
    }
  });

  it('is an excerpt for words cut within a sentence, and with an ellipsis or an editor’s words', () => {
    for (const words of [
      'the ferries will run at night',
      'The piers of Ardal will open before the first of May',
      'The piers of Ardal … and the ferries will run at night',
      'The piers of Ardal will open […] and the ferries will run at night.',
      'The piers of Ardal ... the ferries will run',
    ]) {
      assert.deepEqual(told(words, HARBOUR), ['excerpt', null, []], words);
    }
    const [sound] = told('[They] will lower the tolls if the council pays for the cranes', HARBOUR);
    assert.ok(sound === 'excerpt' || sound === 'verbatim', sound);
  });

  it('is altered, with what was changed, where words differ', () => {
    const cases: [string, ChangeKind][] = [
      ['The piers of Ardal will not open before the first of May', 'negation'],
      ['The council of Ardal has paid for a crane.', 'negation'],
      ['Nobody has asked us for 14 boats', 'number'],
      ['The piers of Ardal may open before the first of May', 'modal'],
      ['We will lower the tolls when the council pays for the cranes', 'condition'],
      ['The piers of Kolm will open before the first of May', 'name'],
      ['Every fisherman in the bay forgets that winter.', 'wording'],
    ];
    for (const [words, kind] of cases) {
      const [verdict, fault, kinds] = told(words, HARBOUR);
      assert.deepEqual([verdict, fault], ['altered', null], words);
      assert.ok(kinds.includes(kind), `${words}: ${kinds}`);
    }
  });

  it('is altered where a cut took the condition, unless the draft gives it beside the words', () => {
    const words = 'We will lower the tolls';
    assert.deepEqual(told(words, HARBOUR), ['altered', 'condition cut', ['condition']]);
    assert.deepEqual(told(`${words} …`, HARBOUR), ['altered', 'condition cut', ['condition']]);
    assert.equal(checked(words, HARBOUR, { around: 'Should the cranes be paid for, she said' }).verdict, 'altered');
    assert.equal(checked(words, HARBOUR, { around: 'If the cranes are paid for, she said' }).verdict, 'excerpt');
    const told2 = told(
      'The tolls fall by the summer',
      'Mara Tellen: “Unless the cranes fail, the tolls fall by the summer.”',
    );
    assert.deepEqual(told2, ['altered', 'condition cut', ['condition']]);
  });

  it('is altered where a cut, an ellipsis or an editor took the word that denies', () => {
    for (const words of [
      'The council of Ardal has … paid for a crane',
      'The council of Ardal has [often] paid for a crane',
      'paid for a crane',
    ]) {
      assert.deepEqual(
        told(words, HARBOUR, { speaker: 'Ivo Brandt' }),
        ['altered', 'negation cut', ['negation']],
        words,
      );
    }
    const put = told('The ferries will [not] run at night', HARBOUR);
    assert.deepEqual(put, ['altered', 'negation cut', ['negation']]);
  });

  it('is altered where two quotations are given as one', () => {
    const words = 'The council of Ardal has never paid for a crane. Every fisherman in the bay remembers that winter.';
    assert.deepEqual(told(words, HARBOUR, { speaker: 'Ivo Brandt' }).slice(0, 2), ['altered', 'splice']);
    const two = 'Nobody has asked us for 40 boats. The council of Ardal has never paid for a crane.';
    assert.deepEqual(told(two, HARBOUR).slice(0, 2), ['altered', 'splice']);
  });

  it('is altered where the words are the reporter’s', () => {
    const { verdict, found } = checked('The wind had turned the sheds around', HARBOUR);
    assert.equal(verdict, 'altered');
    assert.deepEqual(
      found.map(({ fault, quoted, change }) => [fault, quoted, change]),
      [['narration', false, 'paraphrase']],
    );
  });

  it('is misattributed where somebody else said it, which outweighs no sound place', () => {
    const words = 'Every fisherman in the bay remembers that winter';
    assert.deepEqual(told(words, HARBOUR, { speaker: 'Mara Tellen' }), ['misattributed', 'speaker', ['speaker']]);
    assert.equal(checked(words, HARBOUR, { speaker: 'Ivo Brandt' }).verdict, 'verbatim');
    assert.equal(checked(words, HARBOUR).verdict, 'verbatim');
    const both = checked(words, [HARBOUR, `Mara Tellen: “${words}.”`], { speaker: 'Mara Tellen' });
    assert.deepEqual(
      both.found.map(({ source, verdict }) => [source, verdict]),
      [
        [1, 'verbatim'],
        [0, 'misattributed'],
      ],
    );
    const changed = told('Every fisherman in the bay remembers no winter', HARBOUR, { speaker: 'Mara Tellen' });
    assert.equal(changed[0], 'altered');
    assert.ok(changed[2].includes('speaker'));
  });

  it('is not found where no text has the words, or only words that any text has', () => {
    for (const words of [
      'My grandmother sold herring to three admirals',
      'It is one of those that we have had for so long',
      '',
      '… [they] …',
    ]) {
      assert.deepEqual(checked(words, HARBOUR, { speaker: 'Mara Tellen' }), { verdict: 'not found', found: [] }, words);
    }
    assert.equal(checked('The piers of Ardal', []).verdict, 'not found');
  });

  it('takes no few words of a quotation for a part of it', () => {
    const source =
      'the the the the the\nIvo Brandt: “Árdal the the the the the”\n' +
      'Mara Tellen: “the the toll the the the we the toll the the the toll Árdal we don’t 😀 piers the”';
    const words = 'toll Árdal we don’t 😀 piers';
    assert.deepEqual(
      checked(words, source, { speaker: 'Mara Tellen' }).found.map(({ span }) => source.slice(...span)),
      [words],
    );
  });

  it('takes the best place first, of equal ones that of the same speaker, and no more than ten', () => {
    const words = 'Every fisherman in the bay remembers that winter';
    const nobody = Array.from({ length: MOST_FOUND + 5 }, () => `“${words}.”`);
    const { found } = checked(words, [...nobody, HARBOUR], { speaker: 'Ivo Brandt' });
    assert.equal(found.length, MOST_FOUND);
    assert.deepEqual([found[0]!.source, found[0]!.speaker?.name], [MOST_FOUND + 5, 'Ivo Brandt']);
  });

  it('looks for no quotation of more words than one has', () => {
    const words = Array.from({ length: MOST_WORDS + 1 }, (_, i) => `word${i}`).join(' ');
    assert.equal(checked(words, `“${words}”`).verdict, 'not found');
    const fewer = words.slice(0, words.lastIndexOf(' '));
    assert.equal(checked(fewer, `“${fewer}”`).verdict, 'verbatim');
  });
});

describe('whose words they are', () => {
  const words = 'The locks freeze in the second week of January';
  const say = (name: string) => `${name}: “${words}.”`;

  it('is unsure of a source that is: only whoever it spoke of by then may be meant', () => {
    const before = sourceOf(`Ivo Brandt came late.\n${say('Mara Tellen')}`, 0.6);
    const after = sourceOf(`${say('Mara Tellen')}\nIvo Brandt came late.`, 0.6);
    const inLine = sourceOf(`${say('Mara Tellen')} Ivo Brandt laughed.`, 0.6);
    const verdicts = [before, after, inLine].map((one) => checked(words, [one], { speaker: 'Ivo Brandt' }).verdict);
    assert.deepEqual(verdicts, ['verbatim', 'misattributed', 'verbatim']);
    const sure = sourceOf(`Ivo Brandt came late.\n${say('Mara Tellen')}`, 0.9);
    assert.equal(checked(words, [sure], { speaker: 'Ivo Brandt' }).verdict, 'misattributed');
  });

  it('tells one whom an article names from “an official” there', () => {
    const speakerOf = (name: string) =>
      /^[A-Z]/.test(name) ? person(name) : { name, kind: 'unnamed' as const, role: null };
    const verdictOf = (text: string) =>
      checked(words, [sourceOf(text, 1, speakerOf)], { speaker: 'Ivo Brandt' }).verdict;
    assert.equal(verdictOf(`${say('one of his advisers')}\nIvo Brandt came late.`), 'misattributed');
    assert.equal(verdictOf(`${say('an official')}\nIvo Brandt: “I came late.”`), 'misattributed');
    assert.equal(verdictOf(say('an official')), 'verbatim');
    assert.equal(verdictOf(`${say('the official')}\nIvo Brandt came late.`), 'verbatim');
  });

  it('is never told by a draft that is unsure itself', () => {
    const quotation = { words, around: '', speaker: person('Ivo Brandt'), speakerConfidence: 0.5, attributed: true };
    const check = new Check([quotation], { sameSpeaker: sameName, compare });
    check.add(sourceOf(say('Mara Tellen')));
    assert.equal(check.findings()[0]!.verdict, 'verbatim');
  });
});
