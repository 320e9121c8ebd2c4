import { z } from 'zod';
import type * as store from '../store/index.ts';
import { count, recordedArticle, recordedAttribution } from './schemas.ts';
import { kinds } from './statement-schemas.ts';
import { recordedStory } from './story-schemas.ts';

const reportedElsewhere = z
  .object({
    attribution: z.string().describe("The attribution's key."),
    statement: z.string().describe('The key of the statement that it is an occurrence of.'),
    occurrences: count.describe('Of the statement, those in this article included.'),
    outlets: count.describe('How many outlets have it in other articles; counted in its first 500 occurrences.'),
    altering: count.describe('How many of these have its words otherwise than the earliest occurrence.'),
    kinds: kinds.describe('What they changed: each kind once, the gravest first.'),
    ownKinds: kinds.describe('What is changed here, against the earliest occurrence.'),
  })
  .meta({ id: 'ReportedElsewhere' }) satisfies z.ZodType<store.ReportedElsewhere>;

/** One article with its text and everything attributed in it, in the order of the text. */
export const articleDetail = z
  .object({
    article: recordedArticle,
    text: z.string(),
    attributions: z.array(recordedAttribution).readonly(),
    notStatements: z
      .array(recordedAttribution)
      .readonly()
      .describe('What was found in it and marked by a correction as no statement.'),
    elsewhere: z
      .array(reportedElsewhere)
      .readonly()
      .describe('Which of its statements other articles report too, in the order of the text.'),
    story: recordedStory.nullable().describe('That it is in; it may be the only article of it.'),
  })
  .meta({ id: 'ArticleDetail' });

export type ArticleDetail = z.infer<typeof articleDetail>;
export type ReportedElsewhere = z.infer<typeof reportedElsewhere>;
