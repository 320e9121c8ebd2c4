import { z } from 'zod';
import type * as store from '../store/index.ts';
import { count, items, nullable, recordedArticle, recordedAttribution, wordChanges } from './schemas.ts';

const statements = z.array(recordedAttribution).readonly();

const changedStatement = z.object({
  before: recordedAttribution,
  after: recordedAttribution,
  differs: z.array(z.enum(['words', 'speaker', 'type'])).readonly(),
  words: wordChanges,
});

const recordedCapture = z.object({
  sha256: z.string(),
  mediaType: z.string(),
  location: z.string().describe('A path, or the URL after redirects.'),
  capturedAt: z.string().describe('ISO 8601 date and time, UTC.'),
  redirects: z.array(z.string()).readonly().exactOptional().describe('Of a page that was fetched, as the next two.'),
  status: z.int().exactOptional(),
  headers: z.record(z.string(), z.string()).readonly().exactOptional(),
  kept: z.boolean().describe('Whether the record holds the bytes.'),
});

/** One revision of an article, with what it changed. */
export const recordedRevision = z
  .object({
    article: recordedArticle,
    modified: nullable.describe('When the page says that it was last changed.'),
    bytes: count.describe('How many bytes it was made from.'),
    captures: count.describe('How often it was captured with these words.'),
    lastCapturedAt: z.string().describe('When last: ISO 8601 date and time, UTC.'),
    capture: recordedCapture.describe('The first capture.'),
    changes: z
      .object({
        title: wordChanges.nullable().describe('Null where the headline stayed as it was.'),
        text: wordChanges,
        removed: statements,
        added: statements,
        changed: z.array(changedStatement).readonly(),
        kept: count.describe('How many statements stayed as they were, wherever they stand now.'),
      })
      .nullable()
      .describe('Against the revision before; null for the first.'),
  })
  .meta({ id: 'Revision' }) satisfies z.ZodType<store.RecordedRevision>;

export const revisionPage = items(recordedRevision).meta({ id: 'RevisionPage' }) satisfies z.ZodType<
  store.Page<store.RecordedRevision>
>;

export type RecordedRevision = z.infer<typeof recordedRevision>;
export type RevisionPage = z.infer<typeof revisionPage>;
