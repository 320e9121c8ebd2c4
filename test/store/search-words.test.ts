import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readNamePart, readSearch } from '../../src/store/search-words.ts';

/** Terms as text: phrases with an underscore between words, prefixes with a star. */
const read = (input: string) =>
  readSearch(input).map(({ words, ending }) => words.join('_') + (ending === 'prefix' ? '*' : ''));

describe('reading a search', () => {
  it('tells words, phrases and beginnings apart', () => {
    assert.deepEqual(read('grain corridor'), ['grain', 'corridor*']);
    assert.deepEqual(read('“Grain corridor” op'), ['grain_corridor', 'op']);
    assert.deepEqual(read('"grain" «the  corridor»'), ['grain', 'the_corridor']);
    assert.deepEqual(read('negotiat* talks —'), ['negotiat*', 'talks*']);
    assert.deepEqual(read('cease-fire U.S.'), ['cease_fire', 'u_s']);
    assert.deepEqual(read('said"open sea'), ['said', 'open_sea']);
    assert.deepEqual(read('"open*'), ['open']);
    assert.deepEqual(read('don’t'), ['don_t']);
  });

  it('takes no more words than an index can be asked for', () => {
    const terms = readSearch('word '.repeat(1000));
    assert.equal(terms.length, 64);
    assert.equal(readSearch(`"${'word '.repeat(1000)}"`)[0]!.words.length, 64);
  });

  it('takes each word of a name for the beginning of one', () => {
    assert.deepEqual(readNamePart('Dan O’B'), [
      { words: ['dan'], ending: 'prefix' },
      { words: ['o'], ending: 'prefix' },
      { words: ['b'], ending: 'prefix' },
    ]);
  });
});
