/** Reads what a page says of its article in JSON-LD (schema.org's Article and its subtypes). */
import type { DomDocument } from './dom.ts';
import { parsePageJson } from './json.ts';

/** One entry of a live blog as structured data gives it (schema.org's liveBlogUpdate). */
export interface StructuredPost {
  readonly headline: string | null;
  readonly published: string | null;
  readonly url: string | null;
  /** May hold markup. */
  readonly body: string | null;
}

/** What structured data says of an article; null where it says nothing. */
export interface StructuredArticle {
  readonly headline: string | null;
  readonly authors: readonly string[];
  readonly published: string | null;
  readonly modified: string | null;
  readonly publisher: string | null;
  /** Whom it credits: its `creditText`, and the `sourceOrganization` where another is its publisher. */
  readonly credits: readonly string[];
  /** The addresses of what it says that it is based on, and the publishers of these (`isBasedOn`). */
  readonly basedOn: readonly { readonly publisher: string | null; readonly url: string | null }[];
  readonly language: string | null;
  readonly url: string | null;
  readonly sections: readonly string[];
  /** Whether it may be read without a subscription (isAccessibleForFree of the article or of a part of it). */
  readonly free: boolean | null;
  /** The whole text, where the page gives it; may hold markup. */
  readonly body: string | null;
  /** Whether it is a live blog. */
  readonly live: boolean;
  readonly posts: readonly StructuredPost[];
}

/** All that a page says in JSON-LD. */
export interface StructuredData {
  readonly article: StructuredArticle | null;
  /** The name of the site as a whole (schema.org's WebSite), or null. */
  readonly site: string | null;
  /** The way down to the article (schema.org's BreadcrumbList), from the front page on. */
  readonly breadcrumb: readonly string[];
}

type Json = Readonly<Record<string, unknown>>;

const ARTICLE =
  /^(?:(?:News|AnalysisNews|AskPublicNews|BackgroundNews|OpinionNews|ReportageNews|ReviewNews|AdvertiserContent|Satirical|Scholarly|Tech)?Article|Report|(?:Blog|LiveBlog|SocialMedia|DiscussionForum)Posting)$/;
const LONGEST_SCRIPT = 2_000_000;
const MOST_NODES = 2_000;
const MOST_SCRIPTS = 50;
/** No live blog of a day has more. */
const MOST_POSTS = 2_000;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const asList = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
const asText = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value.trim() : null);

const typesOf = (node: Json): string[] =>
  asList(node['@type'])
    .filter((type) => typeof type === 'string')
    .map((type) => type.replace(/^.*[/:#]/, ''));
const isA = (node: Json, type: string): boolean => typesOf(node).includes(type);

/** The nodes a page describes itself by: graphs and main entities, but not lists of other articles. */
function collect(value: unknown, nodes: Json[], depth = 0): void {
  if (depth > 6) return;
  for (const node of asList(value)) {
    if (nodes.length >= MOST_NODES) return;
    if (!isObject(node)) {
      // A list of graphs, as some plugins write it.
      if (Array.isArray(node)) collect(node, nodes, depth + 1);
      continue;
    }
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

/** "True", "https://schema.org/False", true: what pages write for a boolean. */
function asBoolean(value: unknown): boolean | null {
  const word = String(value ?? '')
    .replace(/^https?:\/\/schema\.org\//, '')
    .toLowerCase();
  return word === 'true' || word === '1' ? true : word === 'false' || word === '0' ? false : null;
}

/** An article with a part that is not free is not free. */
function isFree(node: Json): boolean | null {
  const parts = asList(node.hasPart).slice(0, 50).filter(isObject);
  const all = [node, ...parts].map((each) => asBoolean(each.isAccessibleForFree));
  return all.includes(false) ? false : (all[0] ?? null);
}

function postsOf(node: Json): StructuredPost[] {
  return asList(node.liveBlogUpdate)
    .slice(0, MOST_POSTS)
    .filter(isObject)
    .map((post) => ({
      headline: asText(post.headline),
      published: asText(post.datePublished) ?? asText(post.dateCreated),
      url: urlOf(post),
      body: asText(post.articleBody),
    }));
}

function breadcrumbOf(nodes: readonly Json[], byId: ReadonlyMap<string, Json>): string[] {
  const list = nodes.find((node) => isA(node, 'BreadcrumbList'));
  return asList(list?.itemListElement)
    .slice(0, 20)
    .flatMap((element) => {
      if (!isObject(element)) return [];
      return asText(element.name) ?? namesOf(element.item, byId)[0] ?? [];
    });
}

function basedOn(node: Json, byId: ReadonlyMap<string, Json>): StructuredArticle['basedOn'] {
  return asList(node.isBasedOn ?? node.isBasedOnUrl)
    .slice(0, 10)
    .map((work) => {
      if (!isObject(work)) return { publisher: null, url: asText(work) };
      const publisher = namesOf(work.publisher ?? work.sourceOrganization, byId)[0] ?? null;
      return { publisher, url: urlOf(work) ?? asText(work['@id']) };
    });
}

function articleOf(node: Json, byId: ReadonlyMap<string, Json>): StructuredArticle {
  return {
    headline: asText(node.headline) ?? asText(node.name),
    authors: namesOf(node.author ?? node.creator, byId),
    published: asText(node.datePublished) ?? asText(node.dateCreated),
    modified: asText(node.dateModified),
    publisher: namesOf(node.publisher ?? node.sourceOrganization, byId)[0] ?? null,
    credits: [asText(node.creditText), ...namesOf(node.publisher && node.sourceOrganization, byId)].flatMap(
      (name) => name ?? [],
    ),
    basedOn: basedOn(node, byId),
    language: namesOf(node.inLanguage, byId)[0] ?? null,
    url: urlOf(node),
    sections: asList(node.articleSection).flatMap((section) => asText(section) ?? []),
    free: isFree(node),
    body: asText(node.articleBody),
    live: isA(node, 'LiveBlogPosting'),
    posts: postsOf(node),
  };
}

/** Reads a page's structured data, whatever of it can be made out. */
export function readStructured(page: DomDocument): StructuredData {
  const nodes: Json[] = [];
  for (const script of [...page.querySelectorAll('script[type*="ld+json" i]')].slice(0, MOST_SCRIPTS)) {
    const text = script.textContent ?? '';
    if (text.length <= LONGEST_SCRIPT) collect(parsePageJson(text), nodes);
  }
  const byId = new Map(
    nodes.flatMap((each) => (typeof each['@id'] === 'string' ? [[each['@id'], each] as const] : [])),
  );
  const articles = nodes.filter((node) => typesOf(node).some((type) => ARTICLE.test(type)));
  const node =
    articles.find((article) => isA(article, 'LiveBlogPosting')) ??
    articles.find((article) => asText(article.headline)) ??
    articles[0];
  const site = nodes.find((each) => isA(each, 'WebSite'));
  return {
    article: node ? articleOf(node, byId) : null,
    site: asText(site?.name),
    breadcrumb: breadcrumbOf(nodes, byId),
  };
}
