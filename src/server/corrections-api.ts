import type { FastifyInstance } from 'fastify';
import type { CorrectionRequest, RecordedCorrection } from '../store/index.ts';
import { guardPosts } from './admission.ts';
import { typed } from './app.ts';
import { correctionRequest, MOST_SENT } from './corrections-schemas.ts';
import { asSentence, isForPeople } from './problems.ts';
import { noQuery, problem, recordedCorrection } from './schemas.ts';

/** Corrects the record in the name of whoever started the server. @throws Error for people, as `RecordStore.correct` does */
export type Correct = (request: CorrectionRequest, note: string | undefined) => RecordedCorrection;

/** A correction takes milliseconds; one that is undone as long as all that hold. */
const MOST_AT_HAND = 16;

/**
 * Adds `POST /api/corrections`: a person corrects what the record holds.
 *
 * @param token must come with every correction; it is served to this server's own pages alone
 */
export function addCorrections(plain: FastifyInstance, correct: Correct, token: string): void {
  const app = typed(plain);
  const inTurn = guardPosts(plain, {
    token,
    places: MOST_AT_HAND,
    notOurs: 'Corrections are taken from the pages of this server alone.',
    notJson: 'A correction is sent as JSON (application/json).',
    tooMany: 'Other corrections are being made: try again in a moment.',
  });
  app.post(
    '/corrections',
    {
      bodyLimit: MOST_SENT,
      schema: {
        summary: 'Corrects the record; only for the pages of this server, which hold the token',
        querystring: noQuery,
        body: correctionRequest,
        response: {
          200: recordedCorrection,
          400: problem,
          403: problem,
          409: problem,
          413: problem,
          415: problem,
          503: problem,
        },
      },
    },
    async (request, reply) => {
      const { note, ...asked } = request.body;
      try {
        return await inTurn(request, async () => correct(asked, note));
      } catch (error) {
        if (!isForPeople(error)) throw error;
        return reply.code(409).send({ error: asSentence(error.message) });
      }
    },
  );
}
