import { type Connection, prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { statementAt } from '../../statements/follow.ts';
import { markStatement } from '../../statements/merge.ts';
import { referToAttribution } from '../refs.ts';
import type { StatementRef } from '../types.ts';
import type { Applying } from './action.ts';

const earliestOf = prepared((v: { id: number }) =>
  build
    .selectFrom('statement')
    .innerJoin('attribution', 'attribution.id', 'earliest_id')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['statement.key as statement', 'article.key as article', 'position'])
    .where('statement.id', '=', v.id),
);
const statement = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('statement_id as statement').where('id', '=', v.id),
);
const occurrences = prepared((v: { statement: number }) =>
  build.selectFrom('attribution').select('id').where('statement_id', '=', v.statement).orderBy('id'),
);
const countedOf = prepared((v: { statement: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['attribution.id', 'article.key as article', 'position'])
    .where('statement_id', '=', v.statement)
    .where('counted', '=', 1)
    .orderBy('attribution.id'),
);
const foundIn = prepared((v: { statement: number }) =>
  build
    .selectFrom('attribution')
    .select('found_statement_id as found')
    .distinct()
    .where('statement_id', '=', v.statement)
    .where('found_statement_id', 'is not', null)
    .orderBy('found_statement_id')
    .$narrowType<{ found: number }>(),
);
const move = prepared((v: { id: number; to: number }) =>
  build.updateTable('attribution').set({ statement_id: v.to }).where('id', '=', v.id),
);

/** Names the statement of a key. @throws when there is none, or none of its occurrences counts any more */
export function referToStatement(connection: Connection, key: string): StatementRef & { readonly row: number } {
  const row = statementAt(connection, key);
  if (row === null) throw new Error(`the record holds no statement ${key}`);
  const earliest = connection.first(earliestOf, { id: row });
  if (!earliest) throw new Error(`nothing is left in the record of the statement ${key}`);
  const { row: _, ...occurrence } = referToAttribution(connection, `${earliest.article}-${earliest.position}`);
  return { row, key: earliest.statement, occurrence };
}

/** The statement that an attribution (by its row) is an occurrence of now; null where it is not filed yet. */
export function statementOf(connection: Connection, attribution: number): number | null {
  return connection.first(statement, { id: attribution })!.statement;
}

/** The rows of the occurrences that a statement has now, those that do not count too, in the order of their coming. */
export function occurrencesOf(connection: Connection, statement: number): number[] {
  return connection.all(occurrences, { statement }).map(({ id }) => id);
}

/**
 * Keeps that a correction concerns a statement, and those of which its occurrences were found to be: what is found to be
 * one of them later is for the correction, too.
 */
export function concern({ connection, number, changes }: Applying, statement: number): void {
  const found = connection.all(foundIn, { statement }).map((one) => one.found);
  for (const id of new Set([statement, ...found])) {
    markStatement(connection, id, number);
    changes.statement(id);
  }
}

/** Gives occurrences to a statement. */
export function moveOccurrences(applying: Applying, rows: readonly number[], to: number): void {
  for (const id of rows) applying.connection.run(move, { id, to });
  concern(applying, to);
}

/** The occurrences of a statement that count, by row and key, in the order of their coming. */
export function attributionKeys(connection: Connection, statement: number): { id: number; key: string }[] {
  return connection
    .all(countedOf, { statement })
    .map(({ id, article, position }) => ({ id, key: `${article}-${position}` }));
}
