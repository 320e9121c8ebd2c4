/** What a page marks in its own elements: microdata (itemprop) and RDFa (property) of schema.org and Dublin Core. */
import { type DomElement, isElement } from './dom.ts';
import type { Survey } from './survey.ts';

const isWithin = (element: DomElement, outer: readonly DomElement[]): boolean => {
  for (let up = element.parentNode; up && isElement(up); up = up.parentNode) if (outer.includes(up)) return true;
  return false;
};

/** The elements that bear a property, in the order of the page. @param within a property that is marked around it */
export function marked({ byProperty }: Survey, name: string, count: number, within?: string): readonly DomElement[] {
  const found = byProperty.get(name) ?? [];
  if (within === undefined) return found.slice(0, count);
  const outer = (byProperty.get(within) ?? []).slice(0, 20);
  return outer.length === 0
    ? []
    : found
        .slice(0, 200)
        .filter((element) => isWithin(element, outer))
        .slice(0, count);
}

/** What an element gives as its value, likeliest first: attributes for machines, then its words. */
export const valuesOf = (element: DomElement): string[] =>
  ['datetime', 'content', 'title']
    .map((name) => element.getAttribute(name))
    .concat(element.textContent)
    .filter((value) => value !== null && value.trim() !== '') as string[];

/** The first value of a property, or null. */
export function markedValue(survey: Survey, name: string, within?: string): string | null {
  for (const element of marked(survey, name, 3, within)) {
    const value = element.getAttribute('content') ?? element.textContent;
    if (value?.trim()) return value.trim().slice(0, 1_000);
  }
  return null;
}
