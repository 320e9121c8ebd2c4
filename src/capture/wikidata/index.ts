/** Wikidata: items that a name may mean, from the public interface or from a part of a dump. Nothing is asked unasked. */
import { basename, resolve } from 'node:path';
import type { WikidataItems } from '../../model.ts';
import { type Clock, SYSTEM_CLOCK } from '../clock.ts';
import type { ApiOptions } from './api.ts';
import { CachedApi, find, IndexedSubset } from './sources.ts';
import type { Indexed, OnProgress } from './subset.ts';

export { WikidataError } from './error.ts';
export type { Clock, Indexed };

export interface WikidataOptions {
  /** The SQLite file that keeps what Wikidata said; made when it is not there. One source a file. */
  readonly cache: string;
  readonly from: FromApi | FromSubset;
  /** Of labels, descriptions and aliases; default "en". */
  readonly language?: string;
  /** How many items one name may give, 1 to 50; default 10. */
  readonly mostItems?: number;
  readonly clock?: Clock;
}

export interface FromApi extends Partial<Pick<ApiOptions, 'url' | 'allowPrivateAddresses' | 'timeoutMs' | 'maxBytes'>> {
  /** An e-mail address or web page of whoever runs this, which Wikimedia's User-Agent policy asks for. */
  readonly contact: string;
  /** At most this many requests a second, one after another; default 1. */
  readonly perSecond?: number;
  /** How often a request is tried in all while the server is busy; default 5. */
  readonly tries?: number;
  /** How long an answer counts; default 30 days. */
  readonly maxAgeDays?: number;
}

export interface FromSubset {
  /** A file with an entity a line (.json, .jsonl, .ndjson; .gz, .zst): see `subset.ts`. */
  readonly file: string;
  /** Called each thousand items while the file is indexed, which happens once. */
  readonly onProgress?: OnProgress;
}

/** Where items are looked up. */
export interface Wikidata {
  /** Where items are read, for a log: the interface's address, or the name of the dump's file without its folder. */
  readonly source: string;
  /** What became of the subset when it was indexed just now; null when it was before, or for the interface. */
  readonly indexed: Indexed | null;
  /**
   * Items that have one of the names for a label or alias, in the order of the searches, each once. The interface also
   * gives items whose names only begin so.
   *
   * @throws WikidataError, with what to do; what was had until then is kept.
   */
  find(names: readonly string[]): Promise<WikidataItems>;
  close(): void;
}

const DAY_MS = 86_400_000;
/** Wikidata's own interface. */
const WIKIDATA = 'https://www.wikidata.org/w/api.php';

/**
 * Opens Wikidata. Asks nothing until `find` is called, and never asks the same twice while an answer counts; a subset is
 * indexed now, once.
 *
 * @throws WikidataError when the cache, the contact or the subset cannot be used
 */
export async function openWikidata(options: WikidataOptions): Promise<Wikidata> {
  const { from, language = 'en', mostItems = 10, clock = SYSTEM_CLOCK } = options;
  return 'file' in from
    ? openSubset(options.cache, from, language, mostItems)
    : openApi(options.cache, from, language, mostItems, clock);
}

async function openApi(
  path: string,
  from: FromApi,
  language: string,
  mostItems: number,
  clock: Clock,
): Promise<Wikidata> {
  // Loaded here: commands that do without Wikidata need neither.
  const [{ Api }, { Cache }] = await Promise.all([import('./api.ts'), import('./cache.ts')]);
  const api = new Api({
    url: from.url ?? WIKIDATA,
    contact: from.contact,
    language,
    allowPrivateAddresses: from.allowPrivateAddresses ?? false,
    timeoutMs: from.timeoutMs ?? 30_000,
    maxBytes: from.maxBytes ?? 32_000_000,
    mostItems,
    perSecond: from.perSecond ?? 1,
    tries: from.tries ?? 5,
    clock,
  });
  const oldest = () => clock.now() - (from.maxAgeDays ?? 30) * DAY_MS;
  const cache = new Cache(path, `${from.url ?? WIKIDATA} (${language})`, oldest);
  const source = new CachedApi(api, cache, mostItems, () => clock.now());
  return {
    source: from.url ?? WIKIDATA,
    indexed: null,
    find: (names) => find(source, names),
    close: () => cache.close(),
  };
}

async function openSubset(
  path: string,
  { file, onProgress = () => undefined }: FromSubset,
  language: string,
  mostItems: number,
): Promise<Wikidata> {
  const [{ Cache }, { indexSubset, lookAtSubset, nameKeys }] = await Promise.all([
    import('./cache.ts'),
    import('./subset.ts'),
  ]);
  const subset = await lookAtSubset(file, language);
  // A subset is as old as its file: it does not expire.
  const cache = new Cache(path, `${resolve(file)} (${language})`, () => 0);
  try {
    const indexed = await indexSubset(cache, subset, onProgress);
    const source = new IndexedSubset(cache, mostItems, nameKeys);
    return { source: basename(file), indexed, find: (names) => find(source, names), close: () => cache.close() };
  } catch (error) {
    cache.close();
    throw error;
  }
}
