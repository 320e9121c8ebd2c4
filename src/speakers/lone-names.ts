import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { SPEECH_VERBS } from './lexicon/words.ts';
import type { Name } from './names.ts';
import type { Reading } from './reading.ts';
import type { Group } from './registry.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

/** Prepositions of places, and what before them makes them ones of persons: "confidence in Marro". */
const WITHIN = words('in inside across throughout within into near outside');
const TAKES_IN = words(
  'confidence trust faith belief interest believe believes believed trusted lost disappointed interested invest found saw see',
);

/** What a country or a town has, and hardly a person: "Marro's parliament". */
const HAD_BY_PLACES = words(`
  parliament president embassy border borders coast navy currency airspace territory population mayor constitution
  electorate soil railways port harbour harbor mp mps citizens
`);
/** What some persons have too: "Marro's government". */
const HAD_BY_STATES = words(
  'government ministry delegation foreign defence defense interior finance capital economy army coalition voters farmers',
);

/** What stands before "of" and a place's name: "the government of Marro". */
const OF_PLACES = words(`
  government republic kingdom president minister parliament capital people city town province north south east west coast
  outskirts streets citizens borders mayor governor bishop
`);

/** What companies and clubs have, and hardly a person: "Marro's shareholders". */
const HAD_BY_BODIES = words(`
  shareholders workforce subsidiary subsidiaries headquarters factories ceo goalkeeper midfielder stadium academy branches
`);
/** What some persons have too: "Marro's shares". */
const HAD_BY_SOME = words(
  'squad striker passengers shares stock revenue revenues profit profits sales employees customers products stores',
);

/** What the adjectives of a place would be that no list holds: "Marrovia" → "Marrovian", "Marrov" → "Marrovi", "Marrovese". */
export function adjectivesOf(place: string): string[] {
  if (place.length < 4) return [];
  if (place.endsWith('a')) return [`${place}n`];
  return /[^aeiouy]$/.test(place) ? [`${place}i`, `${place}ian`, `${place}ese`] : [];
}

/** The places that a word would be the adjective of: `adjectivesOf` turned round. */
export function placesOf(adjective: string): string[] {
  return [1, 3].map((ending) => adjective.slice(0, -ending)).filter((place) => adjectivesOf(place).includes(adjective));
}

/** Whether a name has what follows it: "Marro's". */
const isPossessive = (word: string | undefined): boolean => word === "'s" || word === "'";

/** How much one place of a name speaks for a country or a town that speaks through it, and below zero for a person. */
function weighPlace({ folded, document }: Reading, { first, end }: Name): number {
  const before = folded[first - 1] ?? '';
  if (isPossessive(folded[end])) {
    const [next = '', after = ''] = folded.slice(end + 1, end + 3);
    if (HAD_BY_PLACES.has(next) || (next === 'prime' && after === 'minister')) return 2;
    return HAD_BY_STATES.has(next) ? 1 : 0;
  }
  if (before === 'of' && OF_PLACES.has(folded[first - 2] ?? '')) return 2;
  const within = WITHIN.has(before) && !TAKES_IN.has(folded[first - 2] ?? '');
  return within && !/^\p{Lu}/u.test(document.tokens[end]?.form ?? '') ? 1 : 0;
}

/** What "it" does after "Marro said" where it is Marro, as it hardly is in "Marro said it would be hard". */
const BODIES_DO = /^(?:plan|expect|intend|aim|hope|oppose|support|welcome|regret|sold|bought|own|employ)/;
const HAPPENS =
  /^(?:be|been|become|come|take|taken|happen|happened|make|mean|require|depend|not|never|to|go|cost|only|all)$/;

/** Nouns that a report puts before the name of a body: "rights group Marro", "the lender Marro". */
const DESCRIBES = words(
  'group firm company charity retailer lender carrier airline chain club startup consultancy broadcaster',
);
/** What opens a clause, so that the name behind it is its subject. */
const OPENS_CLAUSE = words('that but while when as if after because although though " “ ‘ :');

/** Whether a name opens its sentence or a clause: "Lawyers for Marro have" is no word on Marro. */
const isSubject = ({ folded, sentenceOf }: Reading, first: number): boolean =>
  first === 0 || sentenceOf[first - 1] !== sentenceOf[first] || OPENS_CLAUSE.has(folded[first - 1]!);

/** Whether a noun of bodies that is described itself, or opens the sentence, stands right before a name. */
function isDescribed({ folded, capital, document, sentenceOf }: Reading, first: number): boolean {
  const at = first - 1;
  if (at < 0 || !DESCRIBES.has(folded[at]!) || sentenceOf[at] !== sentenceOf[first]) return false;
  const opens = at === 0 || sentenceOf[at - 1] !== sentenceOf[at];
  return opens || (!capital[at] && /^(?:ADJ|NOUN|PROPN)$/.test(document.tokens[at - 1]!.pos));
}

/** Whether a place of a name tells a person: "Marro, 41,", "Marro, who", "Marro said he". */
export function actsAsHuman({ folded, document }: Reading, { end, title }: Name): boolean {
  if (title !== null) return true;
  const next = folded[end] === ',' ? end + 1 : end;
  if (folded[next] === 'who' || (next > end && /^\d{1,3}$/.test(document.tokens[next]?.form ?? ''))) return true;
  if (!SPEECH_VERBS.has(folded[end] ?? '')) return false;
  const subject = folded[end + 1] === 'that' ? folded[end + 2] : folded[end + 1];
  return subject === 'he' || subject === 'she';
}

/** How much one place of a name speaks for a company, a club or another body. */
function weighBody(reading: Reading, { first, end }: Name): number {
  const { folded } = reading;
  if (isDescribed(reading, first)) return 2;
  const [next = '', after = '', third = ''] = folded.slice(end, end + 3);
  if (isPossessive(next)) {
    if (HAD_BY_BODIES.has(after) || HAD_BY_BODIES.has(third)) return 2;
    return HAD_BY_SOME.has(after) ? 1 : 0;
  }
  // "Chelsea have won": no person takes a plural.
  if (next === 'have' || next === 'are') return isSubject(reading, first) ? 2 : 0;
  if (next === ',' && after === 'which') return 2;
  if (!SPEECH_VERBS.has(next)) return 0;
  const [subject, verb = '', last = ''] =
    after === 'that' ? folded.slice(end + 2, end + 5) : folded.slice(end + 1, end + 4);
  if (subject === 'its' || (subject === 'it' && BODIES_DO.test(verb))) return 2;
  return subject === 'it' && /^(?:will|would|has|had)$/.test(verb) && !HAPPENS.test(last) ? 1 : 0;
}

/** So much makes a lone name that of a place or a body. */
const ENOUGH = 2;

/**
 * What a name is that no list holds, where it stands in its article as places do ("in Marro", "Marro's parliament") or as
 * companies and clubs do ("Marro said it plans", "Marro's shares"), more than as persons do. Null where it may be a person's.
 */
export function actsAs(reading: Reading, { names, words }: Group): 'place' | 'organization' | null {
  let place = adjectivesOf(words.at(-1)!).some((adjective) => reading.inner.has(adjective)) ? 1 : 0;
  let body = 0;
  let person = words.some((word) => GIVEN_NAMES.has(word)) ? 2 : 0;
  // A name of several words looks a little like a person's by that alone.
  const usual = words.length > 1 ? 2 : 1;
  for (const name of names) {
    place += weighPlace(reading, name);
    body += weighBody(reading, name);
    person += actsAsHuman(reading, name) ? 4 : name.personal > usual ? 2 : 0;
  }
  if (Math.max(place, body) - person < ENOUGH) return null;
  return place >= body ? 'place' : 'organization';
}
