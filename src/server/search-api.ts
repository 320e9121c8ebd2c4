import { Readable } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { csvHeader, csvRow, type RecordedAttribution, type RecordStore, type SearchQuery } from '../store/index.ts';
import type { App } from './app.ts';
import { type Feed, toAtom, toJsonFeed } from './feeds.ts';
import { problem } from './schemas.ts';
import { feedQuery, rowsQuery, type SearchAsked, searchQuery, searchResult } from './search-schemas.ts';
import { outsidePolicy } from './security.ts';

/** So many attributions are read at once; in between others get their answers. */
const AT_ONCE = 100;

function asQuery({ q, ...rest }: SearchAsked): SearchQuery {
  return { ...rest, words: q };
}

/** Adds `/search` and the same as a table and as feeds. */
export function addSearch(app: App, record: RecordStore): void {
  app.get(
    '/search',
    {
      config: { aside: 'quick' },
      schema: {
        summary: 'Attributions by words, with what facets count of them',
        querystring: searchQuery,
        response: { 200: searchResult, 400: problem },
      },
    },
    async ({ query }) => {
      const asked = asQuery(query);
      return { ...record.search(asked), facets: record.searchFacets(asked) };
    },
  );
  addTable(app, record);
  addFeeds(app, record);
}

/** Attributions of a search in their order, at most so many, a few at a time. */
async function* everyFound(
  record: RecordStore,
  query: SearchQuery,
  limit: number,
): AsyncGenerator<RecordedAttribution> {
  for (let offset = 0; offset < limit; offset += AT_ONCE) {
    const { items } = record.search({ ...query, offset, limit: Math.min(AT_ONCE, limit - offset) });
    yield* items;
    if (items.length < AT_ONCE) return;
    await setImmediate();
  }
}

function addTable(app: App, record: RecordStore): void {
  app.get(
    '/search.csv',
    {
      schema: {
        summary: 'The same as a table, as onrecord export writes it',
        querystring: rowsQuery,
        response: {
          200: {
            description: 'At most 1,000 rows. Onrecord-Rows says of how many, "at least" where more may match.',
            content: { 'text/csv': { schema: z.instanceof(Readable) } },
          },
          400: problem,
        },
      },
    },
    async ({ query: { limit, ...query } }, reply) => {
      const asked = asQuery(query);
      const { total, atLeast } = record.search({ ...asked, limit: 1 });
      reply.headers({
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': 'attachment; filename="onrecord-search.csv"',
        'content-security-policy': outsidePolicy,
        'onrecord-rows': `${Math.min(limit, total)} of ${atLeast ? 'at least ' : ''}${total}`,
      });
      return reply.send(Readable.from(rows(everyFound(record, asked, limit))));
    },
  );
}

async function* rows(found: AsyncIterable<RecordedAttribution>): AsyncGenerator<string> {
  yield csvHeader();
  for await (const attribution of found) yield csvRow(attribution);
}

function addFeeds(app: App, record: RecordStore): void {
  const formats = [
    ['/search.atom', 'application/atom+xml', toAtom],
    ['/search.feed.json', 'application/feed+json', toJsonFeed],
  ] as const;
  for (const [address, mediaType, write] of formats) {
    app.get(
      address,
      {
        schema: {
          summary: `The newest of what a search finds, as a feed (${mediaType})`,
          querystring: feedQuery,
          response: {
            200: {
              description: 'The newest articles first. The feed itself says of how many these are.',
              content: { [mediaType]: { schema: z.string() } },
            },
            400: problem,
          },
        },
      },
      async ({ query: { limit, ...query }, host, url }, reply) => {
        const asked = { ...asQuery(query), sort: 'date' } as const;
        const { total, atLeast } = record.search({ ...asked, limit: 1 });
        const found: RecordedAttribution[] = [];
        for await (const attribution of everyFound(record, asked, limit)) found.push(attribution);
        const feed: Feed = { site: `http://${host}`, own: url, words: query.q, found, total, atLeast };
        reply.headers({ 'content-type': `${mediaType}; charset=utf-8`, 'content-security-policy': outsidePolicy });
        return reply.send(write(feed));
      },
    );
  }
}
