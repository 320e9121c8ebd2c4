/** From a page's markup to its article. */
import { isProse, lengthInWords } from '../furniture/index.ts';
import { Refused } from '../refused.ts';
import { type Block, readBlocks } from './blocks.ts';
import { declutter } from './declutter.ts';
import { parsePage } from './dom.ts';
import { mainElement, unwrapPosts } from './maintext.ts';
import { readMetadata } from './metadata.ts';
import { tidy } from './tidy.ts';

/** An article as its page tells it, without an id. */
export interface PageArticle {
  readonly title: string | null;
  readonly byline: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly language: string | null;
  readonly url: string | null;
  readonly text: string;
}

/** Fewer words of running text than this are a caption or a teaser; another way to the text is tried. */
const SHORT = 40;
/** Structured data that has this many times the words that the page shows has the whole text. */
const MUCH_MORE = 1.5;

const proseWords = (blocks: readonly Block[]): number =>
  blocks.reduce((sum, block) => sum + (isProse(block.text) && block.linked < 0.5 ? lengthInWords(block.text) : 0), 0);

/** The article's text in structured data, which may hold markup or plain paragraphs. */
function blocksOfBody(body: string): Block[] {
  const marked = /<(?:p|br|div)\b/i.test(body)
    ? body
    : body.replace(/[&<>]/g, (mark) => `&#${mark.charCodeAt(0)};`).replace(/\r?\n/g, '<p>');
  return readBlocks(parsePage(marked).body);
}

/** The paragraphs of the element that main text extraction takes for the article. */
function extracted(html: string): Block[] {
  const page = parsePage(html);
  unwrapPosts(page);
  declutter(page);
  const main = mainElement(page);
  return main ? readBlocks(main) : [];
}

const OWN_ACCOUNTS = ['[itemprop~="articleBody"]', 'article', 'main, [role="main"]', 'body'];

/** The paragraphs of the closest element that is the article by the page's own account and has about all of them. */
function ownAccount(html: string): Block[] {
  const page = parsePage(html);
  declutter(page);
  let best: Block[] = [];
  for (const element of OWN_ACCOUNTS.flatMap((selector) => [...page.querySelectorAll(selector)])) {
    const blocks = readBlocks(element);
    if (proseWords(blocks) > proseWords(best) * MUCH_MORE) best = blocks;
  }
  return best;
}

/**
 * Reads a page's article: its text as paragraphs parted by an empty line, without headline, furniture and captions,
 * and its metadata.
 *
 * @param html the page's markup, however broken
 * @param fetched the address it was fetched from, or null for a file
 * @throws Refused 'no article text', 'too large'
 */
export function readPage(html: string, fetched: string | null): PageArticle {
  const { titles, body, ...about } = readMetadata(parsePage(html), fetched);
  let best = tidy(extracted(html), titles);
  const improve = (blocks: readonly Block[]): void => {
    const other = tidy(blocks, titles);
    if (proseWords(other) > proseWords(best) * MUCH_MORE) best = other;
  };
  if (body) improve(blocksOfBody(body));
  if (proseWords(best) < SHORT) improve(ownAccount(html));
  if (!proseWords(best)) {
    throw new Refused('no article text', 'the page holds no article text: no paragraph of running words is in it');
  }
  return { ...about, text: best.map((block) => block.text).join('\n\n') };
}
