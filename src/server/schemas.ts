import { z } from 'zod';
import type * as store from '../store/index.ts';

/**
 * What the HTTP API takes and gives, as zod schemas: the server checks with them, `/api/openapi.json` is written from
 * them, and the pages import the types inferred from them. Spans are UTF-16 code units of the article's text, end exclusive.
 */

export const longest = { key: 500, words: 1_000, name: 500, outlet: 1_000 } as const;

export const count = z.int().min(0);
export const nullable = z.string().nullable();
export const span = z.tuple([z.int().min(0), z.int().min(0)]).readonly();
const spans = z.array(span).readonly();
export const kind = z.enum(['person', 'organization', 'group', 'document', 'unnamed', 'author', 'unknown']);
export const type = z.enum(['direct', 'indirect', 'mixed']);
export const mode = z.enum(['says', 'writes', 'thinks', 'wants', 'feels', 'decides', 'shows']);

/** One article as the record keeps it, without its text. */
export const recordedArticle = z
  .object({
    key: z.string().describe("The article's permanent address in the record."),
    id: z.string().describe('What the input called the article; two inputs may use the same.'),
    title: nullable,
    byline: nullable,
    published: nullable.describe('YYYY-MM-DD, or an ISO 8601 date and time with its zone.'),
    outlet: nullable,
    language: nullable.describe('BCP 47 language tag.'),
    credit: nullable.describe('Whom the publisher credits beside the text, in its own words; several parted by ";".'),
    url: nullable,
    capturedAt: z.string().describe('ISO 8601 date and time, UTC.'),
    location: z.string().describe('Where the bytes came from: a path or a URL.'),
    sha256: z.string().describe('SHA-256 of the bytes as captured, lower-case hexadecimal.'),
    attributions: count.describe('How many attributions the article holds.'),
    revision: z.int().min(1).describe('Which revision of the article it is, from 1,'),
    revisions: z.int().min(1).describe('and of how many.'),
    newest: z.string().describe('The key of the newest revision, which alone is in lists, counts and searches.'),
  })
  .meta({ id: 'Article' }) satisfies z.ZodType<store.RecordedArticle>;

const wikidata = z
  .object({
    id: z.string().describe('"Q" and a number: https://www.wikidata.org/wiki/ID shows it.'),
    label: nullable,
    description: nullable,
  })
  .nullable()
  .describe(
    'The item of Wikidata that the speaker is, with its label and description when that was said; null when not known.',
  );

/** One speaker as the record keeps it. */
export const recordedSpeaker = z
  .object({
    key: z.string().describe("The speaker's permanent address in the record."),
    name: z.string(),
    kind,
    attributions: count,
    articles: count,
    wikidata,
  })
  .meta({ id: 'Speaker' }) satisfies z.ZodType<store.RecordedSpeaker>;

const offeredSpeaker = recordedSpeaker
  .extend({ article: recordedArticle.describe('One in which the speaker states something.') })
  .meta({ id: 'OfferedSpeaker' });

/** Two speakers that may be one: a person should say. */
export const recordedOffer = z
  .object({
    speakers: z.tuple([offeredSpeaker, offeredSpeaker]).readonly(),
    reason: z.string().describe('Why they may be one, or may not, in words for people.'),
  })
  .meta({ id: 'Offer' }) satisfies z.ZodType<store.RecordedOffer>;

const correctionMark = z.object({
  number: z.int().min(1).describe('Its number in the log.'),
  action: z.enum([
    'accept',
    'span',
    'merge',
    'apart',
    'split',
    'rename',
    'kind',
    'not-a-statement',
    'speaker',
    'wikidata',
    'join',
    'part',
    'stance',
    'undo',
  ]),
  by: z.string().describe('Who made it.'),
  at: z.string().describe('ISO 8601 date and time, UTC.'),
  note: nullable.describe('Why.'),
});
export const correctionMarks = z.array(correctionMark).readonly();

const member = z.object({ name: z.string(), kind, role: nullable });
export const source = z.object({
  key: z.string(),
  name: z.string(),
  kind,
  role: nullable,
  roleSpan: span.nullable().describe("Where the role's words stand, as far as the article gives them."),
  members: z.array(member).readonly().nullable().describe('Those who speak together; null for one.'),
  wikidata,
});

export const wordChanges = z
  .array(z.object({ change: z.enum(['same', 'removed', 'added']), words: z.string() }))
  .readonly()
  .describe('Same and removed words are what stood before, same and added words what stands now.');

export const stanceKind = z.enum(['accepts', 'rejects', 'demands', 'offers', 'denies', 'states']);
/** What an attribution says of its source's stance. */
const stance = {
  stance: stanceKind.nullable().describe('Null where the article was added before stances were kept.'),
  about: span.nullable().describe('The words for what is accepted, rejected, demanded or offered.'),
  condition: span.nullable().describe('The clause that the stance hangs on.'),
  conditionStatus: z.enum(['in force', 'hypothetical', 'denied']).nullable(),
  polarity: z.enum(['positive', 'negative']).nullable(),
  modality: z.enum(['duty', 'ability', 'chance', 'will']).nullable(),
  hedged: z.boolean().nullable().describe('Whether the words are weakened.'),
  time: z.enum(['past', 'present', 'future']).nullable().describe('What the main clause speaks of.'),
  stanceConfidence: z.number().nullable().describe('0 to 1; null where a correction gives the stance.'),
  evidence: z
    .array(z.object({ label: z.enum(['stance', 'condition', 'polarity', 'modality', 'hedge', 'time']), span }))
    .readonly()
    .describe('The words that gave the labels.'),
  aboutWords: z.string().describe('The words of `about`; empty when there are none.'),
  conditionWords: z.string().describe('The words of `condition`; empty when there are none.'),
};

/** One attribution with its evidence: the article, the spans, the very words. */
export const recordedAttribution = z
  .object({
    key: z.string().describe("The article's key, a hyphen, and the number of the attribution in it from 0."),
    speaker: source.nullable(),
    article: recordedArticle,
    statement: nullable.describe(
      'The address of the statement that it is an occurrence of; null while it is not linked.',
    ),
    source: spans,
    cue: spans,
    content: spans,
    type,
    mode: mode.describe('The act. Only says and writes are statements somebody made in words.'),
    saidOn: nullable.describe('YYYY-MM-DD, or null when the article does not make it certain.'),
    medium: nullable.describe('Where it was said.'),
    confidence: z.number().describe('0 to 1.'),
    within: count
      .nullable()
      .describe('The number, in the article, of the attribution whose content holds this one; null when none does.'),
    reportedBy: source.nullable().describe('The speaker of that attribution, who reports that this was said.'),
    speakerConfidence: z
      .number()
      .nullable()
      .describe(
        'How likely the speaker is right, 0 to 1; null where it was not measured, or a person said who speaks.',
      ),
    unresolved: z
      .enum([
        'no source is given near the words',
        'nobody before the pronoun fits',
        'the pronoun may mean more than one',
        'who says “I” or “we” is not known',
        'the interview does not name who speaks',
      ])
      .nullable()
      .describe('Why there is no speaker.'),
    anonymity: span.nullable().describe("The article's words for why a nameless source is not named."),
    words: z.string().describe('The words of the content, its pieces joined by " … ".'),
    sourceWords: z.string(),
    cueWords: z.string(),
    anonymityWords: z.string().describe('The words of `anonymity`; empty when there are none.'),
    ...stance,
    corrections: correctionMarks.describe('What people corrected in it; none where it is as it was found.'),
  })
  .meta({ id: 'Attribution' }) satisfies z.ZodType<store.RecordedAttribution>;

/** An entry of the log of corrections, with what became of it. */
export const recordedCorrection = correctionMark
  .extend({
    summary: z.string().describe('One line for people.'),
    payload: z.record(z.string(), z.unknown()).readonly().describe('What it names, with evidence to find it by again.'),
    undoneBy: z.int().nullable().describe('The number of the correction that undid it; null when it holds.'),
    unapplied: nullable.describe('Why it, or a part of it, has no effect.'),
    articles: count.describe('How many articles the record held when it was made.'),
  })
  .meta({ id: 'Correction' }) satisfies z.ZodType<store.RecordedCorrection>;

/** Why an input brought nothing, where it may have been one that was fetched: the words of refusals and of attempts. */
export const NOT_BROUGHT = [
  'not found',
  'unreachable',
  'timed out',
  'refused',
  'too many redirects',
  'too large',
  'wrong type',
  'empty',
  'binary',
  'damaged',
  'encrypted',
  'bad encoding',
  'no article text',
  'paywalled',
  'needs JavaScript',
  'robots',
] as const;

/** Input that gave no article, and why. */
export const recordedRefusal = z
  .object({
    input: z.string(),
    code: z.enum([...NOT_BROUGHT, 'bad line', 'not analysed', 'not stored']),
    reason: z.string(),
    at: z.string().describe('ISO 8601 date and time, UTC.'),
  })
  .meta({ id: 'Refusal' }) satisfies z.ZodType<store.RecordedRefusal>;

/** A page of a list of these. */
export const items = <T extends z.ZodType>(item: T) => z.object({ items: z.array(item).readonly(), total: count });

export const articlePage = items(recordedArticle).meta({ id: 'ArticlePage' }) satisfies z.ZodType<
  store.Page<store.RecordedArticle>
>;
export const speakerPage = items(recordedSpeaker).meta({ id: 'SpeakerPage' }) satisfies z.ZodType<
  store.Page<store.RecordedSpeaker>
>;
export const attributionPage = items(recordedAttribution).meta({ id: 'AttributionPage' }) satisfies z.ZodType<
  store.Page<store.RecordedAttribution>
>;
export const refusalPage = items(recordedRefusal).meta({ id: 'RefusalPage' }) satisfies z.ZodType<
  store.Page<store.RecordedRefusal>
>;
export const offerPage = items(recordedOffer).meta({ id: 'OfferPage' }) satisfies z.ZodType<
  store.Page<store.RecordedOffer>
>;
export const correctionPage = items(recordedCorrection).meta({ id: 'CorrectionPage' }) satisfies z.ZodType<
  store.Page<store.RecordedCorrection>
>;

const published = nullable.describe('As the article gives it; null where none has a date.');
/** How often, and the dates of the first and the last article. */
const seen = { attributions: count, first: published, last: published };
const moment = z
  .object({ published: z.string(), attribution: z.string().describe("The attribution's key.") })
  .nullable()
  .describe('By the dates of articles; null where none has a date.');

/** One speaker: what it is called, its roles, outlets and dates, and a page of what is attributed to it. */
export const speakerDetail = z
  .object({
    speaker: recordedSpeaker.describe('Its counts are of the whole record; all else is of the articles asked for.'),
    aliases: z
      .array(z.object({ name: z.string(), articles: count, ...seen }))
      .readonly()
      .describe('What the speaker is called: the name that is shown, then the others, the commonest first.'),
    roles: z
      .array(z.object({ role: z.string(), ...seen }))
      .readonly()
      .describe('In the order in which they were first given, those without a date last.'),
    outlets: z
      .array(z.object({ outlet: nullable, articles: count, ...seen }))
      .readonly()
      .describe('Most frequent first.'),
    articles: count,
    undated: count.describe('How many of the articles have no date.'),
    modes: z.record(mode, count).describe('How many attributions of each act.'),
    types: z.record(type, count).describe('How many attributions are given directly, indirectly, or partly both.'),
    reported: count.describe('How many of the attributions stand within what another speaker said.'),
    months: z
      .array(z.object({ month: z.string().describe('YYYY-MM.'), attributions: count }))
      .readonly()
      .describe('In time, those without an attribution left out; of all days, whichever were asked for.'),
    first: moment,
    last: moment,
    attributions: attributionPage,
    corrections: correctionMarks.describe('The corrections of this speaker as a whole.'),
  })
  .meta({ id: 'SpeakerDetail' }) satisfies z.ZodType<store.RecordedSpeakerPage>;

export const outletList = z
  .array(z.object({ outlet: nullable, articles: count, attributions: count }))
  .readonly()
  .meta({ id: 'OutletList' });

export const counts = z
  .object({ articles: count, attributions: count, speakers: count, refusals: count })
  .meta({ id: 'Counts' });

/** What every refused request gets: one sentence for a person. */
export const problem = z.object({ error: z.string() }).meta({ id: 'Problem' });

/** A parameter that is text of a bounded length. */
export const asText = (longestLength: number, what: string) =>
  z
    .string({ error: `${what}, given once` })
    .max(longestLength, { error: `${what} of at most ${longestLength.toLocaleString('en')} characters` });

export const wholeNumber = (least: number, most: number) => {
  const error = `a whole number from ${least.toLocaleString('en')} to ${most.toLocaleString('en')}`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
};

export const paging = {
  limit: wholeNumber(1, 500).default(50).describe('At most this many items.'),
  offset: wholeNumber(0, 1_000_000_000).default(0).describe('Leave out this many first.'),
};
const outlet = asText(longest.outlet, "an outlet's name")
  .optional()
  .describe('Only this outlet, spelt as in /api/outlets.');

export const day = z.iso.date({ error: 'a day, written YYYY-MM-DD' });
/** Which articles are looked at. */
export const articleFilter = {
  outlet,
  from: day.optional().describe('Only articles published on this day or later, YYYY-MM-DD; none without a date.'),
  to: day.optional().describe('Only articles published on this day or earlier, YYYY-MM-DD; none without a date.'),
};
/** A query whose days are in their order. */
export function inOrder<T extends z.ZodType<{ from?: string | undefined; to?: string | undefined }>>(query: T): T {
  return query.refine(({ from, to }) => from === undefined || to === undefined || from <= to, {
    path: ['from'],
    error: 'no later than "to"',
  });
}

export const byKey = z.object({ key: asText(longest.key, 'a key') });
export const pagingQuery = z.strictObject(paging);
export const speakerQuery = inOrder(z.strictObject({ ...paging, ...articleFilter }));
export const articlesQuery = z.strictObject({ ...paging, outlet });
export const speakersQuery = z.strictObject({
  ...paging,
  name: asText(longest.name, 'any part of a name').optional().describe('Any part of the name.'),
});
export const noQuery = z.strictObject({});

export type RecordedArticle = z.infer<typeof recordedArticle>;
export type RecordedSpeaker = z.infer<typeof recordedSpeaker>;
export type RecordedAttribution = z.infer<typeof recordedAttribution>;
export type ArticlePage = z.infer<typeof articlePage>;
export type SpeakerPage = z.infer<typeof speakerPage>;
export type SpeakerDetail = z.infer<typeof speakerDetail>;
export type AttributionPage = z.infer<typeof attributionPage>;
export type RefusalPage = z.infer<typeof refusalPage>;
export type OutletList = z.infer<typeof outletList>;
export type Counts = z.infer<typeof counts>;
export type RecordedCorrection = z.infer<typeof recordedCorrection>;
export type CorrectionPage = z.infer<typeof correctionPage>;
export type OfferPage = z.infer<typeof offerPage>;
export type Problem = z.infer<typeof problem>;
