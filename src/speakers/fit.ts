import type { Entity } from './entities.ts';
import { ROLE_CLASSES } from './lexicon/people.ts';
import { ABBREVIATED_PLACES, DEMONYMS, PLACES } from './lexicon/places.ts';
import { adjectivesOf, placesOf } from './lone-names.ts';
import { CLASSES_OF, genderOfNoun, modifiersOf, type Phrase, singular } from './nouns.ts';
import type { Question } from './questions.ts';
import type { Reading } from './reading.ts';
import type { Referent } from './referent.ts';
import { ownersIn, type Standing } from './roles.ts';

/** Words of a role class each word belongs to. */
const CLASSES_OF_ROLE: ReadonlyMap<string, readonly number[]> = (() => {
  const map = new Map<string, number[]>();
  ROLE_CLASSES.forEach((list, i) => {
    for (const word of list) map.set(word, [...(map.get(word) ?? []), i]);
  });
  return map;
})();

function sharesClass(word: string, words: ReadonlySet<string>): boolean {
  const classes = CLASSES_OF_ROLE.get(word);
  if (!classes) return false;
  for (const other of words) if (CLASSES_OF_ROLE.get(other)?.some((i) => classes.includes(i))) return true;
  return false;
}

const PARTIES: ReadonlyMap<string, string> = new Map([
  ['democratic', 'democratic'],
  ['democrat', 'democratic'],
  ['republican', 'republican'],
  ['gop', 'republican'],
  ['labour', 'labour'],
  ['conservative', 'conservative'],
  ['tory', 'conservative'],
]);

/** The parties and places among words: what a phrase and a person may disagree about. */
function allegiances(words: Iterable<string>): { parties: Set<string>; places: Set<string> } {
  const parties = new Set<string>();
  const places = new Set<string>();
  for (const word of words) {
    const party = PARTIES.get(word);
    if (party) parties.add(party);
    const place = DEMONYMS.get(word) ?? (PLACES.has(word) ? word : undefined);
    if (place) places.add(place);
  }
  return { parties, places };
}

/** Whether a phrase names another party or place than the article gives for a person. */
function contradicts(modifiers: readonly string[], words: ReadonlySet<string>): boolean {
  const asked = allegiances(modifiers);
  if (!asked.parties.size && !asked.places.size) return false;
  const known = allegiances(words);
  const clash = (a: Set<string>, b: Set<string>): boolean =>
    a.size > 0 && b.size > 0 && ![...a].some((each) => b.has(each));
  return clash(asked.parties, known.parties) || clash(asked.places, known.places);
}

/** How a phrase's words fit the roles that the article gives a person. */
function fitRoles(head: string, modifiers: readonly string[], words: ReadonlySet<string>): string[] {
  const same = words.has(head);
  const features = [
    same ? 'role=same' : sharesClass(head, words) ? 'role=class' : words.size ? 'role=other' : 'role=none',
  ];
  const agrees = (word: string): boolean => {
    const place = ABBREVIATED_PLACES.get(word) ?? DEMONYMS.get(word);
    if (words.has(word) || place?.split(' ').some((part) => words.has(part))) return true;
    return place === undefined && [...adjectivesOf(word), ...placesOf(word)].some((other) => words.has(other));
  };
  const agree = modifiers.filter(agrees).length;
  const differ = modifiers.length - agree;
  features.push(`modifiers=${Math.min(agree, 2)}`);
  if (agree && same) features.push('role=both');
  if (differ) features.push(`differ=${Math.min(differ, 2)}`);
  if (contradicts(modifiers, words)) features.push('contradicts');
  return features;
}

/** How a noun for an organization fits a named one: "the newspaper" and "The Advocate". */
function fitOrganization(head: string, entity: Entity, known: ReadonlySet<string>): string[] {
  const classes = CLASSES_OF.get(head) ?? [];
  const shared = classes.some((name) => known.has(name));
  const features = [
    entity.words.includes(head)
      ? 'name=has-head'
      : shared
        ? 'name=class'
        : known.size
          ? 'name=other-class'
          : 'name=unknown',
  ];
  if (entity.kind === 'place') features.push(classes.includes('place') ? 'place=asked' : 'place=unasked');
  return features;
}

/** Bodies that speak for their own place alone. */
const SPEAKS_FOR_PLACE = new Set(
  'government ministry parliament army military authorities delegation embassy side'.split(' '),
);
/** Places of several names. */
const OF_UNIONS =
  /^(?:united kingdom|u\.?k|britain|england|united states|u\.s(?:\.a)?|usa?|america|europe|european union|eu)$/;

/** Whether a phrase tells another place's than a named one: "the Marrovian government" of Veltria. */
export function isOfAnotherPlace(reading: Reading, phrase: Phrase, { words }: Entity): boolean {
  // "the Ukrainian city" may be Kyiv, and "the British government" is of the United Kingdom.
  if (!SPEAKS_FOR_PLACE.has(reading.folded[phrase.head]!) || OF_UNIONS.test(words.join(' '))) return false;
  for (let i = phrase.first + 1; i < phrase.head; i++) {
    const word = reading.folded[i]!;
    const places = DEMONYMS.get(word)?.split(' ', 1) ?? placesOf(word);
    if (reading.capital[i] && places.length && !places.some((place) => words.includes(place))) return true;
  }
  return false;
}

/** Whether a phrase is of one side and a person of another: "Veltria's foreign minister" is not "Marrovia's envoy, Ina Dorr". */
export function isOfAnotherOwner(reading: Reading, phrase: Phrase, { owners, words }: Standing): boolean {
  if (!owners.size) return false;
  const asked = ownersIn(reading, [phrase.first, phrase.head]);
  if ([...asked, ...owners].some((owner) => OF_UNIONS.test(owner))) return false;
  const known = (owner: string): boolean => [owner, ...adjectivesOf(owner)].some((word) => words.has(word));
  return asked.length > 0 && !asked.some(known);
}

/** How two phrases fit: "the report" and "a report issued in September". */
function fitPhrase(reading: Reading, head: string, modifiers: readonly string[], other: Phrase): string[] {
  const definite = other.definite ? 'described=definite' : 'described=indefinite';
  if (singular(reading.folded[other.head]!) !== head) return ['head=other', definite];
  const features = ['head=same', definite];
  const words = modifiersOf(reading, other);
  if (words.length > modifiers.length && modifiers.every((word) => words.includes(word))) features.push('head=fuller');
  const possessed = /^(?:his|her|its|their)$/.test(reading.folded[other.first]!);
  if (possessed || reading.capital.slice(other.first + 1, other.end).some(Boolean)) features.push('head=owned');
  return features;
}

/** The role that a phrase names: its head, or what "head of government" and "head of state" mean. */
function roleOf({ folded }: Reading, { head }: Phrase): string {
  const of = folded[head] === 'head' && folded[head + 1] === 'of' ? folded[head + 2] : undefined;
  if (of === 'government') return 'premier';
  return of === 'state' ? 'president' : singular(folded[head]!);
}

/** How the words of a question's noun phrase fit what the article says of a referent. */
export function fitFeatures(reading: Reading, { phrase, earlier }: Question, referent: Referent): string[] {
  const features: string[] = [];
  if (earlier) features.push(earlier === referent ? 'earlier=same' : 'earlier=other');
  if (!phrase) return features;
  const head = roleOf(reading, phrase);
  const modifiers = modifiersOf(reading, phrase);
  const agreement = genderOfNoun(head) * referent.gender;
  if (genderOfNoun(head)) features.push(`noun-gender=${agreement > 0 ? 'same' : agreement < 0 ? 'other' : 'unknown'}`);
  const { entity } = referent;
  if (entity && referent.kind === 'person') {
    return [...features, ...fitRoles(head, modifiers, referent.standing?.words ?? new Set())];
  }
  if (entity) return [...features, ...fitOrganization(head, entity, referent.classes)];
  return referent.phrase ? [...features, ...fitPhrase(reading, head, modifiers, referent.phrase)] : features;
}
