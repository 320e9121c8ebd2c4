import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import type { Advisers } from '../model.ts';
import { Connection } from './connection.ts';
import type { HistoryMark } from './history.ts';
import { openConnection } from './open.ts';
import { recordOn } from './record.ts';
import type { RecordRebuild, RecordStore } from './types.ts';
import { carryWatch } from './watch/index.ts';

/** SQLite's primary result code for a file that another process has locked. */
const BUSY = 5;
/** How long, and how often, a record that somebody opened for a moment is waited for. */
const WAIT_MS = 10_000;
const TRY_MS = 100;

const ENDINGS = ['', '-wal', '-shm', '-journal'];

function removeDatabase(path: string): void {
  for (const ending of ENDINGS) rmSync(path + ending, { force: true });
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'errcode' in error && (Number(error.errcode) & 0xff) === BUSY;

/** Whether some connection, in this process or another, has the database of this file open. */
function isOpenElsewhere(path: string): boolean {
  const database = new DatabaseSync(resolve(path), { timeout: 0 });
  try {
    database.exec('pragma locking_mode = exclusive; begin immediate; rollback');
    return false;
  } catch (error) {
    return isBusy(error); // otherwise it is no sound database, and nobody works with it
  } finally {
    database.close();
  }
}

const inUse = (path: string): Error =>
  new Error(
    `the record ${path} is open in another process, which would go on with the old one: end that (onrecord serve, ` +
      'onrecord add) and run this again, or write the new record to another file with --to',
  );

/** Takes a record for itself: nobody else has it open, and nobody can read or write it until this is closed. */
async function takeAlone(path: string, advisers: Advisers): Promise<Connection> {
  for (const deadline = Date.now() + WAIT_MS; ; await wait(TRY_MS)) {
    const connection = new Connection(path, advisers);
    try {
      // Exclusive mode comes first: the lock that leaving the write-ahead log takes is then never let go. Without that
      // log no other file belongs to the record, so that one rename replaces it whole.
      connection.database.exec('pragma locking_mode = exclusive; pragma journal_mode = delete; begin exclusive');
      return connection;
    } catch (error) {
      connection.close();
      if (!isBusy(error)) throw error;
      if (Date.now() > deadline) throw inUse(path);
    }
  }
}

/** Sees to it that a file, or a folder's list of names, is on the disk. */
function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } catch {
    // Not every system can do that for a folder.
  } finally {
    closeSync(file);
  }
}

/** Gives a file a second name, without a moment at which it has none. */
function keepAs(path: string, other: string): void {
  rmSync(other, { force: true });
  try {
    linkSync(path, other);
  } catch {
    // A file system without links.
    copyFileSync(path, other, constants.COPYFILE_FICLONE);
  }
}

/**
 * Begins to make a record anew, beside it. What was left by one that was cut short is cleared away.
 *
 * @param to where the new record will be: in the place of the old one, or another file, which must not be there yet.
 * @param advisers as for `openRecord`.
 * @throws for people when there is no record, when it is open elsewhere, or when another rebuild is under way.
 */
export function beginRebuild(from: string, to: string, advisers: Advisers): RecordRebuild {
  const inPlace = resolve(from) === resolve(to);
  if (!inPlace && existsSync(to)) throw new Error(`${to} is there already: name a file that is not`);
  // Brings a record of an older version up to date, and says what is wrong with one that cannot be read.
  openConnection(from, { create: false, advisers }).close();
  if (inPlace && isOpenElsewhere(from)) throw inUse(from);
  const work = `${to}.rebuilding`;
  if (existsSync(work) && isOpenElsewhere(work)) throw new Error(`another rebuild is writing ${to} already`);
  removeDatabase(work);
  return new Rebuild({ from, to, inPlace, work, advisers });
}

interface Places {
  readonly from: string;
  readonly to: string;
  readonly inPlace: boolean;
  /** The new record while it is being made. */
  readonly work: string;
  readonly advisers: Advisers;
}

class Rebuild implements RecordRebuild {
  readonly #advisers: Advisers;
  readonly #from: string;
  readonly #to: string;
  readonly #inPlace: boolean;
  readonly #work: string;
  readonly #mark: HistoryMark = { capture: 0, correction: 0, refusal: 0 };
  /** The new record once it is whole, until it is in its place. */
  readonly #done: string;
  readonly #writing: Connection;
  #reading: Connection;
  readonly target: RecordStore;
  source: RecordStore;

  constructor({ from, to, inPlace, work, advisers }: Places) {
    this.#advisers = advisers;
    this.#from = from;
    this.#to = to;
    this.#inPlace = inPlace;
    this.#work = work;
    this.#done = `${to}.rebuilt`;
    this.#reading = openConnection(from, { readOnly: true });
    this.source = recordOn(this.#reading, this.#mark);
    this.#writing = openConnection(work, { advisers });
    this.target = recordOn(this.#writing);
    // SQLite shows others that a file is open from the first reading on.
    this.target.counts();
  }

  async hold(): Promise<void> {
    if (!this.#inPlace) return;
    this.#reading.close();
    this.#reading = await takeAlone(this.#from, this.#advisers);
    this.source = recordOn(this.#reading, this.#mark);
  }

  carryWatch(keys: ReadonlyMap<string, string>): void {
    carryWatch(this.#reading, this.#writing, keys);
  }

  finish(): string | null {
    const done = this.#done;
    removeDatabase(done);
    // A copy without gaps and without a log: the same rows give the same bytes.
    this.#writing.guard(() => this.#writing.database.prepare('vacuum into ?').run(resolve(done)));
    this.#writing.close();
    removeDatabase(this.#work);
    sync(done);
    const kept = this.#inPlace ? `${this.#from}.before-rebuild` : null;
    if (kept !== null) keepAs(this.#from, kept);
    renameSync(done, this.#to);
    sync(dirname(resolve(this.#to)));
    this.#reading.close();
    return kept;
  }

  abandon(): void {
    this.#reading.close();
    this.#writing.close();
    removeDatabase(this.#work);
    removeDatabase(this.#done);
  }
}
