/** Letters that Unicode does not decompose, as newspapers write them that lack them. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ß: 'ss',
  ı: 'i',
};
const UNDECOMPOSED = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * The words of a name as names of different sources are compared: letters and numbers, in lower case, without marks and
 * apostrophes; what a hyphen or a full stop joins is several words. "Łucja D’Arvé-Brandt" gives "lucja", "darve", "brandt".
 */
export const plainWords = (text: string): string[] =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ]/gu, '')
    .replace(UNDECOMPOSED, (letter) => LETTERS[letter]!)
    .match(/[\p{L}\p{N}]+/gu) ?? [];
