import type { Narration, Span } from '../../model.ts';

/** Words of a fingerprint. */
export const GRAM = 6;
/** Of so many fingerprints in a row one is kept (winnowing): every run of GRAM + WINDOW - 1 equal words has one in common. */
const WINDOW = 6;
/** So many keys are kept of one text at most: those of the smallest numbers, which are the same in every text that has them. */
export const MOST_KEYS = 250;
/** So many words of a text are read. */
const MOST_WORDS = 20_000;

const WORD = /[\p{L}\p{N}]+(?:[’'][\p{L}]+)*/gu;
/** A quotation on one line; where it is not closed, to the end of the line, as papers print one that goes on. */
const QUOTATION =
  /„[^„“”\n]{1,4000}[“”]|[“„«][^“„«”»\n]{0,4000}(?:[”»]|$)|"[^"\n]{1,4000}"|(?<![\p{L}\p{N}])‘[^‘’\n]{0,40} [^‘\n]{0,2000}?’(?![\p{L}\p{N}])/gmu;

/** FNV-1a over UTF-16 code units, the marks of apostrophes made one, so that a word has the same number in every text. */
function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i++) {
    const code = word.charCodeAt(i);
    hash = Math.imul(hash ^ (code === 0x2019 ? 0x27 : code), 0x01000193);
  }
  return hash | 0;
}

/** A number from 0 to 2^53 - 1 for the words from `at` on. */
function hashGram(words: Int32Array, at: number): number {
  let high = 0x9e3779b9 | 0;
  let low = 0x85ebca6b | 0;
  for (let i = at; i < at + GRAM; i++) {
    high = Math.imul((high ^ words[i]!) + 0x7f4a7c15, 0x2c1b3c6d);
    low = Math.imul((low ^ words[i]!) + (high >>> 15), 0x297a2d39);
    high ^= high >>> 16;
    low ^= low >>> 13;
  }
  return (high >>> 0) * 2 ** 21 + (low >>> 11);
}

/** The fingerprints of a text by where they begin: winnowed, so that what two texts share has some in common. */
export function fingerprints(words: Int32Array): Map<number, number> {
  const kept = new Map<number, number>();
  const hashes: number[] = [];
  for (let i = 0; i + GRAM <= words.length; i++) hashes.push(hashGram(words, i));
  let at = -1;
  for (let first = 0; first + WINDOW <= hashes.length; first++) {
    if (at < first) {
      at = first;
      for (let i = first; i < first + WINDOW; i++) if (hashes[i]! <= hashes[at]!) at = i;
    } else if (hashes[first + WINDOW - 1]! <= hashes[at]!) at = first + WINDOW - 1;
    kept.set(at, hashes[at]!);
  }
  if (kept.size === 0 && hashes.length > 0) kept.set(0, hashes[0]!);
  return kept;
}

/**
 * Reads a text as its words are compared across articles: which words, where they stand, whether inside quotation marks,
 * and fingerprints by winnowing (Schleimer, Wilkerson and Aiken, 2003), at most `MOST_KEYS`: the smallest, so that two
 * texts with much in common keep the same ones.
 *
 * @param spoken where somebody's words stand without quotation marks (a turn of a transcript, a post), in any order
 */
export function narrationOf(text: string, spoken: readonly Span[] = []): Narration {
  const places: number[] = [];
  const words: number[] = [];
  const quotations: Span[] = [...text.matchAll(QUOTATION)].map(({ index, 0: { length } }) => [index, index + length]);
  quotations.push(...spoken);
  quotations.sort((a, b) => a[0] - b[0]);
  const quoted: number[] = [];
  let next = 0;
  let spokenTo = 0;
  for (const { index, 0: word } of text.matchAll(WORD)) {
    for (; next < quotations.length && quotations[next]![0] <= index; next++) {
      spokenTo = Math.max(spokenTo, quotations[next]![1]);
    }
    places.push(index, index + word.length);
    words.push(hashWord(word.toLowerCase()));
    quoted.push(index < spokenTo ? 1 : 0);
    if (words.length >= MOST_WORDS) break;
  }
  const numbers = Int32Array.from(words);
  const keys = [...new Set(fingerprints(numbers).values())].sort((a, b) => a - b).slice(0, MOST_KEYS);
  return {
    text,
    places: Int32Array.from(places),
    words: numbers,
    quoted: Uint8Array.from(quoted),
    told: quoted.reduce((sum, one) => sum + 1 - one, 0),
    keys,
  };
}
