import { Buffer } from 'node:buffer';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Posted, PostedEvent } from '../pipeline/index.ts';
import { typed } from './app.ts';
import { type CaptureOutcome, MOST_SENT, type SentPage, sentPage, sentPageOutcome } from './captures-schemas.ts';
import { noQuery, problem } from './schemas.ts';
import { isOwnOrigin, isToken } from './security.ts';
import { createTurns, type Turns } from './turns.ts';

/** Adds a page to the record, and says what became of it. */
export type Accept = (posted: Posted) => Promise<PostedEvent>;

/** The header in which a page of this server sends the token that it was served with. */
const TOKEN_HEADER = 'x-onrecord-token';

/** One page is read at a time. The others are held in memory whole: these are few. */
const MOST_AT_HAND = 4;

function toPosted({ url, html, file, capturedAt }: SentPage): Posted {
  const at = capturedAt === undefined ? new Date() : new Date(capturedAt);
  if (file) return { name: file.name, bytes: Buffer.from(file.bytes, 'base64'), url: url ?? null, capturedAt: at };
  return { url: url ?? '', html: html ?? '', capturedAt: at };
}

function toOutcome(event: PostedEvent): CaptureOutcome {
  const nothing = { title: null, attributions: null, code: null, reason: null };
  if (event.outcome === 'refused') {
    const { code, reason } = event.refusal;
    return { ...nothing, outcome: event.outcome, article: null, code, reason };
  }
  const attributions = 'attributions' in event.article ? event.article.attributions.length : null;
  return { ...nothing, outcome: event.outcome, article: event.key, title: event.article.title, attributions };
}

const isJson = (request: FastifyRequest): boolean =>
  /^application\/json\s*(?:;|$)/i.test(request.headers['content-type'] ?? '');

/** Turns away what no page of this server sent, before any of its body is read. */
async function admit(request: FastifyRequest, reply: FastifyReply, token: string): Promise<FastifyReply | undefined> {
  if (!isOwnOrigin(request)) {
    return reply.code(403).send({ error: 'Pages are taken from the page /capture of this server alone.' });
  }
  if (!isToken(request.headers[TOKEN_HEADER], token)) {
    const error = 'The server was started again since this page was loaded: load the page again, then try once more.';
    return reply.code(403).send({ error });
  }
  if (!isJson(request)) return reply.code(415).send({ error: 'A page is sent as JSON (application/json).' });
  return undefined;
}

/** Holds a place for a request from its beginning until it is answered, or given up, and its work is done. */
async function holdPlace(
  request: FastifyRequest,
  reply: FastifyReply,
  turns: Turns,
  works: WeakMap<FastifyRequest, Promise<unknown>>,
): Promise<FastifyReply | undefined> {
  const leave = turns.enter();
  if (!leave) {
    const error = 'Other pages are being read: try again in a moment.';
    return reply.code(503).header('retry-after', '5').send({ error });
  }
  reply.raw.once('close', () => void Promise.allSettled([works.get(request)]).then(leave));
  return undefined;
}

/**
 * Adds `POST /api/captures`: a page that a person's browser shows goes into the record.
 *
 * @param token must come with every page; it is served to this server's own pages alone
 */
export function addCaptures(plain: FastifyInstance, accept: Accept, token: string): void {
  const app = typed(plain);
  const turns = createTurns(MOST_AT_HAND);
  const works = new WeakMap<FastifyRequest, Promise<unknown>>();
  app.addHook('onRequest', async (request, reply) => admit(request, reply, token));
  app.addHook('onRequest', async (request, reply) => holdPlace(request, reply, turns, works));
  app.post(
    '/captures',
    {
      bodyLimit: MOST_SENT,
      schema: {
        summary: 'Adds a page that a browser hands over; only for the pages of this server, which hold the token',
        querystring: noQuery,
        body: sentPage,
        response: { 200: sentPageOutcome, 400: problem, 403: problem, 413: problem, 415: problem, 503: problem },
      },
    },
    async (request) => {
      const work = turns.run(() => accept(toPosted(request.body)));
      works.set(request, work);
      return toOutcome(await work);
    },
  );
}
