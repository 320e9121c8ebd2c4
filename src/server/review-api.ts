import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { reviewPage, reviewQuery } from './review-schemas.ts';
import { problem } from './schemas.ts';

/** Adds `/review`: what a person should look at. */
export function addReview(app: App, record: RecordStore): void {
  app.get(
    '/review',
    {
      schema: {
        summary:
          'Statements of which something is in doubt and that nobody reviewed, the least likely to be right first',
        querystring: reviewQuery,
        response: { 200: reviewPage, 400: problem },
      },
    },
    async ({ query }) => record.toReview(query),
  );
}
