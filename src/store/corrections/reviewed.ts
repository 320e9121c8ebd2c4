import { prepared } from '../connection.ts';
import { build } from '../schema.ts';
import type { Applying } from './actions/action.ts';

const markReviewed = prepared((v: { id: number }) =>
  build.updateTable('attribution').set({ reviewed: 1 }).where('id', '=', v.id),
);

/** Keeps that a person, by this correction, looked at this one attribution: it is no longer asked about. */
export function reviewed({ connection, number, changes }: Applying, id: number): void {
  changes.byCorrection(number, id);
  connection.run(markReviewed, { id });
}
