/** From a page's markup to its article. */
import type { Article, PageDetails, Post } from '../../model.ts';
import { isProse, lengthInWords } from '../furniture/index.ts';
import { Refused } from '../refused.ts';
import type { SiteRule } from '../site-rule.ts';
import { type Block, readBlocks } from './blocks.ts';
import { keepByRule, removeByRule, ruleFor, valuesByRule } from './custom.ts';
import { declutter } from './declutter.ts';
import { type DomDocument, parsePage } from './dom.ts';
import { languageOf } from './language.ts';
import { findPosts, keepPosts, liveBlocks, spansOf, structuredBlocks } from './live.ts';
import { mainElement, unwrapPosts } from './maintext.ts';
import { type PageMetadata, readMetadata } from './metadata.ts';
import { tidy } from './tidy.ts';

/** An article as its page tells it, without an id. */
export interface PageArticle extends Omit<Article, 'id'> {
  readonly details: PageDetails;
  /** The entries of a live blog; none where the page is not one. */
  readonly posts: readonly Post[];
}

/** Fewer words of running text than this are a caption or a teaser; another way to the text is tried. */
const SHORT = 40;
/** Structured data that has this many times the words that the page shows has the whole text. */
const MUCH_MORE = 1.5;
const PARTED = '\n\n';

const proseWords = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (isProse(block.text) && block.linked < 0.5 ? lengthInWords(block.text) : 0), 0);

/** Text in structured data, which may hold markup or plain paragraphs; none of it where it is larger than any page. */
function blocksOfBody(body: string): Block[] {
  const marked = /<(?:p|br|div)\b/i.test(body)
    ? body
    : body.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\r?\n/g, '<p>');
  try {
    return readBlocks(parsePage(marked).body);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}

/** The paragraphs of the element that main text extraction takes for the article. Changes the page. */
function extracted(page: DomDocument): Block[] {
  unwrapPosts(page);
  declutter(page);
  const main = mainElement(page);
  return main ? readBlocks(main) : [];
}

const OWN_ACCOUNTS = ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]', 'body'];

/** The paragraphs of the closest element that is the article by the page's own account and has about all of them. */
function ownAccount(page: DomDocument): Block[] {
  declutter(page);
  let best: Block[] = [];
  for (const element of OWN_ACCOUNTS.flatMap((selector) => [...page.querySelectorAll(selector)])) {
    const blocks = readBlocks(element);
    if (proseWords(blocks) > proseWords(best) * MUCH_MORE) best = blocks;
  }
  return best;
}

/** The text's paragraphs, and the posts of a live blog. */
interface Reading {
  readonly blocks: readonly Block[];
  readonly posts: readonly Post[];
}

/** Reads a live blog post by post, from the page or from structured data; null for any other page. Changes the page. */
function readLive(page: DomDocument, about: PageMetadata): Reading | null {
  const shown = about.live ? findPosts(page, about.posts) : [];
  if (shown.length > 0) {
    keepPosts(shown);
    unwrapPosts(page);
    declutter(page);
    const { blocks, postOf } = liveBlocks(page, shown, about.title);
    const kept = tidy(blocks, about.titles);
    return { blocks: kept, posts: spansOf(kept, PARTED, postOf, shown) };
  }
  if (about.posts.length < 2) return null;
  const given = structuredBlocks(about.posts, blocksOfBody);
  const kept = tidy(given.blocks, about.titles);
  return { blocks: kept, posts: spansOf(kept, PARTED, given.postOf, given.shown) };
}

/** Reads the text of a page that is no live blog, or of one whose posts are not told apart. Changes the page. */
function readText(page: DomDocument, again: () => DomDocument, { titles, body }: PageMetadata): Block[] {
  let best = tidy(extracted(page), titles);
  const improve = (blocks: readonly Block[]): void => {
    const other = tidy(blocks, titles);
    if (proseWords(other) > proseWords(best) * MUCH_MORE) best = other;
  };
  if (body) improve(blocksOfBody(body));
  if (proseWords(best) < SHORT) improve(ownAccount(again()));
  return best;
}

/** Reads the text by the user's rule; null when the rule says nothing of it or finds nothing. Changes the page. */
function readByRule(page: DomDocument, rule: SiteRule, titles: readonly string[]): Block[] | null {
  if (!keepByRule(page, rule)) return null;
  unwrapPosts(page);
  declutter(page);
  return tidy(readBlocks(page.body), titles);
}

function read(page: DomDocument, again: () => DomDocument, rule: SiteRule | null, about: PageMetadata): Reading {
  const byRule = rule ? readByRule(page, rule, about.titles) : null;
  if (byRule) return { blocks: byRule, posts: [] };
  const live = readLive(page, about);
  if (live && proseWords(live.blocks) >= SHORT) return live;
  return { blocks: readText(live ? again() : page, again, about), posts: [] };
}

/**
 * Reads a page's article: its text as paragraphs parted by an empty line, without headline, furniture and captions,
 * and its metadata. A live blog is read post by post.
 *
 * @param html the page's markup, however broken
 * @param fetched the address it was fetched from, or null for a file
 * @param rules the user's own rules; the first that fits the page's address goes before everything else
 * @throws Refused 'no article text', 'too large'
 */
export function readPage(html: string, fetched: string | null, rules: readonly SiteRule[] = []): PageArticle {
  const page = parsePage(html);
  const about = readMetadata(page, fetched);
  const rule = ruleFor(rules, about.url);
  const own = rule ? valuesByRule(page, rule, about.outlet) : null;
  if (rule) removeByRule(page, rule);
  const again = (): DomDocument => {
    const fresh = parsePage(html);
    if (rule) removeByRule(fresh, rule);
    return fresh;
  };
  const titles = own?.title ? [own.title, ...about.titles] : about.titles;
  const { blocks, posts } = read(page, again, rule, { ...about, title: own?.title ?? about.title, titles });
  if (!proseWords(blocks)) {
    throw new Refused('no article text', 'the page holds no article text: no paragraph of running words is in it');
  }
  const text = blocks.map((block) => block.text).join(PARTED);
  return {
    title: own?.title ?? about.title,
    byline: own?.byline ?? about.byline,
    published: own?.published ?? about.published,
    outlet: about.outlet,
    language: languageOf(about.language, text),
    url: about.url,
    ...(about.credit === null ? {} : { credit: about.credit }),
    text,
    details: about.details,
    posts,
  };
}
