/** Positions in a record: who holds what on an issue, what shifted, what collides. */
export { readLedger } from './ledger.ts';
export { ledgerHeader, ledgerObject, ledgerRow } from './rows.ts';
export { latestShifts, shiftsBy, shiftsOn } from './shifts.ts';
export type * from './types.ts';
