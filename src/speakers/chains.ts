import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import { isTitle } from './lexicon/people.ts';
import { SPEECH_VERBS } from './lexicon/words.ts';
import { actsAs } from './lone-names.ts';
import type { Name } from './names.ts';
import { kindOfNoun } from './nouns.ts';
import { isFuller, isPartOf, nearlySame, samePerson } from './persons.ts';
import type { Reading } from './reading.ts';
import { type Entity, type Group, MOST_BEARERS, type Registry } from './registry.ts';
import { hasCapitalArticle } from './titles.ts';

/** Persons of two words and more; forms of one name join. */
export function addPersons(registry: Registry, groups: readonly Group[], owner: Map<Group, Entity>): void {
  for (const group of groups) {
    if (group.words.length < 2 || group.personal <= 0) continue;
    const { words } = group;
    const rivals = [...registry.bearers(words.at(-1)!), ...registry.bearers(words[0]!)];
    const entity =
      rivals.find((other) => samePerson(other.words, words)) ??
      rivals.find((other) => isPartOf(words, other.words)) ??
      registry.create('person', group);
    if (isFuller(words, entity.words)) {
      entity.words = words;
      entity.full = [group.names[0]!.first, group.names[0]!.end];
    }
    registry.index(entity, words);
    owner.set(group, entity);
  }
}

const LINKS = /^(?:of|the|for|and|in|on|to|against|&)$/;

/** First letters of the longer words: "federal bureau of investigation" → "fbi". */
function initials(words: readonly string[]): string {
  return words
    .filter((word) => !LINKS.test(word))
    .map((word) => word[0]!)
    .join('');
}

/** "pew" for "pew research center", "times" for "new york times", "state" for "state department". */
function shortens(short: readonly string[], long: readonly string[]): boolean {
  if (short.length >= long.length) return false;
  const opens = short.every((word, i) => word === long[i]);
  const closes = short.every((word, i) => word === long[long.length - short.length + i]);
  return opens || closes;
}

/** Organizations, places and peoples of two words and more. */
export function addLongNames(registry: Registry, groups: readonly Group[], owner: Map<Group, Entity>): void {
  for (const group of groups) {
    if (group.words.length < 2 || group.personal > 0) continue;
    const { kind } = group.names[0]!;
    const longer =
      kind === 'organization' &&
      registry
        .bearers(group.words.at(-1)!)
        .find(
          (other) =>
            other.kind === kind && other.words.length > group.words.length && shortens(group.words, other.words),
        );
    const entity = longer || registry.create(kind === 'person' ? 'organization' : kind, group);
    registry.index(entity, group.words);
    owner.set(group, entity);
  }
}

/** Whether a name stands as an apposition behind a noun for one person: "A nurse, Priya, said". */
function renamesPerson({ document, folded, sentenceOf }: Reading, { first, end }: Name): boolean {
  const { tokens } = document;
  if (tokens[first - 1]?.form !== ',' || first < 2 || sentenceOf[first - 2] !== sentenceOf[first]) return false;
  const closed = tokens[end] === undefined || /^[,.;]$/.test(tokens[end].form) || SPEECH_VERBS.has(folded[end]!);
  return closed && kindOfNoun(folded[first - 2]!).kind === 'person';
}

/** Whether a name is the label of a turn in a transcript: "MARRO: …", in any paragraph but the headline's. */
function isLabel({ document, folded, paragraphOf, small }: Reading, { first, end, words }: Name): boolean {
  if (document.tokens[end]?.form !== ':' || paragraphOf[first] === 0) return false;
  if (words[0]!.length < 2 || small.has(words[0]!)) return false;
  const [opening] = document.paragraphs[paragraphOf[first]!]!;
  return !folded.slice(opening, first).some((word) => /^\p{L}/u.test(word));
}

/** "Tomas" in "Tomas and Elena Quist", where the family name comes once. */
function sharesFamilyName({ folded, capital }: Reading, { words, end }: Name): boolean {
  const couple = GIVEN_NAMES.has(words[0]!) && folded[end] === 'and' && GIVEN_NAMES.has(folded[end + 1] ?? '');
  return couple && capital[end + 2] === true;
}

/**
 * A single capitalised word that acts like a person: called "Mr.", subject of a verb of speech without an article,
 * label of a turn, named behind a comma as the one who was just described, or one of a couple.
 */
function actsAsPerson(reading: Reading, group: Group): boolean {
  return group.names.some(
    (name) =>
      name.title !== null ||
      (SPEECH_VERBS.has(reading.folded[name.end] ?? '') && reading.folded[name.first - 1] !== 'the') ||
      isLabel(reading, name) ||
      renamesPerson(reading, name) ||
      sharesFamilyName(reading, name),
  );
}

/** Words that name an organization by themselves, though longer names hold them too. */
const WHOLE_NAMES = new Set('house senate congress parliament army navy police church party'.split(' '));

/** Last words of clubs' names, by which reports call them: "Rovers" for "Harwick Rovers". */
const CLUBS = new Set('rovers wanderers albion hotspur athletic united city town county rangers'.split(' '));

/** The organization that an acronym or a short form stands for. */
function organizationCalled(
  registry: Registry,
  organizations: readonly Entity[],
  { words: [word = ''], names }: Group,
  withArticle: boolean,
): Entity | undefined {
  const { first } = names[0]!;
  const letters = word.replaceAll('.', '');
  if (letters.length > 1 && letters.length < 8) {
    const spelt = organizations.find((other) => other.words.length > 1 && initials(other.words) === letters);
    if (spelt) return spelt;
  }
  if (WHOLE_NAMES.has(word)) return undefined;
  const bearers = registry.bearers(word).filter((other) => other.kind === 'organization' && other.words.length > 1);
  const called =
    bearers.find((other) => other.words[withArticle ? other.words.length - 1 : 0] === word) ??
    bearers.find((other) => !ORGANIZATION_HEADS.has(word) && shortens([word], other.words)) ??
    bearers.find((other) => CLUBS.has(word) && other.words.at(-1) === word);
  // "the Ministry" once "the Ministry of Defence" was named, and no other: all places of the name mean one body.
  if (called || !withArticle) return called;
  const headed = bearers.filter((other) => other.words[0] === word);
  return headed.length === 1 && headed[0]!.full[0] < first ? headed[0] : undefined;
}

/** "a Super PAC", "Another Court": with an indefinite article, a capital makes no name. */
function isCommonNoun(reading: Reading, { words, names }: Group): boolean {
  return (
    ORGANIZATION_HEADS.has(words[0]!) &&
    names.some(({ first }) =>
      [first - 1, first - 2].some((at) => /^(?:a|an|another|each|every|any|super)$/.test(reading.folded[at] ?? '')),
    )
  );
}

/** Names of one word: a bearer of a longer name is found place by place, the others become entities here. */
export function addLoneNames(
  reading: Reading,
  registry: Registry,
  groups: readonly Group[],
  owner: Map<Group, Entity>,
): void {
  const organizations = registry.all.filter((entity) => entity.kind === 'organization').slice(0, MOST_BEARERS);
  for (const group of groups) {
    if (group.words.length !== 1) continue;
    const word = group.words[0]!;
    const { kind } = group.names[0]!;
    let entity: Entity | undefined;
    if (registry.bearers(word).some((other) => other.kind === 'person')) continue;
    const family = word.endsWith('s')
      ? registry.bearers(word.slice(0, -1)).filter((other) => other.kind === 'person' && other.words.length > 1)
      : [];
    if (
      isCommonNoun(reading, group) ||
      (isTitle(word) &&
        !group.names.some(({ first }) => hasCapitalArticle(reading, first) || reading.folded[first - 1] === 'the'))
    )
      continue;
    if (family.length) entity = registry.create('people', group, family);
    else if (kind === 'place' || kind === 'people') entity = registry.create(kind, group);
    else {
      const withArticle = group.names.some((name) => reading.folded[name.first - 1] === 'the');
      entity = organizationCalled(registry, organizations, group, withArticle);
      if (!entity && word.length >= 6) {
        entity = registry.all
          .slice(0, MOST_BEARERS)
          .find((other) => other.kind === 'person' && nearlySame(other.words.at(-1)!, word));
      }
      // Capitals speak against a person, except where a transcript writes all its speakers so.
      const doubtful = group.personal < 0 && !group.names.some((name) => isLabel(reading, name));
      const known = OUTLETS.has(word) || ORGANIZATION_HEADS.has(word) || doubtful;
      const person = !known && actsAsPerson(reading, group);
      entity ??= registry.create(person ? (actsAs(reading, group) ?? 'person') : 'organization', group);
    }
    registry.index(entity, group.words);
    owner.set(group, entity);
  }
}
