/** Names are read up to so many UTF-16 code units: what is longer is no name, and must not cost its square. */
export const LONGEST_NAME = 200;

/** Letters that no decomposition leads to ASCII, with all ways in which newspapers write them there. */
const LETTERS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  ß: ['ss'],
  ø: ['o', 'oe'],
  æ: ['ae', 'a'],
  œ: ['oe'],
  å: ['a', 'aa'],
  ä: ['a', 'ae'],
  ö: ['o', 'oe'],
  ü: ['u', 'ue'],
  ł: ['l'],
  š: ['s', 'sh'],
  ž: ['z', 'zh'],
  č: ['c', 'ch'],
  đ: ['d', 'dj'],
  ð: ['d'],
  þ: ['th'],
  ı: ['i'],
  ə: ['a', 'e'],
  ŋ: ['ng'],
  ħ: ['h'],
};
const SPECIAL = /[ßøæœåäöüłšžčđðþıəŋħ]/gu;

/** Marks that stand for a letter no newspaper prints twice the same way: apostrophes, ayn, hamza, soft signs. */
const APOSTROPHES = /['’‘ʻʼʿʾ`´ˈʹ]/gu;

const decompose = (word: string): string => word.normalize('NFKD').replace(/\p{M}/gu, '');

/** A word in lower-case ASCII as far as it is Latin; `choice` 0 takes each letter's first way of writing, 1 the last. */
function plainly(lower: string, choice: 0 | 1): string {
  const ascii = lower.replace(SPECIAL, (letter) => {
    const ways = LETTERS[letter]!;
    return ways[choice === 0 ? 0 : ways.length - 1]!;
  });
  return decompose(ascii).replace(APOSTROPHES, '');
}

/**
 * The ways of writing a word in lower-case letters without marks: "Müller" → "muller", "mueller". The first is the one
 * that newspapers use most.
 */
export function spellingsOf(word: string): readonly string[] {
  const lower = word.toLowerCase().normalize('NFC');
  const first = plainly(lower, 0);
  const last = plainly(lower, 1);
  return first === last ? [first] : [first, last];
}

/** The plainest way of writing a word: lower case, no marks, no apostrophes. */
export const plain = (word: string): string => spellingsOf(word)[0]!;

/** A word with letters that stand twice written once: "phillip" → "philip". */
export const undoubled = (word: string): string => word.replace(/(\p{L})\1+/gu, '$1');

/** The words of a list that spaces part. */
export const setOf = (list: string): ReadonlySet<string> => new Set(list.split(' '));
