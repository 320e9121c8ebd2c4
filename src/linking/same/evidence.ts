import type { Reported, ReportedIn } from '../../model.ts';
import { align, sameKey } from '../align/index.ts';
import { type Wording, wordingOf } from '../wording.ts';
import { type Speakers, speakersOf } from './speakers.ts';

/** What two occurrences have in common. */
export interface Evidence {
  readonly speakers: Speakers;
  /** Days between their articles; null where one has no date. */
  readonly days: number | null;
  /** Whether both stand in one article. */
  readonly oneArticle: boolean;
  /** Words that are the same in both, those moved among them. */
  readonly shared: number;
  /** Of them those that are no function words. */
  readonly telling: number;
  /** What the shared words are worth, as a part of the shorter wording, and of the longer one: 0 to 1. */
  readonly ofShorter: number;
  readonly ofLonger: number;
  /** Words of the longest run that is the same in both, and what it is worth. */
  readonly run: number;
  readonly runWorth: number;
  /** What all runs of `LONG_RUN` words or more are worth, one after another in both. */
  readonly runsWorth: number;
  /** Words of a whole stretch between quotation marks that is a part of a run, and what they are worth. */
  readonly whole: number;
  readonly wholeWorth: number;
  /** `runWorth` as a part of what the shorter wording is worth. */
  readonly runOfShorter: number;
  /** Whether both have the same negations and numbers. */
  readonly pivots: boolean;
  /** How many words the shorter one has. */
  readonly length: number;
  /** How many of the two are given as they were said, at least in part. */
  readonly quoted: 0 | 1 | 2;
}

const DAY = 86_400_000;

function daysBetween(one: string | null, two: string | null): number | null {
  if (!one || !two) return null;
  const days = Math.abs(Date.parse(one) - Date.parse(two)) / DAY;
  return Number.isNaN(days) ? null : days;
}

/** A run of fewer words is found in much that has nothing else in common. */
const LONG_RUN = 4;

/** Words that are the same one after another: where they begin in both, how many, and what they are worth. */
interface Run {
  readonly a: number;
  readonly b: number;
  readonly length: number;
  readonly worth: number;
}

function runsOf({ weights }: Wording, links: ArrayLike<number>): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < weights.length; ) {
    if (links[at]! < 0) {
      at++;
      continue;
    }
    const from = at;
    let worth = weights[at++]!;
    for (; at < weights.length && links[at]! === links[at - 1]! + 1; at++) worth += weights[at]!;
    runs.push({ a: from, b: links[from]!, length: at - from, worth });
  }
  return runs;
}

/** The stretch between quotation marks that is worth most among those that stand in a run as a whole. */
function wholeIn(runs: readonly Run[], a: Wording, b: Wording): Pick<Evidence, 'whole' | 'wholeWorth'> {
  let best = { whole: 0, wholeWorth: 0 };
  for (const [side, { quoted, weights }] of [['a', a] as const, ['b', b] as const]) {
    for (const [from, to] of quoted) {
      const stands = runs.some((run) => run[side] <= from && to <= run[side] + run.length);
      const wholeWorth = stands ? weights.slice(from, to).reduce((sum, one) => sum + one, 0) : 0;
      if (wholeWorth > best.wholeWorth) best = { whole: to - from, wholeWorth };
    }
  }
  return best;
}

/** What two wordings must have in common, in whatever order, for it to be worth while to align them. */
const LEAST_WORTH = 1.5;
const LEAST_PART = 0.25;

function haveLittleInCommon(a: Wording, b: Wording): boolean {
  const [short, long] = a.bag.size <= b.bag.size ? [a, b] : [b, a];
  let worth = 0;
  for (const [key, of] of short.bag) if (long.bag.has(key)) worth += of;
  return worth < LEAST_WORTH || worth < LEAST_PART * Math.min(a.weight, b.weight);
}

/** Holds two occurrences against each other; null when they have next to no words in common. */
export function evidenceOf(one: Reported, oneIn: ReportedIn, two: Reported, twoIn: ReportedIn): Evidence | null {
  const [a, b] = [wordingOf(one), wordingOf(two)];
  if (haveLittleInCommon(a, b)) return null;
  const { links, moves } = align(a.keys, b.keys, sameKey);
  const same = [...a.keys.keys()].filter((at) => links[at]! >= 0);
  for (const move of moves) for (let more = 0; more < move.length; more++) same.push(move.a + more);
  const worth = same.reduce((sum, at) => sum + a.weights[at]!, 0);
  const [shorter, longer] = a.weight < b.weight ? [a.weight, b.weight] : [b.weight, a.weight];
  const runs = runsOf(a, links);
  const longest = runs.reduce((best, run) => (run.worth > best.worth ? run : best), { length: 0, worth: 0 });
  return {
    speakers: speakersOf(one.speaker, two.speaker),
    days: daysBetween(oneIn.published, twoIn.published),
    oneArticle: oneIn.id === twoIn.id,
    shared: same.length,
    telling: same.filter((at) => a.weights[at]! >= 1).length,
    ofShorter: shorter === 0 ? 0 : Math.min(1, worth / shorter),
    ofLonger: longer === 0 ? 0 : Math.min(1, worth / longer),
    run: longest.length,
    runWorth: longest.worth,
    runsWorth: runs.reduce((sum, { length, worth: of }) => sum + (length >= LONG_RUN ? of : 0), 0),
    ...wholeIn(runs, a, b),
    runOfShorter: shorter === 0 ? 0 : Math.min(1, longest.worth / shorter),
    pivots: a.pivots.size === b.pivots.size && [...a.pivots].every((key) => b.pivots.has(key)),
    length: Math.min(a.keys.length, b.keys.length),
    quoted: (Number(one.type !== 'indirect') + Number(two.type !== 'indirect')) as 0 | 1 | 2,
  };
}
