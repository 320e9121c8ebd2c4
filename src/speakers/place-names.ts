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
  parliament president capital embassy border borders coast economy army navy currency airspace territory population
  mayor constitution electorate soil railways port harbour harbor mp mps voters farmers citizens coalition
`);
/** What some persons have too: "Marro's government". */
const HAD_BY_STATES = words('government ministry delegation foreign defence defense interior finance');

/** What stands before "of" and a place's name: "the government of Marro". */
const OF_PLACES = words(`
  government republic kingdom president minister parliament capital people city town province north south east west coast
  outskirts streets citizens borders mayor governor bishop
`);

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

/** How much one place of a name speaks for a country or a town that speaks through it, and below zero for a person. */
function weigh({ folded, document }: Reading, { first, end, title, personal }: Name): number {
  if (title !== null) return -4;
  const before = folded[first - 1] ?? '';
  const possessive = folded[end] === "'s" || folded[end] === "'";
  let weight = personal > 1 ? -2 : 0;
  if (possessive) {
    const [next = '', after = ''] = folded.slice(end + 1, end + 3);
    if (HAD_BY_PLACES.has(next) || (next === 'prime' && after === 'minister')) return 2;
    return HAD_BY_STATES.has(next) ? 1 : weight;
  }
  if (
    WITHIN.has(before) &&
    !TAKES_IN.has(folded[first - 2] ?? '') &&
    !/^\p{Lu}/u.test(document.tokens[end]?.form ?? '')
  )
    weight += 1;
  if (before === 'of' && OF_PLACES.has(folded[first - 2] ?? '')) weight += 2;
  return weight;
}

/** So much makes a name that of a place. */
const ENOUGH = 2;

/**
 * Whether a lone name that no list holds stands in its article where places stand ("in Marro", "Marro's parliament") and
 * nowhere as persons do.
 */
export function actsAsPlace(reading: Reading, { names, words: [word] }: Group): boolean {
  const adjectives = adjectivesOf(word!);
  let weight = reading.folded.some((other, i) => reading.capital[i] && adjectives.includes(other)) ? 1 : 0;
  for (const name of names) weight += weigh(reading, name);
  return weight >= ENOUGH;
}
