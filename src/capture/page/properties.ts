/** What a page marks in its own elements: microdata (itemprop) and RDFa (property) of schema.org and Dublin Core. */
import type { DomDocument, DomElement } from './dom.ts';

/** Selectors for one property: by microdata, by RDFa, and by RDFa with schema.org's prefix. */
const selectorOf = (name: string): string =>
  [`[itemprop~="${name}"]`, `[property~="${name}"]`, `[property~="schema:${name}"]`].join(', ');

/** The elements that bear a property, in the order of the page; `within` names the property around it. */
export function marked(page: DomDocument, name: string, count: number, within?: string): DomElement[] {
  const inner = selectorOf(name).split(', ');
  const selectors = within
    ? selectorOf(within)
        .split(', ')
        .map((outer, i) => `${outer} ${inner[i]}`)
    : inner;
  return [...page.querySelectorAll(selectors.join(', '))].slice(0, count);
}

/** What an element gives as its value, likeliest first: attributes for machines, then its words. */
export const valuesOf = (element: DomElement): string[] =>
  ['datetime', 'content', 'title']
    .map((name) => element.getAttribute(name))
    .concat(element.textContent)
    .filter((value) => value !== null && value.trim() !== '') as string[];

/** The first value of a property, or null. */
export function markedValue(page: DomDocument, name: string, within?: string): string | null {
  for (const element of marked(page, name, 3, within)) {
    const value = element.getAttribute('content') ?? element.textContent;
    if (value?.trim()) return value.trim().slice(0, 1_000);
  }
  return null;
}
