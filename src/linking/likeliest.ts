import type { LinkSettings } from './settings.ts';

/** What one key is worth that a single statement holds. Whole numbers add up to the same in whatever order. */
const WHOLE = 1_000_000;

/** What something shares with an occurrence. */
interface Shared {
  readonly keys: number;
  /** The rarer a key is, the more it says: a whole over how many hold it. */
  readonly worth: number;
}

/** What the holders of keys share with whoever seeks these. @param holders of each key that is sought, those that hold it */
export function sharedBy<S>(holders: Iterable<readonly S[]>): Map<S, Shared> {
  const found = new Map<S, Shared>();
  for (const all of holders) {
    const of = Math.round(WHOLE / all.length);
    for (const one of all) {
      const { keys, worth } = found.get(one) ?? { keys: 0, worth: 0 };
      found.set(one, { keys: keys + 1, worth: worth + of });
    }
  }
  return found;
}

/** So many of them, those that share the rarest keys; of as rare ones those that came first. In no order. */
export function rarest<S>(shared: Iterable<readonly [S, Shared]>, most: number, before: (a: S, b: S) => number): S[] {
  return [...shared]
    .sort(([a, one], [b, other]) => other.worth - one.worth || before(a, b))
    .slice(0, most)
    .map(([holder]) => holder);
}

/**
 * The statements that are likeliest to be that of an occurrence by the keys that they share: those of the rarest keys first,
 * so many at most. One that shares a single key of several statements is left out: that is a phrase of many.
 *
 * @param holders of each key that is sought, the statements that hold it
 * @returns in no order
 */
export function likeliest<S>(
  holders: Iterable<readonly S[]>,
  { mostHolders, mostHoldersOfOne, mostCandidates }: LinkSettings,
  before: (a: S, b: S) => number,
): S[] {
  const shared = sharedBy([...holders].filter(({ length }) => length <= mostHolders));
  const least = Math.floor(WHOLE / mostHoldersOfOne);
  return rarest(
    [...shared].filter(([, { keys, worth }]) => keys > 1 || worth >= least),
    mostCandidates,
    before,
  );
}
