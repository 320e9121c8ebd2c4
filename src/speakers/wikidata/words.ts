import { plainWords } from '../../text/index.ts';
import { COURTESY, TITLE_FORMS } from '../lexicon/people.ts';
import { DEMONYMS } from '../lexicon/places.ts';
import { FUNCTION_WORDS } from '../lexicon/words.ts';
import { singular } from '../nouns.ts';

/** What is longer is no role. */
const LONGEST = 300;

/** One word for both genders: "spokeswoman", "chairperson". */
const ungendered = (word: string): string => word.replace(/(?<=...)(?:woman|person)$/, 'man');

/** Countries in letters, told by their people: "us" alone would be a pronoun. */
const spelledOut = (text: string): string =>
  text
    .replace(/\bU\.?S\.?(?:A\b\.?)?(?!\p{L})/gu, 'American ')
    .replace(/\bU\.?K\.?(?!\p{L})/gu, 'British ')
    .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replaceAll('.', ''));

/** The words of a role or a description that say something, in the singular, titles written out. */
export const tellingWords = (text: string): string[] =>
  plainWords(spelledOut(text.slice(0, LONGEST)))
    .filter((word) => word.length > 1 && !FUNCTION_WORDS.has(word) && !COURTESY.has(word))
    .map((word) => ungendered(singular(TITLE_FORMS.get(word) ?? word)));

const SHORTEST_PLACE = 4;

/** Whether a word looks like a name of those who live at a place that is in no list: "kalvinian" of "kalvin". */
function isMadeFrom(word: string, place: string): boolean {
  const stem = place.replace(/[aeiou]+$/, '');
  return (
    stem.length >= SHORTEST_PLACE &&
    word.startsWith(stem) &&
    /^(?:|i?an|n|ian|ese|ish|er|i|ic)$/.test(word.slice(stem.length))
  );
}

/** Whether two words are one, or one place: "Norwegian" and "Norway". */
export function sameWord(a: string, b: string): boolean {
  if (a === b) return true;
  const [one, other] = [DEMONYMS.get(a), DEMONYMS.get(b)];
  if (one || other) return (one ?? a) === (other ?? b);
  return isMadeFrom(a, b) || isMadeFrom(b, a);
}

export const shareWord = (some: readonly string[], others: readonly string[]): boolean =>
  some.some((a) => others.some((b) => sameWord(a, b)));
