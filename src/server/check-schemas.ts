import { z } from 'zod';
import { kind, nullable, span, wordChanges } from './schemas.ts';
import { kinds } from './statement-schemas.ts';

/** What `POST /api/check` takes and gives. */

/** How long a draft may be: its text in characters, and a file in bytes. */
export const MOST_CHARACTERS = 200_000;
export const MOST_BYTES = 1_000_000;
/** This bounds what is parsed: a character may be written as six in JSON, and three bytes as four in base64. */
export const MOST_SENT_DRAFT = 1_400_000;

const text = z.string({ error: 'a string' });

/** A draft: words, taken as they are, or a file of one article. */
export const sentDraft = z
  .strictObject(
    {
      text: text
        .max(MOST_CHARACTERS, { error: `at most ${MOST_CHARACTERS.toLocaleString('en')} characters` })
        .optional()
        .describe('The draft, taken as it is.'),
      file: z
        .strictObject(
          { name: text.max(255, { error: 'at most 255 characters' }), bytes: z.base64({ error: 'base64' }) },
          { error: 'an object with "name" and "bytes"' },
        )
        .optional()
        .describe('Instead: a file of one article, .txt, .md, .html, .docx, .pdf or .mhtml.'),
    },
    { error: 'a JSON object with "text" or "file"' },
  )
  .refine(({ text, file }) => (text === undefined) !== (file === undefined), {
    error: 'a draft as either "text" or "file"',
  });

const who = z
  .object({ name: z.string(), kind, role: nullable })
  .nullable()
  .describe('Null when the text does not tell.');

const foundPlace = z
  .object({
    article: z.object({
      key: nullable,
      title: nullable,
      outlet: nullable,
      published: nullable,
      url: nullable,
    }),
    span: span.describe("In the article's text."),
    words: z.string().describe('The words that stand there: the right ones.'),
    change: z.enum(['identical', 'excerpt', 'altered', 'paraphrase']).describe('What the draft did to them.'),
    kinds,
    fault: z.enum(['narration', 'splice', 'condition cut', 'negation cut', 'speaker']).nullable(),
    quoted: z.boolean().describe('Whether they stand in quotation marks there.'),
    speaker: who,
    verdict: z.enum(['verbatim', 'excerpt', 'altered', 'misattributed', 'not found']),
    attribution: nullable.describe('The key of the attribution that holds them.'),
    statement: nullable.describe('The key of its statement.'),
    changes: wordChanges.nullable().describe("From the draft's words to the right ones; null where they are the same."),
  })
  .meta({ id: 'FoundPlace' });

/** A draft with what came of each quotation. */
export const checkedDraft = z
  .object({
    title: nullable,
    language: nullable,
    text: z.string().describe('As it was read: all spans but those of places are in it.'),
    quotations: z
      .array(
        z.object({
          span: span.describe('Without the quotation marks.'),
          words: z.string(),
          speaker: who,
          verdict: foundPlace.shape.verdict,
          reason: z.string().describe('In words for people.'),
          found: z.array(foundPlace).readonly().describe('The best first, five at most.'),
        }),
      )
      .readonly(),
    leftOut: z
      .array(
        z.object({
          span,
          words: z.string(),
          reason: z.string(),
          unchecked: z.boolean().describe('Whether it may be a quotation all the same.'),
        }),
      )
      .readonly()
      .describe('What stands in quotation marks and was not checked.'),
    articles: z.int().min(0).describe('In how many articles it was looked,'),
    total: z.int().min(0).describe('and how many the record holds: fewer than all where time ran out.'),
  })
  .meta({ id: 'CheckedDraft' });

export type SentDraft = z.input<typeof sentDraft>;
export type CheckedDraft = z.infer<typeof checkedDraft>;
export type CheckedQuotation = CheckedDraft['quotations'][number];
export type FoundPlace = CheckedQuotation['found'][number];
export type Verdict = FoundPlace['verdict'];
