import type { TokenRange } from '../text/index.ts';
import type { Entities, Entity } from './entities.ts';
import { PERSONAL_ORGANIZATIONS } from './lexicon/organizations.ts';
import { SPEECH_VERBS } from './lexicon/words.ts';
import { appositionAfter, hasCapitalArticle } from './names.ts';
import { CLASSES_OF, genderOfNoun, type NounKind, type Phrase, phraseAt } from './nouns.ts';
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
  /** What sorts of organization it is, by its name and by what stands beside it (`ORGANIZATION_CLASSES`). */
  readonly classes: ReadonlySet<string>;
  /** Two who are named together: "Richard Alba and Nancy Foner". */
  readonly members: readonly Referent[];
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
  return next !== undefined && reading.sentenceOf[at] === reading.sentenceOf[end - 1] && (next.pos === 'VERB' || next.pos === 'AUX' || looksLikeVerb(reading, at));
}

/** "Sanders advocates tax increases", "Clinton plans to": a verb in -s that the tagger takes for a noun. */
function looksLikeVerb(reading: Reading, at: number): boolean {
  const word = reading.folded[at]!;
  const next = reading.document.tokens[at + 1];
  if (reading.document.tokens[at]!.pos !== 'NOUN' || !next || !/[^s]s$/.test(word)) return false;
  return SPEECH_VERBS.has(word) || next.pos === 'DET' || next.pos === 'PRON' || reading.folded[at + 1] === 'to' || reading.folded[at + 1] === 'that';
}

function isModifier(reading: Reading, end: number): boolean {
  const next = reading.document.tokens[end];
  if (!next) return false;
  if (reading.folded[end] === "'s" || ((next.form === "'" || next.form === '’') && next.start === reading.document.tokens[end - 1]!.end)) return true;
  return next.pos === 'NOUN' && !reading.capital[end] && !looksLikeVerb(reading, end);
}

const NO_CLASSES: ReadonlySet<string> = new Set();

/** So many mentions of an organization are searched for what it is. */
const MOST_SEARCHED = 12;

/** "the newspaper Corriere della Sera", "Kyodo News, a Japanese media outlet", "The Advocate", "GunBroker.com". */
function classesOf(reading: Reading, { words, mentions }: Entity): ReadonlySet<string> {
  const classes = new Set<string>();
  const learn = (word: string | undefined): void => {
    for (const name of CLASSES_OF.get(word ?? '') ?? []) classes.add(name);
  };
  for (const word of words) learn(word);
  if (/\.(?:com|org|net)$/.test(words.at(-1)!)) for (const name of ['press', 'business']) classes.add(name);
  for (const { first, end } of mentions.slice(0, MOST_SEARCHED)) {
    if (hasCapitalArticle(reading, first)) classes.add('press');
    if (!reading.capital[first - 1]) learn(reading.folded[first - 1]);
    if (reading.document.tokens[end]?.form !== ',') continue;
    const phrase = phraseAt(reading, end + 1, Math.min(end + 12, reading.folded.length));
    if (phrase?.kind === 'organization' && reading.sentenceOf[phrase.head] === reading.sentenceOf[first]) learn(reading.folded[phrase.head]);
  }
  return classes;
}

/** The person named within a phrase, before its head: "the Clinton campaign", "Clinton's team". */
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
      referent = { id: all.length, kind: KINDS[entity.kind], entity, phrase: null, standing: standings.get(entity) ?? null, gender: entity.gender, members: [], plural: entity.kind === 'people', places: [] };
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
    const owner = PERSONAL_ORGANIZATIONS.has(reading.folded[phrase.head]!) ? ownerWithin(entities, phrase) : null;
    const key = owner ? `${owner.id}'s ${reading.folded[phrase.head]!}` : reading.folded.slice(phrase.definite ? phrase.first + 1 : phrase.first, phrase.end).join(' ');
    let referent = described.get(key);
    if (!referent) {
      const gender = phrase.kind === 'person' ? 2 * genderOfNoun(reading.folded[phrase.head]!) : 0;
      referent = { id: all.length, kind: phrase.kind, entity: null, phrase, standing: null, classes: NO_CLASSES, members: [], gender, plural: phrase.plural, places: [] };
      all.push(referent);
      described.set(key, referent);
    }
    put(referent, phrase.first, phrase.end);
  }
  places.sort((a, b) => a.first - b.first);
  const pairs = findPairs(reading, places, all);
  const placeAt: (Place | undefined)[] = new Array(reading.folded.length);
  // A name within a phrase ("Clinton's aides") keeps its tokens.
  for (const place of places) {
    for (let i = place.first; i < place.end; i++) if (place.referent.entity || !placeAt[i]) placeAt[i] = place;
  }
  places.push(...pairs);
  places.sort((a, b) => a.first - b.first || a.end - b.end);
  const referents: Referents = { all, places, placeAt, ofEntity };
  guessGenders(reading, referents);
  return referents;
}

/** So many tokens (a title) may stand between "and" and the second name of a pair. */
const LONGEST_TITLE = 6;

/** "Richard Alba and Nancy Foner": two persons named together are one that "they" may point to. */
function findPairs(reading: Reading, places: readonly Place[], all: Referent[]): Place[] {
  const pairs = new Map<string, Referent>();
  const found: Place[] = [];
  for (let i = 1; i < places.length; i++) {
    const [left, right] = [places[i - 1]!, places[i]!];
    if (left.referent.entity?.kind !== 'person' || right.referent.entity?.kind !== 'person' || left.referent === right.referent) continue;
    if (reading.folded[left.end] !== 'and' || right.first - left.end > LONGEST_TITLE || left.modifier) continue;
    const members = [left.referent, right.referent];
    const key = members.map((member) => member.id).sort((a, b) => a - b).join('+');
    let referent = pairs.get(key);
    if (!referent) {
      referent = { id: all.length, kind: 'group', entity: null, phrase: null, standing: null, classes: NO_CLASSES, members, gender: 0, plural: true, places: [] };
      pairs.set(key, referent);
      all.push(referent);
    }
    const place: Place = { first: left.first, end: right.end, referent, subject: isSubject(reading, [left.first, right.end]), modifier: right.modifier };
    referent.places.push(place);
    found.push(place);
  }
  return found;
}

/** How many tokens behind a name a pronoun still tells its bearer's gender. */
const NEAR = 25;
/** Pronouns are counted behind so many mentions of one person. */
const MOST_COUNTED = 20;

/** 1 or -1 for the first "she" or "he" behind a mention, 0 where another person or a quotation comes first. */
function pronounBehind(reading: Reading, referents: Referents, { end, referent }: Place): number {
  const sentence = reading.sentenceOf[end - 1]!;
  for (let i = end; i < end + NEAR && i < reading.folded.length && reading.sentenceOf[i]! <= sentence + 1; i++) {
    if (reading.paragraphOf[i] !== reading.paragraphOf[end - 1]) return 0;
    const word = reading.folded[i]!;
    if (word === 'she' || word === 'her') return 1;
    if (word === 'he' || word === 'his' || word === 'him') return -1;
    const other = referents.placeAt[i]?.referent;
    if ((other && other !== referent && other.kind === 'person') || reading.quoted[i] !== reading.quoted[end - 1]) return 0;
  }
  return 0;
}

/** Learns genders from pronouns behind a name and from gendered nouns of the role. */
function guessGenders(reading: Reading, referents: Referents): void {
  for (const referent of referents.all) {
    if (referent.kind !== 'person') continue;
    for (const word of referent.standing?.words ?? []) referent.gender += genderOfNoun(word);
    let sum = 0;
    for (const place of referent.places.slice(0, MOST_COUNTED)) if (place.subject) sum += pronounBehind(reading, referents, place);
    const most = referent.gender ? 1 : 2;
    referent.gender += Math.max(-most, Math.min(most, 0.7 * sum));
  }
}
