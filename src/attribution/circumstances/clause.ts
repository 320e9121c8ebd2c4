import type { Span } from '../../model.ts';
import type { Document, Token, TokenRange } from '../../text/index.ts';

/** The spans of one attribution, before anything else is known of it. */
export interface AttributedSpans {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
}

/** What a token of the cue's sentence belongs to. */
export const OTHER = 0;
export const CUE = 1;
export const SOURCE = 2;
export const CONTENT = 3;

/** The sentence of an attribution's cue, with what each of its tokens belongs to. Indices are those of `tokens`. */
export interface Clause {
  readonly document: Document;
  readonly tokens: readonly Token[];
  /** The sentence. */
  readonly first: number;
  readonly end: number;
  readonly cue: TokenRange;
  /** The source, where it stands in this sentence. */
  readonly source: TokenRange | null;
  /** `OTHER`, `CUE`, `SOURCE` or `CONTENT` of the token at this index. */
  role(index: number): number;
}

/** Index of the first token that ends after `offset`. */
export function tokenAt(tokens: readonly Token[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Index of the range that holds a token. */
export function rangeAt(ranges: readonly TokenRange[], token: number): number {
  let low = 0;
  let high = ranges.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle]![1] > token) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens that `spans` cover within [first, end), as one range, or null. */
function covered(tokens: readonly Token[], spans: readonly Span[], first: number, end: number): TokenRange | null {
  let from = end;
  let to = first;
  for (const [start, stop] of spans) {
    for (let i = Math.max(first, tokenAt(tokens, start)); i < end && tokens[i]!.start < stop; i++) {
      from = Math.min(from, i);
      to = Math.max(to, i + 1);
    }
  }
  return from < to ? [from, to] : null;
}

/** A sentence longer than this, in tokens to each side of the cue, is read only so far: no reader looks further. */
const REACH = 120;

const OCCASION = /^(?:interview|interviews|statement|speech|briefing|post|letter|conference|appearance|email|message)$/;
const LONGEST_LEAD = 6;

/**
 * Where a source stops naming the speaker and goes on to the occasion ("Holm, secretary of the council, in an interview
 * with Orsk News"); its end when it does not.
 */
function occasionAt(tokens: readonly Token[], [first, end]: TokenRange): number {
  for (let i = first + 1; i + 1 < end; i++) {
    if (tokens[i]!.form !== ',' || !/^(?:in|during|at)$/.test(tokens[i + 1]!.form)) continue;
    const lead = tokens.slice(i + 2, Math.min(end, i + 2 + LONGEST_LEAD));
    if (lead.some(({ lemma, form }) => OCCASION.test(lemma) || OCCASION.test(form))) return i;
  }
  return end;
}

/** The sentence around an attribution's cue, or null when it has no cue. Spans are in UTF-16 code units of the text. */
export function clauseOf(document: Document, { source, cue, content }: AttributedSpans): Clause | null {
  const { tokens, sentences } = document;
  const at = cue[0] ? tokenAt(tokens, cue[0][0]) : tokens.length;
  if (at >= tokens.length) return null;
  const [sentenceFirst, sentenceEnd] = sentences[rangeAt(sentences, at)]!;
  const first = Math.max(sentenceFirst, at - REACH);
  const end = Math.min(sentenceEnd, at + REACH);
  const roles = new Uint8Array(end - first);
  const mark = (spans: readonly Span[], role: number) => {
    for (const [start, stop] of spans) {
      for (let i = Math.max(first, tokenAt(tokens, start)); i < end && tokens[i]!.start < stop; i++)
        roles[i - first] = role;
    }
  };
  mark(content, CONTENT);
  mark(source, SOURCE);
  const named = covered(tokens, source, first, end);
  const whole = named && ([named[0], occasionAt(tokens, named)] as const);
  if (named && whole) roles.fill(OTHER, whole[1] - first, named[1] - first);
  mark(cue, CUE);
  const cueRange = covered(tokens, cue.slice(0, 1), first, end);
  if (cueRange === null) return null;
  const role = (index: number) => roles[index - first] ?? OTHER;
  return { document, tokens, first, end, cue: cueRange, source: whole, role };
}

/** A token's form in lower case, or '' outside the sentence. */
export const wordAt = ({ tokens, first, end }: Clause, i: number): string =>
  i < first || i >= end ? '' : tokens[i]!.form.toLowerCase();

/** How an adjunct belongs to the cue: it is part of it, follows it, or precedes it; null when it belongs to something else. */
export type Attachment = 'within' | 'after' | 'before' | null;

/** Words that begin a clause of their own. "that" counts only where it stands for something ("the man that"). */
const CLAUSE_START = new Set(
  'who whom whose which when while where because although though whether if unless since until whereas why how'.split(
    ' ',
  ),
);

/** Whether a clause of its own begins in [from, to). Source and content are looked over. */
export function startsClause(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (clause.role(i) === OTHER && CLAUSE_START.has(clause.tokens[i]!.form.toLowerCase())) return true;
  }
  return false;
}

/** Whether a clause other than the cue's begins, or another verb stands, in [from, to). Source and content are looked over. */
export function interrupted(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (clause.role(i) !== OTHER) continue;
    const { pos, form } = clause.tokens[i]!;
    if (pos === 'VERB' || pos === 'AUX' || form === ';' || CLAUSE_START.has(form.toLowerCase())) return true;
  }
  return false;
}

const SKIPPED_BEFORE_CUE = new Set(['ADV', 'AUX', 'PART']);

/** Whether the cue goes on with the subject of a verb before it: "met him and said", "told X …, adding", "while adding". */
export function continuesSubject(clause: Clause): boolean {
  let i = clause.cue[0] - 1;
  while (i > clause.first && clause.role(i) === OTHER && SKIPPED_BEFORE_CUE.has(clause.tokens[i]!.pos)) i--;
  if (i < clause.first || clause.role(i) === SOURCE) return false;
  const { pos, form } = clause.tokens[i]!;
  if (pos === 'CCONJ') return true;
  const apart = clause.role(i) === CONTENT || /^(?:\W+|while)$/.test(form);
  return apart && /ing$/i.test(clause.tokens[clause.cue[0]]!.form);
}

/** Participles that go with the act of speaking: what modifies them modifies it ("Speaking to X on Monday, he said"). */
export const SPEAKING = new Set(
  'speaking talking appearing responding interviewed addressing asked pressed questioned reached contacted writing commenting posting tweeting'.split(
    ' ',
  ),
);

function onlySpeakingVerbs(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { pos, form } = clause.tokens[i]!;
    if (clause.role(i) !== OTHER) return false;
    if ((pos === 'VERB' || pos === 'AUX') && !SPEAKING.has(form.toLowerCase())) return false;
  }
  return true;
}

/** Whether nothing but an inserted clause stands between an opening adjunct and the subject: ", while commenting on it,". */
export function onlyInserted(clause: Clause, from: number, to: number, speaking: boolean): boolean {
  if (!interrupted(clause, from, to)) return true;
  if (clause.tokens[to - 1]?.form !== ',' || clause.role(to - 1) !== OTHER) return false;
  if (speaking) return true;
  if (clause.tokens[from]!.form !== ',' || !/^(?:while|when)$/i.test(clause.tokens[from + 1]!.form)) return false;
  return !interrupted(clause, from + 3, to);
}

/** For an adjunct that stands before the cue. */
function attachesBefore(clause: Clause, first: number, end: number): boolean {
  const { cue, source } = clause;
  const direct = !interrupted(clause, end, cue[0]);
  if (source === null || source[0] >= cue[1]) {
    return direct ? onlySpeakingVerbs(clause, clause.first, first) : continuesSubject(clause);
  }
  if (source[0] >= end) {
    const asked = /^(?:asked|pressed|questioned)$/i.test(clause.tokens[first]!.form);
    if (!onlySpeakingVerbs(clause, clause.first, first) || !onlyInserted(clause, end, source[0], asked)) return false;
    return !interrupted(clause, source[1], cue[0]) || continuesSubject(clause);
  }
  if (source[1] > first) return false;
  return (direct && !interrupted(clause, source[1], first)) || continuesSubject(clause);
}

/**
 * How the adjunct at tokens [first, end) belongs to the cue of its sentence. An adjunct after the cue belongs to it when
 * no other verb or clause comes between; one before it, when it opens the sentence and the source follows as subject,
 * when it stands between source and cue, or when the cue goes on with the same subject.
 */
export function attachment(clause: Clause, first: number, end: number): Attachment {
  const { cue } = clause;
  if (first < cue[1] && end > cue[0]) return 'within';
  if (first >= cue[1]) return interrupted(clause, cue[1], first) ? null : 'after';
  return attachesBefore(clause, first, end) ? 'before' : null;
}
