import { type SqlBool, sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { rankedAttributionHits } from '../fulltext.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import { readSearch } from '../search-words.ts';
import { speakerRow } from '../speakers.ts';
import type { Page } from '../types.ts';
import { whileUnchanged } from '../unchanged.ts';
import { toBits } from './kinds.ts';
import { gravestOccurrence, toStatement } from './read.ts';
import type { ListedStatement, StatementQuery } from './types.ts';

/**
 * Statements that several articles report, or one several times: those with most occurrences first; altered ones the
 * gravest change first; those that have words asked for the best match first, however many occurrences they have.
 */
export function readStatements(connection: Connection, query: StatementQuery = {}): Page<ListedStatement> {
  const { limit, offset } = pageOf(query);
  const { limit: _, offset: __, ...asked } = query;
  if (query.words !== undefined && readSearch(query.words).length === 0) return { items: [], total: 0 };
  return connection.read(() => {
    const listed = query.words === undefined ? inOrder(connection, query) : byWords(connection, query, query.words);
    const rows = connection.all(listed.select('s.id').limit(limit).offset(offset));
    const counting = listed.clearOrderBy().select((of) => of.fn.countAll<number>().as('total'));
    return {
      items: rows.map(({ id }) => {
        const statement = toStatement(connection, id)!;
        return { ...statement, gravest: statement.kinds.length > 0 ? gravestOccurrence(connection, id) : null };
      }),
      // Counting reads every statement that is listed; whoever turns pages waits for it once.
      total: whileUnchanged(connection, 'statements', JSON.stringify(asked), () => connection.first(counting)!.total),
    };
  });
}

function inOrder(connection: Connection, query: StatementQuery) {
  const asked = build.selectFrom('statement as s').where(conditions(connection, query));
  return query.altered
    ? asked.where('s.gravest', 'is not', null).orderBy('s.gravest').orderBy('s.id')
    : asked.where('s.occurrences', '>', 1).orderBy('s.occurrences', 'desc').orderBy('s.id');
}

function byWords(connection: Connection, query: StatementQuery, words: string) {
  return rankedAttributionHits(readSearch(words))
    .with('best', (db) =>
      db
        .selectFrom('hit')
        .innerJoin('attribution', 'attribution.id', 'hit.id')
        .select((of) => ['statement_id as id', of.fn.min('hit.rank').as('rank')])
        .where('statement_id', 'is not', null)
        .groupBy('statement_id'),
    )
    .selectFrom('best')
    .innerJoin('statement as s', 's.id', 'best.id')
    .where(conditions(connection, query))
    .where(query.altered ? sql<SqlBool>`s.gravest is not null` : sql<SqlBool>`true`)
    .orderBy('best.rank')
    .orderBy('s.id');
}

/** That a statement is what was asked for: each condition looks at the statement and its own occurrences alone. */
function conditions(connection: Connection, { altered, speaker, outlet, kind }: StatementQuery) {
  const all = [sql<SqlBool>`s.earliest_id is not null`];
  if (kind !== undefined) all.push(sql<SqlBool>`s.kinds & ${toBits([kind])} <> 0`);
  let occurrence = build
    .selectFrom('attribution as a')
    .innerJoin('article as r', 'r.id', 'a.article_id')
    .select('a.id')
    .where('a.counted', '=', 1)
    .whereRef('a.statement_id', '=', sql.ref('s.id'));
  if (speaker !== undefined) {
    all.push(sql<SqlBool>`exists ${occurrence.where('a.speaker_id', '=', speakerRow(connection, speaker))}`);
  }
  if (outlet !== undefined) {
    occurrence = occurrence.where('r.outlet', '=', outlet);
    if (altered) occurrence = occurrence.where(sql<SqlBool>`a.kinds <> 0`);
    all.push(sql<SqlBool>`exists ${occurrence}`);
  }
  return sql<SqlBool>`${sql.join(all, sql` and `)}`;
}
