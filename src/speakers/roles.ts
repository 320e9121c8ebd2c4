import type { TokenRange } from '../text/index.ts';
import type { Entities, Entity } from './entities.ts';
import { COURTESY, PARTISANS, ROLES, TITLE_FORMS } from './lexicon/people.ts';
import { ABBREVIATED_PLACES, DEMONYMS } from './lexicon/places.ts';
import { FUNCTION_WORDS, SPEECH_VERBS } from './lexicon/words.ts';
import type { Reading } from './reading.ts';
import { appositionAfter } from './titles.ts';

/** What the article says a person is. */
export interface Standing {
  /** Where the roles stand: titles before the name, appositions behind it, "X is a …". */
  readonly titles: TokenRange[];
  readonly appositions: TokenRange[];
  /** Party and place in the style of the United States: "D-Ohio". */
  readonly affiliations: TokenRange[];
  /** The nouns and adjectives of all roles, abbreviations written out, places beside their adjectives. */
  readonly words: Set<string>;
  /** Whose the roles are, where a name tells: "marrovia" of "Marrovia's special envoy". */
  readonly owners: Set<string>;
}

/** The names that have what a range of tokens tells: "marrovia" in "Marrovia's special envoy". */
export function ownersIn({ folded, capital }: Reading, [first, end]: TokenRange): string[] {
  const owners: string[] = [];
  for (let i = first; i + 1 < end; i++) if (capital[i] && folded[i + 1] === "'s") owners.push(folded[i]!);
  return owners;
}

const isRoleNoun = (word: string): boolean => ROLES.has(word) || TITLE_FORMS.has(word) || PARTISANS.has(word);

/** How long a role may be, in tokens. */
const LONGEST_ROLE = 24;

/** Carries a role on behind its noun: "secretary" → "secretary of the Council for River Security of Veloria". */
function roleEnd(reading: Reading, end: number): number {
  const { tokens } = reading.document;
  let at = end;
  let close = end;
  while (at < tokens.length && at < end + LONGEST_ROLE && reading.sentenceOf[at] === reading.sentenceOf[end - 1]) {
    const { form, pos } = tokens[at]!;
    const word = reading.folded[at]!;
    if (/^(?:[,;:.—–"“”()]|''|``)$/.test(form) || /^(?:who|whom|whose|which|that|when|where|but|while)$/.test(word))
      break;
    if ((pos === 'VERB' && !reading.capital[at]) || pos === 'AUX' || pos === 'PRON') break;
    if (pos === 'NOUN' || pos === 'PROPN' || pos === 'NUM' || pos === 'ADJ' || pos === 'VERB') close = at + 1;
    at++;
  }
  return close;
}

/** Drops an article and other words that do not belong to a role's wording. */
function trimmed(reading: Reading, [first, end]: TokenRange): TokenRange {
  let at = first;
  while (
    at < end - 1 &&
    reading.folded[at + 1] !== 'of' &&
    (/^(?:a|an|the|one|now|currently|also|himself|herself|and|his|her|their|its)$/.test(reading.folded[at]!) ||
      !/^[\p{L}\d]/u.test(reading.folded[at]!))
  )
    at++;
  return [at, end];
}

function learn(reading: Reading, { words, owners }: Standing, [first, end]: TokenRange): void {
  for (const owner of ownersIn(reading, [first, end])) owners.add(owner);
  for (let i = first; i < end; i++) {
    const word = reading.folded[i]!;
    if (!/^[a-z]/.test(word) || FUNCTION_WORDS.has(word)) continue;
    words.add(TITLE_FORMS.get(word) ?? word);
    const place = ABBREVIATED_PLACES.get(word) ?? DEMONYMS.get(word);
    if (place) for (const part of place.split(' ')) words.add(part);
  }
}

const PARTY_LETTERS: ReadonlyMap<string, string> = new Map([
  ['r', 'republican'],
  ['d', 'democrat'],
  ['i', 'independent'],
]);

/** "(R-Texas)", ", D-N.Y.,": learns party and state behind a politician's name, and gives where they stand. */
function learnAffiliation(reading: Reading, words: Set<string>, at: number): TokenRange | null {
  const { tokens } = reading.document;
  const party = PARTY_LETTERS.get(reading.folded[at + 1] ?? '');
  if (!/^[(,]$/.test(tokens[at]?.form ?? '') || !party || !/^[RDI]$/.test(tokens[at + 1]!.form)) return null;
  words.add(party);
  if (party === 'democrat') words.add('democratic');
  if (tokens[at + 2]?.form !== '-') return null;
  let end = at + 3;
  for (; end < at + 6 && tokens[end] && !/^[),]$/.test(tokens[end]!.form); end++) {
    const word = reading.folded[end]!;
    for (const part of (ABBREVIATED_PLACES.get(word) ?? word).split(' ')) words.add(part);
  }
  return end > at + 3 ? [at + 1, end] : null;
}

/** "X is a former senator", "X, who was the governor": the predicate's role. */
function predicateAfter(reading: Reading, end: number): TokenRange | null {
  let at = end;
  if (reading.document.tokens[at]?.form === ',') at++;
  if (reading.folded[at] === 'who') at++;
  if (!/^(?:is|was|became|remains|'s)$/.test(reading.folded[at] ?? '')) return null;
  at++;
  const first = at;
  for (; at < first + 8 && at < reading.folded.length; at++) {
    const { form, pos } = reading.document.tokens[at]!;
    if (/^[,;:.—–"“”()]$/.test(form) || pos === 'VERB' || pos === 'AUX' || pos === 'ADP' || pos === 'PRON') break;
    if (isRoleNoun(reading.folded[at]!) && reading.document.tokens[at + 1]?.pos !== 'NOUN') return [first, at + 1];
  }
  return null;
}

/** So many tokens a role may take before a comma and the name. */
const LONGEST_BEFORE = 14;

/** "the president's chief of staff, Andriy Koval": the phrase before a comma that tells the role of the name from `first` to `behind`. */
function roleBefore(reading: Reading, first: number, behind: number): TokenRange | null {
  const { tokens } = reading.document;
  if (tokens[first - 1]?.form !== ',') return null;
  // "After a visit to the governor, Ivo Quist said …": the comma ends a clause, and the name is no apposition.
  const next = tokens[behind];
  if (next && (/^(?:VERB|AUX|ADV|PART)$/.test(next.pos) || SPEECH_VERBS.has(reading.folded[behind]!))) return null;
  const end = first - 1;
  let role = -1;
  let at = end;
  while (at > 0 && end - at < LONGEST_BEFORE && reading.sentenceOf[at - 1] === reading.sentenceOf[first]) {
    const { form, pos } = tokens[at - 1]!;
    const word = reading.folded[at - 1]!;
    if (/^[,;:.—–"“”()]$/.test(form) || pos === 'VERB' || pos === 'AUX' || pos === 'SCONJ' || pos === 'CCONJ') break;
    if (pos === 'ADP' && !/^(?:of|for|at|to)$/.test(word)) break;
    if (pos === 'PRON' && !/^(?:his|her|its|their)$/.test(word)) break;
    const headed = pos === 'NOUN' || pos === 'PROPN';
    if (isRoleNoun(word) && role < 0) role = at - 1;
    else if (headed && role >= 0 && tokens[at]!.pos === 'ADP') break;
    at--;
    if (role < 0 || pos !== 'DET') continue;
    // "a spokesman for the governor, Ivo Quist": not the governor.
    if (tokens[at - 1]?.pos !== 'ADP' || !isRoleNoun(reading.folded[at - 2] ?? '')) break;
    role = -1;
  }
  return role >= 0 && (tokens[role + 1]!.form === ',' || tokens[role + 1]!.pos === 'ADP') ? [at, end] : null;
}

/** Gathers, for every person of an article, the roles that it gives them. */
export function findStandings(reading: Reading, entities: Entities): ReadonlyMap<Entity, Standing> {
  const standings = new Map<Entity, Standing>();
  for (const { entity, title, first, end } of entities.mentions) {
    if (entity.kind !== 'person') continue;
    let standing = standings.get(entity);
    if (!standing) {
      standing = { titles: [], appositions: [], affiliations: [], words: new Set(), owners: new Set() };
      standings.set(entity, standing);
    }
    if (title) {
      learn(reading, standing, title);
      if (!COURTESY.has(reading.folded[title[1] - 1]!)) standing.titles.push(trimmed(reading, title));
    }
    const apposition = appositionAfter(reading, end);
    if (apposition) {
      const whole: TokenRange = [apposition[0], roleEnd(reading, apposition[1])];
      learn(reading, standing, whole);
      standing.appositions.push(trimmed(reading, whole));
    }
    const before = title ? null : roleBefore(reading, first, end);
    if (before) {
      learn(reading, standing, before);
      standing.appositions.push(trimmed(reading, before));
    }
    const affiliation = learnAffiliation(reading, standing.words, end);
    if (affiliation) standing.affiliations.push(affiliation);
    const predicate = predicateAfter(reading, end);
    if (predicate) learn(reading, standing, [predicate[0], roleEnd(reading, predicate[1])]);
  }
  return standings;
}

/** Where the fullest words stand that the article uses for a person's role: an apposition before a title before a party, the longer before the shorter. */
export function roleOf(reading: Reading, standing: Standing | undefined | null): TokenRange | null {
  if (!standing) return null;
  const { tokens } = reading.document;
  let best: TokenRange | null = null;
  let most = 0;
  for (const ranges of [standing.appositions, standing.titles, standing.affiliations]) {
    for (const range of ranges) {
      const length = tokens[range[1] - 1]!.end - tokens[range[0]]!.start;
      if (length > most) [best, most] = [range, length];
    }
    if (best) return best;
  }
  return null;
}
