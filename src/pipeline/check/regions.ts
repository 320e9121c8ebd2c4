import type { Span } from '../../model.ts';

/** A stretch of a file as editors count: lines and columns from 1, columns in UTF-16 code units, the end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** What capture leaves out or puts otherwise between words: white space, invisible letters, and marks of Markdown. */
const NOTHING = /[\s\u00ad\u200b\u2060\ufeff*_`\\]/;
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  hellip: '…',
  ndash: '–',
  mdash: '—',
};
const REFERENCE = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/giy;
const TAG = /<\/?[a-z][^<>]*>/giy;
const COMMENT = '<!--';

/** The letters of a file, without what a reader does not see, and for each where it stands. */
interface Letters {
  readonly letters: string;
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

function lettersOf(text: string, isMarkup: boolean): Letters {
  const letters: string[] = [];
  const [starts, ends]: [number[], number[]] = [[], []];
  for (let at = 0; at < text.length; ) {
    const { letter, end } = letterAt(text, at, isMarkup);
    if (letter !== '' && !NOTHING.test(letter)) {
      for (const unit of letter) {
        for (const half of unit.split('')) letters.push(half);
        for (let i = 0; i < unit.length; i++) {
          starts.push(at);
          ends.push(end);
        }
      }
    }
    at = end;
  }
  return { letters: letters.join(''), starts, ends };
}

function letterAt(text: string, at: number, isMarkup: boolean): { letter: string; end: number } {
  const first = text[at]!;
  if (isMarkup && text.startsWith(COMMENT, at)) {
    const end = text.indexOf('-->', at);
    // A comment that is never closed is the rest of the file.
    return { letter: '', end: end < 0 ? text.length : end + 3 };
  }
  if (isMarkup && first === '<') {
    TAG.lastIndex = at;
    const tag = TAG.exec(text);
    if (tag) return { letter: '', end: at + tag[0].length };
  }
  if (first === '&') {
    REFERENCE.lastIndex = at;
    const [whole, decimal, hex, name] = REFERENCE.exec(text) ?? [];
    if (whole) {
      const code = decimal ? Number(decimal) : Number.parseInt(hex ?? '', 16);
      const known = name ? NAMED[name.toLowerCase()] : code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
      if (known) return { letter: known, end: at + whole.length };
    }
  }
  return { letter: first, end: at + 1 };
}

/** Where each line of a file begins. */
function linesOf(text: string): number[] {
  const begins = [0];
  for (const match of text.matchAll(/\r\n|[\n\r]/g)) begins.push(match.index + match[0].length);
  return begins;
}

function positionOf(begins: readonly number[], offset: number): [line: number, column: number] {
  let [low, high] = [0, begins.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (begins[middle]! <= offset) low = middle;
    else high = middle;
  }
  return [low + 1, offset - begins[low]! + 1];
}

/** Where `words` stands in `text`, at most one more often than `most`. */
function placesOf(words: string, text: string, most: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0 && places.length <= most; at = text.indexOf(words, at + 1)) {
    places.push(at);
  }
  return places;
}

/** So often may the same words be quoted: more are told apart by nothing. */
const MOST_ALIKE = 50;

/**
 * Finds stretches of a captured text in the file that it was captured from: what capture took out or put otherwise (white
 * space, tags, references to characters, marks of Markdown) does not count, and where the words stand more than once, they
 * must in both as often.
 *
 * @param bytes the file; only UTF-8 can be told from here
 * @returns for each stretch its region, or null where that is not certain
 */
export function regionsIn(
  bytes: Uint8Array,
  mediaType: string,
  text: string,
  spans: readonly Span[],
): (Region | null)[] {
  let file: string;
  try {
    file = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return spans.map(() => null);
  }
  if (!/^text\//.test(mediaType)) return spans.map(() => null);
  const raw = lettersOf(file, mediaType !== 'text/plain');
  const captured = lettersOf(text, false);
  const begins = linesOf(file);
  return spans.map(([start, end]) => {
    const words = lettersOf(text.slice(start, end), false).letters;
    const inText = placesOf(words, captured.letters, MOST_ALIKE);
    const inFile = placesOf(words, raw.letters, MOST_ALIKE);
    const which = inText.findIndex((place) => captured.starts[place]! >= start);
    const place = inFile[which];
    if (words === '' || inText.length !== inFile.length || place === undefined) return null;
    const [startLine, startColumn] = positionOf(begins, raw.starts[place]!);
    const [endLine, endColumn] = positionOf(begins, raw.ends[place + words.length - 1]!);
    return { startLine, startColumn, endLine, endColumn };
  });
}
