/** Takes the furniture out of the paragraphs that main text extraction found. */
import {
  endsSentence,
  isAboutAuthor,
  isCall,
  isCommentsLabel,
  isControl,
  isCredit,
  isFeedHeading,
  isPointer,
  isProse,
  isReportingCredit,
  isRights,
  isTagLine,
  lengthInWords,
  readByline,
  readDateLine,
  sameWords,
} from '../furniture/index.ts';
import type { Block } from './blocks.ts';

/** A paragraph whose words are all links and that is no sentence: it leads elsewhere. */
const isLink = (block: Block): boolean =>
  block.linked >= 0.9 && !endsSentence(block.text) && lengthInWords(block.text) <= 30;

function isFurniture(block: Block): boolean {
  const { text } = block;
  return (
    isControl(text) ||
    isCall(text) ||
    isPointer(text) ||
    isCredit(text) ||
    isRights(text) ||
    isTagLine(text) ||
    isReportingCredit(text) ||
    readDateLine(text) !== null ||
    (!isProse(text) && readByline(text) !== null)
  );
}

/** Whether a paragraph can stand in a list of other articles. */
const isListed = (block: Block): boolean => block.linked >= 0.5 || (!isProse(block.text) && !endsSentence(block.text));

/** Takes out each heading above other articles, with the links below it. */
function withoutFeeds(blocks: readonly Block[]): Block[] {
  const kept: Block[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const block = blocks[i]!;
    if (!isFeedHeading(block.text)) {
      kept.push(block);
      continue;
    }
    const list = blocks[i + 1]?.listed;
    const below = blocks
      .slice(i + 1)
      .findIndex((next) => !isListed(next) && !(list && next.listed && next.linked > 0.1));
    const count = below < 0 ? blocks.length - i - 1 : below;
    const leads = blocks.slice(i + 1, i + 1 + count).some((next) => next.linked >= 0.5);
    if (leads || below < 0) i += count;
    else kept.push(block);
  }
  return kept;
}

/** Notes about the author count as such only after the article's last paragraphs. */
function withoutAuthorNotes(blocks: readonly Block[]): Block[] {
  const from = Math.max(1, blocks.length - 4);
  return blocks.filter((block, i) => i < from || !isAboutAuthor(block.text));
}

/** Headings with nothing below them head what was taken out. */
function withoutEmptyEnd(blocks: readonly Block[]): Block[] {
  let end = blocks.length;
  while (end > 1 && blocks[end - 1]!.heading) end--;
  return blocks.slice(0, end);
}

/**
 * Gives the article's own paragraphs, in order.
 *
 * @param titles forms of the headline, which is not repeated in the text
 */
export function tidy(blocks: readonly Block[], titles: readonly string[]): Block[] {
  const comments = blocks.findIndex((block, i) => i > 0 && block.heading && isCommentsLabel(block.text));
  const above = comments < 0 ? blocks : blocks.slice(0, comments);
  const firstProse = above.findIndex((block) => isProse(block.text));
  const own = withoutFeeds(above)
    .filter((block) => !isFurniture(block) && !isLink(block))
    .filter((block, i) => i > Math.max(firstProse, 3) || !titles.some((title) => sameWords(block.text, title)));
  return withoutEmptyEnd(withoutAuthorNotes(own));
}
