/** Elements found by selectors, and their words. */
import { readBlocks } from './blocks.ts';
import type { DomDocument, DomElement } from './dom.ts';

export const LONGEST_VALUE = 1_000;

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
export function linesOf(element: DomElement): string[] {
  if ((element.textContent ?? '').length > LONGEST_VALUE) return [];
  return readBlocks(element).flatMap((block) => block.text.split('\n'));
}
