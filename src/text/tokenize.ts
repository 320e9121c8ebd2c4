import type { Span } from '../model.ts';

/**
 * Words that keep their full stop, without it and in lower case. A full stop after any single letter ("J. Smith",
 * "U.S.") is kept as well.
 */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr prof rev hon sr jr st sen sens rep reps gov govs gen col lt capt cmdr maj sgt cpl adm pvt pres supt ' +
    'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri ' +
    'inc corp co ltd llc bros plc vs etc al approx dept univ assn ave blvd ft mt vol pp ' +
    'ala ariz ark calif colo conn fla ga kan ky md mich minn mont neb nev okla tenn tex va vt wis wyo ph.d m.d d.c a.m p.m i.e e.g u.s u.k u.n e.u'
  ).split(' '),
);

/** Words that keep it before a number only ("Decree No. 114"): elsewhere they are words that end a sentence. */
const BEFORE_NUMBER = /^(?:nos?|arts?|secs?|figs?|chs?|paras?)$/;

const CLITIC = /^(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/i;
/** A word with its inner full stops, apostrophes, digits and separators; clitics are cut off afterwards. */
const PIECE =
  /[\p{L}\p{N}\p{M}]+(?:[.'’,&@_/][\p{L}\p{N}\p{M}]+)*(?:\.(?!\.))?|\.{2,}|-{2,}|['`]{2}|(?<=\S)['’](?:s|re|ve|ll|d|m)(?![\p{L}\p{N}])|[^\s]/giu;
/** What a piece must hold to be cut further. */
const CUTTABLE = /[.'’,/_]/;
const NUMBER_LIKE = /^[\p{N}.,/]+$/u;

/** Where a contraction falls apart ("do|n't", "Malk|'s"), or the length of the word when it does not. */
function cliticAt(word: string): number {
  for (const length of [2, 3]) {
    const at = word.length - length;
    if (at > 0 && CLITIC.test(word.slice(at)) && (length === 2 || !/^['’]s$/i.test(word.slice(at)))) return at;
  }
  return word.length;
}

/** @param after what follows the word in the text, a few characters of it */
function keepsFullStop(word: string, after: string): boolean {
  const bare = word.slice(0, -1).toLowerCase();
  if (BEFORE_NUMBER.test(bare)) return /^\s?\p{N}/u.test(after);
  return /^\p{L}$/u.test(bare) || /^(?:\p{L}\.)+\p{L}$/u.test(bare) || ABBREVIATIONS.has(bare);
}

/** Between two sentences run together, as pasted pages have them: "he left.She stayed". */
const RUN_TOGETHER = /(?<=\p{Ll}{2}\.)(?=\p{Lu}\p{Ll})/u;

/** Cuts at the inner separators that do not belong to a word: "Post,said" and "and/or" fall apart, "66,000" does not. */
function* parts(word: string, start: number): Generator<Span> {
  if (NUMBER_LIKE.test(word)) {
    yield [start, start + word.length];
    return;
  }
  let at = start;
  for (const [piece] of word.matchAll(/[^,/_]+|[,/_]/g)) {
    for (const part of piece.split(RUN_TOGETHER)) {
      yield [at, at + part.length];
      at += part.length;
    }
  }
}

/**
 * Splits a text into tokens: words (hyphenated ones fall apart at the hyphen), numbers, clitics ("n't", "’s"),
 * punctuation marks one by one except runs of dots and dashes and doubled single quotes. Depends on nothing but the
 * text: the same words give the same tokens, whatever was read before.
 *
 * @returns spans in UTF-16 code units, in order, without overlap; all that lies between them is white space.
 */
export function tokenize(text: string): Span[] {
  const spans: Span[] = [];
  for (const match of text.matchAll(PIECE)) {
    const [piece] = match;
    if (piece.length === 1 || !CUTTABLE.test(piece)) {
      spans.push([match.index, match.index + piece.length]);
      continue;
    }
    for (const [start, whole] of parts(piece, match.index)) {
      let end = whole;
      const word = text.slice(start, end);
      const stop =
        word.length > 1 &&
        word.endsWith('.') &&
        !/^\.+$/.test(word) &&
        !keepsFullStop(word, text.slice(whole, whole + 2));
      if (stop) end--;
      const cut = start + cliticAt(text.slice(start, end));
      if (cut > start) spans.push([start, cut]);
      if (cut < end) spans.push([cut, end]);
      if (stop) spans.push([end, whole]);
    }
  }
  return spans;
}
