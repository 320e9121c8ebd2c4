/** One walk over a page, for all that is later asked of its elements: each selector of its own would be a walk. */
import { type DomDocument, type DomElement, tagOf } from './dom.ts';

/** A page as it stands before it is changed. */
export interface Survey {
  readonly page: DomDocument;
  /** All elements in the order of the page, with their tags in capitals and their classes in small letters. */
  readonly elements: readonly { readonly element: DomElement; readonly tag: string; readonly classes: string }[];
  /** Elements by what they mark in microdata (itemprop) or RDFa (property), schema.org's names without prefix. */
  readonly byProperty: ReadonlyMap<string, readonly DomElement[]>;
  /** Links by what they lead to (rel), in small letters. */
  readonly byRel: ReadonlyMap<string, readonly DomElement[]>;
}

export function surveyOf(page: DomDocument): Survey {
  const elements: Survey['elements'][number][] = [];
  const byProperty = new Map<string, DomElement[]>();
  const byRel = new Map<string, DomElement[]>();
  const note = (map: Map<string, DomElement[]>, value: string | null, element: DomElement): void => {
    if (!value) return;
    for (const token of value.slice(0, 200).split(/\s+/)) {
      const name = token.replace(/^schema:/, '');
      const found = map.get(name);
      if (found) found.push(element);
      else map.set(name, [element]);
    }
  };
  for (const element of page.querySelectorAll('*')) {
    elements.push({ element, tag: tagOf(element), classes: (element.getAttribute('class') ?? '').toLowerCase() });
    note(byProperty, element.getAttribute('itemprop'), element);
    note(byProperty, element.getAttribute('property'), element);
    note(byRel, element.getAttribute('rel')?.toLowerCase() ?? null, element);
  }
  return { page, elements, byProperty, byRel };
}

/**
 * The first elements whose classes hold one of the words.
 *
 * @param words in small letters; any part of a class counts
 */
export function classed(survey: Survey, words: readonly string[], count: number): DomElement[] {
  const found: DomElement[] = [];
  for (const { element, classes } of survey.elements) {
    if (found.length >= count) break;
    if (classes && words.some((word) => classes.includes(word))) found.push(element);
  }
  return found;
}

/** The elements of some kinds, in the order of the page. @param tags in capitals */
export const tagged = (survey: Survey, tags: ReadonlySet<string>): DomElement[] =>
  survey.elements.flatMap(({ element, tag }) => (tags.has(tag) ? [element] : []));
