import type { Span } from '../../model.ts';
import type { Token } from '../../text/index.ts';
import { plain } from '../lexicon/phrases.ts';
import { NEGATIONS } from '../lexicon/predicates.ts';
import { type Reading, sentencesAround } from '../reading.ts';
import { clauseEnd } from './clause-end.ts';
import { EMPTY_IF, MARKERS, type Marker, WHETHER } from './markers.ts';

/** A clause that may be a condition. Indices are of tokens. */
export interface Candidate {
  readonly marker: Marker;
  /** `[first, end)`: the marker's own words. */
  readonly words: readonly [number, number];
  /** `[first, end)`: the clause, its marker included. */
  readonly range: readonly [number, number];
  readonly span: Span;
  /** Whether it stands before its main clause. */
  readonly fronted: boolean;
  /** Whether it stands in the content; else beside it, in its sentence. */
  readonly inContent: boolean;
}

const PUNCTUATION = /^[^\p{L}\p{N}]+$/u;

/** "if" that means "whether", or belongs to "as if", "if so" and the like. */
function isNoCondition(tokens: readonly Token[], at: number, from: number): boolean {
  const before = tokens[at - 1];
  const next = plain(tokens[from]?.form ?? '');
  if (EMPTY_IF.has(next) && !/^(?:VERB|NOUN|ADP|PRON|DET)$/.test(tokens[from + 1]?.pos ?? '')) return true;
  if (!before) return false;
  if (/^(?:as|what)$/.test(plain(before.form))) return true;
  if (next === 'you' && plain(tokens[from + 1]?.form ?? '') === 'will' && !isWordAfter(tokens, from + 2)) return true;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const { lemma, form } = tokens[i]!;
    if (/^(?:[,.;:?!“”"—–-]+|that|of)$/.test(form)) return false;
    if (WHETHER.has(lemma)) return true;
  }
  return false;
}

/** Whether a word, and no mark, stands at a place: "if you will, …" is a mere phrase, "if you will help" is none. */
const isWordAfter = (tokens: readonly Token[], at: number): boolean => /^[\p{L}\p{N}]/u.test(tokens[at]?.form ?? '');

/** "Should the talks fail, …", "Had they asked, …", "Were he to go, …" at the beginning of a clause. */
function isInverted(tokens: readonly Token[], at: number, first: number): boolean {
  const form = plain(tokens[at]!.form);
  if (!/^(?:should|had|were)$/.test(form)) return false;
  const opens =
    at === first ||
    /^[,“"‘]$/.test(tokens[at - 1]?.form ?? '') ||
    /^(?:that|and|but)$/.test(plain(tokens[at - 1]?.form ?? ''));
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  const subject = next !== undefined && /^(?:PRON|PROPN|DET)$/.test(next.pos);
  // "higher had they asked": the clause stands behind, before its own verb in the past.
  const inside = before !== undefined && subject && before.pos !== 'PRON' && (form === 'should' || next.pos === 'PRON');
  if (!subject || !(opens || inside)) return false;
  if (form === 'had' && !hasParticiple(tokens, at + 2)) return false;
  for (let i = at + 1; i < at + 12 && tokens[i]; i++) if (tokens[i]!.form === '?') return false;
  return true;
}

/** "had they asked", "had the bridge held": not "had nothing to do with", "had his son with him". */
function hasParticiple(tokens: readonly Token[], from: number): boolean {
  if (/^(?:nothing|no|any|a|an|his|her|its|their)$/.test(plain(tokens[from - 1]!.form))) return false;
  for (let i = from; i < from + 5 && tokens[i]; i++) {
    const { pos, form } = tokens[i]!;
    if (/^[,.;:?!”"]$/.test(form) || pos === 'ADP') return false;
    if (pos === 'VERB' || pos === 'AUX') return !/ing$/.test(form);
  }
  return false;
}

/** "provided by the state", "laws barring imports": participles and verbs that are no markers. */
function isPlainVerb(tokens: readonly Token[], at: number, from: number): boolean {
  const form = plain(tokens[at]!.form);
  const before = tokens[at - 1];
  if (form === 'short') return before !== undefined && /^(?:VERB|AUX|ADV|NOUN|ADJ)$/.test(before.pos);
  if (form === 'barring') return before !== undefined && !/^[^\p{L}\p{N}]+$/u.test(before.form);
  if (form !== 'provided' || from > at + 1) return false;
  if (tokens[from]?.pos === 'ADP') return true;
  if (before !== undefined && /^(?:AUX|PRON|PROPN)$/.test(before.pos)) return true;
  for (let i = from; i < from + 12 && tokens[i] && !/^[,.;:?!”"]$/.test(tokens[i]!.form); i++)
    if (/^(?:AUX|VERB)$/.test(tokens[i]!.pos)) return false;
  return true;
}

class CandidateFinder {
  readonly #reading: Reading;
  readonly #tokens: readonly Token[];
  readonly #inContent: ReadonlySet<number>;

  constructor(reading: Reading) {
    this.#reading = reading;
    this.#tokens = reading.document.tokens;
    this.#inContent = new Set(reading.content);
  }

  all(): Candidate[] {
    const [first, end] = this.#reading.around;
    const found: Candidate[] = [];
    for (let i = first; i < Math.min(end, first + MOST_TOKENS); i++) {
      const marked = MARKERS.at(this.#tokens, i);
      if (marked) {
        const candidate = this.#candidate(marked.meaning, i, i + marked.length);
        if (candidate) found.push(candidate);
        i += marked.length - 1;
      } else if (isInverted(this.#tokens, i, first)) {
        const candidate = this.#candidate('inverted', i, i + 1);
        if (candidate) found.push(candidate);
      }
    }
    return found;
  }

  #candidate(marker: Marker, at: number, from: number): Candidate | null {
    if (/if$/.test(marker) && isNoCondition(this.#tokens, at, from)) return null;
    if (marker === 'if' && at === this.#reading.content[0] && this.#leavesOpen()) return null;
    if (isPlainVerb(this.#tokens, at, from)) return null;
    const inContent = this.#inContent.has(at);
    if (!inContent && this.#reading.cue.includes(at)) return null;
    const [sentence, sentenceEnd] = sentencesAround(this.#reading.document, at, at);
    const fronted = this.#isFronted(at, sentence);
    const stop = inContent ? this.#contentEnd(at, sentenceEnd) : sentenceEnd;
    let end = clauseEnd(this.#tokens, from, stop, fronted, NOMINAL.has(marker));
    while (end > from && PUNCTUATION.test(this.#tokens[end - 1]!.form) && !/^[”"]$/.test(this.#tokens[end - 1]!.form))
      end--;
    if (end <= from) return null;
    return {
      marker,
      words: [at, from],
      range: [at, end],
      span: [this.#tokens[at]!.start, this.#tokens[end - 1]!.end],
      fronted,
      inContent,
    };
  }

  /** "did not say if …", "asked if …": a cue that leaves a question open. */
  #leavesOpen(): boolean {
    return this.#reading.cue.some((i) => {
      const { form, lemma } = this.#tokens[i]!;
      return WHETHER.has(lemma) || NEGATIONS.has(plain(form)) || /^(?:decline|refuse)$/.test(lemma);
    });
  }

  /** Past the piece of the content that a token stands in, within its sentence. */
  #contentEnd(at: number, sentenceEnd: number): number {
    let end = at;
    while (end < sentenceEnd && this.#inContent.has(end)) end++;
    return end;
  }

  /** Whether no verb stands before it in its sentence, or in its piece of the content. */
  #isFronted(at: number, sentence: number): boolean {
    // "and, if he follows tradition, …"
    if (this.#tokens[at - 1]?.form === ',' && /^(?:and|but|that|or)$/.test(plain(this.#tokens[at - 2]?.form ?? '')))
      return true;
    for (let i = at - 1; i >= sentence; i--) {
      const { form, pos } = this.#tokens[i]!;
      if (this.#inContent.has(at) && !this.#inContent.has(i)) return true;
      if (/^(?:[;:“]|--|—|``)$/.test(form)) return true;
      if (/^(?:"|'')$/.test(form) && this.#tokens[i + 1]!.start === this.#tokens[i]!.end) return true;
      if (pos === 'VERB' || pos === 'AUX') return this.#afterThat(at, i);
    }
    return true;
  }

  /** "said that if …": the clause after "that" begins anew, as does one after a comma and "and" or "but". */
  #afterThat(at: number, verb: number): boolean {
    for (let i = at - 1; i > verb; i--)
      if (/^(?:that|but|and)$/.test(plain(this.#tokens[i]!.form))) return i === at - 1;
    return false;
  }
}

/** Markers before a noun. */
const NOMINAL: ReadonlySet<Marker> = new Set([
  'without',
  'in case',
  'except',
  'only with',
  'with or without',
  'depending on',
]);

/** A sentence is looked through so far; longer ones are lists. */
const MOST_TOKENS = 600;

/** The clauses of an attribution that may be conditions, in the order of the text. */
export function conditionCandidates(reading: Reading): Candidate[] {
  return new CandidateFinder(reading).all();
}
