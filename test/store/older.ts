import type { DatabaseSync } from 'node:sqlite';

/** The columns that say how a speaker was found; those that others are checked against last. */
export const EVIDENCE = [
  'speaker_confidence',
  'unresolved',
  'found_members',
  'found_role_end',
  'found_role_start',
  'anonymity_end',
  'anonymity_start',
];

/** Takes a record back to the version before positions. */
export function withoutPositions(database: DatabaseSync): void {
  const tables = ['collision', 'position_changed', 'position_key', 'position_said', 'position'];
  database.exec([...tables.map((name) => `drop table ${name}`), 'pragma user_version = 14'].join(';'));
}

/** Takes a record back to the version before search in large records; its index of attributions is empty. */
export function withoutLargeSearch(database: DatabaseSync): void {
  withoutPositions(database);
  database.exec(
    [
      'drop index attribution_facets',
      'drop index article_facets',
      'drop index speaker_facets',
      'drop index statement_altered',
      'drop table attribution_index',
      `create virtual table attribution_index using fts5 (words, speaker, title, content = '', contentless_delete = 1,
        tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co M*'")`,
      'pragma user_version = 13',
    ].join(';'),
  );
}

/** Takes a record back to the version before reviews. */
function withoutReview(database: DatabaseSync): void {
  withoutLargeSearch(database);
  database.exec(
    [
      'drop trigger attribution_comes_in',
      'drop trigger attribution_changes',
      'drop view in_doubt',
      'drop view span_as_found',
      ...['review', 'found_span', 'found_empty'].map((name) => `drop table ${name}`),
      'alter table attribution drop column reviewed',
      'pragma user_version = 12',
    ].join(';'),
  );
}

/** Takes a record back to the version before publishers' credits. */
export function withoutCredit(database: DatabaseSync): void {
  withoutReview(database);
  database.exec(
    [
      'alter table article drop column credit',
      'alter table capture drop column publisher',
      'pragma user_version = 11',
    ].join(';'),
  );
}

/** Takes a record back to the version before stories. */
export function withoutStories(database: DatabaseSync): void {
  withoutCredit(database);
  database.exec(
    [
      'pragma foreign_keys = off',
      ...['without_story', 'story'].map((name) => `drop index article_${name}`),
      'alter table article drop column story_id',
      ...['story_profile', 'story_key', 'story_word', 'story'].map((name) => `drop table ${name}`),
      'pragma user_version = 10',
    ].join(';'),
  );
}

/** Takes a record back to the version before origins. */
export function withoutOrigins(database: DatabaseSync): void {
  withoutStories(database);
  const tables = ['article_credit', 'narration_key', 'reprint'];
  database.exec([...tables.map((name) => `drop table ${name}`), 'pragma user_version = 9'].join(';'));
}

/** Takes a record back to the version before statements. */
export function withoutStatements(database: DatabaseSync): void {
  withoutOrigins(database);
  const tables = ['correction', 'key', 'wording', 'merge'];
  const indexes = ['unfiled', 'found_statement', 'statement'];
  const columns = [
    'kinds',
    'change',
    'join_reason',
    'join_confidence',
    'joined_id',
    'statement_id',
    'found_statement_id',
  ];
  database.exec(
    [
      'pragma foreign_keys = off',
      ...tables.map((name) => `drop table statement_${name}`),
      ...indexes.map((name) => `drop index attribution_${name}`),
      ...columns.map((name) => `alter table attribution drop column ${name}`),
      'drop table statement',
      'pragma user_version = 8',
    ].join(';'),
  );
}

/** Takes a record back to the version before watching. */
export function withoutWatch(database: DatabaseSync): void {
  withoutStatements(database);
  const tables = ['host_rest', 'outlet_state', 'outlet_attempts', 'attempt', 'item_source', 'item', 'source'];
  database.exec([...tables.map((name) => `drop table ${name}`), 'pragma user_version = 7'].join(';'));
}

/** Takes a record back to the version before revisions; its articles have none. */
export function withoutRevisions(database: DatabaseSync): void {
  withoutWatch(database);
  const indexes = ['address', 'unfiled', 'newest', 'outlet_newest', 'outlet_counts'];
  database.exec(
    [
      "alter table article add column media_type text not null default 'text/plain'",
      'drop table capture',
      ...indexes.map((name) => `drop index article_${name}`),
      ...['counted', 'superseded'].map((name) => `alter table attribution drop column ${name}`),
      ...['address', 'revises', 'revision', 'superseded_by', 'modified'].map(
        (name) => `alter table article drop column ${name}`,
      ),
      'create index article_newest on article (published desc, key)',
      'create index article_outlet_newest on article (outlet, published desc, key)',
      'create index article_outlet_counts on article (outlet, attributions)',
      'pragma user_version = 6',
    ].join(';'),
  );
}

/** Takes a record back to the version before identity across articles. */
export function withoutIdentity(database: DatabaseSync): void {
  withoutRevisions(database);
  database.exec('drop table wikidata_link');
  for (const column of EVIDENCE) database.exec(`alter table attribution drop column ${column}`);
  const tables = ['spelling', 'role', 'outlet', 'key', 'alias', 'offer', 'apart'];
  const columns = ['bound', 'found_articles', 'women', 'men'];
  database.exec(
    [
      'drop index speaker_unfiled',
      ...tables.map((name) => `drop table speaker_${name}`),
      ...columns.map((name) => `alter table speaker drop column ${name}`),
      'alter table attribution drop column found_courtesy',
      'pragma user_version = 3',
    ].join(';'),
  );
}

/** Takes a record back to the version before corrections. */
export function withoutCorrections(database: DatabaseSync): void {
  const tables = ['missed', 'unapplied', 'attribution_correction', 'standing', 'correction'];
  const indexes = ['speaker_made', 'attribution_speaker', 'attribution_found_speaker'];
  const columns = {
    speaker: ['found_name', 'found_kind', 'renamed'],
    attribution: ['speaker_id', 'role', 'reassigned', 'statement'],
  };
  const names = { speaker_id: 'found_speaker_id', speaker_name: 'found_name', role: 'found_role' };
  database.exec(
    [
      ...indexes.map((name) => `drop index ${name}`),
      ...tables.map((name) => `drop table ${name}`),
      ...Object.entries(columns).flatMap(([table, some]) =>
        some.map((name) => `alter table ${table} drop column ${name}`),
      ),
      ...Object.entries(names).map(([old, now]) => `alter table attribution rename column ${now} to ${old}`),
      'create index attribution_speaker on attribution (speaker_id, article_id)',
      'pragma user_version = 2',
    ].join(';'),
  );
}
