import { type Connection, prepared } from '../connection.ts';
import { unindexSpeaker } from '../fulltext.ts';
import { build } from '../schema.ts';
import type { Changes } from './changes.ts';
import { spansAsFound } from './moved-spans.ts';

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
      reviewed: 0,
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

const movedStatements = prepared(() =>
  build.selectFrom('statement_correction').select('statement_id as id').distinct().orderBy('statement_id'),
);
const asFound = prepared((v: { statement: number }) =>
  build
    .updateTable('attribution')
    .set((old) => ({ statement_id: old.ref('found_statement_id') }))
    .where('statement_id', '=', v.statement),
);
const alone = prepared((v: { statement: number }) =>
  build.updateTable('statement').set({ joined_id: null }).where('id', '=', v.statement),
);
const madeStatements = prepared(() =>
  build.selectFrom('statement').select('id').where('correction_id', 'is not', null).orderBy('id'),
);

/** Takes the effects of all corrections out of the rows: what was found is left. */
export function reset(changes: Changes): void {
  const { connection } = changes;
  for (const { id } of connection.all(touched, {})) {
    changes.attribution(id);
    connection.run(toFound, { id });
    spansAsFound(connection, id);
    const found = connection.first(foundSpeaker, { id })!.id;
    if (found !== null) changes.speaker(found);
  }
  for (const { id } of connection.all(changed, {})) {
    changes.speaker(id);
    connection.run(nameAsFound, { id });
  }
  resetStatements(changes);
  for (const table of [
    'attribution_correction',
    'standing',
    'speaker_apart',
    'unapplied',
    'missed',
    'wikidata_link',
    'statement_correction',
    'position_said',
  ] as const) {
    connection.run(build.deleteFrom(table));
  }
  for (const { id } of connection.all(made, {})) forgetSpeaker(changes, connection, id);
  for (const { id } of connection.all(madeStatements, {})) {
    connection.run(build.deleteFrom('statement').where('id', '=', id));
    changes.forgetStatement(id);
  }
}

/** Gives the occurrences of statements back to those of which they were found to be. */
function resetStatements(changes: Changes): void {
  const { connection } = changes;
  for (const { id } of connection.all(movedStatements, {})) {
    changes.statement(id);
    connection.run(asFound, { statement: id });
    connection.run(alone, { statement: id });
  }
}

/** Takes out a speaker that no article names. */
function forgetSpeaker(changes: Changes, connection: Connection, id: number): void {
  connection.run(build.deleteFrom('speaker').where('id', '=', id));
  unindexSpeaker(connection, id);
  changes.forget(id);
}
