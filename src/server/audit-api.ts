import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import * as schemas from './audit-schemas.ts';
import { problem } from './schemas.ts';

/** Adds the addresses under `/api/audit`: whom outlets quote, counted. */
export function addAudit(app: App, record: RecordStore): void {
  app.get(
    '/audit',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Whom outlets quote: named, unnamed and other sources, with shares',
        querystring: schemas.auditQuery,
        response: { 200: schemas.sourceAudit, 400: problem },
      },
    },
    async ({ query }) => record.sourceAudit(query),
  );

  app.get(
    '/audit/speakers',
    {
      config: { aside: 'slow' },
      schema: {
        summary: 'Speakers with what the audit counts of each, most quoted first',
        querystring: schemas.auditedSpeakersQuery,
        response: { 200: schemas.auditedSpeakerPage, 400: problem },
      },
    },
    async ({ query }) => record.auditedSpeakers(query),
  );
}
