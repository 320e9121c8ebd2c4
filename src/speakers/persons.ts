import { GIVEN_NAMES, SHORT_NAMES } from './lexicon/given-names.ts';
import { SUFFIXES } from './lexicon/words.ts';

/** A person's name taken apart; all words folded. */
export interface PersonName {
  readonly given: readonly string[];
  readonly family: string;
  readonly suffix: string | null;
}

/** Takes a name of one or more words apart: "Daniel Porter Harmon III" → given "daniel", "porter"; family "harmon". */
function takeApart(words: readonly string[]): PersonName {
  const last = words.at(-1)!;
  const suffix = words.length > 2 && SUFFIXES.has(last) ? last : null;
  const rest = suffix ? words.slice(0, -1) : words;
  return { given: rest.slice(0, -1), family: rest.at(-1)!, suffix };
}

/** Whether two words differ by one letter put in, left out, changed or swapped. */
export function nearlySame(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && i < b.length && a[i] === b[i]) i++;
  let j = 0;
  while (j < a.length - i && j < b.length - i && a[a.length - 1 - j] === b[b.length - 1 - j]) j++;
  const left = a.length - i - j;
  const right = b.length - i - j;
  if (left <= 1 && right <= 1) return true;
  return left === 2 && right === 2 && a[i] === b[i + 1] && a[i + 1] === b[i];
}

function sameGiven(a: string, b: string): boolean {
  if (a === b) return true;
  if (a.length === 1 || b.length === 1) return a[0] === b[0];
  const fullA = SHORT_NAMES.get(a);
  const fullB = SHORT_NAMES.get(b);
  if (fullA?.includes(b) || fullB?.includes(a)) return true;
  if (fullA && fullB && fullA.some((name) => fullB.includes(name))) return true;
  const known = GIVEN_NAMES.get(a);
  const other = GIVEN_NAMES.get(b);
  // "Mario" and "Maria", "Gabriel" and "Gabrielle" are two persons however alike they look.
  if (known && other && known !== other) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (short.length >= 3 && long.startsWith(short)) || (short.length >= 5 && nearlySame(a, b));
}

/** Whether two names of two words or more can be one person's: "Marta J. Lindqvist" and "Marta Lindqvist", "Dmytro" and "Dmitro Horbenko". */
export function samePerson(a: readonly string[], b: readonly string[]): boolean {
  const left = takeApart(a);
  const right = takeApart(b);
  if (left.suffix && right.suffix && left.suffix !== right.suffix) return false;
  const family =
    left.family === right.family ||
    (left.family.length >= 6 && right.family.length >= 6 && nearlySame(left.family, right.family));
  if (!family || !left.given.length || !right.given.length) return false;
  if (sameGiven(left.given[0]!, right.given[0]!)) {
    const [middleA, middleB] = [left.given[1], right.given[1]];
    return !middleA || !middleB || middleA[0] === middleB[0];
  }
  // "Ines Maria Carvalho" and "J. Bashir Toure" may be called by the second name.
  return left.given.slice(1).includes(right.given[0]!) || right.given.slice(1).includes(left.given[0]!);
}

/** Whether a name is the fuller form of another with as many words: "Kenneth Albright" of "Ken Albright". */
export function isFuller(a: readonly string[], b: readonly string[]): boolean {
  return (
    a.length === b.length &&
    a.at(-1) === b.at(-1) &&
    a.every((word, i) => word.startsWith(b[i]!)) &&
    a.join('') !== b.join('')
  );
}

/** Whether `part` stands within `whole` in one piece: "okello brandt" in "miriam okello brandt". */
export function isPartOf(part: readonly string[], whole: readonly string[]): boolean {
  for (let at = 0; at + part.length <= whole.length; at++) {
    if (part.every((word, i) => word === whole[at + i])) return true;
  }
  return false;
}

/** Family names that only women bear: "Hruzova", "Zelinskaya", "Ásbrandsdóttir"; not "Casanova", "Villanueva" and "Cordova". */
const OF_WOMEN = /^(?!cordova$|padova$|mantova$|bova$|sova$|nieva$|esteva$).*(?:[^n]ova|[^u]eva|skaya|skaia|dottir)$/;

/** The gender that a name's words tell, or null. */
export function genderOf(words: readonly string[]): 'f' | 'm' | null {
  if (words.length < 2) return null;
  if (!GIVEN_NAMES.has(words[0]!) && OF_WOMEN.test(words.at(-1)!)) return 'f';
  for (const word of words.slice(0, -1)) {
    const gender = GIVEN_NAMES.get(word) ?? (word.includes('-') ? GIVEN_NAMES.get(word.split('-')[0]!) : undefined);
    if (gender) return gender;
    if (gender === null) return null;
  }
  return null;
}
