import type { Held, Place, Shown } from '../../model.ts';
import { type Clause, clausesOf, isVerb, type Range } from './clauses.ts';
import { type Denial, denialIn } from './denials.ts';
import { isTelling, stemOfName } from './names.ts';
import { type Quantity, quantitiesOf } from './quantities.ts';
import { sideOfSpeaker } from './side.ts';
import { declinesToSpeak, isAttitude, isConsent, isIdle, isNot, isRefusal, refusingPhrase, sideOf } from './signs.ts';
import { conceptOf, isAct, isKnownConcept, isWeak } from './thesaurus.ts';
import { conditionWithin, placeOf, type Word, wordsOf } from './words.ts';

/** What one clause claims. */
export interface Claim {
  /** 1: that it is so, or shall be; -1: that it is not. Opposites are apart, in `sides`. */
  readonly sign: 1 | -1;
  /** For words that have an opposite ("raise", "cut"): their common concept, and which of both it is. */
  readonly sides: ReadonlyMap<string, 1 | -1>;
  /** The words that turn it round, in cue and content. */
  readonly signs: readonly Shown[];
  /** How many negations and refusals turn it round. */
  readonly turns: number;
  /** Concepts of what is done: of its verbs. */
  readonly acts: ReadonlySet<string>;
  /** Concepts of what sides agree on or not, verbs and nouns ("talks"). */
  readonly issues: ReadonlySet<string>;
  /** It consents to something, or refuses it. */
  readonly attitude: boolean;
  /** What it is about: concepts with their weights. */
  readonly matter: ReadonlyMap<string, number>;
  /** Names in it other than the actor's, as stems. */
  readonly names: ReadonlySet<string>;
  /** Who acts, as stems of names; `self`: the speaker; `unknown`: a pronoun; null: nobody who acts is named. */
  readonly actor: ReadonlySet<string> | 'self' | 'unknown' | null;
  /** A duty, a possibility or a question: no account of anything. */
  readonly loose: boolean;
  readonly quantities: readonly Quantity[];
  /** Words for the time it speaks of ("2015", "march", "last year"). */
  readonly times: ReadonlySet<string>;
  /** What is claimed of the world as it is or was: no duty, wish, opinion, question, or guess. */
  readonly factual: boolean;
  /** `past`: it speaks of what was, whatever happens later. Null where no verb tells. */
  readonly tense: 'past' | 'now' | 'later' | null;
  /** It has no verb of its own: the stance of the position tells what is held of the thing that it names. */
  readonly bare: boolean;
  /** "has left", "have not left": up to the day on which it is said. */
  readonly perfect: boolean;
  readonly place: Place;
}

/** A position, read. */
export interface Claims {
  readonly claims: readonly Claim[];
  /** Whose side the speaker is on: stems of the name and of the role. */
  readonly side: ReadonlySet<string>;
  /** What the condition is about; empty without one. */
  readonly condition: ReadonlyMap<string, number>;
  /** All that the content mentions, its condition included. */
  readonly mentions: ReadonlyMap<string, number>;
  /** Null where it denies nothing that others say, or only in its own words. */
  readonly denial: Denial | null;
}

const ACTOR =
  /^(?:government|leadership|leaders?|authorit(?:y|ies)|regime|ministry|minister|president|army|military|forces?|police|party|council|campaign|administration|union|company|firm|board|officials?|troops?|rebels?|side|cabinet|court|team|delegation|negotiators?|mayor|bank)$/;
const TIME =
  /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|june|july|august|september|october|november|december|yesterday|today|tomorrow|(?:19|20)\d\d)$/;
const LOOSE = /^(?:should|must|may|might|could|ought|shall|maybe|perhaps|hopefully|whether)$/;
const FUTURE = /^(?:will|would|'ll|wo|going)$/;
const PAST = /^(?:was|were|had|did|been)$/;
const MOST_CLAIMS = 8;

const weightOf = (lemma: string, pos: string): number => {
  if (isKnownConcept(lemma)) return 1;
  if (isWeak(lemma)) return 0.15;
  return pos === 'NOUN' || pos === 'VERB' ? 1 : 0.5;
};

/** The signs in a stretch of words, and which words they are. */
function signsIn(
  words: readonly Word[],
  from: number,
  end: number,
  skip: ReadonlySet<number>,
): { at: number; length: number }[] {
  const lows = words.map(({ low }) => low);
  const found: { at: number; length: number }[] = [];
  for (let at = from; at < end; at++) {
    if (skip.has(at)) continue;
    const { low, lemma } = words[at]!;
    const phrase = refusingPhrase(lows, at);
    if (phrase > 0 && at + phrase <= end) {
      found.push({ at, length: phrase });
      at += phrase - 1;
    } else if ((isNot(low) && !isIdle(lows[at + 1])) || (isRefusal(lemma.toLowerCase()) && !declinesToSpeak(lows, at)))
      found.push({ at, length: 1 });
  }
  return found;
}

/** Whether a noun phrase at the beginning of a clause is one who acts. */
function actorOf(words: readonly Word[], from: number, end: number, { type, speaker }: Held): Claim['actor'] {
  const indirect = type !== 'direct';
  // "reported spending …": the one who reports did it.
  if (indirect && from === 0 && words[0]?.low.endsWith('ing')) return 'self';
  const verb = words.findIndex((word, at) => at >= from && at < end && isVerb(word));
  if (verb <= from) return verb === from ? 'self' : null;
  const subject = words.slice(from, verb).filter(({ pos }) => pos !== 'PUNCT' && pos !== 'SCONJ' && pos !== 'ADV');
  const pronoun = subject.at(-1);
  if (pronoun?.pos === 'PRON' && subject.length <= 2) {
    if (/^(?:i|we)$/.test(pronoun.low)) return 'self';
    // A body or a document that speaks of "him" means somebody else.
    const own = /^(?:organization|document)$/.test(speaker?.kind ?? '') ? /^(?:it|they)$/ : /^(?:he|she|it|they)$/;
    return indirect && own.test(pronoun.low) ? 'self' : 'unknown';
  }
  const preposition = subject.findIndex(({ pos }) => pos === 'ADP');
  const head = preposition < 0 ? subject : subject.slice(0, preposition);
  const last = head.at(-1);
  if (!last) return null;
  const own = indirect ? /^(?:our|my|its|his|her|their)$/ : /^(?:our|my)$/;
  if (head.some(({ low }) => own.test(low)) && ACTOR.test(last.low)) return 'self';
  const names = subject.filter(({ capital, form }) => capital && isTelling(form)).map(({ form }) => stemOfName(form));
  if (!names.length || !(last.capital || ACTOR.test(last.low) || last.low === "'s")) return null;
  return new Set(names);
}

/** The day or period that words speak of. */
function timesIn(words: readonly Word[], from: number, end: number): Set<string> {
  const times = new Set<string>();
  for (let at = from; at < end; at++) {
    const { low, form } = words[at]!;
    if (TIME.test(low) || (low === 'may' && form === 'May' && /^\d/.test(words[at + 1]?.low ?? ''))) times.add(low);
    const next = words[at + 1]?.low ?? '';
    if (
      /^(?:last|this|next|previous|past)$/.test(low) &&
      /^(?:year|month|week|quarter|summer|winter|spring|autumn|season|decade)$/.test(next)
    )
      times.add(`${low} ${next}`);
  }
  return times;
}

interface Reading {
  readonly words: readonly Word[];
  readonly held: Held;
  readonly masked: ReadonlySet<number>;
  readonly quantities: readonly Quantity[];
}

/** "illegal immigration", "safe seats": before a noun it is the name of a thing, and says nothing of it. */
const isAttribute = ({ pos }: Word, next: Word | undefined): boolean => pos === 'ADJ' && next?.pos === 'NOUN';

const sideOfWord = (word: Word, next: Word | undefined) =>
  isAttribute(word, next) ? undefined : sideOf(stepsDown(word, next) ? 'resign' : word.lemma.toLowerCase());

/** "step down", "stand down": to resign. */
const stepsDown = ({ lemma }: Word, next: Word | undefined): boolean =>
  (lemma === 'step' || lemma === 'stand') && next?.low === 'down';

/** "peace talks", "peace deal": the first word says of what kind they mostly are. */
const isKind = ({ low }: Word, next: Word | undefined): boolean => low === 'peace' && next?.pos === 'NOUN';

/** The matter and names of a stretch, the words of it that have an opposite, and where those stand. */
function matterOf({ words, masked }: Reading, [from, end]: readonly [number, number], skip: ReadonlySet<number>) {
  const matter = new Map<string, number>();
  const names = new Set<string>();
  const opposites: Shown[] = [];
  const sides = new Map<string, 1 | -1>();
  for (let at = from; at < end; at++) {
    const word = words[at]!;
    if (masked.has(at) || skip.has(at)) continue;
    const lemma = word.lemma.toLowerCase();
    const name = word.capital && !isKnownConcept(lemma) && !isKnownConcept(word.low);
    if (name) {
      if (isTelling(word.form)) names.add(stemOfName(word.form));
      continue;
    }
    const open = /^(?:NOUN|VERB|ADJ|PROPN)$/.test(word.pos);
    if (!open || isNot(word.low) || TIME.test(word.low)) continue;
    const side = sideOfWord(word, words[at + 1]);
    if (side && !(isRefusal(lemma) && words[at + 1]?.low === 'to')) {
      matter.set(side[0], 1);
      if (!sides.has(side[0])) sides.set(side[0], side[1]);
      if (side[1] < 0) opposites.push({ part: 'content', place: placeOf(word) });
    } else if (!isConsent(lemma) && !isRefusal(lemma)) {
      const concept = conceptOf(isKnownConcept(word.low) ? word.low : lemma);
      const weight = isKind(word, words[at + 1]) ? 0.2 : weightOf(lemma, word.pos);
      matter.set(concept, Math.max(matter.get(concept) ?? 0, weight));
    }
  }
  return { matter, names, sides, opposites };
}

const EVALUATES = /^(?:be|have|seem|look|appear|feel|become)$/;

/** Whether a clause says how the world is, and whether of what was. */
/** When the verbs of a clause are; null where none tells ("denied taking bribes"). */
function tenseOf(inside: readonly Word[]): Claim['tense'] {
  if (inside.some(({ low }) => FUTURE.test(low))) return 'later';
  const verbs = inside.filter((word) => isVerb(word) || /^'(?:s|re|m)$/.test(word.low));
  if (verbs.every((word) => word.low.endsWith('ing') || inside[inside.indexOf(word) - 1]?.low === 'to')) return null;
  const past = verbs.some(
    ({ low, lemma, pos }) => PAST.test(low) || (pos === 'VERB' && low !== lemma && !/(?:ing|s)$/.test(low)),
  );
  return past ? 'past' : 'now';
}

/** Whether a clause says how the world is. */
function natureOf(
  { words, held }: Reading,
  [from, end]: Range,
): Pick<Claim, 'factual' | 'loose' | 'tense' | 'perfect' | 'bare'> {
  const inside = words.slice(from, end);
  // "promised to build": what is offered is to come.
  const tense = tenseOf(inside) ?? (held.stance === 'offers' ? 'later' : null);
  const loose = inside.some(({ low }) => LOOSE.test(low)) || held.words.some((piece) => piece.includes('?'));
  // "was at home", "was not in the room": where somebody was is a fact.
  const where = inside.some(
    ({ lemma }, at) =>
      lemma === 'be' && (inside[at + 1]?.low === 'not' ? inside[at + 2] : inside[at + 1])?.pos === 'ADP',
  );
  const acts = inside.some(
    ({ pos, lemma }) => where || pos === 'NUM' || (pos === 'VERB' && !EVALUATES.test(lemma) && !isConsent(lemma)),
  );
  const told = !/^(?:wants|feels)$/.test(held.mode) && !/^(?:demands|offers)$/.test(held.stance ?? '');
  const perfect = inside.some(({ low, pos }) => pos === 'AUX' && /^(?:has|have|'ve)$/.test(low));
  const bare = !inside.some(isVerb);
  return { loose, tense, perfect, bare, factual: !loose && tense !== 'later' && acts && told };
}

/** What is done in a clause, and whether that is consent or refusal. @param refused whether its cue or a phrase refuses */
function actsIn(
  { words, masked, held }: Reading,
  [from, end]: Range,
  refused: boolean,
): Pick<Claim, 'acts' | 'issues' | 'attitude'> {
  const inside = words.slice(from, end).filter((_, at) => !masked.has(from + at));
  const acts = new Set<string>();
  const issues = new Set<string>();
  let first = true;
  for (const [at, word] of inside.entries()) {
    const lemma = word.lemma.toLowerCase();
    const side = sideOfWord(word, inside[at + 1]);
    const concept = side?.[0] ?? conceptOf(isKnownConcept(word.low) ? word.low : lemma);
    if (isAct(concept)) issues.add(concept);
    if (
      side ||
      (isVerb(word) && !isConsent(lemma) && !isRefusal(lemma) && (first || !isWeak(lemma)) && !EVALUATES.test(lemma))
    )
      acts.add(concept);
    if (isVerb(word) && word.pos === 'VERB') first = false;
  }
  const attitude =
    refused || inside.some(({ lemma }) => isAttitude(lemma)) || /^(?:accepts|rejects|demands)$/.test(held.stance ?? '');
  return { acts, issues, attitude };
}

/** Nouns for what somebody decides, refuses or wants: with "her" or "Tarn's" before them it is that one's. */
const WILL =
  /^(?:refusal|failure|rejection|opposition|reluctance|unwillingness|decision|choice|vote|willingness|support|call|proposal|promise|pledge|plan|push|effort|offer|desire)$/;

/** Whether a clause speaks of another's will without its verb ("her refusal to publish it"). */
const isOfAnother = (inside: readonly Word[]): boolean =>
  inside.some(
    ({ lemma, pos }, at) =>
      pos === 'NOUN' &&
      WILL.test(lemma) &&
      [1, 2].some((back) => /^(?:his|her|their|its|your|'s|')$/.test(inside[at - back]?.low ?? '')),
  );

function claimOf(reading: Reading, clause: Clause, cueSigns: readonly Shown[]): Claim | null {
  const [from, end] = clause.range;
  const { words, held } = reading;
  const inside = reading.quantities.filter(({ first }) => first >= from && first < end);
  const counted = new Set(
    inside.flatMap(({ first, end: last }) => Array.from({ length: last - first }, (_, index) => first + index)),
  );
  const signs = signsIn(words, from, end, reading.masked);
  const signed = new Set(signs.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index)));
  const { matter, names, sides, opposites } = matterOf(reading, clause.range, new Set([...counted, ...signed]));
  if (!matter.size && !inside.length) return null;
  const actor = isOfAnother(words.slice(from, end)) ? 'unknown' : actorOf(words, from, end, held);
  const own = actor instanceof Set ? actor : new Set<string>();
  const turned = signs.length + cueSigns.length;
  return {
    sign: turned % 2 ? -1 : 1,
    sides,
    signs: [
      ...cueSigns,
      ...signs.map(
        ({ at, length }) => ({ part: 'content', place: placeOf(words[at]!, words[at + length - 1]!) }) as const,
      ),
      ...opposites,
    ],
    turns: turned,
    ...actsIn(
      reading,
      clause.range,
      cueSigns.length > 0 || signs.some(({ at, length }) => length > 1 || words[at]!.low === 'against'),
    ),
    matter,
    names: new Set([...names].filter((name) => !own.has(name))),
    actor,
    quantities: inside,
    times: timesIn(words, from, end),
    ...natureOf(reading, clause.range),
    place: placeOf(words[from]!, words.slice(from, end).findLast(({ piece }) => piece === words[from]!.piece)!),
  };
}

/** What of the cue turns the content round ("ruled out", "denied"). */
function signsOfCue({ cue }: Held): Shown[] {
  const words = wordsOf(cue);
  return signsIn(words, 0, words.length, new Set()).map(({ at, length }) => ({
    part: 'cue',
    place: placeOf(words[at]!, words[at + length - 1]!),
  }));
}

/** Where nearly every word has a capital, names cannot be told from words. */
function isHeadline({ words }: Held): boolean {
  const all = words.join(' ').match(/\p{L}{4,}/gu) ?? [];
  return all.length > 4 && all.filter((word) => /^\p{Lu}/u.test(word)).length > 0.8 * all.length;
}

/** "would not say that …": nothing is claimed. */
const leavesUnsaid = ({ cue }: Held): boolean =>
  /(?:\bnot|n['’]t|\bnever|\bdeclin\w+|\brefus\w+)\s+(?:to\s+)?(?:say|saying|said|specify|comment|discuss|disclose|reveal|know|mention)/i.test(
    cue.join(' ').slice(0, 200),
  );

/** Whether a content opens a sentence, so that its first word has a capital whatever it is. */
const opens = ({ type, words, sentence }: Held): boolean =>
  type === 'direct' ||
  sentence === null ||
  sentence.replace(/^["“‘'(]+/, '').startsWith((words[0] ?? '').replace(/^["“‘'(]+/, ''));

/** Reads what a position claims, clause by clause; what stands in its condition is no claim. */
export function readClaims(held: Held): Claims {
  const words = isHeadline(held) || leavesUnsaid(held) ? [] : wordsOf(held.words, opens(held));
  const masked = conditionWithin(held, words, held.words);
  const reading = { words, held, masked, quantities: quantitiesOf(words, held.words) };
  const cue = signsOfCue(held);
  const claims: Claim[] = [];
  for (const clause of clausesOf(words)) {
    if (clause.aside || claims.length >= MOST_CLAIMS) continue;
    const claim = claimOf(reading, clause, claims.length ? [] : cue);
    if (claim) claims.push(claim);
  }
  if (!cue.length && claims[0] && !claims[0].signs.length && (held.stance === 'rejects' || held.stance === 'denies'))
    claims[0] = { ...claims[0], sign: -1 };
  return {
    claims,
    side: sideOfSpeaker(held),
    condition: conditionMatter(held),
    mentions: allOf({ ...reading, masked: new Set() }),
    denial: denialIn(held),
  };
}

function conditionMatter(held: Held): ReadonlyMap<string, number> {
  if (!held.condition) return new Map();
  const words = wordsOf([held.condition]);
  const reading = { words, held, masked: new Set<number>(), quantities: [] };
  const signs = signsIn(words, 0, words.length, new Set());
  return allOf(reading, new Set(signs.map(({ at }) => at)));
}

/** What only marks a condition. */
const MARKERS = ['exchange', 'return', 'condition', 'provide', 'first', 'soon', 'long'].map(conceptOf);

function allOf(reading: Reading, skip: ReadonlySet<number> = new Set()): Map<string, number> {
  const { matter, names } = matterOf(reading, [0, reading.words.length], skip);
  for (const marker of MARKERS) matter.delete(marker);
  return new Map([...matter, ...[...names].map((name) => [`name ${name}`, 0.5] as const)]);
}
