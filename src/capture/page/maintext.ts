/** Finds the element that holds the article. */
import { Readability } from '@mozilla/readability';
import { running } from './declutter.ts';
import { closestArticle, type DomDocument, type DomElement, isElement, tagOf } from './dom.ts';
import { namesOf } from './names.ts';

/** An article element with this share of a page's running text, and many times that of the next, is the article. */
const MUCH_OF_THE_TEXT = 0.3;
const TIMES_THE_NEXT = 3;
const POST = /-(?:hentry|type-post|blogposting)-/;
/** An article quotes no more of them; a hostile page may hold any number. */
const MOST_POSTS = 200;
const EMBEDDED_POST = 'blockquote.twitter-tweet, blockquote.instagram-media, blockquote.tiktok-embed, .fb-post';

const outermost = (element: DomElement): boolean => closestArticle(element.parentNode) === null;

/** Leaves only the article element where one holds most of the page, and takes out further posts within it. */
function narrow(page: DomDocument): void {
  const articles = [...page.querySelectorAll('article')];
  for (const inner of articles) {
    const outer = closestArticle(inner.parentNode);
    if (outer && POST.test(namesOf(inner)) && POST.test(namesOf(outer))) inner.remove();
  }
  const [main, next] = articles
    .filter((article) => outermost(article))
    .map((element) => ({ element, length: running(element) }))
    .sort((a, b) => b.length - a.length);
  if (!main || main.length < running(page.body) * MUCH_OF_THE_TEXT) return;
  if (next && main.length < next.length * TIMES_THE_NEXT) return;
  for (const node of [...page.body.childNodes]) node.remove();
  page.body.append(main.element);
}

/**
 * Posts from social media are quoted in an article: the words of people. Their wrappers' names ("social-embed") and
 * links would cost them their place, so the wrappers go.
 */
export function unwrapPosts(page: DomDocument): void {
  for (const post of [...page.querySelectorAll(EMBEDDED_POST)].slice(0, MOST_POSTS)) {
    const length = (post.textContent ?? '').trim().length;
    let wrapper = post;
    for (let up = post.parentNode; up && isElement(up) && /^(?:DIV|FIGURE|SPAN)$/.test(tagOf(up)); up = up.parentNode) {
      if ((up.textContent ?? '').trim().length > length * 1.2 + 20) break;
      wrapper = up;
    }
    for (const name of ['class', 'id']) post.removeAttribute(name);
    if (wrapper !== post) wrapper.replaceWith(post);
  }
}

/**
 * Finds the element that holds the article, by Mozilla's Readability. Changes the page.
 *
 * @returns null when nothing in the page looks like an article
 */
export function mainElement(page: DomDocument): DomElement | null {
  narrow(page);
  const options = { serializer: (node: unknown) => node as DomElement, keepClasses: true, linkDensityModifier: 0.3 };
  try {
    return new Readability<DomElement>(page as never, options).parse()?.content ?? null;
  } catch {
    // It recurses over siblings and fails on odd trees; the page may still say itself where its article is.
    return null;
  }
}
