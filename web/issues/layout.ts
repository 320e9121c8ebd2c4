import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { LaneOfPoints, Point } from './reading.ts';

/** Sizes in pixels. */
const NAMES = 216;
const EDGE = 24;
const AXIS = 34;
const LEVEL = 30;
const LEAST_LANE = 58;
/** Marks nearer than this are put above each other; WCAG 2.2 asks for targets of 24. */
const APART = 27;
const LEAST_WORDS = 90;
const DAY = 86_400_000;

export interface PlacedPoint {
  readonly point: Point;
  readonly x: number;
  readonly y: number;
  /** How wide words beside it may be; 0: there is no room. */
  readonly room: number;
}

export interface PlacedLane {
  readonly lane: LaneOfPoints;
  readonly top: number;
  readonly height: number;
  readonly points: readonly PlacedPoint[];
}

export interface Layout {
  readonly names: number;
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly PlacedLane[];
  readonly ticks: readonly { readonly x: number; readonly words: string }[];
  readonly placed: ReadonlyMap<Point, PlacedPoint>;
}

const timeOf = ({ on }: Point): number => Date.parse(on);

/** Places lanes below each other along one axis of time. */
export function layOut(lanes: readonly LaneOfPoints[], width: number): Layout {
  const times = lanes.flatMap(({ points }) => points.map(timeOf));
  const [first, last] = times.reduce(([a, b], time) => [Math.min(a, time), Math.max(b, time)], [Infinity, -Infinity]);
  // A single day stands in the middle of a few.
  const spread = last - first < 2 * DAY ? 2 * DAY : 0;
  const scale = scaleUtc<number, number>()
    .domain([first - spread, last + spread])
    .range([NAMES + EDGE, width - EDGE]);
  let top = AXIS;
  const rows = lanes.map((lane): PlacedLane => {
    const points = dodged(lane.points, (point) => scale(timeOf(point)), width);
    const levels = 1 + Math.max(...points.map(({ level }) => level));
    const height = Math.max(LEAST_LANE, levels * LEVEL + 16);
    const start = top + (height - (levels - 1) * LEVEL) / 2;
    const placed = points.map(({ level, ...rest }) => ({ ...rest, y: start + level * LEVEL }));
    top += height;
    return { lane, top: top - height, height, points: placed };
  });
  const placed = new Map(rows.flatMap(({ points }) => points.map((one) => [one.point, one])));
  return { names: NAMES, width, height: top, lanes: rows, ticks: ticksOf(scale, width), placed };
}

/** Puts points that would lie on each other on levels of their own. */
function dodged(points: readonly Point[], xOf: (point: Point) => number, width: number) {
  const ends: number[] = [];
  const placed = points.map((point) => {
    const x = xOf(point);
    const free = ends.findIndex((end) => x - end >= APART);
    const level = free < 0 ? ends.length : free;
    ends[level] = x;
    return { point, x, level };
  });
  return placed.map((one, i) => {
    const next = placed.slice(i + 1).find(({ level }) => level === one.level);
    const room = (next ? next.x - APART / 2 : width) - one.x - APART / 2;
    return { ...one, room: room >= LEAST_WORDS ? Math.min(room, 260) : 0 };
  });
}

function ticksOf(scale: ScaleTime<number, number>, width: number): Layout['ticks'] {
  const ticks = scale.ticks(Math.max(2, Math.floor((width - NAMES) / 110)));
  const days = ticks.filter((tick) => tick.getTime() % DAY === 0);
  const step = days.length > 1 ? days[1]!.getTime() - days[0]!.getTime() : DAY;
  return days.map((day, i) => {
    const newYear = i === 0 || day.getUTCFullYear() !== days[i - 1]!.getUTCFullYear();
    const fields: Intl.DateTimeFormatOptions = {
      ...(step < 360 * DAY && { month: 'short' as const }),
      ...(step < 27 * DAY && { day: 'numeric' as const }),
      ...((newYear || step >= 27 * DAY) && { year: 'numeric' as const }),
    };
    return { x: scale(day), words: new Intl.DateTimeFormat('en-GB', { ...fields, timeZone: 'UTC' }).format(day) };
  });
}
