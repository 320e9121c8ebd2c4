import type { RecordedAttribution } from '../types.ts';
import { wordsOf } from './same-statement.ts';
import type { ChangedStatement, RevisionChanges } from './types.ts';
import { wordChanges } from './word-changes.ts';

/** Statements that share less of their words (Dice's coefficient, 0 to 1) are two. */
const LEAST_SHARED = 0.5;
/** So many pairs are compared word by word; in longer lists what has other words is removed and added. */
const MOST_PAIRS = 250_000;

interface Stated {
  readonly attribution: RecordedAttribution;
  readonly place: number;
  /** Its words, folded, with how often it has each. */
  readonly words: string;
  readonly counts: ReadonlyMap<string, number>;
  readonly length: number;
}

function stated(attributions: readonly RecordedAttribution[]): Stated[] {
  return attributions.map((attribution, place) => {
    const words = wordsOf(attribution.words);
    const each = words.split(' ');
    const counts = new Map<string, number>();
    for (const word of each) counts.set(word, (counts.get(word) ?? 0) + 1);
    return { attribution, place, words, counts, length: each.length };
  });
}

/** How much of their words two statements share: 0 to 1, each word as often as both have it. */
function shared(a: Stated, b: Stated): number {
  let both = 0;
  for (const [word, count] of a.counts) both += Math.min(count, b.counts.get(word) ?? 0);
  return (2 * both) / (a.length + b.length);
}

const sameSpeaker = (a: Stated, b: Stated): boolean => a.attribution.speaker?.key === b.attribution.speaker?.key;

/** Pairs of the same words, in their order; where words are stated several times, first those of one speaker. */
function alike(before: readonly Stated[], after: readonly Stated[]): [Stated, Stated][] {
  const byWords = Map.groupBy(after, ({ words }) => words);
  const taken = new Set<Stated>();
  const pairs: [Stated, Stated][] = [];
  const pair = (isWanted: (a: Stated, b: Stated) => boolean): void => {
    for (const one of before) {
      if (taken.has(one)) continue;
      const other = byWords.get(one.words)?.find((each) => !taken.has(each) && isWanted(one, each));
      if (!other) continue;
      taken.add(one).add(other);
      pairs.push([one, other]);
    }
  };
  pair(sameSpeaker);
  pair(() => true);
  return pairs;
}

/** Pairs that share most of their words, the likest first; of those as like, of one speaker, then the nearest in place. */
function reworded(before: readonly Stated[], after: readonly Stated[]): [Stated, Stated][] {
  if (before.length * after.length > MOST_PAIRS) return [];
  const candidates = before.flatMap((one) =>
    after.map((other) => ({ one, other, share: shared(one, other) })).filter(({ share }) => share >= LEAST_SHARED),
  );
  const away = ({ one, other }: { one: Stated; other: Stated }): number => Math.abs(one.place - other.place);
  candidates.sort(
    (a, b) =>
      b.share - a.share ||
      Number(sameSpeaker(b.one, b.other)) - Number(sameSpeaker(a.one, a.other)) ||
      away(a) - away(b),
  );
  const taken = new Set<Stated>();
  const pairs: [Stated, Stated][] = [];
  for (const { one, other } of candidates) {
    if (taken.has(one) || taken.has(other)) continue;
    taken.add(one).add(other);
    pairs.push([one, other]);
  }
  return pairs;
}

function difference(one: Stated, other: Stated): ChangedStatement<RecordedAttribution> {
  const [before, after] = [one.attribution, other.attribution];
  const differs: ('words' | 'speaker' | 'type')[] = [];
  if (one.words !== other.words) differs.push('words');
  if (!sameSpeaker(one, other)) differs.push('speaker');
  if (before.type !== after.type) differs.push('type');
  return { before, after, differs, words: wordChanges(before.words, after.words) };
}

/**
 * Which statements a revision added, removed or changed. A statement is known again by the words of its content, wherever it
 * stands, so that moving it changes nothing; one with other words by sharing half of them at least.
 */
export function statementChanges(
  before: readonly RecordedAttribution[],
  after: readonly RecordedAttribution[],
): Pick<RevisionChanges<RecordedAttribution>, 'removed' | 'added' | 'changed' | 'kept'> {
  const [old, now] = [stated(before), stated(after)];
  const same = alike(old, now);
  const known = new Set(same.flat());
  const isLeft = (one: Stated): boolean => !known.has(one);
  const other = reworded(old.filter(isLeft), now.filter(isLeft));
  for (const one of other.flat()) known.add(one);
  const pairs = [...same, ...other].sort(([, a], [, b]) => a.place - b.place).map(([a, b]) => difference(a, b));
  const changed = pairs.filter(({ differs }) => differs.length > 0);
  return {
    removed: old.filter(isLeft).map(({ attribution }) => attribution),
    added: now.filter(isLeft).map(({ attribution }) => attribution),
    changed,
    kept: pairs.length - changed.length,
  };
}
