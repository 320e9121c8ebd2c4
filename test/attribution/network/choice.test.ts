import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { chooseSpans, type Likely } from '../../../src/attribution/network/choice.ts';
import type { Role } from '../../../src/attribution/network/labels.ts';

const likely = (role: Role, first: number, end: number, exact: number): Likely => ({ role, first, end, exact });
const edges = (spans: readonly Likely[]) => spans.map(({ role, first, end }) => `${role} ${first}-${end}`);

describe('chooseSpans', () => {
  it('takes the likelier edges of a span', () => {
    const spans = [likely('content', 3, 9, 0.55), likely('content', 4, 9, 0.4)];
    assert.deepEqual(edges(chooseSpans(spans)), ['content 3-9']);
  });

  it('takes a content that is surely there though none of its edges is sure, and leaves one that is hardly there', () => {
    const ends = [20, 21, 22, 23, 24].map((end) => likely('content', 0, end, end === 22 ? 0.23 : 0.18));
    assert.deepEqual(edges(chooseSpans(ends)), ['content 0-22']);
    assert.deepEqual(chooseSpans([likely('content', 0, 22, 0.23)]), []);
  });

  it('takes two spans instead of one across them when they are worth more together', () => {
    const across = likely('content', 0, 12, 0.5);
    const two = [likely('cue', 2, 3, 0.45), likely('content', 3, 12, 0.45)];
    assert.deepEqual(edges(chooseSpans([across, ...two])), ['cue 2-3', 'content 3-12']);
    assert.deepEqual(edges(chooseSpans([across, two[0]!])), ['content 0-12']);
  });

  it('adds up what would pass for a span: contents that share half of their tokens, sources and cues that overlap', () => {
    const [content] = chooseSpans([
      likely('content', 0, 8, 0.5),
      likely('content', 4, 12, 0.1),
      likely('content', 2, 8, 0.3),
    ]);
    assert.ok(Math.abs(content!.present - 0.8) < 1e-9);
    const [source] = chooseSpans([likely('source', 0, 8, 0.5), likely('cue', 7, 8, 0.2), likely('source', 7, 8, 0.25)]);
    assert.ok(Math.abs(source!.present - 0.75) < 1e-9);
  });

  it('never takes two that overlap, and gives them in the order of the text', () => {
    const span = fc.record({
      role: fc.constantFrom<Role>('source', 'cue', 'content'),
      first: fc.nat(20),
      length: fc.integer({ min: 1, max: 8 }),
      exact: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const inOrder = spans.sort((a, b) => a.first - b.first);
        const chosen = chooseSpans(
          inOrder.map((one) => likely(one.role, one.first, one.first + one.length, one.exact)),
        );
        chosen.forEach(({ end }, i) => {
          assert.ok(end <= (chosen[i + 1]?.first ?? Number.POSITIVE_INFINITY));
        });
      }),
    );
  });
});
