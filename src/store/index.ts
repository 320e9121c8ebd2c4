/** The record: articles, snapshots, attributions and speakers in one SQLite file. */

export type * from './audit/types.ts';
export type * from './corrections/types.ts';
export type { OpenOptions } from './open.ts';
export { beginRebuild } from './rebuild-files.ts';
export { openRecord } from './record.ts';
export type * from './revisions/types.ts';
export type * from './speaker-page/types.ts';
export type * from './types.ts';
export type * from './watch/types.ts';
