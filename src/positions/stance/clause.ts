import type { Modality, Stance, TimeSpoken } from '../../model.ts';
import type { Token } from '../../text/index.ts';
import { plain } from '../lexicon/phrases.ts';
import { ABILITY, CHANCE, DUTY, NEGATIONS, PREDICATES, type Predicate, WILL } from '../lexicon/predicates.ts';

/** Whose act a clause speaks of. `none`: no subject, as in an imperative or after "to". */
export type Subject = 'I' | 'we' | 'he' | 'you' | 'it' | 'there' | 'other' | 'none';

/** The chain of words that governs a clause, from its subject to the predicate that decides. Indices are of tokens. */
export interface Clause {
  readonly subject: Subject;
  /** The predicate that decides, or null when the clause has none. */
  readonly predicate: Predicate | null;
  readonly predicateAt: readonly number[];
  /** Negations, and words that turn the sense ("refuse"), before the predicate or right after it. */
  readonly turns: readonly number[];
  /** Those of the turns that are a "not" or the like. */
  readonly negations: readonly number[];
  readonly modality: Modality | null;
  readonly modalAt: number | null;
  readonly time: TimeSpoken | null;
  readonly timeAt: number | null;
  /** The head verb's place, or null. */
  readonly verb: number | null;
}

/** So many tokens are looked at; what decides stands early in a clause. */
const LONGEST = 40;
/** So many tokens after the head verb a predicate still belongs to it ("are off the table", "has no intention to"). */
const REACH = 7;

const SUBJECTS: Readonly<Record<string, Subject>> = {
  i: 'I',
  we: 'we',
  he: 'he',
  she: 'he',
  they: 'he',
  you: 'you',
  it: 'it',
  this: 'it',
  that: 'it',
  there: 'there',
};

/** A clause that opens with one of these stands before the main one. */
const OPENERS = new Set([
  'if',
  'unless',
  'until',
  'while',
  'when',
  'once',
  'after',
  'before',
  'although',
  'though',
  'as',
]);
const LIGHT = new Set([
  'be',
  'have',
  'do',
  'get',
  'make',
  'take',
  'give',
  'remain',
  'stay',
  'keep',
  "'s",
  "'re",
  "'m",
  "'ve",
]);

function modalityOf(form: string): Modality | null {
  if (DUTY.has(form)) return 'duty';
  if (CHANCE.has(form)) return 'chance';
  if (ABILITY.has(form)) return 'ability';
  return WILL.has(form) ? 'will' : null;
}

const isVerb = ({ pos }: Token): boolean => pos === 'VERB' || pos === 'AUX';

/** Past a clause that stands before the main one ("If they leave, …"): where the main one begins. */
function mainFrom(tokens: readonly Token[], indices: readonly number[]): number {
  let at = 0;
  const form = (k: number) => plain(tokens[indices[k]!]?.form ?? '');
  while (
    at < indices.length &&
    (/^["'“”‘’—–-]+$/.test(form(at)) || ['that', 'but', 'and', 'so', 'well', 'look', ','].includes(form(at)))
  ) {
    // "that is wrong": here it is the subject.
    if (form(at) === 'that' && isVerb(tokens[indices[at + 1]!] ?? tokens[indices[at]!]!)) break;
    at++;
  }
  if (!OPENERS.has(form(at))) return at;
  for (let k = at + 2; k < Math.min(indices.length, LONGEST) - 1; k++) {
    if (form(k) === ',' || form(k) === 'then') return k + 1;
  }
  return at;
}

/** Reads one clause from a list of tokens: those of a cue, or of a content. */
class ClauseReader {
  readonly #tokens: readonly Token[];
  readonly #indices: readonly number[];
  #subject: Subject = 'none';
  #predicate: Predicate | null = null;
  #predicateAt: number[] = [];
  #turns: number[] = [];
  #negations: number[] = [];
  #modality: Modality | null = null;
  #modalAt: number | null = null;
  #time: TimeSpoken | null = null;
  #timeAt: number | null = null;
  #verb: number | null = null;

  constructor(tokens: readonly Token[], indices: readonly number[]) {
    this.#tokens = tokens;
    this.#indices = indices;
  }

  read(): Clause {
    const from = mainFrom(this.#tokens, this.#indices);
    const end = Math.min(this.#indices.length, from + LONGEST);
    let verbAt = -1;
    for (let k = from; k < end; k++) {
      const index = this.#indices[k]!;
      const token = this.#tokens[index]!;
      if (this.#ends(token, k - from, verbAt >= 0)) break;
      if (verbAt >= 0 && k - verbAt > REACH) break;
      if (this.#negates(token)) {
        this.#turns.push(index);
        this.#negations.push(index);
        continue;
      }
      const found = PREDICATES.at(this.#tokens, index);
      const taken = found ? this.#take(found.meaning, index, found.length) : 'nothing';
      if (taken === 'decides') break;
      if (taken === 'goes on') {
        k += found!.length - 1;
        verbAt = k;
        continue;
      }
      if (isVerb(token)) {
        this.#verbMet(token, index);
        if (verbAt < 0 || LIGHT.has(token.lemma) || modalityOf(token.lemma)) verbAt = k;
        else if (this.#verb === index) verbAt = k;
      } else if (verbAt < 0) this.#subjectMet(token);
    }
    return {
      subject: this.#subject,
      predicate: this.#predicate,
      predicateAt: this.#predicateAt,
      turns: this.#turns,
      negations: this.#negations,
      modality: this.#modality,
      modalAt: this.#modalAt,
      time: this.#time,
      timeAt: this.#timeAt,
      verb: this.#verb,
    };
  }

  #ends({ form, pos }: Token, past: number, hasVerb: boolean): boolean {
    if (past === 0) return false;
    if (/^[.;?!:]$/.test(form)) return true;
    return (
      hasVerb && (pos === 'SCONJ' || /^(?:because|while|until|unless|although|though|who|which)$/.test(plain(form)))
    );
  }

  #negates(token: Token): boolean {
    return NEGATIONS.has(plain(token.form)) || NEGATIONS.has(token.lemma);
  }

  #take(meaning: Predicate, index: number, length: number): 'decides' | 'goes on' | 'nothing' {
    const token = this.#tokens[index]!;
    const at = Array.from({ length }, (_, k) => index + k);
    if (meaning === 'leads') {
      if (!isVerb(token)) return 'nothing';
      this.#verbMet(token, index);
      return 'goes on';
    }
    if (meaning === 'turns') {
      // "cease-fire", "stop-gap": part of a name for a thing.
      if (this.#tokens[index + 1]?.form === '-') return 'nothing';
      this.#turns.push(index);
      if (isVerb(token)) this.#verbMet(token, index);
      return 'goes on';
    }
    // A noun or an adjective before the verb is part of the subject ("The offer was").
    if (this.#verb === null && !isVerb(token) && token.pos !== 'ADP' && this.#followed(index + length))
      return 'nothing';
    if (isVerb(token)) this.#verbMet(token, index);
    this.#predicate = meaning;
    this.#predicateAt = at;
    this.#turnAfter(index + length);
    return 'decides';
  }

  /** "agreed not to", "vowed never to". */
  #turnAfter(index: number): void {
    const next = this.#tokens[index];
    if (!next || !this.#negates(next) || !this.#indices.includes(index)) return;
    this.#turns.push(index);
    this.#negations.push(index);
  }

  /** Whether a verb follows before the clause ends. */
  #followed(index: number): boolean {
    for (let i = index; i < index + 8; i++) {
      const token = this.#tokens[i];
      if (!token || !this.#indices.includes(i) || /^[.;?!,]$/.test(token.form)) return false;
      if (token.pos === 'AUX' || (token.pos === 'VERB' && /(?:ed|s)$/.test(token.form))) return true;
    }
    return false;
  }

  #subjectMet(token: Token): void {
    const known = SUBJECTS[plain(token.form)];
    if (known && (this.#subject === 'none' || this.#subject === 'it')) this.#subject = known;
    else if (!known && this.#subject === 'none' && /^(?:NOUN|PROPN|DET|NUM|ADJ)$/.test(token.pos))
      this.#subject = 'other';
    else if (!known && this.#subject === 'it' && /^(?:NOUN|PROPN)$/.test(token.pos)) this.#subject = 'other';
  }

  #verbMet(token: Token, index: number): void {
    const form = plain(token.form);
    const modality = modalityOf(token.pos === 'AUX' ? form : token.lemma) ?? modalityOf(token.lemma);
    const next = plain(this.#tokens[index + 1]?.form ?? '');
    const mustHave = (token.lemma === 'have' || token.lemma === 'need') && next === 'to' ? ('duty' as const) : null;
    const said = token.lemma === 'need' && next !== 'to' && token.pos !== 'AUX' ? 'duty' : (mustHave ?? modality);
    if (said && this.#modality === null) {
      this.#modality = said;
      this.#modalAt = index;
    }
    if (this.#time === null) {
      this.#time = timeOf(token, said);
      this.#timeAt = this.#time ? index : null;
    }
    if (token.pos === 'VERB' && this.#verb === null) this.#verb = index;
  }
}

function timeOf({ form, pos, lemma }: Token, modality: Modality | null): TimeSpoken | null {
  const word = plain(form);
  if (modality === 'will') return 'future';
  if (modality) return 'present';
  if (/^(?:was|were|had|did)$/.test(word)) return 'past';
  if (pos === 'AUX') return /^(?:is|are|am|has|have|do|does|'s|'re|'m|'ve)$/.test(word) ? 'present' : null;
  if (/ing$/.test(word)) return null;
  return word === lemma || word === `${lemma}s` || /(?:es|s)$/.test(word) ? 'present' : 'past';
}

/** Reads what governs a cue or a content, given as places of tokens in the order of the text. */
export function readClause(tokens: readonly Token[], indices: readonly number[]): Clause {
  return new ClauseReader(tokens, indices).read();
}

const TURNED: Readonly<Record<Stance, Stance | null>> = {
  accepts: 'rejects',
  rejects: 'accepts',
  offers: 'rejects',
  demands: null,
  denies: null,
  states: null,
};

/** What a stance becomes under so many negations; null when it then says nothing. */
export function turned(stance: Stance, times: number): Stance | null {
  return times % 2 === 0 ? stance : TURNED[stance];
}

export const isStance = (predicate: Predicate | null): predicate is Exclude<Predicate, 'turns' | 'leads'> =>
  predicate !== null && predicate !== 'turns' && predicate !== 'leads';
