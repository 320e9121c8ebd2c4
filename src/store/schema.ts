import { type Generated, type GeneratedAlways, Kysely, SqliteDialect } from 'kysely';
import type { AttributionType, Change, Mode, RefusalCode, SpeakerKind, UnresolvedReason } from '../model.ts';
import type { OriginTables } from './origins/schema.ts';
import type { PositionTables } from './positions/schema.ts';
import type { WatchTables } from './watch/schema.ts';

/** The tables of the record as TypeScript sees them; `migrations/` makes them and says what each column means. */
export interface Tables extends WatchTables, OriginTables, PositionTables {
  snapshot: SnapshotTable;
  article: ArticleTable;
  article_text: ArticleTextTable;
  speaker: SpeakerTable;
  attribution: AttributionTable;
  span: SpanTable;
  found_span: SpanTable;
  found_empty: Pick<SpanTable, 'attribution_id' | 'part'>;
  /** A view. */
  span_as_found: SpanTable;
  review: ReviewTable;
  refusal: RefusalTable;
  attribution_index: AttributionIndexTable;
  speaker_index: SpeakerIndexTable;
  correction: CorrectionTable;
  standing: StandingTable;
  attribution_correction: AttributionCorrectionTable;
  unapplied: UnappliedTable;
  missed: MissedTable;
  speaker_spelling: SpeakerSpellingTable;
  speaker_role: SpeakerRoleTable;
  speaker_outlet: SpeakerOutletTable;
  speaker_key: SpeakerKeyTable;
  speaker_alias: SpeakerAliasTable;
  speaker_offer: SpeakerOfferTable;
  speaker_apart: SpeakerApartTable;
  wikidata_link: WikidataLinkTable;
  capture: CaptureTable;
  statement: StatementTable;
  statement_merge: StatementMergeTable;
  statement_wording: StatementWordingTable;
  statement_key: StatementKeyTable;
  statement_correction: StatementCorrectionTable;
  story: StoryTable;
  story_profile: StoryProfileTable;
  story_key: StoryKeyTable;
  story_word: StoryWordTable;
}

export interface SnapshotTable {
  sha256: string;
  size: number;
  encoding: 'gzip' | 'identity';
  bytes: Uint8Array;
}

export interface ArticleTable {
  id: Generated<number>;
  key: string;
  digest: string;
  source_id: string;
  url: string | null;
  outlet: string | null;
  title: string | null;
  byline: string | null;
  published: string | null;
  language: string | null;
  sha256: string;
  location: string;
  captured_at: string;
  attributions: number;
  address: string | null;
  revises: Generated<number | null>;
  revision: number;
  superseded_by: Generated<number | null>;
  story_id: Generated<number | null>;
  modified: string | null;
  credit: string | null;
}

export interface ArticleTextTable {
  article_id: number;
  text: string;
  utf16: Uint8Array | null;
}

export interface SpeakerTable {
  id: Generated<number>;
  key: string;
  digest: string;
  kind: SpeakerKind;
  name: string;
  attributions: number;
  articles: number;
  found_name: string | null;
  found_kind: SpeakerKind | null;
  /** 0 or 1, as all flags of the record. */
  renamed: Generated<number>;
  bound: number | null;
  found_articles: Generated<number>;
  women: Generated<number>;
  men: Generated<number>;
}

export interface AttributionTable {
  id: Generated<number>;
  article_id: number;
  position: number;
  type: AttributionType;
  mode: Mode;
  found_speaker_id: number | null;
  found_name: string | null;
  found_role: string | null;
  found_courtesy: string | null;
  said_on: string | null;
  medium: string | null;
  confidence: number;
  within: number | null;
  speaker_id: number | null;
  role: string | null;
  reassigned: Generated<number>;
  statement: Generated<number>;
  superseded: Generated<number>;
  counted: GeneratedAlways<number>;
  speaker_confidence: number | null;
  unresolved: UnresolvedReason | null;
  found_members: string | null;
  found_role_start: number | null;
  found_role_end: number | null;
  anonymity_start: number | null;
  anonymity_end: number | null;
  found_statement_id: Generated<number | null>;
  statement_id: Generated<number | null>;
  joined_id: Generated<number | null>;
  join_confidence: Generated<number | null>;
  join_reason: Generated<string | null>;
  change: Generated<Change | null>;
  kinds: Generated<number | null>;
  reviewed: Generated<number>;
}

/** Columns of an attribution that linking fills in. */
export type LinkedColumn =
  | 'found_statement_id'
  | 'statement_id'
  | 'joined_id'
  | 'join_confidence'
  | 'join_reason'
  | 'change'
  | 'kinds';

export type SpanPart = 'source' | 'cue' | 'content';

export interface SpanTable {
  attribution_id: number;
  part: SpanPart;
  position: number;
  start: number;
  end: number;
}

export interface ReviewTable {
  attribution_id: number;
  outlet: string | null;
  speaker_id: number | null;
  doubt: number;
  kinds: number;
}

export interface RefusalTable {
  id: Generated<number>;
  input: string;
  code: RefusalCode;
  reason: string;
  at: string;
}

export interface AttributionIndexTable {
  rowid: number;
  words: string;
  speaker: string;
  title: string;
}

export interface SpeakerIndexTable {
  rowid: number;
  name: string;
}

export interface CorrectionTable {
  id: Generated<number>;
  at: string;
  by: string;
  action: string;
  payload: string;
  note: string | null;
  articles: number;
}

export interface StandingTable {
  speaker_id: number;
  correction_id: number;
  spelling: string | null;
  to_id: number | null;
}

export interface AttributionCorrectionTable {
  attribution_id: number;
  correction_id: number;
}

export interface UnappliedTable {
  correction_id: number;
  reason: string;
}

export interface MissedTable {
  digest: string;
  correction_id: number;
}

export interface SpeakerSpellingTable {
  speaker_id: number;
  spelling: string;
  articles: number;
}

export interface SpeakerRoleTable {
  speaker_id: number;
  role: string;
  articles: number;
}

export interface SpeakerOutletTable {
  speaker_id: number;
  outlet: string;
}

export interface SpeakerKeyTable {
  key: string;
  known: number;
  speaker_id: number;
}

export interface SpeakerAliasTable {
  digest: string;
  speaker_id: number;
}

export interface SpeakerOfferTable {
  id: Generated<number>;
  speaker_id: number;
  other_id: number;
  reason: string;
  article_id: number;
}

export interface SpeakerApartTable {
  speaker_id: number;
  other_id: number;
  correction_id: number;
}

export interface WikidataLinkTable {
  speaker_id: number;
  correction_id: number;
  item: string | null;
  label: string | null;
  description: string | null;
  by_hand: number;
}

export interface CaptureTable {
  id: Generated<number>;
  article_id: number;
  sha256: string;
  media_type: string;
  location: string;
  redirects: string | null;
  status: number | null;
  headers: string | null;
  captured_at: string;
  publisher: Generated<string | null>;
}

export interface StatementTable {
  id: Generated<number>;
  key: string;
  correction_id: number | null;
  joined_id: Generated<number | null>;
  earliest_id: Generated<number | null>;
  occurrences: Generated<number>;
  kinds: Generated<number>;
  gravest: Generated<number | null>;
}

export interface StatementMergeTable {
  statement_id: number;
  into_id: number;
  attribution_id: number;
  confidence: number;
  reason: string;
}

export interface StatementWordingTable {
  statement_id: number;
  attribution_id: number;
  same: number;
}

export interface StatementKeyTable {
  key: number;
  statement_id: number;
}

export interface StatementCorrectionTable {
  statement_id: number;
  correction_id: number;
}

export interface StoryTable {
  id: Generated<number>;
  key: string;
  founder_id: number;
  articles: Generated<number>;
  lead_id: Generated<number | null>;
  latest: Generated<string>;
}

export interface StoryProfileTable {
  article_id: number;
  day: number | null;
  words: string;
}

export interface StoryKeyTable {
  key: number;
  story_id: number;
  articles: number;
}

export interface StoryWordTable {
  word: string;
  articles: number;
}

/**
 * Builds queries; never runs them. Kysely runs queries asynchronously only, while the record answers at once: its
 * queries are compiled here and run by `Connection`. A query executed by mistake fails before it touches anything.
 */
export const build = new Kysely<Tables>({
  dialect: new SqliteDialect({
    database: () => Promise.reject(new Error('queries of the record are compiled by Kysely and run by Connection')),
  }),
});
