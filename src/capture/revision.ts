/** What makes a later capture of an article a revision: other words, as a reader reads them. */
import type { Article, Comparer } from '../model.ts';
import { canonicalUrl } from './feeds/index.ts';
import { isFeedHeading, isPointer, readDateLine } from './furniture/index.ts';

/** A line longer than this is text, however it ends. */
const LONGEST_BOX_LINE = 150;
/** If what looks like boxes is more than this part of a text, it is the text. */
const MOST_IN_BOXES = 0.5;

const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Quotation marks and apostrophes of every sort, also doubled ones (''), and accents that stand for them. */
const QUOTES = /[\p{Quotation_Mark}`´ʼʹʻ′″]+/gu;
const DASHES = /[\p{Dash_Punctuation}\u2212]+/gu;
/** White space counts where it parts two words. */
const IDLE_SPACE = /(?<![\p{L}\p{N}\p{M}\p{S}]) | (?![\p{L}\p{N}\p{M}\p{S}])/gu;

/** A text without the differences in white space, marks and invisible characters that make no other words. */
function folded(text: string): string {
  return text
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/…/g, '...')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .replace(IDLE_SPACE, '');
}

/** How a sentence ends, or a line after which it goes on. */
const ENDS_SENTENCE = /[\p{Terminal_Punctuation}…][\p{Pe}\p{Pf}\p{Quotation_Mark}\s]*$/u;
const IS_QUOTED = /[\p{Quotation_Mark}]/u;
/** "Updated 14:05 GMT.", "Last updated: 5 minutes ago.": times without a day, which `readDateLine` leaves alone. */
const UPDATED = new RegExp(
  String.raw`^\W*(?:last |first )?(?:updated|modified|published|posted)\b[\s:]{0,3}(?:at |on )?(?:` +
    String.raw`\d{1,2}[:.h]\d\d ?(?:[ap]\.?m\.?)? ?[a-z]{0,5}|\d{1,3} (?:seconds?|minutes?|mins?|hours?|hrs?|days?) ago)\W*$`,
  'i',
);

/** Whether a line says when, or belongs to a box beside the text: headlines of other articles, counters, calls to read on. */
function isBeside(line: string): boolean {
  if (UPDATED.test(line.slice(0, LONGEST_BOX_LINE)) || readDateLine(line) || isPointer(line)) return true;
  if (line.length > LONGEST_BOX_LINE) return false;
  return isFeedHeading(line) || !(ENDS_SENTENCE.test(line) || IS_QUOTED.test(line));
}

/** The lines that are the text itself; all of them where hardly any would be left. */
function ownLines(text: string): string {
  const lines = text
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replace(INVISIBLE, '').trim())
    .filter((line) => line !== '');
  const own = lines.filter((line) => !isBeside(line));
  const length = (some: readonly string[]): number => some.reduce((sum, line) => sum + line.length, 0);
  return (length(own) < length(lines) * (1 - MOST_IN_BOXES) ? lines : own).join('\n');
}

/**
 * Whether two captures have the same words: the same headline and the same text, but for white space, the shape of
 * quotation marks and dashes, invisible characters, lines of dates and times ("Updated 14:05"), and boxes that change from
 * hour to hour (short lines that are no sentences and hold no quotation marks, "Read more: …", headings of such boxes).
 * Any other letter or digit within a sentence makes other words.
 */
function sameWords(a: Pick<Article, 'title' | 'text'>, b: Pick<Article, 'title' | 'text'>): boolean {
  if (folded(a.title ?? '').trim() !== folded(b.title ?? '').trim()) return false;
  if (a.text === b.text || folded(a.text) === folded(b.text)) return true;
  return folded(ownLines(a.text)) === folded(ownLines(b.text));
}

/** The canonical address; null for a site's front page, which many articles without an address of their own are given. */
function addressOf(url: string | null): string | null {
  const { pathname, search, hash } = (url !== null && URL.parse(canonicalUrl(url))) || {};
  return pathname === undefined || `${pathname}${search}${hash}` === '/' ? null : canonicalUrl(url!);
}

/** Tells captures of one article from those of others, by canonical addresses, and revisions by their words. */
export const comparer: Comparer = { addressOf, sameWords };
