import { z } from 'zod';
import { count } from './schemas.ts';
import { watchedSource } from './watch-schemas.ts';

/** What `POST /api/sources` takes and gives. */

/** A list of some ten thousand feeds, as JSON writes it. */
export const MOST_SENT = 8 * 1024 * 1024;

const text = z.string({ error: 'a string' });

/** An address to watch, or a list of feeds. */
export const sentSource = z
  .strictObject(
    {
      url: text
        .min(1, { error: 'an address' })
        .max(2_000, { error: 'an address of at most 2,000 characters' })
        .optional()
        .describe('Of a feed, a sitemap, or a page that offers one.'),
      outlet: text
        .min(1, { error: 'a name' })
        .max(500, { error: 'a name of at most 500 characters' })
        .optional()
        .describe('Whose articles it announces; as it calls itself when left out.'),
      opml: text.optional().describe('Instead of "url": a list of feeds in OPML, as feed readers write it.'),
    },
    { error: 'a JSON object with "url" or "opml"' },
  )
  .refine(({ url, opml }) => (url === undefined) !== (opml === undefined), { error: 'either "url" or "opml"' });

/** What became of it. */
export const sentSourceOutcome = z
  .object({
    added: z.array(watchedSource).readonly(),
    unchanged: count.describe('How many are watched already.'),
    problems: z.array(z.string()).readonly().describe('Why others are not added, in words for people.'),
    others: z.array(z.string()).readonly().describe('Other feeds that the page offers.'),
    fresh: count.nullable().describe('How many articles the source announces now; null when it was not asked.'),
  })
  .meta({ id: 'SourceOutcome' });

export type SentSource = z.infer<typeof sentSource>;
export type SourceOutcome = z.infer<typeof sentSourceOutcome>;
