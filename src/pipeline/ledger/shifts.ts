import { watcher } from '../../positions/index.ts';
import type { RecordedPassage, RecordStore } from '../../store/index.ts';
import { type HeldInRecord, heldOf } from './held.ts';
import { toShift } from './lanes.ts';
import { passagesOf, positionsIn } from './ledger.ts';
import type { LedgerQuery, RecordedShift, ShiftsFound } from './types.ts';

/** So many positions of a speaker are read where no issue is named, the latest. */
const MOST_OF_SPEAKER = 500;

/** What one speaker changed, in time. @param positions those of one speaker */
function shiftsOf(positions: readonly HeldInRecord[]): RecordedShift[] {
  const shifts = watcher.courses(positions).flatMap(({ points }) => points.flatMap(({ shift }) => shift ?? []));
  return shifts.map((shift) => ({
    ...toShift(shift),
    before: shift.before.passage.attribution,
    after: shift.after.passage.attribution,
  }));
}

/** Where speakers changed what they hold on an issue. @throws as `readLedger` */
export function shiftsOn(record: RecordStore, query: LedgerQuery): ShiftsFound {
  const { positions, read, left } = positionsIn(record, query);
  const speakers = Map.groupBy(positions, ({ speaker }) => speaker?.id ?? null);
  const shifts = [...speakers]
    .flatMap(([speaker, own]) => (speaker === null ? [] : shiftsOf(own)))
    .sort((a, b) => b.confidence - a.confidence);
  return { shifts, read, left };
}

/** So many shifts are new at most, and so sure at least: the first page of a record is no place for guesses. */
const MOST_NEW = 3;
const LEAST_SURE = 0.5;

/** What speakers changed last, of their latest positions; those that came in last first. @param sides of several speakers, in that order */
export function latestShifts(sides: readonly RecordedPassage[]): RecordedShift[] {
  const arrival = new Map(sides.map(({ attribution: { key } }, at) => [key, at]));
  const speakers = Map.groupBy(sides.map(heldOf), ({ speaker }) => speaker?.id ?? null);
  return [...speakers.values()]
    .flatMap((own) => shiftsOf(own))
    .filter(({ confidence }) => confidence >= LEAST_SURE)
    .sort((a, b) => arrival.get(a.after.key)! - arrival.get(b.after.key)!)
    .slice(0, MOST_NEW);
}

/** Where a speaker (by key) changed what he holds, on whatever: of his latest positions. */
export function shiftsBy(
  record: RecordStore,
  speaker: string,
  days: Pick<LedgerQuery, 'from' | 'to'> = {},
): ShiftsFound {
  const { found, total } = passagesOf(record, { ...days, speaker }, MOST_OF_SPEAKER);
  const shifts = shiftsOf(found.map(heldOf)).sort((a, b) => b.confidence - a.confidence);
  return { shifts, read: found.length, left: total - found.length };
}
