import type { WholeLedger } from '../../src/server/ledger-schemas.ts';
import { dayWords, outletWords, speakerName } from '../words.ts';
import { type StanceOrNone, stanceWords } from './stances.tsx';

export type Position = WholeLedger['positions'][number];
export type Collision = WholeLedger['collisions'][number];
export type Shift = NonNullable<Position['shift']>;
type Speaker = NonNullable<Position['attribution']['speaker']>;

/** So many lanes are drawn; further speakers are named. */
const MOST_LANES = 20;

/** One utterance in a lane. */
export interface Point {
  /** The key of its first report. */
  readonly key: string;
  /** `YYYY-MM-DD`. */
  readonly on: string;
  /** Its place among all points of the page in time, from 0. */
  readonly order: number;
  /** The first report. */
  readonly position: Position;
  /** The keys of all its reports. */
  readonly keys: readonly string[];
  /** How many articles report it. */
  readonly reports: number;
  readonly shift: Shift | null;
}

/** A speaker's points in time, whatever matter of the issue they are on. */
export interface LaneOfPoints {
  readonly speaker: Speaker;
  readonly points: readonly Point[];
  /** The day of the last change; null: nothing changed since the first point. */
  readonly changed: string | null;
}

/** Two accounts that collide, with their points where lanes hold them. Numbered from 1, as on the page. */
export interface Pair {
  readonly number: number;
  readonly collision: Collision;
  readonly from: Point | null;
  readonly to: Point | null;
}

/** A ledger as the pages show it. */
export interface Reading {
  readonly lanes: readonly LaneOfPoints[];
  /** Speakers whose lanes are left out. */
  readonly others: readonly LaneOfPoints[];
  readonly speakers: number;
  /** How many positions stand in no lane: without a speaker or a day, recalled, or reported by another speaker. */
  readonly apart: number;
  /** The point of each report that a drawn lane holds. */
  readonly pointOf: ReadonlyMap<string, Point>;
  readonly positionOf: ReadonlyMap<string, Position>;
  readonly pairs: readonly Pair[];
  /** What changed, in time. */
  readonly shifts: readonly Shift[];
}

export const stanceOf = ({ attribution }: Position): StanceOrNone => attribution.stance ?? 'none';

type Unordered = Omit<Point, 'order'>;

/** Whether a position is a point in time of its speaker: not what another speaker reports, nor what is recalled. */
const isPoint = ({ attribution, on, recalled }: Position): boolean =>
  attribution.speaker !== null && on !== null && !recalled && attribution.within === null;

/** The points of one speaker in time: one for each statement, however many report it. */
function pointsOf(positions: readonly Position[]): Unordered[] {
  const statements = Map.groupBy(positions, ({ attribution }) => attribution.statement ?? attribution.key);
  const points = [...statements.values()].map((reports): Unordered => {
    const [first] = reports;
    const shift = reports.find((report) => report.shift !== null)?.shift ?? null;
    const keys = reports.map(({ attribution }) => attribution.key);
    return { key: keys[0]!, on: first!.on!, position: first!, reports: reports.length, shift, keys };
  });
  return points.sort(inTime);
}

/** Puts a ledger in the order of the page: lanes, those with most points first, and pairs that collide. */
export function readingOf({ positions, collisions }: WholeLedger): Reading {
  const positionOf = new Map(positions.map((position) => [position.attribution.key, position]));
  const speakers = Map.groupBy(positions.filter(isPoint), ({ attribution }) => attribution.speaker!.key);
  const all = [...speakers.values()]
    .map((own) => ({ speaker: own.at(-1)!.attribution.speaker!, points: pointsOf(own) }))
    .sort((a, b) => b.points.length - a.points.length);
  const orders = new Map(
    all
      .slice(0, MOST_LANES)
      .flatMap(({ points }) => points)
      .sort(inTime)
      .map(({ key }, order) => [key, order]),
  );
  const pointOf = new Map<string, Point>();
  const ordered = all.map(({ speaker, points }): LaneOfPoints => {
    const own = points.map((point): Point => {
      const placed = { ...point, order: orders.get(point.key) ?? -1 };
      if (placed.order >= 0) for (const key of point.keys) pointOf.set(key, placed);
      return placed;
    });
    return { speaker, points: own, changed: own.findLast(({ shift }) => shift !== null)?.on ?? null };
  });
  const shifts = all
    .flatMap(({ points }) => points)
    .sort(inTime)
    .flatMap(({ shift }) => shift ?? []);
  return {
    lanes: ordered.slice(0, MOST_LANES),
    others: ordered.slice(MOST_LANES),
    speakers: new Set(positions.flatMap(({ attribution: { speaker } }) => speaker?.key ?? [])).size,
    apart: positions.filter((position) => !isPoint(position)).length,
    pointOf,
    positionOf,
    pairs: collisions.map((collision, i) => ({
      number: i + 1,
      collision,
      from: pointOf.get(collision.earlier.attribution.key) ?? null,
      to: pointOf.get(collision.later.attribution.key) ?? null,
    })),
    shifts,
  };
}

function inTime(a: Unordered, b: Unordered): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** How long a lane stayed as it is. */
export function constancyWords({ points, changed }: LaneOfPoints): string {
  if (points.length === 1) return 'one position';
  return changed === null ? `no change since ${dayWords(points[0]!.on)}` : `changed ${dayWords(changed)}, not since`;
}

/** The pairs that a point is one side of. */
export function pairsOf({ pairs }: Reading, point: Point): Pair[] {
  return pairs.filter(({ from, to }) => from === point || to === point);
}

/** What a condition is, before its words. */
export const conditionWords: Record<NonNullable<Position['attribution']['conditionStatus']>, string> = {
  'in force': 'on condition',
  hypothetical: 'were it so',
  denied: 'not on condition',
};

/** A point in a sentence, for those who hear the page. */
export function pointWords(point: Point, pairs: readonly Pair[]): string {
  const { attribution } = point.position;
  const { aboutWords, conditionWords: condition, conditionStatus, words, article } = attribution;
  const parts = [
    `${speakerName(attribution)}, ${dayWords(point.on)}: ${stanceWords[stanceOf(point.position)]}`,
    aboutWords && `about ${aboutWords}`,
    condition && `${conditionWords[conditionStatus ?? 'in force']}: ${condition}`,
    `“${words.slice(0, 200)}”`,
    outletWords(article.outlet),
    point.shift && `changed from before: ${point.shift.reason}`,
    ...pairs.map(({ number }) => `collision ${number}`),
  ];
  return parts.filter(Boolean).join('; ');
}
