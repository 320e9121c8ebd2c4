import type { TokenRange } from '../text/index.ts';
import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { NOT_PERSONS, ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import { COURTESY, OFFICES, OFFICES_OF, PARTISANS, ROLE_MODIFIERS, ROLES, TITLE_FORMS } from './lexicon/people.ts';
import { DEMONYMS, FAITHFUL, PLACES } from './lexicon/places.ts';
import { DOUBTFUL_OPENERS, FUNCTION_WORDS, INSIDE_NAMES, OPENS_NAMES, PARTICLES, SPEECH_VERBS, SUFFIXES } from './lexicon/words.ts';
import { kindOfNoun } from './nouns.ts';
import type { Reading } from './reading.ts';

export type NameKind = 'person' | 'organization' | 'place' | 'people';

/** A name where it stands in the text, titles before it left out. */
export interface Name {
  readonly first: number;
  readonly end: number;
  /** Folded words; those joined by a hyphen count as one ("mark-viverito"). */
  readonly words: readonly string[];
  readonly kind: NameKind;
  /** How much the form and the surroundings speak for a person; below zero: for something else. */
  readonly personal: number;
  /** The words before the name that tell an office or a courtesy title ("Republican presidential candidate", "Mr."). */
  readonly title: TokenRange | null;
}

/** A word of a run: one token, or several joined by hyphens. */
interface Part {
  readonly first: number;
  readonly end: number;
  readonly word: string;
  /** Written in capitals throughout, as acronyms are. */
  readonly shouted: boolean;
}

/** Names of organizations that are also common family names count only where no given name stands before them. */
const WEAK_HEADS = new Set('house church post star camp bar bank monitor sun guard globe court capital force union nation nurse center'.split(' '));
/** After these, "General" or "Chief" opens an organization's name and not a person's. */
const NOT_AFTER_TITLE = new Set('electric motors mills dynamics assembly hospital foods election elections accounting'.split(' '));

/** "FBI", "U.N." and "AFL", but neither "J." nor "III". */
const isShouted = (form: string): boolean =>
  form.length > 1 && /^[\p{Lu}\d&.]+$/u.test(form) && !/^\p{Lu}\.$/u.test(form) && !/^[IV]+$/.test(form) && /\p{Lu}.*\p{Lu}/u.test(form);

export const isTitle = (word: string): boolean =>
  COURTESY.has(word) || TITLE_FORMS.has(word) || ROLES.has(word) || PARTISANS.has(word);

const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/;
const INITIAL = /^\p{Lu}\.$/u;
/** Second halves that make an adjective of a name: "Texas-based", "Nobel Prize-winning". */
const ADJECTIVAL = new Set(
  (
    'based born style winning only backed led owned run wide era related speaking educated trained level funded controlled ' +
    'occupied held made friendly sponsored brokered mediated appointed turned area elect like themed inspired linked ' +
    'allied aligned leaning affiliated bound free dominated supported listed type class year old'
  ).split(' '),
);

/** Whether a capitalised token can be part of a name, its place in the sentence considered. */
function canStand(reading: Reading, i: number): boolean {
  if (!reading.capital[i]) return false;
  const word = reading.folded[i]!;
  const { pos, start, end } = reading.document.tokens[i]!;
  const next = reading.document.tokens[i + 1];
  const nextTall = next !== undefined && reading.capital[i + 1]! && next.start > end;
  const before = reading.document.tokens[i - 1];
  const opens =
    !before || reading.sentenceOf[i - 1] !== reading.sentenceOf[i] || /^[“"«:;—–(\[]$/.test(before.form) || before.end === start;
  if (DOUBTFUL_OPENERS.has(word)) {
    const joined = next?.form === '-' && reading.capital[i + 2];
    const named = nextTall && !FUNCTION_WORDS.has(reading.folded[i + 1]!);
    return joined || (named && (!opens || pos === 'PROPN' || reading.document.tokens[i + 2]?.form === ','));
  }
  if (FUNCTION_WORDS.has(word)) {
    if (INITIAL.test(reading.document.tokens[i]!.form)) return nextTall;
    return !opens && nextTall && OPENS_NAMES.has(word);
  }
  if (!opens || pos === 'PROPN') return true;
  if (GIVEN_NAMES.has(word) || PLACES.has(word) || DEMONYMS.has(word) || OUTLETS.has(word)) return true;
  if (nextTall && (pos === 'NOUN' || pos === 'ADJ' || pos === 'X')) return true;
  // A sentence that opens with a common noun: "Allies say", "Police announced".
  if (kindOfNoun(word).kind !== 'thing') return false;
  return !reading.small.has(word) && (pos === 'NOUN' || pos === 'X');
}

/** A run of capitals is cut after so many words; no name is longer. */
const LONGEST_NAME = 16;
/** A title before a name is read so far back. */
const LONGEST_TITLE = 16;

/** Joins tokens that hyphens tie together, and particles between name words, into the parts of one run from `i` on. */
function runFrom(reading: Reading, i: number): Part[] {
  const { tokens } = reading.document;
  const parts: Part[] = [];
  let at = i;
  while (at < tokens.length && parts.length < LONGEST_NAME && reading.paragraphOf[at] === reading.paragraphOf[i]) {
    const word = reading.folded[at]!;
    const particle = parts.length > 0 && PARTICLES.has(word) && !reading.capital[at];
    if (particle) {
      let after = at + 1;
      if (PARTICLES.has(reading.folded[after] ?? '')) after++;
      if (tokens[after]?.form === '-' ? !reading.capital[after + 1] : !reading.capital[after]) break;
    } else if (!(parts.length > 0 ? reading.capital[at] && (!FUNCTION_WORDS.has(word) || INSIDE_NAMES.has(word) || INITIAL.test(tokens[at]!.form)) : canStand(reading, at))) break;
    let end = at + 1;
    let joined = word;
    while (tokens[end]?.form === '-' && tokens[end]!.start === tokens[end - 1]!.end && tokens[end + 1]?.start === tokens[end]!.end && /^\p{L}/u.test(tokens[end + 1]!.form)) {
      joined += `-${reading.folded[end + 1]}`;
      end += 2;
    }
    if (ADJECTIVAL.has(reading.folded[end - 1]!) && end > at + 1) break;
    parts.push({ first: at, end, word: joined, shouted: isShouted(tokens[at]!.form) });
    at = end;
    if (tokens[at] && reading.sentenceOf[at] !== reading.sentenceOf[at - 1] && !/\.$/.test(tokens[at - 1]!.form)) break;
  }
  return parts;
}

/** Carries an organization's name on over "of", "for", "and": "Center for Responsive Politics". Gives the token where it ends. */
function organizationEnd(reading: Reading, end: number): number {
  const { tokens } = reading.document;
  let at = end;
  let linked = false;
  for (;;) {
    let next = at;
    const link = reading.folded[next];
    if (link === 'of' || link === 'for' || (linked && (link === 'and' || link === '&'))) next++;
    else if (link === 'on' || link === 'in' || link === 'against' || link === 'to') next++;
    else return at;
    if (reading.folded[next] === 'the') next++;
    if (ORDINAL.test(reading.folded[next] ?? '')) next++;
    if (!tokens[next] || !reading.capital[next] || FUNCTION_WORDS.has(reading.folded[next]!)) return at;
    if ((link === 'and' || link === '&') && GIVEN_NAMES.has(reading.folded[next]!)) return at;
    if ((link === 'on' || link === 'in' || link === 'to') && (PLACES.has(reading.folded[next]!) || tokens[next]!.pos === 'NUM')) return at;
    const run = runFrom(reading, next);
    if (!run.length) return at;
    const titled = run.findIndex((part, i) => i > 0 && isTitle(part.word) && !ORGANIZATION_HEADS.has(part.word));
    if (titled > 0) return run[titled - 1]!.end;
    at = run.at(-1)!.end;
    if (at - end > LONGEST_NAME) return at;
    linked = true;
  }
}

/** Where a person's name begins within a run: after the last title, or at a given name behind words that are none. */
function personStart(parts: readonly Part[]): number {
  for (let i = parts.length - 2; i >= 0; i--) {
    const { word } = parts[i]!;
    if (!isTitle(word)) continue;
    // "Dean Robert Smith" has a title, "Dean Smith" and "Marine Le Pen" have none.
    if (GIVEN_NAMES.has(word) && !COURTESY.has(word) && parts.slice(i + 1).filter((part) => !PARTICLES.has(part.word)).length < 2) continue;
    if (NOT_AFTER_TITLE.has(parts[i + 1]!.word)) continue;
    return i + 1;
  }
  for (let i = 1; i < parts.length - 1; i++) {
    if (!GIVEN_NAMES.has(parts[i]!.word)) continue;
    const before = parts.slice(0, i);
    const foreign = before.every(
      ({ word, shouted }) =>
        shouted || PLACES.has(word) || DEMONYMS.has(word) || ORGANIZATION_HEADS.has(word) || ROLE_MODIFIERS.has(word) || OFFICES_OF.has(word) || OUTLETS.has(word),
    );
    if (foreign) return i;
  }
  return 0;
}

/** The role or title that stands right before a name in small letters: "conservative activist", "former president". */
function titleBefore(reading: Reading, first: number): number {
  const { tokens } = reading.document;
  let at = first - 1;
  const word = reading.folded[at];
  if (!word || !(ROLES.has(word) || TITLE_FORMS.has(word) || (PARTISANS.has(word) && tokens[at]!.pos !== 'PUNCT'))) return first;
  if (tokens[at]!.pos === 'VERB') return first;
  while (at > 0 && first - at < LONGEST_TITLE && reading.sentenceOf[at - 1] === reading.sentenceOf[first]) {
    const before = tokens[at - 1]!;
    const folded = reading.folded[at - 1]!;
    const inside =
      before.pos === 'NOUN' || before.pos === 'PROPN' || before.pos === 'ADJ' || ROLE_MODIFIERS.has(folded) ||
      (before.form === '-' && at > 1) || folded === "'s" || folded === '/' ||
      (folded === 'of' && at > 1 && ROLES.has(reading.folded[at - 2]!) && OFFICES_OF.has(reading.folded[at]!));
    if (!inside || FUNCTION_WORDS.has(folded) && folded !== 'of') break;
    at--;
  }
  return at;
}

/** Whether an apposition with a role follows: "Danilov, the secretary of …", "Garcia, 34, a nurse". */
export function appositionAfter(reading: Reading, end: number): TokenRange | null {
  const { tokens } = reading.document;
  if (tokens[end]?.form !== ',') return null;
  let first = end + 1;
  if (tokens[first]?.pos === 'NUM' && tokens[first + 1]?.form === ',') first += 2;
  let role = -1;
  for (let at = first; at < tokens.length && at < first + 12 && reading.sentenceOf[at] === reading.sentenceOf[end]; at++) {
    const word = reading.folded[at]!;
    const { form, pos } = tokens[at]!;
    if (ROLES.has(word) || TITLE_FORMS.has(word) || PARTISANS.has(word)) role = at;
    else if (pos === 'NOUN' || pos === 'PROPN') role = -1;
    else if (pos !== 'DET' && pos !== 'ADJ' && pos !== 'NUM' && form !== '-' && word !== "'s" && form !== "'" && form !== '’') break;
  }
  return role >= first ? [first, role + 1] : null;
}

/** Weighs whether a name is a person's by its form and its neighbours. */
function weighPerson(reading: Reading, parts: readonly Part[], title: TokenRange | null): number {
  const { tokens } = reading.document;
  const words = parts.map((part) => part.word);
  const last = words.at(-1)!;
  const { first } = parts[0]!;
  const { end } = parts.at(-1)!;
  let score = 0;
  if (title) score += 4;
  if (words.length > 1 && GIVEN_NAMES.has(words[0]!)) score += 4;
  if (words.length > 1 && words.length < 5) score += 1;
  if (words.length > 5) score -= 3;
  if (words.length > 2 && words.slice(1, -1).some((word) => word.length === 1)) score += 3;
  if (SUFFIXES.has(last) && words.length > 2) score += 3;
  if (words.length > 1 && ORGANIZATION_HEADS.has(last) && !(words.length === 2 && GIVEN_NAMES.has(words[0]!) && WEAK_HEADS.has(last))) score -= 8;
  else if (words.slice(1).some((word) => (ORGANIZATION_HEADS.has(word) || NOT_PERSONS.has(word)) && (words.length > 2 || !WEAK_HEADS.has(word)))) score -= 3;
  if (words.length > 1 && NOT_PERSONS.has(last)) score -= 6;
  if (isPeople(last) && !title) score -= 12;
  if (PLACES.has(words.join(' '))) score -= 6;
  else if (words.length > 1 && (PLACES.has(words[0]!) || DEMONYMS.has(words[0]!)) && !GIVEN_NAMES.has(words[0]!)) score -= 3;
  if (OUTLETS.has(words.join(' ')) || OUTLETS.has(words[0]!)) score -= 4;
  if (parts.some((part) => part.shouted)) score -= 3;
  if (reading.folded[first - 1] === 'the' && !title) score -= 3;
  if (words.length > 1 && words.some((word) => reading.small.has(word) && !GIVEN_NAMES.has(word) && !PARTICLES.has(word) && word.length > 1)) score -= 1;
  if (SPEECH_VERBS.has(reading.folded[end] ?? '')) score += 1;
  if (reading.folded[end] === 'who' || (tokens[end]?.form === ',' && reading.folded[end + 1] === 'who')) score += 3;
  if (tokens[end]?.form === ',' && /^\d{1,3}$/.test(tokens[end + 1]?.form ?? '') && tokens[end + 2]?.form === ',') score += 4;
  if (tokens[end]?.form === '(' && /^[RDI]$/.test(tokens[end + 1]?.form ?? '')) score += 4;
  if (appositionAfter(reading, end)) score += 3;
  return score;
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
  const start = personStart(parts);
  const tail = parts.slice(start);
  const headed = parts.some((part) => ORGANIZATION_HEADS.has(part.word) && !ROLES.has(part.word));
  const closed =
    ORGANIZATION_HEADS.has(last.word) &&
    !ROLES.has(last.word) &&
    !(tail.length <= 2 && WEAK_HEADS.has(last.word) && (start > 0 || GIVEN_NAMES.has(tail[0]!.word)));
  if (closed || (headed && start === 0)) {
    const end = organizationEnd(reading, last.end);
    if (closed || end > last.end) {
      const all = end > last.end ? [...parts, ...partsBetween(reading, last.end, end)] : parts;
      const { first } = parts[0]!;
      return nameOf(reading, ORDINAL.test(reading.folded[first - 1] ?? '') ? [...partsBetween(reading, first - 1, first), ...all] : all, null, true);
    }
  }
  const before = start === 0 ? titleBefore(reading, parts[0]!.first) : widen(reading, parts[0]!.first);
  const title: TokenRange | null = before < tail[0]!.first ? [before, tail[0]!.first] : null;
  return nameOf(reading, tail, title, false);
}

/** A title may begin in small letters before the run: "former Florida Gov." */
function widen(reading: Reading, first: number): number {
  let at = first;
  while (at > 0 && first - at < LONGEST_TITLE && reading.sentenceOf[at - 1] === reading.sentenceOf[first]) {
    const { pos } = reading.document.tokens[at - 1]!;
    const word = reading.folded[at - 1]!;
    const office = word === 'of' && at > 1 && ROLES.has(reading.folded[at - 2]!) && OFFICES_OF.has(reading.folded[at]!);
    const place = reading.capital[at - 1]! && (PLACES.has(word) || DEMONYMS.has(word));
    if (office || place || ROLE_MODIFIERS.has(word) || ROLES.has(word) || (pos === 'ADJ' && !FUNCTION_WORDS.has(word))) at--;
    else break;
  }
  return at;
}

function partsBetween(reading: Reading, from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (let i = from; i < to; i++) if (/^[\p{L}\p{N}]/u.test(reading.document.tokens[i]!.form)) parts.push({ first: i, end: i + 1, word: reading.folded[i]!, shouted: false });
  return parts;
}

/** "The Advocate" in mid-sentence: the capital article makes a name even of a common noun. */
export function hasCapitalArticle(reading: Reading, first: number): boolean {
  const { tokens } = reading.document;
  return tokens[first - 1]?.form === 'The' && first > 1 && reading.sentenceOf[first - 2] === reading.sentenceOf[first] && !/^[“"(:]$/.test(tokens[first - 2]!.form);
}

/** Whether a run only tells an office or a party ("the President", "Missouri Secretary [of State]"): mentions read it as a noun. */
function isMereTitle(reading: Reading, parts: readonly Part[]): boolean {
  const last = parts.at(-1)!;
  const { first } = parts[0]!;
  if (!ROLES.has(last.word) && !TITLE_FORMS.has(last.word) && !PARTISANS.has(last.word) && !ROLE_MODIFIERS.has(last.word)) return false;
  if (GIVEN_NAMES.has(last.word) || hasCapitalArticle(reading, first)) return false;
  const determined = FUNCTION_WORDS.has(reading.folded[first - 1] ?? '');
  // A family name may be a title as well ("King says"): entities know whether one bears it.
  if (parts.length === 1 && /^the$/.test(reading.folded[first - 1] ?? '')) return OFFICES.has(last.word) || ROLE_MODIFIERS.has(last.word) || reading.small.has(last.word);
  if (parts.length === 1) return determined || reading.small.has(last.word) || ROLE_MODIFIERS.has(last.word);
  return parts.every(
    ({ word, shouted }) =>
      shouted || isTitle(word) || ROLE_MODIFIERS.has(word) || PLACES.has(word) || DEMONYMS.has(word) || ORGANIZATION_HEADS.has(word) || /^(?:south|north|new|west|east|hampshire|carolina|jersey|york|dakota|mexico|korea|virginia|zealand)$/.test(word),
  );
}

/** "National Security" before "and Defense Council": the first half of an organization's name. */
function isFirstHalf(reading: Reading, left: Name, right: Name): boolean {
  if (right.kind !== 'organization' || left.kind !== 'organization' || left.end + 1 !== right.first || reading.folded[left.end] !== 'and') return false;
  if (!ORGANIZATION_HEADS.has(right.words.at(-1)!) && !right.words.some((word) => word === 'of' || word === 'for')) return false;
  const opened = reading.folded[left.first - 1] === 'the' || reading.folded[left.first - 1] === "'s";
  return opened && left.title === null && !left.words.some((word) => ORGANIZATION_HEADS.has(word) || word.length === 1) && !isShouted(reading.document.tokens[left.first]!.form);
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
    const name = isMereTitle(reading, parts) ? null : readRun(reading, parts);
    i = Math.max(name?.end ?? 0, parts.at(-1)!.end);
    const before = names.at(-1);
    if (name && before && isFirstHalf(reading, before, name)) names[names.length - 1] = { ...name, first: before.first, words: [...before.words, 'and', ...name.words] };
    else if (name) names.push(name);
  }
  return names;
}
