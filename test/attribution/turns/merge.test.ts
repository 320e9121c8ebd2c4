import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Unresolved, withTurns } from '../../../src/attribution/turns/merge.ts';
import type { AttributionType, Span } from '../../../src/model.ts';
import { readDocument } from '../../../src/text/index.ts';

const TEXT = [
  'The mayor said the dam was safe.',
  'MARRO: I was there. “It will hold,” the engineer told me, and my deputy thinks he was drunk.',
  'HOLM: You were not.',
  'The mayor left.',
].join('\n');

const at = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

function found(source: string, cue: string, content: string, type: AttributionType, within: number | null): Unresolved {
  const spans = { source: [at(source)], cue: [at(cue)], content: [at(content)] };
  return { ...spans, type, mode: 'says', saidOn: null, medium: null, confidence: 0.5, within };
}

const OUTSIDE = found('The mayor', 'said', 'the dam was safe', 'indirect', null);
const QUOTED = found('the engineer', 'told', '“It will hold,”', 'direct', null);
const REPORTED = found('my deputy', 'thinks', 'he was drunk', 'indirect', null);
const SAME = found('MARRO', ':', 'I was there', 'indirect', null);

const shown = (all: readonly Unresolved[]) =>
  all.map(({ source, content, type, within }) => {
    const words = content.map((span) => TEXT.slice(...span)).join(' + ');
    return [TEXT.slice(...source[0]!), words.slice(0, 16), type, within];
  });

describe('turns among other attributions', () => {
  const document = readDocument(TEXT);

  it('are direct, and stand in the order of the cues', () => {
    assert.deepEqual(shown(withTurns(document, [OUTSIDE])), [
      ['The mayor', 'the dam was safe', 'indirect', null],
      ['MARRO', 'I was there. “It', 'direct', null],
      ['HOLM', 'You were not', 'direct', null],
    ]);
  });

  it('replace what was found in the same words, except what the speaker quotes', () => {
    assert.deepEqual(shown(withTurns(document, [OUTSIDE, SAME, QUOTED, REPORTED])), [
      ['The mayor', 'the dam was safe', 'indirect', null],
      ['MARRO', 'I was there. “It', 'direct', null],
      ['the engineer', '“It will hold,”', 'direct', 1],
      ['HOLM', 'You were not', 'direct', null],
    ]);
  });

  it('stand for an outer attribution that gave way, and keep one that did not', () => {
    const reported = { ...QUOTED, within: 0 };
    assert.equal(withTurns(document, [SAME, reported]).at(1)?.within, 0);
    const chain = [OUTSIDE, { ...OUTSIDE, cue: [at('dam')], within: 0 }, SAME];
    assert.deepEqual(
      withTurns(document, chain).map(({ within }) => within),
      [null, 0, null, null],
    );
  });

  it('leave an article without a transcript as it is', () => {
    const all = [OUTSIDE];
    assert.equal(withTurns(readDocument('The mayor said the dam was safe.'), all), all);
  });
});
