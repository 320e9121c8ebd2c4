import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Span } from '../../src/model.ts';
import { notesOf, startOf } from '../../web/article/notes.ts';
import { type Paragraph, type Part, type Placed, paragraphsOf } from '../../web/article/segments.ts';

/** Texts with every kind of line break, blank lines, and letters of two code units; spans anywhere in them. */
const placedInText = fc
  .array(fc.constantFrom('a', 'b ', '\n', '\r\n', '\u2028', '  ', 'é', '𝔘', '“'), { maxLength: 60 })
  .map((pieces) => pieces.join(''))
  .chain((text) => {
    const offset = fc.integer({ min: 0, max: text.length });
    const span = fc.tuple(offset, offset).map(([a, b]): Span => [Math.min(a, b), Math.max(a, b)]);
    const spans = fc.array(span, { maxLength: 3 });
    const placed: fc.Arbitrary<Placed> = fc.record({ source: spans, cue: spans, content: spans });
    return fc.record({ text: fc.constant(text), attributions: fc.array(placed, { maxLength: 6 }) });
  });

/** The offsets of a text that one part of one attribution covers, as drawn. */
function drawn(paragraphs: readonly Paragraph[], at: number, part: Part): number[] {
  const offsets: number[] = [];
  for (const { segments } of paragraphs) {
    for (const { start, end, marks } of segments) {
      if (marks.some((mark) => mark.at === at && mark.part === part)) {
        for (let offset = start; offset < end; offset++) offsets.push(offset);
      }
    }
  }
  return offsets;
}

describe('an article cut for drawing', () => {
  test('its paragraphs are its lines with words, and their segments cover them without gap or overlap', () => {
    fc.assert(
      fc.property(placedInText, ({ text, attributions }) => {
        const paragraphs = paragraphsOf(text, attributions);
        const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).filter((line) => line.trim() !== '');
        assert.deepEqual(
          paragraphs.map(({ start, end }) => text.slice(start, end)),
          lines,
        );
        for (const { start, end, segments } of paragraphs) {
          assert.equal(segments[0]!.start, start);
          assert.equal(segments.at(-1)!.end, end);
          for (let i = 1; i < segments.length; i++) assert.equal(segments[i]!.start, segments[i - 1]!.end);
          assert.ok(segments.every((segment) => segment.start < segment.end));
        }
      }),
    );
  });

  test('what is drawn of each source, cue and content is what its spans cover', () => {
    fc.assert(
      fc.property(placedInText, ({ text, attributions }) => {
        const paragraphs = paragraphsOf(text, attributions);
        const seen = new Set(
          paragraphs.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
        );
        attributions.forEach((attribution, at) => {
          for (const part of ['source', 'cue', 'content'] as const) {
            const covered = new Set<number>();
            for (const [start, end] of attribution[part]) {
              for (let offset = start; offset < end; offset++) if (seen.has(offset)) covered.add(offset);
            }
            assert.deepEqual(
              drawn(paragraphs, at, part),
              [...covered].sort((a, b) => a - b),
            );
          }
        });
      }),
    );
  });

  test('contents come before sources and cues, and inner contents before outer ones', () => {
    const text = 'She said that he had promised him “a guarantee” in time';
    const span = (words: string): Span => [text.indexOf(words), text.indexOf(words) + words.length];
    const outer = {
      source: [span('She')],
      cue: [span('said')],
      content: [span('that he had promised him “a guarantee” in time')],
    };
    const inner = { source: [span('him')], cue: [span('promised')], content: [span('“a guarantee”')] };
    const [paragraph] = paragraphsOf(text, [outer, inner]);
    const marksOf = (words: string) =>
      paragraph!.segments.find(({ start, end }) => text.slice(start, end) === words)!.marks;
    assert.deepEqual(marksOf('“a guarantee”'), [
      { at: 1, part: 'content' },
      { at: 0, part: 'content' },
    ]);
    assert.deepEqual(marksOf('promised'), [
      { at: 0, part: 'content' },
      { at: 1, part: 'cue' },
    ]);
    assert.deepEqual(marksOf('She'), [{ at: 0, part: 'source' }]);
  });

  test('spans beyond the text are cut off at its end', () => {
    const [paragraph] = paragraphsOf('short', [{ source: [], cue: [], content: [[2, 99]] }]);
    assert.deepEqual(paragraph!.segments, [
      { start: 0, end: 2, marks: [] },
      { start: 2, end: 5, marks: [{ at: 0, part: 'content' }] },
    ]);
  });
});

describe('notes beside a paragraph', () => {
  const by = (key: string | null, ...content: Span[]) => ({
    source: [],
    cue: [],
    content,
    speaker: key === null ? null : { key },
  });

  test('one for each speaker in the order of the text; close statements of one speaker share it', () => {
    const text = `${'x'.repeat(1000)}\n${'y'.repeat(50)}`;
    const attributions = [
      by('a', [0, 10]),
      by('a', [20, 30]),
      by('b', [40, 50]),
      by('a', [60, 70]),
      by('a', [900, 990]),
    ];
    const [paragraph] = paragraphsOf(text, attributions);
    assert.deepEqual(notesOf(paragraph!, attributions), [
      { start: 0, attributions: [0, 1] },
      { start: 40, attributions: [2] },
      { start: 60, attributions: [3] },
      { start: 900, attributions: [4] },
    ]);
  });

  test('a statement that goes on in the next paragraph is noted there as well', () => {
    const attributions = [by('a', [0, 4], [5, 9]), by(null, [6, 8])];
    const notes = paragraphsOf('aaaa\nbbbb', attributions).map((paragraph) => notesOf(paragraph, attributions));
    assert.deepEqual(notes, [
      [{ start: 0, attributions: [0] }],
      [
        { start: 5, attributions: [0] },
        { start: 6, attributions: [1] },
      ],
    ]);
  });

  test('one without content stands where its cue does', () => {
    const attributions = [{ source: [[0, 2] as const], cue: [[3, 7] as const], content: [], speaker: null }];
    const [paragraph] = paragraphsOf('He said', attributions);
    assert.equal(startOf(attributions[0]!), 3);
    assert.deepEqual(notesOf(paragraph!, attributions), [{ start: 0, attributions: [0] }]);
  });
});
