import { type Connection, prepared } from '../connection.ts';
import { unindexSpeaker } from '../fulltext.ts';
import { build } from '../schema.ts';
import type { Changes } from './changes.ts';

const touched = prepared(() =>
  build.selectFrom('attribution_correction').select('attribution_id as id').distinct().orderBy('attribution_id'),
);
const toFound = prepared((v: { id: number }) =>
  build
    .updateTable('attribution')
    .set((old) => ({
      speaker_id: old.ref('found_speaker_id'),
      role: old.ref('found_role'),
      reassigned: 0,
      statement: 1,
    }))
    .where('id', '=', v.id),
);
/** By their rows alone: a join would go through all speakers of the record. */
const changed = prepared(() =>
  build
    .selectFrom('standing')
    .select('speaker_id as id')
    .union(
      build.selectFrom('standing').select('to_id as id').where('to_id', 'is not', null).$narrowType<{ id: number }>(),
    )
    .orderBy('id'),
);
const nameAsFound = prepared((v: { id: number }) =>
  build
    .updateTable('speaker')
    .set((old) => ({
      name: old.fn.coalesce('found_name', 'name'),
      kind: old.fn.coalesce('found_kind', 'kind'),
      renamed: 0,
    }))
    .where('id', '=', v.id),
);
const made = prepared(() => build.selectFrom('speaker').select('id').where('found_name', 'is', null).orderBy('id'));
const foundSpeaker = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('found_speaker_id as id').where('id', '=', v.id),
);

/** Takes the effects of all corrections out of the rows: what was found is left. */
export function reset(changes: Changes): void {
  const { connection } = changes;
  for (const { id } of connection.all(touched, {})) {
    changes.attribution(id);
    connection.run(toFound, { id });
    const found = connection.first(foundSpeaker, { id })!.id;
    if (found !== null) changes.speaker(found);
  }
  for (const { id } of connection.all(changed, {})) {
    changes.speaker(id);
    connection.run(nameAsFound, { id });
  }
  for (const table of [
    'attribution_correction',
    'standing',
    'speaker_apart',
    'unapplied',
    'missed',
    'wikidata_link',
  ] as const) {
    connection.run(build.deleteFrom(table));
  }
  for (const { id } of connection.all(made, {})) forgetSpeaker(changes, connection, id);
}

/** Takes out a speaker that no article names. */
function forgetSpeaker(changes: Changes, connection: Connection, id: number): void {
  connection.run(build.deleteFrom('speaker').where('id', '=', id));
  unindexSpeaker(connection, id);
  changes.forget(id);
}
