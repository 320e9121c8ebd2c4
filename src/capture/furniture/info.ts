/** Lines that tell several things of an article at once: where, when, by whom, how long to read. */
import { readByline } from './bylines.ts';
import { readDateLine } from './dates.ts';
import { lengthInWords } from './line.ts';

/** "Author, Ana Kessler", "Role, Politics reporter": labels that pages give to screen readers. */
const LABELLED = /^(?:author|role|reporting from|image source|image caption), \S/i;
const READING_TIME = /^(?:\p{L}+ )?\d{1,2} ?min(?:ute)?s?(?: (?:read|listen|watch))?$/iu;

const isDate = (part: string): boolean => readDateLine(part) !== null;

/**
 * Whether a line is made of short pieces of which one is a date or a reading time ("The Quay · 3 min read · Sep 7, 2031"),
 * or of names and dates alone. Rows of a table are parted by bars too.
 */
export function isInfoLine(line: string): boolean {
  if (line.length > 200) return false;
  if (LABELLED.test(line)) return lengthInWords(line) <= 12;
  const parts = line.split(/\s*[·•]\s*/u).filter(Boolean);
  if (parts.length > 1) {
    const short = parts.every((part) => lengthInWords(part) <= 7);
    return short && parts.some((part) => isDate(part) || READING_TIME.test(part));
  }
  const barred = line.split(/\s*\|\s*/u).filter(Boolean);
  return barred.length > 1 && readByline(barred[0]!) !== null && barred.slice(1).every(isDate);
}
