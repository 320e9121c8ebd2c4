/**
 * Entities as Wikibase writes them, in the interface and in dumps alike, down to what tells who a speaker is. The format:
 * "Wikibase/DataModel/JSON" at mediawiki.org. Anybody can edit Wikidata, so that everything is bounded, and a statement
 * of an odd shape is passed over.
 */
import type { WikidataItem, Years } from '../../model.ts';

type Json = Readonly<Record<string, unknown>>;

/** An item whose statements name other items by id alone. */
export interface Entity {
  readonly id: string;
  readonly label: string | null;
  readonly description: string | null;
  readonly aliases: readonly string[];
  readonly instanceOf: readonly string[];
  readonly occupations: readonly string[];
  readonly positions: readonly { readonly id: string; readonly from: Years | null; readonly to: Years | null }[];
  readonly citizenships: readonly string[];
  readonly born: Years | null;
  readonly died: Years | null;
  readonly sitelinks: number;
}

const LONGEST_TEXT = 300;
const MOST_ALIASES = 200;
const MOST_STATEMENTS = 100;
/** Precisions of a time from here on mean one year or a part of it; below are decades, centuries and so on. */
const YEAR = 9;

export const isItemId = (value: unknown): value is string =>
  typeof value === 'string' && /^Q[1-9]\d{0,14}$/.test(value);

const objectOf = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function textOf(value: unknown): string | null {
  const text = objectOf(value).value;
  return typeof text === 'string' && text.trim() ? text.trim().toWellFormed().slice(0, LONGEST_TEXT) : null;
}

/** Names are in the language asked for, or in "mul", where Wikidata keeps those that are the same in most languages. */
export const namingLanguages = (language: string): readonly string[] => [language, 'mul'];

const inLanguage = (texts: unknown, language: string): string | null => {
  const all = objectOf(texts);
  return namingLanguages(language).reduce<string | null>((found, each) => found ?? textOf(all[each]), null);
};

function aliasesOf(aliases: unknown, language: string): string[] {
  const all = namingLanguages(language).flatMap((each) => listOf(objectOf(aliases)[each]).slice(0, MOST_ALIASES));
  return [...new Set(all.map(textOf).filter((alias) => alias !== null))].slice(0, MOST_ALIASES);
}

/** The statements of a property, without those that Wikidata keeps as errors. */
const standing = (claims: Json, property: string): Json[] =>
  listOf(claims[property])
    .slice(0, MOST_STATEMENTS)
    .map(objectOf)
    .filter(({ rank }) => rank !== 'deprecated');

/** The statements that Wikidata holds for the best: the preferred ones, or all where none is. */
function bestStatements(claims: Json, property: string): Json[] {
  const all = standing(claims, property);
  const preferred = all.filter(({ rank }) => rank === 'preferred');
  return preferred.length ? preferred : all;
}

/** What a snak says; null for "unknown value" and "no value". */
function valueIn(snak: unknown): Json | null {
  const { snaktype, datavalue } = objectOf(snak);
  return snaktype === 'value' ? objectOf(objectOf(datavalue).value) : null;
}

function itemOf(snak: unknown): string | null {
  const id = valueIn(snak)?.id;
  return isItemId(id) ? id : null;
}

/** The years that a time may mean. Decades and centuries count on both sides: Wikidata does not say which one they open. */
function yearsOf(snak: unknown): Years | null {
  const { time, precision } = valueIn(snak) ?? {};
  const match = typeof time === 'string' ? /^([+-])(\d{1,16})-\d\d-\d\dT/.exec(time) : null;
  if (!match || typeof precision !== 'number') return null;
  const year = Number(`${match[1]}${match[2]}`);
  const around = precision >= YEAR ? 0 : 10 ** (YEAR - Math.max(0, Math.floor(precision)));
  return [year - around, year + around];
}

/** The years of several statements: from the earliest to the latest that is said. */
function yearsOfAll(statements: readonly Json[]): Years | null {
  const all = statements.map(({ mainsnak }) => yearsOf(mainsnak)).filter((years) => years !== null);
  if (all.length === 0) return null;
  return [Math.min(...all.map(([from]) => from)), Math.max(...all.map(([, to]) => to))];
}

const itemsOf = (claims: Json, property: string): string[] => [
  ...new Set(
    bestStatements(claims, property)
      .map(({ mainsnak }) => itemOf(mainsnak))
      .filter((id) => id !== null),
  ),
];

/** Positions, not the best only: Wikidata prefers the present one, and what speakers said is from all years. */
function positionsOf(claims: Json): Entity['positions'] {
  return standing(claims, 'P39').flatMap((statement) => {
    const id = itemOf(statement.mainsnak);
    const qualifiers = objectOf(statement.qualifiers);
    const years = (property: string): Years | null => yearsOf(listOf(qualifiers[property])[0]);
    return id ? [{ id, from: years('P580'), to: years('P582') }] : [];
  });
}

/**
 * Reads an entity.
 *
 * @param language of labels, descriptions and aliases ("en")
 * @returns null for what is no item (a property, a lexeme, an item that is missing)
 */
export function readEntity(json: unknown, language: string): Entity | null {
  const entity = objectOf(json);
  if (!isItemId(entity.id) || (entity.type !== undefined && entity.type !== 'item') || 'missing' in entity) return null;
  const claims = objectOf(entity.claims);
  return {
    id: entity.id,
    label: inLanguage(entity.labels, language),
    description: inLanguage(entity.descriptions, language),
    aliases: aliasesOf(entity.aliases, language),
    instanceOf: itemsOf(claims, 'P31'),
    occupations: itemsOf(claims, 'P106'),
    positions: positionsOf(claims),
    citizenships: itemsOf(claims, 'P27'),
    born: yearsOfAll(bestStatements(claims, 'P569')),
    died: yearsOfAll(bestStatements(claims, 'P570')),
    sitelinks: Object.keys(objectOf(entity.sitelinks)).length,
  };
}

/** The items that an entity's statements name. */
export const referencesOf = ({ instanceOf, occupations, positions, citizenships }: Entity): string[] => [
  ...new Set([...instanceOf, ...occupations, ...positions.map(({ id }) => id), ...citizenships]),
];

/** An entity with the labels of the items that its statements name. */
export function toItem(entity: Entity, labelOf: (id: string) => string | null, checkedAt: string): WikidataItem {
  const reference = (id: string) => ({ id, label: labelOf(id) });
  return {
    ...entity,
    instanceOf: entity.instanceOf.map(reference),
    occupations: entity.occupations.map(reference),
    positions: entity.positions.map(({ id, from, to }) => ({ ...reference(id), from, to })),
    citizenships: entity.citizenships.map(reference),
    checkedAt,
  };
}
