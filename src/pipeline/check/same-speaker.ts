import type { Speaker } from '../../model.ts';
import { compareNames } from '../../speakers/index.ts';
import { plainWords } from '../../text/index.ts';

type Sameness = 'same' | 'unsure' | 'different';

const PROPER: ReadonlySet<string> = new Set(['person', 'author', 'organization']);
const isPerson = ({ kind }: Speaker): boolean => kind === 'person' || kind === 'author';
/** "the head of government" is a person without a name: it may be anybody. */
const isNamed = ({ kind, name }: Speaker): boolean => PROPER.has(kind) && !/(?:^|\s)\p{Ll}{4,}/u.test(name);

function sharesWords(a: Speaker, b: Speaker): boolean {
  const words = ({ name, role }: Speaker): string[] => plainWords(`${name} ${role ?? ''}`).filter((w) => w.length > 3);
  const known = new Set(words(a));
  return words(b).some((word) => known.has(word));
}

/** "Dawudi" beside "Farrokh Davoudi": a family name alone is compared as if the given names were the same. */
function samePerson(a: string, b: string): Sameness {
  const { verdict } = compareNames('person', a, b);
  if (verdict !== 'different' || a.includes(' ') === b.includes(' ')) return verdict;
  const [alone, whole] = a.includes(' ') ? [b, a] : [a, b];
  const given = whole.slice(0, whole.lastIndexOf(' '));
  return compareNames('person', `${given} ${alone}`, whole).verdict === 'different' ? 'different' : 'unsure';
}

function sameName(a: Speaker, b: Speaker): Sameness {
  if (!isNamed(a) || !isNamed(b)) return a.name === b.name ? 'same' : 'unsure';
  if (isPerson(a) && isPerson(b)) return samePerson(a.name, b.name);
  // A minister may speak for a ministry, and the ministry in his words.
  if (isPerson(a) !== isPerson(b)) return sharesWords(a, b) ? 'unsure' : 'different';
  const { verdict } = compareNames('organization', a.name, b.name);
  return verdict === 'different' && sharesWords(a, b) ? 'unsure' : verdict;
}

/**
 * Whether two speakers, each as one article gives it, are one, by their names as identity compares them. Where one of them
 * has no name that tells, or one may speak for the other, that is `unsure`. Of several who speak together each may be meant.
 */
export function sameSpeaker(a: Speaker, b: Speaker): Sameness {
  const members = (speaker: Speaker): readonly Speaker[] => speaker.members ?? [speaker];
  const verdicts = members(a).flatMap((one) => members(b).map((other) => sameName(one, other)));
  if (verdicts.includes('same')) return 'same';
  return verdicts.includes('unsure') ? 'unsure' : 'different';
}
