import { prepared } from '../../connection.ts';
import { build } from '../../schema.ts';
import { referToAttribution } from '../refs.ts';
import { reviewed } from '../reviewed.ts';
import type { AttributionRef } from '../types.ts';
import type { Action, RequestOf } from './action.ts';

const accepted = prepared((v: { id: number }) =>
  build
    .selectFrom('attribution_correction')
    .innerJoin('correction', 'correction.id', 'correction_id')
    .select('correction.id as number')
    .where('attribution_id', '=', v.id)
    .where('action', '=', 'accept')
    .limit(1),
);

/** A person looked at it and found it right. */
export const accept: Action<RequestOf<'accept'>, { readonly attribution: AttributionRef }> = {
  prepare(connection, request) {
    const { row, ...attribution } = referToAttribution(connection, request.attribution);
    const before = connection.first(accepted, { id: row });
    if (before) throw new Error(`${attribution.key} was accepted already, by correction ${before.number}`);
    return { attribution };
  },
  apply(applying, { attribution }) {
    const rows = applying.find.attributions(attribution);
    if (rows.length === 0) return `there is no attribution at the place of ${attribution.key}`;
    for (const id of rows) reviewed(applying, id);
    return null;
  },
  describe: ({ attribution }) => `${attribution.key} is right as it is: ${attribution.words}`,
};
