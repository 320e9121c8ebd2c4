import { z } from 'zod';
import type * as store from '../store/index.ts';
import { articleFilter, count, inOrder, items, kind, nullable, paging, recordedSpeaker } from './schemas.ts';

/** What the addresses under `/api/audit` take and give. */

const share = z.number().min(0).max(1).nullable();

/** A speaker with what this audit counts of it. */
const countedSpeaker = recordedSpeaker.omit({ wikidata: true });

const auditCount = z
  .object({
    attributions: count.describe('How many attributions are counted.'),
    share: share.describe('Their part of all that are counted, 0 to 1; null where none is.'),
    inQuotationMarks: count.describe('How many of them stand in quotation marks, wholly or in part.'),
    inQuotationMarksShare: share.describe('Their part of all counted ones that stand in quotation marks.'),
    sources: count.describe('Each speaker once an article, however often it is quoted there.'),
    sourcesShare: share.describe('Their part of all sources.'),
  })
  .meta({ id: 'AuditCount' }) satisfies z.ZodType<store.AuditCount>;

const audited = z
  .object({
    articles: count.describe('How many articles the record holds, within the dates asked for.'),
    quoting: count.describe('How many of them hold something that is counted.'),
    undated: count.describe('How many articles have no date; where dates are asked for they are left out of all else.'),
    attributions: count,
    inQuotationMarks: count,
    sources: count,
    kinds: z.record(kind, auditCount).describe('"unknown" is also what has no speaker at all.'),
    onlyUnnamed: count.describe('Articles in which everything counted is by unnamed sources.'),
    oneUnnamed: count.describe('Those of them in which it is one source.'),
    mostQuoted: z
      .array(countedSpeaker)
      .readonly()
      .describe('The five persons, organizations, groups and documents quoted most, in the counts of this audit.'),
    concentration: z
      .object({ one: share, five: share })
      .describe('How much of what persons, organizations, groups and documents said is by the first, and first five.'),
    reported: count.describe('Not counted: what one speaker reports that another said.'),
    notInWords: count.describe('Not counted: what is ascribed without words (thinks, wants, feels, decides, shows).'),
  })
  .meta({ id: 'Audited' }) satisfies z.ZodType<store.Audited>;

/** Whom the outlets quote. */
export const sourceAudit = z
  .object({
    total: audited.describe('All that is asked for, together.'),
    outlets: items(audited.extend({ outlet: nullable }).meta({ id: 'OutletAudit' })),
  })
  .meta({ id: 'SourceAudit' }) satisfies z.ZodType<store.SourceAudit>;

/** Speakers with what is counted of each. */
export const auditedSpeakerPage = items(
  countedSpeaker
    .extend({
      inQuotationMarks: count,
      outlets: count.describe('How many outlets quote it.'),
      first: nullable.describe('The date of the first article; null where none has a date.'),
      last: nullable,
    })
    .meta({ id: 'AuditedSpeaker' }),
).meta({ id: 'AuditedSpeakerPage' }) satisfies z.ZodType<store.Page<store.AuditedSpeaker>>;

const asked = {
  ...paging,
  ...articleFilter,
  modes: z
    .enum(['words', 'all'], { error: '"words" or "all"' })
    .default('words')
    .describe('"words": only what was said or written; "all": also what is ascribed without words.'),
};
export const auditQuery = inOrder(z.strictObject(asked));
export const auditedSpeakersQuery = inOrder(
  z.strictObject({
    ...asked,
    kind: z
      .enum(kind.options, { error: `one of ${kind.options.join(', ')}` })
      .optional()
      .describe('Only speakers of this kind.'),
  }),
);

export type SourceAudit = z.infer<typeof sourceAudit>;
export type OutletAudit = SourceAudit['outlets']['items'][number];
