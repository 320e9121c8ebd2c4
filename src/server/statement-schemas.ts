import { z } from 'zod';
import type { CreditKind } from '../model.ts';
import * as store from '../store/index.ts';
import {
  asText,
  correctionMarks,
  count,
  items,
  longest,
  paging,
  recordedAttribution,
  span,
  wordChanges,
} from './schemas.ts';

const CREDIT_KINDS = [
  ...(['wire', 'byline', 'told', 'interview', 'statement to'] as const),
  ...(['reported', 'source', 'hat tip', 'reprint notice', 'publisher'] as const),
] satisfies readonly CreditKind[];

const kind = z.enum(store.CHANGE_KINDS);
export const change = z.enum(['identical', 'excerpt', 'altered', 'paraphrase']);
export const kinds = z.array(kind).readonly().describe('Each once, the gravest first.');

/** One utterance, however many articles report it. */
export const recordedStatement = z
  .object({
    key: z.string().describe("The statement's permanent address in the record."),
    earliest: recordedAttribution.describe('By the date of its article, then the first that came in.'),
    occurrences: count,
    kinds: kinds.describe('Kinds of change that its words went through, the gravest first.'),
  })
  .meta({ id: 'Statement' }) satisfies z.ZodType<store.RecordedStatement>;

const occurrence = z.object({
  attribution: recordedAttribution,
  change: change.nullable().describe('What became of the words of the earliest occurrence; null for that itself.'),
  kinds,
  joined: z
    .object({ to: z.string(), confidence: z.number(), reason: z.string() })
    .nullable()
    .describe('Why it was found to be an occurrence, and of which other; null for the first that was found.'),
  words: wordChanges.nullable().describe('Against the earliest occurrence; null for that itself.'),
});

/** A statement as lists have it. */
export const listedStatement = recordedStatement
  .extend({
    gravest: occurrence
      .nullable()
      .describe('Of the occurrences whose words were changed the earliest with the gravest change; null without one.'),
  })
  .meta({ id: 'ListedStatement' });
export const statementList = items(listedStatement).meta({ id: 'StatementPage' });

/** The key of an attribution. */
const id = z.union([z.string(), z.number()]);

const end = z.union([
  z.object({ occurrence: id, outlet: z.string().nullable() }),
  z.object({ occurrence: z.null(), outlet: z.string() }),
]);

const credit = z.object({
  outlet: z.string().describe('As the article writes it.'),
  name: z.string().nullable().describe('Its usual full name.'),
  kind: z.enum(CREDIT_KINDS),
  span: span.nullable().describe('The words that credit it; null for what stands in the byline.'),
  whole: z.boolean().describe('Whether it is for the whole article.'),
  attribution: z.number().nullable(),
});

const origins = z.object({
  first: id.describe('The occurrence captured with the earliest date: it need not have been published first.'),
  by: z.enum(['published', 'captured']),
  origins: z
    .array(
      z.object({
        lead: end.describe('Who had it: an occurrence, or an outlet that is credited and was not captured.'),
        members: z.array(id).readonly(),
        steps: z
          .array(
            z.object({
              from: end,
              to: end,
              why: z.enum(['reprint', 'credit', 'same outlet', 'within']),
              evidence: z.string(),
              by: id.describe('The occurrence whose article gives the evidence.'),
              credit: credit.nullable(),
            }),
          )
          .readonly(),
        before: z
          .string()
          .nullable()
          .describe('Since when the outlet of a lead that was not captured is captured at all.'),
      }),
    )
    .readonly()
    .describe('Independent ones, by the time of their first member.'),
});

/** One statement with its occurrences in time. */
export const statementDetail = z
  .object({
    statement: recordedStatement,
    occurrences: items(occurrence),
    merged: z
      .array(z.object({ key: z.string(), by: z.string(), confidence: z.number(), reason: z.string() }))
      .readonly()
      .describe('Statements that an occurrence showed to be this one.'),
    corrections: correctionMarks,
    origins,
  })
  .meta({ id: 'StatementDetail' });

export const statementsQuery = z.strictObject({
  ...paging,
  altered: z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true')
    .describe('Only those whose words were changed, the gravest change first.'),
  kind: kind.optional().describe('Only with a change of this kind.'),
  speaker: asText(longest.key, "a speaker's key").optional().describe("Only this speaker's key."),
  outlet: asText(longest.outlet, "an outlet's name").optional().describe('Only what this outlet reported.'),
  q: asText(longest.words, 'the words to look for').optional().describe('Words of an occurrence; best match first.'),
});

export type ChangeKind = z.infer<typeof kind>;
export type StatementList = z.infer<typeof statementList>;
export type ListedStatement = StatementList['items'][number];
export type StatementDetail = z.infer<typeof statementDetail>;
export type Occurrence = StatementDetail['occurrences']['items'][number];
export type Origins = StatementDetail['origins'];
