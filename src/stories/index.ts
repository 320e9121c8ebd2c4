/** Stories: articles on the same event, grouped as they come in. */

export type { Thresholds } from './cluster.ts';
export type { Background } from './commonness.ts';
export { createGrouper } from './grouper.ts';
export { Stories, type Story } from './stories.ts';
export { readWords } from './words.ts';
