import type { TokenRange } from '../text/index.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import { COURTESY } from './lexicon/people.ts';
import { FUNCTION_WORDS, SPEECH_VERBS } from './lexicon/words.ts';
import { hasCapitalArticle, isTitle, type Name, type NameKind } from './names.ts';
import { genderOf, isFuller, isPartOf, nearlySame, samePerson } from './persons.ts';
import type { Reading } from './reading.ts';

/** One that the article names, with every place where it does. */
export interface Entity {
  readonly id: number;
  readonly kind: NameKind;
  /** Folded words of the fullest name. */
  words: readonly string[];
  /** Where the fullest name stands. */
  full: TokenRange;
  /** Above zero: a woman; below: a man. */
  gender: number;
  /** The persons that a family name in the plural means ("the Khans"). */
  readonly members: readonly Entity[];
  /** In text order. */
  readonly mentions: Mention[];
}

/** A place where an entity is named. */
export interface Mention {
  readonly first: number;
  readonly end: number;
  readonly entity: Entity;
  readonly title: TokenRange | null;
}

export interface Entities {
  readonly all: readonly Entity[];
  /** In text order, without overlap. */
  readonly mentions: readonly Mention[];
  /** Folded word → entities with that word in a name of theirs. */
  readonly byWord: ReadonlyMap<string, readonly Entity[]>;
}

/** All places where the same words stand as a name. */
interface Group {
  readonly words: readonly string[];
  readonly names: Name[];
  personal: number;
}

/** So many bearers of one word are compared; a text of nothing but names must not cost its square. */
const MOST_BEARERS = 100;

/** So many places of a full name are remembered when a bare family name is to be understood. */
const MOST_PLACES = 30;

class Registry {
  readonly all: Entity[] = [];
  readonly byWord = new Map<string, Entity[]>();

  bearers(word: string): readonly Entity[] {
    return this.byWord.get(word) ?? [];
  }

  create(kind: NameKind, group: Group, members: readonly Entity[] = []): Entity {
    const { first, end } = group.names[0]!;
    const entity: Entity = { id: this.all.length, kind, words: group.words, full: [first, end], gender: 0, members, mentions: [] };
    this.all.push(entity);
    return entity;
  }

  /** Lets every word of a name lead to its entity. */
  index(entity: Entity, words: readonly string[]): void {
    for (const word of words) {
      const list = this.byWord.get(word) ?? [];
      if (list.length < MOST_BEARERS && !list.includes(entity)) list.push(entity);
      this.byWord.set(word, list);
    }
  }
}

function groupNames(names: readonly Name[]): Group[] {
  const groups = new Map<string, Group>();
  for (const name of names) {
    const key = name.words.join(' ');
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { words: name.words, names: [], personal: 0 }));
    group.names.push(name);
    group.personal += name.personal;
  }
  // The fullest forms first, so that shorter ones can join them; then the most used.
  return [...groups.values()].sort(
    (a, b) => b.words.length - a.words.length || b.names.length - a.names.length || a.names[0]!.first - b.names[0]!.first,
  );
}

function addPersons(registry: Registry, groups: readonly Group[], owner: Map<Group, Entity>): void {
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
function addLongNames(registry: Registry, groups: readonly Group[], owner: Map<Group, Entity>): void {
  for (const group of groups) {
    if (group.words.length < 2 || group.personal > 0) continue;
    const { kind } = group.names[0]!;
    const longer = kind === 'organization' && registry.bearers(group.words.at(-1)!).find((other) => other.kind === kind && other.words.length > group.words.length && shortens(group.words, other.words));
    const entity = longer || registry.create(kind === 'person' ? 'organization' : kind, group);
    registry.index(entity, group.words);
    owner.set(group, entity);
  }
}

/** A single capitalised word that acts like a person: called "Mr.", or subject of a verb of speech without an article. */
function actsAsPerson(reading: Reading, group: Group): boolean {
  return group.names.some(
    (name) => name.title !== null || (SPEECH_VERBS.has(reading.folded[name.end] ?? '') && reading.folded[name.first - 1] !== 'the'),
  );
}

/** Words that name an organization by themselves, though longer names hold them too. */
const WHOLE_NAMES = new Set('house senate congress parliament army navy police church party'.split(' '));

/** The organization that an acronym or a short form stands for. */
function organizationCalled(registry: Registry, organizations: readonly Entity[], word: string, withArticle: boolean): Entity | undefined {
  const letters = word.replaceAll('.', '');
  if (letters.length > 1 && letters.length < 8) {
    const spelt = organizations.find((other) => other.words.length > 1 && initials(other.words) === letters);
    if (spelt) return spelt;
  }
  if (WHOLE_NAMES.has(word)) return undefined;
  const bearers = registry.bearers(word).filter((other) => other.kind === 'organization' && other.words.length > 1);
  return bearers.find((other) => other.words[withArticle ? other.words.length - 1 : 0] === word) ?? bearers.find((other) => !ORGANIZATION_HEADS.has(word) && shortens([word], other.words));
}

/** "a Super PAC", "Another Court": with an indefinite article, a capital makes no name. */
function isCommonNoun(reading: Reading, { words, names }: Group): boolean {
  return ORGANIZATION_HEADS.has(words[0]!) && names.some(({ first }) => [first - 1, first - 2].some((at) => /^(?:a|an|another|each|every|any|super)$/.test(reading.folded[at] ?? '')));
}

/** Names of one word: a bearer of a longer name is found place by place, the others become entities here. */
function addLoneNames(reading: Reading, registry: Registry, groups: readonly Group[], owner: Map<Group, Entity>): void {
  const organizations = registry.all.filter((entity) => entity.kind === 'organization').slice(0, MOST_BEARERS);
  for (const group of groups) {
    if (group.words.length !== 1) continue;
    const word = group.words[0]!;
    const { kind } = group.names[0]!;
    let entity: Entity | undefined;
    if (registry.bearers(word).some((other) => other.kind === 'person')) continue;
    const family = word.endsWith('s') ? registry.bearers(word.slice(0, -1)).filter((other) => other.kind === 'person' && other.words.length > 1) : [];
    if (isCommonNoun(reading, group) || (isTitle(word) && !group.names.some(({ first }) => hasCapitalArticle(reading, first) || reading.folded[first - 1] === 'the'))) continue;
    if (family.length) entity = registry.create('people', group, family);
    else if (kind === 'place' || kind === 'people') entity = registry.create(kind, group);
    else {
      const withArticle = group.names.some((name) => reading.folded[name.first - 1] === 'the');
      entity = organizationCalled(registry, organizations, word, withArticle);
      if (!entity && word.length >= 6) {
        entity = registry.all.slice(0, MOST_BEARERS).find((other) => other.kind === 'person' && nearlySame(other.words.at(-1)!, word));
      }
      const known = OUTLETS.has(word) || ORGANIZATION_HEADS.has(word) || group.personal < 0;
      entity ??= registry.create(!known && actsAsPerson(reading, group) ? 'person' : 'organization', group);
    }
    registry.index(entity, group.words);
    owner.set(group, entity);
  }
}

/** How well a person fits one bare word: family name, then given name, then any other part. */
function fit(entity: Entity, word: string): number {
  if (entity.words.at(-1) === word) return 3;
  if (entity.words[0] === word) return 2;
  return 1;
}

/** Whether a full name at a token is the subject of a verb of speech, right behind it or behind an apposition. */
function speaks(reading: Reading, at: number, entity: Entity): boolean {
  for (let i = at + entity.words.length; i < at + entity.words.length + 14 && reading.sentenceOf[i] === reading.sentenceOf[at]; i++) {
    if (SPEECH_VERBS.has(reading.folded[i]!)) return true;
    if (reading.document.tokens[i]!.pos === 'VERB' || reading.document.tokens[i]!.pos === 'AUX') return false;
  }
  return false;
}

/** The gender a courtesy title tells: 1 for a woman, -1 for a man, 0 for neither. */
function courtesyGender(reading: Reading, title: TokenRange | null): number {
  const gender = title && COURTESY.get(reading.folded[title[1] - 1]!);
  return gender === 'f' ? 1 : gender === 'm' ? -1 : 0;
}

/**
 * Who bears a name of one word at this place. A bare family name means the person an article is about: the one whose
 * full name it gives first and most often, unless another bearer is named in full right before.
 */
function bearerAt(reading: Reading, name: Name, bearers: readonly Entity[], full: ReadonlyMap<Entity, readonly number[]>): Entity {
  if (bearers.length === 1) return bearers[0]!;
  const word = name.words[0]!;
  const wanted = courtesyGender(reading, name.title);
  const firstOf = (entity: Entity): number => full.get(entity)?.[0] ?? Number.POSITIVE_INFINITY;
  const earliest = Math.min(...bearers.map(firstOf));
  let best = bearers[0]!;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const entity of bearers) {
    const places = full.get(entity) ?? [];
    const near = places.some((at) => at < name.first && reading.paragraphOf[at] === reading.paragraphOf[name.first]);
    let score = 4 * fit(entity, word) + Math.min(4, places.length) + (near ? 2 : 0) + (firstOf(entity) === earliest ? 3 : 0);
    if (places.some((at) => speaks(reading, at, entity))) score += 2;
    if (wanted) score += entity.gender * wanted >= 0 ? 3 : -20;
    if (score > bestScore) [best, bestScore] = [entity, score];
  }
  return best;
}

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
    const entity = registry.bearers(word).find((other) => (titled ? other.kind !== 'people' : other.kind === 'person' && other.words.at(-1) === word));
    if (!entity) continue;
    let end = i + 1;
    while (titled && end < length && reading.titled[end] && entity.words.includes(reading.folded[end]!)) end++;
    if (entity.kind === 'person' || end - i === entity.words.length) mentions.push({ first: i, end, entity, title: null });
    i = end - 1;
  }
  return mentions;
}

/** "Donald" before "Trump" in a title is the only place where some articles give the full name. */
function lengthen(reading: Reading, entity: Entity, { first, end }: Mention): void {
  const before = reading.folded[first - 1];
  if (entity.kind !== 'person' || entity.words.length > 1 || !before || !GIVEN_NAMES.has(before)) return;
  entity.words = [before, ...entity.words];
  entity.full = [first - 1, end];
}

/**
 * Joins the names of one article into entities: surnames to full names, acronyms and short forms to long names. Gives
 * them with their mentions in text order. Near-linear in the number of names.
 */
export function findEntities(reading: Reading, names: readonly Name[]): Entities {
  const registry = new Registry();
  const groups = groupNames(names);
  const owner = new Map<Group, Entity>();
  addPersons(registry, groups, owner);
  addLongNames(registry, groups, owner);
  addLoneNames(reading, registry, groups, owner);
  for (const entity of registry.all) {
    const gender = entity.kind === 'person' ? genderOf(entity.words) : null;
    entity.gender = gender === 'f' ? 2 : gender === 'm' ? -2 : 0;
  }
  const byKey = new Map(groups.map((group) => [group.words.join(' '), group]));
  const full = new Map<Entity, number[]>();
  for (const name of names) {
    const entity = name.words.length > 1 && owner.get(byKey.get(name.words.join(' '))!);
    if (!entity) continue;
    const places = full.get(entity);
    if (places && places.length < MOST_PLACES) places.push(name.first);
    else if (places) continue;
    else full.set(entity, [name.first]);
  }
  const mentions: Mention[] = [];
  for (const name of names) {
    const group = byKey.get(name.words.join(' '))!;
    const courtesy = courtesyGender(reading, name.title);
    const known = registry.bearers(name.words[0]!).filter((other) => other.kind === 'person');
    // "Mr. Clinton" in an article that else names but a woman of that family is somebody else.
    const bearers = known.filter((other) => other.gender * courtesy > -2);
    if (!owner.has(group) && !known.length) continue;
    if (!owner.has(group) && !bearers.length) {
      bearers.push(registry.create('person', group));
      registry.index(bearers[0]!, name.words);
      bearers[0]!.full = [name.first, name.end];
    }
    const entity = owner.get(group) ?? bearerAt(reading, name, bearers, full);
    const mention: Mention = { first: name.first, end: name.end, entity, title: name.title };
    entity.gender += 5 * courtesyGender(reading, name.title);
    entity.mentions.push(mention);
    mentions.push(mention);
  }
  for (const mention of otherMentions(reading, registry, mentions)) {
    lengthen(reading, mention.entity, mention);
    mention.entity.mentions.push(mention);
    mentions.push(mention);
  }
  mentions.sort((a, b) => a.first - b.first);
  for (const entity of registry.all) entity.mentions.sort((a, b) => a.first - b.first);
  return { all: registry.all, mentions, byWord: registry.byWord };
}
