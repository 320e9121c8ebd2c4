import { setFlagsFromString } from 'node:v8';
import type { OpenAnalyzer } from '../pipeline/index.ts';
import { forPeople } from './errors.ts';
import type { Workers } from './options.ts';
import { note } from './output.ts';

/**
 * Keeps new objects in little memory, in all threads. Left alone, V8 lets them take 100 MB in each before it looks which
 * are still needed. Must be asked before the work begins.
 */
const LITTLE_GARBAGE = '--semi-space-growth-factor=1';

/**
 * Opens the analyser of a command: one thread for each core unless the command line says otherwise.
 * @param expected characters that are to come, as far as is known
 * @throws CommandError when a model is missing or cannot be read
 */
export async function openAnalyzer({ workers }: Workers, expected = 0): Promise<OpenAnalyzer> {
  setFlagsFromString(LITTLE_GARBAGE);
  const { createAnalyzer, usualThreads } = await import('../pipeline/index.ts');
  return forPeople(() => createAnalyzer({ threads: workers ?? usualThreads(), expected, note }));
}
