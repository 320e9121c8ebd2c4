import { type Selectable, sql } from 'kysely';
import type { Span, SpeakerMember } from '../model.ts';
import { type Connection, prepared } from './connection.ts';
import { marksOfAttributionRow } from './corrections/index.ts';
import { readSpans, readText } from './passages.ts';
import { readStance } from './positions/keep.ts';
import { type ArticleTable, type AttributionTable, build, type LinkedColumn, type SpeakerTable } from './schema.ts';
import type { RecordedArticle, RecordedAttribution, RecordedSource } from './types.ts';
import { itemOfRow } from './wikidata-links.ts';
import { joinWords } from './words.ts';

/** What a `RecordedArticle` is made from, under names that no other table uses. */
export const ARTICLE_COLUMNS = [
  'article.key as article_key',
  'article.attributions as article_attributions',
  'article.source_id',
  'article.url',
  'article.outlet',
  'article.title',
  'article.byline',
  'article.published',
  'article.language',
  'article.credit',
  'article.sha256',
  'article.location',
  'article.captured_at',
  'article.revision',
  sql<string | null>`(select n.key from article as n where n.id = article.superseded_by)`.as('newest_key'),
  sql<number | null>`(select n.revision from article as n where n.id = article.superseded_by)`.as('newest_revision'),
] as const;

/** What a speaker's members and the place of its role are made from. */
const EVIDENCE_OF_SPEAKER = [
  'attribution.found_role',
  'attribution.found_members',
  'attribution.found_role_start',
  'attribution.found_role_end',
] as const;

/** What a `RecordedAttribution` is made from, beside its spans and its article's text. */
export const ATTRIBUTION_COLUMNS = [
  'attribution.id as attribution_id',
  'attribution.article_id',
  'attribution.position',
  'attribution.speaker_id',
  'attribution.type',
  'attribution.mode',
  'attribution.found_name',
  'attribution.role',
  'attribution.reassigned',
  ...EVIDENCE_OF_SPEAKER,
  'attribution.statement',
  'attribution.counted',
  'attribution.said_on',
  'attribution.medium',
  'attribution.confidence',
  'attribution.within',
  'attribution.speaker_confidence',
  'attribution.unresolved',
  'attribution.anonymity_start',
  'attribution.anonymity_end',
  'speaker.key as speaker_key',
  'speaker.kind as speaker_kind',
  'speaker.name as speaker_name',
  'speaker.renamed as speaker_renamed',
  sql<string | null>`(select s.key from statement as s where s.id = attribution.statement_id)`.as('statement_key'),
  ...ARTICLE_COLUMNS,
] as const;

export interface ArticleRow
  extends Pick<
    Selectable<ArticleTable>,
    | 'source_id'
    | 'url'
    | 'outlet'
    | 'title'
    | 'byline'
    | 'published'
    | 'language'
    | 'credit'
    | 'sha256'
    | 'location'
    | 'captured_at'
    | 'revision'
  > {
  readonly article_key: string;
  readonly article_attributions: number;
  readonly newest_key: string | null;
  readonly newest_revision: number | null;
}

/** Who a source refers to, from an attribution joined with its speaker, which may be missing. */
interface SourceRow
  extends Pick<
    Selectable<AttributionTable>,
    | 'found_name'
    | 'role'
    | 'reassigned'
    | 'speaker_id'
    | 'found_role'
    | 'found_members'
    | 'found_role_start'
    | 'found_role_end'
  > {
  readonly speaker_key: SpeakerTable['key'] | null;
  readonly speaker_kind: SpeakerTable['kind'] | null;
  readonly speaker_name: SpeakerTable['name'] | null;
  readonly speaker_renamed: number | null;
}

export interface AttributionRow
  extends ArticleRow,
    SourceRow,
    Omit<
      Selectable<AttributionTable>,
      | 'id'
      | 'found_speaker_id'
      | 'found_role'
      | 'found_courtesy'
      | 'superseded'
      | 'reviewed'
      | LinkedColumn
      | keyof SourceRow
    > {
  readonly attribution_id: number;
  readonly statement_key: string | null;
}

const sourceAt = prepared((v: { article: number; position: number }) =>
  build
    .selectFrom('attribution')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select([
      'attribution.speaker_id',
      'attribution.found_name',
      'attribution.role',
      'attribution.reassigned',
      ...EVIDENCE_OF_SPEAKER,
      'attribution.statement',
      'attribution.within',
      'speaker.key as speaker_key',
      'speaker.kind as speaker_kind',
      'speaker.name as speaker_name',
      'speaker.renamed as speaker_renamed',
    ])
    .where('attribution.article_id', '=', v.article)
    .where('attribution.position', '=', v.position),
);

export function toArticle(row: ArticleRow): RecordedArticle {
  return {
    key: row.article_key,
    id: row.source_id,
    title: row.title,
    byline: row.byline,
    published: row.published,
    outlet: row.outlet,
    language: row.language,
    credit: row.credit,
    url: row.url,
    capturedAt: row.captured_at,
    location: row.location,
    sha256: row.sha256,
    attributions: row.article_attributions,
    revision: row.revision,
    revisions: row.newest_revision ?? row.revision,
    newest: row.newest_key ?? row.article_key,
  };
}

const byId = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(ATTRIBUTION_COLUMNS)
    .where('attribution.id', '=', v.id),
);

/** What `toAttributions` makes attributions of, by their ids, in the order of these. */
export const attributionRows = (connection: Connection, ids: readonly number[]): AttributionRow[] =>
  ids.map((id) => connection.first(byId, { id })!);

/** The attributions of these ids, in their order. */
export const readAttributions = (connection: Connection, ids: readonly number[]): RecordedAttribution[] =>
  toAttributions(connection, attributionRows(connection, ids));

/**
 * Makes attributions of rows, in the order of the rows. Their words are cut from the text of the article, never kept
 * apart from it; the text of one article at a time is held.
 */
export function toAttributions(connection: Connection, rows: readonly AttributionRow[]): RecordedAttribution[] {
  const made = new Map<number, RecordedAttribution>();
  for (const [articleId, group] of Map.groupBy(rows, (row) => row.article_id)) {
    const text = readText(connection, articleId);
    const article = toArticle(group[0]!);
    for (const row of group) made.set(row.attribution_id, toAttribution(connection, row, article, text));
  }
  return rows.map((row) => made.get(row.attribution_id)!);
}

function toAttribution(
  connection: Connection,
  row: AttributionRow,
  article: RecordedArticle,
  text: string,
): RecordedAttribution {
  const spans = readSpans(connection, row.attribution_id);
  const reporter = reporterOf(connection, row);
  // What was found of the speaker says nothing of one that a correction names.
  const asFound = row.reassigned === 0;
  const stance = readStance(connection, row.attribution_id);
  const anonymity = asFound ? spanFrom(row.anonymity_start, row.anonymity_end) : null;
  return {
    key: `${row.article_key}-${row.position}`,
    ...spans,
    type: row.type,
    mode: row.mode,
    speaker: sourceOf(connection, row),
    saidOn: row.said_on,
    medium: row.medium,
    confidence: row.confidence,
    within: reporter?.position ?? null,
    reportedBy: reporter && sourceOf(connection, reporter.row),
    speakerConfidence: asFound ? row.speaker_confidence : null,
    unresolved: asFound ? row.unresolved : null,
    anonymity,
    ...stance,
    article,
    statement: row.statement_key,
    words: joinWords(text, spans.content),
    sourceWords: joinWords(text, spans.source),
    cueWords: joinWords(text, spans.cue),
    anonymityWords: anonymity ? text.slice(...anonymity) : '',
    aboutWords: stance.about ? text.slice(...stance.about) : '',
    conditionWords: stance.condition ? text.slice(...stance.condition) : '',
    corrections: marksOfAttributionRow(connection, row.attribution_id),
  };
}

/** The attribution whose content holds this one; one that is marked as no statement reports nothing. */
function reporterOf(
  connection: Connection,
  { article_id: article, within }: AttributionRow,
): { position: number; row: SourceRow } | null {
  for (let position = within; position !== null; ) {
    const row = connection.first(sourceAt, { article, position })!;
    if (row.statement === 1) return { position, row };
    position = row.within;
  }
  return null;
}

function sourceOf(connection: Connection, row: SourceRow): RecordedSource | null {
  const { speaker_key: key, speaker_kind: kind, role } = row;
  if (key === null) return null;
  // As the article spells it, unless a correction says that this is not the name.
  const given = row.reassigned === 0 && row.speaker_renamed === 0 ? row.found_name : null;
  const asFound = row.reassigned === 0;
  return {
    key,
    name: given ?? row.speaker_name!,
    kind: kind!,
    role,
    wikidata: itemOfRow(connection, row.speaker_id!),
    roleSpan: asFound && role === row.found_role ? spanFrom(row.found_role_start, row.found_role_end) : null,
    members: asFound ? membersFrom(row.found_members) : null,
  };
}

/** The span that two columns keep, or null. */
export function spanFrom(start: number | null, end: number | null): Span | null {
  return start === null || end === null ? null : [start, end];
}

/** Those who speak together, from the column that keeps them, or null. */
export function membersFrom(members: string | null): readonly SpeakerMember[] | null {
  return members === null ? null : (JSON.parse(members) as readonly SpeakerMember[]);
}
