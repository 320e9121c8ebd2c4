import type { Refusal } from '../model.ts';
import type { Connection } from './connection.ts';
import { pageOf } from './paging.ts';
import { build } from './schema.ts';
import { readSpeakers } from './speakers.ts';
import type { Page, Paging, RecordedRefusal } from './types.ts';

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
  return connection.read(() => ({ items: connection.all(rows), total: count(connection, 'refusal') }));
}

/** Outlets with what they hold, those with most articles first. */
export function readOutlets(
  connection: Connection,
): { outlet: string | null; articles: number; attributions: number }[] {
  return connection.all(
    build
      .selectFrom('article')
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
  return connection.read(() => ({
    articles: count(connection, 'article'),
    attributions: countAttributions(connection),
    speakers: readSpeakers(connection, { limit: 1 }).total,
    refusals: count(connection, 'refusal'),
  }));
}

function countAttributions(connection: Connection): number {
  const query = build.selectFrom('article').select((of) => of.fn.sum<number | null>('attributions').as('sum'));
  return connection.first(query)!.sum ?? 0;
}

function count(connection: Connection, table: 'article' | 'refusal'): number {
  return connection.first(build.selectFrom(table).select((of) => of.fn.countAll<number>().as('rows')))!.rows;
}
