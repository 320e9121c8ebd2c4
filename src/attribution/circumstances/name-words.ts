import { CALENDAR, knownName, NAME_WORDS, type Token } from '../../text/index.ts';
import { type Clause, CONTENT, SOURCE } from './clause.ts';
import { PARTICLES, PROGRAMME_SMALL, PROGRAMME_WORDS } from './outlets.ts';

const LONGEST_TITLE = 9;
const LONGEST_RUN = 8;
const MARK = /^(?:["“”„«»‘’'`]|''|``)$/;
const OPENING_MARK = /^(?:["“„«‘'`]|''|``)$/;
const POSSESSIVE = /^['’‘]s?$/;
const NUMBER = /^\p{N}{1,3}$/u;
const TAKES_OF = new Set(['Voice', 'Times', 'Journal', 'Radio', 'Echo']);

export const isCapital = (form: string): boolean => /^\p{Lu}/u.test(form);
export const isLower = (form: string): boolean => /^\p{Ll}[\p{L}'’.]*$/u.test(form);
export const isMark = (form: string): boolean => MARK.test(form);

/** The words of a sentence as the names in them are read: source and content are left out, as if the sentence ended there. */
export class NameWords {
  readonly clause: Clause;
  readonly tokens: readonly Token[];

  constructor(clause: Clause) {
    this.clause = clause;
    this.tokens = clause.tokens;
  }

  /** The token's form, or '' outside the sentence and in source or content. */
  form(i: number): string {
    if (i < this.clause.first || i >= this.clause.end) return '';
    const role = this.clause.role(i);
    return role === SOURCE || role === CONTENT ? '' : this.tokens[i]!.form;
  }

  /** The four words that begin at `i`, for names with small words in them ("Face the Nation"). */
  forms(i: number): string[] {
    return [i, i + 1, i + 2, i + 3].map((j) => this.form(j));
  }

  written(run: readonly number[]): string[] {
    return run.map((i) => this.form(i).replaceAll('’', "'"));
  }

  #touches(i: number): boolean {
    return this.tokens[i]!.start === this.tokens[i - 1]!.end;
  }

  isPossessive(i: number): boolean {
    return POSSESSIVE.test(this.form(i)) && this.#touches(i);
  }

  /** The words of [from, to) as they stand in the text, without quotation marks and closing punctuation. */
  slice(from: number, to: number): string {
    const { text } = this.clause.document;
    let words = '';
    for (let i = from; i < to; i++) {
      const gap = i > from ? text.slice(this.tokens[i - 1]!.end, this.tokens[i]!.start) : '';
      words +=
        gap.replace(/\s+/g, ' ') + (isMark(this.tokens[i]!.form) && !this.isPossessive(i) ? '' : this.tokens[i]!.form);
    }
    return words.replace(/[\s.,;:!?]+$/, '').trim();
  }

  /** Token indices of the words of a run of capitalised words that begins at `from`; hyphens are looked over. */
  run(from: number): number[] {
    const run: number[] = [];
    for (let i = from; run.length < LONGEST_RUN; i++) {
      const form = this.form(i);
      const inside = run.length > 0;
      if (inside && form === '-' && isCapital(this.form(i + 1)) && this.#touches(i)) continue;
      const named = isCapital(form) || form === '&' || (inside ? NUMBER.test(form) : form === '60');
      const joined = inside && isCapital(this.form(i + 1)) && (PARTICLES.has(form) || this.#joins(run, i));
      if (CALENDAR.has(form) || !(named || joined)) break;
      run.push(i);
    }
    return run;
  }

  /** "The Post and Courier", "Times of Israel", but not "Smith of CNN". */
  #joins(run: readonly number[], i: number): boolean {
    const before = this.form(run.at(-1)!);
    if (this.form(i) === 'and') return run.length === 1 && NAME_WORDS.has(before) && NAME_WORDS.has(this.form(i + 1));
    return this.form(i) === 'of' && TAKES_OF.has(before);
  }

  /** Where a title in quotation marks that opens at `i` ends, or -1. */
  titleEnd(i: number): number {
    if (!OPENING_MARK.test(this.form(i)) || !/^[\p{Lu}\p{N}]/u.test(this.form(i + 1))) return -1;
    for (let j = i + 1; j <= i + LONGEST_TITLE + 2; j++) {
      const form = this.form(j);
      if (form === '') return -1;
      const closes = isMark(form) && (form === this.form(i) || !this.isPossessive(j) || form === '’');
      if (closes) return j + 1;
      if (isLower(form) && !PROGRAMME_SMALL.has(form)) return -1;
    }
    return -1;
  }

  /** Where the programme after an outlet's possessive ends ("CBS's “Face the Nation”", "BBC Radio Four's Any Questions"), or -1. */
  programmeEnd(i: number): number {
    const quoted = this.titleEnd(i);
    if (quoted > 0) return quoted;
    let end = -1;
    let named = knownName(this.forms(i))?.kind === 'programme';
    for (let j = i; j < i + LONGEST_TITLE; j++) {
      const form = this.form(j);
      const small = PROGRAMME_SMALL.has(form) && j > i && isCapital(this.form(j + 1));
      const day = CALENDAR.has(small ? this.form(j + 1) : form) && !PROGRAMME_WORDS.has(this.form(j + 1));
      if (day || !(small || isCapital(form) || NUMBER.test(form))) break;
      if (!small) end = j + 1;
      named ||= PROGRAMME_WORDS.has(form) || form === 'the' || form === 'of';
    }
    return named ? end : -1;
  }
}
