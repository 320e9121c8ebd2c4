import type { Selectable } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build, type CorrectionTable } from '../schema.ts';
import type { Page, Paging } from '../types.ts';
import { actionOf } from './actions/index.ts';
import type { CorrectionMark, LoggedCorrection, RecordedCorrection } from './types.ts';

type LogRow = Selectable<CorrectionTable>;

const entries = prepared(() => build.selectFrom('correction').selectAll().orderBy('id'));
const undos = prepared(() =>
  build.selectFrom('correction').select(['id', 'payload']).where('action', '=', 'undo').orderBy('id', 'desc'),
);
const marksOfAttribution = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution_correction')
    .innerJoin('correction', 'correction.id', 'attribution_correction.correction_id')
    .select(['correction.id as number', 'action', 'by', 'at', 'note'])
    .where('attribution_correction.attribution_id', '=', v.id)
    .orderBy('correction.id')
    .$castTo<CorrectionMark>(),
);
const marksOfSpeaker = prepared((v: { id: number }) =>
  build
    .selectFrom('standing')
    .innerJoin('correction', 'correction.id', 'standing.correction_id')
    .select(['correction.id as number', 'action', 'by', 'at', 'note'])
    .distinct()
    .where((of) => of.or([of('standing.speaker_id', '=', v.id), of('standing.to_id', '=', v.id)]))
    .union(
      build
        .selectFrom('speaker_apart')
        .innerJoin('correction', 'correction.id', 'speaker_apart.correction_id')
        .select(['correction.id as number', 'action', 'by', 'at', 'note'])
        .where((of) => of.or([of('speaker_id', '=', v.id), of('other_id', '=', v.id)])),
    )
    .union(
      build
        .selectFrom('wikidata_link')
        .innerJoin('correction', 'correction.id', 'wikidata_link.correction_id')
        .select(['correction.id as number', 'action', 'by', 'at', 'note'])
        .where('speaker_id', '=', v.id),
    )
    .orderBy('number')
    .$castTo<CorrectionMark>(),
);

const marksOfStatement = prepared((v: { id: number }) =>
  build
    .selectFrom('statement_correction')
    .innerJoin('correction', 'correction.id', 'statement_correction.correction_id')
    .select(['correction.id as number', 'action', 'by', 'at', 'note'])
    .where('statement_correction.statement_id', '=', v.id)
    .orderBy('correction.id')
    .$castTo<CorrectionMark>(),
);

/** Writes an entry at the end of the log; gives its number. */
export function writeEntry(connection: Connection, { at, by, action, payload, note }: LoggedCorrection): number {
  const articles = connection.first(
    build.selectFrom('article').select((of) => of.fn.countAll<number>().as('held')),
  )!.held;
  const row = { at, by, action, payload: JSON.stringify(payload), note, articles };
  return connection.run(build.insertInto('correction').values(row));
}

/** The corrections that hold, in order; undoing is none of them. */
export function correctionsThatHold(connection: Connection): { number: number; entry: LoggedCorrection }[] {
  const undone = undoneBy(connection);
  return connection
    .all(entries, {})
    .filter(({ id, action }) => action !== 'undo' && !undone.has(id))
    .map((row) => ({ number: row.id, entry: toLogged(row) }));
}

/** What undid each correction that does not hold. The latest is decided first: what it undoes undoes nothing. */
export function undoneBy(connection: Connection): Map<number, number> {
  const undone = new Map<number, number>();
  for (const { id, payload } of connection.all(undos, {})) {
    const { number } = JSON.parse(payload) as { number: number };
    if (!undone.has(id) && !undone.has(number)) undone.set(number, id);
  }
  return undone;
}

function toLogged({ at, by, action, payload, note }: LogRow): LoggedCorrection {
  return { at, by, action: action as LoggedCorrection['action'], payload: JSON.parse(payload), note };
}

/** The log, the latest entry first. */
export function readCorrections(connection: Connection, paging?: Paging): Page<RecordedCorrection> {
  const { limit, offset } = pageOf(paging);
  const rows = build.selectFrom('correction').selectAll().orderBy('id', 'desc').limit(limit).offset(offset);
  const total = build.selectFrom('correction').select((of) => of.fn.countAll<number>().as('total'));
  return connection.read(() => ({
    items: toRecorded(connection, connection.all(rows)),
    total: connection.first(total)!.total,
  }));
}

/** One entry of the log, or null when there is none of this number. */
export function readCorrection(connection: Connection, number: number): RecordedCorrection | null {
  const rows = connection.all(build.selectFrom('correction').selectAll().where('id', '=', number));
  return toRecorded(connection, rows)[0] ?? null;
}

function toRecorded(connection: Connection, rows: readonly LogRow[]): RecordedCorrection[] {
  const undone = undoneBy(connection);
  const reasons = new Map(
    connection
      .all(build.selectFrom('unapplied').selectAll())
      .map(({ correction_id, reason }) => [correction_id, reason]),
  );
  return rows.map((row) => {
    const entry = toLogged(row);
    return {
      number: row.id,
      ...entry,
      summary: actionOf(entry.action).describe(entry.payload),
      undoneBy: undone.get(row.id) ?? null,
      unapplied: reasons.get(row.id) ?? null,
      articles: row.articles,
    };
  });
}

/** The corrections that touched an attribution, in their order. */
export function marksOfAttributionRow(connection: Connection, id: number): CorrectionMark[] {
  return connection.all(marksOfAttribution, { id });
}

/** The corrections that moved occurrences from a statement (by its row) or to it, in their order. */
export function marksOfStatementRow(connection: Connection, id: number): CorrectionMark[] {
  return connection.all(marksOfStatement, { id });
}

/** The corrections of a speaker as a whole: its name and kind, its item of Wikidata, whose statements became its own or left it. */
export function marksOfSpeakerRow(connection: Connection, id: number): CorrectionMark[] {
  return connection.all(marksOfSpeaker, { id });
}
