import { bearerAt, courtesyGender } from './bearers.ts';
import { addLoneNames, addLongNames, addPersons } from './chains.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { FUNCTION_WORDS } from './lexicon/words.ts';
import { actsAs, actsAsHuman } from './lone-names.ts';
import type { Name } from './names.ts';
import { genderOf } from './persons.ts';
import type { Reading } from './reading.ts';
import { type Entity, type Group, groupNames, type Mention, Registry } from './registry.ts';

export type { Entity, Mention } from './registry.ts';

export interface Entities {
  readonly all: readonly Entity[];
  /** In text order, without overlap. */
  readonly mentions: readonly Mention[];
}

/** So many places of a full name are remembered when a bare family name is to be understood. */
const MOST_PLACES = 30;

/**
 * Places where a known name stands by itself though capitals do not tell it: in a line of capitals, or as a family name
 * that opens a sentence and looks like a verb ("Cook declined").
 */
function otherMentions(reading: Reading, registry: Registry, known: readonly Mention[]): Mention[] {
  const mentions: Mention[] = [];
  const { length } = reading.document.tokens;
  let next = 0;
  for (let i = 0; i < length; i++) {
    while (next < known.length && known[next]!.end <= i) next++;
    if (next < known.length && known[next]!.first <= i) continue;
    if (!reading.capital[i] || FUNCTION_WORDS.has(reading.folded[i]!)) continue;
    const word = reading.folded[i]!;
    const titled = reading.titled[i] === 1;
    const entity = registry
      .bearers(word)
      .find((other) => (titled ? other.kind !== 'people' : other.kind === 'person' && other.words.at(-1) === word));
    if (!entity) continue;
    let end = i + 1;
    while (titled && end < length && reading.titled[end] && entity.words.includes(reading.folded[end]!)) end++;
    if (entity.kind === 'person' || end - i === entity.words.length)
      mentions.push({ first: i, end, entity, title: null });
    i = end - 1;
  }
  return mentions;
}

/** "Marta" before "Lindqvist" in a title is the only place where some articles give the full name. */
function lengthen(reading: Reading, entity: Entity, { first, end }: Mention): void {
  const before = reading.folded[first - 1];
  if (entity.kind !== 'person' || entity.words.length > 1 || !before || !GIVEN_NAMES.has(before)) return;
  entity.words = [before, ...entity.words];
  entity.full = [first - 1, end];
}

/** Where each entity is named in full. */
function fullPlaces(names: readonly Name[], ownerOf: (name: Name) => Entity | undefined): Map<Entity, number[]> {
  const full = new Map<Entity, number[]>();
  for (const name of names) {
    const entity = name.words.length > 1 ? ownerOf(name) : undefined;
    if (!entity) continue;
    const places = full.get(entity);
    if (!places) full.set(entity, [name.first]);
    else if (places.length < MOST_PLACES) places.push(name.first);
  }
  return full;
}

/**
 * The person that a name of one word means at its place, or null where the article names nobody so. "Mr. Carvalho" in an
 * article that else names but a woman of that family is somebody else.
 */
function loneBearer(
  reading: Reading,
  registry: Registry,
  name: Name,
  group: Group,
  full: ReadonlyMap<Entity, readonly number[]>,
): Entity | null {
  const known = registry.bearers(name.words[0]!).filter((other) => other.kind === 'person');
  if (!known.length) return null;
  const courtesy = courtesyGender(reading, name.title);
  const bearers = known.filter((other) => other.gender * courtesy > -2);
  if (bearers.length) return bearerAt(reading, name, bearers, full);
  const other = registry.create('person', { ...group, names: [name] });
  registry.index(other, name.words);
  return other;
}

/** Takes names of several words that act as bodies for none of persons, unless one of their words alone is a person. */
function correctBodies(reading: Reading, groups: readonly Group[]): void {
  const humans = new Set<string>();
  for (const { words, names } of groups)
    if (words.length === 1 && names.some((name) => actsAsHuman(reading, name))) humans.add(words[0]!);
  for (const group of groups) {
    if (group.words.length < 2 || group.personal <= 0) continue;
    if (humans.has(group.words.at(-1)!) || humans.has(group.words[0]!)) continue;
    if (actsAs(reading, group) !== null) group.personal = 0;
  }
}

/**
 * Joins the names of one article into entities: surnames to full names, acronyms and short forms to long names. Gives
 * them with their mentions in text order. Near-linear in the number of names.
 */
export function findEntities(reading: Reading, names: readonly Name[]): Entities {
  const registry = new Registry();
  const groups = groupNames(names);
  correctBodies(reading, groups);
  const owner = new Map<Group, Entity>();
  addPersons(registry, groups, owner);
  addLongNames(registry, groups, owner);
  addLoneNames(reading, registry, groups, owner);
  for (const entity of registry.all) {
    const gender = entity.kind === 'person' ? genderOf(entity.words) : null;
    entity.gender = gender === 'f' ? 2 : gender === 'm' ? -2 : 0;
  }
  const byKey = new Map(groups.map((group) => [group.words.join(' '), group]));
  const groupOf = (name: Name): Group => byKey.get(name.words.join(' '))!;
  const full = fullPlaces(names, (name) => owner.get(groupOf(name)));
  const mentions: Mention[] = [];
  for (const name of names) {
    const group = groupOf(name);
    const entity = owner.get(group) ?? loneBearer(reading, registry, name, group, full);
    if (!entity) continue;
    entity.gender += 5 * courtesyGender(reading, name.title);
    mentions.push({ first: name.first, end: name.end, entity, title: name.title });
  }
  for (const mention of otherMentions(reading, registry, mentions)) {
    lengthen(reading, mention.entity, mention);
    mentions.push(mention);
  }
  mentions.sort((a, b) => a.first - b.first);
  for (const mention of mentions) mention.entity.mentions.push(mention);
  return { all: registry.all, mentions };
}
