import { Buffer } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Snapshot } from '../model.ts';
import type { RecordStore } from '../store/index.ts';
import { type App, typed } from './app.ts';
import { articleDetail } from './article-schemas.ts';
import { addAudit } from './audit-api.ts';
import { addLedgers } from './ledger-api.ts';
import { noSuch } from './problems.ts';
import { addReview } from './review-api.ts';
import { addRevisions } from './revisions-api.ts';
import * as schemas from './schemas.ts';
import { addSearch } from './search-api.ts';
import { outsidePolicy } from './security.ts';
import { addStatements } from './statements-api.ts';
import { addStories } from './stories-api.ts';
import { addToday } from './today-api.ts';
import { addWatch } from './watch-api.ts';

const { byKey, noQuery, problem } = schemas;

const endings: Record<string, string> = {
  'text/html': 'html',
  'application/xhtml+xml': 'xhtml',
  'text/plain': 'txt',
  'text/markdown': 'md',
  'application/gzip': 'html.gz',
  'application/x-ndjson': 'jsonl',
};

/** Headers for bytes from outside: kept as a file, never shown, and checkable against their SHA-256 (RFC 9530). */
function snapshotHeaders(key: string, snapshot: Snapshot): Record<string, string> {
  const ending = endings[snapshot.mediaType.split(';')[0]!.trim().toLowerCase()] ?? 'bin';
  return {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="onrecord-${key.replace(/[^\w-]/g, '_').slice(0, 80)}.${ending}"`,
    'content-security-policy': outsidePolicy,
    'repr-digest': `sha-256=:${Buffer.from(snapshot.sha256, 'hex').toString('base64')}:`,
  };
}

/**
 * Adds the addresses under `/api`: what the record holds, as JSON in the shapes of `schemas.ts`.
 *
 * @param issues the folder of the record's issues; null: there are none.
 */
export function addApi(plain: FastifyInstance, record: RecordStore, issues: string | null): void {
  const app = typed(plain);
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('cache-control', 'no-cache');
  });
  addArticles(app, record);
  addRevisions(app, record);
  addSpeakers(app, record);
  addStatements(app, record);
  addStories(app, record);
  addToday(app, record);
  addSearch(app, record);
  addLedgers(app, record, issues);
  addAudit(app, record);
  addWatch(app, record);
  addReview(app, record);
  addRest(app, record);
  app.get('/openapi.json', { schema: { hide: true, querystring: noQuery } }, async () => plain.swagger());
}

function addArticles(app: App, record: RecordStore): void {
  const notThere = (key: string) => noSuch('article', key, '/api/articles');

  app.get(
    '/articles',
    {
      schema: {
        summary: 'Articles, newest first',
        querystring: schemas.articlesQuery,
        response: { 200: schemas.articlePage, 400: problem },
      },
    },
    async ({ query: { outlet, ...paging } }) => record.articles(outlet === undefined ? paging : { ...paging, outlet }),
  );

  app.get(
    '/articles/:key',
    {
      schema: {
        summary: 'One article: its text and everything attributed in it',
        params: byKey,
        querystring: noQuery,
        response: { 200: articleDetail, 400: problem, 404: problem },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      return record.article(key) ?? reply.code(404).send(notThere(key));
    },
  );

  app.get(
    '/articles/:key/snapshot',
    {
      schema: {
        summary: 'The bytes the article was made from, as captured',
        params: byKey,
        querystring: noQuery,
        response: {
          200: {
            description: 'The bytes, as an attachment. Repr-Digest holds their SHA-256 (RFC 9530).',
            content: { 'application/octet-stream': { schema: z.instanceof(Buffer) } },
          },
          400: problem,
          404: problem,
        },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      const snapshot = record.snapshot(key);
      if (!snapshot) return reply.code(404).send(notThere(key));
      const { buffer, byteOffset, byteLength } = snapshot.bytes;
      reply.headers(snapshotHeaders(key, snapshot));
      return Buffer.from(buffer, byteOffset, byteLength);
    },
  );
}

function addSpeakers(app: App, record: RecordStore): void {
  app.get(
    '/speakers',
    {
      schema: {
        summary: 'Speakers, most quoted first',
        querystring: schemas.speakersQuery,
        response: { 200: schemas.speakerPage, 400: problem },
      },
    },
    async ({ query: { name, ...paging } }) => record.speakers(name === undefined ? paging : { ...paging, name }),
  );

  app.get(
    '/speakers/:key',
    {
      config: { aside: 'quick' },
      schema: {
        summary: 'One speaker and what is attributed to it; the key of one that was merged leads to the other',
        params: byKey,
        querystring: schemas.speakerQuery,
        response: { 200: schemas.speakerDetail, 400: problem, 404: problem },
      },
    },
    async (request, reply) => {
      const { key } = request.params;
      return record.speaker(key, request.query) ?? reply.code(404).send(noSuch('speaker', key, '/api/speakers'));
    },
  );
}

function addRest(app: App, record: RecordStore): void {
  app.get(
    '/refusals',
    {
      schema: {
        summary: 'Input that gave no article, and why',
        querystring: schemas.pagingQuery,
        response: { 200: schemas.refusalPage, 400: problem },
      },
    },
    async ({ query }) => record.refusals(query),
  );

  app.get(
    '/corrections',
    {
      schema: {
        summary: 'What people corrected, the latest first',
        querystring: schemas.pagingQuery,
        response: { 200: schemas.correctionPage, 400: problem },
      },
    },
    async ({ query }) => record.corrections(query),
  );

  app.get(
    '/offers',
    {
      schema: {
        summary: 'Pairs of speakers that may be one, those with most statements on both sides first',
        querystring: schemas.pagingQuery,
        response: { 200: schemas.offerPage, 400: problem },
      },
    },
    async ({ query }) => record.offers(query),
  );

  app.get(
    '/outlets',
    {
      schema: {
        summary: 'Outlets, with how much the record holds of each',
        querystring: noQuery,
        response: { 200: schemas.outletList, 400: problem },
      },
    },
    async () => record.outlets(),
  );

  app.get(
    '/counts',
    {
      schema: {
        summary: 'How much the record holds',
        querystring: noQuery,
        response: { 200: schemas.counts, 400: problem },
      },
    },
    async () => record.counts(),
  );
}
