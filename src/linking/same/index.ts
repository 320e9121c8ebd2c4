/** Whether two occurrences are one utterance. */
export { decide, type Verdict } from './decide.ts';
export { type Evidence, evidenceOf } from './evidence.ts';
