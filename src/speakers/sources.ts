import type { TokenRange } from '../text/index.ts';
import type { Entity } from './entities.ts';
import { FUNCTION_WORDS, HE, I, INDEFINITE, IT, SHE, THEY, WE, WHO, YOU } from './lexicon/words.ts';
import { looksPersonal } from './names.ts';
import { kindOfHead, type Phrase, phraseAt } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Referents } from './referent.ts';
import { isOpeningNoun, isShouted } from './runs.ts';

export type PronounClass = 'he' | 'she' | 'it' | 'they' | 'i' | 'we' | 'you' | 'who';

/** Roles that persons have and bodies: "the ferry's owner, Starlite Lines". */
const MAY_BE_BODIES = new Set(
  'owner operator maker manufacturer developer publisher sponsor supplier landlord regulator employer parent'.split(
    ' ',
  ),
);

/** What the words of a source are, before anything is looked up elsewhere in the article. */
export type Reference =
  | { readonly type: 'none' }
  | { readonly type: 'pronoun'; readonly at: number; readonly pronoun: PronounClass }
  /** A name that the article's entities hold. */
  | { readonly type: 'entity'; readonly entity: Entity; readonly range: TokenRange }
  /** Capitalised words that no entity holds. */
  | { readonly type: 'name'; readonly range: TokenRange; readonly person: boolean }
  | { readonly type: 'list'; readonly parts: readonly Reference[]; readonly range: TokenRange }
  /** A noun phrase; `range` holds its words with what belongs to them behind the head. */
  | { readonly type: 'phrase'; readonly phrase: Phrase; readonly range: TokenRange }
  /** Other words ("some", "22 percent"). */
  | { readonly type: 'words'; readonly range: TokenRange };

type List = Extract<Reference, { readonly type: 'list' }>;

/** A source is read so far; its speaker stands near its beginning. */
const LONGEST_SOURCE = 80;
/** An apposition's name begins within so many tokens behind the comma. */
const LONGEST_OPENING = 9;

/** Words that a source span may open with before the speaker. */
const OPENERS =
  /^(?:by|from|among|to|in|of|for|according|via|with|as|even|not|only|says|said|per|because|thanks|and|but|on|at)$/;
const RELATIVE = /^(?:who|whom|whose|which|that|when|where)$/;
/** Introduces a name behind a noun: "a 61-year-old farmer named …". */
const NAMING = /^(?:named|called|dubbed|alias|nicknamed)$/;
const QUANTITY =
  /^(?:some|many|most|few|several|all|both|others|half|none|majority|majorities|percent|%|much|more|those|these|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;
const CLITIC = /^'(?:s|ve|re|m|ll|d)$/;
/** What follows a name that stands for the noun before it. */
const BEHIND_NAME = /^(?:[,;(–—-]|who|whose|of|from|in)$/;
const BREAK = /^[,;:()–—“”"]$/;

const CLASSES: readonly (readonly [ReadonlySet<string>, PronounClass])[] = [
  [HE, 'he'],
  [SHE, 'she'],
  [IT, 'it'],
  [THEY, 'they'],
  [I, 'i'],
  [WE, 'we'],
  [YOU, 'you'],
  [WHO, 'who'],
];

export function pronounClass(word: string): PronounClass | null {
  return CLASSES.find(([words]) => words.has(word))?.[1] ?? null;
}

const isWord = (form: string): boolean => /[\p{L}\p{N}%$@#]/u.test(form);

/** Drops words and marks that frame a source but are not the speaker. */
function trim(reading: Reading, [first, end]: TokenRange): TokenRange {
  const { tokens } = reading.document;
  let a = first;
  let b = end;
  while (a < b && (!isWord(tokens[a]!.form) || (OPENERS.test(reading.folded[a]!) && b - a > 1))) a++;
  while (b > a && (!isWord(tokens[b - 1]!.form) || CLITIC.test(reading.folded[b - 1]!))) b--;
  return [a, b];
}

/** Where the first noun phrase of a source ends: before a comma, bracket, dash, preposition, verb or relative pronoun. */
function headEnd(reading: Reading, first: number, end: number): number {
  const { tokens } = reading.document;
  for (let i = first; i < end; i++) {
    const { form, pos } = tokens[i]!;
    const word = reading.folded[i]!;
    if (BREAK.test(form)) return i;
    if (i === first) continue;
    if (RELATIVE.test(word) || NAMING.test(word) || pos === 'ADP') return i;
    if (pos === 'PART' && word !== "'s" && form !== '’' && form !== "'") return i;
    if (form === '-' && tokens[i - 1]!.end !== tokens[i]!.start) return i;
    const describes = i + 1 < end && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]!.pos) && tokens[i - 1]!.pos !== 'NOUN';
    if (pos === 'VERB' && !reading.capital[i] && !describes) return i;
  }
  return end;
}

/** Reads the words of sources: which are names, lists, pronouns, noun phrases. */
export class SourceReader {
  readonly #reading: Reading;
  readonly #referents: Referents;

  constructor(reading: Reading, referents: Referents) {
    this.#reading = reading;
    this.#referents = referents;
  }

  /** Reads the tokens of one source span; what lies behind the end of its first paragraph is left out. */
  read([from, to]: TokenRange): Reference {
    const { document, folded, paragraphOf } = this.#reading;
    const close = from < to ? document.paragraphs[paragraphOf[from]!]![1] : to;
    const [first, end] = trim(this.#reading, [from, Math.min(to, close, from + LONGEST_SOURCE)]);
    if (first >= end) return { type: 'none' };
    const pronoun = pronounClass(folded[first]!);
    if (pronoun && end - first === 1) return { type: 'pronoun', at: first, pronoun };
    const list = this.#list(first, end);
    return list && this.#isTold(list) ? list : this.#single(first, end);
  }

  /** Whether a list can be named: by its names, or by the words used, which end at a bracket. */
  #isTold({ parts, range: [first, end] }: List): boolean {
    if (parts.every(({ type }) => type === 'entity')) return true;
    return !this.#reading.document.tokens.slice(first, end).some(({ form }) => form === '(');
  }

  /** "Nwosu and Sen. Ruth Abara", "Harbour News and Radio Nord"; null where "and" joins something smaller than speakers. */
  #list(first: number, end: number): List | null {
    const { document } = this.#reading;
    const { placeAt } = this.#referents;
    const and = this.#conjunction(first, end);
    if (and < 0) return null;
    const left = this.#single(first, and);
    if (left.type !== 'entity') return null;
    let comma = first;
    while (comma < and && document.tokens[comma]!.form !== ',') comma++;
    if (comma < and && this.#startsName(comma + 1, left.entity.kind !== 'person')) {
      const rest = this.#list(comma + 1, end);
      if (rest) return { type: 'list', parts: [left, ...rest.parts], range: [first, end] };
    }
    // "Jonas Weber, a scholar of labour and trade": what "and" joins stands within the apposition.
    if (comma < and && document.tokens[and - 1]!.form !== ',') return null;
    const inName = placeAt[and]?.referent.entity && placeAt[and - 1] === placeAt[and + 1];
    const right = this.#single(and + 1, end);
    if (inName || right.type === 'none' || (right.type === 'entity' && right.entity === left.entity)) return null;
    return { type: 'list', parts: [left, right], range: [first, end] };
  }

  /** The first "and" or "or" before a relative clause or a bracket that holds more than an acronym, or -1. */
  #conjunction(first: number, end: number): number {
    const { folded, document } = this.#reading;
    for (let i = first + 1; i < end - 1; i++) {
      const acronym = document.tokens[i + 2]?.form === ')' && isShouted(document.tokens[i + 1]!.form);
      if (RELATIVE.test(folded[i]!) || (document.tokens[i]!.form === '(' && !acronym)) return -1;
      if (/^(?:and|&|or)$/.test(folded[i]!)) return i;
    }
    return -1;
  }

  /**
   * Whether a name, with a title or without, begins at a token.
   *
   * @param article whether "the" may stand before it: behind a person it opens an apposition ("Weber, the Dorn mayor").
   */
  #startsName(at: number, article: boolean): boolean {
    const { folded, capital } = this.#reading;
    const from = article && folded[at] === 'the' ? at + 1 : at;
    for (let i = from, small = false; i < from + 5; i++) {
      const place = this.#referents.placeAt[i];
      if (place?.referent.entity) return place.first === i && (!small || place.titled <= from);
      small ||= !capital[i];
    }
    return false;
  }

  #single(from: number, to: number): Reference {
    const [first, end] = trim(this.#reading, [from, to]);
    if (first >= end) return { type: 'none' };
    const { folded, capital, document } = this.#reading;
    const close = headEnd(this.#reading, first, end);
    const named = this.#nameAtEnd(first, folded[close - 1] === "'s" ? close - 1 : close);
    // "Bread for All organizing director Sipho Dlamini": the words before the preposition are no speaker of their own.
    const titled = named?.type === 'entity' && named.entity.kind === 'person' ? null : this.#titled(first, end);
    if (titled ?? named) return titled ?? named!;
    const phrase = phraseAt(this.#reading, first, end);
    const renamed = phrase && this.#renamed(close, end, phrase);
    if (renamed) return renamed;
    if (phrase && !QUANTITY.test(folded[phrase.head]!)) {
      const { head, kind } = phrase;
      const proper = document.tokens[head]!.pos === 'PROPN' && kind === 'thing' && capital[head];
      return proper && !this.#isNoun(first, head)
        ? this.#unknownName(phrase.first, phrase.end)
        : { type: 'phrase', phrase, range: [first, end] };
    }
    if (capital[close - 1] && !FUNCTION_WORDS.has(folded[close - 1]!) && !this.#isNoun(first, close - 1))
      return this.#unknownName(first, close);
    return { type: 'words', range: [first, end] };
  }

  /** The entity whose name closes the first noun phrase: "former Lagos Gov. Felix Nwosu". */
  #nameAtEnd(first: number, close: number): Reference | null {
    const place = this.#referents.placeAt[close - 1];
    const entity = place?.referent.entity;
    if (!place || !entity || place.first < first - 1 || place.end < close) return null;
    if (entity.kind === 'people' && !entity.members.length) return null;
    return { type: 'entity', entity, range: [place.first, place.end] };
  }

  /** "Bread for All organizing director Sipho Dlamini": a name with its role right before the first comma or clause. */
  #titled(first: number, end: number): Reference | null {
    const { folded, document } = this.#reading;
    let close = first;
    while (close < end && !BREAK.test(document.tokens[close]!.form) && !RELATIVE.test(folded[close]!)) close++;
    const place = this.#referents.placeAt[close - 1];
    const entity = place?.referent.entity;
    if (!place || entity?.kind !== 'person' || place.end !== close || place.titled === place.first) return null;
    // "an aide to former President Marchenko" is not the president.
    const before = place.titled > first ? document.tokens[place.titled - 1]!.pos : '';
    const apart = /^(?:ADP|PART|PUNCT|CCONJ)$/.test(before);
    return apart ? null : { type: 'entity', entity, range: [place.first, place.end] };
  }

  /** "A company spokesman, Omar Haddad", "an academic named Tomasz Zielinski", "the secretary of the Treasury, Jakob Brandt". */
  #renamed(close: number, end: number, phrase: Phrase): Reference | null {
    const doubtful = phrase.kind === 'thing';
    const { folded, capital, document } = this.#reading;
    if (phrase.kind === 'group' || phrase.kind === 'document') return null;
    if (doubtful && (phrase.plural || document.tokens[phrase.head]!.pos !== 'NOUN')) return null;
    const opens = (i: number): boolean => document.tokens[i]!.form === ',' || NAMING.test(folded[i]!);
    let at = close;
    while (at < end && !opens(at) && !RELATIVE.test(folded[at]!) && document.tokens[at]!.form !== '(') at++;
    if (at >= end || !opens(at)) return null;
    for (let i = at + 1; i < Math.min(end, at + LONGEST_OPENING); i++) {
      const place = this.#referents.placeAt[i];
      const entity = place?.referent.entity;
      if (
        place &&
        entity &&
        place.first === i &&
        !place.modifier &&
        ((entity.kind === 'person') === (phrase.kind !== 'organization') || MAY_BE_BODIES.has(folded[phrase.head]!))
      ) {
        // A noun that tells no kind ("A locksmith, Bayani Reyes") may be followed by other things than a name.
        if (doubtful && place.end < end && !BEHIND_NAME.test(folded[place.end]!)) return null;
        return { type: 'entity', entity, range: [place.first, place.end] };
      }
      const inside =
        place || capital[i] || INDEFINITE.has(folded[i]!) || /^(?:NOUN|ADJ|PART)$/.test(document.tokens[i]!.pos);
      if (!inside) return null;
    }
    return null;
  }

  /** "Mourners", with a capital since it opens a sentence. */
  #isNoun(first: number, head: number): boolean {
    return first === head && isOpeningNoun(this.#reading, head);
  }

  #unknownName(first: number, end: number): Reference {
    const { folded, capital } = this.#reading;
    let from = first;
    while (from < end - 1 && (FUNCTION_WORDS.has(folded[from]!) || !capital[from])) from++;
    const known = this.#referents.placeAt[end - 1]?.referent.entity;
    if (known) return { type: 'entity', entity: known, range: [from, end] };
    return { type: 'name', range: [from, end], person: looksPersonal(this.#reading, [from, end]) };
  }
}

/** The kind that words without a name of their own speak as. */
export function kindOfWords(
  reading: Reading,
  [first, end]: TokenRange,
): 'person' | 'group' | 'organization' | 'document' {
  if (reading.folded[first] === 'one' && (end - first === 1 || reading.folded[first + 1] === 'of')) return 'person';
  for (let i = first; i < end; i++) if (QUANTITY.test(reading.folded[i]!)) return 'group';
  for (let i = headEnd(reading, first, end) - 1; i >= first; i--) {
    const { kind } = kindOfHead(reading, i);
    if (kind !== 'thing') return kind;
  }
  return 'group';
}
