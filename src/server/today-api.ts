import { todayIn } from '../pipeline/index.ts';
import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { noQuery, problem } from './schemas.ts';
import { today } from './today-schemas.ts';

/** Adds `/today`: what the first page shows, in one answer. */
export function addToday(app: App, record: RecordStore): void {
  app.get(
    '/today',
    {
      config: { aside: 'quick' },
      schema: {
        summary: 'What is new in the record: a few stories, changed statements, collisions, speakers and problems',
        querystring: noQuery,
        response: { 200: today, 400: problem },
      },
    },
    async () => todayIn(record),
  );
}
