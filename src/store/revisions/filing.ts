import { type Connection, prepared } from '../connection.ts';
import { Changes, replay } from '../corrections/index.ts';
import { build } from '../schema.ts';
import { relink } from './chain.ts';

const unfiled = prepared(() =>
  build.selectFrom('article').select(['id', 'url']).where('revision', 'is', null).orderBy('id'),
);
const file = prepared((v: { id: number; address: string | null }) =>
  build.updateTable('article').set({ address: v.address, revision: 1 }).where('id', '=', v.id),
);

/**
 * Makes revisions of the articles that a record from before revisions holds at one address. Does it once, in one
 * transaction; where it was done, or the record is new, it costs one look at an empty index.
 */
export function fileOlderArticles(connection: Connection): void {
  if (connection.first(unfiled, {}) === undefined) return;
  connection.write(() => {
    const articles = new Map<string, number>();
    for (const { id, url } of connection.all(unfiled, {})) {
      const address = connection.comparer.addressOf(url);
      connection.run(file, { id, address });
      if (address !== null) articles.set(address, (articles.get(address) ?? 0) + 1);
    }
    const revised = [...articles].filter(([, count]) => count > 1);
    if (revised.length === 0) return;
    const changes = new Changes(connection);
    for (const [address] of revised) relink(changes, address);
    changes.finish();
    // Corrections of what an old revision says hold for the new one.
    replay(connection);
  });
}
