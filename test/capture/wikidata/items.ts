/** Invented items in the format of Wikibase. Their numbers are far beyond those that Wikidata has given. */

type Json = Record<string, unknown>;

/** The n-th invented item's id. */
export const q = (n: number): string => `Q${900_000_000_000 + n}`;
export const HUMAN = 'Q5';

const text = (language: string, value: string) => ({ language, value });
const itemValue = (id: string) => ({
  snaktype: 'value',
  datavalue: { type: 'wikibase-entityid', value: { 'entity-type': 'item', id } },
});
const timeValue = (time: string, precision: number) => ({
  snaktype: 'value',
  datavalue: { type: 'time', value: { time, precision, timezone: 0, calendarmodel: 'Q1985727' } },
});

export const statement = (mainsnak: Json, rank = 'normal', qualifiers?: Json): Json => ({
  type: 'statement',
  rank,
  mainsnak,
  ...(qualifiers && { qualifiers }),
});
export const names = (id: string, rank?: string) => statement(itemValue(id), rank);
export const at = (time: string, precision = 11, rank?: string) => statement(timeValue(time, precision), rank);
export const unknownValue = () => statement({ snaktype: 'somevalue' });
export const held = (id: string, from?: string, to?: string) =>
  statement(itemValue(id), 'normal', {
    ...(from && { P580: [timeValue(from, 9)] }),
    ...(to && { P582: [timeValue(to, 9)] }),
  });

export interface Made {
  label?: string;
  description?: string;
  aliases?: string[];
  /** The label stands in "mul" instead of "en", as that of many persons does. */
  inMul?: boolean;
  claims?: Record<string, Json[]>;
  sitelinks?: number;
}

export function entity(n: number | string, made: Made): Json & { id: string } {
  const { label, description, aliases = [], inMul = false, claims = {}, sitelinks = 0 } = made;
  const language = inMul ? 'mul' : 'en';
  return {
    type: 'item',
    id: typeof n === 'number' ? q(n) : n,
    labels: { ...(label && { [language]: text(language, label) }), fr: text('fr', 'Quelque chose') },
    descriptions: description ? { en: text('en', description) } : {},
    aliases: aliases.length ? { [language]: aliases.map((alias) => text(language, alias)) } : {},
    claims,
    sitelinks: Object.fromEntries(
      Array.from({ length: sitelinks }, (_, n) => [`w${n}wiki`, { site: `w${n}wiki`, title: 'T' }]),
    ),
  };
}

export const MAYOR = 101;
export const POLITICIAN = 102;
export const KALVIN = 103;

/** A mayor, her namesake who sails, a ministry, and what they name. */
export const ITEMS = [
  entity(HUMAN, { label: 'human' }),
  entity(MAYOR, { label: 'Mayor of Norta' }),
  entity(POLITICIAN, { label: 'politician' }),
  entity(KALVIN, { label: 'Kalvin' }),
  entity(1, {
    label: 'Ilse Quandt',
    description: 'Kalvinian politician',
    aliases: ['Ilse Marta Quandt', 'I. Quandt'],
    sitelinks: 3,
    claims: {
      P31: [names(HUMAN)],
      P106: [names(q(POLITICIAN)), names(q(999), 'deprecated')],
      P39: [held(q(MAYOR), '+2019-00-00T00:00:00Z', '+2024-00-00T00:00:00Z')],
      P27: [names(q(KALVIN))],
      P569: [at('+1961-04-03T00:00:00Z')],
    },
  }),
  entity(2, {
    label: 'Ilse Quandt',
    description: 'sailor',
    inMul: true,
    claims: {
      P31: [names(HUMAN)],
      P569: [at('+1850-00-00T00:00:00Z', 8)],
      P570: [at('+1901-00-00T00:00:00Z', 9), at('+1903-00-00T00:00:00Z', 9)],
    },
  }),
  entity(3, { label: 'Ministry of Tides', claims: { P31: [names(q(104))] } }),
];
