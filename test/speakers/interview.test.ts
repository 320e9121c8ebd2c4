import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { namesOf, speakersOf } from './helper.ts';

const TURNS = '⟦Q⟧⟨:⟩ ⟪Is it shrinking?⟫\n⟦A⟧⟨:⟩ ⟪By a hand a month.⟫';

describe('questions and answers', () => {
  it('are answered by the one person whom the introduction names', () => {
    assert.deepEqual(namesOf(`Selam Girma has measured the lake for years.\n${TURNS}`), [null, 'Selam Girma']);
    const points = TURNS.replaceAll('⟨:⟩', '⟨.⟩');
    assert.deepEqual(namesOf(`Selam Girma has measured the lake for years.\n${points}`), [null, 'Selam Girma']);
  });

  it('are asked by the interviewer, or else by the author', () => {
    const text = `Selam Girma has measured the lake for years. Interview by Ida Brandt.\n${TURNS}`;
    assert.deepEqual(namesOf(text), ['Ida Brandt', 'Selam Girma']);
    const [asks, answers] = speakersOf(`Selam Girma told Ida Brandt about the lake.\n${TURNS}`, 'Ida Brandt');
    assert.deepEqual(asks, { name: 'Ida Brandt', kind: 'author', role: null });
    assert.equal(answers?.name, 'Selam Girma');
  });

  it('are nobody’s where the introduction names several or none', () => {
    assert.deepEqual(namesOf(`Selam Girma and Tomas Weber measure the lake.\n${TURNS}`), [null, null]);
    assert.deepEqual(namesOf(`The lake is low.\n${TURNS}`), [null, null]);
    assert.deepEqual(speakersOf(TURNS, 'Ida Brandt'), [null, null]);
  });
});

describe('labels of a transcript', () => {
  it('mean the persons whom the article names', () => {
    const text = 'Finance Minister Lena Marro spoke to Tomas Hale.\n⟦HALE⟧⟨:⟩ ⟪Why?⟫\n⟦SEN. MARRO⟧⟨:⟩ ⟪I had to.⟫';
    assert.deepEqual(namesOf(text), ['Tomas Hale', 'Lena Marro']);
  });

  it('are persons where the article names nobody so', () => {
    const speakers = speakersOf('The tape begins.\n⟦TREVANE⟧⟨:⟩ ⟪Why?⟫\n⟦KOLM⟧⟨:⟩ ⟪I had to.⟫');
    assert.deepEqual(
      speakers.map((speaker) => [speaker?.name, speaker?.kind]),
      [
        ['TREVANE', 'person'],
        ['KOLM', 'person'],
      ],
    );
  });

  it('stay nameless where they say what somebody is', () => {
    const speakers = speakersOf('⟦Caller⟧⟨:⟩ ⟪I live here.⟫\n⟦CROWD⟧⟨:⟩ ⟪We want water!⟫');
    assert.deepEqual(
      speakers.map((speaker) => [speaker?.name, speaker?.kind]),
      [
        ['Caller', 'unnamed'],
        ['CROWD', 'group'],
      ],
    );
  });
});
