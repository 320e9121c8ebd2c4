import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import fc from 'fast-check';
import type { AnalyzedArticle, Article } from '../../../src/model.ts';
import { quotationsOf } from '../../../src/pipeline/check/draft.ts';
import { type Analyzer, createAnalyzer } from '../../../src/pipeline/index.ts';

const article = (text: string): Article => ({
  id: 'draft',
  title: null,
  byline: null,
  published: null,
  outlet: null,
  language: null,
  url: null,
  text,
});
/** A draft in which nobody is said to have spoken. */
const unattributed = (text: string): AnalyzedArticle => ({ ...article(text), attributions: [] });

describe('the quotations of a draft', () => {
  let analyzer: Analyzer;
  const read = async (text: string) => quotationsOf((await analyzer.analyze([article(text)]))[0]!);
  before(async () => {
    analyzer = await createAnalyzer();
  });

  it('are what stands inside the marks, with whom the draft gives it to', async () => {
    const text = [
      '“The piers will open in May,” Mara Tellen said, “and the ferries will run at night.”',
      'Ivo Brandt told reporters: "Nobody has asked us for boats."',
      '«The council has never paid for a crane,» said Ivo Brandt.',
      '‘We don’t sleep in the harbour,’ Mara Tellen said.',
    ].join('\n\n');
    const { quotations, leftOut } = await read(text);
    assert.deepEqual(
      quotations.map(({ words, speaker }) => [words, speaker?.name]),
      [
        ['The piers will open in May,', 'Mara Tellen'],
        ['and the ferries will run at night.', 'Mara Tellen'],
        ['Nobody has asked us for boats.', 'Ivo Brandt'],
        ['The council has never paid for a crane,', 'Ivo Brandt'],
        ['We don’t sleep in the harbour,', 'Mara Tellen'],
      ],
    );
    assert.deepEqual(leftOut, []);
    for (const { span, words } of quotations) assert.equal(text.slice(...span), words);
  });

  it('keep what stands around them, the other half of a parted one too', async () => {
    const { quotations } = await read(
      'If the cranes are paid for, Mara Tellen said, “we will lower the tolls” for boats. It rained.',
    );
    assert.match(quotations[0]!.around, /^If the cranes are paid for, Mara Tellen said, “ … ” for boats\./);
    assert.doesNotMatch(quotations[0]!.around, /rained|lower/);
    const parted = await read('“We will lower the tolls,” Mara Tellen said, “if the council pays for the cranes.”');
    assert.match(parted.quotations[0]!.around, /if the council pays/);
  });

  it('leave out scare quotes and titles, which do not make a draft unsound', async () => {
    const { quotations, leftOut } = await read(
      'The so-called “peace train” stood at Ardal. The cinema still shows the film “Two Brides for Osip”.\n\n' +
        'Mara Tellen called the toll “a disgrace”.',
    );
    assert.deepEqual(
      quotations.map(({ words }) => words),
      ['a disgrace'],
    );
    assert.deepEqual(
      leftOut.map(({ words, unchecked }) => [words, unchecked]),
      [
        ['peace train', false],
        ['Two Brides for Osip', false],
      ],
    );
    assert.match(leftOut[0]!.reason, /fewer than 4 words/);
    assert.match(leftOut[1]!.reason, /title/);
  });

  it('take four words that nobody is said to have spoken, and no marks without words', () => {
    const { quotations, leftOut } = quotationsOf(
      unattributed('It read “nobody crosses the harbour”, “closed for now” and “…”.'),
    );
    assert.deepEqual(
      quotations.map(({ words }) => words),
      ['nobody crosses the harbour'],
    );
    assert.deepEqual(
      leftOut.map(({ words, reason }) => [words.replace(/,$/, ''), reason.slice(0, 12)]),
      [
        ['closed for now', 'fewer than 4'],
        ['…', 'no words'],
      ],
    );
  });

  it('end with the paragraph where a mark is not closed, and lose none after it', async () => {
    const text =
      'Mara Tellen said: “The piers will open in May.\n\nIt rained at Ardal.\n\n“Nobody has asked us for boats,” Ivo Brandt said.';
    const { quotations } = await read(text);
    assert.deepEqual(
      quotations.map(({ words }) => words),
      ['The piers will open in May.', 'Nobody has asked us for boats,'],
    );
  });

  it('are told to be unchecked where one runs on without an end', () => {
    const words = 'The piers will open and nobody asked us. '.repeat(25_000).trim();
    assert.ok(words.length > 1_000_000);
    const { quotations, leftOut } = quotationsOf(unattributed(`Mara Tellen said: “${words}`));
    assert.deepEqual(quotations, []);
    assert.equal(leftOut.length, 1);
    assert.match(leftOut[0]!.reason, /longer than 500 words: its closing mark may be missing/);
    assert.equal(leftOut[0]!.unchecked, true);
  });

  it('are the first 5000 of a megabyte of marks that are never closed; the rest is told', () => {
    const paragraph = '“The piers will open in May, and nobody asked us for boats at all.\n\n';
    const count = Math.ceil(1_000_000 / paragraph.length);
    const { quotations, leftOut } = quotationsOf(unattributed(paragraph.repeat(count)));
    assert.equal(quotations.length, 5000);
    assert.equal(leftOut.length, count - 5000);
    assert.ok(leftOut.every(({ unchecked, reason }) => unchecked && /only 5000/.test(reason)));
  });

  it('are their words in any text, in order, and never one inside another', () => {
    const piece = fc.oneof(
      fc.constantFrom('“', '”', '"', '‘', '’', '«', '»', "'", '\n', '\n\n', '. ', ' said Mara Tellen', ' '),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('the piers will open', 'nobody', 'don’t', 'boats’'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('');
        const { quotations, leftOut } = quotationsOf(unattributed(text));
        const all = [...quotations, ...leftOut].sort((a, b) => a.span[0] - b.span[0]);
        for (const [i, { span, words }] of all.entries()) {
          assert.equal(text.slice(...span), words);
          assert.ok(i === 0 || all[i - 1]!.span[1] <= span[0]);
        }
      }),
    );
  });
});
