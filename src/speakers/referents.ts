import { classesOf } from './classes.ts';
import type { Entities, Entity } from './entities.ts';
import { guessGenders } from './genders.ts';
import { PERSONAL_ORGANIZATIONS } from './lexicon/organizations.ts';
import { genderOfNoun, type Phrase } from './nouns.ts';
import type { Reading } from './reading.ts';
import { type Place, placeFrom, type Referent, type Referents } from './referent.ts';
import type { Standing } from './roles.ts';
import { isModifier, isSubject } from './syntax.ts';
import { appositionAfter } from './titles.ts';

/** The person named within a phrase, before its head: "the Carvalho campaign", "Carvalho's team". */
function ownerWithin(entities: Entities, { first, head }: Phrase): Entity | null {
  const { mentions } = entities;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (mentions[middle]!.first < first) low = middle + 1;
    else high = middle;
  }
  const mention = mentions[low];
  return mention && mention.end <= head && mention.entity.kind === 'person' ? mention.entity : null;
}

/** What a new referent is made of; the rest is the same for all at first. */
type Made = Pick<Referent, 'kind'> & Partial<Omit<Referent, 'id' | 'places'>>;

/** Collects referents and their places while a text is gone through. */
class Collection {
  readonly all: Referent[] = [];
  readonly places: Place[] = [];
  readonly #reading: Reading;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  create(made: Made): Referent {
    const referent: Referent = {
      id: this.all.length,
      entity: null,
      phrase: null,
      standing: null,
      classes: new Set(),
      members: [],
      gender: 0,
      plural: false,
      places: [],
      ...made,
    };
    this.all.push(referent);
    return referent;
  }

  put(referent: Referent, first: number, end: number, titled = first): void {
    const subject = isSubject(this.#reading, [first, end]);
    const place: Place = { first, end, titled, referent, subject, modifier: isModifier(this.#reading, end) };
    referent.places.push(place);
    this.places.push(place);
  }
}

/** Puts the named entities, and marks the tokens that belong to them: names, titles and appositions. */
function putEntities(
  reading: Reading,
  entities: Entities,
  standings: ReadonlyMap<Entity, Standing>,
  collection: Collection,
  covered: Uint8Array,
): Map<Entity, Referent> {
  const ofEntity = new Map<Entity, Referent>();
  for (const { first, end, entity, title } of entities.mentions) {
    let referent = ofEntity.get(entity);
    if (!referent) {
      const person = entity.kind === 'person';
      const kind = person ? 'person' : entity.kind === 'people' ? 'group' : 'organization';
      const known = person ? { standing: standings.get(entity) ?? null } : { classes: classesOf(reading, entity) };
      referent = collection.create({ kind, entity, gender: entity.gender, plural: entity.kind === 'people', ...known });
      ofEntity.set(entity, referent);
    }
    const titled = title?.[0] ?? first;
    collection.put(referent, first, end, titled);
    covered.fill(1, titled, end);
    const apposition = entity.kind === 'person' ? appositionAfter(reading, end) : null;
    if (apposition) covered.fill(1, apposition[0], apposition[1]);
  }
  return ofEntity;
}

/** Puts the phrases that no name covers; the same words again are the same referent. Gives the persons' own organizations. */
function putPhrases(
  reading: Reading,
  phrases: readonly Phrase[],
  entities: Entities,
  collection: Collection,
  covered: Uint8Array,
): Map<string, Referent> {
  const described = new Map<string, Referent>();
  const ownedBy = new Map<string, Referent>();
  for (const phrase of phrases) {
    if (covered[phrase.head]) continue;
    const head = reading.folded[phrase.head]!;
    const owner = PERSONAL_ORGANIZATIONS.has(head) ? ownerWithin(entities, phrase) : null;
    const [known, key] = owner
      ? [ownedBy, `${owner.id} ${head}`]
      : [described, reading.folded.slice(phrase.definite ? phrase.first + 1 : phrase.first, phrase.end).join(' ')];
    let referent = known.get(key);
    if (!referent) {
      const gender = phrase.kind === 'person' ? 2 * genderOfNoun(head) : 0;
      referent = collection.create({ kind: phrase.kind, phrase, gender, plural: phrase.plural });
      known.set(key, referent);
    }
    collection.put(referent, phrase.first, phrase.end);
  }
  return ownedBy;
}

/** Builds the referents of an article from its named entities and from its noun phrases that no name covers. */
export function findReferents(
  reading: Reading,
  entities: Entities,
  standings: ReadonlyMap<Entity, Standing>,
  phrases: readonly Phrase[],
): Referents {
  const collection = new Collection(reading);
  const covered = new Uint8Array(reading.folded.length);
  const ofEntity = putEntities(reading, entities, standings, collection, covered);
  const ownedBy = putPhrases(reading, phrases, entities, collection, covered);
  const { all, places } = collection;
  places.sort((a, b) => a.first - b.first);
  const placeAt: (Place | undefined)[] = new Array(reading.folded.length);
  // A name within a phrase ("Carvalho's aides") keeps its tokens.
  for (const place of places) {
    for (let i = place.first; i < place.end; i++) if (place.referent.entity || !placeAt[i]) placeAt[i] = place;
  }
  putPairs(reading, collection);
  places.sort((a, b) => a.first - b.first || a.end - b.end);
  function* before(at: number): Generator<Place> {
    for (let i = placeFrom(places, at) - 1; i >= 0; i--) yield places[i]!;
  }
  const referents: Referents = { all, places, placeAt, ofEntity, ownedBy, before };
  guessGenders(reading, referents);
  return referents;
}

/** So many tokens (a title) may stand between "and" and the second name of a pair. */
const LONGEST_TITLE = 6;

/** "Milan Horvat and Zdenka Kolar": two persons named together are one that "they" may point to. */
function putPairs(reading: Reading, collection: Collection): void {
  const pairs = new Map<string, Referent>();
  const singles = [...collection.places];
  for (let i = 1; i < singles.length; i++) {
    const [left, right] = [singles[i - 1]!, singles[i]!];
    if (left.referent.entity?.kind !== 'person' || right.referent.entity?.kind !== 'person') continue;
    if (left.referent === right.referent || reading.folded[left.end] !== 'and') continue;
    if (right.first - left.end > LONGEST_TITLE || left.modifier) continue;
    const members = [left.referent, right.referent];
    const key = `${Math.min(left.referent.id, right.referent.id)}+${Math.max(left.referent.id, right.referent.id)}`;
    let referent = pairs.get(key);
    if (!referent) {
      referent = collection.create({ kind: 'group', members, plural: true });
      pairs.set(key, referent);
    }
    collection.put(referent, left.first, right.end);
  }
}
