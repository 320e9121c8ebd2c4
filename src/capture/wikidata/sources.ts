/** Where items come from: the interface through the cache, or a subset that the cache holds whole. */
import type { WikidataItem, WikidataItems } from '../../model.ts';
import type { Api, Found } from './api.ts';
import type { Cache, Kept } from './cache.ts';
import { type Entity, referencesOf, toItem } from './entity.ts';

/** Where entities, labels and searches come from, past the cache. */
export interface Source {
  search(name: string): Promise<Found>;
  entities(ids: readonly string[]): Promise<ReadonlyMap<string, Kept<Entity | null>>>;
  labels(ids: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}

/** The interface, asked for what the cache does not hold. What comes is kept at once, so that a break loses little. */
export class CachedApi implements Source {
  readonly #api: Api;
  readonly #cache: Cache;
  readonly #mostItems: number;
  readonly #now: () => number;

  constructor(api: Api, cache: Cache, mostItems: number, now: () => number) {
    this.#api = api;
    this.#cache = cache;
    this.#mostItems = mostItems;
    this.#now = now;
  }

  async search(name: string) {
    // A search for more items is another search.
    const search = `${this.#mostItems} ${name}`;
    const kept = this.#cache.search(search);
    if (kept) return kept;
    const found = await this.#api.search(name);
    this.#cache.keepSearch(search, found, this.#now());
    return found;
  }

  async entities(ids: readonly string[]) {
    const all = new Map(ids.map((id) => [id, this.#cache.item(id)]));
    const missing = ids.filter((id) => !all.get(id));
    for await (const batch of this.#api.entities(missing)) {
      const checkedAt = this.#now();
      this.#cache.keepItems(batch, checkedAt);
      for (const [id, value] of batch) all.set(id, { value, checkedAt });
    }
    return all as ReadonlyMap<string, Kept<Entity | null>>;
  }

  async labels(ids: readonly string[]) {
    const all = new Map(ids.map((id) => [id, this.#cache.label(id)?.value]));
    const missing = ids.filter((id) => all.get(id) === undefined);
    for await (const batch of this.#api.labels(missing)) {
      this.#cache.keepLabels(batch, this.#now());
      for (const [id, label] of batch) all.set(id, label);
    }
    return all as ReadonlyMap<string, string | null>;
  }
}

/** A subset that the cache holds whole. */
export class IndexedSubset implements Source {
  readonly #cache: Cache;
  readonly #mostItems: number;
  readonly #keys: (name: string) => string[];

  constructor(cache: Cache, mostItems: number, keys: (name: string) => string[]) {
    this.#cache = cache;
    this.#mostItems = mostItems;
    this.#keys = keys;
  }

  async search(name: string) {
    const key = this.#keys(name)[0];
    const ids = key ? this.#cache.named(key, this.#mostItems + 1) : [];
    return { ids: ids.slice(0, this.#mostItems), complete: ids.length <= this.#mostItems };
  }

  async entities(ids: readonly string[]) {
    return new Map(ids.map((id) => [id, this.#cache.item(id)!]));
  }

  async labels(ids: readonly string[]) {
    return new Map(ids.map((id) => [id, this.#cache.label(id)?.value ?? null]));
  }
}

/** The items that the names give, each once, with the labels of what they name. */
export async function find(source: Source, names: readonly string[]): Promise<WikidataItems> {
  const ids = new Set<string>();
  let complete = true;
  for (const name of new Set(names.map((each) => each.trim()).filter(Boolean))) {
    const found = await source.search(name);
    for (const id of found.ids) ids.add(id);
    complete &&= found.complete;
  }
  // Under the id of an item that was merged into another stands the other, which may have been found too.
  const kept = new Map<string, Kept<Entity>>();
  for (const { value, checkedAt } of (await source.entities([...ids])).values())
    if (value) kept.set(value.id, { value, checkedAt });
  const labels = await source.labels([...new Set([...kept.values()].flatMap(({ value }) => referencesOf(value)))]);
  const items = [...kept.values()].map(
    ({ value, checkedAt }): WikidataItem =>
      toItem(value, (id) => labels.get(id) ?? null, new Date(checkedAt).toISOString()),
  );
  return { items, complete };
}
