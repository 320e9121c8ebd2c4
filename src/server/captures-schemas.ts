import { z } from 'zod';
import { count, nullable } from './schemas.ts';

/** What `POST /api/captures` takes and gives. */

/** The capture bounds what is read; this bounds what is parsed: each byte of markup may be written as two in JSON. */
export const MOST_SENT = 2 * 20_000_000 + 65_536;

const text = z.string({ error: 'a string' });

/** A page with its address: its markup, or a file that a browser saved. */
export const sentPage = z
  .strictObject(
    {
      url: text
        .optional()
        .describe("The page's address, http or https. May be left out for MHTML, which gives its own."),
      html: text.optional().describe("The page's markup, as the browser has it."),
      file: z
        .strictObject(
          {
            name: text.max(255, { error: 'at most 255 characters' }),
            bytes: z.base64({ error: 'base64' }),
          },
          { error: 'an object with "name" and "bytes"' },
        )
        .optional()
        .describe('Instead of "html": a file as the browser saved it, .html or .mhtml.'),
      capturedAt: z.iso
        .datetime({ error: 'an ISO 8601 date and time, UTC' })
        .optional()
        .describe('When the browser gave it; now when left out.'),
    },
    { error: 'a JSON object with "url" and "html"' },
  )
  .refine(({ html, file }) => (html === undefined) !== (file === undefined), {
    error: 'a page with either "html" or "file"',
  })
  .refine(({ html, url }) => html === undefined || url !== undefined, { error: 'a page with its "url"' });

/** What became of a page. */
export const sentPageOutcome = z
  .object({
    outcome: z
      .enum(['added', 'unchanged', 'revised', 'refused'])
      .describe('"unchanged": the record had it; "refused": it is listed at /api/refusals.'),
    article: nullable.describe("The article's key; null when refused."),
    title: nullable,
    attributions: count.nullable().describe('How many were found; null when nothing new was read.'),
    code: nullable.describe('Why it was refused, as at /api/refusals; null when it was not.'),
    reason: nullable.describe('The same in words.'),
  })
  .meta({ id: 'CaptureOutcome' });

export type SentPage = z.input<typeof sentPage>;
export type CaptureOutcome = z.infer<typeof sentPageOutcome>;
