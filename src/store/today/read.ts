import { type Connection, prepared } from '../connection.ts';
import { readCounts, readRefusals } from '../overview.ts';
import { latestCollisions } from '../positions/collisions.ts';
import { build } from '../schema.ts';
import { readSpeakers } from '../speakers.ts';
import { CHANGE_KINDS } from '../statements/kinds.ts';
import { gravestOccurrence, toStatement } from '../statements/read.ts';
import type { ListedStatement } from '../statements/types.ts';
import { readStories } from '../stories/read.ts';
import type { Page } from '../types.ts';
import { latestSides } from './sides.ts';
import type { FailingOutlet, RecordedToday } from './types.ts';

/** So many of each. */
const MOST = { stories: 6, changed: 4, collisions: 3, speakers: 10, refusals: 3, failing: 3 } as const;

/** Kinds of change as grave as these, or graver, change what was said. */
const GRAVE = CHANGE_KINDS.slice(0, CHANGE_KINDS.indexOf('wording')).map((_, gravest) => gravest);

const latestOfKind = prepared((v: { gravest: number; most: number }) =>
  build
    .selectFrom('statement')
    .select('id')
    .where('gravest', '=', v.gravest)
    .where('earliest_id', 'is not', null)
    .orderBy('id', 'desc')
    .limit(v.most),
);
const failingNow = build.selectFrom('outlet_state').where('failing_since', 'is not', null);

/** What is new in the record. Every list is short and read through an index, however much the record holds; the counts are not. */
export function readToday(connection: Connection): RecordedToday {
  return connection.read(() => ({
    counts: readCounts(connection),
    stories: readStories(connection, { limit: MOST.stories }),
    changed: latestChanged(connection),
    collisions: latestCollisions(connection, MOST.collisions),
    sides: latestSides(connection),
    speakers: readSpeakers(connection, { limit: MOST.speakers }).items,
    refusals: readRefusals(connection, { limit: MOST.refusals }).items,
    failing: readFailing(connection),
  }));
}

/** The index is of one kind after the other: the latest of each are read, and of these the latest. */
function latestChanged(connection: Connection): ListedStatement[] {
  const ids = GRAVE.flatMap((gravest) =>
    connection.all(latestOfKind, { gravest, most: MOST.changed }).map(({ id }) => id),
  );
  return ids
    .sort((a, b) => b - a)
    .slice(0, MOST.changed)
    .map((id) => ({ ...toStatement(connection, id)!, gravest: gravestOccurrence(connection, id) }));
}

function readFailing(connection: Connection): Page<FailingOutlet> {
  const rows = connection.all(
    failingNow
      .select(['outlet', 'part', 'failing_since', 'failures as attempts', 'outcome', 'reason'])
      .orderBy('failing_since', 'desc')
      .orderBy('outlet')
      .orderBy('part')
      .limit(MOST.failing),
  );
  return {
    items: rows.map(({ outlet, part, failing_since, attempts, outcome, reason }) => ({
      outlet,
      part,
      since: failing_since!,
      attempts,
      reason: reason ?? outcome!,
    })),
    total: connection.first(failingNow.select((of) => of.fn.countAll<number>().as('total')))!.total,
  };
}
