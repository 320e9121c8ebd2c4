/** Positions over time: courses with their shifts, collisions, and the figures that are claimed. */
export { looksBack } from './days.ts';
export { Positions } from './filed.ts';
export { heldIn } from './held.ts';
export { watcher } from './watcher.ts';
