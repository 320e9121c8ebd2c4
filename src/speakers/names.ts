import type { TokenRange } from '../text/index.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { FAMILY_NAMES, NOT_PERSONS, ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import { PARTISANS, ROLES } from './lexicon/people.ts';
import { DEMONYMS, FAITHFUL, PLACES } from './lexicon/places.ts';
import { FUNCTION_WORDS, PARTICLES, SPEECH_VERBS, SUFFIXES } from './lexicon/words.ts';
import type { Reading } from './reading.ts';
import { isShouted, ORDINAL, organizationEnd, type Part, partsBetween, runFrom } from './runs.ts';
import {
  appositionAfter,
  describingWords,
  isMereTitle,
  isNamelessLabel,
  personStart,
  titleBefore,
  widen,
} from './titles.ts';

export type NameKind = 'person' | 'organization' | 'place' | 'people';

/** A name where it stands in the text, titles before it left out. */
export interface Name {
  readonly first: number;
  readonly end: number;
  /** Folded words; those joined by a hyphen count as one ("mensah-boateng"). */
  readonly words: readonly string[];
  readonly kind: NameKind;
  /** How much the form and the surroundings speak for a person; below zero: for something else. */
  readonly personal: number;
  /** The words before the name that tell an office or a courtesy title ("Republican presidential candidate", "Mr."). */
  readonly title: TokenRange | null;
}

/** Names of organizations that are also common family names count only where no given name stands before them. */
const WEAK_HEADS = new Set(
  'house church post star camp bar bank monitor sun guard globe court capital force union nation nurse center lines motors foods'.split(
    ' ',
  ),
);
/** Whether one of the words says that the name is an organization's, a street's, a law's. */
function holdsOtherHead(words: readonly string[]): boolean {
  return words.some(
    (word) => (ORGANIZATION_HEADS.has(word) || NOT_PERSONS.has(word)) && (words.length > 1 || !WEAK_HEADS.has(word)),
  );
}

/** What the last word of a longer name says of its kind. */
function weighLast(words: readonly string[]): number {
  const last = words.at(-1)!;
  const given = GIVEN_NAMES.has(words[0]!);
  if (given && FAMILY_NAMES.has(last) && (words.length === 2 || (words.length === 3 && words[1]!.length === 1)))
    return 0;
  let score = NOT_PERSONS.has(last) ? -6 : 0;
  if (SUFFIXES.has(last) && words.length > 2) score += 3;
  const family = words.length === 2 && given && WEAK_HEADS.has(last);
  if (ORGANIZATION_HEADS.has(last) && !family) score -= 8;
  else if (holdsOtherHead(words.slice(1))) score -= 3;
  return score;
}

/** Weighs by its words alone whether a name is a person's. */
function weighForm(reading: Reading, words: readonly string[]): number {
  const joined = words.join(' ');
  const first = words[0]!;
  const given = GIVEN_NAMES.has(first);
  let score = PLACES.has(joined) ? -6 : 0;
  if (OUTLETS.has(joined) || OUTLETS.has(first)) score -= 4;
  if (words.length === 1) return score;
  score += weighLast(words);
  if (given) score += 4;
  else if (!PLACES.has(joined) && (PLACES.has(first) || DEMONYMS.has(first))) score -= 3;
  score += words.length < 5 ? 1 : words.length > 5 ? -3 : 0;
  if (words.length > 2 && words.slice(1, -1).some((word) => word.length === 1)) score += 3;
  const common = words.some(
    (word) => word.length > 1 && reading.small.has(word) && !GIVEN_NAMES.has(word) && !PARTICLES.has(word),
  );
  return common ? score - 1 : score;
}

/** Weighs by what stands around a name whether it is a person's. */
function weighPlace(reading: Reading, first: number, end: number, titled: boolean): number {
  const { tokens } = reading.document;
  const next = tokens[end]?.form;
  let score = titled ? 4 : reading.folded[first - 1] === 'the' ? -3 : 0;
  if (SPEECH_VERBS.has(reading.folded[end] ?? '')) score += 1;
  if (reading.folded[next === ',' ? end + 1 : end] === 'who') score += 3;
  if (next === ',' && /^\d{1,3}$/.test(tokens[end + 1]?.form ?? '') && tokens[end + 2]?.form === ',') score += 4;
  if (next === '(' && /^[RDI]$/.test(tokens[end + 1]?.form ?? '')) score += 4;
  return appositionAfter(reading, end) ? score + 3 : score;
}

/** Weighs whether a name is a person's, by its form and its neighbours. */
function weighPerson(reading: Reading, parts: readonly Part[], title: TokenRange | null): number {
  const words = parts.map((part) => part.word);
  let score = weighForm(reading, words) + weighPlace(reading, parts[0]!.first, parts.at(-1)!.end, title !== null);
  if (!title && isPeople(words.at(-1)!)) score -= 12;
  if (parts.some((part) => part.shouted)) score -= 3;
  return score;
}

/** Whether capitalised words that stand nowhere else as a name look like a person's: for sources in titles. */
export function looksPersonal(reading: Reading, [first, end]: TokenRange): boolean {
  const parts = partsBetween(reading, first, end);
  if (!parts.length) return false;
  const shouted = parts.length === 1 && parts[0]!.shouted;
  const known = parts.some(({ word }) => ORGANIZATION_HEADS.has(word) || OUTLETS.has(word) || PLACES.has(word));
  return !shouted && !known && parts.length <= 4;
}

/** "Republicans", "Russian", "Muslims". */
function isPeople(word: string): boolean {
  const one = word.replace(/s$/, '');
  return DEMONYMS.has(word) || DEMONYMS.has(one) || FAITHFUL.has(one) || (PARTISANS.has(one) && one !== word);
}

function nameOf(reading: Reading, parts: readonly Part[], title: TokenRange | null, organization: boolean): Name {
  const words = parts.map((part) => part.word);
  const joined = words.join(' ');
  const personal = organization ? -9 : weighPerson(reading, parts, title);
  let kind: NameKind = personal > 0 ? 'person' : 'organization';
  if (!organization && personal <= 0) {
    if (PLACES.has(joined)) kind = 'place';
    else if (isPeople(words.at(-1)!) && (words.length === 1 || words.at(-1)!.endsWith('s'))) kind = 'people';
  }
  return { first: parts[0]!.first, end: parts.at(-1)!.end, words, kind, personal, title };
}

/** Reads one run of capitalised words: an organization, or a person with what stands before the name. */
function readRun(reading: Reading, parts: Part[]): Name {
  const last = parts.at(-1)!;
  const headed = parts.some((part) => ORGANIZATION_HEADS.has(part.word) && !ROLES.has(part.word));
  const start = personStart(parts) || (headed ? 0 : describingWords(reading, parts));
  const tail = parts.slice(start);
  const closed =
    ORGANIZATION_HEADS.has(last.word) &&
    (parts.length > 1 || !isPeople(last.word)) &&
    !ROLES.has(last.word) &&
    !(tail.length <= 2 && WEAK_HEADS.has(last.word) && (start > 0 || GIVEN_NAMES.has(tail[0]!.word)));
  if (closed || (headed && start === 0)) {
    const end = organizationEnd(reading, last.end);
    if (closed || end > last.end) {
      const all = end > last.end ? [...parts, ...partsBetween(reading, last.end, end)] : parts;
      const { first } = parts[0]!;
      const half = closed ? firstHalf(reading, first) : first;
      if (half < first) return nameOf(reading, [...partsBetween(reading, half, first), ...all], null, true);
      return nameOf(
        reading,
        ORDINAL.test(reading.folded[first - 1] ?? '') ? [...partsBetween(reading, first - 1, first), ...all] : all,
        null,
        true,
      );
    }
  }
  const before = start === 0 ? titleBefore(reading, parts[0]!.first) : widen(reading, parts[0]!.first);
  const title: TokenRange | null = before < tail[0]!.first ? [before, tail[0]!.first] : null;
  return nameOf(reading, tail, title, false);
}

/** So many words may stand before "and" within an organization's name. */
const LONGEST_HALF = 3;

/** Where an organization's name begins when "and" joins a first half to it: "the River Safety and Dredging Council". */
function firstHalf(reading: Reading, first: number): number {
  const { folded, capital, document } = reading;
  if (folded[first - 1] !== 'and') return first;
  let at = first - 1;
  while (at > 0 && first - 1 - at < LONGEST_HALF && capital[at - 1] && !FUNCTION_WORDS.has(folded[at - 1]!)) {
    const word = folded[at - 1]!;
    const apart = ORGANIZATION_HEADS.has(word) || PLACES.has(word) || OUTLETS.has(word) || GIVEN_NAMES.has(word);
    if (apart || isShouted(document.tokens[at - 1]!.form)) return first;
    at--;
  }
  const before = document.tokens[at - 1];
  if (at === first - 1 || !before || reading.sentenceOf[at - 1] !== reading.sentenceOf[first]) return first;
  const opened = folded[at - 1] === 'the' || folded[at - 1] === "'s" || /^(?:ADJ|NOUN)$/.test(before.pos);
  return opened && !capital[at - 1] ? at : folded[at - 1] === 'the' ? at : first;
}

/** Finds the names of persons, organizations, places and peoples in the lines where capitals tell something, in text order. */
export function findNames(reading: Reading): Name[] {
  const names: Name[] = [];
  const { tokens } = reading.document;
  for (let i = 0; i < tokens.length; ) {
    if (!reading.capital[i] || reading.titled[i]) {
      i++;
      continue;
    }
    // "(R-Texas)": a party and a state, not a name.
    if (/^[RDI]$/.test(tokens[i]!.form) && tokens[i + 1]?.form === '-') {
      i += 3;
      continue;
    }
    const parts = runFrom(reading, i);
    if (!parts.length) {
      i++;
      continue;
    }
    const nameless = isMereTitle(reading, parts) || isNamelessLabel(reading, parts);
    const name = nameless ? null : readRun(reading, parts);
    i = Math.max(name?.end ?? 0, parts.at(-1)!.end);
    if (name && names.length && names.at(-1)!.end > name.first) names.pop();
    if (name) names.push(name);
  }
  return names;
}
