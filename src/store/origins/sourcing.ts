import { findArticle } from '../articles.ts';
import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';
import { readCredits } from './credits.ts';
import { readReprints } from './reprints.ts';
import type { RecordedSourcing } from './types.ts';

const keyOf = prepared((v: { id: number }) => build.selectFrom('article').select('key').where('id', '=', v.id));
const withinOf = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('within').where('article_id', '=', v.id).orderBy('position'),
);

/** Where an article has its material from, by key or id as `findArticle` has it; null without one. */
export function readSourcing(connection: Connection, keyOrId: string): RecordedSourcing | null {
  return connection.read(() => {
    const id = findArticle(connection, keyOrId);
    if (id === null) return null;
    return {
      credits: readCredits(connection, id),
      reprints: readReprints(connection, id).map(({ of, ...reprint }) => ({
        ...reprint,
        of: connection.first(keyOf, { id: of })!.key,
      })),
      within: connection.all(withinOf, { id }),
    };
  });
}
