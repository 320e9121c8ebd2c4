import type { Document } from '../../text/index.ts';
import { isQuoted } from '../quotation/quotation-marks.ts';
import {
  type AttributedSpans,
  type Clause,
  CONTENT,
  CUE,
  clauseOf,
  continuesSubject,
  interrupted,
  OTHER,
  onlyInserted,
  SOURCE,
  SPEAKING,
  startsClause,
  wordAt,
} from './clause.ts';
import { type DayExpression, dayExpressions, MAY_HOLD_DAY, resolveDay } from './dates.ts';

const words = (list: string): Set<string> => new Set(list.split(' '));
/** What one says something in, at or during: a day that modifies it is the day it was said. */
const SPEECH_EVENTS = words(
  'interview interviews speech speeches statement statements rally rallies conference conferences remarks remark debate debates hearing hearings ' +
    'briefing briefings tweet tweets post posts posting letter appearance appearances event events stop stops address hall halls forum forums meeting ' +
    'meetings call calls email emails op column essay memo message messages video videos broadcast show shows programme program edition episode testimony ' +
    'session sessions gathering fundraiser summit press release visit tour ceremony dinner lunch breakfast reception news ruling decision vote order ' +
    'opinion report note communique telecast segment podcast talk talks round table roundtable trip swing convention commencement keynote monologue taping',
);
/** Where "on the …" is a place or a way to speak, not a subject. */
const SPOKEN_ON = words(
  'floor air phone telephone radio television trail show programme program sidelines steps campaign network record eve tv line stump',
);
const BLOCKING = words(
  'about regarding concerning over after before following since until till ahead because amid despite against under as than like without ' +
    'into toward towards if when while where who which whom whose although though unless whether whereas versus besides beyond',
);
const OPEN_TO_DOUBT = words(
  'response reaction reference light wake aftermath connection regard relation view advance anticipation favor favour support protest',
);
/** Before a day: it is then no day on which something is said. */
const NO_DAY_OF_SPEECH = words(
  'since until till by before after from of for through to following between than as every each next the over and or beginning starting due effective',
);
const EVENT_PREPOSITIONS = words('in at during on');
const STATEMENTS = words(
  'statement letter memo email post tweet message video release communique ruling order affidavit',
);
const RELEASED = words('released issued posted made delivered circulated provided sent sworn emailed published');
const FUTURE = words("will would shall 'll ’ll may might could should to");
const REPORTING = words(
  'said told announced tweeted wrote added argued warned called claimed stated declared insisted spoke suggested acknowledged admitted accused blasted ' +
    'criticized criticised defended denied dismissed praised urged vowed noted posted predicted promised rejected slammed testified conceded complained asserted',
);

/** The noun a day stands before ("Tuesday's debate", "a Friday interview"), or null; with whether it is one of speech. */
function attributive(clause: Clause, { end }: DayExpression): { speech: boolean } | null {
  const possessive = /^['’]s?$/.test(wordAt(clause, end)) && clause.tokens[end]!.start === clause.tokens[end - 1]!.end;
  const next = clause.tokens[possessive ? end + 1 : end];
  if (!possessive && (end >= clause.end || clause.role(end) !== OTHER || !/^(?:NOUN|ADJ)$/.test(next?.pos ?? '')))
    return null;
  for (let i = possessive ? end + 1 : end; i < Math.min(clause.end, end + 6); i++) {
    if (SPEECH_EVENTS.has(wordAt(clause, i)) || /^["“]|^''$/.test(wordAt(clause, i))) return { speech: true };
    if (clause.tokens[i]!.pos === 'ADP' || /^[,.;]$/.test(wordAt(clause, i))) break;
  }
  return { speech: false };
}

/** Whether the day's own phrase lets it be a day of speech: "on Tuesday", "late Tuesday", "at Tuesday's debate". */
function standsAsDay(clause: Clause, day: DayExpression): boolean {
  const noun = attributive(clause, day);
  let i = day.first - 1;
  while (/^(?:late|early|earlier|mid|-|only|just)$/.test(wordAt(clause, i))) i--;
  if (noun !== null) {
    if (!noun.speech) return false;
    while (/^(?:a|an|the|his|her|their|its|same|last)$/.test(wordAt(clause, i))) i--;
    return EVENT_PREPOSITIONS.has(wordAt(clause, i));
  }
  const after = wordAt(clause, day.end);
  if (/^(?:and|or|to|through|–|-)$/.test(after) && /^(?:\p{Lu}|\p{N})/u.test(clause.tokens[day.end + 1]?.form ?? '')) {
    if (clause.role(day.end + 1) === OTHER && MAY_HOLD_DAY.test(clause.tokens[day.end + 1]!.form)) return false;
  }
  if (day.kind === 'date' && wordAt(clause, i) === 'the') i--;
  return !NO_DAY_OF_SPEECH.has(wordAt(clause, i)) || day.which === 'last';
}

/** Whether the preposition at `i` gives a subject ("on the attack", "for the vote") rather than a name or a place to speak from. */
function givesSubject(clause: Clause, i: number, day: number): boolean {
  for (let j = i + 1; j < Math.min(day, i + 6); j++) {
    const { pos } = clause.tokens[j]!;
    if (pos === 'PROPN' || SPOKEN_ON.has(wordAt(clause, j))) return false;
    if (pos === 'NOUN') return true;
  }
  return false;
}

/** Whether the word at `i` leads away from the verb, to something that a day may belong to instead. */
function leadsAway(clause: Clause, i: number, day: number, held: boolean): boolean {
  const word = wordAt(clause, i);
  if (word === ';' || OPEN_TO_DOUBT.has(word) || BLOCKING.has(word) || startsAnother(clause, i, day)) return true;
  if (word === 'on') return givesSubject(clause, i, day);
  if (word === 'for') return !held && wordAt(clause, i + 2) !== 'first' && givesSubject(clause, i, day);
  return word === 'of' && !held && clause.tokens[i - 1]!.pos !== 'PROPN';
}

/** Whether the conjunction at `i` begins a clause that the day opens: "…, but late Saturday he announced …". */
function startsAnother(clause: Clause, i: number, day: number): boolean {
  if (clause.tokens[i]!.pos !== 'CCONJ' || i === clause.first) return false;
  if (/^(?:but|yet|so|nor)$/.test(wordAt(clause, i))) return true;
  for (let j = i + 1; j < day; j++) if (!/^(?:ADP|ADV|ADJ|PUNCT)$/.test(clause.tokens[j]!.pos)) return false;
  return true;
}

/** Whether a day at `to` modifies the verb that ends at `from`: nothing between them begins another clause or names another event. */
function modifies(clause: Clause, from: number, to: number): boolean {
  let statement = false;
  let held = false;
  for (let i = from; i < to; i++) {
    if (clause.role(i) === CONTENT || clause.role(i) === SOURCE) continue;
    const word = wordAt(clause, i);
    const { pos } = clause.tokens[i]!;
    statement ||= STATEMENTS.has(clause.tokens[i]!.form);
    held ||= SPEECH_EVENTS.has(word);
    if (leadsAway(clause, i, to, held)) return false;
    if (clause.role(i) === CUE) continue;
    if (pos === 'AUX' || (pos === 'VERB' && !(SPEAKING.has(word) || (statement && RELEASED.has(word))))) return false;
  }
  return true;
}

/** Whether the words of [from, to) say where somebody spoke, if anything: "In a speech", "At a rally in Ohio", "Speaking to reporters". */
function leadsUp(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    if (clause.role(i) !== OTHER) return false;
    if (SPEAKING.has(wordAt(clause, i))) return modifies(clause, i + 1, to);
  }
  if (!modifies(clause, from, to)) return false;
  for (let i = from; i < to; i++) {
    if (clause.tokens[i]!.pos === 'NOUN' && !/^(?:day|week)$/.test(wordAt(clause, i)))
      return SPEECH_EVENTS.has(wordAt(clause, i));
  }
  return true;
}

/** Index of the last verb in [from, to), or -1. */
function lastVerb(clause: Clause, from: number, to: number): number {
  for (let i = to - 1; i >= from; i--)
    if (clause.role(i) === OTHER && (clause.tokens[i]!.pos === 'VERB' || REPORTING.has(wordAt(clause, i)))) return i;
  return -1;
}

/** Whether the source is the subject after an opening day: nothing but a comma, a place or an inserted clause comes between. */
function opensBefore(clause: Clause, end: number, source: number): boolean {
  if (!onlyInserted(clause, end, source, false)) return false;
  if (clause.tokens[source - 1]!.pos === 'ADP') return false;
  for (let i = source - 1; i >= end && wordAt(clause, i) !== ','; i--)
    if (BLOCKING.has(wordAt(clause, i))) return false;
  return true;
}

/** For a day that stands before the cue. */
function saidBeforeCue(clause: Clause, { first, end }: DayExpression): boolean {
  const { source, cue } = clause;
  const direct = !interrupted(clause, end, cue[0]);
  if (source === null || source[0] >= cue[1]) return direct && leadsUp(clause, clause.first, first);
  if (source[0] >= end) {
    if (
      /^(?:who|which|that)$/.test(wordAt(clause, source[0])) ||
      isDateline(clause, end) ||
      /^(?:today|now)$/.test(wordAt(clause, first))
    )
      return false;
    if (!leadsUp(clause, clause.first, first) || !opensBefore(clause, end, source[0])) return false;
    return !interrupted(clause, source[1], cue[0]) || continuesSubject(clause);
  }
  if (source[1] > first) return false;
  const verb = lastVerb(clause, source[1], first);
  if (verb < 0) return direct && !hasNoun(clause, source[1], first) && !interrupted(clause, source[1], first);
  if (!continuesSubject(clause) || !modifies(clause, verb + 1, first)) return false;
  if (lastVerb(clause, source[1], verb) >= 0 || startsClause(clause, source[1], verb)) return false;
  return /ing$/.test(wordAt(clause, cue[0])) || REPORTING.has(wordAt(clause, verb));
}

/** "CLEVELAND, July 19 (UPI) —": the day the story was filed. */
const isDateline = (clause: Clause, end: number): boolean => /^(?:\(|—|–|-|--)$/.test(wordAt(clause, end));

function hasNoun(clause: Clause, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (/^(?:NOUN|PROPN)$/.test(clause.tokens[i]!.pos)) return true;
  return false;
}

/** Whether the cue is a verb, or "according to": a noun phrase ("a supporter of") is of no day unless one follows it at once. */
function isVerbal({ tokens, cue }: Clause): boolean {
  if (cue[1] - cue[0] === 1) return true;
  for (let i = cue[0]; i < cue[1]; i++)
    if (/^(?:VERB|AUX)$/.test(tokens[i]!.pos) || /(?:ed|ing)$/.test(tokens[i]!.form)) return true;
  return false;
}

/** Whether a day after the cue of a relative clause belongs to it: ", who endorsed … on Thursday," but not "senators who oppose … on Thursday". */
function withinRelative(clause: Clause, day: DayExpression): boolean {
  const { source, cue } = clause;
  if (source === null || !/^(?:who|which|that)$/.test(wordAt(clause, source[0]))) return true;
  const apart = /^[,–—-]+$/.test(wordAt(clause, source[0] - 1)) && /^[,–—-]+$/.test(wordAt(clause, day.end));
  return apart || day.first - cue[1] < 3;
}

/** How closely a day belongs to the cue: 0 in it, 1 after it, 2 before it; null when it belongs to something else. */
function closeness(clause: Clause, day: DayExpression): number | null {
  const { cue } = clause;
  if (day.first < cue[1] && day.end > cue[0]) return modifies(clause, cue[0], day.first) ? 0 : null;
  if (day.first >= cue[1]) {
    if (!isVerbal(clause) && day.first - cue[1] > 1) return null;
    return withinRelative(clause, day) && modifies(clause, cue[1], day.first) ? 1 : null;
  }
  return isVerbal(clause) && saidBeforeCue(clause, day) ? 2 : null;
}

/** Whether the cue is in the future or only possible: what is still to be said has no day. */
function notYetSaid(clause: Clause): boolean {
  const [first, end] = clause.cue;
  for (let i = first; i < end; i++) if (/^(?:will|shall|['’]ll)$/.test(wordAt(clause, i))) return true;
  for (let i = first - 1; i >= Math.max(clause.first, first - 3); i--) {
    if (clause.role(i) !== OTHER) return false;
    if (FUTURE.has(wordAt(clause, i))) return true;
    if (!/^(?:ADV|AUX|PART)$/.test(clause.tokens[i]!.pos)) return false;
  }
  return false;
}

/**
 * The day on which something was said, from a day in the cue's own clause ("said on Sunday, 10 September", "On 18 October,
 * the president said", "told reporters Tuesday") and outside source and content. A day of another verb or event ("said of
 * the attack on Tuesday"), a vague one ("last week", "in November"), one to come, and two different ones give null.
 *
 * @param published the article's date, `YYYY-MM-DD` or ISO 8601 with a time; without it only a date with its year counts.
 * @returns `YYYY-MM-DD`, never after `published`, or null when it is not certain.
 */
export function saidOn(document: Document, spans: AttributedSpans, published: string | null): string | null {
  const clause = clauseOf(document, spans);
  if (clause === null) return null;
  const { tokens } = clause;
  if (!MAY_HOLD_DAY.test(document.text.slice(tokens[clause.first]!.start, tokens[clause.end - 1]!.end))) return null;
  let best: { rank: number; day: string | null } | null = null;
  for (const expression of dayExpressions(clause)) {
    if (!standsAsDay(clause, expression)) continue;
    const rank = closeness(clause, expression);
    if (rank === null || (best !== null && best.rank < rank)) continue;
    const day = resolveDay(clause, expression, published);
    if (best === null || rank < best.rank) best = { rank, day };
    else if (best.day !== day) best = { rank, day: null };
  }
  if (best === null || best.day === null) return null;
  // Inside quotation marks, "on Monday" is a day before the one of whoever is quoted.
  return notYetSaid(clause) || isQuoted(document, tokens[clause.cue[0]]!.start) ? null : best.day;
}
