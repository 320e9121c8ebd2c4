import { sql } from 'kysely';
import { ARTICLE_COLUMNS, toArticle } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { pageOf } from './paging.ts';
import { build } from './schema.ts';
import { SPEAKER_COLUMNS, toSpeaker } from './speakers.ts';
import type { OfferedSpeaker, Page, Paging, RecordedOffer } from './types.ts';

interface OfferRow {
  readonly one: number;
  readonly other: number;
  readonly reason: string;
  readonly article: number;
  /** The keys of the two, and how many statements the one with fewer and the one with more have. */
  readonly key: string;
  readonly other_key: string;
  readonly fewer: number;
  readonly more: number;
}

/**
 * The open questions: pairs as they were offered, each of the two followed to the speaker whose its statements are now. What
 * is one speaker by now, what a correction keeps apart, and what has no statements left is not asked.
 */
const OPEN = sql<OfferRow>`(
  with recursive
    merged (id, to_id) as (
      select speaker_id, to_id from standing where spelling is null and to_id is not null
      union
      select merged.id, standing.to_id from merged join standing on standing.speaker_id = merged.to_id
      where standing.spelling is null and standing.to_id is not null
    ),
    survivor (id, to_id) as materialized (select id, to_id from merged where to_id not in (select id from merged)),
    told as materialized (
      select min(coalesce(a.to_id, speaker_id), coalesce(b.to_id, other_id)) as one,
        max(coalesce(a.to_id, speaker_id), coalesce(b.to_id, other_id)) as other
      from speaker_apart left join survivor a on a.id = speaker_id left join survivor b on b.id = other_id
    ),
    asked as (
      select coalesce(a.to_id, speaker_id) as one, coalesce(b.to_id, other_id) as other,
        speaker_offer.id as number, reason, article_id as article
      from speaker_offer left join survivor a on a.id = speaker_id left join survivor b on b.id = other_id
    ),
    -- The first that was asked of each pair: where min is taken, SQLite takes the other columns from that row.
    pair as (
      select min(one, other) as one, max(one, other) as other, min(number) as number, reason, article
      from asked where one <> other group by 1, 2
    )
  select pair.one, pair.other, reason, article, a.key as key, b.key as other_key,
    min(a.attributions, b.attributions) as fewer, max(a.attributions, b.attributions) as more
  from pair join speaker a on a.id = pair.one join speaker b on b.id = pair.other
  where a.attributions > 0 and b.attributions > 0 and not exists (
    select 1 from told where told.one = pair.one and told.other = pair.other
  ))`;

const speakerOf = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(SPEAKER_COLUMNS).where('id', '=', v.id),
);
const articleOf = prepared((v: { id: number }) =>
  build.selectFrom('article').select(ARTICLE_COLUMNS).where('id', '=', v.id),
);
const speaksIn = prepared((v: { speaker: number; article: number }) =>
  build
    .selectFrom('attribution')
    .select('article_id as id')
    .where('speaker_id', '=', v.speaker)
    .where('article_id', '=', v.article)
    .where('counted', '=', 1)
    .limit(1),
);
const lastOf = prepared((v: { speaker: number }) =>
  build
    .selectFrom('attribution')
    .select('article_id as id')
    .where('speaker_id', '=', v.speaker)
    .where('counted', '=', 1)
    .orderBy('article_id', 'desc')
    .limit(1),
);

/** Pairs of speakers that may be one: first those with most statements on both sides, as `RecordStore.offers` has them. */
export function readOffers(connection: Connection, paging?: Paging): Page<RecordedOffer> {
  const { limit, offset } = pageOf(paging);
  const open = build
    .selectFrom(OPEN.as('open'))
    .orderBy('fewer', 'desc')
    .orderBy('more', 'desc')
    .orderBy('key')
    .orderBy('other_key');
  return connection.read(() => {
    const rows = connection.all(open.selectAll().limit(limit).offset(offset));
    const total = connection.first(open.select((of) => of.fn.countAll<number>().as('total')))!.total;
    return { items: rows.map((row) => toOffer(connection, row)), total };
  });
}

function toOffer(connection: Connection, { one, other, reason, article }: OfferRow): RecordedOffer {
  return { speakers: [toOffered(connection, one, article), toOffered(connection, other, article)], reason };
}

function toOffered(connection: Connection, speaker: number, article: number): OfferedSpeaker {
  const { id } = connection.first(speaksIn, { speaker, article }) ?? connection.first(lastOf, { speaker })!;
  return {
    ...toSpeaker(connection, connection.first(speakerOf, { id: speaker })!),
    article: toArticle(connection.first(articleOf, { id })!),
  };
}
