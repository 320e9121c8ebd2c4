import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../src/model.ts';
import { type End, moved, stepsOf, type Way } from '../../web/review/word-ends.ts';

const TEXT = 'She said: “There will be no toll,” twice.';
const words = (spans: readonly Span[], text = TEXT): string => spans.map(([a, b]) => text.slice(a, b)).join(' | ');
const spanOf = (part: string, text = TEXT): Span => [text.indexOf(part), text.indexOf(part) + part.length];
const step = (part: string, end: End, way: Way): string =>
  words(moved([spanOf(part)], end, way, stepsOf(TEXT, 'en'), 0));

describe('the ends of a span', () => {
  test('move over one word, or over signs that stand together', () => {
    assert.equal(step('There will', 'end', 'on'), 'There will be');
    assert.equal(step('There will be', 'end', 'back'), 'There will');
    assert.equal(step('There will', 'start', 'back'), '“There will');
    assert.equal(step('“There will', 'start', 'back'), ': “There will');
    assert.equal(step('“There will', 'start', 'on'), 'There will');
    assert.equal(step('no toll', 'end', 'on'), 'no toll,”');
  });

  test('stop where the text ends, and at the last word', () => {
    assert.equal(step('She', 'start', 'back'), 'She');
    assert.equal(step('twice.', 'end', 'on'), 'twice.');
    assert.equal(step('toll', 'end', 'back'), 'toll');
    assert.equal(step('toll', 'start', 'on'), 'toll');
  });

  test('are those of the first and the last of several pieces', () => {
    const pieces = [spanOf('There'), spanOf('no toll')];
    assert.equal(words(moved(pieces, 'start', 'back', stepsOf(TEXT, 'en'), 0)), '“There | no toll');
    assert.equal(words(moved(pieces, 'end', 'back', stepsOf(TEXT, 'en'), 0)), 'There | no');
  });

  test('begin with the word before what is said, where there is no part so far', () => {
    assert.equal(words(moved([], 'start', 'back', stepsOf(TEXT, 'en'), TEXT.indexOf('“There'))), ':');
    assert.equal(words(moved([], 'end', 'on', stepsOf(TEXT, 'en'), 8)), 'said');
    assert.deepEqual(moved([], 'end', 'on', [], 0), []);
  });

  test('go over words of writings without spaces, and over those that are read from the right', () => {
    const arabic = 'قالت الوزيرة إن الجسر مفتوح';
    assert.equal(
      words(moved([spanOf('إن الجسر', arabic)], 'end', 'on', stepsOf(arabic, 'ar'), 0), arabic),
      'إن الجسر مفتوح',
    );
    const japanese = '大臣は橋は無料だと述べた';
    assert.ok(stepsOf(japanese, 'ja').length > 3);
  });

  test('always leave words that are in the text, in their order, and whole characters', () => {
    const texts = fc.string({
      unit: fc.constantFrom('a', 'bc', ' ', '“', ',', '😀', 'é', '\n', 'שלום'),
      minLength: 1,
      maxLength: 40,
    });
    const ways = fc.array(fc.tuple(fc.constantFrom<End>('start', 'end'), fc.constantFrom<Way>('back', 'on')), {
      maxLength: 30,
    });
    fc.assert(
      fc.property(texts, ways, (text, moves) => {
        const steps = stepsOf(text, undefined);
        let spans: readonly Span[] = [];
        for (const [end, way] of moves) {
          spans = moved(spans, end, way, steps, 0);
          if (steps.length === 0) return assert.deepEqual(spans, []);
          assert.equal(spans.length, 1);
          const [[from, to]] = spans as [Span];
          assert.ok(from >= 0 && from < to && to <= text.length);
          assert.ok(text.slice(from, to).isWellFormed());
          assert.equal(text.slice(from, to).trim(), text.slice(from, to));
        }
      }),
    );
  });
});
