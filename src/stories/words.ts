/** The words of an article as grouping compares them. */

/** What occurs in every address that a page prints, and tells nothing of what it is about. */
const OF_ADDRESSES = new Set(['http', 'https', 'www', 'com', 'co', 'uk', 'org', 'net', 'html', 'htm', 'php', 'index']);
/** The event stands in an article's beginning: the rest of a long text adds what is remembered and what is compared. */
const LONGEST_READ = 20_000;
const WORD = /\p{L}[\p{L}\p{M}]*(?:[’'][\p{L}\p{M}]+)*|\p{Nd}(?:[\d.,]*\d)?/gu;

/** One word of a text. */
export interface Word {
  readonly stem: string;
  readonly kind: 'lower' | 'capital' | 'number';
}

/**
 * The words of a text in their order, without offsets. Single letters and what addresses are made of are left out, as an
 * empty stem, so that it is seen where words do not follow each other.
 */
export function readWords(text: string): Word[] {
  const words: Word[] = [];
  for (const [form] of text.slice(0, LONGEST_READ).matchAll(WORD)) {
    if (/^\p{Nd}/u.test(form)) words.push({ stem: form.replaceAll(',', ''), kind: 'number' });
    else {
      const small = form.toLowerCase().replaceAll('’', "'");
      const stem = small.length < 2 || OF_ADDRESSES.has(small) ? '' : stemOf(small);
      words.push({ stem, kind: /^\p{Lu}/u.test(form) ? 'capital' : 'lower' });
    }
  }
  return words;
}

/**
 * A word without the endings by which reports of one event differ ("shoots", "shooting", "shooter's"): plural and verb
 * endings only, in the manner of Harman's S-stemmer (1991); errs towards leaving a word as it is.
 */
export function stemOf(word: string): string {
  let stem = word.replace(/'s$/, '');
  if (stem.length > 4) {
    if (stem.endsWith('ies')) stem = `${stem.slice(0, -3)}y`;
    else if (stem.endsWith('sses')) stem = stem.slice(0, -2);
    else if (stem.endsWith('s') && !stem.endsWith('ss') && !stem.endsWith('us')) stem = stem.slice(0, -1);
  }
  if (stem.length > 5) {
    if (stem.endsWith('ing')) stem = stem.slice(0, -3);
    else if (stem.endsWith('ed')) stem = stem.slice(0, -2);
  }
  return stem.length > 4 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
}
