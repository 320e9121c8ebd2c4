import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { noQuery, problem } from './schemas.ts';
import * as schemas from './watch-schemas.ts';

/** Adds `/sources`, `/sources/health` and `/attempts`: what is watched, and how much of it comes in. */
export function addWatch(app: App, record: RecordStore): void {
  app.get(
    '/sources',
    {
      schema: {
        summary: 'What is watched, in the order in which it was added',
        querystring: noQuery,
        response: { 200: schemas.sourceList, 400: problem },
      },
    },
    async () => record.sources(),
  );

  app.get(
    '/sources/health',
    {
      schema: {
        summary: 'How much of each outlet comes in, and since when one fails',
        querystring: noQuery,
        response: { 200: schemas.healthList, 400: problem },
      },
    },
    async () => record.health(),
  );

  app.get(
    '/attempts',
    {
      schema: {
        summary: 'Attempts to fetch, the latest first',
        querystring: schemas.attemptsQuery,
        response: { 200: schemas.attemptPage, 400: problem },
      },
    },
    async ({ query: { failed, ...query } }) => record.attempts({ ...query, failed: failed === 'true' }),
  );
}
