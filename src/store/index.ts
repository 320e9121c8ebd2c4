/** The record: articles, snapshots, attributions and speakers in one SQLite file. */
export type * from './types.ts';
