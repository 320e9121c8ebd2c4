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
  nameAtEnd,
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

/** Where the list of other articles below a heading ends: the index of the first paragraph that is not in it. */
function endOfList(blocks: readonly Block[], heading: number): number {
  const inList = blocks[heading + 1]?.listed ?? false;
  let end = heading + 1;
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
  for (let i = 0; i < blocks.length; i++) {
    const end = isFeedHeading(blocks[i]!.text) ? endOfList(blocks, i) : i;
    let leads = end === blocks.length;
    for (let j = i + 1; j < end && !leads; j++) leads = blocks[j]!.linked >= 0.5;
    // A heading like "More on the talks" may be the article's own: then no links stand below it.
    if (end > i && leads) i = end - 1;
    else kept.push(blocks[i]!);
  }
  return kept;
}

/** A caption told by the name in brackets at its end; the last paragraph may end with its agency's name in the same way. */
const isNamedCaption = (text: string): boolean =>
  nameAtEnd(text) !== null && lengthInWords(text) <= 45 && !/["“”]/.test(text);

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
  return withoutEmptyEnd(withoutNotes(own));
}
