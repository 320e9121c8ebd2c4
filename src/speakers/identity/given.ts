import { remembered } from '../../text/index.ts';
import { GIVEN_NAMES, SHORT_NAMES } from '../lexicon/given-names.ts';
import { NAME_FORMS, SHORTER_FORMS } from '../lexicon/name-forms.ts';
import { undoubled } from './spelling.ts';

/** The names that a given name may stand for, in the form that stands for all: "bill" → "bill", "william". */
export const namesBehind: (given: string) => readonly string[] = remembered(20_000, (given) => {
  const short = [...(SHORT_NAMES.get(given) ?? []), ...(SHORTER_FORMS.get(given) ?? [])];
  return [...new Set([given, ...short].flatMap((name) => NAME_FORMS.get(name) ?? [undoubled(name)]))];
});

/** Whether two given names are forms of one: "oleksii" and "aleksei", "peggy" and "margaret", "philip" and "phillip". */
export function sameGivenName(a: string, b: string): boolean {
  if (a === b) return true;
  const names = namesBehind(b);
  return namesBehind(a).some((name) => names.includes(name));
}

/** Whether a lexicon knows the word as a given name. */
export const isGivenName = (word: string): boolean => GIVEN_NAMES.has(word) || NAME_FORMS.has(word);

/** The gender that a given name tells, or null. */
export const genderOfGiven = (word: string): 'f' | 'm' | null => GIVEN_NAMES.get(word) ?? null;

/** The first letters that a given name may be shortened to: "bill" → "b", "w". */
export const initialsOf = (given: string): readonly string[] => [
  ...new Set(namesBehind(given).map((name) => name[0] ?? '')).add(given[0] ?? ''),
];
