import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span, SpeakerKind } from '../../src/model.ts';
import { resolveSpeakers } from '../../src/speakers/index.ts';
import { readDocument } from '../../src/text/index.ts';
import { weights } from './helper.ts';

const KINDS = new Set<SpeakerKind>(['person', 'organization', 'group', 'document', 'unnamed', 'author']);
const ABOUT = { title: null, byline: null, outlet: null };

const word = fc.constantFrom(
  'Anna',
  'Olsen',
  'Mr.',
  'Mrs.',
  'President',
  'the',
  'The',
  'senator',
  'she',
  'He',
  'they',
  'who',
  'said',
  'told',
  'and',
  'of',
  'Ministry',
  'FBI',
  'report',
  '“',
  '”',
  '"',
  ',',
  '.',
  '’s',
  "'s",
  '(',
  ')',
  '-',
  'J.',
  'van',
  'al-',
  'Jr.',
  'Okello',
  'Kyiv',
  'her',
  'campaign',
  'both',
  'I',
  'we',
  'one',
  'percent',
  '\n',
  '😀',
  'É',
  'ß',
  '\u00ad',
  'a',
  'former',
  'spokesman',
  'Carvalho',
);
const prose = fc.array(word, { maxLength: 120 }).map((words) => words.join(' '));
const anyText = fc.oneof(prose, prose, fc.string({ unit: 'binary', maxLength: 200 }));
/** Spans of any kind: in the text, outside it, empty, the wrong way round. */
const span = fc.tuple(fc.integer({ min: -5, max: 900 }), fc.integer({ min: -5, max: 900 })) as fc.Arbitrary<Span>;
const spans = fc.array(span, { maxLength: 3 });
const attribution = fc.record({ source: spans, cue: spans, content: spans });

const isWithin = (text: string, [start, end]: Span): boolean => start >= 0 && start < end && end <= text.length;

describe('resolveSpeakers', () => {
  it('takes any text and any spans, and gives one speaker or null for each attribution', () => {
    fc.assert(
      fc.property(anyText, fc.array(attribution, { maxLength: 12 }), (text, attributions) => {
        const found = resolveSpeakers(readDocument(text), attributions, ABOUT, weights);
        assert.equal(found.length, attributions.length);
        for (const { speaker, confidence, unresolved, anonymity } of found) {
          assert.ok(confidence >= 0 && confidence <= 1);
          assert.equal(unresolved === null, speaker !== null);
          if (anonymity) assert.ok(isWithin(text, anonymity));
          if (!speaker) continue;
          assert.equal(speaker.role === null, speaker.roleSpan === null);
          if (speaker.roleSpan) {
            assert.ok(isWithin(text, speaker.roleSpan));
            assert.equal(text.slice(...speaker.roleSpan).replace(/\s+/g, ' '), speaker.role);
          }
          assert.ok(KINDS.has(speaker.kind));
          assert.ok(speaker.name.trim().length > 0);
          if (speaker.kind === 'person') assert.ok(text.includes(speaker.name), `"${speaker.name}" is not in the text`);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('depends on nothing that it read before', () => {
    fc.assert(
      fc.property(prose, prose, fc.array(attribution, { maxLength: 8 }), (text, other, attributions) => {
        const once = resolveSpeakers(readDocument(text), attributions, ABOUT, weights);
        resolveSpeakers(readDocument(other), attributions, ABOUT, weights);
        assert.deepEqual(resolveSpeakers(readDocument(text), attributions, ABOUT, weights), once);
      }),
      { numRuns: 100 },
    );
  });
});
