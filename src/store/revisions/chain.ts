import { type Connection, prepared } from '../connection.ts';
import type { Changes } from '../corrections/changes.ts';
import { build } from '../schema.ts';

/** A revision of an article, by its row. */
export interface Revision {
  readonly id: number;
  readonly key: string;
  readonly digest: string;
  readonly title: string | null;
  readonly revises: number | null;
  readonly revision: number;
  readonly superseded_by: number | null;
  /** When its words were captured last, in milliseconds since 1970. */
  readonly lastCaptured: number;
}

const atAddress = prepared((v: { address: string }) =>
  build
    .selectFrom('article')
    .innerJoin('capture', 'capture.article_id', 'article.id')
    .select(['article.id', 'key', 'digest', 'title', 'revises', 'revision', 'superseded_by'])
    .select((of) => of.fn.max('capture.captured_at').as('last'))
    .where('address', '=', v.address)
    .groupBy('article.id')
    .orderBy('article.id'),
);
const link = prepared((v: { id: number; revises: number | null; revision: number; superseded_by: number | null }) =>
  build
    .updateTable('article')
    .set({ revises: v.revises, revision: v.revision, superseded_by: v.superseded_by })
    .where('id', '=', v.id),
);
const attributionsOf = prepared((v: { article: number }) =>
  build.selectFrom('attribution').select('id').where('article_id', '=', v.article).orderBy('id'),
);
const supersede = prepared((v: { article: number; superseded: number }) =>
  build.updateTable('attribution').set({ superseded: v.superseded }).where('article_id', '=', v.article),
);

/** A time as a number; what is no time comes first. */
export const timeOf = (iso: string): number => Date.parse(iso) || 0;

/**
 * The revisions at an address in the order of time: of the last capture of each, so that the newest is what was seen last
 * however late older captures come in; then in the order in which they came.
 */
export function chainOf(connection: Connection, address: string): Revision[] {
  return connection
    .all(atAddress, { address })
    .map(({ last, ...row }) => ({ ...row, lastCaptured: timeOf(last) }))
    .sort((a, b) => a.lastCaptured - b.lastCaptured || a.id - b.id);
}

/** Numbers the revisions at an address, and lets only the newest count. */
export function relink(changes: Changes, address: string): void {
  const { connection } = changes;
  const chain = chainOf(connection, address);
  const newest = chain.at(-1)!.id;
  for (const [i, row] of chain.entries()) {
    const revises = chain[i - 1]?.id ?? null;
    const superseded_by = row.id === newest ? null : newest;
    connection.run(link, { id: row.id, revises, revision: i + 1, superseded_by });
    if ((superseded_by === null) === (row.superseded_by === null)) continue;
    for (const { id } of connection.all(attributionsOf, { article: row.id })) changes.attribution(id);
    connection.run(supersede, { article: row.id, superseded: Number(superseded_by !== null) });
  }
}
