import { prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import type { StatementRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';
import { concern, moveOccurrences, occurrencesOf, referToStatement, statementOf } from './moving-occurrences.ts';

interface Payload {
  readonly statement: StatementRef;
  readonly other: StatementRef;
}

const leadTo = prepared((v: { id: number; to: number }) =>
  build.updateTable('statement').set({ joined_id: v.to }).where('id', '=', v.id),
);

/** Two statements are one utterance. */
export const join: Action<RequestOf<'join'>, Payload> = {
  prepare(connection, request) {
    const { row: one, ...statement } = referToStatement(connection, request.statement);
    const { row: two, ...other } = referToStatement(connection, request.other);
    if (one === two) throw new Error(`${request.statement} and ${request.other} are one statement already`);
    return { statement, other };
  },
  apply(applying, { statement, other }) {
    const { connection, find } = applying;
    const [ones, others] = [statement, other].map(({ occurrence }) =>
      find.attributions(occurrence).map((row) => statementOf(connection, row)),
    ) as [(number | null)[], (number | null)[]];
    const [into] = ones;
    if (into == null) return `there is no statement ${statement.key}`;
    if (others[0] == null) return `there is no statement ${other.key}`;
    const froms = [...new Set([...ones, ...others])].filter((id) => id !== null && id !== into) as number[];
    if (froms.length === 0) return `${statement.key} and ${other.key} are one statement already`;
    for (const from of froms) {
      concern(applying, from);
      moveOccurrences(applying, occurrencesOf(connection, from), into);
      connection.run(leadTo, { id: from, to: into });
    }
    return null;
  },
  describe: ({ statement, other }) => `${other.key} is the statement ${statement.key}: ${statement.occurrence.words}`,
};
