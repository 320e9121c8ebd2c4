/** Whom outlets quote, counted. */

export { articleIs, countOf, isReported } from './counted.ts';
export { readSourceAudit } from './outlets.ts';
export { readAuditedSpeakers, readEveryAuditedSpeaker } from './speakers.ts';
