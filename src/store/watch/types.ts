import type { AnalyzedArticle, Attempt, Capture, Outcome, Refusal } from '../../model.ts';
import type { Page, Paging } from '../paging.ts';
import type { KeepOptions } from '../revisions/types.ts';

/** What a source is: a feed; a sitemap, or an index of sitemaps; a page that is watched itself. */
export type SourceKind = 'feed' | 'sitemap' | 'page';

/**
 * How it stands with an item: not fetched yet, or to be tried again; an article came of it; none did; or it was there before
 * its sitemap was watched, and is not fetched.
 */
export type ItemState = 'waiting' | 'whole' | 'failed' | 'passed over';

/** Of an outlet: the lists that announce its articles, or the articles' pages. */
export type Part = 'list' | 'page';

/** A source of articles as it is added. */
export interface NewSource {
  /** Absolute http or https address. */
  readonly url: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  /** The site that it belongs to, absolute. */
  readonly site: string | null;
  /** The names of the folders it lies in, from the outside in. */
  readonly folders: readonly string[];
  /** Whose articles it announces. */
  readonly outlet: string;
}

/** A source that is watched, or was. */
export interface WatchedSource extends NewSource {
  readonly id: number;
  /** The id of the index of sitemaps that lists it; null for what the user named. */
  readonly foundIn: number | null;
  /** All times are ISO 8601 dates and times, UTC. */
  readonly addedAt: string;
  readonly removedAt: string | null;
  readonly askedAt: string | null;
  readonly nextAt: string | null;
  /** When it was last there, changed or not. */
  readonly okAt: string | null;
  /** How often it failed in a row, */
  readonly failures: number;
  /** since when, */
  readonly failingSince: string | null;
  /** and why it did the last time, in words for people. */
  readonly reason: string | null;
  /** How many articles it announced. */
  readonly announced: number;
}

/** What an earlier attempt found: only what differs from it is read. */
export type KnownVersion = Pick<Attempt, 'etag' | 'lastModified' | 'sha256'> & { readonly finalUrl?: string };

/** How often a source asks to be looked at. */
export interface SourcePace {
  /** Seconds for which it says that it stays as it is; null when it does not say. */
  readonly staysFor: number | null;
  /** Hours (GMT, 0 to 23) and days of the week (0 is Sunday) in which it asks to be left alone. */
  readonly quietHours: readonly number[];
  readonly quietDays: readonly number[];
}

/** A source that is to be asked. */
export interface DueSource {
  readonly what: 'source';
  readonly source: WatchedSource;
  readonly known: KnownVersion;
  /** Seconds from one asking to the next, as last decided; null before the first. */
  readonly interval: number | null;
  /** As it last said. */
  readonly pace: SourcePace | null;
}

/** An item that is to be fetched, or looked at again. */
export interface DueItem {
  readonly what: 'item';
  readonly id: number;
  /** The address to ask, without what only tells where a reader came from. */
  readonly url: string;
  readonly outlet: string;
  readonly state: ItemState;
  readonly firstSeen: string;
  readonly published: string | null;
  /** The latest that a source said. */
  readonly updated: string | null;
  readonly known: KnownVersion;
  /** Failures in a row. */
  readonly tries: number;
  /** Whether an article came of it. */
  readonly hasArticle: boolean;
  /** Who had it first, as its source says (RSS: source). */
  readonly publisher: AnnouncedItem['publisher'];
}

export type Due = DueSource | DueItem;

/** An article as a source announces it. */
export interface AnnouncedItem {
  readonly url: string;
  /** Without what only tells where a reader came from. */
  readonly canonical: string;
  readonly title: string | null;
  readonly published: string | null;
  readonly updated: string | null;
  readonly publisher: { readonly name: string | null; readonly url: string | null } | null;
  /** Whether it is to be fetched when it is new; otherwise it is passed over. */
  readonly wanted: boolean;
}

/** What came of asking a source. */
export interface SourceNote {
  readonly source: number;
  readonly at: string;
  /** Null for a page that is watched itself: it announces itself, and is fetched as an item. */
  readonly attempt: Attempt | null;
  readonly nextAt: string;
  readonly interval: number;
  /** What the source says now; null where it is unchanged or could not be had. */
  readonly said: {
    readonly title: string | null;
    readonly site: string | null;
    readonly pace: SourcePace;
    readonly items: readonly AnnouncedItem[];
    /** The sitemaps that an index of them lists. */
    readonly lists: readonly NewSource[];
  } | null;
}

/** What came of fetching an article's page. */
export interface PageNote {
  /** The item that was due; null for an address that was given by hand. */
  readonly item: number | null;
  readonly canonical: string;
  readonly attempt: Attempt;
  /** What the item's `updated` was when it was due. */
  readonly updated: string | null;
  readonly capture: Capture | null;
  /** Null where the record holds the article already. */
  readonly analyzed: AnalyzedArticle | null;
  /** Canonical form of what the page calls its own address. */
  readonly address: string | null;
  readonly state: ItemState;
  /** When it is to be looked at again; null: never. */
  readonly nextAt: string | null;
  /** Why the article that came could not be analysed or kept; null where it could, or where none came. */
  readonly refusal: Refusal | null;
}

/** What became of an article: `null` where there is none. */
export type Noted = 'added' | 'revised' | 'unchanged' | null;

/** An attempt as the record keeps it. */
export interface RecordedAttempt extends Attempt {
  readonly outlet: string;
  readonly part: Part;
  /** The key of the article that came of it. */
  readonly article: string | null;
}

/** How it stands with the lists or the pages of an outlet. */
export interface PartHealth {
  readonly part: Part;
  /** How many attempts came to each outcome, the most frequent first. */
  readonly outcomes: readonly { readonly outcome: Outcome; readonly attempts: number }[];
  /** The last that succeeded. */
  readonly okAt: string | null;
  /** What failed since: null when nothing did. */
  readonly failing: {
    readonly since: string;
    readonly attempts: number;
    readonly outcome: Outcome;
    /** The last failure, in words for people. */
    readonly reason: string;
    readonly url: string;
  } | null;
}

/** How much of an outlet comes in. */
export interface OutletHealth {
  readonly outlet: string;
  /** How many attempts were made in all. */
  readonly attempts: number;
  /** How many of its articles were tried, */
  readonly tried: number;
  /** and how many of these came in whole. */
  readonly whole: number;
  readonly parts: readonly PartHealth[];
}

/** How an article was announced. */
export interface Announcement {
  readonly outlet: string;
  readonly source: string;
  readonly seenAt: string;
  /** Who had it first, as the source says. */
  readonly publisher: { readonly name: string | null; readonly url: string | null } | null;
}

/** The part of the record that watching is about. Each method that writes is one transaction. */
export interface WatchStore {
  /** Adds a source, or takes back one that was removed. @param at ISO 8601 date and time, UTC; it is due then */
  addSource(source: NewSource, at: string): { readonly outcome: 'added' | 'unchanged'; readonly source: WatchedSource };
  /**
   * Ends the watching of a source (by address or id), of the sitemaps that it lists, and of what no other source announces.
   * What came in stays. Null when there is none.
   */
  removeSource(urlOrId: string, at: string): WatchedSource | null;
  /** What is watched, in the order in which it was added; with `removed` also what was. */
  sources(options?: { readonly removed?: boolean }): WatchedSource[];
  /** How much of each outlet comes in, by name. */
  health(): OutletHealth[];
  /** Attempts, the latest first. `failed`: only those that brought nothing. */
  attempts(
    query?: Paging & { readonly outlet?: string | undefined; readonly failed?: boolean | undefined },
  ): Page<RecordedAttempt>;
  /** How an article (by key) was announced; empty when no source did. */
  announcements(key: string): Announcement[];
  /**
   * Hosts of which something is due, the one that is longest due first; none that is left alone.
   *
   * @param sourcesUntil sources that are due later than this do not count; null: all that are due now
   */
  dueHosts(now: string, limit: number, sourcesUntil?: string | null): string[];
  /** What is due at a host: its sources, then its items, the longest due first. */
  dueAt(host: string, now: string, sourcesUntil?: string | null): Due | null;
  /** When the next is due; null when nothing ever is. */
  nextDue(now: string): string | null;
  /** Leaves a host alone until then. */
  restHost(host: string, until: string, now: string): void;
  /** Keeps what came of asking a source: the attempt, and what it announces. Gives how much of that is new or has changed. */
  noteSource(note: SourceNote): { readonly fresh: number; readonly changed: number };
  /** Keeps what came of fetching a page: the attempt, the article with all that was found in it, and how to go on. */
  notePage(note: PageNote, keep?: KeepOptions): Noted;
}
