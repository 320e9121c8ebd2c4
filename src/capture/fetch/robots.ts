/** What the servers' keepers ask of programs: robots.txt (RFC 9309), fetched once in a while and kept. */
import robotsModule from 'robots-parser';
import type { Outcome } from '../../model.ts';
import { phrase } from '../refused.ts';
import type { AttemptOptions, Failing, Fetched } from './attempt.ts';
import { ROBOTS_NAME } from './user-agent.ts';

/** What a robots.txt says of one address; `unknown` when it could not be had, with the attempt that shows why. */
export type Verdict =
  | { readonly allowed: boolean; readonly crawlDelayMs: number }
  | { readonly unknown: { readonly outcome: Failing; readonly reason: string } };

export interface Robots {
  verdict(url: URL): Verdict;
  /** Milliseconds since 1970: when it is to be asked for again. */
  readonly expires: number;
}

/** So much is read; RFC 9309, 2.5, wants 500 KiB at least. */
const MOST_BYTES = 512_000;
/** Longer rules are no paths of pages; they would be matched against every address. */
const LONGEST_LINE = 2_000;
/** Of rules with wildcards, so many characters are looked at: each takes a pass over the whole path. */
const MOST_WILD = 20_000;
/** RFC 9309, 2.4: kept for a day at most; for as long as its Cache-Control says within that, and not less than this. */
const LONGEST_KEPT_MS = 86_400_000;
const SHORTEST_KEPT_MS = 600_000;
/** A longer Crawl-delay is no delay but a refusal in another place. */
const LONGEST_DELAY_S = 3_600;

/** Its types call "default" what is the package itself. */
const robotsParser = robotsModule as unknown as typeof robotsModule.default;

/** How a robots.txt is asked for. */
export const FOR_ROBOTS = {
  maxBytes: MOST_BYTES,
  larger: 'cut',
  headers: { accept: 'text/plain, */*;q=0.1' },
} as const satisfies AttemptOptions;

/** Where the robots.txt of an address is (RFC 9309, 2.3). */
export const robotsOf = (url: URL): string => new URL('/robots.txt', url).href;

function keptFor({ headers }: Fetched): number {
  const age = /(?:^|[\s,])max-age=(\d{1,9})/i.exec(headers['cache-control'] ?? '')?.[1];
  if (age === undefined) return LONGEST_KEPT_MS;
  return Math.min(LONGEST_KEPT_MS, Math.max(SHORTEST_KEPT_MS, Number(age) * 1_000));
}

/** Lines that can be rules, so that no other costs time. */
function readable(body: Uint8Array): string {
  const lines = new TextDecoder().decode(body).split(/\r\n?|\n/);
  // What was cut off is half a line, which may forbid more than the whole one.
  if (body.length >= MOST_BYTES) lines.pop();
  let wild = 0;
  const kept = lines.filter((line) => {
    if (line.length > LONGEST_LINE) return false;
    if (line.includes('*') && /^\s*(?:dis)?allow\s*:/i.test(line)) wild += line.length;
    else return true;
    return wild <= MOST_WILD;
  });
  return kept.join('\n');
}

function readRules(address: string, body: Uint8Array): (url: URL) => Verdict {
  const rules = robotsParser(address, readable(body));
  const seconds = rules.getCrawlDelay(ROBOTS_NAME) ?? 0;
  const crawlDelayMs = Number.isFinite(seconds) ? Math.min(LONGEST_DELAY_S, Math.max(0, seconds)) * 1_000 : 0;
  return (url) => ({
    allowed: url.pathname === '/robots.txt' || rules.isAllowed(url.href, ROBOTS_NAME) !== false,
    crawlDelayMs,
  });
}

const FREE: Verdict = { allowed: true, crawlDelayMs: 0 };

/** What is no rules at all, or leads to none. */
const NONE: ReadonlySet<Outcome> = new Set(['empty', 'binary', 'wrong type', 'too many redirects', 'refused']);

/**
 * Whether a server has no rules: it says so (RFC 9309, 2.3.1.3: any 4xx but the one that says "not now"), gives something
 * else, or leads to where we do not ask (a private network).
 */
const hasNone = ({ status, outcome }: Fetched): boolean =>
  status !== 429 && ((status !== null && status >= 400 && status < 500) || NONE.has(outcome));

/**
 * Makes rules of the attempt to fetch a robots.txt.
 *
 * What cannot be had because the server fails forbids everything (RFC 9309, 2.3.1.4), unless rules are known from before.
 *
 * @param before what was known until now
 * @param retryAt when it is to be asked for again if it could not be had, milliseconds since 1970
 */
export function readRobots(fetched: Fetched, now: number, before: Robots | null, retryAt: number): Robots {
  const { url, body, outcome, reason, status } = fetched;
  if (body) return { verdict: readRules(url, body), expires: now + keptFor(fetched) };
  // What was not said by the server itself (its name led into a private network) may be otherwise soon.
  const expires = now + (status === null ? SHORTEST_KEPT_MS : keptFor(fetched));
  if (hasNone(fetched)) return { verdict: () => FREE, expires };
  const unknown = { outcome: outcome as Failing, reason: phrase(reason ?? outcome) };
  return { verdict: before?.verdict ?? (() => ({ unknown })), expires: retryAt };
}
