import type { Random } from './random.ts';

/** How one outlet sets quotations. */
export interface Marks {
  readonly open: string;
  readonly close: string;
  /** For a quotation inside a quotation. */
  readonly innerOpen: string;
  readonly innerClose: string;
  /** Whether the comma or full stop after the words of a fragment stands before the closing mark. */
  readonly stopInside: boolean;
  /** Whether the comma after a whole spoken sentence does. */
  readonly commaInside: boolean;
}

const CURLY = { open: '“', close: '”', innerOpen: '‘', innerClose: '’' };
const STRAIGHT = { open: '"', close: '"', innerOpen: "'", innerClose: "'" };
const STYLES = [
  CURLY,
  CURLY,
  CURLY,
  CURLY,
  STRAIGHT,
  STRAIGHT,
  STRAIGHT,
  { open: "''", close: "''", innerOpen: "'", innerClose: "'" },
  { open: '‘', close: '’', innerOpen: '“', innerClose: '”' },
  { open: '‘', close: '’', innerOpen: '“', innerClose: '”' },
  { open: "'", close: "'", innerOpen: '"', innerClose: '"' },
  { open: '«', close: '»', innerOpen: '“', innerClose: '”' },
  { open: '« ', close: ' »', innerOpen: '“', innerClose: '”' },
  { open: '„', close: '“', innerOpen: '‚', innerClose: '‘' },
  { open: '„', close: '”', innerOpen: '‚', innerClose: '’' },
  { open: '“', close: '"', innerOpen: '‘', innerClose: "'" },
  { open: '"', close: '”', innerOpen: "'", innerClose: '’' },
];

export function randomMarks(random: Random): Marks {
  const style = random.pick(STYLES);
  const foreign = /[«„]/.test(style.open);
  return { ...style, stopInside: !foreign && random.chance(0.6), commaInside: !foreign || random.chance(0.5) };
}

/** A spoken sentence before its cue: “We checked,” with the mark that ends it where this outlet puts it. */
export function spoken(marks: Marks, text: string, end: '' | ',' | '.' | '?' | '!' = ','): string {
  const inside = end === ',' ? marks.commaInside : true;
  return `${marks.open}${text}${inside ? end : ''}${marks.close}`;
}

/** What follows the closing mark of a sentence before its cue: the comma that did not stand inside. */
export const afterSpoken = (marks: Marks): string => (marks.commaInside ? '' : ',');

export const fragment = (marks: Marks, text: string): string => `${marks.open}${text}${marks.close}`;

/**
 * A content that ends its sentence with a quoted fragment: the full stop belongs to it only where it stands before the
 * closing mark.
 *
 * @param before the words of the content before the fragment, with their space
 */
export function endFragment(marks: Marks, before: string, text: string): string {
  return marks.stopInside ? `<${before}${marks.open}${text}.${marks.close}>` : `<${before}${fragment(marks, text)}>.`;
}
