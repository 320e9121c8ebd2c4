/** From a pasted text to its lines. */
import { INVISIBLE } from '../furniture/index.ts';

/** One line that holds anything. */
export interface Line {
  readonly text: string;
  /** Whether an empty line, or the text's beginning, stands before it. */
  readonly parted: boolean;
}

const BULLET = /^[•▪●◦‣■□▶►·*]+\s+|^[•▪●◦‣■□]+/u;

const endsOpen = (line: string): boolean => !/[.!?…:;"”’)]$/.test(line);

/**
 * Whether a text is broken into lines of about one length, as mail programs and old systems do: within paragraphs, most
 * lines then stop in the middle of a sentence, near the same column.
 */
function isWrapped(paragraphs: readonly (readonly string[])[]): boolean {
  const inner = paragraphs.flatMap((lines) => lines.slice(0, -1));
  const full = inner.filter((line) => line.length >= 45 && line.length <= 100 && endsOpen(line));
  return inner.length >= 6 && full.length >= inner.length * 0.6 && paragraphs.some((lines) => lines.length >= 3);
}

/** Splits a text into lines without white space and bullets around them; lines broken by a mail program are joined. */
export function splitLines(text: string): Line[] {
  const paragraphs: string[][] = [];
  let parted = true;
  for (const raw of text.replace(INVISIBLE, '').split(/\r\n|[\n\r\u2028\u2029\u0085]/)) {
    const line = raw.replace(/\s+/gu, ' ').trim().replace(BULLET, '').trim();
    if (!line) {
      parted = true;
    } else {
      if (parted) paragraphs.push([]);
      paragraphs.at(-1)!.push(line);
      parted = false;
    }
  }
  const whole = isWrapped(paragraphs) ? paragraphs.map((lines) => [lines.join(' ')]) : paragraphs;
  return whole.flatMap((lines) => lines.map((line, i) => ({ text: line, parted: i === 0 })));
}

/** The text of lines: an empty line where one stood in the source, a line break elsewhere. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line, i) => (i === 0 ? line.text : `${line.parted ? '\n\n' : '\n'}${line.text}`)).join('');
}
