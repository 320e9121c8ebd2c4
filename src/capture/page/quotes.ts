/** Pull quotes: words of the article set apart to be seen, which must not count as said twice. */
import { bare, wordsOf } from '../furniture/index.ts';
import { type DomDocument, type DomElement, type DomNode, isElement, tagOf } from './dom.ts';
import { namesOf } from './names.ts';

const PULLED =
  /-(?:pullquotes?|pull-quotes?|pulled-quote|pq|quote-?box|article-?quote|quote-(?:element|enhancement|block|card|module))-/;
/** No page has more of them, and each is looked for in the whole text. */
export const MOST_PULL_QUOTES = 30;
/** In characters; what is longer is the article, or holds it. */
const LONGEST = 600;
/** The share of a quote's stretches of three words that the text must have: pull quotes leave words out and add names. */
const MOSTLY = 0.75;

const stretchesOf = (words: readonly string[]): string[] =>
  words.slice(2).map((_, i) => words.slice(i, i + 3).join(' '));

/** Tells whether words stand in a text too. */
export type Repeats = (quote: string) => boolean;

/** @param text what may have the words; read once for any number of quotes */
export function repeatsOf(text: string): Repeats {
  const whole = ` ${bare(text)} `;
  let stretches: ReadonlySet<string> | null = null;
  return (quote) => {
    const words = wordsOf(bare(quote));
    if (words.length < 3) return false;
    if (whole.includes(` ${bare(quote)} `)) return true;
    if (words.length < 6) return false;
    stretches ??= new Set(stretchesOf(wordsOf(whole)));
    const own = stretchesOf(words);
    return own.filter((stretch) => stretches!.has(stretch)).length >= own.length * MOSTLY;
  };
}

const lengthOf = (element: DomElement): number => (element.textContent ?? '').trim().length;

/** An aside that is nothing but a quotation. */
function isQuotingAside(element: DomElement): boolean {
  if (tagOf(element) !== 'ASIDE') return false;
  const quote = element.querySelector('blockquote, q');
  return quote !== null && lengthOf(quote) >= lengthOf(element) * 0.5;
}

function isWithin(element: DomElement, others: ReadonlySet<DomNode>): boolean {
  for (let up = element.parentNode; up && isElement(up); up = up.parentNode) if (others.has(up)) return true;
  return false;
}

/**
 * Takes the pull quotes out of a page, in place. One whose words stand nowhere else stays, as a plain quotation: then it
 * is the only report of them.
 */
export function settlePullQuotes(page: DomDocument): void {
  const found = new Set<DomElement>();
  for (const element of page.body.querySelectorAll('aside, [class*="quote" i], [class*="pq" i]')) {
    if (found.size >= MOST_PULL_QUOTES) break;
    const pulled = PULLED.test(namesOf(element)) || isQuotingAside(element);
    if (pulled && lengthOf(element) <= LONGEST && !element.querySelector('h1') && !isWithin(element, found)) {
      found.add(element);
    }
  }
  if (found.size === 0) return;
  const places = [...found].map((element) => {
    const place = page.createElement('blockquote');
    element.replaceWith(place);
    return { element, place };
  });
  const repeats = repeatsOf(page.body.textContent ?? '');
  for (const { element, place } of places) {
    const quoted = element.querySelector('blockquote p, blockquote, q, p') ?? element;
    if (lengthOf(element) === 0 || repeats(quoted.textContent ?? '') || repeats(element.textContent ?? '')) {
      place.remove();
    } else {
      place.append(...[...element.childNodes]);
    }
  }
}
