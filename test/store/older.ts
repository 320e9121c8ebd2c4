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

/** Takes a record back to the version before watching. */
export function withoutWatch(database: DatabaseSync): void {
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
