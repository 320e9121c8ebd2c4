/** Sources: found on a page, added to what is watched, and lists of them. */
import {
  type Feeds,
  type Fetched,
  openFeeds,
  openPolite,
  type PoliteOptions,
  Refused,
  refusal,
  SYSTEM_CLOCK,
} from '../../capture/index.ts';
import type { Refusal } from '../../model.ts';
import type { DueSource, NewSource, RecordStore, SourceKind, WatchedSource } from '../../store/index.ts';
import { USUAL_PACE } from './pace.ts';
import { noteAnswer } from './source.ts';
import type { Tools } from './tools.ts';

/** What became of an address that was to be watched. */
export type SourceAdded =
  | {
      readonly outcome: 'added' | 'unchanged';
      readonly source: WatchedSource;
      /** Other feeds that the page offers. */
      readonly others: readonly string[];
      /** How many articles it announces now; null when it was not asked. */
      readonly fresh: number | null;
    }
  | { readonly outcome: 'refused'; readonly refusal: Refusal };

export interface AddSourceOptions extends Pick<PoliteOptions, 'allowPrivate' | 'contact' | 'delayMs'> {
  /** Whose articles it announces; told by its title, or its host, when left out. */
  readonly outlet?: string | undefined;
  readonly folders?: readonly string[] | undefined;
  /** What it is: then it is not asked first. */
  readonly kind?: SourceKind | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A source that was found, with the answer that it gave. */
interface Found {
  readonly url: string;
  readonly kind: SourceKind;
  readonly title: string | null;
  readonly site: string | null;
  readonly fetched: Fetched;
  readonly others: readonly string[];
}

const hostOf = (url: string): string => new URL(url).host.replace(/^www\./, '');

/** A title without what the feed is about: "The Courier - World". */
const nameIn = (title: string): string => title.split(/\s+[-–—|:»·]\s+/)[0]!.trim();

/** What an outlet is called: as another source of its site is, else by its title, else by its host. */
function outletOf(record: RecordStore, url: string, title: string | null, site: string | null): string {
  const host = hostOf(site ?? url);
  const known = record.sources().find((source) => hostOf(source.site ?? source.url) === host);
  return known?.outlet ?? (title === null ? host : nameIn(title) || host);
}

class Finder {
  readonly #tools: Tools;

  constructor(tools: Tools) {
    this.#tools = tools;
  }

  async #ask(url: string): Promise<Fetched> {
    const { polite, feeds, signal } = this.#tools;
    const fetched = await polite.attempt(url, { ...feeds.FOR_FEEDS, ...(signal ? { signal } : {}) });
    signal?.throwIfAborted();
    return fetched;
  }

  /** @throws Refused with the outcome, where that is not `ok` */
  async #body(url: string): Promise<{ fetched: Fetched; body: Uint8Array }> {
    const fetched = await this.#ask(url);
    const { body, outcome, reason } = fetched;
    if (!body) throw new Refused(outcome as Refused['code'], reason ?? outcome);
    return { fetched, body };
  }

  #feedIn(fetched: Fetched, body: Uint8Array): Found {
    const { finalUrl: url, headers } = fetched;
    const {
      kind,
      title,
      link: site,
    } = this.#tools.feeds.readFeed(body, {
      url,
      contentType: headers['content-type'] ?? null,
    });
    return { url, kind: /sitemap/.test(kind) ? 'sitemap' : 'feed', title, site, fetched, others: [] };
  }

  /** A feed or a sitemap at this very address, one that its page offers, or one that its server's robots.txt names. */
  async find(url: string): Promise<Found> {
    const { fetched, body } = await this.#body(url);
    let why: unknown;
    try {
      return this.#feedIn(fetched, body);
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'wrong type') throw error;
      why = error;
    }
    const named = await this.#named(fetched, body);
    for (const [n, feed] of named.entries()) {
      try {
        const answer = await this.#body(feed);
        const others = named.filter((_, at) => at !== n);
        const found = this.#feedIn(answer.fetched, answer.body);
        return { ...found, site: found.site ?? fetched.finalUrl, others };
      } catch (error) {
        if (!(error instanceof Refused)) throw error;
      }
    }
    throw why;
  }

  async #named({ finalUrl: page }: Fetched, body: Uint8Array): Promise<string[]> {
    const { feeds } = this.#tools;
    const offered = feeds.discoverFeeds(new TextDecoder().decode(body), page).map(({ url }) => url);
    if (offered.length) return offered.slice(0, MOST_TRIED);
    const robots = new URL('/robots.txt', page).href;
    const { body: rules } = await this.#ask(robots);
    if (!rules) return [];
    const sitemaps = feeds.discoverSitemaps(new TextDecoder().decode(rules), robots);
    return sitemaps.map(({ url }) => url).slice(0, MOST_TRIED);
  }
}

/** Of what a page names so many are tried until one is a feed. */
const MOST_TRIED = 20;

/** @throws Refused for what is no http or https address */
function addressOf(given: string): string {
  const written = /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : `https://${given}`;
  const url = URL.canParse(written) ? new URL(written) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new Refused('refused', 'it is no http or https address');
  url.hash = '';
  return url.href;
}

async function addOne(tools: Tools, address: string, options: AddSourceOptions): Promise<SourceAdded> {
  const { record, clock } = tools;
  const at = (): string => new Date(clock.now()).toISOString();
  const add = (url: string, kind: SourceKind, title: string | null, site: string | null) => {
    const outlet = options.outlet ?? outletOf(record, url, title, site);
    return record.addSource({ url, kind, title, site, folders: options.folders ?? [], outlet }, at());
  };
  if (options.kind !== undefined) {
    return { ...add(address, options.kind, null, null), others: [], fresh: null };
  }
  const { url, kind, title, site, fetched, others } = await new Finder(tools).find(address);
  const added = add(url, kind, title, site);
  if (added.outcome === 'unchanged') return { ...added, others, fresh: null };
  const due: DueSource = { what: 'source', source: added.source, known: NOTHING_KNOWN, interval: null, pace: null };
  const { fresh } = noteAnswer(tools, due, fetched);
  return { ...added, others, fresh };
}

const NOTHING_KNOWN = { etag: null, lastModified: null, sha256: null };

/**
 * Adds sources to what is watched. An address may be that of a feed, of a sitemap, or of a page: then the feed that the page
 * offers is taken, or else the sitemap that its server's robots.txt names. What they announce is due at once. An address
 * that gives neither is refused, and the refusal kept in the record.
 *
 * @yields one event for each address, in order
 * @throws Refused for a contact that is none
 */
export async function* addSources(
  record: RecordStore,
  addresses: readonly string[],
  options: AddSourceOptions = {},
): AsyncGenerator<SourceAdded> {
  const { allowPrivate = false, contact, delayMs = 1_000, signal } = options;
  const polite = await openPolite({ allowPrivate, delayMs, ...(contact === undefined ? {} : { contact }) });
  const tools: Tools = { record, polite, feeds: await openFeeds(), pace: USUAL_PACE, clock: SYSTEM_CLOCK, signal };
  for (const given of addresses) {
    try {
      yield await addOne(tools, addressOf(given), options);
    } catch (error) {
      if (signal?.aborted) return;
      if (!(error instanceof Refused)) throw error;
      const refused = refusal(given, error);
      record.refuse(refused, new Date().toISOString());
      yield { outcome: 'refused', refusal: refused };
    }
  }
}

/** Adds the sources of a list in OPML without asking them. @throws Refused for what is no OPML */
export async function importSources(
  record: RecordStore,
  opml: Uint8Array,
): Promise<{ added: WatchedSource[]; unchanged: WatchedSource[]; problems: readonly string[] }> {
  const feeds: Feeds = await openFeeds();
  const { sources, problems } = feeds.readOpml(opml);
  const result = { added: [] as WatchedSource[], unchanged: [] as WatchedSource[], problems };
  for (const { title, feedUrl: url, siteUrl: site, folders } of sources) {
    const outlet = outletOf(record, url, title, site);
    const source: NewSource = { url, kind: 'feed', title, site, folders, outlet };
    const { outcome, source: added } = record.addSource(source, new Date().toISOString());
    result[outcome].push(added);
  }
  return result;
}

/** What is watched as a list in OPML, for feed readers; without sitemaps and pages, which they cannot read. */
export async function exportSources(record: RecordStore): Promise<string> {
  const { writeOpml } = await openFeeds();
  const listed = record.sources().filter(({ kind }) => kind === 'feed');
  return writeOpml(
    listed.map(({ title, outlet, url, site, folders }) => ({
      title: title ?? outlet,
      feedUrl: url,
      siteUrl: site,
      folders,
    })),
  );
}
