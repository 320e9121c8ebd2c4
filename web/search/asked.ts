/** Facets of which several values may be chosen: any of them will do. */
export const MANY = ['speaker', 'kind', 'outlet', 'type', 'mode', 'medium'] as const;
export type Many = (typeof MANY)[number];

/** What a search is asked for: everything the page shows follows from it, and all of it stands in the address. */
export interface Asked {
  readonly q: string;
  readonly chosen: Readonly<Record<Many, readonly string[]>>;
  readonly from: string | null;
  readonly to: string | null;
  readonly altered: boolean;
  readonly sort: 'relevance' | 'date';
}

/** Reads what an address asks for. */
export function askedOf(query: URLSearchParams): Asked {
  const chosen = Object.fromEntries(MANY.map((name) => [name, [...new Set(query.getAll(name))]]));
  return {
    q: query.get('q') ?? '',
    chosen: chosen as unknown as Asked['chosen'],
    from: query.get('from') || null,
    to: query.get('to') || null,
    altered: query.get('altered') === 'true',
    sort: query.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query that asks for it, for the page's own address as for the API's. */
export function queryOf({ q, chosen, from, to, altered, sort }: Asked): URLSearchParams {
  const query = new URLSearchParams({ q });
  for (const name of MANY) for (const value of chosen[name]) query.append(name, value);
  if (from !== null) query.set('from', from);
  if (to !== null) query.set('to', to);
  if (altered) query.set('altered', 'true');
  if (sort === 'date') query.set('sort', sort);
  return query;
}

/** The page's address. @param page from 1 */
export function searchAddress(asked: Asked, page = 1): string {
  const query = queryOf(asked);
  if (page > 1) query.set('page', String(page));
  return `/search?${query}`;
}

/** With a value chosen that was not, or the other way round. */
export function toggled(asked: Asked, name: Many, value: string): Asked {
  const before = asked.chosen[name];
  const after = before.includes(value) ? before.filter((other) => other !== value) : [...before, value];
  return { ...asked, chosen: { ...asked.chosen, [name]: after } };
}

/** The same words without any facet. */
export function widened({ q, sort }: Asked): Asked {
  return { ...askedOf(new URLSearchParams({ q })), sort };
}

/** How many facets' values are chosen. */
export function chosenCount({ chosen, from, to, altered }: Asked): number {
  const many = MANY.reduce((sum, name) => sum + chosen[name].length, 0);
  return many + (from !== null || to !== null ? 1 : 0) + (altered ? 1 : 0);
}
