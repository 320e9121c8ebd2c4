/** Watches sources: asks them what they announce, and fetches that, for as long as it is wanted. */
import {
  type Clock,
  openFeeds,
  openPolite,
  type PoliteOptions,
  type SiteRule,
  SYSTEM_CLOCK,
} from '../../capture/index.ts';
import type { RecordStore } from '../../store/index.ts';
import type { Analyzer } from '../analyzer.ts';
import { fetchItem, type ItemEvent } from './item.ts';
import { type Pace, USUAL_PACE } from './pace.ts';
import { askSource, type SourceEvent } from './source.ts';
import { isoOf, type Watching } from './tools.ts';

export type WatchEvent = SourceEvent | ItemEvent;

export interface WatchOptions extends Pick<PoliteOptions, 'allowPrivate' | 'contact' | 'maxBytes' | 'timeoutMs'> {
  /** The user's own rules for pages, as `readRules` gives them; default none. */
  readonly rules?: readonly SiteRule[];
  /** Does what is due, and ends. */
  readonly once?: boolean;
  /**
   * Each source is asked so often, and a page that failed tried again after so long; without it a source is asked as often
   * as it changes, between 5 minutes and 6 hours.
   */
  readonly intervalMs?: number;
  /** Between two requests to one host; default 2 seconds. */
  readonly delayMs?: number;
  /** How many hosts are asked at the same time; default 8. */
  readonly atOnce?: number;
  /** Ends the watching: what is in the record by then stays, what is under way is dropped and done the next time. */
  readonly signal?: AbortSignal;
  readonly clock?: Clock;
}

const USUAL_DELAY_MS = 2_000;
/** A host that wants a longer rest is left for others meanwhile. */
const PATIENCE_MS = 10_000;
/** Sources may be added meanwhile by other processes: the record is looked at so often at least. */
const LONGEST_IDLE_MS = 15_000;

/** Hosts that are being asked, and those that just were. */
class Turns {
  readonly #running = new Set<string>();
  readonly #restUntil = new Map<string, number>();

  get running(): number {
    return this.#running.size;
  }

  begin(host: string): void {
    this.#running.add(host);
  }

  end(host: string, until: number): void {
    this.#running.delete(host);
    this.#restUntil.set(host, until);
  }

  /** So many hosts are not to be asked now. */
  taken(now: number): number {
    for (const [host, until] of this.#restUntil) if (until <= now) this.#restUntil.delete(host);
    return this.#running.size + this.#restUntil.size;
  }

  isFree(host: string): boolean {
    return !this.#running.has(host) && !this.#restUntil.has(host);
  }

  /** When the first of those that rest may be asked again; infinite when none rests. */
  get firstFree(): number {
    return Math.min(Number.POSITIVE_INFINITY, ...this.#restUntil.values());
  }
}

/** The work of watching, one thing at a time for each host. */
class Watcher {
  readonly #watching: Watching;
  readonly #delayMs: number;
  readonly #atOnce: number;
  readonly #once: boolean;
  readonly #turns = new Turns();
  /** Sources that are due later than this are not asked; null for all. */
  readonly #asksUntil: string | null;
  readonly #events: WatchEvent[] = [];
  readonly #work = new Set<Promise<void>>();
  #error: { readonly thrown: unknown } | null = null;
  #wake: () => void = () => {};

  constructor(watching: Watching, delayMs: number, atOnce: number, once: boolean) {
    this.#watching = watching;
    this.#delayMs = delayMs;
    this.#atOnce = atOnce;
    this.#once = once;
    this.#asksUntil = once ? isoOf(watching.clock.now()) : null;
  }

  async *run(): AsyncGenerator<WatchEvent> {
    const { signal } = this.#watching;
    const end = (): void => this.#wake();
    signal?.addEventListener('abort', end);
    try {
      while (!signal?.aborted) {
        yield* this.#events.splice(0);
        if (this.#error) throw this.#error.thrown;
        if (signal?.aborted) return;
        const waiting = this.#fill();
        if (this.#once && !waiting && this.#turns.running === 0 && this.#events.length === 0) return;
        if (this.#events.length === 0) await this.#sleep(waiting);
      }
    } finally {
      signal?.removeEventListener('abort', end);
      // The record must not be closed while something is still to be kept.
      await Promise.allSettled(this.#work);
    }
  }

  /** Starts work for hosts that have something due. Gives whether some of them have to wait. */
  #fill(): boolean {
    const { record, clock } = this.#watching;
    const now = clock.now();
    const taken = this.#turns.taken(now);
    const hosts = record.dueHosts(isoOf(now), taken + this.#atOnce, this.#asksUntil);
    const free = hosts.filter((host) => this.#turns.isFree(host));
    for (const host of free.slice(0, Math.max(0, this.#atOnce - this.#turns.running))) this.#start(host);
    return hosts.length > 0;
  }

  #start(host: string): void {
    this.#turns.begin(host);
    const work = this.#do(host)
      .catch((thrown: unknown) => {
        if (!this.#watching.signal?.aborted) this.#error ??= { thrown };
      })
      .finally(() => {
        this.#turns.end(host, this.#watching.clock.now() + this.#delayMs);
        this.#work.delete(work);
        this.#wake();
      });
    this.#work.add(work);
  }

  async #do(host: string): Promise<void> {
    const { record, clock } = this.#watching;
    const due = record.dueAt(host, isoOf(clock.now()), this.#asksUntil);
    if (!due) return;
    const event = due.what === 'source' ? await askSource(this.#watching, due) : await fetchItem(this.#watching, due);
    if (event) this.#events.push(event);
  }

  /** Until something ends, a host may be asked again, or something becomes due. */
  async #sleep(waiting: boolean): Promise<void> {
    const { record, clock, signal } = this.#watching;
    const now = clock.now();
    const next = record.nextDue(isoOf(now));
    const dueIn = waiting || next === null ? Number.POSITIVE_INFINITY : Date.parse(next) - now;
    const isFull = this.#turns.running >= this.#atOnce;
    const freeIn = isFull ? Number.POSITIVE_INFINITY : this.#turns.firstFree - now;
    const stop = new AbortController();
    const either = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal;
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    const ms = Math.max(1, Math.min(LONGEST_IDLE_MS, dueIn, freeIn));
    await Promise.race([woken, clock.wait(ms, either).catch(() => undefined)]);
    stop.abort();
  }
}

/**
 * Watches the sources of a record: asks each as often as it brings something new, fetches what it announces, and looks at
 * that again for edits. One request at a time for each host, with a delay between them; robots.txt, Retry-After, ETag and
 * Last-Modified are heeded. All that is to be done stands in the record, and each thing that is done goes into it in one
 * transaction together with what came of it: a process that is ended at any moment loses nothing, and the next goes on.
 *
 * @yields one event for each source that was asked and each page that was fetched, once it is in the record
 * @throws when the record can no longer be written; Refused for a contact that is none
 */
export async function* watch(
  record: RecordStore,
  analyzer: Analyzer,
  options: WatchOptions = {},
): AsyncGenerator<WatchEvent> {
  const { once = false, signal, clock = SYSTEM_CLOCK, delayMs = USUAL_DELAY_MS, atOnce = 8, ...rest } = options;
  const { intervalMs, rules = [], ...fetching } = rest;
  const polite = await openPolite({ ...fetching, clock, delayMs, atOnce, patienceMs: PATIENCE_MS + delayMs });
  const pace: Pace = intervalMs === undefined ? USUAL_PACE : { leastMs: intervalMs, mostMs: intervalMs };
  const feeds = await openFeeds();
  const watching: Watching = { record, analyzer, polite, feeds, pace, rules, clock, signal };
  yield* new Watcher(watching, delayMs, atOnce, once).run();
}
