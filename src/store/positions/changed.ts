import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

const mark = prepared((v: { attribution: number }) =>
  build
    .insertInto('position_changed')
    .columns(['attribution_id'])
    .expression(build.selectFrom('position').select('attribution_id').where('attribution_id', '=', v.attribution))
    .onConflict((on) => on.doNothing()),
);
const markReassigned = prepared((v: { speaker: number }) =>
  build
    .insertInto('position_changed')
    .columns(['attribution_id'])
    .expression(
      build
        .selectFrom('attribution')
        .innerJoin('position', 'position.attribution_id', 'attribution.id')
        .select('attribution_id')
        .where('speaker_id', '=', v.speaker)
        .where('reassigned', '=', 1),
    )
    .onConflict((on) => on.doNothing()),
);

/** Keeps that something of an attribution changed on which its collisions may depend; one without a position has none. */
export function markPosition(connection: Connection, attribution: number): void {
  connection.run(mark, { attribution });
}

/** The same of those that corrections give to a speaker, who is called otherwise now. */
export function markNamed(connection: Connection, speaker: number): void {
  connection.run(markReassigned, { speaker });
}
