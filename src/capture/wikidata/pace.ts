/** When requests are made: one at a time, so many a second, and again after a while where a server is busy. */

import type { Clock } from '../clock.ts';

/** What one try came to: an answer, or why to try again, and how long the server wants to be left alone at least. */
export type Try<T> = { readonly answer: T } | { readonly busy: string; readonly afterMs: number | null };

export interface PaceOptions {
  /** At most this many requests a second. */
  readonly perSecond: number;
  /** So often a request is tried in all. */
  readonly tries: number;
  readonly clock: Clock;
}

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 60_000;
/** A server that asks to be left alone for longer is; a person decides when to come back. */
const LONGEST_PATIENCE_MS = 120_000;

/** Thrown when a server stays busy. The message is a sentence without capital and full stop. */
export class StillBusy extends Error {}

/**
 * Lets requests through one after another, whoever asks. A busy server is asked again after waits that double, with
 * jitter so that many clients do not come back at once (Brooker 2015, "Exponential Backoff and Jitter": equal jitter),
 * and never sooner than it asks for. Meanwhile the other requests wait too.
 */
export class Pace {
  readonly #options: PaceOptions;
  #last: Promise<unknown> = Promise.resolve();
  #next = 0;

  constructor(options: PaceOptions) {
    this.#options = options;
  }

  /** @throws StillBusy; whatever `attempt` throws, which ends the trying */
  run<T>(attempt: () => Promise<Try<T>>): Promise<T> {
    const turn = this.#last.then(() => this.#untilAnswered(attempt));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #untilAnswered<T>(attempt: () => Promise<Try<T>>): Promise<T> {
    const { tries } = this.#options;
    for (let tried = 1; ; tried++) {
      await this.#untilDue();
      const result = await attempt();
      if ('answer' in result) return result.answer;
      const least = result.afterMs ?? 0;
      if (least > LONGEST_PATIENCE_MS)
        throw new StillBusy(`${result.busy} and asks to be left alone for ${Math.ceil(least / 1000)} seconds`);
      if (tried >= tries) throw new StillBusy(`${result.busy} (it was asked ${tries} times)`);
      await this.#options.clock.wait(this.#waitAfter(tried, least));
    }
  }

  async #untilDue(): Promise<void> {
    const { clock, perSecond } = this.#options;
    const interval = Math.ceil(1_000 / perSecond);
    // No longer than that, though the clock may have been set back.
    const early = Math.min(interval, this.#next - clock.now());
    if (early > 0) await clock.wait(early);
    this.#next = clock.now() + interval;
  }

  #waitAfter(tried: number, leastMs: number): number {
    const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1));
    const jittered = most / 2 + (most / 2) * this.#options.clock.random();
    return Math.ceil(leastMs + jittered);
  }
}
