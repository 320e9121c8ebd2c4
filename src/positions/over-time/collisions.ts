import type { Collision, Held, Shown } from '../../model.ts';
import type { Claim, Claims } from './claim.ts';
import { daysApart, looksBack } from './days.ts';
import { ACCOUNTS, countsWhatIs, differingFigures } from './figures.ts';
import {
  areComparable,
  areOpposed,
  namesDiffer,
  onOneAct,
  overlap,
  sameActor,
  sameMatter,
  shares,
  type Thresholds,
  tensesDiffer,
} from './match.ts';
import { saidByTwo } from './quoted.ts';

/** A position as read. */
export interface Read<P> {
  readonly position: P;
  readonly claims: Claims;
}

/** So many days after one another two accounts are still of one state of the world. */
const SAME_STATE_DAYS = 3;
/** What one side says of another holds longer: its own words may be a decree that stands. */
const STANDING_DAYS = 60;
/** Pairs below are not shown: where the spans or the words that they share are so unsure, most are none. */
const LEAST_CONFIDENCE = 0.3;

const OWN: Thresholds = { shorter: 0.6, longer: 0.4, weight: 1 };
const FACT: Thresholds = { shorter: 0.75, longer: 0.5, weight: 1.9 };

type Found = Omit<Collision<never>, 'a' | 'b'>;

const shown = (claim: Claim): Shown[] => [
  { part: 'content', place: claim.place },
  ...claim.signs.filter(({ part }) => part === 'cue'),
];

const nameOf = ({ speaker }: Held): string => speaker?.name ?? 'somebody';

/** Whether consent on a condition and refusal on one leave room for both. */
const bothConditional = (a: Held, b: Held): boolean => a.condition !== null && b.condition !== null;

/** Two claims on one matter that say the opposite of each other, each turned round once at most. */
function isOpposite(one: Claim, other: Claim, thresholds: Thresholds): boolean {
  if (!areOpposed(one, other) || one.loose || other.loose || tensesDiffer(one, other)) return false;
  return areComparable(one, other) && sameMatter(one.matter, other.matter, thresholds) && !quantitiesDiffer(one, other);
}

/** "five mines" and "the mine": a different number of them is another matter. */
const quantitiesDiffer = (one: Claim, other: Claim): boolean =>
  one.quantities.length > 0 !== other.quantities.length > 0;

/** "The Interior Ministry" of two countries may have one name: the words of the source tell. */
const sameSpeaker = (a: Read<Held>, b: Read<Held>): boolean =>
  a.position.speaker !== null &&
  b.position.speaker !== null &&
  a.position.speaker.id === b.position.speaker.id &&
  !namesDiffer(a.claims.side, b.claims.side);

const isOwn = ({ actor }: Claim, { side }: Claims): boolean =>
  actor === 'self' || actor === null || (actor instanceof Set && shares(actor, side));

function confidenceOf(a: Held, b: Held, likeness: number): number {
  return Math.round(a.confidence * b.confidence * likeness * 1000) / 1000;
}

/** One speaker against himself: at one time, or ever where it is about what was. */
function against(a: Read<Held>, one: Claim, b: Read<Held>, other: Claim): Found | null {
  if (!sameSpeaker(a, b)) return null;
  if (!isOpposite(one, other, OWN) || namesDiffer(one.names, other.names)) return null;
  if (!sameActor(a.claims, one, b.claims, other)) return null;
  const recalled = looksBack(a.position) || looksBack(b.position);
  const apart = daysApart(a.position, b.position);
  const atOnce = apart === null ? a.position.article.id === b.position.article.id : apart <= 1;
  if ((!atOnce || recalled) && !bothBygone(one, other)) return null;
  if (bothConditional(a.position, b.position)) return null;
  const { shorter, longer } = overlap(one.matter, other.matter);
  return {
    kind: 'self',
    shownA: shown(one),
    shownB: shown(other),
    confidence: confidenceOf(a.position, b.position, (shorter + longer) / 2),
    reason: `${nameOf(a.position)} says both that it is so and that it is not`,
  };
}

/** "He met her", "she denies meeting him": each names the other in one deed. */
const isMutual = (a: Read<Held>, one: Claim, b: Read<Held>, other: Claim): boolean =>
  one.actor === 'self' &&
  other.actor === 'self' &&
  shares(one.names, b.claims.side) &&
  shares(other.names, a.claims.side);

/** Whether a claim is about the deeds or the will of another's side. */
const speaksOf = ({ actor }: Claim, { side }: Claims): boolean => actor instanceof Set && shares(actor, side);

/** The names that tell what a claim is about, besides those whose accounts these are. */
function namesBeside(claim: Claim, a: Claims, b: Claims): Set<string> {
  const actor = claim.actor instanceof Set ? claim.actor : new Set<string>();
  return new Set([...claim.names].filter((name) => ![a.side, b.side, actor].some((known) => known.has(name))));
}

/** What was is so or not, whenever it is told. */
const bothBygone = (one: Claim, other: Claim): boolean =>
  [one, other].every(({ tense, factual, perfect }) => tense === 'past' && factual && !perfect);

/** What one says of another's will or deed, against that other's own words. @param one speaks of the side of `other` */
function aboutOther(a: Read<Held>, one: Claim, b: Read<Held>, other: Claim): Found | null {
  const mutual = isMutual(a, one, b, other);
  if (!(mutual || speaksOf(one, b.claims)) || speaksOf(one, a.claims) || shares(a.claims.side, b.claims.side))
    return null;
  if (!isOwn(other, b.claims) || !isOpposite(one, other, OWN) || /^(?:wants|feels)$/.test(a.position.mode)) return null;
  if (bothConditional(a.position, b.position)) return null;
  const sameArticle = a.position.article.id === b.position.article.id;
  // "talks with Russia", "negotiations with Putin's government": names of one counterpart that no word joins.
  const bridged = namesDiffer(namesBeside(one, a.claims, b.claims), namesBeside(other, a.claims, b.claims));
  if (bridged && !(sameArticle && onOneAct(one, other) && one.names.size === 1 && other.names.size === 1)) return null;
  const apart = daysApart(a.position, b.position);
  if (!sameArticle && !bothBygone(one, other) && (apart === null || apart > STANDING_DAYS)) return null;
  if (one.tense !== 'past' && (looksBack(a.position) || looksBack(b.position))) return null;
  const { shorter, longer } = overlap(one.matter, other.matter);
  return {
    kind: 'other',
    shownA: shown(one),
    shownB: shown(other),
    confidence: confidenceOf(a.position, b.position, ((shorter + longer) / 2) * (bridged ? 0.8 : 1)),
    reason: `what ${nameOf(a.position)} says of the side of ${nameOf(b.position)} is the opposite of its own account`,
  };
}

/** Two about one event or state, of which one says that it is not so. */
function aboutFact(a: Read<Held>, one: Claim, b: Read<Held>, other: Claim): Found | null {
  if (sameSpeaker(a, b) || !a.position.speaker || !b.position.speaker) return null;
  if (!one.factual || !other.factual || !isOpposite(one, other, FACT)) return null;
  if (namesDiffer(one.names, other.names) || !sameActor(a.claims, one, b.claims, other)) return null;
  const apart = daysApart(a.position, b.position);
  const sameArticle = a.position.article.id === b.position.article.id;
  if (!sameArticle && (apart === null || apart > SAME_STATE_DAYS)) return null;
  if (a.position.condition !== null || b.position.condition !== null) return null;
  const { shorter, longer } = overlap(one.matter, other.matter);
  return {
    kind: 'fact',
    shownA: shown(one),
    shownB: shown(other),
    confidence: confidenceOf(a.position, b.position, (shorter + longer) / 2),
    reason: `${nameOf(a.position)} and ${nameOf(b.position)} say the opposite of one thing`,
  };
}

/** Numbers of one thing that differ, at one time. */
function figures(a: Read<Held>, b: Read<Held>): Found | null {
  if (!countsWhatIs(a.position) || !countsWhatIs(b.position)) return null;
  const apart = daysApart(a.position, b.position);
  const sameArticle = a.position.article.id === b.position.article.id;
  if (sameArticle ? apart !== null && apart > 0 && sameSpeaker(a, b) : apart === null || apart > 1) return null;
  if (sameSpeaker(a, b) && (sameArticle || apart !== 0)) return null;
  const differing = differingFigures(a.claims, b.claims, ACCOUNTS);
  if (!differing) return null;
  return {
    kind: 'figure',
    shownA: [{ part: 'content', place: differing.a.place }],
    shownB: [{ part: 'content', place: differing.b.place }],
    confidence: confidenceOf(a.position, b.position, differing.likeness),
    reason: `“${differing.a.words}” by ${nameOf(a.position)}, “${differing.b.words}” by ${nameOf(b.position)}`,
  };
}

function said(a: Held, b: Held): Found | null {
  const places = saidByTwo(a, b);
  if (!places) return null;
  return {
    kind: 'speaker',
    shownA: [{ part: 'content', place: places.a }],
    shownB: [{ part: 'content', place: places.b }],
    confidence: confidenceOf(a, b, 1),
    reason: `the same words are given to ${nameOf(a)} and to ${nameOf(b)}`,
  };
}

/** Turned round: found with `b` first. */
const turned = (found: Found | null): Found | null => found && { ...found, shownA: found.shownB, shownB: found.shownA };

/** Whether one article's report holds the other: two readings of the same words. */
const isWithin = (a: Held, b: Held): boolean =>
  a.article.id === b.article.id &&
  (a.nested || a.speaker?.id === b.speaker?.id) &&
  b.words.some((whole) => a.words.every((piece) => whole.includes(piece)));

/** Why two positions cannot both hold, the surest reason; null where they can. */
export function collisionOf<P extends Held>(a: Read<P>, b: Read<P>): Collision<P> | null {
  if (a.position.statement !== null && a.position.statement === b.position.statement && sameSpeaker(a, b)) return null;
  if (isWithin(a.position, b.position) || isWithin(b.position, a.position)) return null;
  let best = said(a.position, b.position);
  const consider = (found: Found | null) => {
    if (found && found.confidence > (best?.confidence ?? 0)) best = found;
  };
  if (!best) {
    consider(figures(a, b));
    for (const one of a.claims.claims)
      for (const other of b.claims.claims) {
        consider(against(a, one, b, other));
        consider(aboutOther(a, one, b, other));
        consider(turned(aboutOther(b, other, a, one)));
        consider(aboutFact(a, one, b, other));
      }
  }
  return best && best.confidence >= LEAST_CONFIDENCE ? { ...best, a: a.position, b: b.position } : null;
}
