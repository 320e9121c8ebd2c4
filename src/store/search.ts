import { type SqlBool, sql } from 'kysely';
import { ATTRIBUTION_COLUMNS, toAttributions } from './attributions.ts';
import { type Connection, prepared } from './connection.ts';
import { attributionHits, rankedAttributionHits } from './fulltext.ts';
import { pageOf } from './paging.ts';
import { build } from './schema.ts';
import { readSearch } from './search-words.ts';
import { speakerRow } from './speakers.ts';
import type { Page, RecordedAttribution, SearchQuery } from './types.ts';

const byId = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .leftJoin('speaker', 'speaker.id', 'attribution.speaker_id')
    .select(ATTRIBUTION_COLUMNS)
    .where('attribution.id', '=', v.id),
);

/**
 * Attributions that hold all the words asked for in their content, speaker's name or article's title, best first; where
 * two match alike, by key. `readSearch` says how the words are read; without any there is nothing to find.
 */
export function search(connection: Connection, query: SearchQuery): Page<RecordedAttribution> {
  const terms = readSearch(query.words);
  if (terms.length === 0) return { items: [], total: 0 };
  const { limit, offset } = pageOf(query);
  const facets = within(connection, query);
  // Ranking costs most of a search, and ordering costs with the width of the rows: the count does without the one, and
  // the rows of a page are read once the page is known.
  const total = attributionHits(terms)
    .selectFrom('hit')
    .select((of) => of.fn.countAll<number>().as('total'));
  const page = rankedAttributionHits(terms)
    .selectFrom('hit')
    .innerJoin('attribution', 'attribution.id', 'hit.id')
    .innerJoin('article', 'article.id', 'attribution.article_id')
    .select('hit.id')
    .orderBy('hit.rank')
    .orderBy('article.key')
    .orderBy('attribution.position')
    .limit(limit)
    .offset(offset);
  return connection.read(() => {
    const ids = connection.all(facets ? page.where(facets) : page);
    const rows = ids.map(({ id }) => connection.first(byId, { id })!);
    return {
      items: toAttributions(connection, rows),
      total: connection.first(facets ? total.where(facets) : total)!.total,
    };
  });
}

/** The condition that a hit is of the speaker and the outlet asked for; undefined when neither was. */
function within(connection: Connection, { speaker, outlet }: SearchQuery) {
  if (speaker === undefined && outlet === undefined) return undefined;
  let query = build
    .selectFrom('attribution as a')
    .innerJoin('article as r', 'r.id', 'a.article_id')
    .select('a.id')
    .whereRef('a.id', '=', sql.ref('hit.id'));
  if (speaker !== undefined) query = query.where('a.speaker_id', '=', speakerRow(connection, speaker));
  if (outlet !== undefined) query = query.where('r.outlet', '=', outlet);
  return sql<SqlBool>`exists ${query}`;
}
