/** Asks a source what it announces. */
import { attemptOf, canonicalUrl, type Feed, type FeedItem, type Fetched, refusal } from '../../capture/index.ts';
import type { Attempt } from '../../model.ts';
import type { AnnouncedItem, DueSource, NewSource, SourceNote, WatchedSource } from '../../store/index.ts';
import { afterAnswer, afterFailure } from './pace.ts';
import { heedRest, isoOf, type Tools } from './tools.ts';

/** What came of asking a source. */
export interface SourceEvent {
  readonly what: 'source';
  readonly source: WatchedSource;
  /** Null for a page that is watched itself. */
  readonly attempt: Attempt | null;
  /** How many of the articles that it announces are new, and how many have changed. */
  readonly fresh: number;
  readonly changed: number;
  /** What was wrong with it and how it was taken, in words for people. */
  readonly problems: readonly string[];
}

const DAY = 86_400_000;
/** Of a sitemap, which may list all that an outlet ever had, what changed within this time is fetched. */
const RECENT_MS = 3 * DAY;
/** Of an index of sitemaps those are watched that changed within this time, or so many where it gives no dates. */
const RECENT_LIST_MS = 7 * DAY;
const MOST_LISTS = 10;
const MOST_UNDATED = 5;

const timeOf = ({ updated, published }: FeedItem): number => Date.parse(updated ?? published ?? '');

/** Sitemaps that an index lists, and that news may come in. */
function listsOf({ items }: Feed, source: WatchedSource, now: number): NewSource[] {
  const dated = items.filter((item) => item.url && now - timeOf(item) < RECENT_LIST_MS);
  const undated = items.filter((item) => item.url && Number.isNaN(timeOf(item)));
  const chosen = dated.length ? dated.sort((a, b) => timeOf(b) - timeOf(a)) : undated.slice(-MOST_UNDATED);
  const { site, folders, outlet } = source;
  return chosen
    .slice(0, MOST_LISTS)
    .map(({ url }) => ({ url: url!, kind: 'sitemap', title: null, site, folders, outlet }));
}

/** @param wanted which of the new ones are fetched */
function announced({ items }: Feed, wanted: (item: FeedItem) => boolean): AnnouncedItem[] {
  return items.flatMap((item) => {
    const { url, canonical, title, published, updated, originalPublisher: publisher } = item;
    return url && canonical ? [{ url, canonical, title, published, updated, publisher, wanted: wanted(item) }] : [];
  });
}

/** Whether an item of a sitemap is news: one without a date is, once the sitemap is known and did not hold it before. */
function isNews(item: FeedItem, source: WatchedSource, now: number): boolean {
  const time = timeOf(item);
  return Number.isNaN(time) ? source.okAt !== null : now - time < RECENT_MS;
}

function saidBy(feed: Feed, source: WatchedSource, now: number): NonNullable<SourceNote['said']> {
  const { kind, title, link: site, pace } = feed;
  const about = { title, site, pace };
  if (kind === 'sitemap index') return { ...about, items: [], lists: listsOf(feed, source, now) };
  const wanted = kind === 'sitemap' ? (item: FeedItem) => isNews(item, source, now) : () => true;
  return { ...about, items: announced(feed, wanted), lists: [] };
}

/** A feed that was not whole is read again the next time, whatever tells its version. */
const withoutVersion = (attempt: Attempt): Attempt => ({ ...attempt, etag: null, lastModified: null, sha256: null });

/** Reads what came as a feed; the attempt says why where it is none. */
function readAnswer({ feeds }: Tools, fetched: Fetched): { attempt: Attempt; feed: Feed | null } {
  const { body, finalUrl: url, headers } = fetched;
  if (!body) return { attempt: attemptOf(fetched, null), feed: null };
  try {
    const feed = feeds.readFeed(body, { url, contentType: headers['content-type'] ?? null });
    const attempt = attemptOf(fetched, null);
    return { attempt: feed.truncated ? withoutVersion(attempt) : attempt, feed };
  } catch (error) {
    return { attempt: attemptOf(fetched, refusal(fetched.url, error)), feed: null };
  }
}

/** Keeps what came of asking a source. */
export function noteAnswer(tools: Tools, due: DueSource, fetched: Fetched): SourceEvent {
  const { record, pace, clock } = tools;
  const { source } = due;
  const { attempt, feed } = readAnswer(tools, fetched);
  const said = feed && saidBy(feed, source, clock.now());
  const hasFailed = attempt.outcome !== 'ok' && attempt.outcome !== 'unchanged';
  const own = said?.pace ?? due.pace;
  const next = hasFailed
    ? afterFailure(due, attempt, pace, clock)
    : afterAnswer(due, attempt.outcome === 'ok', own, pace, clock);
  const note = {
    source: source.id,
    at: attempt.at,
    attempt,
    said,
    interval: next.interval,
    nextAt: isoOf(next.nextAt),
  };
  return { what: 'source', source, attempt, ...record.noteSource(note), problems: feed?.problems ?? [] };
}

/** A page that is watched itself announces itself, each time it is due, as if it had changed. */
function announcePage({ record, pace, clock }: Tools, due: DueSource): SourceEvent {
  const { source } = due;
  const now = clock.now();
  const at = isoOf(now);
  const { url, title } = source;
  const item = {
    url,
    canonical: canonicalUrl(url),
    title,
    published: null,
    updated: at,
    publisher: null,
    wanted: true,
  };
  const own = { staysFor: null, quietHours: [], quietDays: [] };
  const said = { title, site: null, pace: own, items: [item], lists: [] };
  const { interval, nextAt } = afterAnswer(due, false, null, pace, clock);
  const count = record.noteSource({ source: source.id, at, attempt: null, interval, nextAt: isoOf(nextAt), said });
  return { what: 'source', source, attempt: null, ...count, problems: [] };
}

/** Asks a source that is due. Null when its host wants to be left alone. @throws the signal's reason */
export async function askSource(tools: Tools, due: DueSource): Promise<SourceEvent | null> {
  const { polite, feeds, signal } = tools;
  if (due.source.kind === 'page') return announcePage(tools, due);
  const request = { ...feeds.FOR_FEEDS, known: due.known, ...(signal ? { signal } : {}) };
  const fetched = await polite.attempt(due.source.url, request);
  signal?.throwIfAborted();
  return heedRest(tools, fetched) ? null : noteAnswer(tools, due, fetched);
}
