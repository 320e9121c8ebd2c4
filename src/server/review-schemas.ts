import { z } from 'zod';
import type * as store from '../store/index.ts';
import { asText, count, items, kind, longest, paging, recordedAttribution } from './schemas.ts';

const DOUBT_KINDS = ['attribution', 'speaker', 'unresolved', 'joined'] as const;
const doubtKind = z
  .enum(DOUBT_KINDS)
  .describe(
    'What is in doubt: whether it is one and where it stands, who speaks, that nobody is known to, or whether it is the same utterance as another.',
  );

/** A statement that a person should look at. */
export const recordedDoubt = z
  .object({
    attribution: recordedAttribution,
    doubt: z.number().describe('The least of the chances that what was found is right, 0 to 1.'),
    kinds: z.array(doubtKind).readonly(),
    joined: z
      .object({ confidence: z.number(), reason: z.string(), to: recordedAttribution })
      .nullable()
      .describe('Why it was taken for an occurrence of its statement; null for the first one.'),
    passage: z
      .object({ start: count, text: z.string() })
      .describe('The lines of the article in which it stands, and where they begin in its text.'),
    speakers: z
      .array(
        z.object({
          key: z.string(),
          name: z.string(),
          kind,
          attributions: count,
          articles: count,
          here: count.describe('How many statements it has in this article.'),
        }),
      )
      .readonly()
      .describe('Who speaks in the article.'),
  })
  .meta({ id: 'Doubt' }) satisfies z.ZodType<store.RecordedDoubt>;

export const reviewPage = items(recordedDoubt).meta({ id: 'ReviewPage' });

export const reviewQuery = z.strictObject({
  ...paging,
  outlet: asText(longest.outlet, "an outlet's name").optional().describe('Only of this outlet.'),
  speaker: asText(longest.key, "a speaker's key").optional().describe("Only this speaker's."),
  kind: z
    .enum(DOUBT_KINDS, { error: DOUBT_KINDS.join(', ') })
    .optional()
    .describe('Only where this is in doubt.'),
});

export type DoubtKind = z.infer<typeof doubtKind>;
export type RecordedDoubt = z.infer<typeof recordedDoubt>;
export type ReviewPage = z.infer<typeof reviewPage>;
