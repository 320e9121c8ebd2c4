import type { Course, Held, Point, Shift, Shown } from '../../model.ts';
import type { Claim, Claims } from './claim.ts';
import { dayOf, looksBack } from './days.ts';
import { differingFigures, OWN_NUMBERS } from './figures.ts';
import {
  areComparable,
  areOpposed,
  isWill,
  namesDiffer,
  onOneDeed,
  overlap,
  sameMatter,
  shares,
  sideAgainst,
  tensesDiffer,
} from './match.ts';

/** A position as read. */
interface Read<P> {
  readonly position: P;
  readonly claims: Claims;
}

/** On its day. */
interface Dated<P> extends Read<P> {
  readonly on: string;
}

interface Thread<P> {
  readonly points: { readonly on: string; readonly reports: P[]; shift: Shift<P> | null }[];
  last: Dated<P>;
  readonly matters: Map<string, number>[];
}

const SAME = { shorter: 0.6, longer: 0.4, weight: 1 } as const;

/** "If you look at it", "if I may": no condition of anything. */
const IDLE =
  /^(?:and |but )?(?:(?:even|only|as) )?(?:if|when) (?:you|i|we|they) (?:(?:want to|really|ever|just|can|could|may|might|will|would) )*(?:notice|look|remember|recall|think|ask|will|may|like|know|see|watch|read|listen|go back|follow|talk|consider|check)/i;

const conditionOf = ({ condition }: Held): string | null =>
  condition !== null && IDLE.test(condition) ? null : condition;

/** Whether a claim shows what is held: a thing that is only named needs a stance for or against it. */
const holds = ({ stance }: Held, { bare }: Claim): boolean => !bare || (stance !== null && stance !== 'states');

/** A named thing is another one under another name. */
const nameElsewhere = (one: Claim, other: Claim): boolean =>
  (one.bare || other.bare) && (one.names.size > 0 || other.names.size > 0) && !shares(one.names, other.names);

/** The claims of two positions on one matter of which the speaker holds something, the most alike first; null without. */
function onOneMatter(first: Read<Held>, second: Read<Held>): readonly [Claim, Claim] | null {
  const [a, b] = [first.claims, second.claims];
  // One name may be two offices: "the Interior Ministry" of two countries.
  if (namesDiffer(a.side, b.side)) return null;
  let best: readonly [Claim, Claim] | null = null;
  let most = 0;
  for (const one of a.claims)
    for (const other of b.claims) {
      if (
        !(areComparable(one, other) || bothCount(one, other)) ||
        !holds(first.position, one) ||
        !holds(second.position, other) ||
        nameElsewhere(one, other) ||
        !sameMatter(one.matter, other.matter, SAME) ||
        namesDiffer(one.names, other.names) ||
        actorsDiffer(one, a, other, b)
      )
        continue;
      const { shorter, longer } = overlap(one.matter, other.matter);
      if (shorter + longer > most) {
        most = shorter + longer;
        best = [one, other];
      }
    }
  return best;
}

/** Whether two claims give numbers of one deed: the numbers say what they are about as words do. */
const bothCount = (one: Claim, other: Claim): boolean =>
  !areOpposed(one, other) && one.quantities.length > 0 && other.quantities.length > 0 && onOneDeed(one, other);

/** Shifts below are not shown: where the spans or the words that they share are so unsure, most are none. */
const LEAST_CONFIDENCE = 0.3;

/** Whether two claims are about the acts of different ones. */
function actorsDiffer(one: Claim, a: Claims, other: Claim, b: Claims): boolean {
  const who = (claim: Claim, { side }: Claims) => (claim.actor instanceof Set ? claim.actor : side);
  if (one.actor === 'unknown' || other.actor === 'unknown') return true;
  if (one.actor === null || other.actor === null) return false;
  return namesDiffer(who(one, a), who(other, b));
}

const conditionShown = ({ condition }: Held): Shown[] =>
  condition === null ? [] : [{ part: 'condition', place: [0, 0, condition.length] }];
const claimShown = (claim: Claim): Shown[] =>
  claim.signs.length ? [...claim.signs] : [{ part: 'content', place: claim.place }];

/** What changed, and the words that show it. */
type Changed = Pick<Shift<never>, 'kind' | 'shownBefore' | 'shownAfter' | 'reason'>;

/** Whether words mention what a condition is about, in whatever construction. */
const mentions = (claims: Claims, condition: Claims['condition']): boolean =>
  condition.size > 0 &&
  overlap(claims.mentions, condition).weight >= 0.6 * [...condition.values()].reduce((sum, weight) => sum + weight, 0);

/** A refusal while something lasts, and consent once it has ended, are one position. */
const complement = (a: Claims, b: Claims): boolean =>
  (a.condition.size > 0 && b.condition.size > 0 && overlap(a.condition, b.condition).shorter >= 0.3) ||
  mentions(a, b.condition) ||
  mentions(b, a.condition);

/** A stance that was reversed. What was is so or not, whenever it is said: there two accounts collide. */
function reversed(before: Dated<Held>, one: Claim, after: Dated<Held>, other: Claim): Changed | null {
  if (one.loose || other.loose || tensesDiffer(one, other)) return null;
  if (one.tense === 'past' && one.factual && other.tense === 'past' && other.factual) return null;
  if (complement(before.claims, after.claims)) return null;
  const [was, is] = sideAgainst(one, other) < 0 ? ['against it', 'for it'] : ['for it', 'against it'];
  return {
    kind: 'stance',
    shownBefore: claimShown(one),
    shownAfter: claimShown(other),
    reason: `first ${was}, then ${is}`,
  };
}

/** A condition of what a side will do or have: others say how the world is, and that is no position. */
function conditionChanged(before: Dated<Held>, one: Claim, after: Dated<Held>, other: Claim): Changed | null {
  if (!isWill(one) || !isWill(other)) return null;
  const [had, has] = [conditionOf(before.position), conditionOf(after.position)];
  const shown = { shownBefore: conditionShown(before.position), shownAfter: conditionShown(after.position) };
  if (had === null && has !== null)
    return mentions(before.claims, after.claims.condition)
      ? null
      : { ...shown, kind: 'condition added', shownBefore: claimShown(one), reason: `now “${has}”` };
  if (had !== null && has === null)
    return mentions(after.claims, before.claims.condition)
      ? null
      : { ...shown, kind: 'condition dropped', shownAfter: claimShown(other), reason: `no longer “${had}”` };
  if (had === null || has === null || overlap(before.claims.condition, after.claims.condition).shorter >= 0.4)
    return null;
  return { ...shown, kind: 'condition changed', reason: `first “${had}”, then “${has}”` };
}

function figureChanged(before: Dated<Held>, after: Dated<Held>): Changed | null {
  const figures = differingFigures(before.claims, after.claims, OWN_NUMBERS);
  if (!figures) return null;
  return {
    kind: 'figure',
    shownBefore: [{ part: 'content', place: figures.a.place }],
    shownAfter: [{ part: 'content', place: figures.b.place }],
    reason: `first “${figures.a.words}”, then “${figures.b.words}”`,
  };
}

/** What changed from one position to a later one on the same matter; null when nothing did. */
function shiftBetween<P extends Held>(before: Dated<P>, after: Dated<P>): Shift<P> | null {
  const pair = before.on < after.on ? onOneMatter(before, after) : null;
  if (!pair) return null;
  const [one, other] = pair;
  const changed = areOpposed(one, other)
    ? reversed(before, one, after, other)
    : (conditionChanged(before, one, after, other) ?? figureChanged(before, after));
  if (!changed) return null;
  const sure = before.position.confidence * after.position.confidence * overlap(one.matter, other.matter).shorter;
  const confidence = Math.round(sure * 1000) / 1000;
  return confidence < LEAST_CONFIDENCE
    ? null
    : { ...changed, before: before.position, after: after.position, confidence };
}

/** Whether a position reports what another of its point says. */
const isSamePoint = (a: Held, b: Held): boolean => a.statement !== null && a.statement === b.statement;

/** The thread whose last point is on the matter of a position, the latest first. */
const threadOf = <P extends Held>(threads: readonly Thread<P>[], dated: Dated<P>): Thread<P> | undefined =>
  threads.findLast(
    ({ last, points }) =>
      points.some(({ reports }) => reports.some((one) => isSamePoint(one, dated.position))) || onOneMatter(last, dated),
  );

function file<P extends Held>(threads: Thread<P>[], dated: Dated<P>): void {
  const { position, claims, on } = dated;
  const matters = claims.claims.map(({ matter }) => new Map(matter));
  const thread = threadOf(threads, dated);
  if (!thread) {
    if (matters.length) threads.push({ points: [{ on, reports: [position], shift: null }], last: dated, matters });
    return;
  }
  const known = thread.points.find(({ reports }) => reports.some((one) => isSamePoint(one, position)));
  if (known) {
    known.reports.push(position);
    return;
  }
  const shift = shiftBetween(thread.last, dated);
  const last = thread.points.at(-1)!;
  if (!shift && last.on === on) last.reports.push(position);
  else thread.points.push({ on, reports: [position], shift });
  thread.matters.push(...matters);
  thread.last = dated;
}

/** The words that most of a thread's claims have in common, the heaviest first. */
function wordsOfThread({ matters }: Thread<Held>): string[] {
  const counts = new Map<string, number>();
  for (const matter of matters) for (const [word, weight] of matter) counts.set(word, (counts.get(word) ?? 0) + weight);
  return [...counts]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, 4)
    .map(([word]) => word);
}

/**
 * What one speaker held, matter by matter, the earliest first. Reports of one statement are one point, on the day of the
 * earliest. Positions without a day, and those that an article recalls from a time it does not date, are no points.
 */
export function coursesOf<P extends Held>(
  read: readonly { readonly position: P; readonly claims: Claims }[],
): Course<P>[] {
  const dated = read
    .flatMap((one): Dated<P>[] => {
      const on = dayOf(one.position);
      return on === null || looksBack(one.position) || one.position.nested ? [] : [{ ...one, on }];
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const threads: Thread<P>[] = [];
  for (const one of dated) file(threads, one);
  return threads.map((thread) => ({
    matter: wordsOfThread(thread as unknown as Thread<Held>),
    points: thread.points as readonly Point<P>[],
    unchangedSince: (thread.points.findLast(({ shift }) => shift !== null) ?? thread.points[0]!).on,
  }));
}
