import { remembered } from '../../text/index.ts';
import { ORGANIZATION_HEADS } from '../lexicon/organizations.ts';
import { DEMONYMS, PLACES } from '../lexicon/places.ts';
import { LONGEST_NAME, plain, setOf } from './spelling.ts';
import type { Comparison } from './types.ts';

/** A lone name that could be one of letters. */
const LONE = /^\p{L}{2,7}$/u;
const LINKS = setOf('of the for and in on to against at de du des la le und y e');
/** Forms of companies, which come and go with the page of the newspaper. */
const LEGAL = setOf(
  'inc incorporated ltd limited llc llp plc gmbh ag sa nv bv corp corporation co oy ab as spa srl pty kk',
);
/** One word in the spellings of two countries, or in short. */
const WRITTEN_OUT: ReadonlyMap<string, string> = new Map(
  (
    'defence:defense labour:labor centre:center organisation:organization programme:program harbour:harbor theatre:theater ' +
    'int:international intl:international natl:national dept:department govt:government univ:university assn:association ' +
    'assoc:association comm:committee cttee:committee admin:administration agcy:agency bros:brothers mfg:manufacturing ' +
    'us:america usa:america uk:britain un:un eu:eu cie:company ministries:ministry colour:color neighbour:neighbor'
  )
    .split(' ')
    .map((entry) => entry.split(':') as [string, string]),
);
/** Heads that stand before "of" or behind what they are for, and mean the same: "Ministry of Defence", "Defence Ministry". */
const MOVABLE = setOf(
  'ministry department dept office bureau council association federation union chamber committee commission agency ' +
    'embassy secretariat directorate institute league society board authority administration campaign',
);
/** What says little by itself: every town has one. */
const COMMON = setOf(
  'police council city county town board school court committee government administration parliament senate house congress ' +
    'assembly ministry department office company campaign party union hospital university college church army navy bank ' +
    'fire health district state federal national local public sheriff sheriffs clinic foundation museum library service ' +
    'group team club agency commission authority center district attorney attorneys times gazette herald post news journal ' +
    'tribune star sun telegraph mail press daily newspaper paper magazine firm association society institute league cabinet ' +
    'embassy airport station radio television regional municipal prosecutor prosecutors mayor mayors governor governors ' +
    'president presidents parks department transport',
);

/** Bodies that a paper names so because there is one of them where it appears. */
const SINGULAR = setOf('congress senate parliament cabinet house navy army');
/** Last words of newspapers' names: with another word before them, they name one paper ("Daily Mail"). */
const PRESS = setOf('times gazette herald post journal tribune star sun telegraph mail press');

interface Organization {
  /** Content words in order, spelt one way, without the place it is of. */
  readonly words: readonly string[];
  /** The words that name a place, in one form for country and people. */
  readonly places: readonly string[];
  /** First letters of the long name, the letters of an acronym or of a short lone name, or null. */
  readonly acronym: string | null;
  /** The name is nothing but letters: "NBV". */
  readonly lettersOnly: boolean;
  /** Whether the order of its words tells it from others: "Embassy of Veltria in Karsland", "University of Carrow". */
  readonly ordered: boolean;
}

/** "veltrian" and "veltria", "american" and "america": one form for a country and its people. */
function placeForm(word: string): string | null {
  const country = DEMONYMS.get(word) ?? DEMONYMS.get(word.replace(/s$/, ''));
  if (country) return country.split(' ')[0]!;
  if (PLACES.has(word)) return word;
  return null;
}

/** Adjectives in -an and nouns in -a of countries that no lexicon has are one word. */
const stem = (word: string): string =>
  word.length > 5 ? word.replace(/ians?$/, 'ia').replace(/(?<=[^s])s$/, '') : word;

/** Takes an organization's name apart. Takes any string; what is longer than `LONGEST_NAME` is cut. */
export const readOrganization: (name: string) => Organization = remembered(20_000, (name) => {
  const text = name.slice(0, LONGEST_NAME).replace(/^(?:the|The|THE)\s+/u, '');
  const lettersOnly = /^(?:\p{Lu}\.?){2,7}$/u.test(text.trim()) && !COMMON.has(plain(text).trim());
  const spelt = plain(
    text
      .replace(/['’]s\b/gu, 's')
      .replace(/&/gu, ' and ')
      .replace(/\b(?:\p{L}\.){2,}/gu, (letters) => letters.replace(/\./g, '')),
  );
  const all = spelt.split(/[^\p{L}\p{N}]+/u).filter((word) => word && !(word === 'l' && /int.?l|nat.?l/.test(spelt)));
  const content = all
    .map((word) => WRITTEN_OUT.get(word) ?? word)
    .filter((word) => !LEGAL.has(word) || all.length === 1);
  const bare = content.filter((word) => !LINKS.has(word));
  const order = MOVABLE.has(bare[0] ?? '') && content[1] === 'of' ? [...bare.slice(1), bare[0]!] : bare;
  const words: string[] = [];
  const places: string[] = [];
  for (const word of order) {
    const place = placeForm(word);
    if (place) places.push(place);
    else words.push(order.length > 1 ? stem(word) : word);
  }
  const letters = bare.map((word) => word[0]!).join('');
  // A lone name may be written in capitals: "Nato" and "NATO".
  const lone = all.length === 1 && LONE.test(all[0]!) ? all[0]! : null;
  const acronym = lettersOnly ? all.join('') : bare.length >= 3 ? letters : lone;
  return {
    words,
    places,
    acronym,
    lettersOnly,
    ordered: !bare.some((word) => MOVABLE.has(word)) || content.some((word) => /^(?:in|to|against)$/.test(word)),
  };
});

/** Whether an organization's name means one body anywhere, and not whichever the article is about. */
export function isProperOrganization({ words, places, lettersOnly }: Organization): boolean {
  if (lettersOnly) return true;
  if (words.length === 0) return places.length > 0;
  if (!words.every((word) => COMMON.has(word))) return true;
  if (words.length === 1) return SINGULAR.has(words[0]!);
  // Every country has its departments of state; this one is known by no other name.
  return PRESS.has(words.at(-1)!) || words.join(' ') === 'state department';
}

const sorted = (words: readonly string[]): string => [...words].sort().join(' ');

/** What the words of a name are compared by: in any order where no small word makes the order tell. */
export const wordsKey = ({ words, places, ordered }: Organization): string =>
  ordered ? `${[...words].join(' ')}|${places.join(' ')}` : sorted([...words, ...places]);

/**
 * Whether two names of organizations are one body's, by the names alone. Symmetric; indifferent to case, marks and
 * "the". A short form ("the Times") and a body whose place only one name tells are `unsure`.
 */
export function compareOrganizations(a: string, b: string): Comparison {
  const [one, other] = [readOrganization(a), readOrganization(b)];
  if (one.lettersOnly !== other.lettersOnly) {
    const fits = one.acronym !== null && one.acronym === other.acronym;
    return fits
      ? { verdict: 'same', reason: 'the letters of the name, or the name in capitals' }
      : { verdict: 'different', reason: 'the letters do not stand for the name' };
  }
  if (one.lettersOnly)
    return one.acronym === other.acronym
      ? { verdict: 'same', reason: 'the same letters' }
      : { verdict: 'different', reason: 'other letters' };
  if (wordsKey(one) === wordsKey(other)) return { verdict: 'same', reason: 'the same words' };
  return compareWords(one, other);
}

function compareWords(a: Organization, b: Organization): Comparison {
  const only = (left: readonly string[], right: readonly string[]) => left.filter((word) => !right.includes(word));
  const all = (of: Organization) => [...of.words, ...of.places];
  const [left, right] = [only(all(a), all(b)), only(all(b), all(a))];
  if (left.length && right.length)
    return { verdict: 'different', reason: `names differ: ${left.join(' ')}, ${right.join(' ')}` };
  const more = left.length ? left : right;
  const [short] = left.length ? [b] : [a];
  if (more.length === 0) return { verdict: 'different', reason: 'the same words in another order' };
  // "Marlow" beside "Marlow Industries": what is shared must be more than a place.
  const shared = short.words.some((word) => !placeForm(word));
  const other = more.some((word) => ORGANIZATION_HEADS.has(word) && !COMMON.has(word));
  if (!shared || (other && short.words.some((word) => ORGANIZATION_HEADS.has(word) && !COMMON.has(word))))
    return { verdict: 'different', reason: `names differ: ${more.join(' ')}` };
  return { verdict: 'unsure', reason: `only one name says: ${more.join(' ')}` };
}
