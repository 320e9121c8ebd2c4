/** Takes out of a page what is not the article: menus, share bars, related coverage, newsletters, captions, comments. */
import { closestArticle, type DomDocument, type DomElement, isElement, tagOf } from './dom.ts';
import { namesOf } from './names.ts';
import { settlePullQuotes } from './quotes.ts';

/** Elements that never hold the article's words. */
const NEVER =
  'script, style, template, link, meta, nav, footer, form, button, select, textarea, input, iframe, object, embed, ' +
  'img, picture, svg, canvas, audio, video, dialog, map, figcaption, menu, noscript';
const ROLES = new Set(
  'navigation complementary contentinfo banner search dialog alertdialog alert menu menubar toolbar tablist'.split(' '),
);

/**
 * Names that sites give, in class and id, to what stands around an article. Matched against the names with every
 * word set off by hyphens, so that `-ad-` finds "ad" and "ad-slot" but not "header".
 */
const CLUTTER = new RegExp(
  `-(?:${[
    // other articles
    'related|recirc|recirculation|recommend|recommended|recommends|recommendation|recommendations|trending|popular',
    '(?:most|also|must)-(?:read|viewed|popular|shared|watched|like)|mostread|mostpopular',
    'more-(?:stories|news|from|on|in|like|articles|posts|to-read|coverage|info|links|top)|morestories|readmore|seemore',
    '(?:read|see|up|watch|article|story|post|page)-(?:next|also|more|prev|previous)|upnext|next-(?:up|article|story|post)',
    'teaser|teasers|latest-(?:news|stories|articles|posts|headlines)|headlines|top-stories|topstories|inline-links?',
    'outbrain|taboola|zergnet|revcontent|plista|ligatus|spotim|jp-relatedposts|yarpp|nrelate',
    // calls upon the reader
    'newsletter|newsletters|subscribe|subscription|subscriptions|signup|sign-up|donate|donation|support-us|membership',
    'paywall|regwall|app-promo|promo|promos|promobox|promotion|callout|cta|call-to-action|follow|follow-us',
    // sharing and talking
    'share|shares|sharing|sharebar|sharetools|sharedaddy|share-bar|social|socials|socialmedia|addthis|addtoany',
    'comment|comments|commenting|comments-area|disqus|livefyre|respond|discussion|conversation|reactions?|likes',
    // advertisements
    'ad|ads|advert|adverts|advertisement|advertising|advertorial|adsense|adslot|adunit|dfp|sponsor|sponsored|sponsors',
    // pictures
    'caption|captions|wp-caption|image-(?:title|caption)|photo-credit|image-credit|img-credit|credit|credits|photographer|gallery|slideshow',
    'carousel|lightbox|image-meta|media-meta|photo-info|pic-info|imgdesc|thumbnail|thumbnails',
    // around the article
    'breadcrumb|breadcrumbs|pagination|pager|sidebar|footer|masthead|topbar|toolbar|menu|nav|navbar|navigation',
    'tags|tag-list|taglist|tag-cloud|keywords|topics-list|article-tags|post-tags|entry-tags|article-topics|categories',
    'cookie|cookies|gdpr|consent|disclaimer|copyright|print-only|noprint|no-print|skip-link|screen-reader-text',
    'modal|popup|popover|tooltip|hovercard|rollover|overlay|dropdown|flyout|soc|(?<!drop-)cap',
    'author-(?:bio|box|card|info|description|details|about|profile|block)|about-(?:the-)?author|authorbox|bio|bios',
    'rating|ratings|print-button|font-size|(?:video|audio|media)-(?:player|enhancement)|jwplayer|video-js',
  ].join('|')})-`,
);
/** Names of short lines beside the headline; a longer element that bears one may be the article itself. */
const LABEL = new RegExp(
  `-(?:${[
    'byline|bylines|author|authors|writer|meta|metadata|timestamp|date|dates|datetime|pubdate|published|publish-date',
    'time|posted|posted-on|updated|read-time|reading-time|kicker|eyebrow|overline|section-name|article-section|info',
    'infos|source|location|views|viewers|followers|view-count|counter|badge|label|actions|tools|utility|utilities|buttons',
  ].join('|')})-`,
);
const HIDDEN =
  /-(?:hidden|visually-hidden|visuallyhidden|sr-only|screen-reader|screenreader|screen-reader-text|offscreen)-/;

const POPUP = /-(?:popup|popover|tooltip|hovercard|rollover|dropdown|flyout)-/;
/** What readers write; there may be more of it than of the article. */
const TALK = /-(?:comments?|commenting|comments-area|disqus|livefyre|respond|discussion|conversation)-/;

/** A page's structure is not clutter even where its name says so ("has-sidebar", "with-share"). */
const STRUCTURE = new Set('HTML BODY MAIN ARTICLE'.split(' '));
const LONGEST_LABEL = 160;
/** An element with more than this share of the page's running text is the article or holds it. */
const MOST_OF_THE_TEXT = 0.35;
const NEARLY_ALL = 0.95;
const SMALL_PART = 0.2;

function isHidden(element: DomElement, names: string): boolean {
  const style = element.getAttribute('style') ?? '';
  return (
    element.hasAttribute('hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style.slice(0, 1000)) ||
    HIDDEN.test(names)
  );
}

const lengthOf = (element: DomElement): number => (element.textContent ?? '').replace(/\s+/g, ' ').trim().length;

function insideParagraph(element: DomElement): boolean {
  for (let up = element.parentNode; up && isElement(up); up = up.parentNode) if (tagOf(up) === 'P') return true;
  return false;
}

/** Characters of running text in an element: all but the words of links. */
export function running(element: DomElement): number {
  let sum = lengthOf(element);
  for (const link of element.querySelectorAll('a')) sum -= lengthOf(link);
  return sum;
}

function isClutter(element: DomElement, names: string): boolean {
  if (isHidden(element, names)) return true;
  if (insideParagraph(element)) return POPUP.test(names);
  if (ROLES.has(element.getAttribute('role') ?? '') || tagOf(element) === 'ASIDE' || CLUTTER.test(names)) return true;
  if (element.getAttribute('itemprop') === 'caption') return true;
  return LABEL.test(names) && lengthOf(element) <= LONGEST_LABEL;
}

/** Another article's card within the article: a headline that is a link, and a few words. */
function isCard(element: DomElement, whole: number): boolean {
  if (tagOf(element) !== 'ARTICLE' || !closestArticle(element.parentNode)) return false;
  const heading = element.querySelector('h1, h2, h3, h4, h5, h6');
  const link = heading?.querySelector('a') ?? null;
  return link !== null && lengthOf(link) >= lengthOf(heading!) * NEARLY_ALL && running(element) < whole * SMALL_PART;
}

/** Whether an element is the article, or holds it, whatever its name says. */
function holdsArticle(element: DomElement, names: string, whole: number): boolean {
  if (STRUCTURE.has(tagOf(element)) || element.querySelector('h1')) return true;
  return running(element) > whole * (TALK.test(names) ? NEARLY_ALL : MOST_OF_THE_TEXT);
}

/** Old systems wrap a whole page in one form. */
function unwrapLarge(form: DomElement, whole: number, page: DomDocument): void {
  if (running(form) <= whole * MOST_OF_THE_TEXT) return;
  const block = page.createElement('div');
  for (const child of [...form.childNodes]) block.append(child);
  form.replaceWith(block);
}

/**
 * Removes the clutter from a page, in place. An element that holds the headline or a large share of the page's running
 * text stays whatever its name, within a paragraph only hidden pop-ups go, and a pull quote stays where it is the only
 * place of its words.
 */
export function declutter(page: DomDocument): void {
  const forms = [...page.querySelectorAll('form')];
  const withForms = forms.length > 0 ? running(page.body) : 0;
  for (const form of forms) unwrapLarge(form, withForms, page);
  for (const element of [...page.querySelectorAll(NEVER)]) if (!element.querySelector('h1')) element.remove();
  settlePullQuotes(page);
  const whole = running(page.body);
  for (const element of [...page.body.querySelectorAll('*')]) {
    if (!element.parentNode) continue;
    const names = namesOf(element);
    if (isCard(element, whole)) element.remove();
    else if (isClutter(element, names) && !holdsArticle(element, names, whole)) element.remove();
  }
}
