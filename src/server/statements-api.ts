import { listStatements, traceStatement } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { noSuch } from './problems.ts';
import { byKey, pagingQuery, problem } from './schemas.ts';
import { statementDetail, statementList, statementsQuery } from './statement-schemas.ts';

/** Adds `/statements` and `/statements/:key`: what was reported more than once, and what became of its words. */
export function addStatements(app: App, record: RecordStore): void {
  app.get(
    '/statements',
    {
      schema: {
        summary: 'Statements that were reported more than once, or whose words were changed',
        querystring: statementsQuery,
        response: { 200: statementList, 400: problem },
      },
    },
    async ({ query: { q, ...query } }) => listStatements(record, { ...query, words: q }),
  );

  app.get(
    '/statements/:key',
    {
      schema: {
        summary: 'One statement with its occurrences in time; the key of an occurrence leads to its statement',
        params: byKey,
        querystring: pagingQuery,
        response: { 200: statementDetail, 400: problem, 404: problem },
      },
    },
    async ({ params: { key }, query }, reply) =>
      traceStatement(record, key, query) ?? reply.code(404).send(noSuch('statement', key, '/api/statements')),
  );
}
