import type { WikidataItem, Years } from '../../model.ts';
import { PARTISANS, ROLE_CLASSES, ROLES } from '../lexicon/people.ts';
import { DEMONYMS, PLACES } from '../lexicon/places.ts';
import { kindOfNoun } from '../nouns.ts';
import type { Period, SpeakerToLink } from './types.ts';
import { sameWord, shareWord, tellingWords } from './words.ts';

/** How much more likely a role is where the item is the speaker than where it is another of the name. */
const WEIGHTS = {
  position: 20,
  words: 8,
  noun: 2.5,
  class: 2,
  'noun alone': 1.7,
  nothing: 1,
  'another time': 1,
  unlike: 0.5,
  against: 0.2,
} as const;
type Fit = keyof typeof WEIGHTS;

const COUNTRY_FITS = 3;
const COUNTRY_DIFFERS = 0.25;

const FORMER = new Set(['former', 'ex', 'previous', 'onetime', 'late', 'erstwhile']);
/** What roles add about time and rank that no item says. */
const PASSING = new Set([
  ...FORMER,
  'current',
  'acting',
  'interim',
  'newly',
  'longtime',
  'veteran',
  'outgoing',
  'incoming',
]);

/** More roles say nothing more. */
const MOST_ROLES = 50;

const mostFrequent = (roles: SpeakerToLink['roles']): SpeakerToLink['roles'] =>
  roles.toSorted((a, b) => b.statements - a.statements).slice(0, MOST_ROLES);

/** What one piece of evidence says. */
export interface Evidence {
  readonly weight: number;
  readonly reason: string | null;
}

interface Words {
  /** Nouns for persons: "minister". */
  readonly nouns: readonly string[];
  readonly others: readonly string[];
}

/** Nouns of the lists; and by their shape, unless they have a capital, as names of peoples have ("Kalvinian"). */
function isPersonal(word: string, capitals: ReadonlySet<string>): boolean {
  if (ROLES.has(word) || PARTISANS.has(word)) return true;
  return kindOfNoun(word).kind === 'person' && !DEMONYMS.has(word) && !capitals.has(word);
}

function split(text: string): Words {
  const capitals = new Set((text.match(/\p{Lu}[\p{L}\p{M}]*/gu) ?? []).flatMap(tellingWords));
  const words = tellingWords(text).filter((word) => !PASSING.has(word));
  const { nouns = [], others = [] } = Object.groupBy(words, (word) =>
    isPersonal(word, capitals) ? 'nouns' : 'others',
  );
  return { nouns, others };
}

/** Whether two words stand for each other in a row of `ROLE_CLASSES`. */
const sameClass = (a: string, b: string): boolean => ROLE_CLASSES.some((row) => row.includes(a) && row.includes(b));

/** Whether a position was held in the years of a role, or before its end where it is called former; null: not known. */
function heldThen(from: Years | null, to: Years | null, years: Period | null, former: boolean): boolean | null {
  if (!years || (!from && !to)) return null;
  if (from && from[0] > years[1]) return false;
  return former || !to || to[1] >= years[0];
}

const period = (from: Years | null, to: Years | null): string =>
  from || to ? ` (${from ? from[0] : '…'}–${to ? to[1] : ''})` : '';

interface Found {
  readonly fit: Fit;
  readonly reason: string;
}

const better = (a: Found, b: Found): Found => (WEIGHTS[b.fit] > WEIGHTS[a.fit] ? b : a);

/** How a role fits one text of an item, by words; null where no noun of the role is there. */
function fitWords(role: Words, text: Words): Fit | null {
  const all = [...text.nouns, ...text.others];
  if (role.nouns.length === 0) return shareWord(role.others, all) ? 'noun' : null;
  if (role.nouns.some((noun) => all.includes(noun))) {
    if (shareWord(role.others, all)) return 'words';
    return role.others.length ? 'noun alone' : 'noun';
  }
  return role.nouns.some((noun) => text.nouns.some((other) => sameClass(noun, other))) ? 'class' : null;
}

function fitPosition(
  words: string,
  role: Words,
  position: WikidataItem['positions'][number],
  years: Period | null,
): Found | null {
  const fit = position.label && fitWords(role, split(position.label));
  if (!fit || fit === 'class') return null;
  const former = tellingWords(words).some((word) => FORMER.has(word));
  const then = heldThen(position.from, position.to, years, former);
  const held = `“${words}” fits the position “${position.label}”${period(position.from, position.to)}`;
  if (then === false) return { fit: 'another time', reason: `${held}, but not in ${years!.join('–')}` };
  return { fit: fit === 'words' && then ? 'position' : fit === 'noun' && then ? 'words' : fit, reason: held };
}

function fitRole(words: string, years: Period | null, item: WikidataItem, texts: readonly string[]): Found {
  const role = split(words);
  const known = texts.length > 0 || item.positions.some(({ label }) => label);
  const differs = role.nouns.length ? 'against' : 'unlike';
  let best: Found =
    known && role.nouns.length + role.others.length
      ? { fit: differs, reason: `nothing of “${words}” is in what Wikidata says` }
      : { fit: 'nothing', reason: '' };
  let untimely: Found | null = null;
  for (const position of item.positions) {
    const found = fitPosition(words, role, position, years);
    if (found?.fit === 'another time') untimely ??= found;
    else if (found) best = better(best, found);
  }
  for (const text of texts) {
    const fit = fitWords(role, split(text));
    if (fit) best = better(best, { fit, reason: `“${words}” fits “${text}”` });
  }
  // An office at another time may be a father's: what the description says of it counts for no more.
  return untimely && best.fit !== 'position' ? untimely : best;
}

/**
 * What the roles of a speaker say of an item: the mean, by statements, of the logarithms of their weights, so that one
 * slip among many roles decides nothing.
 */
export function weighRoles({ roles }: SpeakerToLink, item: WikidataItem): Evidence {
  const texts = [item.description, ...item.occupations.map(({ label }) => label)].filter((text) => text !== null);
  const counted = mostFrequent(roles);
  const all = counted.reduce((sum, { statements }) => sum + statements, 0);
  if (all === 0) return { weight: 1, reason: null };
  let logarithm = 0;
  let told: Found | null = null;
  for (const { words, statements, years } of counted) {
    const found = fitRole(words, years, item, texts);
    logarithm += (statements / all) * Math.log(WEIGHTS[found.fit]);
    if (found.reason) told = told ? better(told, found) : found;
  }
  return { weight: Math.exp(logarithm), reason: told?.reason ?? null };
}

/** Places with a name for those who live there, of which nobody is a citizen in Wikidata. */
const NO_STATES = new Set([
  'europe',
  'soviet union',
  'texas',
  'california',
  'florida',
  'catalonia',
  'chechnya',
  'kurdistan',
  'tibet',
]);
const BRITISH = new Set(['britain', 'england', 'scotland', 'wales']);

/** Whether words of roles name a country, which Wikidata may call otherwise ("People’s Republic of China"). */
function nameCountry(words: readonly string[], country: string): boolean {
  const called = country.toLowerCase();
  const parts = tellingWords(country);
  return (
    words.some((word) => {
      const place = DEMONYMS.get(word) ?? (PLACES.has(word) ? word : null);
      if (place && BRITISH.has(place) && called.includes('united kingdom')) return true;
      return place !== null && ` ${called} `.includes(` ${place} `);
    }) ||
    (parts.length > 0 && parts.every((part) => words.some((word) => sameWord(word, part))))
  );
}

/** Whether roles name the country whose citizen the item is, or another ("Norwegian minister"). */
export function weighCountry({ roles }: SpeakerToLink, item: WikidataItem): Evidence {
  const countries = item.citizenships.flatMap(({ label }) => label ?? []);
  const words = mostFrequent(roles).flatMap(({ words }) => tellingWords(words));
  const fitting = countries.find((country) => nameCountry(words, country));
  if (fitting) return { weight: COUNTRY_FITS, reason: `it is a citizen of ${fitting}, as the role says` };
  const told = words.find((word) => DEMONYMS.has(word) && !NO_STATES.has(DEMONYMS.get(word)!));
  if (!told || countries.length === 0 || tellingWords(item.description ?? '').some((word) => sameWord(word, told)))
    return { weight: 1, reason: null };
  return { weight: COUNTRY_DIFFERS, reason: `it is a citizen of ${countries.join(', ')}, and the role says “${told}”` };
}
