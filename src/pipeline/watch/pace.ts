/** When something is asked for again. All of it is arithmetic on times in milliseconds since 1970. */
import type { Clock } from '../../capture/index.ts';
import type { Attempt } from '../../model.ts';
import type { DueItem, DueSource, SourcePace } from '../../store/index.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Bounds on how often a source is asked. */
export interface Pace {
  readonly leastMs: number;
  readonly mostMs: number;
}

export const USUAL_PACE: Pace = { leastMs: 5 * MINUTE, mostMs: 6 * HOUR };

/** A source that brought something new is asked sooner, one that did not later. */
const SOONER = 0.6;
const LATER = 1.3;
/** At first, as a multiple of the least. */
const FIRST = 2;
/** No source is left alone for longer, whatever it asks for or however often it failed. */
const LONGEST = DAY;

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(value, most));

/** A little longer than a length of time, so that what was begun together does not stay together. */
const rather = (ms: number, random: number): number => ms * (1 + 0.2 * random);

/** The next time that is not in the hours and days that a source wants to be left alone in; a week of them is not heeded. */
function outsideQuiet(time: number, { quietHours, quietDays }: SourcePace): number {
  let at = time;
  for (let hours = 0; hours < 7 * 24; hours++) {
    const date = new Date(at);
    if (!quietHours.includes(date.getUTCHours()) && !quietDays.includes(date.getUTCDay())) return at;
    at = (Math.floor(at / HOUR) + 1) * HOUR;
  }
  return time;
}

/** When a source is asked again, and the seconds between, from which the next are decided. */
export interface NextAsking {
  readonly nextAt: number;
  readonly interval: number;
}

/**
 * When a source that was there is asked again: the more often, the more often it brings something new, between the bounds,
 * and no sooner than it says that it changes (`ttl`, `sy:updatePeriod`, `skipHours`, `skipDays`).
 *
 * @param said the source's own pace, as far as it is known
 */
export function afterAnswer(
  { interval }: Pick<DueSource, 'interval'>,
  changed: boolean,
  said: SourcePace | null,
  { leastMs, mostMs }: Pace,
  clock: Pick<Clock, 'now' | 'random'>,
): NextAsking {
  const before = interval === null ? leastMs * FIRST : interval * SECOND * (changed ? SOONER : LATER);
  const least = clamp((said?.staysFor ?? 0) * SECOND, leastMs, Math.max(leastMs, LONGEST));
  const next = clamp(before, least, Math.max(least, mostMs));
  const at = clock.now() + rather(next, clock.random());
  return { nextAt: Math.round(said ? outsideQuiet(at, said) : at), interval: Math.max(1, Math.round(next / SECOND)) };
}

/** A random part of a bound that doubles with each failure (Brooker 2015, equal jitter), and no sooner than the server says. */
function backoff(failures: number, leastMs: number, { retryAfter }: Attempt, clock: Pick<Clock, 'random'>): number {
  const bound = Math.min(LONGEST, leastMs * 2 ** Math.min(failures, 30));
  return Math.max(bound * (0.5 + 0.5 * clock.random()), (retryAfter ?? 0) * SECOND);
}

/** When a source that failed is asked again. It is never given up. */
export function afterFailure(
  { source, interval }: DueSource,
  attempt: Attempt,
  { leastMs }: Pace,
  clock: Pick<Clock, 'now' | 'random'>,
): NextAsking {
  const wait = backoff(source.failures, leastMs, attempt, clock);
  return {
    nextAt: Math.round(clock.now() + wait),
    interval: interval ?? Math.max(1, Math.round((leastMs * FIRST) / SECOND)),
  };
}

/** So long after publication an article is looked at again: most edits come soon. */
const LOOKS: readonly number[] = [10 * MINUTE, HOUR, 6 * HOUR, DAY, 3 * DAY];

/** When an article was published, as far as that is certain to the minute and not after it was first seen. */
function publishedAt({ published, firstSeen }: Pick<DueItem, 'published' | 'firstSeen'>): number {
  const seen = Date.parse(firstSeen);
  const time = published?.includes('T') ? Date.parse(published) : Number.NaN;
  return time < seen ? time : seen;
}

/** When an article is looked at again for edits; null when it is left as it is. */
export function nextLook(item: DueItem, clock: Pick<Clock, 'now' | 'random'>): number | null {
  const now = clock.now();
  const since = publishedAt(item);
  const next = LOOKS.find((after) => since + after > now);
  return next === undefined ? null : Math.round(since + next + next * 0.1 * clock.random());
}

/** A page that failed in a way that may pass is tried again so often at least, and so long after it was first seen. */
const TRIES = 8;
const TRIED_FOR = 7 * DAY;
/** A look at an article that is there is tried again so often, before the next look. */
const TRIES_OF_LOOK = 3;
/** Pages that were not there, or empty, when they were announced often are so later. */
const SECOND_CHANCES: readonly number[] = [HOUR, DAY];
const MAY_COME: ReadonlySet<string> = new Set(['not found', 'no article text', 'empty']);

/** When a page that brought no article is tried again; null: never, unless its source says that it changed. */
export function nextTry(
  item: DueItem,
  attempt: Attempt,
  passes: boolean,
  { leastMs }: Pace,
  clock: Pick<Clock, 'now' | 'random'>,
): number | null {
  const now = clock.now();
  const retry = Math.round(now + backoff(item.tries, leastMs, attempt, clock));
  if (item.hasArticle) return passes && item.tries < TRIES_OF_LOOK ? retry : nextLook(item, clock);
  if (passes) return item.tries < TRIES || now - Date.parse(item.firstSeen) < TRIED_FOR ? retry : null;
  const chance = MAY_COME.has(attempt.outcome) ? SECOND_CHANCES[item.tries] : undefined;
  return chance === undefined ? null : now + chance;
}
