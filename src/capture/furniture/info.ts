/** Lines that tell several things of an article at once: where, when, by whom, how long to read. */
import { isControl } from './controls.ts';
import { readDateLine } from './dates.ts';
import { lengthInWords } from './line.ts';

/** "Author, Ana Kessler", "Role, Politics reporter": labels that pages give to screen readers. */
const LABELLED =
  /^(?:author|role|reporting from|image source|image caption|published in|published on|posted in|filed under),? \S/i;

/** Whether a line is made of short pieces ("The Quay · 3 min read · Sep 7, 2031") of which one is a date or a reading time. */
export function isInfoLine(line: string): boolean {
  if (line.length > 200) return false;
  if (LABELLED.test(line) && /^[^,]+, /.test(line) && lengthInWords(line) <= 12) return true;
  const parts = line.split(/\s*[·•|]\s*/u).filter(Boolean);
  if (parts.length < 2 || parts.some((part) => lengthInWords(part) > 7)) return false;
  return parts.some((part) => readDateLine(part) !== null || (/\d/.test(part) && isControl(part)));
}
