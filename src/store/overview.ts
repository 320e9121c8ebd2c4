import type { Refusal } from '../model.ts';
import type { Connection } from './connection.ts';
import { pageOf } from './paging.ts';
import { build } from './schema.ts';
import { readSpeakers } from './speakers.ts';
import type { Page, Paging, RecordedRefusal } from './types.ts';
import { whileUnchanged } from './unchanged.ts';

/** Keeps an input that gave no article, with the time of the attempt; every attempt is kept. */
export function keepRefusal(connection: Connection, { input, code, reason }: Refusal, at: string): void {
  connection.run(build.insertInto('refusal').values({ input, code, reason, at }));
}

/** Refusals, the latest first. */
export function readRefusals(connection: Connection, paging?: Paging): Page<RecordedRefusal> {
  const { limit, offset } = pageOf(paging);
  const rows = build
    .selectFrom('refusal')
    .select(['input', 'code', 'reason', 'at'])
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset);
  return connection.read(() => ({ items: connection.all(rows), total: countRefusals(connection) }));
}

/** Outlets with what they hold, those with most articles first. */
export function readOutlets(
  connection: Connection,
): { outlet: string | null; articles: number; attributions: number }[] {
  return connection.all(
    build
      .selectFrom('article')
      .where('superseded_by', 'is', null)
      .select((of) => [
        'outlet',
        of.fn.countAll<number>().as('articles'),
        of.fn.sum<number>('attributions').as('attributions'),
      ])
      .groupBy('outlet')
      .orderBy('articles', 'desc')
      .orderBy('outlet'),
  );
}

/** How much the record holds. */
export function readCounts(connection: Connection) {
  return connection.read(() =>
    whileUnchanged(connection, 'counts', '', () => ({
      ...countArticles(connection),
      speakers: readSpeakers(connection, { limit: 1 }).total,
      refusals: countRefusals(connection),
    })),
  );
}

function countArticles(connection: Connection): { articles: number; attributions: number } {
  const query = build
    .selectFrom('article')
    .where('superseded_by', 'is', null)
    .select((of) => [
      of.fn.countAll<number>().as('articles'),
      of.fn.coalesce(of.fn.sum<number | null>('attributions'), of.val(0)).as('attributions'),
    ]);
  return connection.first(query)!;
}

function countRefusals(connection: Connection): number {
  return connection.first(build.selectFrom('refusal').select((of) => of.fn.countAll<number>().as('rows')))!.rows;
}
