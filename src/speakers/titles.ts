import type { TokenRange } from '../text/index.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import {
  COURTESY,
  isTitle,
  OFFICES,
  OFFICES_OF,
  PARTISANS,
  ROLE_MODIFIERS,
  ROLES,
  TITLE_FORMS,
} from './lexicon/people.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { FUNCTION_WORDS, PARTICLES, SUFFIXES } from './lexicon/words.ts';
import { kindOfNoun, singular } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Part } from './runs.ts';

/** After these, "General" or "Chief" opens an organization's name and not a person's. */
const NOT_AFTER_TITLE = new Set(
  'electric motors mills dynamics assembly hospital foods election elections accounting'.split(' '),
);

/** A title before a name is read so far back. */
const LONGEST_TITLE = 16;

/** Whether a word that can be a title is part of a person's name: "Amos Porter King Jr.", "Clara Hunter Smith". */
function isWithinName(parts: readonly Part[], at: number): boolean {
  const behind = parts.slice(at + 1);
  if (at > 0 && behind.every(({ word }) => SUFFIXES.has(word))) return true;
  const { word } = parts[at]!;
  if (at === 0 || COURTESY.has(word) || TITLE_FORMS.has(word)) return false;
  // "Clara Brandt Adviser Tomas Weber", "Clara Hunter Now"
  const names = behind.filter((part) => !SUFFIXES.has(part.word) && !PARTICLES.has(part.word));
  if (names.length > 1) return false;
  if (GIVEN_NAMES.has(behind[0]!.word) || FUNCTION_WORDS.has(behind.at(-1)!.word)) return false;
  // "Charlotte Mayor Smith": a place that is a given name too.
  return (
    parts.slice(0, at).every((part, i) => GIVEN_NAMES.has(part.word) || (i > 0 && part.word.length === 1)) &&
    !PLACES.has(parts[0]!.word)
  );
}

/** Where a person's name begins within a run: after the last title, or at a given name behind words that are none. */
export function personStart(parts: readonly Part[]): number {
  for (let i = parts.length - 2; i >= 0; i--) {
    const { word } = parts[i]!;
    if (!isTitle(word)) continue;
    // "Dean Robert Smith" has a title, "Dean Smith" and "Marine de Wolf" have none.
    if (
      GIVEN_NAMES.has(word) &&
      !COURTESY.has(word) &&
      parts.slice(i + 1).filter((part) => !PARTICLES.has(part.word)).length < 2
    )
      continue;
    if (NOT_AFTER_TITLE.has(parts[i + 1]!.word) || isWithinName(parts, i)) continue;
    return i + 1;
  }
  for (let i = 1; i < parts.length - 1; i++) {
    if (!GIVEN_NAMES.has(parts[i]!.word)) continue;
    const before = parts.slice(0, i);
    const foreign = before.every(
      ({ word, shouted }) =>
        shouted ||
        PLACES.has(word) ||
        DEMONYMS.has(word) ||
        ORGANIZATION_HEADS.has(word) ||
        ROLE_MODIFIERS.has(word) ||
        OFFICES_OF.has(word) ||
        OUTLETS.has(word),
    );
    if (foreign) return i;
  }
  return 0;
}

/** Endings of nouns for those who do something. */
const AGENT = /(?:[^aeiou]er|or|ist|ian|man|woman|smith|wright|herd|ess)$/;

/**
 * How many words before a full name at the beginning of a sentence only say what the person does: 1 in "Sprinter Wanjiru
 * Kimani", whose first word has its capital from its place, and 0 in most names.
 */
export function describingWords(reading: Reading, parts: readonly Part[]): 0 | 1 {
  const [{ word, first, end }, ...name] = parts as readonly [Part, ...Part[]];
  const opens =
    first === 0 ||
    reading.sentenceOf[first - 1] !== reading.sentenceOf[first] ||
    /^[“"‘«:—–]$/.test(reading.document.tokens[first - 1]!.form);
  if (!opens || end > first + 1 || !(AGENT.test(word) || kindOfNoun(word).kind === 'person')) return 0;
  if (GIVEN_NAMES.has(word) || PLACES.has(word) || DEMONYMS.has(word) || OUTLETS.has(word)) return 0;
  const full = name.filter((part) => !PARTICLES.has(part.word) && !SUFFIXES.has(part.word));
  return full.length >= 2 && full.every((part) => part.word.length > 1 && !part.shouted) ? 1 : 0;
}

/** The role or title that stands right before a name in small letters: "conservative activist", "former president". */
export function titleBefore(reading: Reading, first: number): number {
  const { tokens } = reading.document;
  let at = first - 1;
  const word = reading.folded[at];
  if (!word || !(ROLES.has(word) || TITLE_FORMS.has(word) || (PARTISANS.has(word) && tokens[at]!.pos !== 'PUNCT')))
    return first;
  if (tokens[at]!.pos === 'VERB') return first;
  while (at > 0 && first - at < LONGEST_TITLE && reading.sentenceOf[at - 1] === reading.sentenceOf[first]) {
    const before = tokens[at - 1]!;
    const folded = reading.folded[at - 1]!;
    const inside =
      before.pos === 'NOUN' ||
      before.pos === 'PROPN' ||
      before.pos === 'ADJ' ||
      ROLE_MODIFIERS.has(folded) ||
      (before.form === '-' && at > 1) ||
      folded === "'s" ||
      folded === '/' ||
      (folded === 'of' && at > 1 && ROLES.has(reading.folded[at - 2]!) && OFFICES_OF.has(reading.folded[at]!));
    // "the then minister"; but "Then ministers left."
    const former = folded === 'then' && reading.folded[at - 2] === 'the';
    if (!former && (!inside || (FUNCTION_WORDS.has(folded) && folded !== 'of'))) break;
    at--;
  }
  return at;
}

/** A title may begin in small letters before the run: "former Lagos Gov." */
export function widen(reading: Reading, first: number): number {
  let at = first;
  while (at > 0 && first - at < LONGEST_TITLE && reading.sentenceOf[at - 1] === reading.sentenceOf[first]) {
    const { pos } = reading.document.tokens[at - 1]!;
    const word = reading.folded[at - 1]!;
    const office = word === 'of' && at > 1 && ROLES.has(reading.folded[at - 2]!) && OFFICES_OF.has(reading.folded[at]!);
    const place = reading.capital[at - 1]! && (PLACES.has(word) || DEMONYMS.has(word));
    if (office || place || ROLE_MODIFIERS.has(word) || ROLES.has(word) || (pos === 'ADJ' && !FUNCTION_WORDS.has(word)))
      at--;
    else break;
  }
  return at;
}

const isRole = (word: string): boolean => ROLES.has(word) || TITLE_FORMS.has(word) || PARTISANS.has(word);

/**
 * Whether an apposition with a role follows: "Horbenko, the secretary of …", "Fonseca, 52, a nurse",
 * "Malk, now a senator", "Quist, one of the union's leaders".
 */
export function appositionAfter(reading: Reading, end: number): TokenRange | null {
  const { tokens } = reading.document;
  if (tokens[end]?.form !== ',') return null;
  let first = end + 1;
  if (tokens[first]?.pos === 'NUM' && tokens[first + 1]?.form === ',') first += 2;
  const oneOf = reading.folded[first] === 'one' && reading.folded[first + 1] === 'of';
  const opener = /^(?:now|currently|also)$/.test(reading.folded[first] ?? '');
  let role = -1;
  for (
    let at = oneOf ? first + 2 : opener ? first + 1 : first;
    at < tokens.length && at < first + 12 && reading.sentenceOf[at] === reading.sentenceOf[end];
    at++
  ) {
    const word = reading.folded[at]!;
    const { form, pos } = tokens[at]!;
    if (isRole(oneOf ? singular(word) : word)) role = at;
    else if (pos === 'NOUN' || pos === 'PROPN') role = -1;
    else if (
      pos !== 'DET' &&
      pos !== 'ADJ' &&
      pos !== 'NUM' &&
      form !== '-' &&
      word !== "'s" &&
      form !== "'" &&
      form !== '’'
    )
      break;
  }
  return role >= first ? [first, role + 1] : null;
}

/** "The Advocate" in mid-sentence: the capital article makes a name even of a common noun. */
export function hasCapitalArticle(reading: Reading, first: number): boolean {
  const { tokens } = reading.document;
  return (
    tokens[first - 1]?.form === 'The' &&
    first > 1 &&
    reading.sentenceOf[first - 2] === reading.sentenceOf[first] &&
    !/^[“"(:]$/.test(tokens[first - 2]!.form)
  );
}

/** Whether a run is the label of somebody without a name in a transcript: "Caller: …", "UNIDENTIFIED WOMAN: …". */
export function isNamelessLabel(reading: Reading, parts: readonly Part[]): boolean {
  const [first, last] = [parts[0]!.first, parts.at(-1)!];
  if (reading.document.tokens[last.end]?.form !== ':') return false;
  const [opening] = reading.document.paragraphs[reading.paragraphOf[first]!]!;
  const opens = opening === first || !reading.capital.slice(opening, first).includes(true);
  return opens && /^(?:person|group)$/.test(kindOfNoun(last.word).kind) && !GIVEN_NAMES.has(parts[0]!.word);
}

/** Whether a run only tells an office or a party ("the President", "Bavarian Minister [of Finance]"): mentions read it as a noun. */
export function isMereTitle(reading: Reading, parts: readonly Part[]): boolean {
  const last = parts.at(-1)!;
  const { first } = parts[0]!;
  if (
    !ROLES.has(last.word) &&
    !TITLE_FORMS.has(last.word) &&
    !PARTISANS.has(last.word) &&
    !ROLE_MODIFIERS.has(last.word)
  )
    return false;
  if (GIVEN_NAMES.has(last.word) || hasCapitalArticle(reading, first)) return false;
  const determined = FUNCTION_WORDS.has(reading.folded[first - 1] ?? '');
  // A family name may be a title as well ("King says"): entities know whether one bears it.
  if (parts.length === 1 && /^the$/.test(reading.folded[first - 1] ?? ''))
    return OFFICES.has(last.word) || ROLE_MODIFIERS.has(last.word) || reading.small.has(last.word);
  if (parts.length === 1) return determined || reading.small.has(last.word) || ROLE_MODIFIERS.has(last.word);
  return parts.every(
    ({ word, shouted }) =>
      shouted ||
      isTitle(word) ||
      ROLE_MODIFIERS.has(word) ||
      PLACES.has(word) ||
      DEMONYMS.has(word) ||
      ORGANIZATION_HEADS.has(word) ||
      /^(?:south|north|new|west|east|hampshire|carolina|jersey|york|dakota|mexico|korea|virginia|zealand)$/.test(word),
  );
}
