import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useKeys } from '../parts/keys.tsx';
import { KindMark } from '../parts/kind-mark.tsx';
import { Link } from '../router.tsx';
import { placeOf, speakerAddress } from '../words.ts';
import { type Layout, layOut, type PlacedLane, type PlacedPoint } from './layout.ts';
import { PointCard } from './point-card.tsx';
import { constancyWords, type Pair, type Point, pairsOf, pointWords, type Reading, stanceOf } from './reading.ts';
import { StanceShape } from './stances.tsx';

/** So many collisions are drawn, the surest; the list below the lanes holds all. */
const MOST_DRAWN = 30;

interface ChartProps {
  readonly reading: Reading;
  /** The number of the collision that is pointed at in the list; null: none. */
  readonly pointedPair: number | null;
}

/** Lanes along time: a mark for each position, a link to its words. Arrows, j and k go from mark to mark. */
export function LaneChart({ reading, pointedPair }: ChartProps) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useWidth(frame);
  const layout = useMemo(() => (width > 0 ? layOut(reading.lanes, width) : null), [reading, width]);
  const [current, setCurrent] = useState<Point | null>(null);
  const shown = current && reading.pointOf.has(current.key) ? reading.pointOf.get(current.key)! : null;
  const pairs = shown ? pairsOf(reading, shown) : [];
  const pointed = new Set(pointedPair === null ? pairs.map(({ number }) => number) : [pointedPair]);
  useMarkKeys(frame);
  const press = (event: KeyboardEvent) => {
    if (layout && shown && steppedAcross(event.key, layout, shown, frame.current)) event.preventDefault();
  };
  return (
    <div className="lane-chart">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are for the links in it. */}
      <div ref={frame} onKeyDown={press}>
        {layout && (
          // biome-ignore lint/a11y/noSvgWithoutTitle: each mark says all of it; a title would follow the pointer about.
          <svg width={layout.width} height={layout.height} direction="ltr">
            <Axis layout={layout} />
            {layout.lanes.map((row) => (
              <Lane key={row.lane.speaker.key} row={row} layout={layout} />
            ))}
            <Collisions reading={reading} layout={layout} pointed={pointed} />
            {layout.lanes.map((row) => (
              <g key={row.lane.speaker.key}>
                {row.points.map((placed) => (
                  <Mark
                    key={placed.point.key}
                    placed={placed}
                    pairs={pairsOf(reading, placed.point)}
                    reachable={shown ? placed.point === shown : placed.point.order === 0}
                    chosen={placed.point === shown}
                    choose={setCurrent}
                  />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      <PointCard point={shown} reading={reading} />
    </div>
  );
}

/** The width of an element, kept up to date; 0 while it is not shown. */
function useWidth(frame: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const watcher = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    watcher.observe(frame.current!);
    return () => watcher.disconnect();
  }, [frame]);
  return width;
}

const marksIn = (frame: HTMLElement): SVGAElement[] =>
  [...frame.querySelectorAll<SVGAElement>('[data-order]')].sort((a, b) => orderOf(a) - orderOf(b));
const orderOf = (mark: SVGAElement): number => Number(mark.dataset.order);

/** j and k go from mark to mark in time, and so do the arrows once the focus is on one. */
function useMarkKeys(frame: { readonly current: HTMLElement | null }): void {
  useKeys(
    useCallback(
      (key, event) => {
        if (!frame.current) return;
        const marks = marksIn(frame.current);
        const at = marks.indexOf(document.activeElement as Element as SVGAElement);
        const on = key === 'j' || (key === 'ArrowRight' && at >= 0);
        const back = key === 'k' || (key === 'ArrowLeft' && at >= 0);
        if (!on && !back) return;
        event.preventDefault();
        marks[at < 0 ? 0 : Math.min(Math.max(at + (on ? 1 : -1), 0), marks.length - 1)]?.focus();
      },
      [frame],
    ),
  );
}

/** Up and down go to the nearest mark in time of the lane above or below. */
function steppedAcross(key: string, layout: Layout, from: Point, frame: HTMLElement | null): boolean {
  if ((key !== 'ArrowUp' && key !== 'ArrowDown') || !frame?.contains(document.activeElement)) return false;
  const at = layout.lanes.findIndex(({ points }) => points.some(({ point }) => point === from));
  const { x } = layout.placed.get(from)!;
  const lane = layout.lanes[at + (key === 'ArrowUp' ? -1 : 1)];
  const nearest = lane?.points.reduce((best, one) => (Math.abs(one.x - x) < Math.abs(best.x - x) ? one : best));
  if (nearest) frame.querySelector<SVGAElement>(`[data-order="${nearest.point.order}"]`)?.focus();
  return true;
}

function Axis({ layout: { ticks, height } }: { readonly layout: Layout }) {
  return (
    <g className="lane-axis">
      {ticks.map(({ x, words }) => (
        <g key={x}>
          <line x1={x} x2={x} y1="26" y2={height} />
          <text x={x} y="18" textAnchor="middle">
            {words}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What stands behind the marks of a lane: who, how long it stayed so, and what changed into what. */
function Lane({ row: { lane, top, height, points }, layout }: { readonly row: PlacedLane; readonly layout: Layout }) {
  const { speaker } = lane;
  return (
    <g>
      <line className="lane-edge" x1="0" x2={layout.width} y1={top} y2={top} />
      <foreignObject x="0" y={top} width={layout.names} height={height}>
        <div className="lane-name">
          <Link className="quiet-link" to={speakerAddress(speaker.key)} dir="auto">
            <KindMark kind={speaker.kind} /> {speaker.name}
          </Link>
          <small>{constancyWords(lane)}</small>
        </div>
      </foreignObject>
      {points.map(({ point, x, y }) => {
        const before = points.find((other) => point.shift && other.point.keys.includes(point.shift.before));
        return before && <line key={point.key} className="shift-line" x1={before.x} y1={before.y} x2={x} y2={y} />;
      })}
      {points.map(
        ({ point: { key, position }, x, y, room }) =>
          room > 0 &&
          position.attribution.conditionWords && (
            <foreignObject key={key} x={x + 15} y={y - 11} width={room - 6} height="22">
              <div className="lane-condition" dir="auto" aria-hidden="true">
                {position.attribution.conditionWords}
              </div>
            </foreignObject>
          ),
      )}
    </g>
  );
}

interface CollisionsProps {
  readonly reading: Reading;
  readonly layout: Layout;
  readonly pointed: ReadonlySet<number>;
}

/** A broken line from account to account, numbered as in the list. */
function Collisions({ reading, layout, pointed }: CollisionsProps) {
  return (
    <g>
      {reading.pairs.slice(0, MOST_DRAWN).map(({ number, from, to }) => {
        const [a, b] = [from && layout.placed.get(from), to && layout.placed.get(to)];
        if (!a || !b || a === b) return null;
        const bend = a.y === b.y ? 30 : 0;
        const [x, y] = [(a.x + b.x) / 2 + (a.x === b.x ? 22 : 0), (a.y + b.y) / 2 + bend];
        // A quadratic curve passes half way between its control point and the middle of its ends.
        const [cx, cy] = [2 * x - (a.x + b.x) / 2, 2 * y - (a.y + b.y) / 2];
        return (
          <g key={number} className={pointed.has(number) ? 'collision pointed' : 'collision'}>
            <path className="collision-line" d={`M${a.x} ${a.y}Q${cx} ${cy} ${b.x} ${b.y}`} />
            <circle cx={x} cy={y} r="9" />
            <text x={x} y={y + 4} textAnchor="middle">
              {number}
            </text>
          </g>
        );
      })}
    </g>
  );
}

interface MarkProps {
  readonly placed: PlacedPoint;
  readonly pairs: readonly Pair[];
  /** Whether Tab leads to it: to one of all marks. */
  readonly reachable: boolean;
  readonly chosen: boolean;
  choose(point: Point): void;
}

function Mark({ placed: { point, x, y, room }, pairs, reachable, chosen, choose }: MarkProps) {
  const { attribution } = point.position;
  const isShort = attribution.conditionWords !== null && room === 0;
  const name = pointWords(point, pairs);
  return (
    <Link
      className={chosen ? 'lane-mark chosen' : 'lane-mark'}
      to={placeOf(attribution)}
      data-order={point.order}
      tabIndex={reachable ? 0 : -1}
      aria-label={isShort ? `${name}; if` : name}
      onFocus={() => choose(point)}
      onMouseEnter={() => choose(point)}
    >
      <g transform={`translate(${x} ${y})`}>
        <circle className="hit" r="13" />
        {point.shift && <circle className="shift-ring" r="11.500" />}
        <StanceShape stance={stanceOf(point.position)} />
        {isShort && (
          <text className="lane-if" x="9" y="-7">
            if
          </text>
        )}
      </g>
    </Link>
  );
}
