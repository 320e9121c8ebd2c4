/** When a host may be asked again. */
import type { Attempt } from '../../model.ts';
import type { Clock } from '../clock.ts';
import { mayPass } from './passing.ts';

const FIRST_BACKOFF_MS = 2_000;
const LONGEST_BACKOFF_MS = 3_600_000;

const backoffAfter = (failures: number): number => Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** (failures - 1));

/**
 * One host: its turn, so that one request is made at a time, and the time before which no other is made.
 *
 * After each failure in a row the host is left alone for a random time between nothing and a bound that doubles (Brooker
 * 2015, "Exponential Backoff and Jitter": full jitter), never shorter than the usual delay or than it asks for itself.
 */
export class Host {
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;
  #failures = 0;
  #dueAt = 0;

  /** When it may be asked again: milliseconds since 1970. */
  get dueAt(): number {
    return this.#dueAt;
  }

  /** Whether nothing is asked of the host, nor waits to be. */
  get idle(): boolean {
    return this.#waiting === 0;
  }

  /** Runs one piece of work after another, in the order in which they came. */
  inTurn<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting++;
    const turn = this.#last.then(work).finally(() => this.#waiting--);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Takes note of how a request went, and when the next may be made. */
  note(attempt: Attempt, delayMs: number, clock: Clock): void {
    this.#failures = mayPass(attempt) ? this.#failures + 1 : 0;
    const backoff = this.#failures === 0 ? 0 : backoffAfter(this.#failures) * clock.random();
    this.rest(Math.max(delayMs, backoff, (attempt.retryAfter ?? 0) * 1_000), clock);
  }

  /** Leaves it alone for so long from now, if it is not already for longer. */
  rest(ms: number, clock: Clock): void {
    this.#dueAt = Math.max(this.#dueAt, clock.now() + Math.ceil(ms));
  }
}

/** So many at once, whoever they are. */
export class Slots {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#free = count;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free--;
    else await new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }
}
