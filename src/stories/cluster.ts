/** How readily articles are taken for one event. */
export interface Thresholds {
  /** The least mean likeness of the articles of two groups that become one. */
  readonly least: number;
  /** That mean likeness is at least so many times the likeness within the groups. */
  readonly relative: number;
}

/** So many pairs of the least likeness are reckoned into each group's own, of which few pairs tell little. */
const ASSUMED_PAIRS = 3;

/**
 * Agglomerative clustering by average linkage, with one condition more: two groups become one only where their articles
 * are about as alike across the groups as within them. That tells two alike events (two quakes, two matches of one club),
 * each with its own words, from two halves of one; a threshold alone does not. And groups most of whose articles are parted by
 * time stay apart, however alike: what has no date lies between them otherwise, and makes one story of a subject.
 *
 * @param like symmetric likeness of any two groups' articles, summed; `like[i][i]` the sum over the pairs within group i.
 * @param sizes how many articles each group has.
 * @param far symmetric, of any two groups: above 0 where more of their pairs are parted by time than are not, as sums.
 * @returns the groups that became one, by their places in ascending order. The same whatever the order of the groups,
 * save where likenesses are equal to the last bit.
 */
export function cluster(
  like: readonly number[][],
  sizes: readonly number[],
  thresholds: Thresholds,
  far: readonly number[][] = like.map((row) => row.map(() => 0)),
): number[][] {
  const apart = far.map((row) => [...row]);
  const sums = like.map((row) => [...row]);
  const size = [...sizes];
  const groups: (number[] | null)[] = sizes.map((_, at) => [at]);
  const own = sizes.map((_, at) => ownLikeness(sums[at]![at]!, size[at]!, thresholds));
  const best = sizes.map(() => -1);
  const mean = (a: number, b: number) => sums[a]![b]! / (size[a]! * size[b]!);
  const mayJoin = (a: number, b: number) =>
    apart[a]![b]! <= 0 &&
    mean(a, b) >= thresholds.least &&
    mean(a, b) >= thresholds.relative * Math.sqrt(own[a]! * own[b]!);
  const search = (a: number) => {
    best[a] = -1;
    for (let b = 0; b < groups.length; b++) {
      if (b === a || !groups[b] || !mayJoin(a, b)) continue;
      if (best[a] === -1 || mean(a, b) > mean(a, best[a]!)) best[a] = b;
    }
  };
  for (let a = 0; a < groups.length; a++) search(a);
  for (;;) {
    let a = -1;
    for (let at = 0; at < groups.length; at++) {
      if (groups[at] && best[at] !== -1 && (a === -1 || mean(at, best[at]!) > mean(a, best[a]!))) a = at;
    }
    if (a === -1) break;
    const b = best[a]!;
    join(a, b);
    for (let at = 0; at < groups.length; at++) {
      if (!groups[at]) continue;
      if (at === a || best[at] === a || best[at] === b) search(at);
      else if (mayJoin(at, a) && (best[at] === -1 || mean(at, a) > mean(at, best[at]!))) best[at] = a;
    }
  }
  return groups.flatMap((group) => (group ? [group.sort((x, y) => x - y)] : []));

  function join(a: number, b: number): void {
    sums[a]![a]! += sums[b]![b]! + sums[a]![b]!;
    size[a]! += size[b]!;
    for (let at = 0; at < groups.length; at++) {
      if (at === a || at === b) continue;
      sums[a]![at]! += sums[b]![at]!;
      sums[at]![a] = sums[a]![at]!;
      apart[a]![at]! += apart[b]![at]!;
      apart[at]![a] = apart[a]![at]!;
    }
    groups[a]!.push(...groups[b]!);
    groups[b] = null;
    own[a] = ownLikeness(sums[a]![a]!, size[a]!, thresholds);
  }
}

/** The mean likeness within a group. */
function ownLikeness(sum: number, size: number, { least }: Thresholds): number {
  return (sum + ASSUMED_PAIRS * least) / ((size * (size - 1)) / 2 + ASSUMED_PAIRS);
}
