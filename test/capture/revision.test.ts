import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { comparer } from '../../src/capture/index.ts';

const { sameWords, addressOf } = comparer;
const same = (a: string, b: string, title = 'Grain talks'): boolean =>
  sameWords({ title, text: a }, { title, text: b });

const ARTICLE = [
  'Vesland will open the corridor on 12 May, foreign minister Irena Malk said.',
  '“We have waited 40 days,” she told Radio Ardal. “That is enough.”',
  'Nuri Okoro, who speaks for the millers, said: “Prices won’t fall before June.”',
].join('\n');

/** Words of letters and digits. */
const word = fc.stringMatching(/^[a-zA-Zäöéß]{2,9}$|^\d{1,4}$/);
const sentence = fc.array(word, { minLength: 4, maxLength: 14 }).map((words) => `The ${words.join(' ')} stays.`);
const text = fc.array(sentence, { minLength: 1, maxLength: 6 }).map((sentences) => sentences.join('\n'));

const SPACES = [' ', '  ', '\n', '\r\n', '\t', '\u00a0', '\u2009', '\u2028', ' \u200b'];
const QUOTES = ['"', "'", '“', '”', '„', '‘', '’', '«', '»', '`'];
const DASHES = ['-', '–', '—', '\u2011', '\u2212'];
const INVISIBLE = ['', '\u200b', '\u00ad', '\ufeff', '\u2060', '\u200e'];

/** The text with everything that is one of `of` put in other ways, as `choose` chooses. */
const otherwise = (of: RegExp, ways: readonly string[], choose: () => number) => (words: string) =>
  words.replace(of, () => ways[choose() % ways.length]!);

/** A row of numbers that begins anew at its end. */
const choices = fc.array(fc.nat(1_000), { minLength: 5, maxLength: 20 }).map((all) => {
  let at = 0;
  return () => all[at++ % all.length]!;
});

describe('the same words', () => {
  it('stay the same in any white space, quotation marks, dashes and invisible characters', () => {
    const marked = text.map((words) => words.replace(/ (\w+) (\w+) /g, ' “$1” – ‘$2’ '));
    fc.assert(
      fc.property(marked, choices, (words, choose) => {
        const spaced = otherwise(/\s+/g, SPACES, choose)(words);
        const quoted = otherwise(/[“”‘’]/g, QUOTES, choose)(spaced);
        const dashed = otherwise(/–/g, DASHES, choose)(quoted);
        const other = otherwise(/(?<=\w)(?=\w)/g, INVISIBLE, choose)(dashed);
        assert.ok(same(words, other), JSON.stringify([words, other]));
      }),
    );
  });

  it('are others as soon as one letter or digit of a sentence is another, is gone, or is added', () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.constantFrom('replace', 'remove', 'add'), (words, n, how) => {
        const places = [...words.matchAll(/[\p{L}\p{N}]/gu)].map(({ index }) => index);
        const at = places[n % places.length]!;
        const letter = words[at] === 'x' ? 'y' : 'x';
        const end = how === 'add' ? at : at + 1;
        const other = words.slice(0, at) + (how === 'remove' ? '' : letter) + words.slice(end);
        assert.ok(!same(words, other), JSON.stringify([words, other]));
      }),
    );
  });

  it('are told alike whichever comes first, and any text has the same as itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        assert.ok(same(a, a));
        assert.equal(same(a, b), same(b, a));
      }),
    );
  });

  it('are others when words are added, taken out, parted or put in quotation marks', () => {
    for (const [before, after] of [
      ['40 days', '41 days'],
      ['said.', 'said on Monday.'],
      ['foreign minister ', ''],
      ['corridor', 'corri dor'],
      ['the millers', '“the millers”'],
      ['“That is enough.”', ''],
      ['won’t', 'will'],
    ] as const) {
      assert.equal(same(ARTICLE, ARTICLE.replace(before, after)), false, before);
    }
  });

  it('are others under another headline, and the same under one that is only set otherwise', () => {
    assert.equal(sameWords({ title: 'Talks open', text: ARTICLE }, { title: 'Talks fail', text: ARTICLE }), false);
    assert.equal(
      sameWords({ title: 'Malk: “we wait”', text: ARTICLE }, { title: "Malk: 'we wait' ", text: ARTICLE }),
      true,
    );
    assert.equal(sameWords({ title: null, text: ARTICLE }, { title: null, text: ARTICLE }), true);
  });

  it('stay the same when only lines of dates and boxes beside the text change', () => {
    const lines: readonly (readonly [string, string])[] = [
      ['Updated 4 May 2031, 10:02', 'Updated 4 May 2031, 18:40'],
      ['Last updated: 5 minutes ago.', 'Last updated: 2 hours ago.'],
      ['Updated at 14:05 GMT.', 'Updated at 16:30 GMT.'],
      ['Published 4 May 2031. Updated 4 May 2031.', 'Published 4 May 2031. Updated 6 May 2031.'],
      ['Read more: Millers warn of a dear summer.', 'Read more: Why did the ferry stop?'],
      ['Most read', 'Most shared'],
      ['Ferry to Orra cancelled after storm', 'Mayor of Carrow resigns'],
      ['12 comments', '1,204 comments'],
      ['3 min read', '4 min read'],
    ];
    for (const [before, after] of lines) {
      for (const place of [0, 1, 3]) {
        const put = (line: string): string => ARTICLE.split('\n').toSpliced(place, 0, line).join('\n');
        assert.equal(same(put(before), put(after)), true, after);
        assert.equal(same(ARTICLE, put(after)), true, `without ${after}`);
      }
    }
  });

  it('are others where what looks like a date or a box is a sentence', () => {
    for (const [before, after] of [
      ['Updated figures show 500 dead.', 'Updated figures show 600 dead.'],
      ['Ferry to Orra cancelled.', 'Ferry to Orra sunk.'],
      ['“Never”', '“Always”'],
      ['Correction: the talks began on Monday.', 'Correction: the talks began on Friday.'],
    ] as const) {
      assert.equal(same(`${ARTICLE}\n${before}`, `${ARTICLE}\n${after}`), false, after);
    }
  });

  it('are the whole text where it has no sentences', () => {
    const poem = 'The boats come in\nThe boats go out\nThe grain lies still';
    assert.equal(same(poem, poem.replace('still', 'waste')), false);
  });

  it('are told in time that grows with the text alone', () => {
    const hostile = [' '.repeat(300_000), '“'.repeat(300_000), `${'- '.repeat(100_000)}x`, 'updated 1'.repeat(30_000)];
    for (const long of hostile) assert.equal(same(`${long}a b`, `${long}a c`), false);
  });
});

describe('the address of an article', () => {
  it('is the same with and without what only says where a reader came from', () => {
    const address = addressOf('https://courier.example/talks?id=7');
    assert.equal(addressOf('https://Courier.example/talks?utm_source=x&id=7#comments'), address);
    assert.notEqual(addressOf('https://courier.example/talks?id=8'), address);
  });

  it('is none for a front page, a file, or nothing', () => {
    for (const url of [null, 'https://courier.example', 'https://courier.example/?utm_source=x', 'talks.html', '']) {
      assert.equal(addressOf(url), null, String(url));
    }
  });
});
