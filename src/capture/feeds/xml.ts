/** Items of RSS, RDF and Atom. The three lend each other their elements, so that one reader serves all. */
import { escapeText } from 'entities';
import type { Draft } from './items.ts';
import { addressWithin, fullAddress } from './links.ts';
import { authorNames, languageTag, onOneLine, plainText, plainUnmarked } from './text.ts';
import type { Element } from './tree.ts';
import { LIMITS, type OriginalPublisher } from './types.ts';

const named = (element: Element | undefined, ...names: readonly string[]): Element[] =>
  names.flatMap((name) => element?.children.filter((child) => child.name === name) ?? []);

/** The first of what elements give that is not null, in the order of the names. */
function firstOf<T>(
  element: Element | undefined,
  names: readonly string[],
  read: (found: Element) => T | null,
): T | null {
  for (const found of named(element, ...names)) {
    const value = read(found);
    if (value !== null) return value;
  }
  return null;
}

/** A text construct of Atom, or a title of RSS, as plain text. */
export function titleOf(element: Element): string | null {
  const { type = '', mode = '' } = element.attributes;
  if (mode === 'base64') return plainText(Buffer.from(element.text, 'base64').toString('utf8'));
  if (type === 'xhtml') return onOneLine(element.text);
  return type === 'text' ? plainUnmarked(element.text) : plainText(element.text);
}

/** HTML as given: markup that was not escaped as it stands, without the `div` that Atom wants around it. */
function htmlOf({ attributes: { type }, markup, text }: Element): string | null {
  const given = markup ?? (type === 'text' ? escapeText(text) : text);
  const html = type === 'xhtml' ? given.replace(/^\s*<div\b[^<>]*>|<\/div>\s*$/g, '') : given;
  return html.trim() ? html.toWellFormed() : null;
}

const textOf = (element: Element): string | null => onOneLine(element.text);

const LINKS = ['feedburner:origlink', 'link', 'atom:link'];
const ALTERNATE = new Set(['', 'alternate', 'http://www.iana.org/assignments/relation/alternate']);

/** How far a link is from being the page in HTML, in the language of its element. */
function distance({ name, attributes, language }: Element): number {
  const { type = '', hreflang = '' } = attributes;
  if (name === 'feedburner:origlink') return 0;
  const isOther = hreflang && language && hreflang.slice(0, 2).toLowerCase() !== language.slice(0, 2).toLowerCase();
  return (!type || /html/i.test(type) ? 1 : 3) + (isOther ? 1 : 0);
}

/** The addresses that links give for a page, the likeliest first. */
function pageLinks(element: Element): string[] {
  const found = named(element, ...LINKS).flatMap((link) => {
    const { href, rel = '' } = link.attributes;
    const url = ALTERNATE.has(rel.trim().toLowerCase()) ? addressWithin(href || link.text, link.base) : null;
    return url ? [{ url, rank: distance(link) }] : [];
  });
  return found.sort((a, b) => a.rank - b.rank).map(({ url }) => url);
}

const attribute = (element: Element, local: string): string | undefined =>
  element.attributes[local] ?? Object.entries(element.attributes).find(([name]) => name.endsWith(`:${local}`))?.[1];

function urlOf(item: Element, isAtom: boolean): string | null {
  const links = pageLinks(item);
  if (links[0]) return links[0];
  const about = fullAddress(attribute(item, 'about') ?? '');
  if (about) return about;
  if (isAtom) {
    const elsewhere = firstOf(item, ['content'], ({ attributes, base }) => addressWithin(attributes.src ?? '', base));
    return elsewhere ?? firstOf(item, ['id'], ({ text }) => fullAddress(text));
  }
  return firstOf(item, ['guid'], ({ attributes, text }) =>
    attributes.ispermalink?.trim().toLowerCase() === 'false' ? null : fullAddress(text),
  );
}

/** Names in elements of authors, which hold a name and more (Atom), or text (RSS, Dublin Core). */
function names(elements: readonly Element[]): string[] {
  const found = elements.flatMap((element) => {
    const inside = named(element, 'name', 'atom:name', 'foaf:name');
    const holds = inside.length || element.children.some(({ name }) => /(?:email|uri)$/.test(name));
    return (holds ? inside : [element]).flatMap(({ text }) => authorNames(text));
  });
  return [...new Set(found)].slice(0, LIMITS.names);
}

const AUTHORS = ['dc:creator', 'author', 'atom:author', 'dcterms:creator', 'dc:author', 'itunes:author'];

/** Authors of the first sort that names any. */
export function authorsOf(element: Element | undefined): string[] {
  for (const name of AUTHORS) {
    const found = names(named(element, name));
    if (found.length) return found;
  }
  return [];
}

function publisherOf(item: Element): OriginalPublisher | null {
  const source = named(item, 'source', 'atom:source')[0];
  if (source) {
    const name =
      firstOf(source, ['title', 'atom:title'], titleOf) ?? (source.children.length ? null : plainText(source.text));
    const url = addressWithin(source.attributes.url ?? '', source.base) ?? pageLinks(source)[0] ?? null;
    if (name || url) return { name, url };
  }
  const name =
    firstOf(item, ['dc:publisher', 'dcterms:publisher', 'prism:publicationname'], ({ text }) => plainText(text)) ??
    firstOf(item, ['media:credit'], ({ attributes, text }) =>
      /^publish(?:er|ing company)$/i.test(attributes.role ?? '') ? plainText(text) : null,
    );
  return name ? { name, url: null } : null;
}

function categoriesOf(item: Element): string[] {
  const single = named(item, 'category', 'atom:category', 'dc:subject').flatMap(
    ({ attributes, text }) => plainText(attributes.label || attributes.term || text) ?? [],
  );
  const listed = named(item, 'media:keywords').flatMap(({ text }) =>
    text.split(',').flatMap((word) => plainText(word) ?? []),
  );
  return [...new Set([...single, ...listed])].slice(0, LIMITS.names);
}

const TITLES = ['title', 'atom:title', 'dc:title', 'itunes:title'];
const PUBLISHED = [
  'pubdate',
  'published',
  'atom:published',
  'issued',
  'dcterms:issued',
  'dc:date',
  'created',
  'dcterms:created',
];
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified'];
const CONTENTS = ['content:encoded', 'content', 'xhtml:body', 'body'];

/** What dates elements give, as written. */
const written = (item: Element, elementNames: readonly string[]): string[] =>
  named(item, ...elementNames).map(({ text }) => text);

/** One `item` or `entry`. */
export function readXmlItem(item: Element, isAtom: boolean): Draft {
  const source = named(item, 'source')[0];
  const own = authorsOf(item);
  return {
    url: urlOf(item, isAtom),
    title: firstOf(item, TITLES, titleOf),
    summary: firstOf(item, ['description', 'summary', 'atom:summary', 'dc:description'], htmlOf),
    content: firstOf(item, CONTENTS, htmlOf),
    published: written(item, PUBLISHED),
    updated: written(item, UPDATED),
    authors: own.length ? own : authorsOf(source),
    guid: firstOf(item, ['guid', 'id'], textOf),
    categories: categoriesOf(item),
    originalPublisher: publisherOf(item),
    language: languageTag(firstOf(item, ['dc:language', 'language'], textOf)) ?? languageTag(item.language),
    enclosures:
      named(item, 'enclosure').length +
      named(item, 'link', 'atom:link').filter(({ attributes }) => attributes.rel === 'enclosure').length,
  };
}

/** The feed's own title, site, language and authors. */
export function readAbout(about: readonly Element[], isAtom: boolean) {
  const feed: Element = {
    name: '',
    attributes: {},
    children: [...about],
    text: '',
    markup: null,
    base: '',
    language: '',
  };
  return {
    title: firstOf(feed, TITLES, titleOf),
    link: pageLinks(feed)[0] ?? null,
    language: languageTag(firstOf(feed, ['language', 'dc:language'], textOf)) ?? languageTag(about[0]?.language),
    // In Atom the authors of the feed are those of its entries (RFC 4287, 4.2.1).
    authors: isAtom ? authorsOf(feed) : [],
  };
}

/** One `url` or `sitemap` of a sitemap. */
export function readSitemapItem(item: Element): Draft {
  const news = named(item, 'news:news')[0];
  const publication = named(news, 'news:publication')[0];
  const text = (within: Element | undefined, name: string): string | null =>
    firstOf(within, [name], (found) => plainText(found.text));
  const publisher = text(publication, 'news:name');
  return {
    url: firstOf(item, ['loc'], (found) => addressWithin(found.text, found.base)),
    title: text(news, 'news:title'),
    summary: null,
    content: null,
    published: news ? written(news, ['news:publication_date']) : [],
    updated: written(item, ['lastmod']),
    authors: [],
    guid: null,
    categories: (text(news, 'news:keywords') ?? '')
      .split(',')
      .flatMap((word) => word.trim() || [])
      .slice(0, LIMITS.names),
    originalPublisher: publisher ? { name: publisher, url: null } : null,
    language: languageTag(text(publication, 'news:language')),
    enclosures: 0,
  };
}
