import { sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { build } from '../schema.ts';
import type { Audited, AuditedSpeaker } from '../types.ts';
import { articleIs, isCounted } from './counted.ts';
import { KNOWN } from './figures.ts';
import type { AuditQuery } from './types.ts';

const LISTED = 5;

/** Who is quoted most by each outlet, and by all together. */
export interface MostQuoted {
  readonly ofAll: Audited['mostQuoted'];
  ofOutlet(outlet: string | null): Audited['mostQuoted'];
}

interface Row extends Pick<AuditedSpeaker, 'key' | 'name' | 'kind' | 'attributions' | 'articles'> {
  /** 1 where the row is of all outlets together. */
  readonly together: number;
  readonly outlet: string | null;
}

/** How often each outlet quotes each speaker; the two lists are both made from it, and the attributions read once. */
function pairs(query: AuditQuery) {
  return build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .innerJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .where(isCounted(query))
    .where(articleIs(query))
    .where('speaker.kind', 'in', [...KNOWN])
    .groupBy(['article.outlet', 'attribution.speaker_id'])
    .select((of) => [
      'article.outlet',
      'attribution.speaker_id',
      'speaker.key',
      'speaker.name',
      'speaker.kind',
      of.fn.countAll<number>().as('attributions'),
      of.fn.count<number>('attribution.article_id').distinct().as('articles'),
    ]);
}

/** Persons, organizations, groups and documents: the five with most attributions that the audit counts. */
export function readMostQuoted(connection: Connection, query: AuditQuery): MostQuoted {
  const order = sql`attributions desc, name, key`;
  const both = build
    .with(
      (cte) => cte('pair').materialized(),
      () => pairs(query),
    )
    .with('ranked', (db) =>
      db
        .selectFrom('pair')
        .select(['outlet', 'key', 'name', 'kind', 'attributions', 'articles', sql<number>`0`.as('together')])
        .select(sql<number>`row_number() over (partition by outlet order by ${order})`.as('place'))
        .unionAll(
          db
            .selectFrom(
              db
                .selectFrom('pair')
                .groupBy('speaker_id')
                .select([sql<string | null>`null`.as('outlet'), 'key', 'name', 'kind'])
                .select([sql<number>`sum(attributions)`.as('attributions'), sql<number>`sum(articles)`.as('articles')])
                .as('of_all'),
            )
            .select(['outlet', 'key', 'name', 'kind', 'attributions', 'articles', sql<number>`1`.as('together')])
            .select(sql<number>`row_number() over (order by ${order})`.as('place')),
        ),
    )
    .selectFrom('ranked')
    .select(['together', 'outlet', 'key', 'name', 'kind', 'attributions', 'articles'])
    .where('place', '<=', LISTED)
    .orderBy('place');
  const rows: Row[] = connection.all(both);
  const plain = (some: Row[] = []) => some.map(({ together: _, outlet: __, ...speaker }) => speaker);
  const byOutlet = Map.groupBy(
    rows.filter(({ together }) => together === 0),
    ({ outlet }) => outlet,
  );
  return {
    ofAll: plain(rows.filter(({ together }) => together === 1)),
    ofOutlet: (outlet) => plain(byOutlet.get(outlet)),
  };
}
