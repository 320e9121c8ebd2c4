import { setTimeout as wait } from 'node:timers/promises';

/** When a batch is full, or closed before it is. */
export interface BatchLimits {
  /** At most this many items. */
  readonly items: number;
  /** No further item once the batch weighs this much. */
  readonly weight: number;
  /** A batch that is not empty closes when the next item takes longer than this. */
  readonly pauseMs: number;
}

/** Whether the promise settles within the time. */
async function settlesWithin(promise: Promise<unknown>, ms: number): Promise<boolean> {
  const timer = new AbortController();
  const late = wait(ms, false, { signal: timer.signal }).catch(() => false);
  const settled = promise.then(
    () => true,
    () => true,
  );
  const first = await Promise.race([settled, late]);
  timer.abort();
  return first;
}

const ENDED: IteratorReturnResult<undefined> = { done: true, value: undefined };

/** The next item of a source, or its end as soon as the signal is aborted. Leaves no listener behind. */
function nextUnlessAborted<T>(source: AsyncIterator<T>, signal?: AbortSignal): Promise<IteratorResult<T, unknown>> {
  if (!signal) return source.next();
  return new Promise((resolve, reject) => {
    const end = () => resolve(ENDED);
    signal.addEventListener('abort', end, { once: true });
    source
      .next()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', end));
  });
}

/**
 * Groups a stream into batches, in order. Holds one batch at a time, so memory stays flat however long the stream is; a
 * stream that pauses (a slow page, a pipe that waits) gives what it has so far.
 *
 * @param weigh the weight of one item, in the unit of `limits.weight`.
 * @param signal ends the stream at once, even while it waits for its next item; items not yet given are dropped.
 */
export async function* inBatches<T>(
  source: AsyncIterable<T>,
  weigh: (item: T) => number,
  limits: BatchLimits,
  signal?: AbortSignal,
): AsyncGenerator<T[]> {
  const iterator = source[Symbol.asyncIterator]();
  let batch: T[] = [];
  let weight = 0;
  try {
    while (!signal?.aborted) {
      const next = nextUnlessAborted(iterator, signal);
      if (batch.length > 0 && !(await settlesWithin(next, limits.pauseMs))) {
        yield batch;
        batch = [];
        weight = 0;
      }
      const item = await next;
      if (item.done) break;
      batch.push(item.value);
      weight += weigh(item.value);
      if (batch.length >= limits.items || weight >= limits.weight) {
        yield batch;
        batch = [];
        weight = 0;
      }
    }
    if (batch.length > 0 && !signal?.aborted) yield batch;
  } finally {
    // Not awaited: a source that hangs on the network would keep an aborted command waiting.
    iterator.return?.()?.catch(() => {});
  }
}
