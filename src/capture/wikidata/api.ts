/**
 * Wikidata's interface for programs: the MediaWiki Action API with Wikibase's `wbsearchentities` and `wbgetentities`.
 *
 * Asked as "API:Etiquette" and "Manual:Maxlag parameter" at mediawiki.org and Wikimedia's User-Agent policy want it: under
 * a name that says how to reach whoever runs this, one request after another, several items in one request, packed, and
 * not while its databases lag.
 */
import type { Clock } from '../clock.ts';
import { attempt, type Fetched, isContact, userAgent } from '../fetch/index.ts';
import { phrase, Refused } from '../refused.ts';
import { type Entity, isItemId, namingLanguages, readEntity } from './entity.ts';
import { wikidataError } from './error.ts';
import { Pace, type Try } from './pace.ts';

export interface ApiOptions {
  /** Where the interface is; `https://www.wikidata.org/w/api.php` by default. */
  readonly url: string;
  /** An e-mail address or a web page of whoever runs this: Wikimedia blocks programs whose makers cannot be reached. */
  readonly contact: string;
  readonly language: string;
  readonly allowPrivateAddresses: boolean;
  readonly timeoutMs: number;
  /** Of one answer, unpacked. */
  readonly maxBytes: number;
  /** Of a search, 1 to 50. */
  readonly mostItems: number;
  readonly perSecond: number;
  readonly tries: number;
  readonly clock: Clock;
}

/** What a search gave: ids of items, best first, and whether they are all. */
export interface Found {
  readonly ids: readonly string[];
  readonly complete: boolean;
}

type Json = Readonly<Record<string, unknown>>;

/** Seconds by which the databases may lag behind. */
const MAX_LAG = '5';
const LEAST_WAIT_FOR_LAG_MS = 5_000;
/** Statuses and errors of a server that may answer the same request later. */
const BUSY_STATUSES: ReadonlySet<number> = new Set([429, 500, 502, 503, 504]);
const BUSY_ERRORS = /^(?:maxlag|ratelimited|readonly|internal_api_error)/;
/** Items in one request: an item with many statements has some megabytes, and they cannot be had singly. */
const ENTITIES_AT_ONCE = 5;
/** What the interface takes at most. */
const LABELS_AT_ONCE = 50;
const LONGEST_SEARCH = 200;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function wikidataAgent(contact: string): string {
  if (!isContact(contact)) {
    throw new Refused(
      'refused',
      'Wikimedia wants to know whom it can reach; give an e-mail address or the address of a web page as the contact, ' +
        `not “${contact.slice(0, 60)}”`,
    );
  }
  return `${userAgent(contact)} Node.js/${process.versions.node}`;
}

/** An interface for programs has no business elsewhere. @throws Refused 'refused' */
function staysOnServer(url: URL, first: URL): void {
  if (url.host === first.host) return;
  throw new Refused('refused', `it redirects to another server, ${url.host.slice(0, 100)}, which is not asked`);
}

function parse(bytes: Uint8Array): Json {
  let answer: unknown;
  try {
    answer = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refused('wrong type', 'its answer is no JSON; is this the address of a MediaWiki api.php?');
  }
  if (!isObject(answer)) throw new Refused('wrong type', 'its answer is no JSON object');
  return answer;
}

function* inBatches<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** The interface. Every method throws WikidataError when it cannot be had. */
export class Api {
  readonly #options: ApiOptions;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #pace: Pace;

  /** @throws WikidataError for a contact or an address that cannot be used */
  constructor(options: ApiOptions) {
    this.#options = options;
    this.#pace = new Pace(options);
    try {
      if (!URL.canParse(options.url)) throw new Refused('not found', 'this is no valid address');
      this.#headers = { 'user-agent': wikidataAgent(options.contact), accept: 'application/json' };
    } catch (error) {
      throw wikidataError(`Wikidata at ${options.url} cannot be asked`, error);
    }
  }

  /** Items with a label or alias that begins so, in the order of the search. */
  async search(name: string): Promise<Found> {
    const { language, mostItems } = this.#options;
    const what = `Wikidata could not be searched for “${name.slice(0, 100)}”`;
    const answer = await this.#get(what, {
      action: 'wbsearchentities',
      search: name.slice(0, LONGEST_SEARCH),
      type: 'item',
      language,
      uselang: language,
      limit: String(mostItems),
    });
    if (!Array.isArray(answer.search)) throw this.#odd(what, 'search');
    const ids = answer.search.map((found: unknown) => (isObject(found) ? found.id : null)).filter(isItemId);
    return { ids: [...new Set(ids)].slice(0, mostItems), complete: answer['search-continue'] === undefined };
  }

  /**
   * Items by id. Those that are missing have no entry; of one that was merged into another, the other is given.
   */
  async *entities(ids: readonly string[]): AsyncGenerator<ReadonlyMap<string, Entity | null>> {
    for (const batch of inBatches(ids, ENTITIES_AT_ONCE)) {
      const read = await this.#entities(batch, 'labels|descriptions|aliases|claims|sitelinks');
      yield new Map([...read].map(([id, json]) => [id, readEntity(json, this.#options.language)]));
    }
  }

  /** Labels of items by id; null for items without one. */
  async *labels(ids: readonly string[]): AsyncGenerator<ReadonlyMap<string, string | null>> {
    for (const batch of inBatches(ids, LABELS_AT_ONCE)) {
      const read = await this.#entities(batch, 'labels');
      yield new Map([...read].map(([id, json]) => [id, readEntity(json, this.#options.language)?.label ?? null]));
    }
  }

  /** What the interface gives under the ids asked for, and null for those it does not have. */
  async #entities(ids: readonly string[], props: string): Promise<ReadonlyMap<string, unknown>> {
    const what = `Wikidata could not be asked for ${ids.length > 1 ? `${ids.length} items, ${ids[0]} first` : ids[0]}`;
    const answer = await this.#get(what, {
      action: 'wbgetentities',
      ids: ids.join('|'),
      props,
      languages: namingLanguages(this.#options.language).join('|'),
    });
    const { entities } = answer;
    if (!isObject(entities)) throw this.#odd(what, 'entities');
    return new Map(ids.map((id) => [id, entities[id] ?? null]));
  }

  #odd(what: string, name: string): Error {
    return wikidataError(what, new Refused('wrong type', `the answer of ${this.#options.url} has no “${name}”`));
  }

  async #get(what: string, params: Readonly<Record<string, string>>): Promise<Json> {
    const url = new URL(this.#options.url);
    for (const [name, value] of Object.entries({ ...params, format: 'json', formatversion: '2', maxlag: MAX_LAG }))
      url.searchParams.set(name, value);
    try {
      return await this.#pace.run(() => this.#try(url.href));
    } catch (error) {
      throw wikidataError(`${what} at ${this.#options.url}`, error);
    }
  }

  async #try(url: string): Promise<Try<Json>> {
    const { allowPrivateAddresses: allowPrivate, timeoutMs, maxBytes, clock } = this.#options;
    const bounds = { allowPrivate, timeoutMs, maxBytes, clock, approve: staysOnServer };
    return this.#read(await attempt(url, { ...bounds, headers: this.#headers }));
  }

  #read({ status, outcome, reason, retryAfter, body }: Fetched): Try<Json> {
    const why = phrase(reason ?? outcome);
    const afterMs = retryAfter === null ? null : retryAfter * 1_000;
    if (status !== null && BUSY_STATUSES.has(status))
      return { busy: `the server is busy or broken (status ${status})`, afterMs };
    if (outcome === 'unreachable' || outcome === 'timed out') return { busy: why, afterMs: null };
    if (status !== null && status >= 400)
      throw new Refused('refused', `the server refused to answer (status ${status})`);
    if (!body) throw new Refused(outcome as Refused['code'], why);
    const answer = parse(body);
    if (!isObject(answer.error)) return { answer };
    const code = String(answer.error.code);
    const info = typeof answer.error.info === 'string' ? answer.error.info.slice(0, 200) : code;
    if (!BUSY_ERRORS.test(code)) throw new Refused('refused', `the server answered with an error: ${info}`);
    const least = code === 'maxlag' ? LEAST_WAIT_FOR_LAG_MS : 0;
    return { busy: `the server is busy (${info})`, afterMs: Math.max(afterMs ?? 0, least) };
  }
}
