/** Live blogs: pages of many posts, each with its own time. */

import type { Post } from '../../model.ts';
import { bare, isProse, toIsoDate } from '../furniture/index.ts';
import { type Block, readBlocks } from './blocks.ts';
import { running } from './declutter.ts';
import { type DomDocument, type DomElement, isElement, tagOf } from './dom.ts';
import { firstOf, plainText } from './elements.ts';
import type { StructuredPost } from './jsonld.ts';
import { namesOf } from './names.ts';
import { classed, type Survey } from './survey.ts';

const LIVE = /-(?:live-?blogs?|live-(?:updates?|feed|stream|coverage|reporting|page)|lx-stream|live-posts?)-/;
const LIVE_HINTS = ['live', 'lx-stream'];
/** Where a post shows its time. Names like "timeline" are told by the length of what they hold. */
const TIMES = 'time, [class*="time" i]';
const LONGEST_TIME = 60;
const MOST_TIMES = 3_000;
/** How far above its time a post may begin. */
const LEVELS_UP = 8;
const FEWEST = 3;
const MOST_POSTS = 1_000;
const HEADINGS = 'h2, h3, h4, h5, h6, [itemprop~="headline"]';

/** A post as the page shows it, before the page is changed. */
interface ShownPost {
  readonly element: DomElement;
  readonly at: string | null;
  readonly title: string | null;
}

/** Whether a page says of itself that it is a live blog, by names or microdata. */
export function looksLive(survey: Survey): boolean {
  const { page } = survey;
  const named = [page.body, ...classed(survey, LIVE_HINTS, 200)].some((element) => LIVE.test(namesOf(element)));
  return named || page.querySelector('[itemtype*="LiveBlogPosting"]') !== null;
}

/** What members of one list share: their tag and the first of their classes. */
const kindOf = (element: DomElement): string =>
  `${tagOf(element)} ${(element.getAttribute('class') ?? '').trim().split(/\s+/)[0]}`;

/**
 * The posts: of all elements with alike children that each hold a time, the children of the one that has the most running
 * text. Lists of other articles hold times too, but few words that are not links.
 */
function postElements(page: DomDocument): DomElement[] {
  const lists = new Map<DomElement, Map<string, Set<DomElement>>>();
  for (const time of firstOf(page, TIMES, MOST_TIMES)) {
    if ((time.textContent ?? '').length > LONGEST_TIME) continue;
    let child: DomElement = time;
    for (let level = 0; level < LEVELS_UP; level++) {
      const parent = child.parentNode;
      if (!parent || !isElement(parent)) break;
      const kinds = lists.get(parent) ?? new Map<string, Set<DomElement>>();
      lists.set(parent, kinds);
      kinds.set(kindOf(child), (kinds.get(kindOf(child)) ?? new Set()).add(child));
      child = parent;
    }
  }
  const groups = [...lists.values()].flatMap((kinds) => [...kinds.values()]).filter((group) => group.size >= FEWEST);
  const sized = groups
    .map((group) => [...group].slice(0, MOST_POSTS))
    .map((posts) => ({ posts, length: posts.reduce((sum, post) => sum + running(post), 0) }))
    .sort((a, b) => b.length - a.length);
  const posts = new Set<unknown>(sized[0]?.posts);
  const list = sized[0]?.posts[0]?.parentNode;
  // In the order of the page: a time met late may be of a post met early.
  return list ? [...list.childNodes].filter(isElement).filter((each) => posts.has(each)) : [];
}

/** The time that an element bears itself. */
function ownTime(element: DomElement): string | null {
  for (const time of element.querySelectorAll('time, [itemprop~="datePublished"], [datetime]')) {
    const date = toIsoDate(time.getAttribute('datetime') ?? time.getAttribute('content') ?? '');
    if (date) return date;
  }
  return null;
}

/** So many characters of a post tell it from others. */
const TELLING = 40;

/** What a post of structured data is recognised by. */
interface Known {
  readonly published: string | null;
  readonly url: string | null;
  readonly headline: string;
  readonly begins: string;
}

const knownOf = ({ published, url, headline, body }: StructuredPost): Known => ({
  published,
  url,
  headline: bare(headline ?? ''),
  begins: bare((body ?? '').slice(0, 400)).slice(0, TELLING),
});

/** When structured data says that a post was posted: found by its address, its headline, or how its text begins. */
function knownTime(element: DomElement, title: string | null, known: readonly Known[]): string | null {
  const id = element.getAttribute('id');
  const headline = bare(title ?? '');
  const words = bare(element.textContent ?? '');
  const post =
    known.find(({ url }) => id && url?.endsWith(`#${id}`)) ??
    known.find((one) => headline !== '' && one.headline === headline) ??
    known.find(({ begins }) => begins.length === TELLING && words.includes(begins));
  return toIsoDate(post?.published ?? '');
}

/** The posts that a live blog shows; none where they are too few to be told from other lists. */
export function findPosts(page: DomDocument, structured: readonly StructuredPost[]): ShownPost[] {
  const known = structured.slice(0, MOST_POSTS).map(knownOf);
  return postElements(page).map((element) => {
    const heading = element.querySelector(HEADINGS);
    const title = heading ? plainText(page, heading.textContent) : null;
    return { element, at: ownTime(element) ?? knownTime(element, title, known), title };
  });
}

/** Posts, and what they stand in, lose their names, so that no name costs them their place. */
export function keepPosts(posts: readonly ShownPost[]): void {
  for (const { element } of posts) for (const name of ['class', 'id']) element.removeAttribute(name);
  for (let up = posts[0]?.element.parentNode ?? null; up && isElement(up); up = up.parentNode) {
    for (const name of ['class', 'id']) up.removeAttribute(name);
  }
}

/** Paragraphs, and the post that each belongs to; -1 for what stands above the first. */
export interface LiveBlocks {
  readonly blocks: readonly Block[];
  readonly postOf: ReadonlyMap<Block, number>;
}

/** What stands between headline and first post: running text, lists of key points, and headings above them. */
function isLead(blocks: readonly Block[], i: number): boolean {
  const block = blocks[i]!;
  const next = blocks[i + 1];
  if (block.heading) return next !== undefined && !next.heading && isLead(blocks, i + 1);
  return isProse(block.text) || (block.listed && block.linked < 0.5);
}

/** Reads the paragraphs of a page that has been cleared of clutter, post by post. */
export function liveBlocks(page: DomDocument, posts: readonly ShownPost[], title: string | null): LiveBlocks {
  const numbers = new Map<unknown, number>(posts.map(({ element }, i) => [element, i]));
  const postOf = new Map<Block, number>();
  const numberOf = (block: Block): number => {
    for (let up: DomElement | null = block.element; up && isElement(up); up = up.parentNode) {
      const number = numbers.get(up);
      if (number !== undefined) return number;
    }
    return -1;
  };
  const all = readBlocks(page.body);
  const first = all.findIndex((block) => numberOf(block) >= 0);
  const headline = all.findIndex((block) => title !== null && bare(block.text).endsWith(bare(title)));
  const lead = headline < 0 ? [] : all.slice(headline + 1, Math.max(first, 0));
  for (const [i, block] of lead.entries()) if (isLead(lead, i)) postOf.set(block, -1);
  for (const block of all) if (numberOf(block) >= 0) postOf.set(block, numberOf(block));
  return { blocks: [...postOf.keys()], postOf };
}

/** The posts as structured data gives them, where the page shows none. */
export function structuredBlocks(
  posts: readonly StructuredPost[],
  read: (body: string) => Block[],
): LiveBlocks & { readonly shown: readonly Omit<ShownPost, 'element'>[] } {
  const postOf = new Map<Block, number>();
  const shown = posts.slice(0, MOST_POSTS).map(({ headline, published }, i) => {
    const { body } = posts[i]!;
    for (const block of [...(headline ? read(headline) : []), ...(body ? read(body) : [])]) postOf.set(block, i);
    return { at: toIsoDate(published ?? ''), title: headline };
  });
  return { blocks: [...postOf.keys()], postOf, shown };
}

/**
 * Where the posts stand in the text.
 *
 * @param kept the paragraphs that became the text, in order
 * @param parted how they are joined
 */
export function spansOf(
  kept: readonly Block[],
  parted: string,
  postOf: ReadonlyMap<Block, number>,
  posts: readonly Omit<ShownPost, 'element'>[],
): Post[] {
  const spans = new Map<number, [start: number, end: number]>();
  let at = 0;
  for (const block of kept) {
    const number = postOf.get(block) ?? -1;
    const end = at + block.text.length;
    if (number >= 0) spans.set(number, [spans.get(number)?.[0] ?? at, end]);
    at = end + parted.length;
  }
  return [...spans].map(([number, span]) => ({ span, at: posts[number]!.at, title: posts[number]!.title }));
}
