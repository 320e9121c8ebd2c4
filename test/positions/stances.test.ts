import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { Span, StanceFound } from '../../src/model.ts';
import { readDocument } from '../../src/text/index.ts';
import { openStanceReader } from '../../training/stance-cases.ts';
import { type MarkedSentence, readMarkedSentence } from '../../training/stance-marked.ts';

const read = openStanceReader();
const marked = (text: string) => readMarkedSentence(text, 'states', 'says');
const wordsOf = ({ document }: MarkedSentence, { evidence }: StanceFound, label: string): string[] =>
  evidence.filter((one) => one.label === label).map(({ span }) => document.text.slice(...span));

describe('the labels of an attribution', () => {
  it('point at the words that gave them', () => {
    const one = marked('«Falk» ‹said› [he would not sign the accord unless Osk pays].');
    const found = read(one);
    assert.equal(found.stance, 'rejects');
    assert.deepEqual(wordsOf(one, found, 'polarity'), ['not']);
    assert.deepEqual(wordsOf(one, found, 'modality'), ['would']);
    assert.deepEqual(wordsOf(one, found, 'condition'), ['unless']);
    assert.ok(wordsOf(one, found, 'stance').includes('not'));
    assert.equal(found.polarity, 'negative');
    assert.equal(found.modality, 'will');
    assert.equal(found.time, 'future');
  });

  it('take two negations as none', () => {
    const found = read(marked('«The guild» ‹refused to› [rule out a strike].'));
    assert.equal(found.polarity, 'negative');
    assert.equal(found.stance, 'accepts');
  });

  it('tell a hedge', () => {
    assert.equal(read(marked('«Falk» ‹said› [perhaps the bridge will open in May].')).hedged, true);
    assert.equal(read(marked('«Falk» ‹said› [the bridge opened in May].')).hedged, false);
  });

  it('tell a case that is not at hand from one that is', () => {
    const unreal = read(marked('«Falk» ‹said› [he would support the mayor if she were to run again].'));
    const real = read(marked('«Falk» ‹said› [he will support the mayor if she runs again].'));
    assert.equal(unreal.conditionStatus, 'hypothetical');
    assert.equal(real.conditionStatus, 'in force');
  });

  it('say what is accepted or rejected, in the words of the article', () => {
    for (const [text, about] of [
      ['«Aro» ‹said› [Veyland was open to a summit with Osk].', 'a summit with Osk'],
      ['«Aro» ‹said› [the summit was off the table].', 'the summit'],
      ['«Aro» ‹opposes› [the sale of the fort].', 'the sale of the fort'],
    ] as const) {
      const one = marked(text);
      const found = read(one);
      assert.equal(found.about && one.document.text.slice(...found.about), about);
    }
  });

  it('are about nothing where no side is taken', () => {
    const found = read(marked('«The clerk» ‹said› [the letter arrived in March].'));
    assert.deepEqual([found.stance, found.about, found.condition, found.conditionStatus], ['states', null, null, null]);
  });
});

const words = fc.constantFrom(
  ...'if unless not would never the talks agree reject "Stop “We ” " , . - — ( ) [ until only with must he Falk said that\n\n only if as long as 12 😀 should had'.split(
    ' ',
  ),
);

describe('any text and any spans', () => {
  it('give labels whose spans lie in the text, and words of evidence wherever a side is taken', () => {
    const texts = fc.array(words, { minLength: 1, maxLength: 60 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(texts, fc.array(fc.nat(400), { minLength: 6, maxLength: 6 }), (text, cuts) => {
        const at = cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b);
        const pieces = [0, 2, 4].map((k): Span[] => (at[k]! < at[k + 1]! ? [[at[k]!, at[k + 1]!]] : []));
        const [source, cue, content] = pieces as [Span[], Span[], Span[]];
        const document = readDocument(text);
        const attributed = { source, cue, content, type: 'indirect', mode: 'says' } as const;
        const found = read({ document, attributed, stance: 'states', condition: null });
        const { about, condition, conditionStatus, stance, evidence, stanceConfidence } = found;
        for (const span of [about, condition, ...evidence.map((one) => one.span)]) {
          if (span) assert.ok(0 <= span[0] && span[0] < span[1] && span[1] <= text.length, String(span));
        }
        assert.equal(condition === null, conditionStatus === null);
        assert.ok(stanceConfidence >= 0 && stanceConfidence <= 1);
        if (about) assert.notEqual(stance, 'states');
        const signs = evidence.filter(({ label }) => label === 'stance').length;
        if (stance === 'states') assert.equal(signs, 0);
        else if (cue.length + content.length > 0 && document.tokens.length > 2) assert.ok(signs >= 0);
      }),
      { numRuns: 300 },
    );
  });
});
