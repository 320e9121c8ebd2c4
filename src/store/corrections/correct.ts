import { type Connection, prepared } from '../connection.ts';
import { settlePositions } from '../positions/filing.ts';
import { build } from '../schema.ts';
import { actionOf } from './actions/index.ts';
import { Changes } from './changes.ts';
import { correctionsThatHold, readCorrection, undoneBy, writeEntry } from './log.ts';
import { Finder } from './refs.ts';
import { reset } from './reset.ts';
import type { CorrectionOrigin, CorrectionRequest, LoggedCorrection, RecordedCorrection } from './types.ts';

const anyMissed = prepared(() => build.selectFrom('missed').select('correction_id').limit(1));
const isMissed = prepared((v: { digest: string }) =>
  build.selectFrom('missed').select('correction_id').where('digest', '=', v.digest).limit(1),
);

/**
 * Changes the record as asked, and writes that into the log: both or neither.
 *
 * @throws for people when the request names what is not there, or would change nothing.
 */
export function correct(
  connection: Connection,
  request: CorrectionRequest,
  { by, at, note }: CorrectionOrigin,
): RecordedCorrection {
  return connection.write(() => {
    const number = nextNumber(connection);
    if (request.action === 'undo') checkUndo(connection, request.number);
    const payload = actionOf(request.action).prepare(connection, request, number);
    return enter(connection, { at, by, action: request.action, payload, note: note ?? null });
  });
}

/** Makes a correction of another record's log again in this one; what it names may not be here. */
export function repeat(connection: Connection, entry: LoggedCorrection): RecordedCorrection {
  return connection.write(() => enter(connection, entry));
}

function nextNumber(connection: Connection): number {
  const last = connection.first(build.selectFrom('correction').select((of) => of.fn.max<number | null>('id').as('id')));
  return (last?.id ?? 0) + 1;
}

function checkUndo(connection: Connection, number: number): void {
  const by = undoneBy(connection).get(number);
  if (by !== undefined)
    throw new Error(`correction ${number} is undone already, by ${by}: to let it hold again, undo ${by}`);
}

function enter(connection: Connection, entry: LoggedCorrection): RecordedCorrection {
  const number = writeEntry(connection, entry);
  if (entry.action === 'undo') replay(connection);
  else {
    const changes = new Changes(connection);
    apply(changes, number, entry);
    changes.finish();
  }
  settlePositions(connection);
  return readCorrection(connection, number)!;
}

function apply(changes: Changes, number: number, { action, payload }: LoggedCorrection): void {
  const { connection } = changes;
  const reason = actionOf(action).apply({ connection, number, find: new Finder(connection, number), changes }, payload);
  if (reason === null) return;
  connection.run(build.insertInto('unapplied').values({ correction_id: number, reason }));
}

/**
 * Brings the record to what was found in its articles, with the corrections that hold applied one after the other. That
 * is what a record is at any time; a correction that is new at the end of the log needs only to be applied itself.
 */
export function replay(connection: Connection): void {
  const changes = new Changes(connection);
  reset(changes);
  for (const { number, entry } of correctionsThatHold(connection)) apply(changes, number, entry);
  changes.finish();
}

/** Takes the effects of all corrections out of the record, until `replay` applies them again: what was found is left. */
export function takeOut(connection: Connection): void {
  const changes = new Changes(connection);
  reset(changes);
  changes.finish();
}

/** Whether a correction has looked in vain for something that now comes in, by its digest. */
export function isAwaited(connection: Connection, digests: readonly string[]): boolean {
  if (connection.first(anyMissed, {}) === undefined) return false;
  return digests.some((digest) => connection.first(isMissed, { digest }) !== undefined);
}
