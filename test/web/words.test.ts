import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { foldedWords } from '../../src/store/fold.ts';
import { readSearch } from '../../src/store/search-words.ts';
import { huesOf } from '../../web/hues.ts';
import { matchesIn } from '../../web/search/matches.ts';
import {
  dateWords,
  daysWords,
  dayWords,
  languageTag,
  numberIn,
  placeOfKey,
  shareWords,
  webAddress,
} from '../../web/words.ts';

describe('dates', () => {
  test('are given as the article gives them, with their own zone', () => {
    assert.equal(dateWords('2031-10-12'), '12 October 2031');
    assert.equal(dateWords('2031-01-01T00:30:00+02:00'), '1 January 2031, 00:30 +02:00');
    assert.equal(dateWords('2031-10-13T06:30:00.000Z'), '13 October 2031, 06:30 UTC');
    assert.equal(dateWords('2031-10-13T06:30'), '13 October 2031, 06:30');
    assert.equal(dayWords('2031-01-01T00:30:00+02:00'), '1 January 2031');
  });

  test('from one to another share what they have in common', () => {
    const spaces = (text: string) => text.replace(/\s/g, ' ').replace(/ ?– ?/, '–');
    assert.equal(spaces(daysWords('2031-10-02', '2031-10-20T23:30:00+02:00')), '2–20 October 2031');
    assert.equal(daysWords('2031-10-02T08:00Z', '2031-10-02'), '2 October 2031');
    assert.equal(daysWords('spring', '2031-10-02'), 'spring to 2031-10-02');
    assert.equal(daysWords('spring', 'spring'), 'spring');
  });

  test('that are none stay as they are', () => {
    assert.equal(dateWords('last Tuesday'), 'last Tuesday');
    assert.equal(dayWords('2031'), '2031');
  });
});

describe('shares', () => {
  test('are whole per cents; a little is not nothing, and of nothing there is none', () => {
    assert.deepEqual([0, 0.001, 0.005, 0.125, 1, null].map(shareWords), ['0%', '<1%', '1%', '13%', '100%', '–']);
  });
});

describe('addresses', () => {
  test('only those of the web are followed', () => {
    assert.equal(webAddress('https://courier.example/a b'), 'https://courier.example/a%20b');
    assert.equal(webAddress('http://courier.example/'), 'http://courier.example/');
    const others = [
      'javascript:alert(1)',
      ' JavaScript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '/archive/a.html',
      '',
      null,
    ];
    for (const other of others) assert.equal(webAddress(other), null, String(other));
  });

  test('of an attribution are told by its key', () => {
    assert.equal(placeOfKey('f65768c9b696-12'), '/articles/f65768c9b696#s12');
  });

  test('the number of an attribution is the end of its key', () => {
    assert.equal(numberIn('f65768c9b696-0'), 0);
    assert.equal(numberIn('a-b-217'), 217);
  });

  test('a language tag is used only when it is well formed', () => {
    assert.equal(languageTag('pt-BR'), 'pt-BR');
    for (const odd of ['"><script>', 'english', '', null]) assert.equal(languageTag(odd), undefined);
  });
});

describe('colours', () => {
  test('differ for up to twelve speakers, and stay with the speaker', () => {
    const keys = Array.from({ length: 12 }, (_, i) => `speaker-${i * 37}`);
    const hues = huesOf(keys);
    assert.equal(new Set(hues.values()).size, 12);
    assert.equal(huesOf([keys[5]!]).get(keys[5]!), huesOf([keys[5]!, 'another']).get(keys[5]!));
    for (const hue of huesOf([...keys, 'thirteenth']).values()) assert.match(hue, /^hue-([1-9]|1[0-2])$/);
  });
});

describe('matches', () => {
  const found = (text: string, query: string) =>
    matchesIn(text, readSearch(query)).map(([start, end]) => text.slice(start, end));

  test('are whole words, found as the record finds them', () => {
    assert.deepEqual(found('No toll. The Tolls? TOLL!', 'toll'), ['toll', 'Tolls', 'TOLL']);
    assert.deepEqual(found('A toll, the toll road', 'toll road'), ['toll', 'toll', 'road']);
    assert.deepEqual(found('“There will be no toll,” she said', '"no toll"'), ['no toll']);
    assert.deepEqual(found('toll no', '"no toll"'), []);
    assert.deepEqual(found('Łukasz Dvořák of Straße 4', 'lukasz dvorak strasse'), ['Łukasz', 'Dvořák', 'Straße']);
    assert.deepEqual(found('the cease-fire holds', 'cease-fire'), ['cease-fire']);
    assert.deepEqual(found('so\u00ADft hyphen', 'soft'), ['so\u00ADft']);
    assert.deepEqual(found('anything', '"" *'), []);
  });

  test('are in order, apart, within the text, and hold a word searched for', () => {
    const word = fc.constantFrom('toll', 'Tolls', 'éa', 'no', '½', '“', ' ', '-', '\u00AD', '𝔘', 'ß');
    fc.assert(
      fc.property(fc.array(word), fc.array(word, { maxLength: 4 }), (words, query) => {
        const text = words.join('');
        const terms = readSearch(query.join(' '));
        let last = -1;
        for (const [start, end] of matchesIn(text, terms)) {
          assert.ok(last < start && start < end && end <= text.length);
          last = end;
          const folded = foldedWords(text.slice(start, end));
          assert.ok(terms.some((term) => folded.some((each) => each.startsWith(term.words[0]!))));
        }
      }),
    );
  });
});
