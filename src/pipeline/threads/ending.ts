import type { MessagePort, Worker } from 'node:worker_threads';

/** What a thread is sent that is to end. */
const END = 'end';

/** The number of a thread that has ended. */
const GONE = -1;

/** So long a thread has for coming to a point where it can end, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Gives a thread what it is sent, and ends it when it is sent the end: between two turns of its loop, while no native code
 * runs.
 */
export function onMessages<T>(port: MessagePort, take: (message: T) => void): void {
  port.on('message', (message: T | typeof END) => {
    if (message === END) process.exit(0);
    take(message as T);
  });
}

/**
 * Ends a thread that listens by `onMessages`. `Worker.terminate` may come while it loads native code or is in it, and what is
 * written with node-addon-api, as ONNX Runtime is, then aborts the whole process: it is left for threads that are stuck.
 */
export async function endThread(worker: Worker): Promise<void> {
  if (worker.threadId === GONE) return;
  const { promise: gone, resolve } = Promise.withResolvers<void>();
  worker.once('exit', () => resolve());
  worker.ref();
  worker.postMessage(END);
  const timer = setTimeout(() => worker.terminate(), GRACE_MS);
  await gone;
  clearTimeout(timer);
}
