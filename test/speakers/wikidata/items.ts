/** Invented speakers and items. */
import assert from 'node:assert/strict';
import type { WikidataItem } from '../../../src/model.ts';
import {
  linkToWikidata,
  type NoWikidataLink,
  type SpeakerToLink,
  type WikidataLink,
} from '../../../src/speakers/index.ts';

export const CHECKED = '2031-05-04T10:00:00.000Z';
export const id = (n: number): string => `Q${900_000_000_000 + n}`;
export const named = (...labels: string[]) => labels.map((label, n) => ({ id: id(500 + n), label }));
const HUMAN = [{ id: 'Q5', label: 'human' }];

export function person(n: number, label: string, more: Partial<WikidataItem> = {}): WikidataItem {
  const nothing = { description: null, aliases: [], occupations: [], positions: [], citizenships: [] };
  return {
    id: id(n),
    label,
    ...nothing,
    instanceOf: HUMAN,
    born: null,
    died: null,
    sitelinks: 3,
    checkedAt: CHECKED,
    ...more,
  };
}
export const organization = (n: number, label: string, what: string, more: Partial<WikidataItem> = {}): WikidataItem =>
  person(n, label, { instanceOf: named(what), ...more });

export const held = (label: string, from: number | null, to: number | null) => ({
  id: id(400),
  label,
  from: from === null ? null : ([from, from] as const),
  to: to === null ? null : ([to, to] as const),
});

export function speaker(
  name: string | Record<string, number>,
  roles: readonly string[] = [],
  more: Partial<SpeakerToLink> = {},
): SpeakerToLink {
  const names = Object.entries(typeof name === 'string' ? { [name]: 10 } : name);
  return {
    kind: 'person',
    names: names.map(([each, statements]) => ({ name: each, statements })),
    roles: roles.map((words) => ({ words, statements: 5, years: [2031, 2031] })),
    years: [{ year: 2031, statements: 10 }],
    ...more,
  };
}
export const link = (who: SpeakerToLink, items: readonly WikidataItem[], complete = true) =>
  linkToWikidata(who, { items, complete });

export function taken(result: WikidataLink | NoWikidataLink): WikidataLink {
  assert.ok('item' in result, `none taken: ${JSON.stringify(result)}`);
  return result;
}
export function offered(result: WikidataLink | NoWikidataLink): NoWikidataLink {
  assert.ok('candidates' in result, `taken: ${JSON.stringify(result)}`);
  return result;
}
