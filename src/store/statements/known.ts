import { sql } from 'kysely';
import type { KnownStatement, LinkKeys } from '../../model.ts';
import { type Connection, prepared, preparedSql } from '../connection.ts';
import { HeldKeys } from '../held-keys.ts';
import { sha256 } from '../keys.ts';
import { build } from '../schema.ts';
import type { Occurrence, Occurrences } from './occurrences.ts';

/** A statement of the record that newcomers may be, by its row. */
export interface Known extends KnownStatement {
  readonly id: number;
  /** The rows of the occurrences that have the wordings, and what tells their keys from others. */
  readonly rows: readonly { readonly id: number; readonly same: number }[];
}

const statementKeys = new HeldKeys('statement_key', 'statement_id');
const wordingsOf = prepared((v: { statement: number }) =>
  build
    .selectFrom('statement_wording')
    .select(['attribution_id as id', 'same'])
    .where('statement_id', '=', v.statement)
    .orderBy('attribution_id'),
);
const wordingsOfAll = preparedSql(
  (v: { statements: string }) => sql<{ statement: number; id: number; same: number }>`
    select statement_id as statement, attribution_id as id, same from json_each(${v.statements})
    cross join statement_wording on statement_id = value
    order by statement_id, attribution_id`,
);
const insertWording = prepared((v: { statement: number; attribution: number; same: number }) =>
  build
    .insertInto('statement_wording')
    .values({ statement_id: v.statement, attribution_id: v.attribution, same: v.same }),
);
const deleteWordings = prepared((v: { statement: number }) =>
  build.deleteFrom('statement_wording').where('statement_id', '=', v.statement),
);

/** The same for the same keys, whatever their order: 48 bits of their digest. */
export function sameOf({ held }: LinkKeys): number {
  return Number.parseInt(sha256(JSON.stringify([...new Set(held)].sort((a, b) => a - b))).slice(0, 12), 16);
}

/**
 * Finds for each newcomer the likeliest of the statements that hold one of its keys, in the order of their coming. However
 * many newcomers there are, it takes a few queries.
 */
export function candidatesOf(
  connection: Connection,
  newcomers: readonly LinkKeys[],
  occurrences: Occurrences,
): Known[][] {
  const { linker } = connection;
  const holders = statementKeys.of(
    connection,
    newcomers.flatMap(({ sought }) => sought),
    linker.mostHolders + 1,
  );
  const before = (a: number, b: number): number => a - b;
  const likeliest = newcomers.map(({ sought }) => {
    const holding = [...new Set(sought)].map((key) => holders.get(key) ?? []);
    return linker.likeliest(holding, before).sort(before);
  });
  const known = readKnown(connection, [...new Set(likeliest.flat())], occurrences);
  return likeliest.map((ids) => ids.map((id) => known.get(id)!));
}

function readKnown(connection: Connection, ids: readonly number[], occurrences: Occurrences): Map<number, Known> {
  const rows = connection.all(wordingsOfAll, { statements: JSON.stringify(ids) });
  const found = occurrences.allFound(rows.map(({ id }) => id));
  const wordings = rows.map((row, at) => ({ ...row, wording: found[at]! }));
  return new Map(
    [...Map.groupBy(wordings, ({ statement }) => statement)].map(([id, all]) => [
      id,
      { id, rows: all, wordings: all.map(({ wording }) => wording) },
    ]),
  );
}

/** Lets newcomers find a statement by a wording, unless it has that one, or as many as are kept. */
export function keepWording(connection: Connection, statement: number, attribution: number, keys: LinkKeys): void {
  if (keys.held.length === 0) return;
  const same = sameOf(keys);
  const known = connection.all(wordingsOf, { statement });
  if (known.length >= connection.linker.mostWordings || known.some((one) => one.same === same)) return;
  connection.run(insertWording, { statement, attribution, same });
  statementKeys.keep(connection, statement, keys.held);
}

/** Gives the wordings of one statement to another: the first that came of both are kept. */
export function moveWordings(connection: Connection, from: number, to: number, occurrences: Occurrences): void {
  const kept = [from, to].flatMap((statement) => connection.all(wordingsOf, { statement }));
  const keysOf = ({ id }: { id: number }): LinkKeys => connection.linker.keysOf(asReported(occurrences.found(id)));
  for (const statement of [from, to]) {
    for (const row of connection.all(wordingsOf, { statement })) {
      statementKeys.drop(connection, statement, keysOf(row).held);
    }
    connection.run(deleteWordings, { statement });
  }
  for (const row of kept.sort((a, b) => a.id - b.id)) keepWording(connection, to, row.id, keysOf(row));
}

/** An occurrence without its article. */
export function asReported({ article: _, ...reported }: Occurrence) {
  return reported;
}
