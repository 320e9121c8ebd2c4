/** Reads what a page says of its article in JSON-LD (schema.org's Article and its subtypes). */
import type { DomDocument } from './dom.ts';

/** What structured data says of an article; null where it says nothing. */
export interface StructuredArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly publisher: string | null;
  readonly language: string | null;
  readonly url: string | null;
  /** The whole text, where the page gives it; may hold markup. */
  readonly body: string | null;
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE =
  /^(?:(?:News|AnalysisNews|AskPublicNews|BackgroundNews|OpinionNews|ReportageNews|ReviewNews|AdvertiserContent|Satirical|Scholarly|Tech)?Article|Report|(?:Blog|LiveBlog|SocialMedia|DiscussionForum)Posting)$/;
const LONGEST_SCRIPT = 2_000_000;
const MOST_NODES = 2_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

/** JSON as pages write it: wrapped in comments, with bare line breaks in strings, a semicolon at its end. */
function parse(script: string): unknown {
  const text = script
    .replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/|<!\[CDATA\[)/, '')
    .replace(/(?:-->|\/\*\]\]>\*\/|\]\]>)\s*$/, '')
    .replace(/;\s*$/, '');
  for (const attempt of [text, text.replace(/\p{Cc}+/gu, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // Broken metadata is common, and no reason to refuse the page.
    }
  }
  return null;
}

const typesOf = (node: Json): string[] =>
  asList(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));

/** The nodes a page describes itself by: graphs and main entities, but not lists of other articles. */
function collect(value: unknown, nodes: Json[], depth = 0): void {
  if (depth > 6 || nodes.length >= MOST_NODES) return;
  for (const node of asList(value)) {
    if (!isObject(node)) continue;
    nodes.push(node);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) collect(node[key], nodes, depth + 1);
  }
}

/** Names of persons or organisations, given as words, nodes or references to nodes. */
function namesOf(value: unknown, byId: ReadonlyMap<string, Json>): string[] {
  return asList(value)
    .slice(0, 20)
    .flatMap((one) => {
      if (!isObject(one)) return asText(one) ?? [];
      const node = one.name === undefined && typeof one['@id'] === 'string' ? (byId.get(one['@id']) ?? one) : one;
      return asList(node.name).flatMap((name) => asText(name) ?? []);
    });
}

function urlOf(node: Json): string | null {
  const page = node.mainEntityOfPage;
  return asText(node.url) ?? asText(isObject(page) ? page['@id'] : page);
}

/** Reads a page's structured data; null when none of it describes an article. */
export function readStructured(page: DomDocument): StructuredArticle | null {
  const nodes: Json[] = [];
  for (const script of page.querySelectorAll('script[type*="ld+json" i]')) {
    const text = script.textContent ?? '';
    if (text.length <= LONGEST_SCRIPT) collect(parse(text), nodes);
  }
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const node = articles.find((article) => asText(article.headline)) ?? articles[0];
  if (!node) return null;
  const byId = new Map(
    nodes.flatMap((each) => (typeof each['@id'] === 'string' ? [[each['@id'], each] as const] : [])),
  );
  return {
    headline: asText(node.headline) ?? asText(node.name),
    authors: namesOf(node.author ?? node.creator, byId),
    published: asText(node.datePublished) ?? asText(node.dateCreated),
    publisher: namesOf(node.publisher ?? node.sourceOrganization, byId)[0] ?? null,
    language: namesOf(node.inLanguage, byId)[0] ?? null,
    url: urlOf(node),
    body: asText(node.articleBody),
  };
}
