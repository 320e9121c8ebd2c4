/** Takes the furniture out of the paragraphs that main text extraction found. */
import {
  bare,
  endsSentence,
  isAboutAuthor,
  isClutter,
  isCommentsLabel,
  isFeedHeading,
  isInfoLine,
  isNamedCaption,
  isProse,
  isReportingCredit,
  lengthInWords,
  readByline,
  readDateLine,
  sameWords,
  wordsOf,
} from '../furniture/index.ts';
import type { Block } from './blocks.ts';
import { tagOf } from './dom.ts';
import { MOST_PULL_QUOTES, repeatsOf } from './quotes.ts';

/** A paragraph whose words are all links and that is no sentence: it leads elsewhere. */
const isLink = (block: Block): boolean =>
  block.linked >= 0.9 && !endsSentence(block.text) && lengthInWords(block.text) <= 30;

function isFurniture(block: Block): boolean {
  const { text } = block;
  return (
    isClutter(text) ||
    isInfoLine(text) ||
    isReportingCredit(text) ||
    readDateLine(text) !== null ||
    (!isProse(text) && readByline(text) !== null)
  );
}

/** Whether a paragraph can stand in a list of other articles. */
const isListed = (block: Block): boolean => block.linked >= 0.5 || (!isProse(block.text) && !endsSentence(block.text));

/**
 * Where the list of other articles below a heading ends: the index of the first paragraph that is not in it.
 *
 * @param from up to here, all that stands below the heading is known to be listed
 */
function endOfList(blocks: readonly Block[], heading: number, from: number): number {
  const inList = blocks[heading + 1]?.listed ?? false;
  let end = Math.max(heading + 1, from);
  while (end < blocks.length) {
    const block = blocks[end]!;
    if (!isListed(block) && !(inList && block.listed && block.linked > 0.1)) break;
    end++;
  }
  return end;
}

/** Takes out each heading above other articles, with the links below it. */
function withoutFeeds(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  // The end of the last list without links: headings within it need not look through it again.
  let seen = 0;
  for (let i = 0; i < blocks.length; i++) {
    const end = isFeedHeading(blocks[i]!.text) ? endOfList(blocks, i, seen) : i;
    let leads = end === blocks.length;
    for (let j = Math.max(i + 1, seen); j < end && !leads; j++) leads = blocks[j]!.linked >= 0.5;
    // A heading like "More on the talks" may be the article's own: then no links stand below it.
    if (end > i && leads) i = end - 1;
    else kept.push(blocks[i]!);
    if (!leads) seen = Math.max(seen, end);
  }
  return kept;
}

/** Notes about the author count as such only in the article's last paragraphs, captions with a name everywhere but in the last. */
function withoutNotes(blocks: readonly Block[]): Block[] {
  const from = Math.max(1, blocks.length - 4);
  return blocks.filter(
    (block, i) => (i < from || !isAboutAuthor(block.text)) && (i === blocks.length - 1 || !isNamedCaption(block.text)),
  );
}

/** Headings with nothing below them head what was taken out. */
function withoutEmptyEnd(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]!.heading) end--;
  return blocks.slice(0, end);
}

/**
 * Whether a paragraph is the headline again; above the text, a part of it as well, or one with a label before it ("KALNA:
 * Envoy leaves", "Envoy leaves", "Live Envoy leaves").
 */
function repeats(text: string, title: string, above: boolean): boolean {
  if (sameWords(text, title)) return true;
  const [part, whole] = [bare(text), bare(title)];
  if (!above) return false;
  const labelled = part.endsWith(` ${whole}`) && wordsOf(part).length <= wordsOf(whole).length + 2;
  return labelled || (wordsOf(part).length >= 3 && (whole.startsWith(part) || whole.endsWith(part)));
}

const isInQuote = ({ element }: Block): boolean =>
  tagOf(element) === 'BLOCKQUOTE' ||
  (element.parentNode !== null && element.parentNode.tagName?.toUpperCase() === 'BLOCKQUOTE');

/** Takes out quotations set apart that the text gives as well, with the line below that says whose they are. */
function withoutPullQuotes(blocks: readonly Block[]): Block[] {
  const quotes = blocks
    .filter((block) => isInQuote(block) && lengthInWords(block.text) <= 50)
    .slice(0, MOST_PULL_QUOTES);
  if (quotes.length === 0) return [...blocks];
  const repeats = repeatsOf(
    blocks
      .filter((block) => !quotes.includes(block))
      .map((block) => block.text)
      .join('\n'),
  );
  const pulled = new Set(quotes.filter((block) => repeats(block.text)));
  const isSource = (block: Block, before: Block | undefined): boolean =>
    before !== undefined &&
    pulled.has(before) &&
    !endsSentence(block.text) &&
    (block.element === before.element.parentNode || block.element.parentNode === before.element.parentNode);
  return blocks.filter((block, i) => !pulled.has(block) && !isSource(block, blocks[i - 1]));
}

/** Short lines that return: the name of a contributor, a label, a button above each post. */
const OFTEN = 3;

function withoutRefrains(blocks: readonly Block[]): Block[] {
  const times = new Map<string, number>();
  for (const { text } of blocks) times.set(text, (times.get(text) ?? 0) + 1);
  const isRefrain = ({ text }: Block): boolean =>
    times.get(text)! >= OFTEN && !endsSentence(text) && lengthInWords(text) >= 3 && lengthInWords(text) <= 8;
  return blocks.filter((block) => !isRefrain(block));
}

/**
 * Gives the article's own paragraphs, in order.
 *
 * @param titles forms of the headline, which is not repeated in the text
 */
export function tidy(blocks: readonly Block[], titles: readonly string[]): Block[] {
  const comments = blocks.findIndex((block, i) => i > 0 && block.heading && isCommentsLabel(block.text));
  const above = comments < 0 ? blocks : blocks.slice(0, comments);
  const own = withoutRefrains(withoutPullQuotes(withoutFeeds(above))).filter(
    (block) => !isFurniture(block) && !isLink(block),
  );
  const firstProse = own.findIndex((block) => isProse(block.text));
  const text = own.filter((block, i) => !titles.some((title) => repeats(block.text, title, i < firstProse)));
  return withoutEmptyEnd(withoutNotes(text));
}
