import { attachment, type Clause, CONTENT, CUE, OTHER, SOURCE, wordAt } from './clause.ts';
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
/** Prepositions that make an event where something was said: "in an interview", not "after an interview". */
const PREPOSITIONS_OF_EVENT = words('in during through via at for on');
const GIVING = words(
  'gave gives giving given granted grants granting did does doing held wrote writes writing published penned sent',
);
const SPOKEN_EVENTS = words(
  'interview interviews conversation discussion chat call sit meeting q&a appearance exchange correspondence session segment briefing podcast',
);
const SENT_EVENTS = words(
  'interview interviews statement email emails mail message comment comments remarks letter text texts',
);
const SHOWN_EVENTS = words(
  'interview interviews appearance segment post posts posting video videos message messages comment comments remarks statement statements broadcast livestream stream show programme program address',
);
const WRITTEN_EVENTS = words(
  'op ed column essay article piece editorial commentary post letter interview interviews blog comment',
);
const WRITING = words('wrote writes writing written write pens penned argued argues published publishes');

/** A stretch of a sentence that says where something was said: tokens [first, end). */
interface Adjunct {
  first: number;
  end: number;
  words: string;
  /** Only for a subject that stands before it: "he went on CNN and said". */
  finite: boolean;
}

/** Whether a token belongs to neither source nor content. */
export const free = (clause: Clause, i: number): boolean => clause.role(i) === OTHER || clause.role(i) === CUE;

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
    const word = wordAt(clause, i);
    if (clause.role(i) === CUE && pos === 'VERB') return { first: noun, finite: false };
    if (GIVING.has(word) && word !== 'given') return { first: i, finite: !word.endsWith('ing') };
    if (pos === 'ADP' && word === 'of') return ofSeries(clause, i);
    if (pos === 'ADP') return PREPOSITIONS_OF_EVENT.has(word) ? { first: i, finite: false } : null;
    if (pos === 'VERB' && !/(?:ed|ing)$/.test(word)) return null;
  }
  return null;
}

/** "in a series of interviews", "as part of an interview". */
function ofSeries(clause: Clause, of: number): { first: number; finite: boolean } | null {
  return /^(?:series|string|pair|round|set|number|part|course|excerpt|excerpts)$/.test(wordAt(clause, of - 1))
    ? eventStart(clause, of - 1)
    : null;
}

const PUT_OUT =
  /^(?:published|posted|aired|airing|broadcast|given|provided|sent|released|taped|recorded|conducted|printed|heard|shared|uploaded)$/;

/** Whether what was put out is a noun just before: "a video posted to …". */
function hasEvent(clause: Clause, participle: number): boolean {
  return [1, 2].some((back) => EVENTS.has(wordAt(clause, participle - back)));
}

/** What the preposition at `at` hangs on: a noun like "interview", a verb like "spoke", the cue, or the sentence's opening. */
function governorOf(clause: Clause, at: number): Governor | null {
  let opening = true;
  for (let i = at - 1; i >= Math.max(clause.first, at - LOOK_BACK); i--) {
    const role = clause.role(i);
    const word = wordAt(clause, i);
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
    if (SPEAKING_VERBS.has(word) && !(PUT_OUT.test(word) && hasEvent(clause, i))) {
      if (/^(?:spoke|talked|speaking)$/.test(word) && wordAt(clause, i - 1) === 'who')
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
    if (pos === 'VERB' && !PUT_OUT.test(word)) return null;
  }
  if (opening && at - LOOK_BACK <= clause.first) return { kind: 'opening', first: at, word: '', finite: false };
  return afterCue(clause, at) ? { kind: 'cue', first: at, word: wordAt(clause, clause.cue[0]), finite: false } : null;
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
      if (name.kind === 'platform')
        return event ? SHOWN_EVENTS.has(word) : /^(?:took|taking|takes|post|went)/.test(word);
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
      return kind === 'cue' || kind === 'verb'
        ? WRITING.has(word) || WRITING.has(wordAt(clause, clause.cue[0]))
        : false;
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
/** The words an adjunct may begin with, as they are written. */
const OPENERS = new Set([...TOLD, ...PREPOSITIONS].flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)]));

/** The adjunct that begins with, or hangs on, the word at `i`, if it names a medium. */
function adjunctAt(clause: Clause, i: number): Adjunct | null {
  const word = wordAt(clause, i);
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
  if (!/^(?:in|with|via|through)$/.test(wordAt(clause, i))) return null;
  for (let j = i + 1; j < i + 7 && j < clause.end && free(clause, j); j++) {
    const word = wordAt(clause, j);
    if (/^tweets?$/.test(word)) return { first: i, end: j + 1, words: 'Twitter', finite: false };
    if (word !== 'of' && !/^(?:DET|ADJ|NOUN|NUM|PRON|PART|PROPN)$/.test(clause.tokens[j]!.pos)) return null;
  }
  return null;
}

/** The stretches of a sentence that name a medium, in order, whatever verb they belong to. */
export function adjunctsOf(clause: Clause): Adjunct[] {
  const found: Adjunct[] = [];
  for (let i = clause.first; i < clause.end; i++) {
    if (!OPENERS.has(clause.tokens[i]!.form) || !free(clause, i)) continue;
    const adjunct = adjunctAt(clause, i);
    if (adjunct === null) continue;
    found.push(adjunct);
    i = Math.max(i, adjunct.end - 1);
  }
  return found;
}
