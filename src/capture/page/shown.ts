/** What a page shows its readers of headline, author and date. */
import { readByline, readDateLine, sameWords, toIsoDate, wordsOf } from '../furniture/index.ts';
import { readBlocks } from './blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';
import { plainNames } from './people.ts';

const LONGEST_VALUE = 1_000;

/** The first elements that a selector finds; a hostile page may have any number. */
export const firstOf = (page: DomDocument, selector: string, count: number): DomElement[] =>
  [...page.querySelectorAll(selector)].slice(0, count);

/** One line of text from a value that may hold entities or markup ("Kalvin &amp;amp; Norta"). */
export function plainText(page: DomDocument, value: string | null | undefined): string | null {
  let text = (value ?? '').slice(0, LONGEST_VALUE);
  if (/&[#\w]+;|<[a-z/]/i.test(text)) {
    const holder = page.createElement('div');
    holder.innerHTML = text;
    text = holder.textContent ?? '';
  }
  return text.replace(/[\s\u200b\ufeff]+/gu, ' ').trim() || null;
}

/** The lines of an element that is no longer than a byline or a date. */
function linesOf(element: DomElement): string[] {
  if ((element.textContent ?? '').length > LONGEST_VALUE) return [];
  return readBlocks(element).flatMap((block) => block.text.split('\n'));
}

/** Whether most words of the shorter of two titles are in the other. */
function agree(a: string, b: string): boolean {
  const [one, two] = [new Set(wordsOf(a.toLowerCase())), new Set(wordsOf(b.toLowerCase()))];
  const common = [...one].filter((word) => two.has(word)).length;
  return common > 0 && common >= Math.min(one.size, two.size) * 0.6;
}

/**
 * The headline that readers see, when the page has one and it agrees with what the page calls itself.
 *
 * @param named the page's titles in its metadata
 */
export function shownTitle(page: DomDocument, named: readonly string[]): string | null {
  const headlines = [...firstOf(page, 'h1', 20), ...firstOf(page, '[itemprop~="headline"]', 3)];
  const shown = headlines.flatMap(
    (element) => plainText(page, element.textContent ?? element.getAttribute('content')) ?? [],
  );
  const [first, ...others] = shown.filter((text) => {
    const length = wordsOf(text).length;
    return length <= 50 && (named.length === 0 || (length > 1 && named.some((title) => agree(text, title))));
  });
  return first && others.every((text) => sameWords(text, first)) ? first : null;
}

/**
 * The headline in a page that has no first-level heading: another heading that the page's title begins or ends with.
 *
 * @param title the page's title element, which adds the outlet
 */
export function headingInTitle(page: DomDocument, title: string | null): string | null {
  for (const heading of title ? firstOf(page, 'h2, h3, h4', 40) : []) {
    const text = plainText(page, heading.textContent);
    if (text && wordsOf(text).length >= 3 && (title!.startsWith(text) || title!.endsWith(text))) return text;
  }
  return null;
}

/** The author as readers see it: by microdata, links of authors, or a line that begins with "By". */
export function shownByline(page: DomDocument, outlet: string | null): string | null {
  for (const selector of ['[itemprop~="author"] [itemprop~="name"]', '[rel~="author"]', '[itemprop~="author"]']) {
    const lines = firstOf(page, selector, 6).flatMap((element) => linesOf(element).slice(0, 1));
    const names = plainNames(
      lines.filter((line) => line.length <= 80),
      outlet,
    );
    if (names) return names;
  }
  for (const element of firstOf(page, '[class*="byline" i], [class*="author" i]', 30)) {
    const lines = linesOf(element);
    for (const line of [...lines.slice(0, 3), lines.join(' ')]) {
      const byline = readByline(line);
      if (byline) return byline.names;
    }
  }
  return null;
}

/**
 * The date as readers see it: a time element, or a line of nothing but a date in an element named for it or beside the
 * headline.
 */
export function shownDate(page: DomDocument, title: string | null): string | null {
  for (const selector of ['[itemprop~="datePublished"]', 'time[pubdate]', 'article time[datetime]', 'time[datetime]']) {
    const element = page.querySelector(selector);
    const values = element
      ? [element.getAttribute('datetime'), element.getAttribute('content'), element.textContent]
      : [];
    for (const value of values) {
      const date = value ? toIsoDate(value) : null;
      if (date) return date;
    }
  }
  const dated = '[class*="date" i], [class*="publish" i], [class*="timestamp" i], [class*="byline" i], time';
  for (const element of firstOf(page, dated, 50)) {
    const lines = linesOf(element);
    for (const line of [...lines.slice(0, 4), lines.join(' ')]) {
      const date = readDateLine(line)?.date;
      if (date) return date;
    }
  }
  return dateBesideTitle(page, title);
}

/** How far from the headline a date still belongs to it, in paragraphs; one at the top of a page may be today's. */
const BEFORE_TITLE = 2;
const AFTER_TITLE = 6;

function dateBesideTitle(page: DomDocument, title: string | null): string | null {
  const blocks = title ? readBlocks(page.body) : [];
  const at = blocks.findIndex((block) => sameWords(block.text, title!));
  if (at < 0) return null;
  const after = blocks.slice(at + 1, at + 1 + AFTER_TITLE);
  const before = blocks.slice(Math.max(0, at - BEFORE_TITLE), at).reverse();
  for (const block of [...after, ...before]) {
    const date = readDateLine(block.text)?.date;
    if (date) return date;
  }
  return null;
}
