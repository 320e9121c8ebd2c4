import { constants } from 'node:os';
import { note } from './output.ts';

/**
 * Runs work that SIGINT or SIGTERM ends early, the first of them through the signal it is given and the second at once.
 * Gives null, or when it was interrupted the exit status for that: 128 and the signal's number, as shells have it.
 *
 * @param message said when it is interrupted.
 */
export async function interruptible(
  message: string,
  work: (signal: AbortSignal) => Promise<void>,
): Promise<number | null> {
  const stop = new AbortController();
  let status: number | null = null;
  const interrupt = (signal: NodeJS.Signals): void => {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
    status = 128 + constants.signals[signal];
    note(message);
    stop.abort();
  };
  process.on('SIGINT', interrupt).on('SIGTERM', interrupt);
  try {
    await work(stop.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
  return status;
}
