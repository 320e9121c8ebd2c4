import type { RecordStore } from '../store/index.ts';
import type { App } from './app.ts';
import { noSuch } from './problems.ts';
import { byKey, pagingQuery, problem } from './schemas.ts';
import { storyDetail, storyList } from './story-schemas.ts';

/** Adds `/stories` and `/stories/:key`: which articles are on one event, and what their outlets report of it. */
export function addStories(app: App, record: RecordStore): void {
  app.get(
    '/stories',
    {
      schema: {
        summary: 'Stories of several articles, those with the latest article first',
        querystring: pagingQuery,
        response: { 200: storyList, 400: problem },
      },
    },
    async ({ query }) => record.stories(query),
  );

  app.get(
    '/stories/:key',
    {
      schema: {
        summary:
          'One story: its articles, and its statements by outlet; limit and offset are of the statements. The key of an article leads to its story',
        params: byKey,
        querystring: pagingQuery,
        response: { 200: storyDetail, 400: problem, 404: problem },
      },
    },
    async ({ params: { key }, query }, reply) => {
      const story = record.story(key);
      const told = record.storyStatements(key, query);
      return story && told ? { ...told, ...story } : reply.code(404).send(noSuch('story', key, '/api/stories'));
    },
  );
}
