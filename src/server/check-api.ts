import { Buffer } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import type { Checker, GivenDraft } from '../pipeline/index.ts';
import { guardPosts } from './admission.ts';
import { typed } from './app.ts';
import { checkedDraft, MOST_SENT_DRAFT, type SentDraft, sentDraft } from './check-schemas.ts';
import { noQuery, problem } from './schemas.ts';

/** Checks the quotations of a draft. */
export type Check = Checker['check'];

/** One draft is checked at a time. The others are held in memory whole: these are few. */
const MOST_AT_HAND = 4;

const FULL = 'Other drafts are being checked: try again in a moment.';

function toDraft({ text, file }: SentDraft): GivenDraft {
  return file ? { name: file.name, bytes: Buffer.from(file.bytes, 'base64') } : { text: text ?? '' };
}

/** Adds `POST /api/check`: the quotations of a draft against the record. It writes nothing. */
export function addCheck(plain: FastifyInstance, check: Check): void {
  const app = typed(plain);
  const inTurn = guardPosts(plain, {
    token: null,
    places: MOST_AT_HAND,
    notOurs:
      'Drafts are taken from the page /check of this server alone; "onrecord check" does the same in a terminal.',
    notJson: 'A draft is sent as JSON (application/json).',
    tooMany: FULL,
  });
  app.post(
    '/check',
    {
      bodyLimit: MOST_SENT_DRAFT,
      schema: {
        summary: 'Checks the quotations of a draft against the record; only for the pages of this server',
        querystring: noQuery,
        body: sentDraft,
        response: {
          200: checkedDraft,
          ...{ 400: problem, 403: problem, 413: problem, 415: problem, 422: problem, 503: problem },
        },
      },
    },
    async (request, reply) => {
      // Whoever went away while others were served waits for no answer.
      const work = async () => (reply.raw.destroyed ? null : check(toDraft(request.body)));
      const checked = await inTurn(request, work).catch((error: Error) => error);
      if (checked instanceof Error) {
        request.log.error({ err: checked }, 'a draft could not be checked');
        return reply.code(503).send({ error: checked.message });
      }
      if (checked === null) return reply.code(503).send({ error: FULL });
      if ('code' in checked) return reply.code(422).send({ error: `This is no draft to check. ${checked.reason}` });
      return checked;
    },
  );
}
