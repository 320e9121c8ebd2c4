import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { noSuch } from './problems.ts';
import { revisionPage } from './revision-schemas.ts';
import { byKey, pagingQuery, problem } from './schemas.ts';

/** Adds `/articles/:key/revisions`: what was changed in an article after it was first captured. */
export function addRevisions(app: App, record: RecordStore): void {
  app.get(
    '/articles/:key/revisions',
    {
      schema: {
        summary: 'The revisions of an article, oldest first, each with what it changed',
        params: byKey,
        querystring: pagingQuery,
        response: { 200: revisionPage, 400: problem, 404: problem },
      },
    },
    async ({ params: { key }, query }, reply) =>
      record.revisions(key, query) ?? reply.code(404).send(noSuch('article', key, '/api/articles')),
  );
}
