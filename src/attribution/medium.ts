import type { Span } from '../model.ts';
import type { Document } from '../text/index.ts';
import {
  type Attachment,
  type AttributedSpans,
  attachment,
  type Clause,
  CONTENT,
  CUE,
  clauseOf,
  OTHER,
  rangeAt,
  SOURCE,
  tokenAt,
} from './clause.ts';
import { type MediumName, readMediumName } from './medium-name.ts';
import { EVENTS } from './outlets.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));
/** Verbs of being somewhere to speak, or of writing somewhere, besides the cue. */
const SPEAKING_VERBS = words(
  'speaking spoke speaks spoken talking talked talks appearing appeared appears went goes going taking took takes writing wrote writes written ' +
    'posting posted posts said saying says sitting sat interviewed publishing published asked pressed questioned commenting commented live blogging ' +
    'blogged tweeting tweeted chatting chatted argued arguing shared sharing called calling reached contacted',
);
const TOLD = words('told tell tells telling');
/** What may come between an interview and where it stood: "an interview published Monday in …". */
const PREPOSITIONS_OF_EVENT = words('in during through via at for on');
const GIVING = words(
  'gave gives giving given granted grants granting did does doing held wrote writes writing published penned sent',
);
const SPOKEN_EVENTS = words(
  'interview interviews conversation discussion chat call sit Q&A appearance exchange correspondence session segment briefing podcast',
);
const SENT_EVENTS = words(
  'interview interviews statement email emails mail message comment comments remarks letter text texts',
);
const SHOWN_EVENTS = words(
  'interview interviews appearance segment post posts posting video videos message messages comment comments remarks statement statements',
);
const WRITTEN_EVENTS = words(
  'op ed column essay article piece editorial commentary post letter interview interviews blog comment',
);
const WRITING = words('wrote writes writing written write pens penned argued argues published publishes');

/** A stretch of a sentence that says where something was said. */
interface Adjunct {
  first: number;
  end: number;
  words: string;
  /** Only for a subject that stands before it: "he went on CNN and said". */
  finite: boolean;
}

const form = (clause: Clause, i: number): string =>
  i < clause.first || i >= clause.end ? '' : clause.tokens[i]!.form.toLowerCase();
const free = (clause: Clause, i: number): boolean => clause.role(i) === OTHER || clause.role(i) === CUE;

interface Governor {
  kind: 'event' | 'verb' | 'cue' | 'opening';
  /** Where the adjunct begins. */
  first: number;
  word: string;
  finite: boolean;
}

const LOOK_BACK = 9;

/** Where the phrase of an event noun begins ("in a long interview"), or null when it is none that something is said in. */
function eventStart(clause: Clause, noun: number): { first: number; finite: boolean } | null {
  for (let i = noun - 1; i >= Math.max(clause.first, noun - LOOK_BACK); i--) {
    if (!free(clause, i)) return null;
    const { pos } = clause.tokens[i]!;
    const word = form(clause, i);
    if (clause.role(i) === CUE && pos === 'VERB') return { first: noun, finite: false };
    if (GIVING.has(word) && word !== 'given') return { first: i, finite: !word.endsWith('ing') };
    if (pos === 'ADP')
      return PREPOSITIONS_OF_EVENT.has(word)
        ? { first: i, finite: false }
        : word === 'of'
          ? continueOf(clause, i)
          : null;
    if (pos === 'VERB' && !/(?:ed|ing)$/.test(word)) return null;
  }
  return null;
}

/** "in a series of interviews", "as part of an interview". */
function continueOf(clause: Clause, of: number): { first: number; finite: boolean } | null {
  return /^(?:series|string|pair|round|set|number|part|course|excerpt|excerpts)$/.test(form(clause, of - 1))
    ? eventStart(clause, of - 1)
    : null;
}

/** What the preposition at `at` hangs on: a noun like "interview", a verb like "spoke", the cue, or the sentence's opening. */
function governorOf(clause: Clause, at: number): Governor | null {
  let opening = true;
  for (let i = at - 1; i >= Math.max(clause.first, at - LOOK_BACK); i--) {
    const role = clause.role(i);
    const word = form(clause, i);
    if (role === CONTENT || role === SOURCE) {
      opening = false;
      break;
    }
    const { pos } = clause.tokens[i]!;
    if (EVENTS.has(word) || word === 'ed') {
      const start = eventStart(clause, i);
      return start && { kind: 'event', first: start.first, word: word === 'ed' ? 'op' : word, finite: start.finite };
    }
    if (role === CUE) return { kind: 'cue', first: at, word, finite: false };
    if (SPEAKING_VERBS.has(word)) {
      if (/^(?:spoke|talked|speaking)$/.test(word) && form(clause, i - 1) === 'who')
        return { kind: 'verb', first: i - 1, word, finite: false };
      return {
        kind: 'verb',
        first: i,
        word,
        finite: !/(?:ing|asked|pressed|questioned|interviewed|reached|contacted)$/.test(word),
      };
    }
    if (pos === 'AUX' && /^(?:was|is|were|been)$/.test(word))
      return { kind: 'verb', first: i, word: 'appeared', finite: true };
    if (
      pos === 'VERB' &&
      !/^(?:published|posted|aired|airing|broadcast|given|provided|sent|released|taped|recorded|conducted|printed|heard)$/.test(
        word,
      )
    )
      return null;
  }
  if (opening && at - LOOK_BACK <= clause.first) return { kind: 'opening', first: at, word: '', finite: false };
  return afterCue(clause, at) ? { kind: 'cue', first: at, word: form(clause, clause.cue[0]), finite: false } : null;
}

const afterCue = (clause: Clause, at: number): boolean =>
  at >= clause.cue[1] && attachment(clause, at, at + 1) === 'after';

/** Whether this preposition, hanging on this word, leads to where something was said. */
function leads(preposition: string, governor: Governor, name: MediumName, clause: Clause): boolean {
  const { kind, word } = governor;
  const event = kind === 'event';
  switch (preposition) {
    case 'with':
      return event
        ? SPOKEN_EVENTS.has(word)
        : kind === 'verb' && /^(?:sp[eo]ak|spoke|talk|sat|sitting|appear|chat|shar)/.test(word);
    case 'to':
      if (name.kind === 'platform') return /^(?:took|taking|takes|post|went)/.test(word);
      return event
        ? SENT_EVENTS.has(word)
        : kind !== 'opening' && !/^(?:went|goes|going|took|takes|taking)$/.test(word);
    case 'on':
      if (name.bySpelling) return false;
      if (event) return SHOWN_EVENTS.has(word) || WRITTEN_EVENTS.has(word);
      // "spoke on ‘Rebuilding the Coast’" gives a topic.
      return !(name.title && (!name.words.includes(' ') || /^(?:sp[eo]|talk|writ|wrote)/.test(word)));
    case 'in':
      if (name.kind === 'platform' || name.title) return false;
      if (event) return WRITTEN_EVENTS.has(word);
      return kind === 'cue' || kind === 'verb' ? WRITING.has(word) || WRITING.has(form(clause, clause.cue[0])) : false;
    case 'for':
      return event
        ? WRITTEN_EVENTS.has(word) || SPOKEN_EVENTS.has(word)
        : kind === 'verb' && /^(?:writ|wrote|sp[eo]|talk)/.test(word);
    case 'via':
    case 'through':
      return name.kind === 'platform';
    case 'of':
      return event && /^(?:broadcast|edition|episode|airing|issue|installment)$/.test(word);
    case 'by':
      return kind === 'verb' && /^(?:asked|pressed|questioned|interviewed|reached|contacted)$/.test(word);
    default:
      return false;
  }
}

const PREPOSITIONS = words('with to on in for via through by during at from of');

/** The adjunct that begins with, or hangs on, the word at `i`, if it names a medium. */
function adjunctAt(clause: Clause, i: number): Adjunct | null {
  const word = form(clause, i);
  if (TOLD.has(word)) {
    const name = readMediumName(clause, i + 1);
    if (name === null || name.kind === 'platform' || name.event) return null;
    return { first: i, end: name.end, words: name.words, finite: word !== 'telling' };
  }
  if (!PREPOSITIONS.has(word)) return null;
  const name = readMediumName(clause, i + 1);
  if (name === null) return tweetAt(clause, i);
  const governor = governorOf(clause, i);
  if (name.event) {
    const first = /^(?:to|on|of)$/.test(word) && governor?.kind === 'event' ? governor.first : i;
    if (word === 'to' && !(name.kind === 'platform' || governor?.kind === 'event')) return null;
    return { first, end: name.end, words: name.words, finite: false };
  }
  if (governor === null || !leads(word, governor, name, clause)) return null;
  return { first: governor.first, end: name.end, words: name.words, finite: governor.finite };
}

/** "in a tweet", "in a series of tweets". */
function tweetAt(clause: Clause, i: number): Adjunct | null {
  if (!/^(?:in|with|via|through)$/.test(form(clause, i))) return null;
  for (let j = i + 1; j < i + 7 && j < clause.end && free(clause, j); j++) {
    const word = form(clause, j);
    if (/^tweets?$/.test(word)) return { first: i, end: j + 1, words: 'Twitter', finite: false };
    if (word !== 'of' && !/^(?:DET|ADJ|NOUN|NUM|PRON|PART|PROPN)$/.test(clause.tokens[j]!.pos)) return null;
  }
  return null;
}

const RANK: Record<Exclude<Attachment, null>, number> = { within: 0, after: 1, before: 2 };
const LONGEST_AIRING = 20;
const AIRING = /^(?:published|posted|aired|airing|broadcast|taped|released|recorded|conducted|printed|scheduled)$/;

/** Takes in what is said of when it was printed or aired: "an interview with X published on Monday". */
function pastAiring(clause: Clause, end: number): number {
  let aired = false;
  for (let i = end; i < Math.min(clause.end, end + LONGEST_AIRING); i++) {
    const word = form(clause, i);
    if (!free(clause, i) || clause.role(i) === CUE || word === ',') return aired ? i : end;
    aired ||= AIRING.test(word);
    if (!aired && /^(?:VERB|CCONJ)$/.test(clause.tokens[i]!.pos)) return end;
  }
  return end;
}

function adjunctsOf(clause: Clause): Adjunct[] {
  const found: Adjunct[] = [];
  for (let i = clause.first; i < clause.end; i++) {
    if (!free(clause, i)) continue;
    const adjunct = adjunctAt(clause, i);
    if (adjunct === null) continue;
    found.push(adjunct);
    i = Math.max(i, adjunct.end - 1);
  }
  return found;
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

/** A line that gives the source of what stands around it: "Source: Hale, in an interview with the Meridian Post". */
function sourceLine(document: Document, paragraph: number): Clause | null {
  const range = document.paragraphs[paragraph];
  if (range === undefined) return null;
  const [first, end] = range;
  const { tokens } = document;
  if (!/^sources?$/i.test(tokens[first]!.form) || tokens[first + 1]?.form !== ':' || first + 2 >= end) return null;
  return { document, tokens, first: first + 2, end, cue: [first, first + 2], source: null, role: () => OTHER };
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
