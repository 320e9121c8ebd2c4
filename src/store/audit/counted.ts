import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { ArticleFilter, AuditQuery } from './types.ts';

/** Comes after the "T" that begins a time, so that a day with this behind it is later than any time of that day. */
const AFTER_EVERY_TIME = 'U';

/** The condition that an article, a row of `article`, is the newest revision, and of the outlet and the days asked for. */
export function articleIs({ outlet, ...dates }: ArticleFilter): RawBuilder<SqlBool> {
  const newest = sql<SqlBool>`article.superseded_by is null and ${publishedIn(dates)}`;
  return outlet === undefined ? newest : sql`article.outlet = ${outlet} and ${newest}`;
}

/** The condition that it is of the days asked for: those of the article's own time zone. */
export function publishedIn({ from, to }: Pick<ArticleFilter, 'from' | 'to'>): RawBuilder<SqlBool> {
  const conditions: RawBuilder<SqlBool>[] = [];
  if (from !== undefined) conditions.push(sql`article.published >= ${from}`);
  if (to !== undefined) conditions.push(sql`article.published < ${to + AFTER_EVERY_TIME}`);
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** The condition that an attribution is of an act that an audit counts. */
export function isOfModes({ modes = 'words' }: AuditQuery): RawBuilder<SqlBool> {
  return modes === 'all' ? sql`true` : sql`attribution.mode in ('says', 'writes')`;
}

/**
 * The condition that an attribution stands within what somebody else said. One that is marked as no statement reports
 * nothing: then the next one around both is looked at, as where the record shows who reports something.
 */
export const isReported: RawBuilder<SqlBool> = sql`(attribution.within is not null and exists (
  with recursive around (statement, within) as (
    select other.statement, other.within from attribution as other
      where other.article_id = attribution.article_id and other.position = attribution.within
    union
    select other.statement, other.within from around
      join attribution as other on other.article_id = attribution.article_id and other.position = around.within
      where around.statement = 0
  )
  select 1 from around where statement = 1
))`;

/** The condition that an audit counts an attribution. */
export function isCounted(query: AuditQuery): RawBuilder<SqlBool> {
  return sql`attribution.counted = 1 and ${isOfModes(query)} and not ${isReported}`;
}

/** The condition that an attribution stands in quotation marks, wholly or in part. */
export const isInQuotationMarks: RawBuilder<SqlBool> = sql`attribution.type <> 'indirect'`;

/** How many rows fulfil a condition. */
export function countOf(condition: RawBuilder<SqlBool>): RawBuilder<number> {
  return sql<number>`count(*) filter (where ${condition})`;
}
