import { Buffer } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import type { Posted, PostedEvent } from '../pipeline/index.ts';
import { guardPosts } from './admission.ts';
import { typed } from './app.ts';
import { type CaptureOutcome, MOST_SENT, type SentPage, sentPage, sentPageOutcome } from './captures-schemas.ts';
import { noQuery, problem } from './schemas.ts';

/** Adds a page to the record, and says what became of it. */
export type Accept = (posted: Posted) => Promise<PostedEvent>;

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

/**
 * Adds `POST /api/captures`: a page that a person's browser shows goes into the record.
 *
 * @param token must come with every page; it is served to this server's own pages alone
 */
export function addCaptures(plain: FastifyInstance, accept: Accept, token: string): void {
  const app = typed(plain);
  const inTurn = guardPosts(plain, {
    token,
    places: MOST_AT_HAND,
    notOurs: 'Pages are taken from the page /capture of this server alone.',
    notJson: 'A page is sent as JSON (application/json).',
    tooMany: 'Other pages are being read: try again in a moment.',
  });
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
    async (request) => toOutcome(await inTurn(request, () => accept(toPosted(request.body)))),
  );
}
