import type { Span } from '../model.ts';
import type { Document, TokenRange } from '../text/index.ts';

/** A document with what the speakers' rooms ask of each token again and again. All arrays run along `document.tokens`. */
export interface Reading {
  readonly document: Document;
  /** Lower case, without diacritics and without a full stop at the end. */
  readonly folded: readonly string[];
  readonly capital: readonly boolean[];
  readonly sentenceOf: Int32Array;
  readonly paragraphOf: Int32Array;
  /** 1 inside quotation marks, the marks themselves left out. */
  readonly quoted: Uint8Array;
  /** Per paragraph: 1 where a quotation is still open at its end. */
  readonly leftOpen: Uint8Array;
  /** 1 in a line where capitals tell nothing: a title in title case, or one in capitals throughout. */
  readonly titled: Uint8Array;
  /** Folded words that the text also writes with a small letter. */
  readonly small: ReadonlySet<string>;
  /** Folded words that the text writes with a capital further on than where a sentence opens, titles left out. */
  readonly inner: ReadonlySet<string>;
}

const A = 65;
const Z = 90;
const LAST_ASCII = 127;

/** Whether every character is ASCII; loops, since this runs for each token. */
function isPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > LAST_ASCII) return false;
  return true;
}

/** Lower case, without diacritics, typographic apostrophes and a full stop at the end: "José" → "jose", "Sen." → "sen". */
export function fold(word: string): string {
  const lower = word.toLowerCase();
  const plain = isPlain(lower) ? lower : lower.normalize('NFKD').replace(/\p{M}/gu, '').replaceAll('’', "'");
  return plain.length > 1 && plain.endsWith('.') ? plain.slice(0, -1) : plain;
}

function startsTall(word: string): boolean {
  const code = word.charCodeAt(0);
  return code > LAST_ASCII ? /^\p{Lu}/u.test(word) : code >= A && code <= Z;
}

const OPENING = new Set('“«„');
const CLOSING = new Set('”»');
const EITHER = new Set(['"', "''", '``']);

/** Marks the words between quotation marks; a quotation left open ends with its paragraph, as printers have it. */
function markQuoted(document: Document, quoted: Uint8Array, leftOpen: Uint8Array): void {
  document.paragraphs.forEach(([first, end], paragraph) => {
    let open = false;
    for (let i = first; i < end; i++) {
      const { form } = document.tokens[i]!;
      if (form.length > 2) quoted[i] = open ? 1 : 0;
      else if (OPENING.has(form)) open = true;
      else if (CLOSING.has(form)) open = false;
      else if (EITHER.has(form)) open = !open;
      else if (open) quoted[i] = 1;
    }
    if (open) leftOpen[paragraph] = 1;
  });
}

/** A line of more tokens is prose. */
const LONGEST_TITLE = 40;
/** Words of four letters and more that titles in title case leave small. */
const SMALL_IN_TITLES = new Set(
  (
    'with from into onto over than that this about after again against along amid among around before behind below ' +
    'between beyond down during like near past since through toward towards under until upon when while without says'
  ).split(' '),
);

/** A title in title case leaves hardly any longer word small; prose, however many names it holds, has its verbs. */
function markTitled(document: Document, capital: readonly boolean[], titled: Uint8Array): void {
  for (const [first, end] of document.paragraphs) {
    if (end - first > LONGEST_TITLE) continue;
    let tall = 0;
    let small = 0;
    for (let i = first + 1; i < end; i++) {
      const { form } = document.tokens[i]!;
      if (!/^\p{L}{4}/u.test(form) || document.tokens[i - 1]!.form === '-') continue;
      if (capital[i]) tall++;
      else if (!SMALL_IN_TITLES.has(form)) small++;
    }
    if (tall >= 3 && small <= Math.floor(tall / 8)) titled.fill(1, first, end);
  }
}

/** Whether what follows a mark opens a sentence of its own. */
const opens = (mark: string): boolean => /^[“"«„‘':;—–([-]$/.test(mark);

/** Prepares a document for the search of names, mentions and speakers. Linear in the number of tokens. */
export function readFor(document: Document): Reading {
  const { tokens } = document;
  const folded = tokens.map((token) => fold(token.form));
  const capital = tokens.map((token) => startsTall(token.form));
  const sentenceOf = new Int32Array(tokens.length);
  const paragraphOf = new Int32Array(tokens.length);
  document.sentences.forEach(([first, end], i) => {
    sentenceOf.fill(i, first, end);
  });
  document.paragraphs.forEach(([first, end], i) => {
    paragraphOf.fill(i, first, end);
  });
  const quoted = new Uint8Array(tokens.length);
  const titled = new Uint8Array(tokens.length);
  const leftOpen = new Uint8Array(document.paragraphs.length);
  markQuoted(document, quoted, leftOpen);
  markTitled(document, capital, titled);
  const small = new Set(folded.filter((_, i) => !capital[i]));
  const inner = new Set(
    folded.filter(
      (_, i) => capital[i] && !titled[i] && sentenceOf[i] === sentenceOf[i - 1] && !opens(tokens[i - 1]!.form),
    ),
  );
  return { document, folded, capital, sentenceOf, paragraphOf, quoted, leftOpen, titled, small, inner };
}

/** Index of the first token that ends after a character offset. */
function tokenAfter(document: Document, offset: number): number {
  let low = 0;
  let high = document.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (document.tokens[middle]!.end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The tokens that a character span touches; an empty range where it touches none. */
export function tokensIn(document: Document, [start, end]: Span): TokenRange {
  const first = tokenAfter(document, start);
  let last = first;
  while (last < document.tokens.length && document.tokens[last]!.start < end) last++;
  return [first, last];
}

/** Where the words of a token range, which is not empty, stand in the text. */
export function spanOf({ tokens }: Document, [first, end]: TokenRange): Span {
  return [tokens[first]!.start, tokens[end - 1]!.end];
}

/** The words of a token range as they stand in the text. */
export function textOf(document: Document, [first, end]: TokenRange): string {
  if (end <= first) return '';
  return document.text.slice(document.tokens[first]!.start, document.tokens[end - 1]!.end);
}
