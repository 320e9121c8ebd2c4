import { Mark } from '../align/index.ts';
import { COORDINATORS, FINITE, HEDGES, HEDGING_QUANTITIES, OPINIONS, WITH_ARTICLE } from './lexicon.ts';
import {
  approximates,
  has,
  isNegative,
  keyAt,
  markAt,
  negates,
  opensCondition,
  type Side,
  type Stretch,
} from './side.ts';

/** What a cut takes from the sense of the words it leaves, and where. */
export interface Taken {
  readonly kind: 'negation' | 'number' | 'condition';
  readonly at: Stretch;
}

/** So far before a cut a negation may stand that governs what is left ("I do not for a moment think that"). */
const REACH = 8;
/** So many words make a claim, of which a condition may be cut; fewer only with a verb among them. */
const CLAIM = 4;

/** So many words before and behind a place its sentence reaches at most. */
const LONGEST_SENTENCE = 200;

/** The begin of the sentence that a unit stands in, and its end. */
function sentenceOf(side: Side, at: number): Stretch {
  let from = at;
  while (from > 0 && at - from < LONGEST_SENTENCE && !has(markAt(side, from), Mark.stop)) from--;
  let to = at + 1;
  while (to < side.units.length && to - at < LONGEST_SENTENCE && !has(markAt(side, to), Mark.stop)) to++;
  return [from, to];
}

const hasFinite = (side: Side, [from, to]: Stretch): boolean => {
  for (let at = from; at < to; at++) if (FINITE.has(keyAt(side, at))) return true;
  return false;
};

const isClaim = (side: Side, kept: Stretch): boolean => kept[1] - kept[0] >= CLAIM || hasFinite(side, kept);

/** Whether a claim of its own begins at a unit: after "and" or "but" that a mark sets off, or before a new subject. */
function newClaim(side: Side, at: number): boolean {
  if (!COORDINATORS.has(keyAt(side, at)) || opensCondition(side, at)) return false;
  return has(markAt(side, at), Mark.clause) || FINITE.has(keyAt(side, at + 1));
}

/** What was cut before the words kept: the sentence's begin up to them. */
export function takenBefore(side: Side, cut: Stretch, kept: Stretch): Taken | null {
  const at = kept[0];
  if (cut[0] >= cut[1] || has(markAt(side, at), Mark.stop)) return null;
  const [begin, end] = sentenceOf(side, at);
  const from = Math.max(cut[0], begin);
  const left: Stretch = [at, Math.min(kept[1], end)];
  if (newClaim(side, at) || newClaim(side, at - 1)) return null;
  return (
    negationBefore(side, from, left) ??
    besideCut(side, at) ??
    (isClaim(side, left) ? conditionBefore(side, from, at) : null)
  );
}

/** A negation that governs the words left: right before them, or where they or a verb of saying make it one of a claim. */
function negationBefore(side: Side, from: number, left: Stretch): Taken | null {
  const at = left[0];
  if (WITH_ARTICLE.has(keyAt(side, at)) && keyAt(side, at - 1) === 'a') return { kind: 'negation', at: [at - 1, at] };
  let reports = false;
  for (let back = at - 1; back >= Math.max(from, at - REACH); back--) {
    const negative = negates(side, back) || (isNegative(side, back) && keyAt(side, back) !== 'without');
    if (negative && (back >= at - 2 || reports || hasFinite(side, clauseFrom(side, left))))
      return { kind: 'negation', at: [back, back + 1] };
    if (has(markAt(side, back), Mark.clause) || newClaim(side, back)) return null;
    reports ||= OPINIONS.has(keyAt(side, back));
  }
  return null;
}

/** A word right before the words left that makes them less certain, or the figure they begin with less exact. */
function besideCut(side: Side, at: number): Taken | null {
  const last = at - 1;
  if (has(markAt(side, at), Mark.clause)) return null;
  if (approximates(side, last)) return { kind: 'number', at: [last, at] };
  const hedged = HEDGES.has(keyAt(side, last)) || HEDGING_QUANTITIES.has(keyAt(side, last));
  return hedged ? { kind: 'condition', at: [last, at] } : null;
}

function conditionBefore(side: Side, from: number, at: number): Taken | null {
  for (let back = at - 1; back >= from; back--) {
    if (opensCondition(side, back)) return { kind: 'condition', at: [back, at] };
    if (newClaim(side, back)) return null;
  }
  return null;
}

/** The first words of a stretch, up to the first mark within it. */
function clauseFrom(side: Side, [from, to]: Stretch): Stretch {
  let end = from + 1;
  while (end < to && end - from < REACH + 2 && !has(markAt(side, end), Mark.clause)) end++;
  return [from, end];
}

/** What was cut behind the words kept: the rest of their sentence. */
export function takenAfter(side: Side, cut: Stretch, kept: Stretch): Taken | null {
  const at = cut[0];
  if (cut[0] >= cut[1] || has(markAt(side, at), Mark.stop)) return null;
  const [begin, end] = sentenceOf(side, at - 1);
  const to = Math.min(cut[1], end);
  const left: Stretch = [Math.max(kept[0], begin), at];
  if (!has(markAt(side, at), Mark.clause) && !opensCondition(side, at)) {
    for (let next = at; next < Math.min(to, at + 2); next++)
      if (negates(side, next)) return { kind: 'negation', at: [next, next + 1] };
  }
  if (!isClaim(side, left)) return null;
  for (let next = at; next < to; next++) {
    if (opensCondition(side, next) || (to - at <= 3 && HEDGES.has(keyAt(side, next))))
      return { kind: 'condition', at: [next, to] };
    if (newClaim(side, next) || has(markAt(side, next), Mark.gap)) return null;
  }
  return null;
}

/** Whether a stretch is whole clauses: marks or the ends of sentences stand on both sides of it. */
export function isWholeClause(side: Side, [from, to]: Stretch): boolean {
  const FEWEST = 3;
  const edge = Mark.clause | Mark.stop;
  const opens = from === 0 || has(markAt(side, from), edge);
  const closes = to === side.units.length || has(markAt(side, to), edge);
  const sentence =
    (from === 0 || has(markAt(side, from), Mark.stop)) &&
    (to === side.units.length || has(markAt(side, to), Mark.stop));
  return sentence || (opens && closes && to - from >= FEWEST);
}
