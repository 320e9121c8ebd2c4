import { compare } from '../../../../src/linking/change/index.ts';
import type { Comparison, Reported } from '../../../../src/model.ts';
import type { WordPair } from './pair.ts';

const PARTED = ' | ';

/** Both wordings of a pair as linking sees them. */
export function reported({
  before,
  after,
  types = ['direct', 'direct'],
  speakers = [null, null],
}: WordPair): [Reported, Reported] {
  const one = (words: string, at: 0 | 1): Reported => ({
    words: words.split(PARTED),
    type: types[at],
    mode: 'says',
    speaker: speakers[at] === null ? null : { id: speakers[at], name: speakers[at], kind: 'person' },
    saidOn: null,
  });
  return [one(before, 0), one(after, 1)];
}

/** What the comparison gives, as the pairs write it. */
export const told = ({ change, kinds }: Comparison): string => `${change}: ${kinds.join(' ')}`;

/** Whether the comparison of a pair is what the pair says. */
export function isRight(pair: WordPair): boolean {
  const { change, kinds } = compare(...reported(pair));
  if (change !== pair.change) return false;
  if (!pair.kinds.endsWith('*')) return kinds.join(' ') === pair.kinds;
  return pair.kinds === '*' || kinds[0] === pair.kinds.slice(0, -1);
}
