import type { SiteRule } from '../pipeline/index.ts';
import { forPeople } from './errors.ts';
import { note } from './output.ts';

/**
 * The user's own rules for pages; none without a file. A selector that cannot be used is named, and the rest holds.
 *
 * @throws CommandError when the file cannot be read or holds mistakes
 */
export async function openRules(file: string | undefined): Promise<readonly SiteRule[]> {
  if (!file) return [];
  const { readRules } = await import('../pipeline/index.ts');
  const { rules, problems } = await forPeople(() => readRules(file));
  for (const problem of problems) note(`onrecord: ${problem}`);
  return rules;
}
