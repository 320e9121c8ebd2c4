/** How much of each outlet comes in. */
import { type Selectable, sql } from 'kysely';
import type { Connection } from '../connection.ts';
import { build } from '../schema.ts';
import type { OutletAttemptsTable, OutletStateTable } from './schema.ts';
import type { Announcement, OutletHealth, PartHealth } from './types.ts';

/** Of each outlet the articles that were tried, and those of them that came in whole. */
const articlesOfOutlets = build
  .selectFrom('item')
  .select(['outlet', sql<number>`sum(state = 'whole')`.as('whole')])
  .select((of) => of.fn.countAll<number>().as('tried'))
  .where((of) => of.or([of('state', 'in', ['whole', 'failed']), of('tries', '>', 0)]))
  .groupBy('outlet');

function partHealth(
  state: Selectable<OutletStateTable>,
  counts: readonly Selectable<OutletAttemptsTable>[],
): PartHealth {
  const { part, ok_at: okAt, failing_since: since, failures: attempts, outcome, reason, url } = state;
  return {
    part,
    outcomes: counts
      .filter((one) => one.part === part)
      .map((one) => ({ outcome: one.outcome, attempts: one.attempts })),
    okAt,
    failing: since === null ? null : { since, attempts, outcome: outcome!, reason: reason ?? outcome!, url: url! },
  };
}

/** How much of each outlet comes in, by name. */
export function readHealth(connection: Connection): OutletHealth[] {
  return connection.read(() => {
    const counted = build.selectFrom('outlet_attempts').selectAll().orderBy('attempts', 'desc').orderBy('outcome');
    const counts = Map.groupBy(connection.all(counted), ({ outlet }) => outlet);
    const states = connection.all(build.selectFrom('outlet_state').selectAll().orderBy('outlet').orderBy('part'));
    const articles = new Map(connection.all(articlesOfOutlets).map((row) => [row.outlet, row]));
    return [...Map.groupBy(states, ({ outlet }) => outlet)].map(([outlet, parts]) => {
      const mine = counts.get(outlet) ?? [];
      const { tried = 0, whole = 0 } = articles.get(outlet) ?? {};
      return {
        outlet,
        attempts: mine.reduce((sum, { attempts }) => sum + attempts, 0),
        tried,
        whole,
        parts: parts.map((part) => partHealth(part, mine)),
      };
    });
  });
}

/** How an article was announced, the earliest first. */
export function readAnnouncements(connection: Connection, key: string): Announcement[] {
  const rows = build
    .selectFrom('article')
    .innerJoin('item', 'item.article_id', 'article.id')
    .innerJoin('item_source', 'item_source.item_id', 'item.id')
    .innerJoin('source', 'source.id', 'item_source.source_id')
    .select(['source.outlet', 'source.url as source', 'seen_at as seenAt', 'publisher_name', 'publisher_url'])
    .where('article.key', '=', key)
    .orderBy('seen_at')
    .orderBy('source.id');
  return connection.all(rows).map(({ publisher_name: name, publisher_url: url, ...rest }) => ({
    ...rest,
    publisher: name === null && url === null ? null : { name, url },
  }));
}
