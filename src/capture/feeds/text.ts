/** Plain text out of what feeds hold as text, HTML, or HTML within HTML. */
import { decodeHTMLStrict } from 'entities';
import { LIMITS } from './types.ts';

/** Elements of HTML that appear in titles and names; anything else between angle brackets was meant to be read. */
const INLINE =
  /<\/?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|em|font|i|ins|del|kbd|mark|q|s|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)(?:[\s/][^<>]*)?>/gi;
const BLOCK =
  /<\/?(?:article|blockquote|body|br|center|dd|div|dl|dt|figcaption|figure|h[1-6]|head|header|hr|html|iframe|img|li|ol|p|picture|pre|section|source|svg|table|tbody|td|th|tr|ul|video)(?:[\s/][^<>]*)?>/gi;

/** Leaves out what stands between two marks, with the marks; without a second mark, all from the first. */
function without(text: string, open: string, close: string): string {
  const lower = text.toLowerCase();
  const kept: string[] = [];
  let at = 0;
  for (let start = lower.indexOf(open); start >= 0; start = lower.indexOf(open, at)) {
    kept.push(text.slice(at, start));
    const end = lower.indexOf(close, start + open.length);
    at = end < 0 ? text.length : end + close.length;
  }
  return kept.join('') + text.slice(at);
}

function withoutTags(text: string): string {
  if (!text.includes('<')) return text;
  let plain = without(text, '<!--', '-->');
  for (const name of ['script', 'style']) plain = without(plain, `<${name}`, `</${name}>`);
  return plain.replace(INLINE, '').replace(BLOCK, ' ');
}

const withoutMarks = (text: string): string => text.replace(/<!\[CDATA\[|\]\]>/g, '');

/** On one line and within bounds; null when nothing is left. */
export const onOneLine = (text: string): string | null =>
  text.replace(/\s+/g, ' ').trim().slice(0, LIMITS.text).trim().toWellFormed() || null;

/**
 * What a reader would see of a title, a name or a label. References are resolved once more, and again where that
 * leaves some: many systems escape twice. Elements of HTML are taken out; "<name withheld>" stays.
 */
export function plainText(value: string): string | null {
  let text = withoutMarks(value.slice(0, 4 * LIMITS.text));
  for (let round = 0; round < 2 && /&[#\w]/.test(text); round++) text = decodeHTMLStrict(withoutTags(text));
  return onOneLine(withoutMarks(withoutTags(text)));
}

/** As `plainText`, for text in which angle brackets are said to be no markup. */
export function plainUnmarked(value: string): string | null {
  return onOneLine(withoutMarks(decodeHTMLStrict(value.slice(0, 4 * LIMITS.text))));
}

/** Longest text of names that is looked at. */
const LONGEST_NAMES = 500;

/** What stands in brackets at the end of a text, with where it begins; null when nothing does. */
function inBrackets(text: string): { readonly within: string; readonly start: number } | null {
  const start = Math.max(text.lastIndexOf('('), text.lastIndexOf('<'));
  return start >= 0 && /[)>]$/.test(text) ? { within: text.slice(start + 1, -1), start } : null;
}

/** One name without the address beside it: "a@b.example (Jon Ember)", "Jon Ember <a@b.example>", "By Jon Ember". */
function withoutAddress(given: string): string {
  let text = given.replace(/^\S+/, (word) => (word.includes('@') ? '' : word)).trim();
  const end = inBrackets(text);
  if (end && /^\S+$/.test(end.within) && end.within.includes('@')) text = text.slice(0, end.start);
  else if (end?.start === 0) text = end.within;
  return text
    .trim()
    .replace(/^by:? /i, '')
    .replace(/^"(.*)"$/, '$1')
    .trim();
}

/** Names as one element gives them; none when it gives an address only. Names in a row are parted where addresses part them. */
export function authorNames(value: string): string[] {
  const text = plainText(value)?.slice(0, LONGEST_NAMES) ?? '';
  return text.split(/(?<=\)), (?=[^\s@]+@\S+ \()/).flatMap((part) => {
    const name = withoutAddress(part);
    return name && !/^https?:\/\/\S*$/i.test(name) ? [name] : [];
  });
}

/** The form of a language tag that BCP 47 gives it ("en_gb" is "en-GB"), or null when it is none. */
export function languageTag(value: string | null | undefined): string | null {
  const tag = value?.trim().replaceAll('_', '-').slice(0, 40);
  if (!tag || !/^[a-z]{2,3}(?:-[a-z0-9]+)*$/i.test(tag)) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
