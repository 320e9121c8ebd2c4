import { z } from 'zod';
import type * as store from '../store/index.ts';
import {
  asText,
  attributionPage,
  count,
  day,
  inOrder,
  kind,
  longest,
  mode,
  paging,
  type,
  wholeNumber,
} from './schemas.ts';

/** What the addresses of search take and give. */

/** More values of one facet than anybody chooses. */
const MOST_CHOSEN = 50;
/** As many rows and entries as a file of results holds. */
export const MOST_ROWS = 1_000;

/** A parameter that may be given several times: any of the values will do. */
const oneOf = <T extends z.ZodType>(value: T) =>
  z
    .union([value, z.array(value).max(MOST_CHOSEN).readonly()], {
      error: (issue) => firstMessage(issue.errors) ?? `at most ${MOST_CHOSEN} values`,
    })
    .optional();

/** What is wrong with the one value, which says it best. */
function firstMessage(errors: unknown): string | undefined {
  return (errors as { message?: string }[][] | undefined)?.[0]?.[0]?.message;
}

const choice = <T extends string>(values: readonly T[]) => z.enum(values, { error: `one of ${values.join(', ')}` });

const filters = {
  q: asText(longest.words, 'the words to look for')
    .refine((words) => words.trim() !== '', { error: 'the words to look for' })
    .describe('Words, or "a phrase" in quotation marks.'),
  speaker: oneOf(asText(longest.key, "a speaker's key")).describe("Only these speakers' keys; several: any of them."),
  kind: oneOf(choice(kind.options)).describe('Only speakers of these kinds; "unknown" is also what has no speaker.'),
  outlet: oneOf(asText(longest.outlet, "an outlet's name")).describe('Only these outlets, spelt as in /api/outlets.'),
  type: oneOf(choice(type.options)).describe('Only what is given so.'),
  mode: oneOf(choice(mode.options)).describe('Only these acts.'),
  medium: oneOf(asText(longest.name, 'a medium')).describe('Only what was said there, spelt as in the record.'),
  from: day.optional().describe('Only articles published on this day or later, YYYY-MM-DD; none without a date.'),
  to: day.optional().describe('Only articles published on this day or earlier, YYYY-MM-DD; none without a date.'),
  altered: z
    .enum(['true', 'false'], { error: 'true or false' })
    .optional()
    .transform((value) => value === 'true')
    .describe('true: only occurrences of statements whose words somebody changed.'),
  sort: choice(['relevance', 'date']).default('relevance').describe('Best match first, or newest article first.'),
};

export const searchQuery = inOrder(z.strictObject({ ...paging, ...filters }));
export const rowsQuery = inOrder(
  z.strictObject({ ...filters, limit: wholeNumber(1, MOST_ROWS).default(MOST_ROWS).describe('At most so many rows.') }),
);
export const feedQuery = inOrder(
  z.strictObject({ ...filters, limit: wholeNumber(1, MOST_ROWS).default(100).describe('At most so many entries.') }),
);

export type SearchAsked = Omit<z.infer<typeof searchQuery>, 'limit' | 'offset'>;

const valued = <T extends z.ZodType>(value: T) => z.array(z.object({ value, count })).readonly();

const facets = z
  .object({
    whole: z.boolean().describe('Whether all that matches was counted; if not, the matches that came in last were.'),
    counted: count.describe('How many matches were looked at.'),
    speakers: z.array(z.object({ key: z.string(), name: z.string(), kind, count })).readonly(),
    kinds: valued(kind),
    outlets: valued(z.string()),
    types: valued(type),
    modes: valued(mode),
    media: valued(z.string()),
    months: valued(z.string()).describe('YYYY-MM in their order, by the dates of articles.'),
    undated: count,
    altered: count,
  })
  .meta({ id: 'SearchFacets' }) satisfies z.ZodType<store.SearchFacets>;

/** What a search found, and how it divides. */
export const searchResult = attributionPage
  .extend({
    atLeast: z.boolean().describe('Whether more may match than `total`: no more than 2,000 are looked at.'),
    facets: facets
      .nullable()
      .describe('Each counts what matches all else that is asked for; null where nothing can be looked for.'),
  })
  .meta({ id: 'SearchResult' });

export type SearchResult = z.infer<typeof searchResult>;
export type SearchFacets = z.infer<typeof facets>;
