import type { SpeakerKind } from '../../model.ts';
import { compareOrganizations } from './compare-organizations.ts';
import { comparePersons } from './compare-persons.ts';
import { LONGEST_NAME, plain } from './spelling.ts';
import type { Comparison } from './types.ts';

const folded = (name: string): string =>
  plain(name.slice(0, LONGEST_NAME))
    .replace(/^the\s+/, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * Whether two names are one speaker's, by the names alone.
 * @param kind what both are: persons and authors by the rules for persons, organizations by theirs, the others by their
 *   words
 * @returns the verdict with its reason in words for people. Symmetric; two names that differ only in case, marks or
 *   apostrophes get the verdict of one name beside itself.
 */
export function compareNames(kind: SpeakerKind, a: string, b: string): Comparison {
  if (kind === 'person' || kind === 'author') return comparePersons(a, b);
  if (kind === 'organization') return compareOrganizations(a, b);
  return folded(a) === folded(b)
    ? { verdict: 'same', reason: 'the same words' }
    : { verdict: 'different', reason: 'other words' };
}
