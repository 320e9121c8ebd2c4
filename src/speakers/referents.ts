import type { TokenRange } from '../text/index.ts';
import type { Entities, Entity } from './entities.ts';
import { PERSON_NOUNS } from './lexicon/people.ts';
import { appositionAfter } from './names.ts';
import { genderOfNoun, type NounKind, type Phrase } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Standing } from './roles.ts';

/** A place where a referent is mentioned, and what the sentence does with it there. */
export interface Place {
  readonly first: number;
  readonly end: number;
  readonly referent: Referent;
  /** What follows is its verb, and no preposition comes before. */
  readonly subject: boolean;
  /** "Clinton's aides", "the Clinton campaign": it only describes what follows. */
  readonly modifier: boolean;
}

/** Anyone and anything that a pronoun or a noun phrase of the article may point to. */
export interface Referent {
  readonly id: number;
  readonly kind: NounKind;
  readonly entity: Entity | null;
  /** Where it is described, when it has no name. */
  readonly phrase: Phrase | null;
  readonly standing: Standing | null;
  gender: number;
  readonly plural: boolean;
  /** In text order. */
  readonly places: Place[];
}

export interface Referents {
  readonly all: readonly Referent[];
  /** All places of all referents in text order. */
  readonly places: readonly Place[];
  /** Per token the place that covers it. */
  readonly placeAt: readonly (Place | undefined)[];
  readonly ofEntity: ReadonlyMap<Entity, Referent>;
}

const KINDS: Readonly<Record<Entity['kind'], NounKind>> = { person: 'person', organization: 'organization', place: 'organization', people: 'group' };

/** How far an apposition or a bracket may stand between a subject and its verb. */
const LONGEST_INSERTION = 30;

/** The token after an insertion between commas, brackets or dashes that opens at `at`; `at` itself where none opens. */
function afterInsertion(reading: Reading, at: number): number {
  const { tokens } = reading.document;
  const closing = tokens[at]?.form === '(' ? ')' : tokens[at]?.form === ',' ? ',' : /^[–—-]$/.test(tokens[at]?.form ?? '') ? tokens[at]!.form : null;
  if (!closing) return at;
  for (let i = at + 1; i < tokens.length && i < at + LONGEST_INSERTION && reading.sentenceOf[i] === reading.sentenceOf[at]; i++) {
    if (tokens[i]!.form === closing) return i + 1;
  }
  return at;
}

/** Whether the words of a range are the subject of the verb that follows. */
export function isSubject(reading: Reading, [first, end]: TokenRange): boolean {
  const { tokens } = reading.document;
  let before = first - 1;
  while (before >= 0 && reading.sentenceOf[before] === reading.sentenceOf[first] && /^(?:NOUN|PROPN|ADJ|DET|NUM)$/.test(tokens[before]!.pos) && tokens[before]!.form !== ',') before--;
  if (before >= 0 && reading.sentenceOf[before] === reading.sentenceOf[first] && tokens[before]!.pos === 'ADP') return false;
  let at = end;
  for (let i = 0; i < 2; i++) at = afterInsertion(reading, at);
  if (tokens[at]?.pos === 'ADV') at++;
  const next = tokens[at];
  return next !== undefined && reading.sentenceOf[at] === reading.sentenceOf[end - 1] && (next.pos === 'VERB' || next.pos === 'AUX');
}

function isModifier(reading: Reading, end: number): boolean {
  const next = reading.document.tokens[end];
  if (!next) return false;
  if (reading.folded[end] === "'s" || ((next.form === "'" || next.form === '’') && next.start === reading.document.tokens[end - 1]!.end)) return true;
  return next.pos === 'NOUN' && !reading.capital[end];
}

/** Builds the referents of an article from its named entities and from its noun phrases that no name covers. */
export function findReferents(
  reading: Reading,
  entities: Entities,
  standings: ReadonlyMap<Entity, Standing>,
  phrases: readonly Phrase[],
): Referents {
  const all: Referent[] = [];
  const ofEntity = new Map<Entity, Referent>();
  const places: Place[] = [];
  const covered = new Uint8Array(reading.folded.length);
  const put = (referent: Referent, first: number, end: number): void => {
    const place: Place = { first, end, referent, subject: isSubject(reading, [first, end]), modifier: isModifier(reading, end) };
    referent.places.push(place);
    places.push(place);
  };
  for (const { first, end, entity, title } of entities.mentions) {
    let referent = ofEntity.get(entity);
    if (!referent) {
      referent = { id: all.length, kind: KINDS[entity.kind], entity, phrase: null, standing: standings.get(entity) ?? null, gender: entity.gender, plural: entity.kind === 'people', places: [] };
      all.push(referent);
      ofEntity.set(entity, referent);
    }
    put(referent, first, end);
    covered.fill(1, title?.[0] ?? first, end);
    const apposition = entity.kind === 'person' ? appositionAfter(reading, end) : null;
    if (apposition) covered.fill(1, apposition[0], apposition[1]);
  }
  const described = new Map<string, Referent>();
  for (const phrase of phrases) {
    if (covered[phrase.head]) continue;
    const key = reading.folded.slice(phrase.definite ? phrase.first + 1 : phrase.first, phrase.end).join(' ');
    let referent = described.get(key);
    if (!referent) {
      const gender = phrase.kind === 'person' ? 2 * genderOfNoun(reading.folded[phrase.head]!) : 0;
      referent = { id: all.length, kind: phrase.kind, entity: null, phrase, standing: null, gender, plural: phrase.plural, places: [] };
      all.push(referent);
      described.set(key, referent);
    }
    put(referent, phrase.first, phrase.end);
  }
  places.sort((a, b) => a.first - b.first);
  const placeAt: (Place | undefined)[] = new Array(reading.folded.length);
  for (const place of places) for (let i = place.first; i < place.end; i++) placeAt[i] = place;
  guessGenders(reading, all);
  return { all, places, placeAt, ofEntity };
}

/** How many tokens behind a name a pronoun still tells its bearer's gender. */
const NEAR = 12;

/** Learns genders from pronouns close behind a name with no other person between, and from gendered nouns of the role. */
function guessGenders(reading: Reading, referents: readonly Referent[]): void {
  for (const referent of referents) {
    if (referent.kind !== 'person') continue;
    for (const word of referent.standing?.words ?? []) if (!PERSON_NOUNS.has(word) || genderOfNoun(word)) referent.gender += genderOfNoun(word);
    if (Math.abs(referent.gender) >= 2) continue;
    for (const { end, subject } of referent.places.slice(0, 20)) {
      if (!subject) continue;
      for (let i = end; i < end + NEAR && reading.sentenceOf[i] === reading.sentenceOf[end - 1]; i++) {
        const word = reading.folded[i]!;
        if (reading.capital[i]) break;
        if (word === 'she' || word === 'her') referent.gender += 0.6;
        else if (word === 'he' || word === 'his') referent.gender -= 0.6;
        else continue;
        break;
      }
    }
  }
}
