import { z } from 'zod';
import type * as store from '../store/index.ts';
import { asText, count, items, longest, NOT_BROUGHT, nullable, paging } from './schemas.ts';

const time = z.string().describe('ISO 8601 date and time, UTC.');
const part = z.enum(['list', 'page']).describe("The lists that announce an outlet's articles, or the articles' pages.");
/** What an attempt came to: `ok`, `unchanged`, or why it brought nothing, in the words in which input is refused. */
const outcome = z.enum(['ok', 'unchanged', ...NOT_BROUGHT]);

/** A source of articles that is watched. */
export const watchedSource = z
  .object({
    id: z.int().min(1),
    url: z.string(),
    kind: z.enum(['feed', 'sitemap', 'page']),
    title: nullable.describe('As it calls itself.'),
    site: nullable.describe('The site that it belongs to.'),
    folders: z.array(z.string()).readonly().describe('Where it lies in the list of sources, from the outside in.'),
    outlet: z.string().describe('Whose articles it announces.'),
    foundIn: z.int().nullable().describe('The id of the index of sitemaps that lists it.'),
    addedAt: time,
    removedAt: nullable,
    askedAt: nullable,
    nextAt: nullable,
    okAt: nullable.describe('When it was last there, changed or not.'),
    failures: count.describe('How often it failed in a row.'),
    failingSince: nullable,
    reason: nullable.describe('Why it failed the last time.'),
    announced: count.describe('How many articles it announced.'),
  })
  .meta({ id: 'WatchedSource' }) satisfies z.ZodType<store.WatchedSource>;

export const sourceList = z.array(watchedSource).readonly().meta({ id: 'WatchedSourceList' });

const partHealth = z.object({
  part,
  outcomes: z.array(z.object({ outcome, attempts: count })).readonly(),
  okAt: nullable.describe('The last attempt that succeeded.'),
  failing: z
    .object({ since: time, attempts: count, outcome, reason: z.string(), url: z.string() })
    .nullable()
    .describe('What failed since then, with the last failure; null when nothing did.'),
});

/** How much of each outlet comes in. */
export const healthList = z
  .array(
    z.object({
      outlet: z.string(),
      attempts: count,
      tried: count.describe('How many of its articles were tried.'),
      whole: count.describe('How many of these came in whole.'),
      parts: z.array(partHealth).readonly(),
    }),
  )
  .readonly()
  .meta({ id: 'HealthList' }) satisfies z.ZodType<readonly store.OutletHealth[]>;

/** One attempt to fetch an address. */
export const recordedAttempt = z
  .object({
    outlet: z.string(),
    part,
    article: nullable.describe('The key of the article that came of it.'),
    url: z.string(),
    finalUrl: z.string().describe('The address asked last: where the redirects led.'),
    redirects: z.array(z.string()).readonly(),
    at: time,
    durationMs: count,
    status: z.int().nullable(),
    outcome,
    reason: nullable,
    bytes: count,
    etag: nullable,
    lastModified: nullable,
    retryAfter: count.nullable().describe('How many seconds the server wants to be left alone.'),
    sha256: nullable,
  })
  .meta({ id: 'Attempt' }) satisfies z.ZodType<store.RecordedAttempt>;

export const attemptPage = items(recordedAttempt).meta({ id: 'AttemptPage' });

export const attemptsQuery = z.strictObject({
  ...paging,
  outlet: asText(longest.outlet, "an outlet's name")
    .optional()
    .describe('Only of this outlet, spelt as in /api/sources/health.'),
  failed: z
    .enum(['true', 'false'], { error: 'true or false' })
    .optional()
    .describe('true: only those that brought nothing.'),
});

export type SourceList = z.infer<typeof sourceList>;
export type HealthList = z.infer<typeof healthList>;
export type AttemptPage = z.infer<typeof attemptPage>;
