/** Something that is awaited, and whether it is there yet. */
interface Awaited<T> {
  readonly promise: Promise<T>;
  settled: boolean;
}

/**
 * Works on the items of a stream, several at a time, and gives the results in the order of the items, each as soon as
 * it and all before it are there, even while the stream makes the next item wait. Takes an item from the stream only
 * when fewer than `atOnce` are being worked on or wait to be given, so memory stays flat however long the stream is.
 *
 * @param work gives the result of one item
 * @param signal ends the stream at once; items whose results were not given yet are dropped
 * @throws what the stream or the work throws, in the place of the item
 */
export async function* inOrder<T, R>(
  source: AsyncIterable<T>,
  work: (item: T) => Promise<R>,
  atOnce: number,
  signal?: AbortSignal,
): AsyncGenerator<R> {
  const iterator = source[Symbol.asyncIterator]();
  let wake = (): void => {};
  // Every promise wakes the loop once. A race each time around would add to the aborted promise for as long as it lasts.
  const awaiting = <V>(promise: Promise<V>): Awaited<V> => {
    const awaited = { promise, settled: false };
    const settle = (): void => {
      awaited.settled = true;
      wake();
    };
    promise.then(settle, settle);
    return awaited;
  };
  const end = (): void => wake();
  signal?.addEventListener('abort', end);
  const results: Awaited<R>[] = [];
  let next: Awaited<IteratorResult<T, unknown>> | null = null;
  let ended = false;
  try {
    while (!signal?.aborted && !(ended && results.length === 0)) {
      if (!ended && !next && results.length < atOnce) next = awaiting(iterator.next());
      if (next?.settled) {
        const item: IteratorResult<T, unknown> = await next.promise;
        next = null;
        if (item.done) ended = true;
        else results.push(awaiting(work(item.value)));
      } else if (results[0]?.settled) {
        yield await results.shift()!.promise;
      } else {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    }
  } finally {
    signal?.removeEventListener('abort', end);
    // Not awaited: a source that hangs on the network would keep an aborted command waiting.
    iterator.return?.()?.catch(() => {});
  }
}
