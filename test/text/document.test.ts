import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Document, readDocument } from '../../src/text/index.ts';
import { hostileText } from './hostile.ts';

const forms = (document: Document) => document.tokens.map((token) => token.form);
const sentencesOf = (text: string) => {
  const document = readDocument(text);
  return document.sentences.map(([first, end]) =>
    text.slice(document.tokens[first]!.start, document.tokens[end - 1]!.end),
  );
};

describe('readDocument', () => {
  it('keeps the words of any text where they stand, and loses none', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { tokens } = readDocument(text);
        let at = 0;
        for (const { start, end, form } of tokens) {
          assert.ok(start >= at && end > start);
          assert.equal(text.slice(start, end), form);
          assert.equal(text.slice(at, start).trim(), '');
          at = end;
        }
        assert.equal(text.slice(at).trim(), '');
      }),
    );
  });

  it('covers all tokens with sentences and paragraphs, in order, without overlap', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const { tokens, sentences, paragraphs } = readDocument(text);
        for (const ranges of [sentences, paragraphs]) {
          let at = 0;
          for (const [first, end] of ranges) {
            assert.equal(first, at);
            assert.ok(end > first);
            at = end;
          }
          assert.equal(at, tokens.length);
        }
      }),
    );
  });

  it('reads a text alike whatever was read before it', () => {
    const text = "Marisol Tvedt's adviser said the cease-fire wouldn't hold, didn't it?";
    const before = readDocument(text);
    readDocument("Marisol Tvedt's Tvedt's' wouldn'thold cease-firewouldn't Tvedt’s");
    assert.deepEqual(readDocument(text), before);
  });

  it('tags and lemmatises the verb of saying', () => {
    const { tokens } = readDocument('The minister told reporters that talks had failed.');
    const told = tokens.find((token) => token.form === 'told');
    assert.deepEqual([told?.pos, told?.lemma], ['VERB', 'tell']);
  });

  it('splits paragraphs at line breaks of every kind', () => {
    assert.equal(readDocument('One.\nTwo.\r\nThree.\u2028Four.\rFive.').paragraphs.length, 5);
  });

  it('gives a closing mark to the sentence it closes', () => {
    assert.deepEqual(sentencesOf('“It is over.” He left. "We agree." They stayed.'), [
      '“It is over.”',
      'He left.',
      '"We agree."',
      'They stayed.',
    ]);
  });

  it('does not end a sentence after a title or an initial', () => {
    assert.deepEqual(sentencesOf('Dr. A. Holm met Gov. Ines Paz on Oct. 3. They agreed.'), [
      'Dr. A. Holm met Gov. Ines Paz on Oct. 3.',
      'They agreed.',
    ]);
  });

  it('keeps a question or a cry with the words that say whose it is', () => {
    assert.deepEqual(sentencesOf('“Why now?” asked Ms. Holm. "Go!" he said. Yahoo! said so. "Really?" Nobody spoke.'), [
      '“Why now?” asked Ms. Holm.',
      '"Go!" he said.',
      'Yahoo! said so.',
      '"Really?"',
      'Nobody spoke.',
    ]);
  });

  it('does not end a sentence before a number that is named', () => {
    assert.deepEqual(sentencesOf('Decree No. 114 stands. Art. 3 of it says so.'), [
      'Decree No. 114 stands.',
      'Art. 3 of it says so.',
    ]);
  });

  it('reads a line of any length in bounded pieces', () => {
    const document = readDocument('The delegation said no. '.repeat(5000));
    assert.equal(document.tokens.length, 25_000);
    assert.ok(document.paragraphs.length > 1);
  });

  it('reads a line without a space in pieces that cut no character', () => {
    const text = '😀'.repeat(30_000);
    const { tokens } = readDocument(text);
    assert.equal(tokens.map(({ form }) => form).join(''), text);
    assert.ok(tokens.every(({ start }) => start % 2 === 0));
  });

  it('gives nothing for white space alone', () => {
    assert.deepEqual(forms(readDocument(' \n\t\u00a0\n')), []);
  });
});
