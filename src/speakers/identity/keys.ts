import type { Keys, Speaker } from '../../model.ts';
import type { Tradition } from '../lexicon/name-forms.ts';
import { isProperOrganization, readOrganization, wordsKey } from './compare-organizations.ts';
import { hasEpithet, isComplete, isWhole } from './compare-persons.ts';
import { easternReadings, southernFamily } from './eastern.ts';
import { initialsOf, isGivenName, namesBehind } from './given.ts';
import { type Part, type PersonName, readPersonName } from './person-name.ts';
import { soundOf } from './sounds.ts';
import { LONGEST_NAME, plain, undoubled } from './spelling.ts';
import { FREE_ORDER, traditionsOf } from './traditions.ts';

/** So many holders of one key are compared at most. */
export const MOST_CANDIDATES = 12;

/** Family names, or given names, by which a name may be filed: each written in the form common to a tradition. */
type Forms = readonly Part[];

const join = (parts: readonly Part[]): Part => ({
  written: parts.map((part) => part.written).join(' '),
  spellings: [...new Set([0, -1].map((at) => parts.map((part) => part.spellings.at(at)!).join('')))],
  initial: false,
  joined: false,
});

const nickname = (word: string): Part => ({ written: word, spellings: [word], initial: false, joined: false });

/** The family names of a name: the last word, written together with the one before it, and the first of two in Spanish. */
function families({ parts }: PersonName, traditions: ReadonlySet<Tradition>): Forms {
  const last = parts.length - 1;
  const forms = [parts[last]!];
  const before = parts[last - 1]!;
  if (last < 2 || before.initial) return forms;
  // Two names may be written as one ("Haile Mariam", "Hailemariam"); of two family names one may be left out.
  forms.push(join([before, parts[last]!]));
  if (traditions.has('iberian') && !isGivenName(before.spellings[0]!)) forms.push(before);
  return forms;
}

/** The given names by which a name may be called: the first, the first two together, a nickname; behind an initial or an epithet the second. */
function givens(name: PersonName): Forms {
  const { parts } = name;
  const [first, second] = [parts[0]!, parts[1]!];
  const forms = first.initial ? [] : [first];
  if (parts.length > 2) {
    if (!first.initial && !second.initial) forms.push(join([first, second]));
    if (!second.initial && (first.initial || hasEpithet(name))) {
      forms.push(second);
      if (parts.length > 3) forms.push(join(parts.slice(1, 3)));
    }
  }
  if (name.nickname) forms.push(nickname(name.nickname));
  return forms;
}

/**
 * Two first letters file "J. R. Marlow" beside "John R. Marlow" and "John Robert Marlow"; where a tradition writes one sound
 * in two ways ("Wardaki", "Vardaki"), by that sound too.
 */
function twoInitials({ parts }: PersonName, tradition: string): string[] {
  if (parts.length < 3) return [];
  const letters = ({ spellings, initial }: Part): readonly string[] => {
    const written = initial ? spellings : spellings.flatMap((word) => initialsOf(word));
    const sounds = tradition ? spellings.map((word) => soundOf(tradition as Tradition, word).slice(0, 1)) : [];
    return [...new Set([...written, ...sounds])].filter(Boolean);
  };
  const [first, second] = [letters(parts[0]!), letters(parts[1]!)];
  return first.flatMap((one) => second.map((two) => `${one}.${two}.`));
}

/** The letters that the first given name may be shortened to. */
const firstLetters = ({ parts: [first] }: PersonName): readonly string[] => [
  ...new Set(first!.spellings.flatMap((word) => (first!.initial ? [word] : initialsOf(word)))),
];

/** A word as each tradition that the name may come from writes it, with the tradition. */
function filed({ spellings }: Part, traditions: ReadonlySet<Tradition>): string[] {
  const all = new Set(spellings.map((word) => `:${undoubled(word)}`));
  for (const tradition of traditions) for (const word of spellings) all.add(`${tradition}:${soundOf(tradition, word)}`);
  return [...all];
}

/** What a given name is filed by: the names behind it, or where no lexicon knows it, as the tradition writes it. */
function filedGiven({ spellings }: Part, tradition: string): string[] {
  const all = new Set(spellings.flatMap((word) => namesBehind(word)));
  if (tradition) for (const word of spellings) all.add(soundOf(tradition as Tradition, word));
  return [...all];
}

function keysInOrder(name: PersonName, traditions: ReadonlySet<Tradition>, keys: Set<string>): void {
  for (const family of families(name, traditions))
    for (const form of filed(family, traditions)) {
      const tradition = form.slice(0, form.indexOf(':'));
      for (const letters of twoInitials(name, tradition)) keys.add(`${form} ${letters}`);
      for (const given of givens(name)) for (const key of filedGiven(given, tradition)) keys.add(`${form} ${key}`);
    }
}

/** Names of Hong Kong and Singapore: by the family name that stands in the middle. */
function southernKeys(name: PersonName, keys: Set<string>): void {
  const at = southernFamily(name);
  if (at < 0) return;
  const family = undoubled(name.parts[at]!.spellings[0]!);
  const given = join(name.parts.slice(at + 1)).spellings[0]!;
  keys.add(`:${undoubled(name.parts.at(-1)!.spellings[0]!)} ${undoubled(family + name.parts[at + 1]!.spellings[0]!)}`);
  keys.add(`:${family} ${undoubled(given)}`);
  keys.add(`:${undoubled(given)} ${family}`);
  if (at === 1) for (const form of namesBehind(name.parts[0]!.spellings[0]!)) keys.add(`:${family} ${form}`);
}

function personKeys(name: PersonName): string[] {
  const keys = new Set<string>();
  const traditions = traditionsOf(name);
  for (const { script, key } of easternReadings(name)) keys.add(`${script} ${key}`);
  keysInOrder(name, traditions, keys);
  if (FREE_ORDER.some((tradition) => traditions.has(tradition))) {
    const { parts } = name;
    keysInOrder({ ...name, parts: [...parts.slice(1), parts[0]!] }, traditions, keys);
    keysInOrder({ ...name, parts: [parts.at(-1)!, ...parts.slice(0, -1)] }, traditions, keys);
  }
  southernKeys(name, keys);
  return [...keys];
}

const NOTHING: Keys = { held: [], sought: [] };

/**
 * A name alone is looked for among the bearers of the family name; they are many, so the best known are read first. So is
 * "V. S. Marlow", who may be a Viktor of whom no article gave a second name: the pair is offered, or joined by an office.
 */
function keysOfPerson(text: string): Keys {
  const name = readPersonName(text);
  if (!name.parts.length) return NOTHING;
  const family = `person ~ ${undoubled(name.parts.at(-1)!.spellings[0]!)}`;
  if (!isComplete(name)) return { held: [], sought: name.parts.at(-1)!.initial ? [] : [family] };
  const keys = personKeys(name).map((key) => `person ${key}`);
  const letters = firstLetters(name).map((letter) => `${family} ${letter}.`);
  return isWhole(name)
    ? { held: [...keys, family], sought: [...keys, ...letters] }
    : { held: [...keys, family, ...letters], sought: [...keys, family] };
}

function keysOfOrganization(text: string): Keys {
  const organization = readOrganization(text);
  if (!isProperOrganization(organization)) return NOTHING;
  const { acronym, lettersOnly } = organization;
  if (lettersOnly)
    return {
      held: [`organization letters ${acronym}`],
      sought: [`organization letters ${acronym}`, `organization ~ ${acronym}`],
    };
  const words = `organization ${wordsKey(organization)}`;
  if (!acronym) return { held: [words], sought: [words] };
  return { held: [words, `organization ~ ${acronym}`], sought: [words, `organization letters ${acronym}`] };
}

/** Names that begin with a capital are somebody's; "some voters" and "a clip" are their article's. */
function keysOfWords(kind: string, name: string): Keys {
  if (!/^(?:the\s+)?["“]?\p{Lu}/u.test(name) || kind === 'unnamed') return NOTHING;
  const key = `${kind} ${plain(name.slice(0, LONGEST_NAME))
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim()}`;
  return { held: [key], sought: [key] };
}

/**
 * The keys of a speaker's name, by its kind. Two names that `compareNames` calls the same share a key of one's `sought`
 * and the other's `held`, both ways. A key holds few: no key of a whole name is made of a family name alone.
 */
export function keysOf({ kind, name }: Pick<Speaker, 'kind' | 'name'>): Keys {
  if (kind === 'person') return keysOfPerson(name);
  if (kind === 'author') {
    const { held, sought } = keysOfPerson(name);
    const authors = (keys: readonly string[]) => keys.filter((key) => !key.includes('~')).map((key) => `author ${key}`);
    return { held: authors(held), sought: authors(sought) };
  }
  if (kind === 'organization') return keysOfOrganization(name);
  return keysOfWords(kind, name);
}
