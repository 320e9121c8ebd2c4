import { z } from 'zod';
import type * as store from '../store/index.ts';
import { count, items, nullable, recordedArticle } from './schemas.ts';
import { change, kinds, recordedStatement } from './statement-schemas.ts';

const published = nullable.describe('YYYY-MM-DD, or an ISO 8601 date and time with its zone.');

/** Articles on the same event. */
export const recordedStory = z
  .object({
    key: z.string().describe("The story's permanent address in the record."),
    lead: recordedArticle.describe('The article that stands for it; its title is the story’s.'),
    articles: count,
    outlets: count.describe('How many outlets these are of.'),
    from: published,
    to: published,
  })
  .meta({ id: 'Story' }) satisfies z.ZodType<store.RecordedStory>;

export const storyList = items(recordedStory).meta({ id: 'StoryPage' });

const outlet = z.object({
  outlet: nullable,
  articles: count,
  statements: count,
  alone: count.describe('Statements that no other outlet of the story has.'),
  altered: count.describe('Statements whose words it altered.'),
}) satisfies z.ZodType<store.StoryOutlet>;

const cell = z.object({
  attribution: z
    .string()
    .describe('The key of its occurrence; of several the one whose words changed most, then the earliest.'),
  change: change
    .nullable()
    .describe("Against the statement's earliest occurrence, wherever that is; null for that itself."),
  kinds,
  occurrences: count.describe('How many occurrences the outlet has of it in this story.'),
}) satisfies z.ZodType<store.StoryCell>;

const row = z.object({
  statement: recordedStatement,
  outlets: count.describe('How many outlets of the story report it.'),
  cells: z
    .array(cell.nullable())
    .readonly()
    .describe('For each of the outlets, in their order; null where it does not report the statement.'),
}) satisfies z.ZodType<store.StoryStatement>;

/** One story: its articles, and what its outlets report, beside each other. */
export const storyDetail = z
  .object({
    story: recordedStory,
    articles: z
      .array(recordedArticle)
      .readonly()
      .describe('In the order in which they were published, those without a date last; at most 500.'),
    outlets: items(outlet).describe('Those that report most first, articles without an outlet last; at most 100.'),
    statements: items(row).describe('That several outlets report: those of most outlets first, then the earliest.'),
    alone: items(row).describe('That one outlet alone has: the earliest first.'),
  })
  .meta({ id: 'StoryDetail' }) satisfies z.ZodType<store.RecordedStoryPage & store.RecordedStoryStatements>;

export type RecordedStory = z.infer<typeof recordedStory>;
export type StoryList = z.infer<typeof storyList>;
export type StoryDetail = z.infer<typeof storyDetail>;
export type StoryRow = StoryDetail['statements']['items'][number];
export type StoryCell = NonNullable<StoryRow['cells'][number]>;
export type StoryOutlet = StoryDetail['outlets']['items'][number];
