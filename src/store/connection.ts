import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import type { Compilable, RawBuilder } from 'kysely';
import type { Advisers, Comparer, Grouper, Identifier, Linker, Sourcing, Watcher } from '../model.ts';
import { forPeople } from './errors.ts';
import { Recent } from './recent.ts';
import { build } from './schema.ts';

/** How long one process waits for another that is writing. A write lasts some milliseconds. */
const BUSY_MS = 20_000;

/** A query compiled once, with places for values that come with each run. */
export interface Prepared<Values, Row> {
  readonly sql: string;
  readonly parameters: (values: Values) => SQLInputValue[];
  /** Never there: carries the type of the rows. */
  readonly row?: Row;
}

/** Stands in a compiled query for a value that comes later. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * Compiles a query once for many runs, for the statements that `add` runs by the hundred: compiling each anew takes
 * as long as running it.
 *
 * @param query builds the query from named values, which are only places when it is called; it may hand them on, not
 * look at them.
 */
export function prepared<Values extends Readonly<Record<string, SQLInputValue>>, Row>(
  query: (values: Values) => Compilable<Row>,
): Prepared<Values, Row> {
  const places = new Proxy({}, { get: (_, name) => new Place(String(name)) }) as Values;
  const { sql, parameters } = query(places).compile();
  return {
    sql,
    parameters: (values) => parameters.map((p) => (p instanceof Place ? values[p.name]! : p) as SQLInputValue),
  };
}

/** The same for a query in SQL, where that says it better: what goes over many values at once, by `json_each`. */
export function preparedSql<Values extends Readonly<Record<string, SQLInputValue>>, Row>(
  query: (values: Values) => RawBuilder<Row>,
): Prepared<Values, Row> {
  return prepared((values: Values) => ({ compile: () => query(values).compile(build) }));
}

/** Makes something of each of these rows. */
type MakeOfRows<Value> = (connection: Connection, rows: readonly number[]) => ReadonlyMap<number, Value>;

/** How many connections this thread has to a file, by its inode. */
const open = new Map<bigint, number>();

/** Whether this thread has a file open as a database. */
export const isOpenHere = (inode: bigint): boolean => open.has(inode);

/**
 * Runs the queries of the record on one SQLite file, at once (node:sqlite). Keeps the statements it has prepared;
 * there are as many as there are different queries in this folder. Errors come back in words for people, with the
 * file's name.
 */
export class Connection {
  readonly database: DatabaseSync;
  readonly #path: string;
  readonly #advisers: Advisers | null;
  readonly #inode: bigint;
  readonly #statements = new Map<string, StatementSync>();
  readonly #recent = new Map<object, Recent<unknown>>();
  readonly #arrays = new Map<string, StatementSync>();

  /** @param advisers null for a connection that only reads. */
  constructor(path: string, advisers: Advisers | null) {
    this.#path = path;
    this.#advisers = advisers;
    this.database = this.guard(() => {
      // Absolute, since SQLite takes "", ":memory:" and "file:…" for something else than the name of a file.
      const database = new DatabaseSync(resolve(path), { timeout: BUSY_MS, defensive: true });
      // The file may come from anywhere: its schema may call no function with side effects, and its cells are checked.
      database.exec('pragma trusted_schema = off; pragma cell_size_check = on; pragma foreign_keys = on');
      // 64 MB of pages are kept: SQLite's 2 MB hold neither the keys that newcomers seek nor what facets count.
      database.exec('pragma cache_size = -65536');
      // Not SQLite's own read-only mode: that can neither finish what a killed process left, nor clear its log away.
      if (advisers === null) database.exec('pragma query_only = on');
      return database;
    });
    this.#inode = statSync(path, { bigint: true }).ino;
    open.set(this.#inode, (open.get(this.#inode) ?? 0) + 1);
  }

  /** What tells who a newcomer is among the speakers of the record. @throws when the record was opened for reading */
  get identifier(): Identifier {
    return this.#adviser().identifier;
  }

  /** What tells which captures are of one article. @throws when the record was opened for reading */
  get comparer(): Comparer {
    return this.#adviser().comparer;
  }

  /** What tells which occurrences are of one statement. @throws when the record was opened for reading */
  get linker(): Linker {
    return this.#adviser().linker;
  }

  /** What tells whom articles credit and reprint. @throws when the record was opened for reading */
  get sourcing(): Sourcing {
    return this.#adviser().sourcing;
  }

  /** What tells which articles are on one event. @throws when the record was opened for reading */
  get grouper(): Grouper {
    return this.#adviser().grouper;
  }

  /** What tells which positions collide. @throws when the record was opened for reading */
  get watcher(): Watcher {
    return this.#adviser().watcher;
  }

  #adviser(): Advisers {
    if (this.#advisers) return this.#advisers;
    throw new Error(`the record ${this.#path}: it was opened for reading only`);
  }

  /** Runs something that uses SQLite; an error of SQLite's is thrown again in words for people. */
  guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw forPeople(error, this.#path);
    }
  }

  #statement(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  /** All rows of a query. */
  all<Row>(query: Compilable<Row>): Row[];
  all<Values, Row>(query: Prepared<Values, Row>, values: Values): Row[];
  all<Values, Row>(query: Compilable<Row> | Prepared<Values, Row>, values?: Values): Row[] {
    const [sql, parameters] = parts(query, values);
    // Spread, because node:sqlite's rows have no prototype, and so are equal to no plain object in a reader's test.
    return this.guard(() => this.#statement(sql).all(...parameters)).map((row) => ({ ...row }) as Row);
  }

  /** All rows of a query as arrays of their columns, in the order of the query: for thousands of rows, where objects are dear. */
  rows<Row>(query: Compilable<Row>): SQLOutputValue[][] {
    const { sql, parameters } = query.compile();
    return this.guard(() => {
      let statement = this.#arrays.get(sql);
      if (!statement) {
        statement = this.database.prepare(sql);
        statement.setReturnArrays(true);
        this.#arrays.set(sql, statement);
      }
      return statement.all(...(parameters as SQLInputValue[])) as unknown as SQLOutputValue[][];
    });
  }

  /** The first row of a query, or undefined when it has none. */
  first<Row>(query: Compilable<Row>): Row | undefined;
  first<Values, Row>(query: Prepared<Values, Row>, values: Values): Row | undefined;
  first<Values, Row>(query: Compilable<Row> | Prepared<Values, Row>, values?: Values): Row | undefined {
    const [sql, parameters] = parts(query, values);
    const row = this.guard(() => this.#statement(sql).get(...parameters));
    return row && ({ ...row } as Row);
  }

  /**
   * The rows of a query one by one, for long lists: all of one state of the record, whatever is written meanwhile. To be
   * read to the end, or left by `break` or `return`.
   */
  *each<Row>(query: Compilable<Row>): Generator<Row> {
    const [sql, parameters] = parts(query, undefined);
    // A statement of its own, so that the same query may be run again before the end.
    const rows = this.guard(() => this.database.prepare(sql).iterate(...parameters));
    try {
      for (;;) {
        const next = this.guard(() => rows.next());
        if (next.done) return;
        yield { ...next.value } as Row;
      }
    } finally {
      // A statement that is left halfway would go on holding its state of the record.
      rows.return?.();
    }
  }

  /** Runs a query that gives no rows; gives the id of the row it put in last. */
  run<Row>(query: Compilable<Row>): number;
  run<Values, Row>(query: Prepared<Values, Row>, values: Values): number;
  run<Values, Row>(query: Compilable<Row> | Prepared<Values, Row>, values?: Values): number {
    const [sql, parameters] = parts(query, values);
    return Number(this.guard(() => this.#statement(sql).run(...parameters)).lastInsertRowid);
  }

  /** Runs `work` so that all its reads see one state of the record, whatever another process writes meanwhile. */
  read<T>(work: () => T): T {
    return this.database.isTransaction ? work() : this.#transaction('begin', work);
  }

  /**
   * Runs `work` so that all it writes goes in together, or nothing does when it throws. Within other work that writes it
   * is a part of that, which must not go on after an error.
   */
  write<T>(work: () => T): T {
    if (this.database.isTransaction) return work();
    // Immediate: the lock is taken at the start, where waiting for it is possible; a lock taken after a read is refused.
    return this.#transaction('begin immediate', work);
  }

  #transaction<T>(begin: string, work: () => T): T {
    return this.guard(() => {
      this.database.exec(begin);
      try {
        const result = work();
        this.database.exec('commit');
        return result;
      } catch (error) {
        for (const recent of this.#recent.values()) recent.forget();
        // SQLite has already rolled back after some errors (a full disk).
        if (this.database.isTransaction) this.database.exec('rollback');
        throw error;
      }
    });
  }

  /**
   * What was made last of rows that stay as they are, at most so many, by what makes it. Forgotten where a transaction is
   * taken back: its rows are none, and others may have their numbers.
   */
  recent<Value>(make: MakeOfRows<Value>, most: number): (rows: readonly number[]) => Value[] {
    const recent = (this.#recent.get(make) ?? new Recent<Value>(most)) as Recent<Value>;
    this.#recent.set(make, recent);
    return (rows) => recent.of(rows, (missing) => make(this, missing));
  }

  /** Closes the file; calling it again does nothing. */
  close(): void {
    this.#statements.clear();
    this.#arrays.clear();
    if (!this.database.isOpen) return;
    this.database.close();
    const left = open.get(this.#inode)! - 1;
    if (left > 0) open.set(this.#inode, left);
    else open.delete(this.#inode);
  }
}

function parts<Values, Row>(
  query: Compilable<Row> | Prepared<Values, Row>,
  values: Values | undefined,
): [string, SQLInputValue[]] {
  if ('sql' in query) return [query.sql, query.parameters(values as Values)];
  const { sql, parameters } = query.compile();
  return [sql, parameters as SQLInputValue[]];
}
