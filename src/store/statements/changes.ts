import type { Change } from '../../model.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { gravestOf, toBits } from './kinds.ts';
import { type Occurrence, Occurrences } from './occurrences.ts';
import { isEarlier, occurrencesInTime } from './time.ts';

const forget = prepared((v: { statement: number }) =>
  build
    .updateTable('attribution')
    .set({ change: null, kinds: null })
    .where('statement_id', '=', v.statement)
    .where('counted', '=', 0),
);
const setChange = prepared((v: { id: number; change: Change | null; kinds: number | null }) =>
  build.updateTable('attribution').set({ change: v.change, kinds: v.kinds }).where('id', '=', v.id),
);
const setStatement = prepared(
  (v: { id: number; earliest: number | null; occurrences: number; kinds: number; gravest: number | null }) =>
    build
      .updateTable('statement')
      .set({ earliest_id: v.earliest, occurrences: v.occurrences, kinds: v.kinds, gravest: v.gravest })
      .where('id', '=', v.id),
);
const summary = prepared((v: { id: number }) =>
  build
    .selectFrom('statement')
    .leftJoin('attribution', 'attribution.id', 'earliest_id')
    .leftJoin('article', 'article.id', 'article_id')
    .select(['earliest_id as earliest', 'occurrences', 'statement.kinds', 'published'])
    .where('statement.id', '=', v.id),
);
const publishedOf = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['published', 'counted'])
    .where('attribution.id', '=', v.id),
);

/** What tells wordings apart for a comparison, wherever they stand. */
const wording = ({ article: _, content: __, ...reported }: Occurrence): string => JSON.stringify(reported);

/**
 * Works out anew which occurrence of a statement is the earliest, what became of its words in the others, and what is
 * counted of it. Wordings that differ are compared once each.
 */
export function refreshStatement(
  connection: Connection,
  statement: number,
  occurrences = new Occurrences(connection),
): void {
  connection.run(forget, { statement });
  const [earliest, ...later] = occurrencesInTime(connection, statement);
  if (earliest === undefined) {
    connection.run(setStatement, { id: statement, earliest: null, occurrences: 0, kinds: 0, gravest: null });
    return;
  }
  connection.run(setChange, { id: earliest, change: null, kinds: null });
  let all = 0;
  if (later.length > 0) {
    const compared = new Map<string, { change: Change; kinds: number }>();
    const before = occurrences.held(earliest);
    for (const id of later) {
      const after = occurrences.held(id);
      const same = wording(after);
      const result = compared.get(same) ?? compare(connection, before, after);
      compared.set(same, result);
      connection.run(setChange, { id, ...result });
      all |= result.kinds;
    }
  }
  write(connection, statement, earliest, 1 + later.length, all);
}

/** Takes in one more occurrence; one that does not count changes nothing. */
export function countOccurrence(connection: Connection, statement: number, id: number, occurrences: Occurrences): void {
  const own = connection.first(publishedOf, { id })!;
  if (own.counted === 0) return;
  const { earliest, published, occurrences: before, kinds } = connection.first(summary, { id: statement })!;
  if (earliest === null) {
    write(connection, statement, id, 1, 0);
    return;
  }
  if (isEarlier({ id, published: own.published }, { id: earliest, published })) {
    refreshStatement(connection, statement, occurrences);
    return;
  }
  const result = compare(connection, occurrences.held(earliest), occurrences.held(id));
  connection.run(setChange, { id, ...result });
  write(connection, statement, earliest, before + 1, kinds | result.kinds);
}

function compare(connection: Connection, before: Occurrence, after: Occurrence): { change: Change; kinds: number } {
  const { change, kinds } = connection.linker.compare(before, after);
  return { change, kinds: toBits(kinds) };
}

function write(connection: Connection, id: number, earliest: number, occurrences: number, kinds: number): void {
  connection.run(setStatement, { id, earliest, occurrences, kinds, gravest: gravestOf(kinds) });
}
