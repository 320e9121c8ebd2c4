import { type SqlBool, sql } from 'kysely';
import { type Connection, prepared, preparedSql } from '../connection.ts';
import { toPassages } from '../positions/passages.ts';
import type { RecordedPassage } from '../positions/types.ts';
import { build } from '../schema.ts';

/** So many of the latest positions are looked at for speakers, so many speakers are taken, and of each so many positions. */
const MOST_LATEST = 100;
const MOST_SPEAKERS = 6;
const MOST_EACH = 40;

const takesSide = sql<SqlBool>`(position.stance <> 'states' or position.condition_start is not null)`;

// A cross join keeps the order: positions are gone through from the last that came in, and no more of them than are wanted.
const latest = preparedSql(
  (v: { most: number }) => sql<{ speaker: number }>`
    select speaker_id as speaker from position
    cross join attribution on attribution.id = position.attribution_id
    where counted = 1 and speaker_id is not null and ${takesSide}
    order by position.attribution_id desc limit ${v.most}`,
);
const ofSpeaker = prepared((v: { speaker: number; most: number }) =>
  build
    .selectFrom('attribution')
    .innerJoin('position', 'position.attribution_id', 'attribution.id')
    .select('attribution.id')
    .where('attribution.speaker_id', '=', v.speaker)
    .where('attribution.counted', '=', 1)
    .where(takesSide)
    .orderBy('attribution.article_id', 'desc')
    .orderBy('attribution.id', 'desc')
    .limit(v.most),
);

/**
 * The latest positions of those who took a side last, those that came in last first: what is needed to tell whether they hold
 * something else than before. Bounded, and read through indexes.
 */
export function latestSides(connection: Connection): RecordedPassage[] {
  const speakers = new Set(connection.all(latest, { most: MOST_LATEST }).map(({ speaker }) => speaker));
  const ids = [...speakers]
    .slice(0, MOST_SPEAKERS)
    .flatMap((speaker) => connection.all(ofSpeaker, { speaker, most: MOST_EACH }).map(({ id }) => id));
  return toPassages(
    connection,
    ids.sort((a, b) => b - a),
  );
}
