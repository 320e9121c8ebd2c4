import type { DatabaseSync } from 'node:sqlite';
import { RECORD } from './0001-record.ts';
import { WITHIN } from './0002-within.ts';
import { CORRECTIONS } from './0003-corrections.ts';
import { IDENTITY } from './0004-identity.ts';
import { WIKIDATA } from './0005-wikidata.ts';
import { EVIDENCE } from './0006-evidence.ts';
import { REVISIONS } from './0007-revisions.ts';
import { WATCH } from './0008-watch.ts';
import { STATEMENTS } from './0009-statements.ts';
import { ORIGINS } from './0010-origins.ts';
import { STORIES } from './0011-stories.ts';
import { CREDIT } from './0012-credit.ts';
import { REVIEW } from './0013-review.ts';
import { SEARCH } from './0014-search.ts';
import { POSITIONS } from './0015-positions.ts';

/** Marks a file as a record, in SQLite's `application_id`: the letters "ONRC". */
export const APPLICATION_ID = 0x4f4e5243;

/**
 * SQL that takes a record from each version to the next; a record's version (SQLite's `user_version`) is how many of
 * them it has had. A migration that has been released is never edited: a change is a new one at the end.
 */
export const MIGRATIONS: readonly string[] = [
  RECORD,
  WITHIN,
  CORRECTIONS,
  IDENTITY,
  WIKIDATA,
  EVIDENCE,
  REVISIONS,
  WATCH,
  STATEMENTS,
  ORIGINS,
  STORIES,
  CREDIT,
  REVIEW,
  SEARCH,
  POSITIONS,
];

/** The version of a record, and whose file it is. */
export function versionOf(database: DatabaseSync): { applicationId: number; version: number } {
  return {
    applicationId: Number(database.prepare('pragma application_id').get()!.application_id),
    version: Number(database.prepare('pragma user_version').get()!.user_version),
  };
}

/**
 * Brings a record to the newest version, all steps in one transaction: a step that fails leaves the record as it was.
 * When several processes open one record at once, the first does the work and the others find it done.
 */
export function migrate(database: DatabaseSync, migrations: readonly string[] = MIGRATIONS): void {
  if (versionOf(database).version === migrations.length) return;
  database.exec('begin immediate');
  try {
    for (const step of migrations.slice(versionOf(database).version)) database.exec(step);
    database.exec(`pragma application_id = ${APPLICATION_ID}; pragma user_version = ${migrations.length}; commit`);
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
