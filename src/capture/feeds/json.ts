/** JSON Feed 1.0 and 1.1 (jsonfeed.org). */
import { escapeText } from 'entities';
import { Refused } from '../refused.ts';
import type { Draft } from './items.ts';
import { repairJson } from './json-repair.ts';
import { addressWithin, fullAddress } from './links.ts';
import type { Problems } from './problems.ts';
import { authorNames, languageTag, onOneLine, plainText } from './text.ts';
import { LIMITS } from './types.ts';

type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value ? [value] : []);
/** Strings, and numbers where systems write a number for a string. */
const stringOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;
const plain = (value: unknown): string | null => plainText(stringOf(value) ?? '');
const address = (value: unknown, base: string): string | null => addressWithin(stringOf(value) ?? '', base);

function authorsOf({ authors, author }: Json): string[] {
  const given = [...listOf(authors), ...listOf(author)];
  const names = given.flatMap((entry) => authorNames(stringOf(isObject(entry) ? entry.name : entry) ?? ''));
  return [...new Set(names)].slice(0, LIMITS.names);
}

const nonEmpty = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.toWellFormed() : null;

function readItem(item: Json, base: string): Draft {
  const text = nonEmpty(item.content_text);
  const dates = (value: unknown): string[] => [stringOf(value) ?? ''].filter(Boolean);
  const id = stringOf(item.id) ?? '';
  return {
    url: address(item.url, base) ?? fullAddress(id) ?? address(item.external_url, base),
    title: plain(item.title),
    summary: nonEmpty(item.summary),
    content: nonEmpty(item.content_html) ?? (text === null ? null : escapeText(text.slice(0, LIMITS.content))),
    published: dates(item.date_published),
    updated: dates(item.date_modified),
    authors: authorsOf(item),
    guid: onOneLine(id),
    categories: listOf(item.tags)
      .flatMap((tag) => plain(tag) ?? [])
      .slice(0, LIMITS.names),
    originalPublisher: null,
    language: languageTag(stringOf(item.language)),
    enclosures: listOf(item.attachments).length,
  };
}

/** The feed as an object, mended where it must be. */
function parsed(text: string, problems: Problems): { readonly value: unknown; readonly cut: boolean } {
  try {
    return { value: JSON.parse(text), cut: false };
  } catch {
    const repaired = repairJson(text);
    if (!repaired) throw new Refused('wrong type', 'it is JSON that ends before its items begin');
    try {
      const value: unknown = JSON.parse(repaired.json);
      if (!repaired.cut) problems.say('it is not valid JSON, and was mended');
      return { value, cut: repaired.cut };
    } catch (error) {
      throw new Refused('wrong type', `it is not valid JSON: ${(error as Error).message.slice(0, 100)}`);
    }
  }
}

/**
 * Reads a JSON Feed.
 *
 * @param text begins with its brace
 * @param base the address of the feed, absolute
 * @throws Refused 'wrong type'
 */
export function readJson(text: string, base: string, problems: Problems) {
  const { value, cut } = parsed(text, problems);
  if (!isObject(value) || !/jsonfeed\.org\/version/i.test(stringOf(value.version) ?? '')) {
    throw new Refused('wrong type', 'it is JSON, but no JSON Feed: its “version” does not say so');
  }
  const items = listOf(value.items);
  const real = items.filter(isObject);
  if (real.length < items.length)
    problems.say(`${items.length - real.length} of its items are no objects and are left out`);
  if (real.length > LIMITS.items) problems.say(`it has more than ${LIMITS.items} items; the rest is left out`);
  return {
    title: plain(value.title),
    link: address(value.home_page_url, base),
    language: languageTag(stringOf(value.language)),
    authors: authorsOf(value),
    drafts: real.slice(0, LIMITS.items).map((item) => readItem(item, base)),
    truncated: cut || real.length > LIMITS.items,
  };
}
