import { sql } from 'kysely';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { kindsOf } from './kinds.ts';
import type { ReportedElsewhere } from './types.ts';

/** Of one statement so many occurrences are looked at: an article is shown at once, whoever else reports what it does. */
export const MOST_LOOKED_AT = 500;

/** An outlet; an article without one is one of its own, whose number begins where no name does. */
const OUTLET = sql<string>`coalesce(r.outlet, char(0) || r.id)`;

/** Other articles that have a statement of this one. All revisions of an article are one article. */
const elsewhere = prepared((v: { article: number }) =>
  build
    .selectFrom('attribution as own')
    .innerJoin('article as here', 'here.id', 'own.article_id')
    .innerJoin('statement as s', 's.id', 'own.statement_id')
    .innerJoin('attribution as o', (join) =>
      join.on('o.id', 'in', (of) =>
        of
          .selectFrom('attribution as each')
          .select('each.id')
          .whereRef('each.statement_id', '=', 's.id')
          .where('each.counted', '=', 1)
          .limit(MOST_LOOKED_AT),
      ),
    )
    .innerJoin('article as r', 'r.id', 'o.article_id')
    .select(['own.position', 's.key', 's.occurrences', 'own.kinds'])
    .select([
      sql<number>`count(distinct ${OUTLET})`.as('outlets'),
      sql<number>`count(distinct case when o.kinds > 0 then ${OUTLET} end)`.as('altering'),
      sql<string | null>`group_concat(distinct case when o.kinds > 0 then o.kinds end)`.as('altered'),
    ])
    .where('own.article_id', '=', v.article)
    .where('own.statement', '=', 1)
    .where('s.occurrences', '>', 1)
    .where(sql<boolean>`coalesce(r.address, r.key) <> coalesce(here.address, here.key)`)
    .groupBy('own.id')
    .orderBy('own.position'),
);

/** Which statements of an article (its row and its key) other articles report too, in the order of the article. */
export function readElsewhere(connection: Connection, id: number, article: string): ReportedElsewhere[] {
  return connection
    .all(elsewhere, { article: id })
    .map(({ position, key, occurrences, outlets, altering, altered, kinds }) => ({
      attribution: `${article}-${position}`,
      statement: key,
      occurrences,
      outlets,
      altering,
      kinds: kindsOf((altered ?? '').split(',').reduce((all, bits) => all | Number(bits), 0)),
      ownKinds: kindsOf(kinds ?? 0),
    }));
}
