import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import {
  type Analyzer,
  createAnalyzer,
  openRecord,
  type WatchEvent,
  type WatchOptions,
  watch,
} from '../../src/pipeline/index.ts';
import type { RecordStore, SourceKind } from '../../src/store/index.ts';
import { temporaryFolder } from '../cli/onrecord.ts';
import { giving, rssOf, type Site, startSite } from './site.ts';

export const BEGIN = Date.parse('2031-05-04T10:00:00Z');
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

let opened: Promise<Analyzer> | undefined;
/** One for all tests of a file. */
export const theAnalyzer = (): Promise<Analyzer> => {
  opened ??= createAnalyzer();
  return opened;
};

/** A record that is watched at times that a test chooses. */
export class Watched {
  readonly path: string;
  readonly record: RecordStore;

  constructor(test: TestContext) {
    this.path = join(temporaryFolder(test), 'r.db');
    this.record = openRecord(this.path);
    test.after(() => this.record.close());
  }

  add(url: string, kind: SourceKind = 'feed', outlet = 'Ardal Herald'): void {
    const source = { url, kind, title: null, site: null, folders: [], outlet };
    this.record.addSource(source, new Date(BEGIN).toISOString());
  }

  /** Does what is due so long after the beginning, in a process of its own as far as memory goes. */
  async at(ms: number, options: WatchOptions = {}): Promise<WatchEvent[]> {
    // Time stands still, and whoever waits lets others go on.
    const clock = { now: () => BEGIN + ms, wait: () => wait(2), random: () => 0 };
    const events: WatchEvent[] = [];
    const usual = { once: true, allowPrivate: true, delayMs: 0, clock };
    for await (const event of watch(this.record, await theAnalyzer(), { ...usual, ...options })) events.push(event);
    return events;
  }

  outcomes(): string[] {
    return this.record
      .attempts({ limit: 500 })
      .items.map(({ part, outcome }) => `${part} ${outcome}`)
      .reverse();
  }
}

/** A site with a feed of these entries, and a record that watches it. */
export async function siteWith(
  test: TestContext,
  entries: Parameters<typeof rssOf>[0] | ((site: Site) => Parameters<typeof rssOf>[0]),
) {
  const site = await startSite(test);
  const listed = typeof entries === 'function' ? entries(site) : entries;
  site.answers.set(
    '/feed.xml',
    giving('application/rss+xml', () => rssOf(listed)),
  );
  const watched = new Watched(test);
  watched.add(`${site.origin}/feed.xml`);
  return { site, watched };
}

/** What was asked of one path. */
export const of = (path: string, asked: readonly string[]): string[] =>
  asked.filter((one) => one.startsWith(`${path} `));
