import type { Stance } from '../../model.ts';
import { plain } from '../lexicon/phrases.ts';
import type { Reading } from '../reading.ts';
import { type Clause, isStance, readClause, type Subject, turned } from './clause.ts';

/** What cue and content say together, by grammar alone. */
export interface Composed {
  readonly cue: Clause;
  readonly content: Clause;
  /** The stance that the chain of words gives, or null when it gives none. */
  readonly stance: Stance | null;
  /** The tokens that gave it. */
  readonly by: readonly number[];
  /** How often the sense is turned. */
  readonly turns: number;
}

const SELF: ReadonlySet<Subject> = new Set(['I', 'we', 'he']);

/** A clause whose object is said or known: its negation denies and refuses nothing ("did not say", "does not know"). */
function onlySays(reading: Reading, cue: Clause): boolean {
  if (cue.predicate !== null || cue.verb === null) return false;
  return /^(?:say|tell|know|comment|add|explain|specify|notice|remember|understand|see|hear|elaborate|mention|ask|clear)$/.test(
    reading.document.tokens[cue.verb]!.lemma,
  );
}

const HARMS = /^(?:kill|attack|assail|beat|hit|bash|exclude|block|defeat|scold|trash)$/;

/** "I did not kill anyone": a deed of one's own that was not done, where "did not oppose" tells a will. */
const deniesDeed = ({ document }: Reading, { predicate, predicateAt, time, subject, turns }: Clause): boolean =>
  predicate === 'rejects' &&
  turns.length % 2 === 1 &&
  time === 'past' &&
  SELF.has(subject) &&
  HARMS.test(document.tokens[predicateAt[0]!]!.lemma);

interface Said {
  readonly stance: Stance | null;
  readonly by: readonly number[];
  readonly turns: number;
}

const marks = (clause: Clause): number[] => [
  ...clause.turns,
  ...clause.predicateAt,
  ...(clause.modalAt === null ? [] : [clause.modalAt]),
];

/** What the content gives, turned so often by the cue before it. */
function contentSays(
  clause: Clause,
  before: number,
  imperative: boolean,
  awaits: readonly number[] | null,
  unknowing: boolean,
): Said {
  const turns = before + clause.turns.length;
  const by = marks(clause);
  if (isStance(clause.predicate)) {
    const given = clause.predicate;
    const stance = turned(given, turns);
    if (clause.modality === 'duty' && given !== 'denies') return { stance: 'demands', by, turns };
    return { stance, by, turns };
  }
  if (clause.modality === 'duty' && !awaits) return { stance: 'demands', by, turns };
  if (awaits) return { stance: turns % 2 === 0 ? 'accepts' : 'rejects', by: [...by, ...awaits], turns };
  if (clause.modality === 'will' && SELF.has(clause.subject)) {
    return { stance: turns % 2 === 0 ? 'offers' : 'rejects', by, turns };
  }
  if (imperative) return { stance: 'demands', by, turns };
  if (clause.turns.length > 0 && clause.time === 'past' && SELF.has(clause.subject) && !unknowing) {
    return { stance: 'denies', by, turns };
  }
  return { stance: null, by: [], turns };
}

const BEGINS = /^(?:begin|start|commence|resume|continue|happen|take|follow|come|proceed|open)$/;
const AWAITS = /^(?:after|once|only|if|when|with|following)$/;

/**
 * "Talks must start after …", "can resume only once …": what may begin, though only then, is accepted. Gives the verb and
 * the word that puts it off; null where a clause says no such thing.
 */
function beginningAwaited({ document: { tokens }, content }: Reading, clause: Clause): readonly number[] | null {
  const { verb, modality, subject } = clause;
  if (verb === null || !(modality === 'duty' || modality === 'ability') || subject !== 'other') return null;
  if (!BEGINS.test(tokens[verb]!.lemma)) return null;
  const at = content.findIndex((i) => i > verb);
  const awaited = at < 0 ? undefined : content.slice(at, at + 3).find((i) => AWAITS.test(plain(tokens[i]!.form)));
  return awaited === undefined ? null : [verb, awaited];
}

const BIDS = /^(?:tell|ask|warn|advise|remind|want|expect|invite|instruct|beg)$/;
const BIDS_WHOM = /^(?:DET|NOUN|PROPN|PRON|ADJ|NUM|ADP|CCONJ|PUNCT)$/;

/** "told people to boil their water", "asked him not to go": whom, "to" and what to do. Gives the place of "to", or null. */
function bidding({ document: { tokens }, content }: Reading, cue: Clause): number | null {
  if (cue.verb === null || cue.predicate !== null || !BIDS.test(tokens[cue.verb]!.lemma)) return null;
  if (/^(?:want|expect)$/.test(tokens[cue.verb]!.lemma) && cue.turns.length > 0) return null;
  for (const [k, i] of content.slice(0, 14).entries()) {
    const form = plain(tokens[i]!.form);
    if (k > 0 && form === 'to' && /^(?:VERB|AUX|ADV)$/.test(tokens[i + 1]?.pos ?? '')) return i;
    if (form === 'not' && plain(tokens[i + 1]?.form ?? '') === 'to') continue;
    if (!BIDS_WHOM.test(tokens[i]!.pos) || /^(?:if|whether|that|how|why|what|who|when)$/.test(form)) return null;
  }
  return null;
}

/** An imperative: quoted words that begin with a verb in its base form. */
function isImperative({ document, content, attributed }: Reading): boolean {
  if (attributed.type === 'indirect') return false;
  const first = content.find((i) => /\p{L}/u.test(document.tokens[i]!.form));
  if (first === undefined) return false;
  const token = document.tokens[first]!;
  const word = plain(token.form);
  if (token.pos === 'AUX') return word === 'do' && /^(?:not|n't)$/.test(plain(document.tokens[first + 1]?.form ?? ''));
  return token.pos === 'VERB' && word === token.lemma;
}

/**
 * Composes the stance of an attribution word by word: negations and verbs like "refuse" turn the predicate that they
 * govern, so that "would not rule out" accepts and "refused to accept" rejects.
 */
export function compose(reading: Reading): Composed {
  const { tokens } = reading.document;
  const cue = readClause(tokens, reading.cue);
  const content = readClause(tokens, reading.content);
  const cueTurns = cue.turns.length;
  if (isStance(cue.predicate)) {
    const stance = turned(cue.predicate, cueTurns);
    return { cue, content, stance, by: marks(cue), turns: cueTurns };
  }
  if (cueTurns > 0 && onlySays(reading, cue)) return { cue, content, stance: null, by: [], turns: cueTurns };
  if (cueTurns === 0 && deniesDeed(reading, content)) {
    return { cue, content, stance: 'denies', by: marks(content), turns: content.turns.length };
  }
  const bids = cueTurns === 0 ? bidding(reading, cue) : null;
  if (bids !== null) return { cue, content, stance: 'demands', by: [cue.verb!, bids], turns: 0 };
  const said = contentSays(
    content,
    cueTurns,
    isImperative(reading),
    beginningAwaited(reading, content),
    onlySays(reading, content),
  );
  if (said.stance !== null)
    return { cue, content, stance: said.stance, by: [...cue.turns, ...said.by], turns: said.turns };
  const refused = cueTurns % 2 === 1 && !isStance(content.predicate);
  return { cue, content, stance: refused ? 'rejects' : null, by: refused ? cue.turns : [], turns: said.turns };
}
