import { build } from '../../schema.ts';
import type { Action, RequestOf } from './action.ts';

/** A correction is taken back. What that changes is for `correct` to see to: it concerns all others. */
export const undo: Action<RequestOf<'undo'>, { readonly number: number; readonly action: string }> = {
  prepare(connection, { number }) {
    const entry = connection.first(build.selectFrom('correction').select('action').where('id', '=', number));
    if (!entry) throw new Error(`there is no correction ${number}: "onrecord correct list" shows them`);
    return { number, action: entry.action };
  },
  apply: () => null,
  describe: ({ number, action }) => `correction ${number} (${action}) does not hold`,
};
