import { sql } from 'kysely';
import type { SpeakerKind } from '../../model.ts';
import type { Connection } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { build } from '../schema.ts';
import type { AuditedSpeaker, Page, Paging } from '../types.ts';
import { articleIs, countOf, isCounted, isInQuotationMarks } from './counted.ts';
import type { AuditQuery } from './types.ts';

type Query = AuditQuery & { readonly kind?: SpeakerKind | undefined };

/** What the audit counts, as rows to select from. */
function countedOf({ kind, ...query }: Query) {
  const counted = build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .innerJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .where(isCounted(query))
    .where(articleIs(query));
  return kind === undefined ? counted : counted.where('speaker.kind', '=', kind);
}

function speakersOf(query: Query) {
  return countedOf(query)
    .select((of) => [
      'speaker.key',
      'speaker.name',
      'speaker.kind',
      of.fn.countAll<number>().as('attributions'),
      of.fn.count<number>('attribution.article_id').distinct().as('articles'),
      countOf(isInQuotationMarks).as('inQuotationMarks'),
      // An article without an outlet is of one nonetheless, and all of these count as one.
      sql<number>`count(distinct coalesce(article.outlet, ''))`.as('outlets'),
      of.fn.min<string | null>('article.published').as('first'),
      of.fn.max<string | null>('article.published').as('last'),
    ])
    .groupBy('attribution.speaker_id')
    .orderBy('attributions', 'desc')
    .orderBy('speaker.name')
    .orderBy('speaker.key');
}

/** Speakers with what an audit counts of each, most quoted first; of one kind where it is given. */
export function readAuditedSpeakers(
  connection: Connection,
  { limit, offset, ...query }: Query & Paging = {},
): Page<AuditedSpeaker> {
  const page = pageOf({ limit, offset });
  // How many groups there are comes with each row, so that the attributions are not read a second time for it.
  const rows = speakersOf(query)
    .select(sql<number>`count(*) over ()`.as('total'))
    .limit(page.limit)
    .offset(page.offset);
  const all = countedOf(query).select((of) => of.fn.count<number>('attribution.speaker_id').distinct().as('total'));
  return connection.read(() => {
    const found = connection.all(rows);
    const total = found[0]?.total ?? connection.first(all)!.total;
    return { items: found.map(({ total: _, ...speaker }) => speaker), total };
  });
}

/** All of them: the counting is done once, where pages would each do it again. */
export function readEveryAuditedSpeaker(connection: Connection, query: Query = {}): Generator<AuditedSpeaker> {
  return connection.each(speakersOf(query));
}
