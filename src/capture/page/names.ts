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

const UPDATED = /-(?:updated?|modified|last-modified)-/;
/** WordPress names the one time of an article that was never changed "entry-date published updated". */
const PUBLISHED = /-(?:published|entry-date)-/;

/** Whether a time is told to be that of the last change alone, by its own names or those of what it stands in. */
export function isOfUpdate(time: DomElement): boolean {
  const parent = time.parentNode;
  const names = namesOf(time) + (parent && isElement(parent) ? namesOf(parent) : '');
  return UPDATED.test(names) && !PUBLISHED.test(names);
}
