import { sql } from 'kysely';
import { type Connection, type Prepared, preparedSql } from './connection.ts';

/**
 * Who holds which of the keys of a table. All keys of an article are read and written by one query each: a query for every
 * key takes five times as long.
 */
export class HeldKeys {
  readonly #found: Prepared<{ keys: string; most: number }, { key: number; holders: string }>;
  readonly #keep: Prepared<{ keys: string; holder: number }, unknown>;
  readonly #drop: Prepared<{ keys: string; holder: number }, unknown>;

  /** @param table has the columns `key` and that of the `holder`, a row's id, and both are its primary key */
  constructor(table: 'statement_key' | 'narration_key', holder: 'statement_id' | 'article_id') {
    const [keyed, column] = [sql.table(table), sql.ref(holder)];
    // Materialised, so that holders are not read again to see whether there are any.
    this.#found = preparedSql(
      (v) => sql<{ key: number; holders: string }>`
        with found as materialized (
          select value as key, (
            select group_concat(${column})
            from (select ${column} from ${keyed} where key = value order by ${column} limit ${v.most})
          ) as holders
          from json_each(${v.keys})
        )
        select key, holders from found where holders is not null`,
    );
    this.#keep = preparedSql(
      (v) => sql`
        insert into ${keyed} (key, ${column}) select value, ${v.holder} from json_each(${v.keys}) where true
        on conflict do nothing`,
    );
    this.#drop = preparedSql(
      (v) =>
        sql`delete from ${keyed} where ${column} = ${v.holder} and key in (select value from json_each(${v.keys}))`,
    );
  }

  /** The holders of each key that has some, in ascending order, at most so many of each. */
  of(connection: Connection, keys: Iterable<number>, most: number): Map<number, number[]> {
    const found = connection.all(this.#found, { keys: toJson(keys), most });
    return new Map(found.map(({ key, holders }) => [key, holders.split(',').map(Number)]));
  }

  /** Lets one hold keys; those that it holds already stay as they are. */
  keep(connection: Connection, holder: number, keys: Iterable<number>): void {
    connection.run(this.#keep, { keys: toJson(keys), holder });
  }

  /** Lets one hold keys no longer. */
  drop(connection: Connection, holder: number, keys: Iterable<number>): void {
    connection.run(this.#drop, { keys: toJson(keys), holder });
  }
}

const toJson = (keys: Iterable<number>): string => JSON.stringify([...new Set(keys)]);
