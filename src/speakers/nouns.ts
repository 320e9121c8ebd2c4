import { remembered } from '../text/index.ts';
import { DOCUMENT_NOUNS, ORGANIZATION_CLASSES } from './lexicon/organizations.ts';
import { GROUP_NOUNS, MAN_NOUNS, PARTISANS, PERSON_NOUNS, ROLES, TITLE_FORMS, WOMAN_NOUNS } from './lexicon/people.ts';
import { DEMONYMS } from './lexicon/places.ts';
import { DEFINITE, FUNCTION_WORDS, INDEFINITE } from './lexicon/words.ts';
import type { Reading } from './reading.ts';

/** What a noun can stand for when it is a speaker. */
export type NounKind = 'person' | 'group' | 'organization' | 'document' | 'thing';

/** A noun phrase up to its head, without what follows the head: "the former first lady", "Carvalho's aides". */
export interface Phrase {
  readonly first: number;
  readonly end: number;
  readonly head: number;
  readonly kind: NounKind;
  readonly plural: boolean;
  readonly definite: boolean;
}

/** The classes of organization (`ORGANIZATION_CLASSES`) by noun. */
export const CLASSES_OF: ReadonlyMap<string, readonly string[]> = (() => {
  const classes = new Map<string, string[]>();
  for (const [name, nouns] of Object.entries(ORGANIZATION_CLASSES)) {
    for (const noun of nouns) classes.set(noun, [...(classes.get(noun) ?? []), name]);
  }
  return classes;
})();

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Nouns in -men that are no plural of -man. */
const NO_PLURALS = list(
  'specimen regimen abdomen omen acumen semen stamen ramen lumen bitumen albumen cyclamen amen hymen',
);

/** Nouns that end as nouns for persons do. */
const NO_PERSONS = list(
  'talisman ottoman roman norman caiman cayman placeholder candleholder cupholder penholder pacemaker icemaker ' +
    'coffeemaker noisemaker career veneer reindeer median meridian obsidian valerian amphibian reptilian ' +
    'assist consist persist insist resist desist subsist twist checklist playlist shortlist waitlist blacklist ' +
    'whitelist watchlist wishlist hitlist setlist backlist',
);

/** Nouns in -ant for persons; most others ("covenant", "restaurant") are things. */
const PERSONS_IN_ANT = list(
  'accountant adjutant applicant aspirant assailant assistant attendant celebrant claimant combatant commandant complainant ' +
    'confidant consultant contestant debutant defendant descendant emigrant entrant immigrant infant informant ' +
    'inhabitant lieutenant litigant merchant migrant militant occupant participant peasant protestant registrant ' +
    'savant servant supplicant sycophant tenant tyrant vagrant',
);

/** The likely singular of an English plural; the word itself where it looks like none. */
export function singular(word: string): string {
  if (/men$/.test(word) && !NO_PLURALS.has(word)) return `${word.slice(0, -3)}man`;
  if (word === 'people') return 'person';
  if (word === 'children') return 'child';
  if (/ies$/.test(word) && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|us|is)$/.test(word) || !word.endsWith('s')) return word;
  if (/(?:ches|shes|xes|sses)$/.test(word)) return word.slice(0, -2);
  if (word === 'wives') return 'wife';
  return word.slice(0, -1);
}

const PERSON_ENDING =
  /(?:woman|[^u]man|person|ologist|ician|ivist|owner|goer|maker|holder|worker|leader|fighter|keeper|bearer)$/;

/** Inhabitants whose noun ends neither as "Belgian" nor as "Iraqi" does. */
const INHABITANTS = list('czech greek serb croat turk dane swede finn scot slovak briton kurd');

/** "the 24-year-old Czech", "a Belgian", "an Iraqi". */
const isInhabitant = (word: string): boolean => INHABITANTS.has(word) || (DEMONYMS.has(word) && /(?:an|i)$/.test(word));

const isPersonNoun = (word: string): boolean =>
  ROLES.has(word) ||
  PERSON_NOUNS.has(word) ||
  PARTISANS.has(word) ||
  PERSONS_IN_ANT.has(word) ||
  (TITLE_FORMS.has(word) && word.length > 3) ||
  (!NO_PERSONS.has(word) && !CLASSES_OF.has(word) && PERSON_ENDING.test(word));

function readKind(word: string): { readonly kind: NounKind; readonly plural: boolean } {
  if (/^(?:wo)?men$/.test(word) || word === 'people') return { kind: 'group', plural: true };
  const one = singular(word);
  const plural = one !== word;
  if (!plural && (isPersonNoun(word) || isInhabitant(word))) return { kind: 'person', plural: false };
  if (GROUP_NOUNS.has(word) && !(CLASSES_OF.has(word) && !plural)) return { kind: 'group', plural: true };
  if (plural && (isPersonNoun(one) || DEMONYMS.has(one))) return { kind: 'group', plural: true };
  if (!plural && CLASSES_OF.has(word)) return { kind: 'organization', plural: false };
  if (DOCUMENT_NOUNS.has(word) || DOCUMENT_NOUNS.has(one)) return { kind: 'document', plural };
  if (plural && CLASSES_OF.has(one)) return { kind: 'group', plural: true };
  if (/(?:ist|ian|eer)$/.test(one) && one.length > 5 && !NO_PERSONS.has(one))
    return plural ? { kind: 'group', plural } : { kind: 'person', plural };
  return { kind: 'thing', plural };
}

/** So many nouns are remembered. */
const MOST_NOUNS = 20_000;

/** What a head noun stands for, and whether it is plural. */
export const kindOfNoun = remembered(MOST_NOUNS, readKind);

const UTTERANCES = new Set(
  'quote quotation argument remark comment speech claim testimony answer criticism promise pledge vow stance opinion assertion contention complaint suggestion'.split(
    ' ',
  ),
);

/** "speech", "remarks": what is said by its owner, and is no document by itself. */
export function isUtterance(word: string): boolean {
  return UTTERANCES.has(singular(word));
}

/** 1 for a woman, -1 for a man, 0 where the noun tells neither. */
export function genderOfNoun(word: string): number {
  if (DEMONYMS.has(word) || NO_PERSONS.has(word)) return 0;
  if (WOMAN_NOUNS.has(word) || /woman$/.test(word)) return 1;
  if (MAN_NOUNS.has(word) || /(?:^|[^u])man$/.test(word)) return -1;
  return 0;
}

const opensPhrase = (pos: string): boolean =>
  pos === 'DET' || pos === 'ADJ' || pos === 'NUM' || pos === 'NOUN' || pos === 'PROPN';
const POSSESSIVE = /^(?:my|your|his|her|its|our|their|whose)$/;

/** Whether a token may stand inside a phrase, between its first word and its head. */
function inside(reading: Reading, i: number, first: number): boolean {
  const { form, pos } = reading.document.tokens[i]!;
  const word = reading.folded[i]!;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'NUM') return true;
  if (word === "'s" || form === "'" || form === '’')
    return i > first && reading.document.tokens[i - 1]!.end === reading.document.tokens[i]!.start;
  if (form === '-' || form === '/' || form === '%' || form === '$') return true;
  const next = reading.document.tokens[i + 1];
  if (pos === 'VERB' || pos === 'ADV')
    return (
      i > first &&
      next !== undefined &&
      (next.pos === 'NOUN' || next.pos === 'ADJ' || (pos === 'ADV' && next.pos === 'VERB')) &&
      !/^(?:NOUN|PROPN)$/.test(reading.document.tokens[i - 1]!.pos)
    );
  return false;
}

/** What tells that figures are numbers, and no persons. */
const OF_NUMBERS =
  /^(?:from|for|show|shows|showed|showing|released|published|compiled|suggest|suggested|indicate|indicated)$/;

const OF_PERSONS = /^(?:senior|leading|key|top|prominent|party|opposition|public|political|establishment|industry)$/;

/** What a head stands for, by the words beside it where it may stand for two things. */
export function kindOfHead({ folded }: Reading, head: number): { readonly kind: NounKind; readonly plural: boolean } {
  const [before, word, after = ''] = [folded[head - 1] ?? '', folded[head]!, folded[head + 1]];
  if (word === 'guard' && /^(?:coast|national)$/.test(before)) return { kind: 'organization', plural: false };
  // "Israeli and Palestinian officials": adjectives of what follows.
  const joined = /^(?:and|or|,)$/.test(after) && DEMONYMS.has(folded[head + 2] ?? '');
  if (joined && isInhabitant(word)) return { kind: 'thing', plural: false };
  if (word === 'figures' && !OF_PERSONS.test(before) && OF_NUMBERS.test(after))
    return { kind: 'document', plural: true };
  return kindOfNoun(word);
}

/** A phrase is read so far; a table of numbers must not cost its square. */
const MOST_WORDS = 40;

/** Reads the noun phrase that begins at a token, or gives null where none does. */
export function phraseAt(reading: Reading, first: number, limit: number): Phrase | null {
  if (first >= limit) return null;
  const { tokens } = reading.document;
  const opener = reading.folded[first]!;
  const { pos } = tokens[first]!;
  const determined = pos === 'DET' || POSSESSIVE.test(opener) || DEFINITE.has(opener) || INDEFINITE.has(opener);
  if (!determined && (!opensPhrase(pos) || (FUNCTION_WORDS.has(opener) && pos !== 'NUM'))) return null;
  let head = determined ? -1 : tokens[first]!.pos === 'NOUN' || pos === 'PROPN' ? first : -1;
  const last = Math.min(limit, first + MOST_WORDS);
  let at = first + 1;
  for (; at < last && inside(reading, at, first); at++) {
    const tag = tokens[at]!.pos;
    if (tag === 'NOUN' || tag === 'PROPN') head = at;
  }
  // "the 46-year-old", "the 22-year-olds"
  const closing = reading.folded[at - 1]!;
  if (/^olds?$/.test(closing) && tokens[at - 2]?.form === '-') {
    const plural = closing === 'olds';
    return { first, end: at, head: at - 1, kind: plural ? 'group' : 'person', plural, definite: DEFINITE.has(opener) };
  }
  // "a high school senior": what the tagger takes for an adjective behind its noun is the head.
  const closes = head >= 0 && at - 1 > head && tokens[at - 1]!.pos === 'ADJ' && isPersonNoun(closing);
  if (closes && !isPersonNoun(reading.folded[head]!)) head = at - 1;
  if (head < 0) return null;
  const { kind, plural } = kindOfHead(reading, head);
  const definite = DEFINITE.has(opener) || (head > first && reading.folded.slice(first, head).includes("'s"));
  return { first, end: head + 1, head, kind, plural, definite };
}

/** So far back a phrase before a relative pronoun is looked for. */
const LONGEST_PHRASE = 12;

/** The noun phrase, or the bare "those", right before a relative pronoun, whatever it stands for. */
export function phraseBefore(reading: Reading, at: number): Phrase | null {
  const { tokens } = reading.document;
  let end = at;
  while (end > 0 && /^[,(—–-]$/.test(tokens[end - 1]!.form)) end--;
  if (end === 0 || reading.sentenceOf[end - 1] !== reading.sentenceOf[at]) return null;
  if (/^(?:those|anyone|everyone|someone|people)$/.test(reading.folded[end - 1]!)) {
    const plural = reading.folded[end - 1] === 'those' || reading.folded[end - 1] === 'people';
    return { first: end - 1, end, head: end - 1, kind: plural ? 'group' : 'person', plural, definite: false };
  }
  // "Decree No. 114": the number comes behind the noun phrase.
  const close = reading.folded[end - 2] === 'no' && /^\d/.test(tokens[end - 1]!.form) ? end - 2 : end;
  const phrase = phraseUpTo(reading, close);
  if (!phrase || reading.folded[at] !== 'who' || speaks(phrase)) return phrase && { ...phrase, end };
  // "One worker at the Hull plant, who": who is no plant.
  const further = PREPOSITION.test(reading.folded[phrase.first - 1] ?? '') && phraseUpTo(reading, phrase.first - 1);
  return further && speaks(further) ? further : { ...phrase, end };
}

const PREPOSITION = /^(?:of|at|in|from|with|for|on)$/;

const speaks = ({ kind }: Phrase): boolean => kind === 'person' || kind === 'group';

/** The noun phrase that ends before a token, in its sentence. */
function phraseUpTo(reading: Reading, end: number): Phrase | null {
  if (end === 0) return null;
  const [opening] = reading.document.sentences[reading.sentenceOf[end - 1]!]!;
  for (let first = Math.max(opening, end - LONGEST_PHRASE); first < end; first++) {
    const phrase = phraseAt(reading, first, end);
    if (phrase?.end === end) return phrase;
    if (phrase) first = phrase.end - 1;
  }
  return null;
}

/** All noun phrases of a text that may stand for a speaker, in order. */
export function findPhrases(reading: Reading): Phrase[] {
  const phrases: Phrase[] = [];
  for (const [first, end] of reading.document.sentences) {
    for (let i = first; i < end; ) {
      const phrase = phraseAt(reading, i, end);
      if (!phrase) {
        i++;
        continue;
      }
      if (phrase.kind !== 'thing') phrases.push(phrase);
      i = phrase.end;
    }
  }
  return phrases;
}

/** A phrase's words before the head that describe it; determiners and possessives left out. */
export function modifiersOf(reading: Reading, { first, head }: Phrase): string[] {
  const words: string[] = [];
  for (let i = first; i < head; i++) {
    const word = reading.folded[i]!;
    if (/^[\p{L}\d]/u.test(word) && !FUNCTION_WORDS.has(word)) words.push(word);
  }
  return words;
}
