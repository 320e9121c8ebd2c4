/** What stands above a Markdown text between two lines of three hyphens: metadata in YAML, as site generators have it. */
import { parseDocument } from 'yaml';
import { joinNames, toIsoDate } from '../furniture/index.ts';

/** What front matter says of an article; what it leaves out is null. */
export interface FrontMatter {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly url: string | null;
}

/** The parser's time grows with the square of the length, and faster with how many references there are. */
const LONGEST = 16 * 1024;
const MOST_REFERENCES = 100;
const NOTHING: FrontMatter = { title: null, byline: null, published: null, outlet: null, language: null, url: null };

type Fields = ReadonlyMap<string, unknown>;

/** The first of the keys whose value is words or a number, on one line. */
function first(fields: Fields, keys: string): string | null {
  for (const key of keys.split(' ')) {
    const value = fields.get(key);
    const words =
      typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ').trim() : '';
    if (words) return words.toWellFormed();
  }
  return null;
}

/** A name, a list of names, or a list of people with names. */
function namesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.trim() ? [value.replace(/\s+/g, ' ').trim()] : [];
  if (Array.isArray(value)) return value.slice(0, 20).flatMap(namesIn);
  return typeof value === 'object' && value !== null && 'name' in value ? namesIn(value.name) : [];
}

function bylineIn(fields: Fields): string | null {
  for (const key of ['author', 'authors', 'byline', 'by']) {
    const names = namesIn(fields.get(key)).map((name) => name.replace(/^by\s+/i, ''));
    if (names.length > 0) return joinNames(names);
  }
  return null;
}

function languageIn(fields: Fields): string | null {
  try {
    return Intl.getCanonicalLocales((first(fields, 'lang language locale') ?? '').replace('_', '-'))[0] ?? null;
  } catch {
    return null;
  }
}

function addressIn(fields: Fields): string | null {
  const value = first(fields, 'url canonical_url canonical link source');
  return value && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null;
}

/**
 * Parts front matter from the text below it. What is no front matter, or no valid YAML, is text.
 *
 * @returns what it says, and where the text begins
 */
export function readFrontMatter(text: string): { readonly about: FrontMatter; readonly end: number } {
  const match = /^---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/.exec(text.slice(0, LONGEST));
  const references = match?.[1]?.match(/[&*][\w-]/g)?.length ?? 0;
  if (!match || references > MOST_REFERENCES) return { about: NOTHING, end: 0 };
  // The core schema knows no dates, so that "2031-05-03" stays as it is written.
  let value: unknown;
  try {
    const parsed = parseDocument(match[1]!, { schema: 'core', logLevel: 'silent' });
    value = parsed.errors.length > 0 ? null : parsed.toJS({ maxAliasCount: 20 });
  } catch {
    // References that multiply, or values nested beyond what the parser can follow.
    value = null;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { about: NOTHING, end: 0 };
  const fields = new Map(Object.entries(value).map(([key, each]) => [key.toLowerCase(), each as unknown]));
  const date = first(fields, 'date published pubdate publishdate publish_date date_published');
  return {
    about: {
      title: first(fields, 'title headline'),
      byline: bylineIn(fields),
      published: date ? toIsoDate(date) : null,
      outlet: first(fields, 'outlet publication publisher site_name source_name'),
      language: languageIn(fields),
      url: addressIn(fields),
    },
    end: match[0].length,
  };
}
