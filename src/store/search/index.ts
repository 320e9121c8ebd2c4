import { readAttributions } from '../attributions.ts';
import type { Connection } from '../connection.ts';
import { pageOf } from '../paging.ts';
import { readSearch } from '../search-words.ts';
import { whileUnchanged } from '../unchanged.ts';
import { facetsOf } from './facets.ts';
import { type Filter, filtersOf, narrowingOf, speakersAsked, valuesOf } from './filters.ts';
import { BOUNDS, type Bounds, type Hit, type Hits, hitsOf, narrowedHits } from './hits.ts';
import { bestFirst, gradesOf, newestFirst } from './order.ts';
import type { Found, SearchFacets, SearchQuery } from './types.ts';

/** What a query came to: matches of the words, and those that pass the filters. */
interface Matched {
  readonly filters: readonly Filter[];
  readonly speakers: readonly number[];
  readonly hits: Hits;
  /** Where `hits` are not all matches and there are filters: what passes these, looked for beyond `hits`. */
  readonly narrowed: Hits | null;
  /** What is found, in its order. */
  readonly found: readonly Hit[];
  readonly whole: boolean;
}

/**
 * Attributions that hold all the words asked for in their content, speaker's name or article's title, and pass all filters.
 * `readSearch` says how the words are read; without any there is nothing to find.
 *
 * What it takes is bounded whatever the size of the record: matches are taken from the index one by one, those that came in
 * last first, and no more than `bounds` are looked at.
 */
export function search(connection: Connection, query: SearchQuery, bounds = BOUNDS): Found {
  const { limit, offset } = pageOf(query);
  return connection.read(() => {
    const matched = match(connection, query, bounds);
    if (matched === null) return { items: [], total: 0, atLeast: false };
    const ids = matched.found.slice(offset, offset + limit).map(([id]) => id);
    return { items: readAttributions(connection, ids), total: matched.found.length, atLeast: !matched.whole };
  });
}

/** What `search` finds for a query, counted by facets; of its sort and paging regardless. Null where it holds no words. */
export function searchFacets(connection: Connection, query: SearchQuery, bounds = BOUNDS): SearchFacets | null {
  return connection.read(() => {
    const matched = match(connection, query, bounds);
    if (matched === null) return null;
    const chosen = {
      speaker: matched.speakers,
      kind: valuesOf(query.kind),
      outlet: valuesOf(query.outlet),
      type: valuesOf(query.type),
      mode: valuesOf(query.mode),
      medium: valuesOf(query.medium),
    };
    return facetsOf(connection, matched.hits, matched.narrowed, matched.filters, chosen);
  });
}

function match(connection: Connection, query: SearchQuery, bounds: Bounds): Matched | null {
  const terms = readSearch(query.words);
  if (terms.length === 0) return null;
  const { limit: _, offset: __, ...asked } = query;
  // Turning a page, or counting what was found, asks the same again.
  return whileUnchanged(connection, 'search', JSON.stringify([asked, bounds]), () => {
    const hits = whileUnchanged(connection, 'hits', JSON.stringify([terms, bounds]), () =>
      hitsOf(connection, terms, bounds),
    );
    const speakers = speakersAsked(connection, query);
    const filters = filtersOf(query, speakers);
    const narrowed =
      hits.whole || filters.length === 0
        ? null
        : narrowedHits(connection, hits.terms, narrowingOf(connection, query, filters, speakers), bounds);
    const passing = narrowed ?? {
      ...hits,
      hits: hits.hits.filter((hit) => filters.every(({ passes }) => passes(hit))),
    };
    const order = query.sort === 'date' ? newestFirst : bestFirst(gradesOf(connection, passing));
    return { filters, speakers, hits, narrowed, found: passing.hits.toSorted(order), whole: passing.whole };
  });
}
