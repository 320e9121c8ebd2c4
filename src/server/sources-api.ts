import type { FastifyInstance } from 'fastify';
import { guardPosts } from './admission.ts';
import { typed } from './app.ts';
import { noQuery, problem } from './schemas.ts';
import { MOST_SENT, type SentSource, type SourceOutcome, sentSource, sentSourceOutcome } from './sources-schemas.ts';

/** Adds to what is watched. An address that gives no source is a problem of the outcome; nothing is thrown for it. */
export type WatchMore = (asked: SentSource) => Promise<SourceOutcome>;

/** One address is asked at a time. */
const MOST_AT_HAND = 4;

/**
 * Adds `POST /api/sources`: a person adds an address, or a list of feeds, to what is watched.
 *
 * @param token must come with every request; it is served to this server's own pages alone
 */
export function addSources(plain: FastifyInstance, watchMore: WatchMore, token: string): void {
  const app = typed(plain);
  const inTurn = guardPosts(plain, {
    token,
    places: MOST_AT_HAND,
    notOurs: 'Sources are taken from the page /watching of this server alone.',
    notJson: 'A source is sent as JSON (application/json).',
    tooMany: 'Other sources are being asked: try again in a moment.',
  });
  app.post(
    '/sources',
    {
      bodyLimit: MOST_SENT,
      schema: {
        summary: 'Adds to what is watched; only for the pages of this server, which hold the token',
        querystring: noQuery,
        body: sentSource,
        response: { 200: sentSourceOutcome, 400: problem, 403: problem, 413: problem, 415: problem, 503: problem },
      },
    },
    async (request) => inTurn(request, () => watchMore(request.body)),
  );
}
