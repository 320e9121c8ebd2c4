import { plainWords, remembered } from '../../text/index.ts';
import { contraction, type Part } from './contractions.ts';
import { readNumber } from './numbers.ts';
import { type Raw, scan } from './scan.ts';
import { oneSpelling } from './spelling.ts';
import { Mark, type Unit, type Units } from './unit.ts';

const HESITATION = new Set(['uh', 'um', 'er', 'erm', 'ah', 'eh', 'hmm', 'mm', 'uhm', 'umm']);
/** Said to fill a pause, where marks set them off. */
const FILLERS: readonly (readonly string[])[] = [
  ['you', 'know'],
  ['i', 'mean'],
];
/** Not cleaned up when said twice. */
const KEPT_TWICE = new Set(['not', 'never', 'no']);
const PLAIN = /^[a-z]+$/;

interface Growing {
  readonly units: (Unit & { filler: boolean })[];
  readonly marks: number[];
}

/** The word as it is compared, in one spelling and without marks; empty for one without letters. */
function fold(form: string): string {
  if (/^U\.?S\.?(?:A\.?)?$/.test(form)) return 'u.s';
  const lower = form.toLowerCase();
  return oneSpelling(PLAIN.test(lower) ? lower : plainWords(lower.replace(/[.[\]]/g, '')).join(''));
}

function push(into: Growing, piece: number, raw: Raw, key: string, start: number, end: number, form: string): void {
  if (into.units.length === into.marks.length) into.marks.push(Mark.none);
  const { bracketed, quoted } = raw;
  into.units.push({ key, form, place: [piece, start, end], bracketed, quoted, filler: HESITATION.has(key) });
}

/** A word as it is compared: its key, or the words of a contraction. */
const readForm = remembered(20_000, (form): { readonly key: string; readonly parts: readonly Part[] | null } => {
  const parts = contraction(form.toLowerCase().replace(/[’ʼ]/g, "'"));
  // Some capitals have longer small letters: then lengths would not fit, and the word is taken whole.
  if (parts && parts.reduce((sum, [, length]) => sum + length, 0) === form.length) {
    const folded = parts.map(([key, length]): Part => [/^'|^(?:not)$/.test(key) ? key : fold(key), length]);
    return { key: '', parts: folded };
  }
  const key = fold(form);
  return { key: /\p{N}/u.test(key) ? `#${key}` : key, parts: null };
});

function pushWord(into: Growing, piece: number, raw: Raw): void {
  const { key, parts } = readForm(raw.form);
  if (parts) {
    let start = raw.start;
    for (const [key, length] of parts) {
      const form = raw.form.slice(start - raw.start, start - raw.start + length);
      push(into, piece, raw, key, start, start + length, form);
      start += length;
    }
    return;
  }
  if (key) push(into, piece, raw, key, raw.start, raw.end, raw.form);
}

function readPiece(into: Growing, text: string, piece: number): void {
  const { raws, after } = scan(text);
  const mark = (flags: number): void => {
    const at = into.units.length;
    into.marks[at] = (into.marks[at] ?? Mark.none) | flags;
  };
  for (let at = 0; at < raws.length; ) {
    const raw = raws[at]!;
    mark(raw.before);
    const number = readNumber(raws, at, text);
    if (!number) {
      pushWord(into, piece, raw);
      at++;
      continue;
    }
    const last = raws[at + number.words - 1]!;
    const start = raw.currency ?? raw.start;
    const end = last.percent ?? last.end;
    push(into, piece, raw, number.key, start, end, text.slice(start, end));
    at += number.words;
  }
  mark(after);
}

const SET_OFF = Mark.clause | Mark.stop | Mark.gap | Mark.piece;

/** Marks what whoever cleans speech up leaves out: "you know" between marks, and the first of a word said twice. */
function markFillers({ units, marks }: Growing): void {
  const setOff = (at: number): boolean => at === 0 || ((marks[at] ?? 0) & SET_OFF) !== 0;
  for (let at = 0; at < units.length; at++) {
    const unit = units[at]!;
    const next = units[at + 1];
    if (!next) break;
    // "We, uh, we have": a hesitation may stand between.
    const second = HESITATION.has(next.key) ? at + 2 : at + 1;
    const again =
      units[second]?.key === unit.key &&
      units[second].place[0] === unit.place[0] &&
      !((marks[second] ?? 0) & Mark.stop);
    if (again && !unit.key.startsWith('#') && !KEPT_TWICE.has(unit.key)) unit.filler = true;
    if (!setOff(at) || !((marks[at + 2] ?? 0) & Mark.clause)) continue;
    if (!FILLERS.some(([first, second]) => first === unit.key && second === next.key)) continue;
    unit.filler = true;
    next.filler = true;
  }
}

/**
 * A content as the words that are compared. Capitals, quotation marks, dashes, hyphens, accents and the spelling of British
 * and American papers make no difference; numbers in words and figures are the same, and so are a contraction and its words.
 * An aside of a transcript ("(applause)", "[sic]") is none of the words.
 *
 * @param words the pieces of the content, as they stand in the text
 */
export function readUnits(words: readonly string[]): Units {
  const growing: Growing = { units: [], marks: [] };
  for (const [piece, text] of words.entries()) {
    if (piece > 0) growing.marks[growing.units.length] = (growing.marks[growing.units.length] ?? 0) | Mark.piece;
    readPiece(growing, text, piece);
  }
  if (growing.marks.length === growing.units.length) growing.marks.push(Mark.none);
  markFillers(growing);
  return growing;
}
