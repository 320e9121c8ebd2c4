/** Names of elements without their prefixes, which every feed chooses for itself, and many forget to declare. */

/** The namespaces that are read, by their address without scheme and closing mark, and the prefix that stands for each. */
const KNOWN: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/atom/app': 'app',
  'purl.org/rss/1.0': 'rss',
  'my.netscape.com/rdf/simple/0.9': 'rss',
  'channel.netscape.com/rdf/simple/0.9': 'rss',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'rssnamespace.org/feedburner/ext/1.0': 'feedburner',
  'www.sitemaps.org/schemas/sitemap/0.9': 'sitemap',
  'www.google.com/schemas/sitemap/0.84': 'sitemap',
  'www.google.com/schemas/sitemap/0.9': 'sitemap',
  'www.google.com/schemas/sitemap-news/0.9': 'news',
  'www.w3.org/1999/xhtml': 'xhtml',
  'prismstandard.org/namespaces/basic/2.0': 'prism',
};

/** Prefixes by namespace in force at one place; the empty prefix is the default namespace. */
export type Scope = ReadonlyMap<string, string>;

const addressed = (uri: string): string =>
  uri
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '');

/** The namespaces in force within an element. */
export function scopeWithin(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  let scope: Map<string, string> | null = null;
  for (const [name, uri] of Object.entries(attributes)) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    scope ??= new Map(outer);
    if (scope.size < 100) scope.set(name.slice(6), addressed(uri));
  }
  return scope ?? outer;
}

/** The format's own namespaces, whose elements have no prefix here, and the default namespace of the root. */
export interface Home {
  readonly prefix: string;
  readonly uri: string | undefined;
  /** What its items are called: without a prefix they are its own, whatever default namespace they declare. */
  readonly item: string;
}

/**
 * The name of an element, which is given in lower case: without prefix for the format's own, with the usual prefix for known
 * namespaces, with the prefix as written where it is not declared, and with "other:" for namespaces that are not read.
 */
export function nameOf(written: string, scope: Scope, home: Home | null): string {
  const [before, after] = written.split(':', 2);
  const prefix = after === undefined ? '' : before!;
  const local = after ?? before!;
  const uri = scope.get(prefix);
  // A default namespace on the root is the format's own, whatever it says.
  if (prefix === '' && (!uri || uri === home?.uri || local === home?.item)) return local;
  const usual = uri ? (KNOWN[uri] ?? 'other') : prefix;
  return usual === home?.prefix ? local : `${usual}:${local}`;
}
