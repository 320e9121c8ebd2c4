import { readFileSync } from 'node:fs';
import { comparer } from '../../src/capture/index.ts';
import { sourcing } from '../../src/linking/index.ts';
import type { Advisers, Linker, Reported } from '../../src/model.ts';
import { watcher } from '../../src/positions/index.ts';
import { identifier } from '../../src/speakers/index.ts';
import { openRecord as openRecordOn, type RecordStore } from '../../src/store/index.ts';
import { sha256 } from '../../src/store/keys.ts';
import { createGrouper } from '../../src/stories/index.ts';

const LENGTH = 4;

const wordsOf = ({ words }: Reported): string[] =>
  words
    .join(' ')
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [];

function grams(occurrence: Reported): Set<number> {
  const words = wordsOf(occurrence);
  const all = words.slice(0, words.length - LENGTH + 1).map((_, i) => words.slice(i, i + LENGTH).join(' '));
  return new Set(all.map((gram) => Number.parseInt(sha256(gram).slice(0, 12), 16)));
}

const share = (a: Reported, b: Reported): boolean => !grams(a).isDisjointFrom(grams(b));

/**
 * A plain linker with which every rule of the record can be met on short texts: occurrences are one utterance when four
 * words in a row are the same, whoever speaks. So one may show that two statements are one.
 */
export const linker: Linker = {
  mostHolders: 20,
  mostWordings: 4,
  keysOf(occurrence) {
    const held = [...grams(occurrence)];
    return { held, sought: held };
  },
  likeliest: (holders) => [...new Set([...holders].filter(({ length }) => length <= 20).flat())],
  link(_article, occurrences, known) {
    return occurrences.map((one, i) => {
      const shared = ({ wordings }: { wordings: readonly Reported[] }): number =>
        Math.max(0, ...wordings.map((each) => grams(each).intersection(grams(one)).size));
      const join = <T>(to: T) => ({ to, confidence: 0.75, reason: 'four words in a row' });
      return {
        joins: known[i]!.filter((each) => shared(each) > 0)
          .toSorted((a, b) => shared(b) - shared(a))
          .map(join),
        within: occurrences.slice(0, i).flatMap((other, j) => (share(other, one) ? [join(j)] : [])),
      };
    });
  },
  compare(earlier, later) {
    const [before, after] = [wordsOf(earlier).join(' '), wordsOf(later).join(' ')];
    const other = earlier.speaker?.id !== later.speaker?.id;
    const differences = { differences: [], same: [] };
    if (before === after) return { change: 'identical', kinds: other ? ['speaker'] : [], ...differences };
    if (before.includes(after)) return { change: 'excerpt', kinds: [], ...differences };
    const negated = /\bnot\b/.test(before) !== /\bnot\b/.test(after);
    return { change: 'altered', kinds: [negated ? 'negation' : 'wording'], ...differences };
  },
};

const background = JSON.parse(readFileSync(new URL('../../models/common-words.json', import.meta.url), 'utf8'));

const advisers: Advisers = { identifier, comparer, linker, sourcing, watcher, grouper: createGrouper(background) };

/** A record at a path that links by `linker`. */
export function openRecord(path: string): RecordStore {
  return openRecordOn(path, { advisers });
}
