import type { Span } from '../../model.ts';
import type { Document } from '../../text/index.ts';
import {
  type Attachment,
  type AttributedSpans,
  attachment,
  type Clause,
  CUE,
  clauseOf,
  OTHER,
  rangeAt,
  tokenAt,
  wordAt,
} from './clause.ts';
import { adjunctsOf, free } from './medium-adjuncts.ts';

const RANK: Record<Exclude<Attachment, null>, number> = { within: 0, after: 1, before: 2 };
const LONGEST_AIRING = 20;
const AIRING = /^(?:published|posted|aired|airing|broadcast|taped|released|recorded|conducted|printed|scheduled)$/;

/** Takes in what is said of when it was printed or aired: "an interview with X published on Monday". */
function pastAiring(clause: Clause, end: number): number {
  let aired = false;
  for (let i = end; i < Math.min(clause.end, end + LONGEST_AIRING); i++) {
    const word = wordAt(clause, i);
    if (!free(clause, i) || clause.role(i) === CUE || word === ',') return aired ? i : end;
    aired ||= AIRING.test(word);
    if (!aired && /^(?:VERB|CCONJ)$/.test(clause.tokens[i]!.pos)) return end;
  }
  return end;
}

/** The medium named in the cue's own sentence. */
function inSentence(clause: Clause): string | null {
  let best: { rank: number; distance: number; words: string } | null = null;
  for (const { first, end, words: name, finite } of adjunctsOf(clause)) {
    const attached = attachment(clause, first, pastAiring(clause, end));
    if (attached === null) continue;
    if (
      finite &&
      (attached === 'after' || (attached === 'before' && clause.source !== null && clause.source[0] >= first))
    )
      continue;
    const rank = RANK[attached];
    const distance = Math.abs(first - clause.cue[0]);
    if (best === null || rank < best.rank || (rank === best.rank && distance < best.distance))
      best = { rank, distance, words: name };
  }
  return best?.words ?? null;
}

const LONGEST_SOURCE_LINE = 80;

/** A line that gives the source of what stands around it: "Source: Hale, in an interview with the Meridian Post". */
function sourceLine(document: Document, paragraph: number): Clause | null {
  const range = document.paragraphs[paragraph];
  if (range === undefined) return null;
  const [first, end] = range;
  const { tokens } = document;
  if (!/^sources?$/i.test(tokens[first]!.form) || tokens[first + 1]?.form !== ':' || first + 2 >= end) return null;
  return {
    document,
    tokens,
    first: first + 2,
    end: Math.min(end, first + LONGEST_SOURCE_LINE),
    cue: [first, first + 2],
    source: null,
    role: () => OTHER,
  };
}

const CAPITALISED = /\p{Lu}[\p{L}'’-]+/gu;

/** Whether a source's words name somebody in the line: by the last capitalised word, as a rule the surname. */
function namedIn(line: Clause, source: readonly Span[]): boolean {
  const { text } = line.document;
  const name = source
    .map(([start, end]) => text.slice(start, end))
    .join(' ')
    .replace(/['’]s\b/g, '')
    .split(',')[0]!
    .match(CAPITALISED)
    ?.at(-1);
  if (name === undefined) return false;
  for (let i = line.first; i < line.end; i++) if (line.tokens[i]!.form === name) return true;
  return false;
}

/** The medium of a source line right before or after the paragraph, when it names this speaker. */
function inSourceLine(document: Document, { source, cue, content }: AttributedSpans): string | null {
  const at = (cue[0] ?? content[0])?.[0];
  if (at === undefined || document.tokens.length === 0) return null;
  const token = Math.min(tokenAt(document.tokens, at), document.tokens.length - 1);
  const paragraph = rangeAt(document.paragraphs, token);
  for (const near of [paragraph, paragraph - 1, paragraph + 1]) {
    const line = sourceLine(document, near);
    if (line === null || !namedIn(line, source)) continue;
    return adjunctsOf(line)[0]?.words ?? null;
  }
  return null;
}

/** Whether the cue or the source is a tweet. */
function tweeted(document: Document, { source, cue }: AttributedSpans): boolean {
  return [...cue, ...source].some(([start, end]) =>
    /\b(?:re|live-)?tweet(?:s|ed|ing)?\b/i.test(document.text.slice(start, end)),
  );
}

/**
 * Where something was said, when the article names it: an outlet, an agency, a programme or a platform ("Kyodo News",
 * "CBS's Face the Nation", "Telegram"), never a person, a body or a nameless place. It is taken from the cue's own
 * sentence ("told X", "in an interview with X", "wrote on X", "in an op-ed in X"), outside source and content, or from a
 * line "Source: …, in an interview with X" beside the paragraph that names the same speaker.
 *
 * @returns the very words, without quotation marks around a title; "Twitter" for what was tweeted; null when the article
 *   names no medium or leaves open whether the words were said there.
 */
export function mediumOf(document: Document, spans: AttributedSpans): string | null {
  const clause = clauseOf(document, spans);
  const named = clause && inSentence(clause);
  if (named) return named;
  return tweeted(document, spans) ? 'Twitter' : inSourceLine(document, spans);
}
