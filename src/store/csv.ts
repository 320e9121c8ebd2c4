import { stringify } from 'csv-stringify/sync';
import type { RecordedAttribution } from './recorded.ts';

const COLUMNS: readonly (readonly [name: string, value: (attribution: RecordedAttribution) => unknown])[] = [
  ['key', (a) => a.key],
  ['speaker', (a) => a.speaker?.name],
  ['speaker_kind', (a) => a.speaker?.kind],
  ['speaker_role', (a) => a.speaker?.role],
  ['speaker_key', (a) => a.speaker?.key],
  ['speaker_wikidata', (a) => a.speaker?.wikidata?.id],
  ['words', (a) => a.words],
  ['source_words', (a) => a.sourceWords],
  ['cue_words', (a) => a.cueWords],
  ['type', (a) => a.type],
  ['mode', (a) => a.mode],
  ['said_on', (a) => a.saidOn],
  ['medium', (a) => a.medium],
  ['confidence', (a) => a.confidence],
  ['speaker_confidence', (a) => a.speakerConfidence],
  ['unresolved', (a) => a.unresolved],
  ['anonymity_words', (a) => a.anonymityWords],
  ['within', (a) => a.within],
  ['reported_by', (a) => a.reportedBy?.name],
  ['reported_by_key', (a) => a.reportedBy?.key],
  ['outlet', (a) => a.article.outlet],
  ['title', (a) => a.article.title],
  ['byline', (a) => a.article.byline],
  ['published', (a) => a.article.published],
  ['article_key', (a) => a.article.key],
  ['article_id', (a) => a.article.id],
  ['url', (a) => a.article.url],
  ['location', (a) => a.article.location],
  ['captured_at', (a) => a.article.capturedAt],
  ['sha256', (a) => a.article.sha256],
  ['stance', (a) => a.stance],
  ['stance_confidence', (a) => a.stanceConfidence],
  ['about_words', (a) => a.aboutWords],
  ['condition_words', (a) => a.conditionWords],
  ['condition_status', (a) => a.conditionStatus],
  ['polarity', (a) => a.polarity],
  ['modality', (a) => a.modality],
  ['hedged', (a) => a.hedged],
  ['time', (a) => a.time],
];

/**
 * One row of RFC 4180, with its line ending. A cell that a spreadsheet would run as a formula is written with an
 * apostrophe before it (OWASP, "CSV Injection"): the words come from outside.
 */
export function csvCells(cells: readonly unknown[]): string {
  return stringify([cells.map((cell) => cell ?? '')], {
    record_delimiter: 'windows',
    // A line feed alone needs quotation marks too: many readers take it for the end of the row.
    quoted_match: /[\r\n]/,
    escape_formulas: true,
  });
}

/** The row that names the columns. */
export function csvHeader(): string {
  return csvCells(COLUMNS.map(([name]) => name));
}

/** One attribution with its evidence as a row; what is not known is an empty cell. */
export function csvRow(attribution: RecordedAttribution): string {
  return csvCells(COLUMNS.map(([, value]) => value(attribution)));
}
