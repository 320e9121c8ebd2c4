import type { OpenAnalyzer } from '../pipeline/index.ts';
import { forPeople } from './errors.ts';
import { keepLittleGarbage } from './memory.ts';
import type { Workers } from './options.ts';
import { note } from './output.ts';

/**
 * Opens the analyser of a command: one thread for each core unless the command line says otherwise.
 * @param expected characters that are to come, as far as is known
 * @throws CommandError when a model is missing or cannot be read
 */
export async function openAnalyzer({ workers }: Workers, expected = 0): Promise<OpenAnalyzer> {
  keepLittleGarbage();
  const { createAnalyzer, usualThreads } = await import('../pipeline/index.ts');
  return forPeople(() => createAnalyzer({ threads: workers ?? usualThreads(), expected, note }));
}
