/** The record: articles, snapshots, attributions and speakers in one SQLite file. */

export type * from './audit/types.ts';
export type * from './corrections/types.ts';
export { csvCells, csvHeader, csvRow } from './csv.ts';
export type { OpenOptions } from './open.ts';
export type * from './origins/types.ts';
export type * from './positions/stance-types.ts';
export type * from './positions/types.ts';
export { beginRebuild } from './rebuild-files.ts';
export { openRecord } from './record.ts';
export type * from './review/types.ts';
export type * from './revisions/types.ts';
export type * from './search/types.ts';
export type * from './speaker-page/types.ts';
export { CHANGE_KINDS } from './statements/kinds.ts';
export type * from './statements/types.ts';
export type * from './stories/types.ts';
export type * from './today/types.ts';
export type * from './types.ts';
export type * from './watch/types.ts';
