/** What a page shows its readers of headline and date. */
import { readDateLine, sameWords, toIsoDate, wordsOf } from '../furniture/index.ts';
import type { Beside } from './beside.ts';
import { type DomDocument, type DomElement, tagOf } from './dom.ts';
import { firstOf, linesOf, plainText } from './elements.ts';
import { isOfUpdate } from './names.ts';
import { marked, valuesOf } from './properties.ts';
import { classed, type Survey, tagged } from './survey.ts';

/** Whether most words of the shorter of two titles are in the other. */
function agree(a: string, b: string): boolean {
  const [one, two] = [new Set(wordsOf(a.toLowerCase())), new Set(wordsOf(b.toLowerCase()))];
  const common = [...one].filter((word) => two.has(word)).length;
  return common > 0 && common >= Math.min(one.size, two.size) * 0.6;
}

const H1 = new Set(['H1']);
const LABEL_BEFORE =
  /^(?:live|exclusive|video|watch|breaking(?: news)?|update[ds]?|opinion|analysis|premium|gallery|podcast)[\s:|-]*$/i;

/** A headline without the label that some pages put into its element: "Live Storm closes ferries". */
function withoutLabel(shown: string, named: readonly string[]): string {
  const headline = named.find((title) => shown.endsWith(title) && LABEL_BEFORE.test(shown.slice(0, -title.length)));
  return headline ?? shown;
}

/**
 * The headline that readers see, when the page has one and it agrees with what the page calls itself.
 *
 * @param named the page's titles in its metadata
 */
export function shownTitle(survey: Survey, named: readonly string[]): string | null {
  const { page } = survey;
  const headlines = [...tagged(survey, H1).slice(0, 20), ...marked(survey, 'headline', 3)];
  const shown = headlines.flatMap(
    (element) => plainText(page, element.textContent) ?? plainText(page, element.getAttribute('content')) ?? [],
  );
  const [first, ...others] = shown
    .filter((text) => {
      const length = wordsOf(text).length;
      return length <= 50 && (named.length === 0 || (length > 1 && named.some((title) => agree(text, title))));
    })
    .map((text) => withoutLabel(text, named));
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

const HEADINGS_AND_TIMES = new Set('H1 H2 H3 TIME'.split(' '));

/**
 * The time elements of a page, likeliest first: the first below the headline, then those above it. Lists of other
 * articles give times too, before the article's own and after it.
 */
function times(survey: Survey, title: string | null): DomElement[] {
  const found = tagged(survey, HEADINGS_AND_TIMES).slice(0, 300);
  const heading = found.findIndex(
    (element) => tagOf(element) !== 'TIME' && title !== null && sameWords(element.textContent ?? '', title),
  );
  const order = [...found.slice(heading + 1), ...found.slice(0, Math.max(0, heading))];
  const all = order.filter((element) => tagOf(element) === 'TIME' && element.hasAttribute('datetime'));
  const [nearest] = all;
  if (!nearest) return [];
  // The time of publication may stand beside that of the last change, and not in a list further down.
  const around = nearest.parentNode?.parentNode;
  const beside = all.slice(1, 3).find((time) => !isOfUpdate(time) && time.parentNode?.parentNode === around);
  return isOfUpdate(nearest) && beside ? [beside, nearest] : [nearest];
}

const MARKED_DATES = ['datePublished', 'dc:created', 'dc:date', 'dcterms:created'];
const DATED = ['date', 'publish', 'timestamp', 'byline'];
const TIME = new Set(['TIME']);

/** The date in a line that may hold other things beside it, parted by bars. */
function dateInLine(line: string): string | null {
  for (const part of [line, ...line.split(/\s*[|•·]\s*/u)]) {
    const date = readDateLine(part)?.date;
    if (date) return date;
  }
  return null;
}

/**
 * The date as readers see it: a time element, or a line of nothing but a date in an element named for it or beside the
 * headline.
 *
 * @param beside what stands beside the headline
 */
export function shownDate(survey: Survey, title: string | null, beside: () => Beside): string | null {
  const elements = [
    ...MARKED_DATES.flatMap((name) => marked(survey, name, 1)),
    ...tagged(survey, TIME)
      .filter((time) => time.hasAttribute('pubdate'))
      .slice(0, 1),
    ...times(survey, title),
  ];
  for (const value of elements.flatMap(valuesOf)) {
    const date = toIsoDate(value);
    if (date) return date;
  }
  for (const element of [...classed(survey, DATED, 50), ...tagged(survey, TIME).slice(0, 20)]) {
    const lines = linesOf(element);
    for (const line of [...lines.slice(0, 4), lines.join(' ')]) {
      const date = readDateLine(line)?.date;
      if (date) return date;
    }
  }
  const { after, before } = beside();
  return [...after, ...before].flatMap((line) => dateInLine(line) ?? [])[0] ?? null;
}
