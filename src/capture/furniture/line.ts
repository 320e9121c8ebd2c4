/** What one line looks like: words, ends, names. */

/** Soft hyphens and zero-width marks that sites set for layout; joiners that belong to a script's words stay. */
export const INVISIBLE = /[\u00ad\u200b\u2060\ufeff]/g;

/** Words of a line, with their inner apostrophes, stops and hyphens. */
export const wordsOf = (line: string): string[] =>
  line.match(/[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.&-](?=[\p{L}\p{N}]))*/gu) ?? [];

/** Whether a line closes a sentence: a stop, question or exclamation mark, perhaps within quotation marks or brackets. */
export const endsSentence = (line: string): boolean => /[.!?…。！？؟।][\p{Pf}\p{Pe}"'’”*]*$/u.test(line);

/** Writing without spaces between words, where counting words says nothing. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** No line of this length is a headline or a caption: its words need no counting. */
const LONGEST_COUNTED = 10_000;

/** About how many words a line has; two characters count as one where a script sets no spaces. */
export function lengthInWords(line: string): number {
  if (line.length > LONGEST_COUNTED) return Math.round(line.length / 6);
  const unspaced = line.match(UNSPACED)?.length ?? 0;
  return unspaced ? Math.round(unspaced / 2) + wordsOf(line.replace(UNSPACED, ' ')).length : wordsOf(line).length;
}

/** Running text: a whole sentence of some length, or a long line however it ends. */
export function isProse(line: string): boolean {
  const length = lengthInWords(line);
  return length >= 30 || (length >= 8 && endsSentence(line)) || (length >= 12 && /[:;,]["'”’]?$/.test(line));
}

/** Lower case, without what surrounds words: emoji, bullets, arrows, a count in brackets. */
export const bare = (line: string): string =>
  line
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/\(\s*(?:\d+\s*)?\)/g, ' ')
    .replace(/[^\p{L}\p{N}\p{M}'&]+/gu, ' ')
    .trim();

/** Source of a pattern for any of the alternatives. */
export const anyOf = (...alternatives: string[]): string => `(?:${alternatives.join('|')})`;

const CAPITALISED = String.raw`(?:\p{Lu}\p{Ll}{0,2}\.|\p{Lu}(?:[\p{L}\p{M}\p{N}'’-]|\.(?=[\p{L}\p{N}]))*)`;
const PARTICLE = '(?:of|the|and|de|da|di|du|del|della|la|le|van|von|der|den|al|el|bin|ibn|&)';

/** Source of a pattern for the name of a person, an agency or an outlet, with the small words that names hold. */
export const NAME = `${CAPITALISED}(?:(?: ${PARTICLE}){0,3} ${CAPITALISED}){0,5}`;

/** Whether two lines are the same words, whatever their marks and capitals. */
export const sameWords = (a: string, b: string): boolean => bare(a) === bare(b);
