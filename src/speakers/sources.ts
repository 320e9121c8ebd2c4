import type { TokenRange } from '../text/index.ts';
import type { Entity } from './entities.ts';
import { FUNCTION_WORDS, HE, I, INDEFINITE, IT, SHE, THEY, WE, WHO, YOU } from './lexicon/words.ts';
import { kindOfNoun, type Phrase, phraseAt } from './nouns.ts';
import type { Reading } from './reading.ts';
import type { Referents } from './referents.ts';

export type PronounClass = 'he' | 'she' | 'it' | 'they' | 'i' | 'we' | 'you' | 'who';

/** What the words of a source are, before anything is looked up elsewhere in the article. */
export type Reference =
  | { readonly type: 'none' }
  | { readonly type: 'pronoun'; readonly at: number; readonly pronoun: PronounClass }
  /** A name the article's entities hold. */
  | { readonly type: 'entity'; readonly entity: Entity; readonly range: TokenRange }
  /** Capitalised words that no entity holds. */
  | { readonly type: 'name'; readonly range: TokenRange }
  | { readonly type: 'list'; readonly parts: readonly Reference[]; readonly range: TokenRange }
  /** A noun phrase; `range` holds its words with what belongs to them behind the head. */
  | { readonly type: 'phrase'; readonly phrase: Phrase; readonly range: TokenRange }
  /** Other words ("some", "22 percent"). */
  | { readonly type: 'words'; readonly range: TokenRange };

/** A source is read so far; its speaker stands near its beginning. */
const LONGEST_SOURCE = 80;

/** Words before the speaker that a source span may open with. */
const OPENERS = /^(?:by|from|among|to|in|of|for|according|via|with|as|even|not|only|says|said|per|because|thanks|and|but|on|at)$/;
/** Introduces a name behind a noun: "a 70-year-old academic named …". */
const NAMING = /^(?:named|called|dubbed|alias|nicknamed)$/;
const QUANTITY = /^(?:some|many|most|few|several|all|both|others|half|none|majority|majorities|percent|%|much|more|those|these|two|three|four|five|six|seven|eight|nine|ten|dozens|hundreds|thousands|millions)$/;

export function pronounClass(word: string): PronounClass | null {
  if (HE.has(word)) return 'he';
  if (SHE.has(word)) return 'she';
  if (IT.has(word)) return 'it';
  if (THEY.has(word)) return 'they';
  if (I.has(word)) return 'i';
  if (WE.has(word)) return 'we';
  if (YOU.has(word)) return 'you';
  return WHO.has(word) ? 'who' : null;
}

const isWord = (form: string): boolean => /[\p{L}\p{N}%$@#]/u.test(form);

/** Drops words and marks that frame a source but are not the speaker. */
function trim(reading: Reading, [first, end]: TokenRange): TokenRange {
  const { tokens } = reading.document;
  let a = first;
  let b = end;
  while (a < b && (!isWord(tokens[a]!.form) || (OPENERS.test(reading.folded[a]!) && b - a > 1))) a++;
  while (b > a && (!isWord(tokens[b - 1]!.form) || reading.folded[b - 1] === "'s" || /^'(?:ve|re|m|ll|d)$/.test(reading.folded[b - 1]!))) b--;
  return [a, b];
}

/** Where the first noun phrase of a source ends: before a comma, bracket, dash, preposition, verb or relative pronoun. */
function headEnd(reading: Reading, first: number, end: number): number {
  const { tokens } = reading.document;
  for (let i = first; i < end; i++) {
    const { form, pos } = tokens[i]!;
    const word = reading.folded[i]!;
    if (/^[,;:()–—“”"]$/.test(form)) return i;
    if (i === first) continue;
    if (/^(?:who|whom|whose|which|that|when|where)$/.test(word) || NAMING.test(word)) return i;
    if (pos === 'ADP' || (pos === 'PART' && word !== "'s" && form !== '’' && form !== "'")) return i;
    if (form === '-' && tokens[i - 1]!.end !== tokens[i]!.start) return i;
    if (pos === 'VERB' && !reading.capital[i] && !(tokens[i + 1] && i + 1 < end && /^(?:NOUN|PROPN|ADJ)$/.test(tokens[i + 1]!.pos) && tokens[i - 1]!.pos !== 'NOUN')) return i;
  }
  return end;
}

export class SourceReader {
  readonly #reading: Reading;
  readonly #referents: Referents;

  constructor(reading: Reading, referents: Referents) {
    this.#reading = reading;
    this.#referents = referents;
  }

  /** Reads the tokens of one source span. */
  read(range: TokenRange): Reference {
    const [first, end] = trim(this.#reading, [range[0], Math.min(range[1], range[0] + LONGEST_SOURCE)]);
    if (first >= end) return { type: 'none' };
    const { folded } = this.#reading;
    const pronoun = pronounClass(folded[first]!);
    if (pronoun && end - first === 1) return { type: 'pronoun', at: first, pronoun };
    return this.#list(first, end) ?? this.#single(first, end);
  }

  /** "Toomey and Sen. Kelly Ayotte", "Fox News and NBC News"; null where "and" joins something smaller. */
  #list(first: number, end: number): Reference | null {
    const { folded, document } = this.#reading;
    for (let i = first + 1; i < end - 1; i++) {
      if (/^(?:who|whom|whose|which|that)$/.test(folded[i]!) || document.tokens[i]!.form === '(') return null;
      if (folded[i] !== 'and' && folded[i] !== '&' && folded[i] !== 'or') continue;
      if (this.#referents.placeAt[i]?.referent.entity && this.#referents.placeAt[i - 1] === this.#referents.placeAt[i + 1]) continue;
      const left = this.#single(first, i);
      if (left.type !== 'entity') return null;
      const comma = folded.indexOf(',', first);
      const opened = comma > first && comma < i && folded.indexOf(',', comma + 1) !== i - 1 && !this.#startsName(comma + 1);
      const right = this.#single(i + 1, end);
      if (right.type === 'entity' && (right.entity === left.entity || opened)) return null;
      if (opened) return null;
      if (right.type === 'none') return null;
      const between = comma > first && comma < i && this.#startsName(comma + 1) ? this.#list(comma + 1, end) : null;
      if (between?.type === 'list') return { type: 'list', parts: [this.#single(first, comma), ...between.parts], range: [first, end] };
      return { type: 'list', parts: [left, right], range: [first, end] };
    }
    return null;
  }

  #startsName(at: number): boolean {
    for (let i = at; i < at + 5; i++) {
      const place = this.#referents.placeAt[i];
      if (place?.referent.entity) return place.first === i;
      if (!this.#reading.capital[i]) return false;
    }
    return false;
  }

  /** "Fight for $15 organizing director Kendall Fells": a name with its role right before the first comma or clause. */
  #titled(first: number, end: number): Reference | null {
    const { folded, document } = this.#reading;
    let close = first;
    while (close < end && !/^[,;:()–—]$/.test(document.tokens[close]!.form) && !/^(?:who|whom|whose|which|that)$/.test(folded[close]!)) close++;
    const place = this.#referents.placeAt[close - 1];
    const entity = place?.referent.entity;
    if (entity?.kind !== 'person' || place!.end !== close || place!.first < first) return null;
    const { titled } = place!;
    const before = titled > first ? document.tokens[titled - 1]!.pos : null;
    const apart = before === 'ADP' || before === 'PART' || before === 'PUNCT' || before === 'CCONJ';
    return titled < place!.first && !apart ? { type: 'entity', entity, range: [place!.first, place!.end] } : null;
  }

  #single(from: number, to: number): Reference {
    const [first, end] = trim(this.#reading, [from, to]);
    if (first >= end) return { type: 'none' };
    const { folded, document } = this.#reading;
    const { placeAt } = this.#referents;
    const close = headEnd(this.#reading, first, end);
    const possessed = folded[close - 1] === "'s" ? close - 1 : close;
    const place = placeAt[possessed - 1];
    if (place?.referent.entity && place.first >= first - 1 && place.end >= possessed) {
      const { entity } = place.referent;
      if (entity.kind !== 'people' || entity.members.length) return { type: 'entity', entity, range: [place.first, place.end] };
    }
    const titled = this.#titled(first, end);
    if (titled) return titled;
    const phrase = phraseAt(this.#reading, first, end);
    const renamed = this.#renamed(first, close, end, phrase);
    if (renamed) return renamed;
    if (phrase && !QUANTITY.test(folded[phrase.head]!)) {
      const [head] = [document.tokens[phrase.head]!];
      const named = head.pos === 'PROPN' && phrase.kind === 'thing' && this.#reading.capital[phrase.head];
      if (named) return this.#unknownName(phrase.first, phrase.end);
      return { type: 'phrase', phrase, range: [first, end] };
    }
    if (this.#reading.capital[close - 1] && !FUNCTION_WORDS.has(folded[close - 1]!)) return this.#unknownName(first, close);
    return { type: 'words', range: [first, end] };
  }

  /** "A Twitter spokesman, Christopher Abboud", "an academic named Eric Kingson", "the band Free". */
  #renamed(first: number, close: number, end: number, phrase: Phrase | null): Reference | null {
    if (!phrase || (phrase.kind !== 'person' && phrase.kind !== 'organization')) return null;
    const { folded, document } = this.#reading;
    let at = close;
    while (at < end && document.tokens[at]!.form !== ',' && !NAMING.test(folded[at]!) && !/^(?:who|whom|whose|which|that|\()$/.test(folded[at]!)) at++;
    if (at >= end || (document.tokens[at]!.form !== ',' && !NAMING.test(folded[at]!))) return null;
    for (let i = at + 1; i < Math.min(end, at + 9); i++) {
      const place = this.#referents.placeAt[i];
      if (place?.referent.entity && place.first === i) {
        const { entity } = place.referent;
        if (!place.modifier && (entity.kind === 'person') === (phrase.kind === 'person')) return { type: 'entity', entity, range: [place.first, place.end] };
      }
      if (place || this.#reading.capital[i] || INDEFINITE.has(folded[i]!) || /^(?:NOUN|ADJ|PART)$/.test(document.tokens[i]!.pos)) continue;
      return null;
    }
    return null;
  }

  #unknownName(first: number, end: number): Reference {
    let a = first;
    while (a < end - 1 && (FUNCTION_WORDS.has(this.#reading.folded[a]!) || !this.#reading.capital[a])) a++;
    for (let i = end - 1; i >= a; i--) {
      const known = this.#referents.placeAt[i]?.referent.entity;
      if (known && i === end - 1) return { type: 'entity', entity: known, range: [a, end] };
    }
    return { type: 'name', range: [a, end] };
  }
}

/** The kind that words without a name of their own speak as. */
export function kindOfWords(reading: Reading, [first, end]: TokenRange): 'person' | 'group' | 'organization' | 'document' {
  for (let i = first; i < end; i++) if (QUANTITY.test(reading.folded[i]!)) return 'group';
  for (let i = headEnd(reading, first, end) - 1; i >= first; i--) {
    const { kind } = kindOfNoun(reading.folded[i]!);
    if (kind !== 'thing') return kind;
  }
  return 'group';
}
