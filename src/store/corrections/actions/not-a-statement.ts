import { prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { referToAttribution } from '../refs.ts';
import { reviewed } from '../reviewed.ts';
import type { AttributionRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';

const isStatement = prepared((v: { id: number }) =>
  build.selectFrom('attribution').select('statement').where('id', '=', v.id),
);
const mark = prepared((v: { id: number }) =>
  build.updateTable('attribution').set({ statement: 0 }).where('id', '=', v.id),
);

/** Nobody states anything there. */
export const notAStatement: Action<RequestOf<'not-a-statement'>, { readonly attribution: AttributionRef }> = {
  prepare(connection, request) {
    const { row, ...attribution } = referToAttribution(connection, request.attribution);
    if (connection.first(isStatement, { id: row })!.statement === 0) {
      throw new Error(`${attribution.key} is marked as no statement already`);
    }
    return { attribution };
  },
  apply(applying, { attribution }) {
    const rows = applying.find.attributions(attribution);
    if (rows.length === 0) return `there is no attribution at the place of ${attribution.key}`;
    for (const id of rows) {
      reviewed(applying, id);
      applying.connection.run(mark, { id });
    }
    return null;
  },
  describe: ({ attribution }) => `${attribution.key} is no statement: ${attribution.words}`,
};
