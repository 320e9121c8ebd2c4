import type { Course, Shift, Shown } from '../../model.ts';
import { watcher } from '../../positions/index.ts';
import type { HeldInRecord } from './held.ts';
import type { ClaimedFigure, Lane, LaneCourse, LedgerShift } from './types.ts';

const keyOf = ({ passage }: HeldInRecord): string => passage.attribution.key;

/** The words at a place of a position. */
function wordsAt({ words, cue, condition }: HeldInRecord, { part, place: [piece, start, end] }: Shown): string {
  const pieces = { content: words, cue, condition: [condition ?? ''] }[part];
  return (pieces[piece] ?? '').slice(start, end);
}

export function toShift({ kind, before, after, confidence, reason, ...shift }: Shift<HeldInRecord>): LedgerShift {
  return {
    kind,
    before: keyOf(before),
    after: keyOf(after),
    shownBefore: shift.shownBefore.map((one) => wordsAt(before, one)),
    shownAfter: shift.shownAfter.map((one) => wordsAt(after, one)),
    confidence,
    reason,
  };
}

const toCourse = ({ matter, points, unchangedSince }: Course<HeldInRecord>): LaneCourse => ({
  matter,
  points: points.map(({ on, reports, shift }) => ({ on, reports: reports.map(keyOf), shift: shift && toShift(shift) })),
  unchangedSince,
});

const pointsOf = ({ courses }: Lane): number => courses.reduce((sum, { points }) => sum + points.length, 0);

/** The positions of each speaker in time, those of most points first. */
export function lanesOf(positions: readonly HeldInRecord[]): Lane[] {
  const speakers = Map.groupBy(
    positions.filter(({ speaker }) => speaker !== null),
    ({ speaker }) => speaker!.id,
  );
  const lanes = [...speakers.values()].map((own): Lane => {
    return { speaker: own.at(-1)!.passage.attribution.speaker!, courses: watcher.courses(own).map(toCourse) };
  });
  return lanes.filter(({ courses }) => courses.length > 0).sort((a, b) => pointsOf(b) - pointsOf(a));
}

/** The numbers that positions claim, in their order. */
export function figuresOf(positions: readonly HeldInRecord[]): ClaimedFigure[] {
  return positions.flatMap((position) =>
    watcher.figures(position).map(({ words, unit, counted, least, most }) => ({
      words,
      unit,
      counted,
      least,
      most: Number.isFinite(most) ? most : null,
      attribution: keyOf(position),
    })),
  );
}
