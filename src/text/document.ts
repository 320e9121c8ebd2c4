import { createRequire } from 'node:module';
import type { Span } from '../model.ts';
import { tokenize } from './tokenize.ts';

/** A token with its place in the unchanged text: `text.slice(start, end)` is its `form`. */
export interface Token {
  readonly start: number;
  readonly end: number;
  readonly form: string;
  /** Universal Dependencies part of speech (ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB, X). */
  readonly pos: string;
  /** Dictionary form, lower case. */
  readonly lemma: string;
}

/** `[first, end)` in indices of `Document.tokens`. */
export type TokenRange = readonly [first: number, end: number];

/** A text as tokens, sentences and paragraphs. Sentences and paragraphs cover all tokens, in order, without overlap. */
export interface Document {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly TokenRange[];
  readonly paragraphs: readonly TokenRange[];
}

/** The tokeniser's cost grows with a paragraph's length; longer ones are read in pieces of this many characters. */
const LONGEST_PIECE = 20_000;

/**
 * wink-nlp with its English model, which take 40 MB and a while to load: read with the first text, since much that imports
 * this reads none.
 */
function createReader() {
  const load = createRequire(import.meta.url);
  const winkNLP: typeof import('wink-nlp').default = load('wink-nlp');
  return winkNLP(load('wink-eng-lite-web-model'), ['sbd', 'pos']);
}
type Reader = ReturnType<typeof createReader>;
let reader: Reader | null = null;

/** wink-nlp keeps every word it meets: so that memory stays flat on any stream, it is made anew after so many tokens. */
const TOKENS_A_READER = 4_000_000;
let tokensRead = 0;

function readerFor(tokens: number): Reader {
  tokensRead += tokens;
  if (tokensRead > TOKENS_A_READER) {
    reader = null;
    tokensRead = tokens;
  }
  reader ??= createReader();
  return reader;
}

/** Where a piece of a line may end: at its last space, or failing that between two characters. */
function cutAt(piece: string): number {
  const space = piece.lastIndexOf(' ');
  if (space > 0) return space;
  return /[\ud800-\udbff]$/.test(piece) ? piece.length - 1 : piece.length;
}

/** The stretches between line breaks that hold anything but white space, cut at a space where they are too long. */
function* pieces(text: string): Generator<Span> {
  const line = /[^\n\r\u2028\u2029]+/g;
  for (let match = line.exec(text); match; match = line.exec(text)) {
    let start = match.index;
    const end = start + match[0].length;
    while (end - start > LONGEST_PIECE) {
      const cut = start + cutAt(text.slice(start, start + LONGEST_PIECE));
      if (text.slice(start, cut).trim()) yield [start, cut];
      start = cut;
    }
    if (text.slice(start, end).trim()) yield [start, end];
  }
}

interface Growing {
  tokens: Token[];
  sentences: TokenRange[];
  paragraphs: TokenRange[];
}

/**
 * Tags the tokens of one paragraph. wink-nlp's own tokeniser splits a word one way or another depending on the words it
 * has met before in the process, so it is given our tokens, a space between each; where it splits one further, the
 * first part's tag stands for the whole.
 */
function readPiece(text: string, [start, end]: Span, into: Growing): void {
  const spans = tokenize(text.slice(start, end));
  const forms = spans.map(([from, to]) => text.slice(start + from, start + to));
  const { its, readDoc } = readerFor(forms.length);
  const read = readDoc(forms.join(' '));
  const tokens = read.tokens();
  const parts = tokens.out(its.value);
  const tags = tokens.out(its.pos);
  // wink-nlp's types declare this helper as one for single tokens only; it serves collections as well.
  const lemmas = tokens.out(its.lemma as unknown as typeof its.value);
  const first = into.tokens.length;
  /** Index of a wink token → index of ours within the paragraph. */
  const owner: number[] = [];
  let part = 0;
  for (let i = 0; i < forms.length; i++) {
    const form = forms[i]!;
    const [from, to] = spans[i]!;
    const whole = parts[part] === form;
    into.tokens.push({
      start: start + from,
      end: start + to,
      form,
      pos: tags[part] ?? 'X',
      lemma: whole ? lemmas[part]!.toLowerCase() : form.toLowerCase(),
    });
    for (let length = 0; length < form.length && part < parts.length; part++) {
      length += parts[part]!.length;
      owner.push(i);
    }
  }
  pushSentences(read.sentences().out(its.span), owner, first, into);
  into.paragraphs.push([first, into.tokens.length]);
}

/**
 * A sentence does not end before a small letter when its last word is an abbreviation ("Inc. said") or when what ends is
 * a quotation or a name ("“Why now?” asked", "Yahoo! said"), nor does an abbreviation before a number end it ("Art. 3").
 */
function goesOn(last: Token, next: Token | undefined): boolean {
  if (next === undefined) return false;
  if (/\p{L}\.$/u.test(last.form)) return /^[\p{Ll}\p{N}]/u.test(next.form);
  return /^\p{Ll}/u.test(next.form) && /[?!…”’»"']$/.test(last.form);
}

function closes(mark: Token, before: Token): boolean {
  return /^[”’»)\]]$/.test(mark.form) || (/^["']+$/.test(mark.form) && mark.start === before.end);
}

/** Turns wink-nlp's sentences into ranges of our tokens that cover the paragraph without a gap. */
function pushSentences(found: unknown, owner: readonly number[], first: number, into: Growing): void {
  let from = first;
  for (const [, last] of found as [number, number][]) {
    let to = first + (owner[last] ?? 0) + 1;
    // A closing mark belongs to the sentence it closes; a straight one closes when no space parts it from the word.
    for (let next = into.tokens[to]; next && closes(next, into.tokens[to - 1]!); next = into.tokens[to]) to++;
    if (to <= from || goesOn(into.tokens[to - 1]!, into.tokens[to])) continue;
    into.sentences.push([from, to]);
    from = to;
  }
  if (from < into.tokens.length) into.sentences.push([from, into.tokens.length]);
}

/**
 * Reads a text into tokens, sentences and paragraphs (one a line) with wink-nlp's English model.
 * Takes any string, and never changes it; gives offsets in UTF-16 code units. A line of more than 20,000 characters
 * becomes several paragraphs.
 */
export function readDocument(text: string): Document {
  const growing: Growing = { tokens: [], sentences: [], paragraphs: [] };
  for (const piece of pieces(text)) readPiece(text, piece, growing);
  return { text, ...growing };
}
