import { z } from 'zod';
import type * as pipeline from '../pipeline/index.ts';
import type * as store from '../store/index.ts';
import {
  articleFilter,
  asText,
  count,
  inOrder,
  items,
  longest,
  nullable,
  paging,
  recordedAttribution,
  source,
  span,
  stanceKind,
} from './schemas.ts';

const collisionKind = z
  .enum(['self', 'other', 'fact', 'speaker', 'figure'])
  .describe(
    'self: one speaker against himself; other: one side on another, against its own words; fact: what happened; ' +
      'speaker: who said it; figure: how many.',
  );
const shiftKind = z.enum(['stance', 'condition added', 'condition dropped', 'condition changed', 'figure']);
const key = z.string().describe('The key of an attribution.');
const confidence = z.number().describe('0 to 1.');
const reason = z.string().describe('In words for people.');
const shownWords = z.array(z.string()).readonly().describe('The words that show it.');
const day = z.string().describe('YYYY-MM-DD.');

const side = z.object({
  attribution: recordedAttribution,
  shown: z.array(z.object({ part: z.enum(['content', 'cue', 'condition']), words: z.string(), span })).readonly(),
});

/** Two accounts that cannot both hold. */
export const recordedCollision = z
  .object({
    kind: collisionKind,
    confidence,
    reason,
    later: side.describe('Which came in later.'),
    earlier: side,
    pairs: count.describe('How many pairs of reports of these two statements collide so.'),
  })
  .meta({ id: 'Collision' }) satisfies z.ZodType<store.RecordedCollision>;
export const collisionPage = items(recordedCollision).meta({ id: 'CollisionPage' });

const shift = z
  .object({
    kind: shiftKind,
    before: key,
    after: key,
    shownBefore: shownWords,
    shownAfter: shownWords,
    confidence,
    reason,
  })
  .meta({ id: 'Shift' }) satisfies z.ZodType<pipeline.LedgerShift>;

/** A shift with both statements. */
export const recordedShift = shift
  .extend({ before: recordedAttribution, after: recordedAttribution })
  .meta({ id: 'ShiftDetail' }) satisfies z.ZodType<pipeline.RecordedShift>;

/** A position on an issue, with what it changed and what it collides with. */
export const ledgerPosition = z
  .object({
    attribution: recordedAttribution,
    on: nullable.describe('YYYY-MM-DD: when it was said, or else when its article was published.'),
    recalled: z
      .boolean()
      .describe('Whether the article recalls it from a time that it does not date: then "on" is not when it was held.'),
    shift: shift.nullable().describe('What its speaker changed by it.'),
    collisions: z.array(z.object({ kind: collisionKind, with: key, confidence, reason })).readonly(),
  })
  .meta({ id: 'Position' }) satisfies z.ZodType<pipeline.LedgerPosition>;

const looked = {
  read: count.describe('How many statements with a word of the issue were looked at, the likeliest,'),
  left: count.describe('and how many were not.'),
};
export const shiftPage = items(recordedShift)
  .extend({
    read: count.describe(
      'How many positions were looked at: on an issue the likeliest, else the latest of the speaker,',
    ),
    left: count.describe('and how many were not.'),
  })
  .meta({ id: 'ShiftPage' });
export const positionPage = items(ledgerPosition).extend(looked).meta({ id: 'PositionPage' });

const lane = z
  .object({
    speaker: source,
    courses: z
      .array(
        z.object({
          matter: z.array(z.string()).readonly().describe('Words that its positions have in common.'),
          points: z
            .array(z.object({ on: day, reports: z.array(key).readonly(), shift: shift.nullable() }))
            .readonly()
            .describe('In time.'),
          unchangedSince: day.describe('Since when nothing changed.'),
        }),
      )
      .readonly()
      .describe('One for each matter of the issue.'),
  })
  .meta({ id: 'Lane' }) satisfies z.ZodType<pipeline.Lane>;

const figure = z
  .object({
    words: z.string(),
    unit: nullable,
    counted: nullable,
    least: z.number(),
    most: z.number().nullable().describe('Null: without an end.'),
    attribution: key,
  })
  .meta({ id: 'Figure' }) satisfies z.ZodType<pipeline.ClaimedFigure>;

/** A saved question. */
export const issue = z
  .object({
    onrecord: z.literal('issue'),
    version: z.literal(1),
    name: z.string(),
    title: nullable,
    about: z.array(z.string()).readonly(),
    speakers: z.array(z.string()).readonly(),
  })
  .meta({ id: 'Issue' }) satisfies z.ZodType<pipeline.IssueFile>;

export const issueList = items(issue)
  .extend({
    problems: z
      .array(z.object({ file: z.string(), reason: z.string() }))
      .readonly()
      .describe('Files of the folder that are no issues.'),
  })
  .meta({ id: 'IssuePage' });

/** Who holds what. The key of every point is that of a position. */
const ledger = z
  .object({
    positions: z.array(ledgerPosition).readonly().describe('In time, those without a day last; all of them.'),
    lanes: z.array(lane).readonly().describe('One for each speaker, those of most points first.'),
    collisions: z
      .array(recordedCollision)
      .readonly()
      .describe('One of the accounts at least is on the issue; the surest 500.'),
    collisionsLeft: count.describe('How many more there are.'),
    figures: z.array(figure).readonly(),
    ...looked,
  })
  .meta({ id: 'Ledger' }) satisfies z.ZodType<pipeline.Ledger>;
export const issueDetail = ledger
  .extend({
    issue,
    unknown: z.array(z.string()).readonly().describe('Speakers of the issue whom the record does not know.'),
  })
  .meta({ id: 'IssueDetail' });
export const wholeLedger = ledger;
/** How much is held on an issue. */
export const issueCounts = z
  .object({ positions: count, speakers: count, shifts: count, collisions: count, ...looked })
  .meta({ id: 'IssueCounts' });

export const suggestedIssues = items(
  z.object({
    about: z.string().describe('Words to look for.'),
    positions: count,
    speakers: count,
    outlets: count,
    stances: z.array(z.tuple([stanceKind, count]).readonly()).readonly(),
    examples: z.array(key).readonly(),
    why: z.string(),
  }) satisfies z.ZodType<pipeline.SuggestedIssue>,
).meta({ id: 'SuggestedIssuePage' });

const wording = asText(200, 'the words to look for');
const speaker = asText(longest.key, "a speaker's key").optional().describe("Only this speaker's key.");
const { from, to } = articleFilter;
const also = z
  .union([wording, z.array(wording).max(19)])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()))
  .describe('Another way to put it; may be given again.');

export const positionsQuery = inOrder(
  z.strictObject({ ...paging, about: wording.describe('The issue.'), also, speaker, from, to }),
);

const asked = {
  about: wording.optional().describe('Only on this.'),
  also,
  issue: asText(longest.key, 'the name of an issue').optional().describe('Only on this issue.'),
  speaker,
  from,
  to,
};
const one = { path: ['about'], error: 'given alone, without "issue"' };
export const collisionsQuery = inOrder(z.strictObject({ ...paging, ...asked, kind: collisionKind.optional() })).refine(
  (query) => query.about === undefined || query.issue === undefined,
  one,
);
export const shiftsQuery = inOrder(z.strictObject({ ...paging, ...asked }))
  .refine((query) => query.about === undefined || query.issue === undefined, one)
  .refine(({ about, issue, speaker }) => [about, issue, speaker].some((given) => given !== undefined), {
    path: ['about'],
    error: 'given, or "issue" or "speaker"',
  });
export const ledgerQuery = inOrder(z.strictObject(asked))
  .refine((query) => query.about === undefined || query.issue === undefined, one)
  .refine(({ about, issue }) => about !== undefined || issue !== undefined, {
    path: ['about'],
    error: 'given, or "issue"',
  });
export const issueQuery = inOrder(z.strictObject({ from, to }));

export type IssueDetail = z.infer<typeof issueDetail>;
export type IssueCounts = z.infer<typeof issueCounts>;
export type WholeLedger = z.infer<typeof wholeLedger>;
export type SuggestedIssues = z.infer<typeof suggestedIssues>;
export type IssueList = z.infer<typeof issueList>;
export type PositionPage = z.infer<typeof positionPage>;
export type CollisionPage = z.infer<typeof collisionPage>;
export type ShiftPage = z.infer<typeof shiftPage>;
