import { readAttributions } from '../attributions.ts';
import { type Connection, prepared } from '../connection.ts';
import { marksOfStatementRow } from '../corrections/index.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import type { Page, Paging } from '../types.ts';
import { statementAt } from './follow.ts';
import { gravestOf, kindsOf } from './kinds.ts';
import { occurrencesInTime } from './time.ts';
import type { RecordedMerge, RecordedOccurrence, RecordedStatement, RecordedStatementPage } from './types.ts';

const statementRow = prepared((v: { id: number }) =>
  build
    .selectFrom('statement')
    .select(['key', 'earliest_id as earliest', 'occurrences', 'kinds'])
    .where('id', '=', v.id),
);
const linked = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution as a')
    .leftJoin('attribution as other', 'other.id', 'a.joined_id')
    .leftJoin('article', 'article.id', 'other.article_id')
    .select(['a.change', 'a.kinds', 'a.join_confidence as confidence', 'a.join_reason as reason'])
    .select(['article.key', 'other.position'])
    .where('a.id', '=', v.id),
);
const changedIn = prepared((v: { statement: number }) =>
  build
    .selectFrom('attribution')
    .select(['id', 'kinds'])
    .where('statement_id', '=', v.statement)
    .where('counted', '=', 1)
    .where('kinds', '>', 0),
);
const mergedInto = prepared((v: { statement: number }) =>
  build
    .selectFrom('statement_merge')
    .innerJoin('statement', 'statement.id', 'statement_merge.statement_id')
    .innerJoin('attribution', 'attribution.id', 'attribution_id')
    .innerJoin('article', 'article.id', 'article_id')
    .select([
      'statement_merge.statement_id as id',
      'statement.key',
      'article.key as article',
      'position',
      'statement_merge.confidence',
      'statement_merge.reason',
    ])
    .where('into_id', '=', v.statement)
    .orderBy('statement_merge.statement_id'),
);
const ofAttribution = prepared((v: { article: string; position: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .select('statement_id as id')
    .where('article.key', '=', v.article)
    .where('position', '=', v.position),
);

/**
 * One statement by its key, or by that of one of its occurrences, with its occurrences in time; null when there is none. The
 * key of a statement that became one with another leads to that.
 */
export function readStatement(connection: Connection, key: string, paging?: Paging): RecordedStatementPage | null {
  return connection.read(() => {
    const id = statementAt(connection, key) ?? statementOfAttribution(connection, key);
    const statement = id === null ? null : toStatement(connection, id);
    if (id === null || statement === null) return null;
    return {
      statement,
      occurrences: occurrencesOf(connection, id, paging),
      merged: mergesOf(connection, id),
      corrections: marksOfStatementRow(connection, id),
    };
  });
}

function statementOfAttribution(connection: Connection, key: string): number | null {
  const [, article, position] = /^(.+)-(\d{1,9})$/.exec(key) ?? [];
  if (article === undefined) return null;
  return connection.first(ofAttribution, { article, position: Number(position) })?.id ?? null;
}

/** The statement of a row; null where none of its occurrences counts. */
export function toStatement(connection: Connection, id: number): RecordedStatement | null {
  const { key, earliest, occurrences, kinds } = connection.first(statementRow, { id })!;
  if (earliest === null) return null;
  const [first] = readAttributions(connection, [earliest]);
  return { key, earliest: first!, occurrences, kinds: kindsOf(kinds) };
}

function occurrencesOf(connection: Connection, statement: number, paging?: Paging): Page<RecordedOccurrence> {
  const { limit, offset } = pageOf(paging);
  const all = occurrencesInTime(connection, statement);
  const ids = all.slice(offset, offset + limit);
  const attributions = readAttributions(connection, ids);
  return { items: ids.map((id, i) => toOccurrence(connection, id, attributions[i]!)), total: all.length };
}

function toOccurrence(
  connection: Connection,
  id: number,
  attribution: RecordedOccurrence['attribution'],
): RecordedOccurrence {
  const { change, kinds, confidence, reason, key, position } = connection.first(linked, { id })!;
  const joined = key === null ? null : { to: `${key}-${position}`, confidence: confidence!, reason: reason! };
  return { attribution, change, kinds: kindsOf(kinds ?? 0), joined };
}

/** The earliest of the occurrences with the gravest change; null where no words were changed. */
export function gravestOccurrence(connection: Connection, statement: number): RecordedOccurrence | null {
  const changed = new Map(connection.all(changedIn, { statement }).map(({ id, kinds }) => [id, gravestOf(kinds ?? 0)]));
  if (changed.size === 0) return null;
  const inTime = occurrencesInTime(connection, statement).filter((id) => changed.has(id));
  const least = Math.min(...inTime.map((id) => changed.get(id)!));
  const id = inTime.find((each) => changed.get(each) === least)!;
  const [found] = readAttributions(connection, [id]);
  return toOccurrence(connection, id, found!);
}

/** What became one with a statement, and what had become one with that. */
function mergesOf(connection: Connection, statement: number): RecordedMerge[] {
  return connection
    .all(mergedInto, { statement })
    .flatMap(({ id, key, article, position, confidence, reason }) => [
      { key, by: `${article}-${position}`, confidence, reason },
      ...mergesOf(connection, id),
    ]);
}
