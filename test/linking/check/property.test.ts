import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Check, compare, wordsOf } from '../../../src/linking/index.ts';
import { checked, sameName, sourceOf } from './sources.ts';

/** Words of all sorts: those any sentence has, those that deny or set conditions, numbers, accents, signs. */
const WORDS =
  'the of we is it and not if unless never before harbour crane winter council boats 40 1,860 61.5 Árdal Torženko don’t ' +
  "nobody's rock-salt 😀 €5 [the] … — ; , «old» İzmir ﬁsh piers toll toll will may";
const word = fc.constantFrom(...WORDS.split(' '));
const sentence = fc.array(word, { minLength: 5, maxLength: 40 }).filter((words) => forms(words.join(' ')).length >= 5);
const isSound = (verdict: string): boolean => verdict === 'verbatim' || verdict === 'excerpt';
const forms = (text: string): readonly string[] => wordsOf(text).forms;

describe('a quotation cut from a source', () => {
  it('is never lost, and its places are its words', () => {
    const cut = fc.record({
      before: fc.array(sentence, { maxLength: 3 }),
      said: sentence,
      after: fc.array(sentence, { maxLength: 3 }),
      from: fc.nat(),
      size: fc.nat(),
    });
    fc.assert(
      fc.property(cut, ({ before, said, after, from, size }) => {
        const others = (all: string[][]) =>
          all.map((words, i) => `${i % 2 ? 'Ivo Brandt: “' : ''}${words.join(' ')}${i % 2 ? '”' : ''}`);
        const quoted = said.join(' ');
        const text = [...others(before), `Mara Tellen: “${quoted}”`, ...others(after)].join('\n');
        const { starts, ends } = wordsOf(quoted);
        const first = from % (starts.length - 4);
        const last = first + 4 + (size % (starts.length - first - 4));
        const words = quoted.slice(starts[first]!, ends[last]!);
        const { verdict, found } = checked(words, text, { speaker: 'Mara Tellen' });
        assert.notEqual(verdict, 'not found');
        for (const { span, verdict: there, change } of found) {
          assert.ok(0 <= span[0] && span[0] < span[1] && span[1] <= text.length);
          if (change === 'identical') assert.equal(there, 'verbatim');
          if (isSound(there) && !/[…[\]]/.test(words)) assert.deepEqual(forms(text.slice(...span)), forms(words));
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is found with the very words when nothing in it may be left out', () => {
    const plain = fc.array(
      fc.constantFrom(...'harbour crane winter council boats piers toll 40 Árdal winter’s the of'.split(' ')),
      {
        minLength: 5,
        maxLength: 30,
      },
    );
    fc.assert(
      fc.property(plain, fc.nat(), fc.nat(), (said, from, size) => {
        const first = from % (said.length - 4);
        const words = said.slice(first, first + 5 + (size % (said.length - first - 4))).join(' ');
        const text = `The council met.\nMara Tellen: “${said.join(' ')}”\nIt rained.`;
        const { verdict, found } = checked(words, text, { speaker: 'Mara Tellen' });
        assert.equal(verdict, words === said.join(' ') ? 'verbatim' : 'excerpt');
        assert.equal(text.slice(...found[0]!.span), words);
      }),
      { numRuns: 500 },
    );
  });

  it('takes any words and any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 80 })),
        fc.string({ unit: 'binary', maxLength: 400 }),
        (drafts, text) => {
          const said = { around: '', speaker: null, speakerConfidence: null, attributed: false };
          const check = new Check(
            drafts.map((words) => ({ words, ...said })),
            { sameSpeaker: sameName, compare },
          );
          for (const score of check.likely(text).values()) assert.ok(score > 0 && score <= 1 + 1e-9);
          check.add(sourceOf(`${text}\n“${text}”`));
          assert.equal(check.findings().length, drafts.length);
        },
      ),
    );
  });
});
