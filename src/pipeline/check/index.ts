export { type CheckedDraft, type CheckedQuotation, checkDraft, type FoundPlace } from './check.ts';
export { type Checker, type CheckerOptions, createChecker } from './checker.ts';
export type { LeftOut } from './draft.ts';
export type { CheckedInRecord, GivenDraft, PlaceInRecord } from './in-record.ts';
export type { Region } from './regions.ts';
export { filesToSearch, recordToSearch, type Searched } from './searched.ts';
