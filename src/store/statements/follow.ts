import { type Connection, prepared } from '../connection.ts';
import { build } from '../schema.ts';

const byKey = prepared((v: { key: string }) => build.selectFrom('statement').select('id').where('key', '=', v.key));
const mergedInto = prepared((v: { id: number }) =>
  build.selectFrom('statement_merge').select('into_id as into').where('statement_id', '=', v.id),
);
const joinedTo = prepared((v: { id: number }) =>
  build.selectFrom('statement').select('joined_id as into').where('id', '=', v.id),
);

/**
 * The row of the statement at an address, or of the one with which it was found or said to be one; null when there is
 * none. Of several steps each leads to a statement that has the occurrences of the one before, so that it ends.
 */
export function statementAt(connection: Connection, key: string): number | null {
  const asked = connection.first(byKey, { key });
  if (!asked) return null;
  for (let at = asked.id; ; ) {
    const next = connection.first(mergedInto, { id: at })?.into ?? connection.first(joinedTo, { id: at })!.into;
    if (next === null) return at;
    at = next;
  }
}
