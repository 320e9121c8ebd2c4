import { GIVEN_NAMES } from './lexicon/given-names.ts';
import { FAMILY_NAMES, ORGANIZATION_HEADS, OUTLETS } from './lexicon/organizations.ts';
import { isTitle, PARTISANS, PLURAL_FAMILY_NAMES } from './lexicon/people.ts';
import { DEMONYMS, PLACES } from './lexicon/places.ts';
import { DOUBTFUL_OPENERS, FUNCTION_WORDS, INSIDE_NAMES, OPENS_NAMES, PARTICLES } from './lexicon/words.ts';
import { kindOfNoun, singular } from './nouns.ts';
import type { Reading } from './reading.ts';

/** A word of a run: one token, or several joined by hyphens. */
export interface Part {
  readonly first: number;
  readonly end: number;
  readonly word: string;
  /** Written in capitals throughout, as acronyms are. */
  readonly shouted: boolean;
}

/** "FBI", "U.N." and "AFL", but neither "J." nor "III". */
export const isShouted = (form: string): boolean =>
  form.length > 1 &&
  /^[\p{Lu}\d&.]+$/u.test(form) &&
  !/^\p{Lu}\.$/u.test(form) &&
  !/^[IV]+$/.test(form) &&
  /\p{Lu}.*\p{Lu}/u.test(form);

export const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/;
const INITIAL = /^\p{Lu}\.$/u;
/** Second halves that make an adjective of a name: "Texas-based", "Nobel Prize-winning". */
const ADJECTIVAL = new Set(
  (
    'based born style winning only backed led owned run wide era related speaking educated trained level funded controlled ' +
    'occupied held made friendly sponsored brokered mediated appointed turned area elect like themed inspired linked ' +
    'allied aligned leaning affiliated bound free dominated supported listed type class year old'
  ).split(' '),
);

/** Verbs in the singular: what comes before them is no plural. */
const SINGULAR_VERB = /^(?:is|was|has|does|says|tells|wants|thinks|claims|argues|believes|insists|warns|plans|hopes)$/;

/**
 * "Lawmakers", "Polls", "Mourners": what wink-nlp takes for a name where a sentence opens with it. A plural is one that the
 * text never writes with a capital further on in a sentence. Peoples and parties are names.
 */
export function isOpeningNoun(reading: Reading, i: number): boolean {
  const word = reading.folded[i]!;
  const { kind, plural } = kindOfNoun(word);
  const one = singular(word);
  if (DEMONYMS.has(one) || PARTISANS.has(one)) return false;
  const inner = reading.inner.has(word);
  const family =
    GIVEN_NAMES.has(word) || GIVEN_NAMES.has(one) || FAMILY_NAMES.has(word) || PLURAL_FAMILY_NAMES.has(word);
  // "Page said" and "Banks said": names where the text writes them so elsewhere.
  if (plural && kind !== 'thing') return !inner || !family;
  if (kind === 'document') return !inner && !GIVEN_NAMES.has(word);
  if (inner || family || PLACES.has(word) || OUTLETS.has(word) || !/[a-z]{3}[^suia]s$/.test(word)) return false;
  const { folded } = reading;
  const subject = folded[i + 2] === 'that' ? folded[i + 3] : folded[i + 2];
  return !SINGULAR_VERB.test(folded[i + 1] ?? '') && !/^(?:he|she|it|its)$/.test(subject ?? '');
}

/** "Decree No. 114": a document by its noun, and nobody's name. */
function isNumberedDocument({ folded, document }: Reading, i: number): boolean {
  return (
    folded[i + 1] === 'no' &&
    kindOfNoun(folded[i]!).kind === 'document' &&
    /^\d/.test(document.tokens[i + 2]?.form ?? '')
  );
}

/** Whether a capitalised token can be part of a name, its place in the sentence considered. */
function canStand(reading: Reading, i: number): boolean {
  if (!reading.capital[i] || isNumberedDocument(reading, i)) return false;
  const word = reading.folded[i]!;
  const { pos, start, end } = reading.document.tokens[i]!;
  const next = reading.document.tokens[i + 1];
  const nextTall = next !== undefined && reading.capital[i + 1]! && next.start > end;
  const before = reading.document.tokens[i - 1];
  const opens =
    !before ||
    reading.sentenceOf[i - 1] !== reading.sentenceOf[i] ||
    /^[“"«:;—–([]$/.test(before.form) ||
    before.end === start;
  if (DOUBTFUL_OPENERS.has(word)) {
    const joined = next?.form === '-' && reading.capital[i + 2];
    const named = nextTall && !FUNCTION_WORDS.has(reading.folded[i + 1]!);
    return joined || (named && (!opens || pos === 'PROPN' || reading.document.tokens[i + 2]?.form === ','));
  }
  if (FUNCTION_WORDS.has(word)) {
    if (INITIAL.test(reading.document.tokens[i]!.form)) return nextTall;
    return !opens && nextTall && OPENS_NAMES.has(word);
  }
  if (opens && !nextTall && isOpeningNoun(reading, i)) return false;
  if (!opens || pos === 'PROPN') return true;
  if (nextTall && PLACES.has(`${word} ${reading.folded[i + 1]}`)) return true;
  if (GIVEN_NAMES.has(word) || PLACES.has(word) || DEMONYMS.has(word) || OUTLETS.has(word)) return true;
  if (nextTall && (pos === 'NOUN' || pos === 'ADJ' || pos === 'X')) return true;
  // A sentence that opens with a common noun: "Allies say", "Police announced".
  if (kindOfNoun(word).kind !== 'thing') return false;
  return !reading.small.has(word) && (pos === 'NOUN' || pos === 'X');
}

/** A run of capitals is cut after so many words; no name is longer. */
const LONGEST_NAME = 16;
/** Hyphens join so many tokens at most, themselves among them. */
const LONGEST_COMPOUND = 15;

/** Joins tokens that hyphens tie together, and particles between name words, into the parts of one run from `i` on. */
export function runFrom(reading: Reading, i: number): Part[] {
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
    } else if (
      !(parts.length > 0
        ? reading.capital[at] && (!FUNCTION_WORDS.has(word) || INSIDE_NAMES.has(word) || INITIAL.test(tokens[at]!.form))
        : canStand(reading, at))
    )
      break;
    let end = at + 1;
    let joined = word;
    while (
      end - at < LONGEST_COMPOUND &&
      reading.paragraphOf[end + 1] === reading.paragraphOf[i] &&
      tokens[end]?.form === '-' &&
      tokens[end]!.start === tokens[end - 1]!.end &&
      tokens[end + 1]?.start === tokens[end]!.end &&
      /^\p{L}/u.test(tokens[end + 1]!.form)
    ) {
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

/** Carries an organization's name on over "of", "for", "and": "Centre for Coastal Policy". Gives the token where it ends. */
export function organizationEnd(reading: Reading, end: number): number {
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
    if (
      (link === 'on' || link === 'in' || link === 'to') &&
      (PLACES.has(reading.folded[next]!) || tokens[next]!.pos === 'NUM')
    )
      return at;
    const run = runFrom(reading, next);
    if (!run.length) return at;
    // "the Guild of Smiths and the Dorn Chamber" are two; "the Ministry of Health and the Environment" is one.
    const another = link === 'and' && reading.folded[next - 1] === 'the';
    if (another && run.some((part) => ORGANIZATION_HEADS.has(part.word))) return at;
    const titled = run.findIndex((part, i) => i > 0 && isTitle(part.word) && !ORGANIZATION_HEADS.has(part.word));
    if (titled > 0) return run[titled - 1]!.end;
    at = run.at(-1)!.end;
    if (at - end > LONGEST_NAME) return at;
    linked = true;
  }
}

/** The words of a token range as parts, one token each. */
export function partsBetween(reading: Reading, from: number, to: number): Part[] {
  const parts: Part[] = [];
  for (let i = from; i < to; i++)
    if (/^[\p{L}\p{N}]/u.test(reading.document.tokens[i]!.form))
      parts.push({
        first: i,
        end: i + 1,
        word: reading.folded[i]!,
        shouted: isShouted(reading.document.tokens[i]!.form),
      });
  return parts;
}
