import type { Document, Token, TokenRange } from '../../text/index.ts';

/**
 * Marks of one family open and close each other, whatever their glyphs: “ ” „ " '' `` are double, ‘ ’ ‚ ' ` single,
 * « » ‹ › guillemets.
 */
export const DOUBLE = 0;
export const SINGLE = 1;
export const GUILLEMET = 2;
export type Family = typeof DOUBLE | typeof SINGLE | typeof GUILLEMET;
export const FAMILIES: readonly Family[] = [DOUBLE, SINGLE, GUILLEMET];

/**
 * A token that may be a quotation mark, and how odd it is to read it as one that opens, as one that closes, or as none
 * at all (an apostrophe, inches, a slip). The costs matter only against each other, and against those of
 * `quotation-marks.ts`.
 */
export interface Mark {
  /** Index of the token. */
  readonly token: number;
  /** Where the mark begins in the text. */
  readonly start: number;
  readonly family: Family;
  readonly open: number;
  readonly close: number;
  readonly none: number;
}

type Costs = Omit<Mark, 'token' | 'start'>;

/** Against the glyph or the surroundings. */
const AGAINST = 3;
/** A mark that stands for nothing. */
const STRAY = 2.5;

const GLYPHS = new Map<string, Family>([
  ...['“', '”', '„', '‟', '"', "''", '``', '＂'].map((glyph) => [glyph, DOUBLE] as const),
  ...['‘', '’', '‚', '‛', "'", '`'].map((glyph) => [glyph, SINGLE] as const),
  ...['«', '»', '‹', '›'].map((glyph) => [glyph, GUILLEMET] as const),
]);

const SPACE = /^\s?$/;
const LETTER = /[\p{L}\p{N}]/u;
const DIGIT = /\p{N}/u;
const STOP = /[.,!?…;]/;
const BEFORE_OPENING = /[\s([{<—–\-/=“‘«„‹:]/;
const AFTER_CLOSING = /[\s)\]}>—–\-/.,;:!?…”’»›"'“]/;
/** Besides letters and digits: what a quotation's first word may begin with. */
const STARTS_WORD = /["“([$£€@#…]/;
/** Words printed with an apostrophe for what they leave out (’90s, ’em, ’til), and clitics set apart by a space. */
const ELISION =
  /^(?:\d\ds?|\d{4}s|s|d|m|t|re|ve|ll|n|em|til|till|tis|twas|twere|twill|cause|cuz|cos|bout|round|neath|nuff|bama|hood|burbs|copter|kay|sup)$/i;

/** What the characters beside a double mark or guillemet say of its direction; '' is the paragraph's edge. */
function leaning(before: string, after: string): { open: number; close: number } {
  if (before === '') return { open: 0, close: AGAINST };
  if (after === '') return { open: AGAINST, close: 0 };
  const spaceBefore = SPACE.test(before);
  const spaceAfter = SPACE.test(after);
  if (spaceBefore && spaceAfter) return { open: 0.6, close: 0.6 };
  if (spaceBefore) return /[,!?;]/.test(after) ? { open: 1.5, close: 0.5 } : { open: 0, close: AGAINST };
  if (spaceAfter) return { open: AGAINST, close: 0 };
  const opens = BEFORE_OPENING.test(before);
  const closes = AFTER_CLOSING.test(after);
  if (opens && !closes) return { open: 0, close: 2 };
  if (closes && !opens) return { open: 2, close: 0 };
  return STOP.test(before) ? { open: 0.7, close: 0.3 } : { open: 0.5, close: 0.5 };
}

function doubleCosts(form: string, before: string, after: string): Costs {
  const { open, close } = leaning(before, after);
  const family = DOUBLE;
  // “ closes in German, ” opens in Swedish and in slips.
  if (form === '“' || form === '``') return { family, open: Math.min(open, 0.3), close: close + 1.2, none: STRAY };
  if (form === '„' || form === '‟') return { family, open: 0, close: AGAINST, none: STRAY };
  if (form === '”') return { family, open: open + 1, close: Math.min(close, 0.4), none: STRAY };
  const maybeInches = DIGIT.test(before);
  return { family, open, close, none: maybeInches ? 0.8 : STRAY };
}

function guillemetCosts(form: string, before: string, after: string): Costs {
  const family = GUILLEMET;
  const pointsLeft = form === '«' || form === '‹';
  // French puts a space inside the marks; a site puts » between the steps of a path ("Home » News").
  if (SPACE.test(before) && SPACE.test(after)) {
    return { family, open: pointsLeft ? 0 : AGAINST, close: pointsLeft ? AGAINST : 0, none: 0.8 };
  }
  const { open, close } = leaning(before, after);
  return { family, open: open + (pointsLeft ? 0 : 0.5), close: close + (pointsLeft ? 0.5 : 0), none: 1.8 };
}

/** A single mark where one may open: after a space, a bracket, a dash or another opening mark. */
function singleBeforeWord(form: string, after: string, next: Token | undefined): Costs {
  const family = SINGLE;
  const close = AGAINST;
  const word = LETTER.test(after) || STARTS_WORD.test(after);
  if (!word) return { family, open: 1.5, close, none: after === '.' ? 1.5 : 0.4 };
  if (next !== undefined && ELISION.test(next.form)) return { family, open: 1.2, close, none: 0.1 };
  const directed = form === '‘' || form === '`';
  return { family, open: form === '’' ? 1 : 0, close, none: directed ? 2.2 : 1.5 };
}

function singleCosts(form: string, before: string, after: string, previous?: Token, next?: Token): Costs {
  const family = SINGLE;
  const open = AGAINST;
  const afterDouble = /["']/.test(before) && (LETTER.test(after) || STARTS_WORD.test(after)) && form !== '’';
  const clitic = LETTER.test(after) && next !== undefined && ELISION.test(next.form);
  if (before === '' || BEFORE_OPENING.test(before) || (afterDouble && !clitic)) {
    return singleBeforeWord(form, after, LETTER.test(after) ? next : undefined);
  }
  if (LETTER.test(before)) {
    if (LETTER.test(after)) return { family, open, close: AGAINST, none: 0 };
    if (DIGIT.test(before)) return { family, open, close: 0, none: 0.4 };
    // A plural's possessive, a dropped letter ("goin’"), or the end of a quotation.
    const possessive = /s$/i.test(previous?.form ?? '');
    return { family, open, close: possessive ? 0.3 : 0, none: possessive ? 0.1 : 0.5 };
  }
  return { family, open, close: form === '‘' ? 1.5 : 0, none: clitic ? 0.1 : 2 };
}

/**
 * ''' at the end of a quotation within a quotation: the tokeniser pairs the first two, but the first closes the inner
 * one, and the other two the outer one.
 */
function readTriple(mark: Mark, form: string, before: string, after: string): Mark {
  if (form === "''" && after === "'" && before !== '' && !BEFORE_OPENING.test(before))
    return { ...mark, family: SINGLE };
  if (form !== "'" || before !== "'" || LETTER.test(after)) return mark;
  return { ...mark, start: mark.start - 1, family: DOUBLE, open: AGAINST, close: 0, none: STRAY };
}

function costsOf({ tokens }: Document, i: number, family: Family, before: string, after: string): Costs {
  const { form } = tokens[i]!;
  if (family === DOUBLE) return doubleCosts(form, before, after);
  if (family === GUILLEMET) return guillemetCosts(form, before, after);
  return singleCosts(
    form,
    before,
    after,
    before === '' ? undefined : tokens[i - 1],
    after === '' ? undefined : tokens[i + 1],
  );
}

/**
 * The tokens of one paragraph that may be quotation marks, in order, each with what it costs to read it one way or
 * another. Apostrophes inside words are no tokens of their own, so they are not among them.
 */
export function marksOf(document: Document, [first, end]: TokenRange): Mark[] {
  const { text, tokens } = document;
  const marks: Mark[] = [];
  const from = tokens[first]!.start;
  const to = tokens[end - 1]!.end;
  for (let i = first; i < end; i++) {
    const token = tokens[i]!;
    const { form } = token;
    const family = form.length > 2 ? undefined : GLYPHS.get(form);
    if (family === undefined) continue;
    const before = token.start > from ? text[token.start - 1]! : '';
    const after = token.end < to ? text[token.end]! : '';
    const costs = costsOf(document, i, family, before, after);
    marks.push(readTriple({ token: i, start: token.start, ...costs }, form, before, after));
  }
  return marks;
}
