export interface Measured {
  /** Seconds by the clock. */
  readonly seconds: number;
  /** Seconds that all threads of the process were at work together. */
  readonly processor: number;
}

/** Runs something once and says how long it took. */
export async function measure(work: () => unknown): Promise<Measured> {
  const processor = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(processor);
  return { seconds, processor: (user + system) / 1e6 };
}

/**
 * Measures two ways of working, by turns, so that what disturbs the machine disturbs both. Each runs once unmeasured, so
 * that its code is compiled; then its best run counts: the others were disturbed.
 *
 * @param by what makes a run the best
 */
export async function compare(
  ways: readonly [() => unknown, () => unknown],
  rounds: number,
  by: keyof Measured,
): Promise<[Measured, Measured]> {
  const [first, second] = ways;
  await first();
  await second();
  let best: [Measured, Measured] | null = null;
  for (let round = 0; round < rounds; round++) {
    const runs: [Measured, Measured] = [await measure(first), await measure(second)];
    best = best ? [runs[0][by] < best[0][by] ? runs[0] : best[0], runs[1][by] < best[1][by] ? runs[1] : best[1]] : runs;
  }
  if (!best) throw new RangeError('Nothing was measured: there must be one round at least.');
  return best;
}
