import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { stretchOf } from '../../../src/attribution/nesting/stretches.ts';
import type { RoleSpan } from '../../../src/attribution/network/labels.ts';
import { quotationState } from '../../../src/attribution/quotation/quotation-marks.ts';
import { type Document, readDocument } from '../../../src/text/index.ts';
import { hostileText } from '../../text/hostile.ts';

const wordsOf = ({ text, tokens }: Document) =>
  tokens.length === 0 ? '' : text.slice(tokens[0]!.start, tokens.at(-1)!.end);

/** The tokens that words of a text cover. */
function spanOf({ text, tokens }: Document, words: string, role: RoleSpan['role']): RoleSpan {
  const start = text.indexOf(words);
  const first = tokens.findIndex((token) => token.start === start);
  const last = tokens.findIndex((token) => token.end === start + words.length);
  return { role, first, end: last + 1 };
}

/** What is read again of a content. */
function stretch(text: string, content: string, cue: string): string {
  const document = readDocument(text);
  return wordsOf(
    stretchOf(document, quotationState(document), spanOf(document, content, 'content'), spanOf(document, cue, 'cue')),
  );
}

describe('a content read again', () => {
  it('leaves the quotation marks around it out', () => {
    const text = '“He told me, ‘We will never sign,’” said Irena Malk.';
    assert.equal(stretch(text, '“He told me, ‘We will never sign,’”', 'said'), 'He told me, ‘We will never sign,’');
  });

  it('keeps marks that stand around parts of it', () => {
    const text = 'Malk said “the river” and “the valley”.';
    assert.equal(stretch(text, '“the river” and “the valley”', 'said'), '“the river” and “the valley”.');
  });

  it('takes in the full stop behind it', () => {
    const text = 'Malk said that he had told her that it was over. She left.';
    const content = 'that he had told her that it was over';
    assert.equal(stretch(text, content, 'said'), 'he had told her that it was over.');
  });

  it('ends with the sentence of its cue outside quotation marks', () => {
    const text = 'Malk said that it was over. He told her that it was not.';
    assert.equal(stretch(text, 'that it was over. He told her that it was not', 'said'), 'it was over.');
    assert.equal(stretch(text, 'He told her that it was not', 'said'), '');
  });

  it('leaves out the “that” which ties it to its cue, not one that was said', () => {
    assert.equal(stretch('Malk said that she told him.', 'that she told him', 'said'), 'she told him.');
    assert.equal(stretch('Malk said “that she told him”.', '“that she told him”', 'said'), 'that she told him');
  });

  it('goes on over sentences within quotation marks', () => {
    const text = '“It was over. He told me that it was not,” Malk said.';
    assert.equal(
      stretch(text, '“It was over. He told me that it was not,”', 'said'),
      'It was over. He told me that it was not,',
    );
  });

  it('is tokens of the same text, with sentences and paragraphs that cover them', () => {
    const filled = hostileText.filter((text) => readDocument(text).tokens.length > 0);
    fc.assert(
      fc.property(filled, fc.nat(), fc.nat(), fc.nat(), (text, a, b, c) => {
        const document = readDocument(text);
        const n = document.tokens.length;
        const [first, last] = [a % n, b % n].sort((x, y) => x - y) as [number, number];
        const content: RoleSpan = { role: 'content', first, end: last + 1 };
        const cue: RoleSpan = { role: 'cue', first: c % n, end: (c % n) + 1 };
        const again = stretchOf(document, quotationState(document), content, cue);
        assert.equal(again.text, text);
        for (const token of again.tokens) assert.equal(text.slice(token.start, token.end), token.form);
        const from = again.tokens.length > 0 ? document.tokens.indexOf(again.tokens[0]!) : 0;
        assert.deepEqual(again.tokens, document.tokens.slice(from, from + again.tokens.length));
        for (const ranges of [again.sentences, again.paragraphs]) {
          assert.deepEqual(
            ranges.flatMap(([start, end]) => Array.from({ length: end - start }, (_, i) => start + i)),
            again.tokens.map((_, i) => i),
          );
        }
      }),
    );
  });
});
