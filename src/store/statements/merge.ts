import type { Connection } from '../connection.ts';
import { prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { refreshStatement } from './changes.ts';
import { moveWordings } from './known.ts';
import type { Occurrences } from './occurrences.ts';

/** What shows that two statements are one. */
export interface Evidence {
  /** The row of the occurrence that does. */
  readonly attribution: number;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reason: string;
}

const moveFound = prepared((v: { from: number; to: number }) =>
  build.updateTable('attribution').set({ found_statement_id: v.to }).where('found_statement_id', '=', v.from),
);
const moveHeld = prepared((v: { from: number; to: number }) =>
  build.updateTable('attribution').set({ statement_id: v.to }).where('statement_id', '=', v.from),
);
const insertMerge = prepared(
  (v: { statement: number; into: number; attribution: number; confidence: number; reason: string }) =>
    build.insertInto('statement_merge').values({
      statement_id: v.statement,
      into_id: v.into,
      attribution_id: v.attribution,
      confidence: v.confidence,
      reason: v.reason,
    }),
);
const corrected = prepared((v: { statement: number }) =>
  build.selectFrom('statement_correction').select('correction_id').where('statement_id', '=', v.statement),
);
const markCorrected = prepared((v: { statement: number; correction: number }) =>
  build
    .insertInto('statement_correction')
    .values({ statement_id: v.statement, correction_id: v.correction })
    .onConflict((on) => on.doNothing()),
);

/** The corrections that moved occurrences of a statement, in their order. */
export function correctionsOf(connection: Connection, statement: number): number[] {
  return connection.all(corrected, { statement }).map(({ correction_id }) => correction_id);
}

/** Keeps that a correction concerns a statement. */
export function markStatement(connection: Connection, statement: number, correction: number): void {
  connection.run(markCorrected, { statement, correction });
}

/**
 * Makes one statement of two that were found: the one that came first keeps its address, and that of the other leads to
 * it. Where corrections concern one of them, they are to be applied again.
 */
export function mergeStatements(
  connection: Connection,
  { from, into, occurrences }: { readonly from: number; readonly into: number; readonly occurrences: Occurrences },
  evidence: Evidence,
): void {
  moveWordings(connection, from, into, occurrences);
  connection.run(moveFound, { from, to: into });
  connection.run(moveHeld, { from, to: into });
  connection.run(insertMerge, { statement: from, into, ...evidence });
  for (const correction of correctionsOf(connection, from)) markStatement(connection, into, correction);
  refreshStatement(connection, into, occurrences);
  refreshStatement(connection, from, occurrences);
}
