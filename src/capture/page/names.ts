/** The names that sites give to elements, in class and id. */
import { type DomElement, isElement } from './dom.ts';

/** "relatedArticles box_2" → "-related-articles-box-2-", so that `-ad-` finds "ad" and "ad-slot" but not "header". */
export function namesOf(element: DomElement): string {
  const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`.slice(0, 500);
  const words = names
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1-$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  return `-${words.join('-')}-`;
}

/** The names of an element and of what it stands in. */
export function namesAround(element: DomElement): string {
  const parent = element.parentNode;
  return namesOf(element) + (parent && isElement(parent) ? namesOf(parent) : '');
}

/** Names of what tells the time of the last change. */
export const UPDATED = /-(?:updated?|modified|last-modified)-/;
