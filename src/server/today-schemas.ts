import { z } from 'zod';
import { recordedShift } from './ledger-schemas.ts';
import { count, counts, items, recordedAttribution, recordedRefusal, recordedSpeaker, span } from './schemas.ts';
import { listedStatement } from './statement-schemas.ts';
import { recordedStory } from './story-schemas.ts';

const side = z.object({
  attribution: recordedAttribution,
  shown: z
    .array(z.object({ part: z.enum(['content', 'cue', 'condition']), words: z.string(), span }))
    .readonly()
    .describe('The words that show it.'),
});

const collision = z.object({
  kind: z.enum(['self', 'other', 'fact', 'speaker', 'figure']),
  confidence: z.number().describe('0 to 1.'),
  reason: z.string().describe('In words for people.'),
  later: side.describe('Which came in later.'),
  earlier: side,
});

const failing = z.object({
  outlet: z.string(),
  part: z.enum(['list', 'page']).describe("The lists that announce an outlet's articles, or the articles' pages."),
  since: z.string().describe('ISO 8601 date and time, UTC.'),
  attempts: count.describe('How many failed since.'),
  reason: z.string(),
});

/** What is new in the record, a few of each. */
export const today = z
  .object({
    counts,
    stories: items(recordedStory).describe('Of several articles, those with the latest article first.'),
    changed: z
      .array(listedStatement)
      .readonly()
      .describe('Statements whose words were changed gravely, those that came in last first.'),
    collisions: z
      .array(collision)
      .readonly()
      .describe('Accounts that cannot both hold, those that came in last first.'),
    shifts: z
      .array(recordedShift)
      .readonly()
      .describe('What speakers changed of what they hold, those that came in last first.'),
    speakers: z.array(recordedSpeaker).readonly().describe('Those most quoted.'),
    refusals: z.array(recordedRefusal).readonly().describe('The latest.'),
    failing: items(failing).describe('Outlets of which something that is watched does not come in.'),
  })
  .meta({ id: 'Today' });

export type Today = z.infer<typeof today>;
