/** Under which keys occurrences are held, so that those of the same words find each other. */
export { keysOf } from './keys.ts';
