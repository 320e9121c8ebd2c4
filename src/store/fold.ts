/** Letters that a reader takes for a plain one though Unicode gives them no decomposition; and sigma at a word's end. */
const PLAIN: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ς: 'σ',
};
const WITHOUT_DECOMPOSITION = new RegExp(`[${Object.keys(PLAIN).join('')}]`, 'g');
/**
 * Marks that are put on letters of any script (accents, Arabic vowel signs). Marks of one script only stay, because
 * they are letters in all but name (Indic vowels), and so do the Japanese voicing marks: ka and ga are two letters.
 */
const MARKS = /[[\p{Mn}&&\p{Script=Inherited}]--[\u3099\u309a]]/gv;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/**
 * A text as it is compared and searched: without case, diacritics, compatibility variants (Unicode NFKD) and invisible
 * characters. "Łukasz DVOŘÁK" and "lukasz dvorak" come out the same.
 */
export function fold(text: string): string {
  // Most text is English: for ASCII the rest changes nothing.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return (
    text
      .normalize('NFKD')
      .replace(MARKS, '')
      .replace(INVISIBLE, '')
      // To capitals first, so that "ß" and "ss", dotless and dotted i meet; a capital "ẞ" has no other form before it is small.
      .toLowerCase()
      .toUpperCase()
      .toLowerCase()
      .replace(WITHOUT_DECOMPOSITION, (letter) => PLAIN[letter]!)
      .normalize('NFKD')
      .replace(MARKS, '')
      .normalize('NFC')
  );
}

/** The words of a text, folded, as the full-text indexes cut them: runs of letters, numbers and marks. */
export function foldedWords(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}\p{M}\p{Co}]+/gu) ?? [];
}

/** A name as it is compared: folded, apostrophes and hyphens of one kind, white space of one space. */
export function foldName(name: string): string {
  const folded = fold(name)
    .replace(/[’‘ʼʹ`´]/g, "'")
    .replace(/[‐‑‒–—−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
  return folded || name;
}
