import { z } from 'zod';
import type * as store from '../store/index.ts';
import { longest } from './schemas.ts';

/** What `POST /api/corrections` takes: a correction of each action that a page makes. */

const LONGEST_NOTE = 1_000;
const LONGEST_NAME = 500;
const MOST_NAMED = 500;
/** In bytes: as much as the longest list of keys, with a note. */
export const MOST_SENT = 128 * 1024;

const text = (what: string, most: number) =>
  z
    .string({ error: `${what}` })
    .min(1, { error: `${what}` })
    .max(most, { error: `${what} of at most ${most.toLocaleString('en')} characters` });
const key = (what: string) => text(`the key of ${what}`, longest.key);
const attribution = key('an attribution');
const speaker = key('a speaker');
const note = text('words', LONGEST_NOTE).optional().describe('Why.');
const kind = z.enum(['person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown'], {
  error: 'a kind of speaker',
});
const place = z.int({ error: 'a whole number' }).min(0, { error: 'a whole number from 0' });
const spans = z
  .array(z.tuple([place, place], { error: 'a span: [start, end]' }).readonly(), { error: 'a list of spans' })
  .max(50, { error: 'at most 50 spans' })
  .readonly()
  .optional()
  .describe('[start, end) in UTF-16 code units of the text of the article; the part as a whole.');

const named = z.strictObject(
  { name: text('a name', LONGEST_NAME), kind },
  { error: 'the key of a speaker, an object with "name" and "kind", or null' },
);

const listed = (what: string) =>
  z
    .array(key(what), { error: 'a list of keys' })
    .min(1, { error: 'a list of keys' })
    .max(MOST_NAMED, { error: `a list of at most ${MOST_NAMED} keys` })
    .readonly();
const takenOff = z
  .union(
    [
      z.strictObject({ attributions: listed('an attribution') }),
      z.strictObject({ articles: listed('an article') }),
      z.strictObject({ spelling: text('a name', LONGEST_NAME) }),
    ],
    { error: 'an object with one of "attributions", "articles" and "spelling"' },
  )
  .describe('Which statements are the other speaker’s: these, those in the articles, or those with this spelling.');

/** Asks for one correction; who makes it is whoever started the server. */
export const correctionRequest = z
  .discriminatedUnion(
    'action',
    [
      z.strictObject({ action: z.literal('accept'), attribution, note }),
      z.strictObject({ action: z.literal('span'), attribution, source: spans, cue: spans, content: spans, note }),
      z.strictObject({ action: z.literal('not-a-statement'), attribution, note }),
      z.strictObject({
        action: z.literal('speaker'),
        attribution,
        to: z.union([speaker, named, z.null()], {
          error: 'the key of a speaker, an object with "name" and "kind", or null',
        }),
        role: text('a role', LONGEST_NAME).optional(),
        note,
      }),
      z.strictObject({ action: z.literal('merge'), into: speaker, from: speaker, note }),
      z.strictObject({ action: z.literal('apart'), speaker, other: speaker, note }),
      z.strictObject({
        action: z.literal('split'),
        speaker,
        name: text('a name', LONGEST_NAME),
        of: takenOff,
        note,
      }),
      z.strictObject({ action: z.literal('rename'), speaker, name: text('a name', LONGEST_NAME), note }),
      z.strictObject({ action: z.literal('kind'), speaker, kind, note }),
      z.strictObject({
        action: z.literal('join'),
        statement: key('a statement'),
        other: key('a statement'),
        note,
      }),
      z.strictObject({
        action: z.literal('part'),
        statement: key('a statement'),
        occurrences: listed('an attribution'),
        note,
      }),
      z.strictObject({
        action: z.literal('undo'),
        number: z.int({ error: 'the number of a correction' }).min(1, { error: 'the number of a correction' }),
        note,
      }),
    ],
    {
      error:
        'a JSON object with an "action": accept, span, not-a-statement, speaker, merge, apart, split, rename, kind, join, part or undo',
    },
  )
  .meta({ id: 'CorrectionRequest' }) satisfies z.ZodType<
  store.CorrectionRequest & { readonly note?: string | undefined }
>;

export type SentCorrection = z.infer<typeof correctionRequest>;
