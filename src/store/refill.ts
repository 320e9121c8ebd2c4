import { type Connection, prepared } from './connection.ts';
import { enterAttribution } from './corrections/index.ts';
import { build } from './schema.ts';

const anyEntry = prepared(() => build.selectFrom('attribution_index').select('rowid').limit(1));
const counted = build.selectFrom('attribution').select('id').where('counted', '=', 1).orderBy('id');

/**
 * Fills the index of attributions of a record whose migration has just emptied it, in one transaction. Where there are
 * entries, or nothing to enter, it costs one look each.
 */
export function refillIndex(connection: Connection): void {
  if (connection.first(anyEntry, {})) return;
  if (!connection.first(counted.limit(1))) return;
  connection.write(() => {
    // Another process may have filled it meanwhile.
    if (connection.first(anyEntry, {})) return;
    for (const { id } of connection.each(counted)) enterAttribution(connection, id);
  });
}
