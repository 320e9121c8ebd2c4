/** The author as readers see it. */
import { readByline, readDateLine, readNames } from '../furniture/index.ts';
import type { Beside } from './beside.ts';
import { type DomElement, isElement, tagOf } from './dom.ts';
import { firstOf, linesOf } from './elements.ts';
import { namesOf } from './names.ts';
import { plainNames } from './people.ts';
import { marked } from './properties.ts';
import { classed, type Survey } from './survey.ts';

const LONGEST_NAME = 80;
const NAMED = ['byline', 'author', 'contributor', 'username'];
/** Names in captions are those of photographers, in comments those of readers. */
const ELSEWHERE = /-(?:captions?|credits?|figure|photo|comments?|comment-author|related|teaser|promo)-/;
const LEVELS_UP = 5;

function standsElsewhere(element: DomElement): boolean {
  let up: DomElement | null = element;
  for (let level = 0; up && isElement(up) && level < LEVELS_UP; level++, up = up.parentNode) {
    if (/^(?:FIGURE|FIGCAPTION|NAV)$/.test(tagOf(up)) || ELSEWHERE.test(namesOf(up))) return true;
  }
  return false;
}

/** By microdata or RDFa, or by links that say that they lead to the author. */
function byMarks(survey: Survey, outlet: string | null): string | null {
  const sets = [
    marked(survey, 'name', 6, 'author'),
    (survey.byRel.get('author') ?? []).slice(0, 6),
    marked(survey, 'author', 6),
    firstOf(survey.page, '[rel~="sioc:has_creator"] [property~="foaf:name"]', 1),
  ];
  for (const set of sets) {
    const lines = set.filter((element) => !standsElsewhere(element)).flatMap((element) => linesOf(element).slice(0, 1));
    const names = plainNames(
      lines.filter((line) => line.length <= LONGEST_NAME),
      outlet,
    );
    if (names) return names;
  }
  return null;
}

/** The names in a line that also gives a date or a reading time: "September 8, 2031 · 2 min · Eleni Voss". */
function besideDate(line: string): string | null {
  const parts = line.split(/\s*[·•|]\s*/u);
  if (parts.length < 2 || !parts.some((part) => readDateLine(part))) return null;
  return parts.map((part) => readByline(part) ?? readNames(part)).find((names) => names)?.names ?? null;
}

/**
 * The author as readers see it: by microdata, links of authors, a line that begins with "By", or names alone where an
 * element below the headline is named for authors.
 *
 * @param beside what stands beside the headline
 */
export function shownByline(survey: Survey, beside: () => Beside, outlet: string | null): string | null {
  const marks = byMarks(survey, outlet);
  if (marks) return marks;
  const named = classed(survey, NAMED, 30).filter((element) => !standsElsewhere(element));
  for (const element of named) {
    const lines = linesOf(element);
    for (const line of [...lines.slice(0, 3), lines.join(' ')]) {
      const byline = readByline(line);
      if (byline) return plainNames([byline.names], outlet);
    }
  }
  const { after } = beside();
  for (const line of after) {
    const byline = readByline(line) ?? readByline(line.split(/\s*[|•·]\s*/u)[0]!);
    if (byline) return plainNames([byline.names], outlet);
  }
  for (const line of named.flatMap((element) => linesOf(element).slice(0, 2))) {
    const names = after.some((other) => other.includes(line))
      ? plainNames([readNames(line)?.names ?? ''], outlet)
      : null;
    if (names) return names;
  }
  return after.flatMap((line) => besideDate(line) ?? [])[0] ?? null;
}
