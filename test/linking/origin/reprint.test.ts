import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Narrations, narrationOf, pair, reprintOf } from '../../../src/linking/index.ts';
import type { NarratedArticle, ReprintKind } from '../../../src/model.ts';
import { article, OTHER, STORY, sentence } from './wire.ts';

const WIRE = 'Lesovia Press';
const wire = article({ id: 'wire', outlet: WIRE, sentences: STORY });
const told = STORY.filter((one) => !one.startsWith('“'));
const quotes = STORY.filter((one) => one.startsWith('“'));
/** Every nth sentence told anew. */
const edited = (every: number): string[] => STORY.map((one, i) => (i % every === 1 ? OTHER[i % OTHER.length]! : one));
const unquoted = (one: string): string => one.replaceAll(/[“”]/gu, '');

/** What a later article has, and how it comes from the wire's; null for not at all. */
const PAIRS: readonly (readonly [name: string, later: Parameters<typeof article>[0], kind: ReprintKind | null])[] = [
  ['reprinted whole', { outlet: 'Norta Courier', sentences: STORY }, 'reprint'],
  [
    'whole, with its own lede',
    { outlet: 'Norta Courier', sentences: [...OTHER.slice(0, 2), ...STORY.slice(1)] },
    'reprint',
  ],
  ['cut to its first half', { outlet: 'Norta Courier', sentences: STORY.slice(0, 6) }, 'reprint'],
  ['cut to four sentences', { outlet: 'Norta Courier', sentences: STORY.slice(3, 7) }, 'reprint'],
  ['one sentence in ten told anew', { outlet: 'Norta Courier', sentences: edited(10) }, 'reprint'],
  ['one sentence in five told anew', { outlet: 'Norta Courier', sentences: edited(5) }, 'reprint'],
  ['one sentence in three told anew', { outlet: 'Norta Courier', sentences: edited(3) }, 'reprint'],
  ['every second sentence told anew', { outlet: 'Norta Courier', sentences: edited(2) }, 'reprint'],
  ['in another order', { outlet: 'Norta Courier', sentences: STORY.toReversed() }, 'reprint'],
  ['with the quotations left out', { outlet: 'Norta Courier', sentences: told }, 'reprint'],
  ['inside a longer one', { outlet: 'Norta Courier', sentences: [...OTHER, ...STORY.slice(0, 8)] }, 'reprint'],
  [
    'credited as well',
    { outlet: 'Norta Courier', sentences: ['KARSK (Lesovia Press) — All is shut.', ...STORY] },
    'reprint',
  ],
  ['another version by the same outlet', { outlet: 'Lesovia Press', sentences: edited(5) }, 'update'],
  [
    'another version by the same outlet under its other name',
    { outlet: 'The Lesovia Press', sentences: STORY },
    'update',
  ],
  [
    'told anew, with a credit and both quotations',
    { outlet: 'Norta Courier', sentences: [...OTHER, ...quotes, 'The Lesovia Press reported it first.'] },
    'derived',
  ],
  [
    'told anew, with a credit and its narration quoted as if spoken',
    {
      outlet: 'Norta Courier',
      sentences: [
        ...OTHER,
        `“${STORY[3]}” Lesovia Press reported.`,
        'As reported by the Lesovia Press, the port is shut.',
      ],
    },
    'derived',
  ],
  ['told anew', { outlet: 'Norta Courier', sentences: OTHER }, null],
  [
    'told anew, with both quotations and no credit',
    { outlet: 'Norta Courier', sentences: [...OTHER, ...quotes] },
    null,
  ],
  [
    'told anew, with a credit alone',
    { outlet: 'Norta Courier', sentences: [...OTHER, 'The Lesovia Press reported it first.'] },
    null,
  ],
  [
    'told anew, with a credit and one quotation',
    { outlet: 'Norta Courier', sentences: [...OTHER, quotes[0]!, 'The Lesovia Press reported it.'] },
    null,
  ],
  ['told anew, with one paragraph of background', { outlet: 'Norta Courier', sentences: [...OTHER, STORY[5]!] }, null],
  ['of the quotations alone', { outlet: 'Norta Courier', sentences: quotes }, null],
  ['told anew by the same outlet', { outlet: 'Lesovia Press', sentences: OTHER }, null],
  ['empty', { outlet: 'Norta Courier', sentences: [] }, null],
];

const wordsOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[\p{L}\p{N}']+/gu)
    ?.join(' ') ?? '';

describe('reprints', () => {
  for (const [name, made, kind] of PAIRS) {
    it(`${kind ?? 'nothing'}: ${name}`, () => {
      const later = article({ id: 'later', published: '2031-05-07', ...made });
      const found = pair(wire, later);
      assert.equal(found?.kind ?? null, kind, found?.why);
      if (found === null) return;
      assert.equal(found.later, later);
      assert.ok(found.why.length > 10 && found.share >= 0 && found.share <= 1);
      assert.ok(found.passages.length > 0);
      for (const passage of found.passages) {
        assert.equal(
          wordsOf(later.narration.text.slice(...passage.later)),
          wordsOf(wire.narration.text.slice(...passage.earlier)),
        );
      }
      assert.deepEqual(pair(later, wire), found, 'the order of the two does not matter');
    });
  }

  it('takes statements found the same as evidence beside a credit', () => {
    const later = article({ outlet: 'Norta Courier', sentences: [...OTHER, 'The Lesovia Press reported it.'] });
    assert.equal(reprintOf(later, wire), null);
    const statements = [
      { later: [0, 9] as const, earlier: [0, 9] as const },
      { later: [20, 29] as const, earlier: [30, 39] as const },
    ];
    assert.equal(reprintOf(later, wire, { statements })?.kind, 'derived');
    const silent = article({ outlet: 'Norta Courier', sentences: OTHER });
    assert.equal(reprintOf(silent, wire, { statements }), null, 'without a credit they are no evidence');
  });

  it('lets a credit decide before the dates', () => {
    const early = article({
      id: 'early',
      outlet: 'Norta Courier',
      published: '2031-05-01',
      sentences: [...STORY, 'This article originally appeared in the Lesovia Press.'],
    });
    assert.equal(pair(wire, early)?.earlier, wire);
    const silent = article({ id: 'early', outlet: 'Norta Courier', published: '2031-05-01', sentences: STORY });
    assert.equal(pair(wire, silent)?.later, wire);
  });

  it('takes no words that stand in quotation marks there for narration', () => {
    const transcript = article({ outlet: 'Norta Courier', sentences: STORY.map((one) => `“${unquoted(one)}”`) });
    assert.equal(
      pair(
        transcript,
        article({ id: 'b', outlet: 'Halden Gazette', sentences: STORY.map((one) => `“${unquoted(one)}”`) }),
      ),
      null,
    );
    const marked = STORY.map(unquoted).join(' ');
    const spoken = narrationOf(marked, [[0, marked.length]]);
    assert.equal(spoken.told, 0);
  });

  it('leaves words aside that too many articles hold', () => {
    const index = new Narrations<NarratedArticle>();
    const boilerplate = STORY.slice(3, 7);
    const found = Array.from({ length: 60 }, (_, i) =>
      index.add(
        article({
          id: `n${i}`,
          outlet: `Paper ${i} Herald`,
          sentences: [
            `Paper number ${i} of ${i + 7} opens with a sentence that nobody else has in year ${i}.`,
            ...boilerplate,
          ],
        }),
      ),
    );
    assert.ok(found[1]!.length > 0, 'a few who share it are found');
    assert.deepEqual(found[59], [], 'what sixty have says nothing');
  });

  it('finds whom a newcomer reprints among many, in any order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 10, maxLength: 16 }), { minLength: 4, maxLength: 8 }),
        fc.nat(),
        fc.double({ min: 0.1, max: 0.4, noNaN: true }),
        fc.boolean(),
        (stories, which, changed, copyFirst) => {
          const index = new Narrations<NarratedArticle>();
          const at = which % stories.length;
          const every = Math.round(1 / changed);
          const original = stories[at]!;
          const copy = original.map((one, i) =>
            i % every === 0 ? `Nobody but paper ${i} wrote line ${which} like this.` : one,
          );
          const articles = stories.map((sentences, i) =>
            article({ id: `s${i}`, outlet: `Paper ${i} Herald`, sentences }),
          );
          const reprint = article({ id: 'copy', outlet: 'Norta Courier', published: '2031-06-01', sentences: copy });
          const all = copyFirst ? [reprint, ...articles] : [...articles, reprint];
          const pairs = all.flatMap((one) => index.add(one));
          assert.deepEqual(
            pairs.map(({ later, earlier, kind }) => [later.id, earlier.id, kind]),
            [['copy', `s${at}`, 'reprint']],
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('narration', () => {
  it('gives words with places that slice, and bounded keys of whole numbers', () => {
    const piece = fc.constantFrom(
      '“Ja,” ',
      'Malk ',
      "don't ",
      '„so“ ',
      '\n\n',
      '😀 ',
      'a b c d e f g ',
      '"x y" ',
      '12 ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' })), { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { places, words, quoted, told, keys } = narrationOf(text);
        assert.equal(places.length, 2 * words.length);
        assert.equal(told, quoted.filter((one) => one === 0).length);
        for (let i = 0; i < words.length; i++) {
          const word = text.slice(places[2 * i], places[2 * i + 1]);
          assert.match(word, /^[\p{L}\p{N}]+(?:['’][\p{L}]+)*$/u);
        }
        assert.ok(keys.every((key) => Number.isSafeInteger(key) && key >= 0));
        assert.equal(new Set(keys).size, keys.length);
      }),
    );
    assert.ok(narrationOf('rye ferry mill '.repeat(50_000)).keys.length <= 250);
  });

  it('tells what stands inside quotation marks of any kind', () => {
    const inside = (text: string): string => {
      const { places, quoted } = narrationOf(text);
      return [...quoted].flatMap((one, i) => (one ? text.slice(places[2 * i], places[2 * i + 1]) : [])).join(' ');
    };
    assert.equal(inside('He said “come here” and “go”.'), 'come here go');
    assert.equal(inside('He said "come here" and left.'), 'come here');
    assert.equal(inside("It's Malk's, he said: ‘come here’ and left."), 'come here');
    assert.equal(inside('„Komm her“, so Malk. «Viens ici», dit-il.'), 'Komm her Viens ici');
    assert.equal(inside('“It goes on\nHere it is told.'), 'It goes on');
  });
});
