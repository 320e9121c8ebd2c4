import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

/**
 * When an article was published, in milliseconds since 1970, to tell which occurrence is the earliest: a day without a time
 * counts from its beginning in UTC, and what has no date, or none that is a date, comes last.
 */
export function momentOf(published: string | null): number {
  const moment = published === null ? Number.NaN : Date.parse(published);
  return Number.isNaN(moment) ? Number.POSITIVE_INFINITY : moment;
}

/** Whether an occurrence (its row, and its article's date) is earlier than another: by date, then by arrival. */
export function isEarlier(a: Timed, b: Timed): boolean {
  const [one, other] = [momentOf(a.published), momentOf(b.published)];
  return one === other ? a.id < b.id : one < other;
}

interface Timed {
  readonly id: number;
  readonly published: string | null;
}

const counted = prepared((v: { statement: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'article_id')
    .select(['attribution.id', 'published'])
    .where('statement_id', '=', v.statement)
    .where('counted', '=', 1)
    .orderBy('attribution.id'),
);

/** The rows of the occurrences of a statement that count, the earliest first. */
export const occurrencesInTime = (connection: Connection, statement: number): number[] =>
  connection
    .all(counted, { statement })
    .sort((a, b) => (isEarlier(a, b) ? -1 : 1))
    .map(({ id }) => id);
