/** What Wikidata said, kept in one SQLite file with the time it was said at. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import type { Found } from './api.ts';
import type { Entity } from './entity.ts';
import { WikidataError, wikidataError } from './error.ts';

/** "ORWD", in a file's header. */
const APPLICATION_ID = 0x4f525744;
/** Of the tables. A cache of another version is emptied: all of it can be had again. */
const VERSION = 1;
const BUSY_MS = 20_000;

const TABLES = `
  create table origin (source text not null, stamp text) strict;
  create table item (id text primary key, entity text, checked_at integer not null) strict, without rowid;
  create table label (id text primary key, label text, checked_at integer not null) strict, without rowid;
  create table search (name text primary key, ids text not null, complete integer not null, checked_at integer not null)
    strict, without rowid;
  create table name (name text not null, item text not null, primary key (name, item)) strict, without rowid;
`;

/** An answer with the time it was given at, in milliseconds since 1970. */
export interface Kept<T> {
  readonly value: T;
  readonly checkedAt: number;
}

/**
 * A cache of one source, with entries that expire. Each writing is a transaction, so that a process that is killed leaves
 * entries whole or not at all.
 */
export class Cache {
  readonly #path: string;
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  readonly #oldest: () => number;

  /**
   * Opens the file, or makes it.
   *
   * @param source what the answers are from; a file that holds another source's is refused
   * @param oldest entries from before this time count for nothing
   * @throws WikidataError when the file is something else, or cannot be written
   */
  constructor(path: string, source: string, oldest: () => number) {
    this.#path = path;
    this.#oldest = oldest;
    this.#database = this.#guard(() => {
      const known = existsSync(path);
      const database = new DatabaseSync(resolve(path), { timeout: BUSY_MS, defensive: true });
      try {
        database.exec('pragma trusted_schema = off; pragma cell_size_check = on');
        prepare(database, path, source, known);
      } catch (error) {
        database.close();
        throw error;
      }
      return database;
    });
  }

  item(id: string): Kept<Entity | null> | null {
    const row = this.#first('select entity, checked_at from item where id = ? and checked_at >= ?', id, this.#oldest());
    return (
      row && { value: row.entity === null ? null : JSON.parse(String(row.entity)), checkedAt: Number(row.checked_at) }
    );
  }

  label(id: string): Kept<string | null> | null {
    const row = this.#first('select label, checked_at from label where id = ? and checked_at >= ?', id, this.#oldest());
    return row && { value: row.label as string | null, checkedAt: Number(row.checked_at) };
  }

  search(name: string): Found | null {
    const select = 'select ids, complete from search where name = ? and checked_at >= ?';
    const row = this.#first(select, name, this.#oldest());
    return row && { ids: JSON.parse(String(row.ids)), complete: row.complete === 1 };
  }

  /** Items that have a name (as `nameKeys` gives it) in a subset that was indexed. */
  named(name: string, most: number): string[] {
    const select = 'select item from name where name = ? order by length(item), item limit ?';
    const rows = this.#guard(() => this.#statement(select).all(name, most));
    return rows.map(({ item }) => String(item));
  }

  keepItems(items: ReadonlyMap<string, Entity | null>, checkedAt: number): void {
    this.#transaction(() => {
      for (const [id, entity] of items)
        this.#run('insert or replace into item values (?, ?, ?)', id, entity && JSON.stringify(entity), checkedAt);
    });
  }

  keepLabels(labels: ReadonlyMap<string, string | null>, checkedAt: number): void {
    this.#transaction(() => {
      for (const [id, label] of labels)
        this.#run('insert or replace into label values (?, ?, ?)', id, label, checkedAt);
    });
  }

  keepSearch(name: string, { ids, complete }: Found, checkedAt: number): void {
    this.#run(
      'insert or replace into search values (?, ?, ?, ?)',
      name,
      JSON.stringify(ids),
      Number(complete),
      checkedAt,
    );
  }

  /** Enters an item of a subset with its names. To be called within `replaceAll`. */
  enter(entity: Entity, names: readonly string[], checkedAt: number): void {
    this.#run('insert or replace into item values (?, ?, ?)', entity.id, JSON.stringify(entity), checkedAt);
    this.#run('insert or replace into label values (?, ?, ?)', entity.id, entity.label, checkedAt);
    for (const name of names) this.#run('insert or ignore into name values (?, ?)', name, entity.id);
  }

  /** Of a subset: the size and time of the file that was indexed to its end; null when none was. */
  stamp(): string | null {
    return (this.#first('select stamp from origin')?.stamp as string | null | undefined) ?? null;
  }

  /**
   * Replaces everything, in one transaction: whoever is killed or fails within leaves what was there before. Another
   * process that does the same meanwhile waits, and then fails with a message.
   */
  async replaceAll(stamp: string, fill: () => Promise<void>): Promise<void> {
    this.#guard(() => this.#database.exec('begin immediate'));
    try {
      for (const table of ['item', 'label', 'search', 'name']) this.#database.exec(`delete from ${table}`);
      await fill();
      this.#run('update origin set stamp = ?', stamp);
      this.#guard(() => this.#database.exec('commit'));
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }

  #transaction(work: () => void): void {
    this.#guard(() => this.#database.exec('begin immediate'));
    try {
      work();
      this.#guard(() => this.#database.exec('commit'));
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#guard(() => this.#database.prepare(sql));
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #first(sql: string, ...values: SQLInputValue[]): Record<string, unknown> | null {
    return this.#guard(() => this.#statement(sql).get(...values)) ?? null;
  }

  #run(sql: string, ...values: SQLInputValue[]): void {
    this.#guard(() => this.#statement(sql).run(...values));
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw wikidataError(`The cache of Wikidata, ${this.#path}, cannot be used`, error);
    }
  }
}

/** Makes the tables, in one transaction with the look at what is there: two processes may open a new cache at once. */
function prepare(database: DatabaseSync, path: string, source: string, known: boolean): void {
  if (!known) database.exec('pragma journal_mode = wal');
  database.exec('pragma synchronous = normal; begin immediate');
  try {
    const number = (pragma: string): number => Number(Object.values(database.prepare(`pragma ${pragma}`).get()!)[0]);
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").all();
    if (tables.length && number('application_id') !== APPLICATION_ID)
      throw new WikidataError(`${path} is no cache of Wikidata but a database of something else; name another file.`);
    if (number('user_version') !== VERSION) {
      for (const { name } of tables) database.exec(`drop table "${String(name).replaceAll('"', '""')}"`);
      database.exec(`${TABLES} pragma application_id = ${APPLICATION_ID}; pragma user_version = ${VERSION}`);
      database.prepare('insert into origin values (?, null)').run(source);
    }
    const held = String(database.prepare('select source from origin').get()?.source);
    if (held !== source)
      throw new WikidataError(`${path} holds answers from ${held}, not from ${source}; name another file for these.`);
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}
