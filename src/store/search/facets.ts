import type { Connection } from '../connection.ts';
import { prepared } from '../connection.ts';
import { build } from '../schema.ts';
import type { FacetName, Filter } from './filters.ts';
import { AT, type Hit, type Hits } from './hits.ts';
import type { FacetSpeaker, FacetValue, SearchFacets } from './types.ts';

/** So many values of a facet are given. */
const MOST_VALUES = 20;

type Counts = Map<unknown, number>;
type Counted = Exclude<FacetName, 'dates' | 'altered'> | 'month';

interface Tally {
  readonly counts: Readonly<Record<Counted, Counts>>;
  undated: number;
  altered: number;
}

/** The facet whose filter says nothing to each count. */
const FACET_OF: Readonly<Record<Counted, FacetName>> = {
  speaker: 'speaker',
  kind: 'kind',
  outlet: 'outlet',
  type: 'type',
  mode: 'mode',
  medium: 'medium',
  month: 'dates',
};
const COUNTED = Object.keys(FACET_OF) as Counted[];

const speakerOf = prepared((v: { id: number }) =>
  build.selectFrom('speaker').select(['key', 'name', 'kind']).where('id', '=', v.id),
);

/**
 * Counts hits by facets.
 *
 * @param hits what matches the words
 * @param narrowed what matches the filters too, where `hits` are not all matches: of the facets without a filter these count
 */
export function facetsOf(
  connection: Connection,
  hits: Hits,
  narrowed: Hits | null,
  filters: readonly Filter[],
  chosen: Readonly<Record<Exclude<Counted, 'month'>, readonly unknown[]>>,
): SearchFacets {
  const tally = tallyOf(hits.hits, filters);
  const inner = narrowed && tallyOf(narrowed.hits, filters);
  const filtered = new Set(filters.map(({ facet }) => facet));
  const countsOf = (counted: Counted): Counts => {
    if (!inner) return tally.counts[counted];
    if (!filtered.has(FACET_OF[counted])) return inner.counts[counted];
    return new Map([...tally.counts[counted], ...inner.counts[counted]]);
  };
  const values = <T>(counted: Exclude<Counted, 'month'>): FacetValue<T>[] =>
    top(countsOf(counted), chosen[counted]).map(([value, count]) => ({ value: value as T, count }));
  const speakers = values<number>('speaker').map(({ value, count }): FacetSpeaker => {
    return { ...connection.first(speakerOf, { id: value })!, count };
  });
  return {
    whole: (narrowed ?? hits).whole,
    counted: (narrowed ?? hits).hits.length,
    speakers,
    kinds: values('kind'),
    outlets: values('outlet'),
    types: values('type'),
    modes: values('mode'),
    media: values('medium'),
    months: [...countsOf('month')]
      .map(([value, count]) => ({ value: value as string, count }))
      .sort((a, b) => (a.value < b.value ? -1 : 1)),
    undated: (inner && !filtered.has('dates') ? inner : tally).undated,
    altered: (inner ?? tally).altered,
  };
}

/** Each hit counts for a facet when it passes the filters of all others. */
function tallyOf(hits: readonly Hit[], filters: readonly Filter[]): Tally {
  const counts = Object.fromEntries(COUNTED.map((counted) => [counted, new Map()])) as Record<Counted, Counts>;
  const tally: Tally = { counts, undated: 0, altered: 0 };
  for (const hit of hits) {
    let failed: FacetName | null = null;
    let failures = 0;
    for (const { facet, passes } of filters) {
      if (passes(hit)) continue;
      failed = facet;
      failures++;
    }
    if (failures > 1) continue;
    for (const counted of COUNTED) {
      if (failures === 0 || failed === FACET_OF[counted]) count(tally, counted, hit);
    }
    if (hit[AT.altered] === 1 && (failures === 0 || failed === 'altered')) tally.altered++;
  }
  return tally;
}

function count(tally: Tally, counted: Counted, hit: Hit): void {
  const value = counted === 'month' ? (hit[AT.published]?.slice(0, 7) ?? null) : hit[AT[counted]];
  if (value !== null) {
    const counts = tally.counts[counted];
    counts.set(value, (counts.get(value) ?? 0) + 1);
  } else if (counted === 'month') tally.undated++;
}

/** The most frequent values and all that were chosen; of those as frequent the first in their own order. */
function top(counts: Counts, chosen: readonly unknown[]): [unknown, number][] {
  const order = ([a, x]: [unknown, number], [b, y]: [unknown, number]) =>
    y - x || ((a as string | number) < (b as string | number) ? -1 : 1);
  const sorted = [...counts].sort(order);
  const first = sorted.slice(0, MOST_VALUES);
  const missing = chosen.filter((value) => !first.some(([other]) => other === value));
  return [...first, ...missing.map((value): [unknown, number] => [value, counts.get(value) ?? 0])];
}
