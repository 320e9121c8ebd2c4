/** Many addresses asked over a long time, as servers' keepers want it. */
import type { Attempt } from '../../model.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import { phrase, Refused, sentence } from '../refused.ts';
import { type AttemptOptions, attempt, type Failing, type Fetched } from './attempt.ts';
import { Host, Slots } from './hosts.ts';
import { FOR_PAGES } from './page.ts';
import { mayPass } from './passing.ts';
import { FOR_ROBOTS, type Robots, readRobots, robotsOf, type Verdict } from './robots.ts';
import { userAgent } from './user-agent.ts';

type Base = Omit<AttemptOptions, 'known' | 'signal' | 'types' | 'approve' | 'clock'>;

export interface PoliteOptions extends Base {
  /** Between the end of one request to a host and the beginning of the next; default 2 seconds. A longer Crawl-delay counts. */
  readonly delayMs?: number;
  /** How many hosts are asked at the same time; default 8. */
  readonly atOnce?: number;
  /** Whoever has to wait longer for a host is told so instead; default 2 minutes. */
  readonly patienceMs?: number;
  readonly clock?: Clock;
}

/** One request among others. */
export type PoliteRequest = Pick<AttemptOptions, 'known' | 'signal' | 'types' | 'headers'>;

/** Hosts whose time has come and rules that have expired are forgotten beyond so many. */
const MOST_HOSTS = 2_000;
const MOST_ROBOTS = 500;

/** An attempt that was not made, and why. */
function notMade(url: string, now: number, told: Pick<Attempt, 'outcome' | 'reason'> & Partial<Attempt>): Fetched {
  return {
    url,
    finalUrl: url,
    redirects: [],
    at: new Date(now).toISOString(),
    durationMs: 0,
    status: null,
    bytes: 0,
    etag: null,
    lastModified: null,
    retryAfter: null,
    sha256: null,
    body: null,
    headers: {},
    type: null,
    ...told,
  };
}

const DISALLOWED = 'the robots.txt of its server asks programs not to read it';

/**
 * Asks addresses so that no server is burdened: one request at a time for each host, with a delay between them; not what a
 * robots.txt asks to leave alone (RFC 9309), also where a redirect leads there; not before the time that a busy server
 * names; and after failures ever more rarely. Each call makes one attempt and gives its record; whoever wants to try again
 * asks again (or uses `tries`), and is made to wait as long as the host needs.
 */
export class Polite {
  readonly #options: Base;
  readonly #clock: Clock;
  readonly #delayMs: number;
  readonly #patienceMs: number;
  readonly #slots: Slots;
  readonly #hosts = new Map<string, Host>();
  readonly #robots = new Map<string, Robots>();

  /** @throws Refused 'refused' for a contact that is neither an e-mail address nor a web page */
  constructor({
    clock = SYSTEM_CLOCK,
    delayMs = 2_000,
    atOnce = 8,
    patienceMs = 120_000,
    ...options
  }: PoliteOptions = {}) {
    userAgent(options.contact);
    this.#options = options;
    this.#clock = clock;
    this.#delayMs = delayMs;
    this.#patienceMs = patienceMs;
    this.#slots = new Slots(atOnce);
  }

  /**
   * Makes one attempt when its host's turn has come, after reading the robots.txt where it is not known. Its outcome is `robots` when the server's rules forbid it, and
   * `refused` without a status when the host wants to be left alone for longer than the patience lasts.
   *
   * @throws the reason of the request's signal when that ends it
   */
  async attempt(address: string, request: PoliteRequest = {}): Promise<Fetched> {
    request.signal?.throwIfAborted();
    // What is no address of a server needs no turn to be refused.
    const url = URL.canParse(address) ? new URL(address) : null;
    if (!url || !/^https?:$/.test(url.protocol)) return this.#now(address, request);
    const host = this.#host(url);
    return host.inTurn(async () => {
      request.signal?.throwIfAborted();
      const early = this.#tooEarly(address, host);
      if (early) return early;
      const { verdict } = await this.#robotsFor(url, (robots) =>
        this.#ask(robots, host, 0, { ...FOR_ROBOTS, ...only(request.signal) }),
      );
      const said = verdict(url);
      const refused = refusalOf(said);
      if (refused) return notMade(address, this.#clock.now(), { ...refused, reason: sentence(refused.reason) });
      const options = { ...FOR_PAGES, ...request, approve: (to: URL) => this.#approve(to, request.signal) };
      return this.#tooEarly(address, host) ?? this.#ask(address, host, delayOf(said), options);
    });
  }

  /**
   * Makes attempts until one has an outcome that lasts, `most` at most, and gives each.
   *
   * @throws the reason of the request's signal when that ends it
   */
  async *tries(address: string, most: number, request: PoliteRequest = {}): AsyncGenerator<Fetched> {
    for (let tried = 1; tried <= most; tried++) {
      const made = await this.attempt(address, request);
      yield made;
      if (!mayPass(made)) return;
    }
  }

  #host(url: URL): Host {
    const known = this.#hosts.get(url.host);
    if (known) return known;
    if (this.#hosts.size >= MOST_HOSTS) {
      for (const [name, host] of this.#hosts)
        if (host.idle && host.dueAt <= this.#clock.now()) this.#hosts.delete(name);
    }
    const host = new Host();
    this.#hosts.set(url.host, host);
    return host;
  }

  /** The record of an attempt that is not made, where the host's time is too far away. */
  #tooEarly(address: string, host: Host): Fetched | null {
    const now = this.#clock.now();
    const wait = host.dueAt - now;
    if (wait <= this.#patienceMs) return null;
    const due = new Date(host.dueAt).toISOString();
    const reason = `It was not asked for: its server is busy or failing, and is left alone until ${due}.`;
    return notMade(address, now, { outcome: 'refused', reason, retryAfter: Math.ceil(wait / 1_000) });
  }

  #now(address: string, options: AttemptOptions): Promise<Fetched> {
    return attempt(address, { ...this.#options, ...options, clock: this.#clock });
  }

  /** One request to a host whose turn it is, when it is due. */
  async #ask(address: string, host: Host, crawlDelayMs: number, options: AttemptOptions): Promise<Fetched> {
    const wait = host.dueAt - this.#clock.now();
    if (wait > 0) await this.#wait(wait, options.signal);
    const made = await this.#slots.run(() => this.#now(address, options));
    this.#note(made, host, Math.max(this.#delayMs, crawlDelayMs));
    return made;
  }

  async #wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#clock.wait(ms, signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw error;
    }
  }

  /** Takes note of an attempt: how it went is to the account of the host to which it was redirected. */
  #note(made: Fetched, asked: Host, delayMs: number): void {
    const answered = made.redirects.length ? this.#host(new URL(made.finalUrl)) : asked;
    answered.note(made, delayMs, this.#clock);
    asked.rest(delayMs, this.#clock);
  }

  /** The rules of an address's server, fetched when they are not known or no longer count. */
  async #robotsFor(url: URL, ask: (robots: string) => Promise<Fetched>): Promise<Robots> {
    const address = robotsOf(url);
    const before = this.#robots.get(address) ?? null;
    if (before && before.expires > this.#clock.now()) return before;
    const fetched = await ask(address);
    const robots = readRobots(fetched, this.#clock.now(), before, this.#host(url).dueAt);
    this.#robots.delete(address);
    this.#robots.set(address, robots);
    if (this.#robots.size > MOST_ROBOTS) this.#robots.delete(this.#robots.keys().next().value!);
    return robots;
  }

  /**
   * Judges where a redirect leads, by the rules of the server there. That host's turn is not waited for, since it may at
   * that moment wait for this one's; that it was asked counts for its next.
   *
   * @throws Refused for what is not to be asked
   */
  async #approve(url: URL, signal: AbortSignal | undefined): Promise<void> {
    const host = this.#host(url);
    const early = this.#tooEarly(url.href, host);
    if (early) throw new Refused('refused', phrase(early.reason!));
    const note = async (robots: string): Promise<Fetched> => {
      const made = await this.#now(robots, { ...FOR_ROBOTS, ...only(signal) });
      this.#note(made, host, this.#delayMs);
      return made;
    };
    const said = (await this.#robotsFor(url, note)).verdict(url);
    const refused = refusalOf(said);
    if (refused) throw new Refused(refused.outcome, refused.reason);
    host.rest(Math.max(this.#delayMs, delayOf(said)), this.#clock);
  }
}

const only = (signal: AbortSignal | undefined): Pick<AttemptOptions, 'signal'> => (signal ? { signal } : {});

const delayOf = (verdict: Verdict): number => ('unknown' in verdict ? 0 : verdict.crawlDelayMs);

/** Why an address is not to be asked, or null. */
function refusalOf(verdict: Verdict): { outcome: Failing; reason: string } | null {
  if (!('unknown' in verdict)) return verdict.allowed ? null : { outcome: 'robots', reason: DISALLOWED };
  const { outcome, reason } = verdict.unknown;
  return {
    outcome,
    reason: `the robots.txt of its server could not be had, and until then nothing else of it is asked for: ${reason}`,
  };
}
