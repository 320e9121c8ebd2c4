import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Advisers } from '../model.ts';
import { Connection, isOpenHere } from './connection.ts';
import { fileOlderSpeakers } from './identity/filing.ts';
import { APPLICATION_ID, MIGRATIONS, migrate, versionOf } from './migrations/index.ts';
import { settlePositions } from './positions/filing.ts';
import { refillIndex } from './refill.ts';
import { fileOlderArticles } from './revisions/index.ts';
import { fileStatements } from './statements/filing.ts';
import { fileIntoStories } from './stories/filing.ts';

/** What an SQLite file begins with (https://sqlite.org/fileformat2.html, section 1.3). */
const MAGIC = 'SQLite format 3\0';
const HEADER_BYTES = 100;
const USER_VERSION_AT = 60;
const APPLICATION_ID_AT = 68;

/** So many articles of a record older than statements are linked each time that it is opened: some seconds' work. */
const FILED_AT_OPENING = 200;

/** How a record is opened: only to read, when adding and correcting fail, or to write. */
export type OpenOptions =
  | {
      readonly readOnly: true;
      readonly create?: false | undefined;
      /**
       * Another thread of this process has the record open. To be said by every thread but the first: a process that closes a
       * file, however it opened that, gives up all locks that it has on it (POSIX; sqlite.org/howtocorrupt.html, 2.2).
       */
      readonly openInProcess?: boolean;
    }
  | {
      readonly readOnly?: false | undefined;
      /** Make the record where there is none yet. Default: true. */
      readonly create?: boolean | undefined;
      /** Tell who newcomers are, and what is a revision. `openRecord` of the pipeline hands them over. */
      readonly advisers: Advisers;
    };

/**
 * Opens the file of a record, and makes it or brings it up to date where that is needed and allowed. Several processes
 * may have one record open at a time; one writes while the others read.
 *
 * @throws an error for people when there is none, or when the file is something else, damaged, or of a newer version;
 * such a file is left as it is.
 */
export function openConnection(path: string, options: OpenOptions): Connection {
  const advisers = options.readOnly ? null : options.advisers;
  const openInProcess = options.readOnly === true && options.openInProcess === true;
  if (!holdsSomething(path, openInProcess) && (options.readOnly || options.create === false)) {
    throw new Error(`there is no record at ${path} yet; adding an article makes one`);
  }
  for (;;) {
    const file = inodeOf(path);
    const connection = new Connection(path, advisers);
    try {
      // Waits while a rebuild has the record for itself. If that has put another file in its place meanwhile, this one
      // is the old record under its old name: nothing may be written beside it.
      connection.guard(() => versionOf(connection.database));
      if (file === null || file === inodeOf(path)) {
        connection.guard(() => prepare(connection, path, advisers === null));
        return connection;
      }
    } catch (error) {
      connection.close();
      throw error;
    }
    connection.close();
  }
}

/** What tells a file from another that takes its name; null when there is none. */
function inodeOf(path: string): bigint | null {
  return statSync(path, { throwIfNoEntry: false, bigint: true })?.ino ?? null;
}

/**
 * Looks at a file without SQLite, which would make files beside it.
 *
 * @param openInProcess whether SQLite has it open in another thread of this process, or had it: then it was looked at
 * @returns false when there is no file, or one of no bytes (what remains of a record whose making was cut short).
 */
function holdsSomething(path: string, openInProcess: boolean): boolean {
  const stat = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (!stat || (stat.isFile() && stat.size === 0n)) return false;
  if (!stat.isFile()) throw new Error(`${path} is no record: it is ${stat.isDirectory() ? 'a folder' : 'no file'}`);
  if (openInProcess || isOpenHere(stat.ino)) return true;
  const header = readHeader(path);
  const isSqlite = header.length === HEADER_BYTES && header.toString('latin1', 0, MAGIC.length) === MAGIC;
  if (!isSqlite) throw notARecord(path, 'it is no SQLite database');
  checkVersion(path, header.readUInt32BE(APPLICATION_ID_AT), header.readUInt32BE(USER_VERSION_AT));
  return true;
}

function readHeader(path: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  const file = openSync(path, 'r');
  try {
    return header.subarray(0, readSync(file, header, 0, HEADER_BYTES, 0));
  } finally {
    closeSync(file);
  }
}

function checkVersion(path: string, applicationId: number, version: number): void {
  if (applicationId !== APPLICATION_ID) throw notARecord(path, 'it is an SQLite database of something else');
  if (version > MIGRATIONS.length) {
    throw new Error(
      `the record ${path} was made by a newer Onrecord (version ${version} of the record; this one knows ` +
        `${MIGRATIONS.length}); install the newest Onrecord to open it`,
    );
  }
}

function notARecord(path: string, why: string): Error {
  return new Error(`${path} is no record of Onrecord: ${why}; it was left as it is, so name another file`);
}

function prepare(connection: Connection, path: string, readOnly: boolean): void {
  const { database } = connection;
  const empty = database.prepare('select count(*) as n from sqlite_schema').get()!.n === 0;
  const { applicationId, version } = versionOf(database);
  if (!(empty && applicationId === 0 && version === 0 && !readOnly)) checkVersion(path, applicationId, version);
  if (readOnly) {
    if (version === MIGRATIONS.length) return;
    throw new Error(
      `the record ${path} is of an older version; opening it for writing, as adding an article does, brings it up to date`,
    );
  }
  // Before the switch to a write-ahead log: the file itself then says whose it is as soon as it holds anything.
  migrate(database);
  // Readers and a writer do not wait for each other. With NORMAL a killed process loses nothing that was committed; a
  // machine that loses power may lose the last commits, whole, never the soundness of the file (sqlite.org/wal.html).
  database.exec('pragma journal_mode = wal; pragma synchronous = normal');
  // In pages of 4 KiB: with the default of 1000 the disk is waited for four times as often while many articles come in.
  database.exec('pragma wal_autocheckpoint = 4000; pragma journal_size_limit = 67108864');
  refillIndex(connection);
  fileOlderSpeakers(connection);
  fileOlderArticles(connection);
  fileStatements(connection, FILED_AT_OPENING);
  settlePositions(connection);
  fileIntoStories(connection, FILED_AT_OPENING);
}
