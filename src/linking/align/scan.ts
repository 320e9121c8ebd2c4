import { Mark } from './unit.ts';

/** A word between white space and marks, before it is folded. */
export interface Raw {
  readonly form: string;
  readonly start: number;
  readonly end: number;
  readonly bracketed: boolean;
  readonly quoted: boolean;
  /** `Mark` flags of what stands before it. */
  readonly before: number;
  /** A currency sign stands right before it: where it begins. */
  readonly currency: number | null;
  /** A per cent sign stands right behind it: where it ends. */
  readonly percent: number | null;
}

const LETTERS = '[\\p{L}\\p{N}\\p{M}]';
/**
 * A figure with its separators; an abbreviation with its full stops; or a word with its apostrophes, of which an editor may
 * have changed an end ("[T]he", "talk[ed]"). Every part is bounded or of one class of characters, so that matching is linear.
 */
const WORD = new RegExp(
  `\\p{N}{1,3}(?:,\\p{N}{3})+(?!\\p{N})(?:\\.\\p{N}+)?${LETTERS}*|\\.?\\p{N}+(?:\\.\\p{N}+)*${LETTERS}*|(?:\\p{L}\\.){2,}\\p{L}?(?!\\p{L})|` +
    `(?:\\[\\p{L}{1,3}\\](?=\\p{L}))?${LETTERS}+(?:['’ʼ]${LETTERS}+)*(?:\\[\\p{L}{1,8}\\])?`,
  'uy',
);
const BEGINS_ELLIPSIS = new Set(['…', '.', '*']);
const ELLIPSIS = /…|\.(?:\s?\.)+|\*(?:\s?\*){2}/uy;
/** So far behind it a bracket is looked for that closes one. */
const LONGEST_BRACKET = 200;
const LEFT_OUT = /^\s*(?:…|\.(?:\s?\.)+|inaudible|unintelligible|indistinct|crosstalk|expletives?(?: deleted)?)\s*$/iu;
const ASIDE =
  /^\s*(?:sic|ph|phonetic|emphasis (?:added|mine)|laugh(?:s|ing|ter)?|applause|cheers?(?: and applause)?|cheering|booing|boos|pauses?|sighs?|chuckles?|applause and cheers|laughter and applause)[.!]?\s*$/iu;
const ABBREVIATED = /^(?:\p{L}|mr|mrs|ms|dr|prof|sen|rep|gov|gen|col|lt|capt|sgt|st|jr|sr|no|vs|inc|ltd|co|corp)$/iu;
const WHITE = /\s/u;
const CURRENCY = /\p{Sc}/u;
const CLAUSE = /[,;:()–—―]/u;
const QUOTES = /["“”„«»‘]/u;

/** Where the bracket that opens at `open` closes, or -1. */
function closing(text: string, open: number, mark: string): number {
  const at = text.slice(open + 1, open + LONGEST_BRACKET).indexOf(mark);
  return at < 0 ? -1 : open + 1 + at;
}

/** The words of one piece, and the flags of what stands behind the last. */
export function scan(text: string): { raws: Raw[]; after: number } {
  const raws: Raw[] = [];
  let marks: number = Mark.none;
  let bracketEnds = -1;
  let quoted = false;
  let currency: number | null = null;
  const match = (pattern: RegExp, at: number): string | null => {
    pattern.lastIndex = at;
    return pattern.exec(text)?.[0] ?? null;
  };
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    if (char === ' ' || WHITE.test(char)) {
      if (char === '\n') marks |= raws.length ? Mark.stop : 0;
      at++;
      continue;
    }
    const dots = BEGINS_ELLIPSIS.has(char) ? match(ELLIPSIS, at) : null;
    if (dots) {
      marks |= Mark.gap;
      at += dots.length;
      continue;
    }
    const word = match(WORD, at);
    if (word && /[\p{L}\p{N}]/u.test(word)) {
      const end = at + word.length;
      const sign = /^\s?%/u.exec(text.slice(end, end + 2));
      const percent = sign ? end + sign[0].length : null;
      raws.push({ form: word, start: at, end, bracketed: at < bracketEnds, quoted, before: marks, currency, percent });
      marks = Mark.none;
      currency = null;
      at = percent ?? end;
      continue;
    }
    if ((char === '[' || char === '(') && at >= bracketEnds) {
      const end = closing(text, at, char === '[' ? ']' : ')');
      const inner = end < 0 ? '' : text.slice(at + 1, end);
      if (LEFT_OUT.test(inner) || ASIDE.test(inner)) {
        if (LEFT_OUT.test(inner)) marks |= Mark.gap;
        at = end + 1;
        continue;
      }
      if (char === '[' && end >= 0) bracketEnds = end;
    }
    if (CURRENCY.test(char)) currency = at;
    if (QUOTES.test(char)) quoted = /[“„«‘]/u.test(char) || (char === '"' && !quoted);
    marks |= markOf(char, text, at, raws.at(-1));
    at += word?.length ?? 1;
  }
  return { raws, after: marks };
}

/** What one character between words says. */
function markOf(char: string, text: string, at: number, before: Raw | undefined): number {
  if (char === '?') return Mark.question | Mark.stop;
  if (char === '!') return Mark.stop;
  if (char === '.') {
    const next = text.slice(at + 1, at + 4);
    const ends = /^(?:["”’»)\]]|\s|$)/u.test(next) && !/^\s\p{Ll}/u.test(next);
    return ends && !(before && ABBREVIATED.test(before.form) && before.end === at) ? Mark.stop : Mark.none;
  }
  if (CLAUSE.test(char)) return Mark.clause;
  // A hyphen between spaces, or two of them, is a dash.
  if (char === '-' && (text[at + 1] === '-' || (WHITE.test(text[at - 1] ?? ' ') && WHITE.test(text[at + 1] ?? ' '))))
    return Mark.clause;
  return Mark.none;
}
