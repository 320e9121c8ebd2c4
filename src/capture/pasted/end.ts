/** Where a pasted article ends: author boxes, comments, tags, and other articles below it are cut off. */
import {
  bare,
  endsSentence,
  isAboutAuthor,
  isCommentsLabel,
  isFeedHeading,
  isNamedCaption,
  isProse,
  isReportingCredit,
  isSection,
  lengthInWords,
  readByline,
  readDateLine,
  sameWords,
} from '../furniture/index.ts';
import { type Head, isClutterOrAddress } from './head.ts';
import { joinLines, type Line } from './lines.ts';
import { sharedNames, sharedWords } from './names.ts';

/**
 * Shares of words (of names) that what stands below a break has in common with the article above, when it goes on with
 * it: paragraphs that follow one another need hardly any, one alone or with headlines between more.
 */
const HARDLY_ANY = 0.08;
const SOME = 0.25;

const isParagraph = (line: Line): boolean => isProse(line.text) && !isClutterOrAddress(line.text);

/** How much of a text is weighed on either side of a break, in lines, and how many breaks are. */
const WEIGHED = 300;
const MOST_BREAKS = 50;
/** Furniture below an article is no longer than this many lines. */
const MOST_TAIL = 300;

/** The index of the first line from `from` on that a test finds, or null. */
function indexFrom(lines: readonly Line[], from: number, test: (line: Line) => boolean): number | null {
  for (let i = from; i < lines.length; i++) if (test(lines[i]!)) return i;
  return null;
}

/**
 * Where the article goes on below a break (links to other articles, a note on an author), or null when it does not.
 * A box within an article has paragraphs below it that follow one another; a list of other articles below its end has
 * headlines between them, or teasers that speak of other things.
 *
 * @param above the article's lines so far
 */
function resumesAt(lines: readonly Line[], at: number, above: readonly Line[]): number | null {
  const first = indexFrom(lines, at + 1, (line) => isParagraph(line) && !line.text.endsWith('?'));
  if (first === null) return null;
  const next = indexFrom(lines, first + 1, (line) => isBreak(line.text)) ?? lines.length;
  const rest = lines.slice(first, Math.min(next, first + WEIGHED)).filter((line) => !isClutterOrAddress(line.text));
  const paragraphs = rest.filter(isParagraph);
  const headlines = rest.filter(({ text }) => !isProse(text) && !endsSentence(text) && lengthInWords(text) >= 2).length;
  // Headlines in a row with no paragraph between them are a whole list; what follows it is no teaser of theirs.
  const list = lines.slice(at + 1, first).filter(({ text }) => !isClutterOrAddress(text)).length;
  const running = headlines * 3 <= paragraphs.length && (paragraphs.length > 1 || list > 1);
  const near = above.slice(-WEIGHED);
  const [text, before] = [joinLines(paragraphs), joinLines(near)];
  const common = Math.max(sharedWords(text, before), sharedNames(text, before));
  // More paragraphs in a row than came before are the article itself, which a box interrupted early.
  const most = running && paragraphs.length > Math.max(2, near.filter(isParagraph).length);
  if (!most && (headlines > paragraphs.length || common < (running ? HARDLY_ANY : SOME))) return null;
  // A line that leads in what follows ("He said:") goes with it.
  return first - 1 > at && lines[first - 1]!.text.endsWith(':') ? first - 1 : first;
}

const isBreak = (text: string): boolean => isFeedHeading(text) || isAboutAuthor(text) || isCommentsLabel(text);

/**
 * The first line below which nothing belongs to the article: readers' comments, or a section's name from above the
 * headline, which now heads other articles.
 */
function findHardEnd(lines: readonly Line[], labels: readonly string[]): number {
  let paragraphs = 0;
  for (const [i, line] of lines.entries()) {
    if (isParagraph(line)) paragraphs++;
    else if (paragraphs >= 3 && isCommentsLabel(line.text)) return i;
    else if (paragraphs > 0 && labels.includes(bare(line.text))) return i;
  }
  return lines.length;
}

/** Takes out what stands between the article's paragraphs and cuts off what stands below the last. */
function cut(all: readonly Line[], labels: readonly string[]): { kept: Line[]; ended: boolean } {
  const lines = all.slice(0, findHardEnd(all, labels));
  const kept: Line[] = [];
  let breaks = 0;
  let begun = false;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (begun && breaks < MOST_BREAKS && isBreak(line.text)) {
      breaks++;
      const next = resumesAt(lines, i, kept);
      if (next === null) return { kept, ended: true };
      if (!isAboutAuthor(line.text)) {
        i = next - 1;
        continue;
      }
    }
    kept.push(line);
    begun ||= isParagraph(line);
  }
  return { kept, ended: lines.length < all.length };
}

/** "War in Ukraine, Zelensky": names of topics in a row, as they stand between an article and the furniture below it. */
const isTopics = (text: string): boolean =>
  !endsSentence(text) &&
  lengthInWords(text) <= 12 &&
  text.split(/, | \| |; /).every((topic) => /^\p{Lu}/u.test(topic) && lengthInWords(topic) <= 5);

const isEndNote = (text: string): boolean =>
  isAboutAuthor(text) ||
  isReportingCredit(text) ||
  readDateLine(text) !== null ||
  (!isProse(text) && readByline(text) !== null);

/**
 * Gives the lines of an article's body, in order.
 *
 * @param lines from the first line of running text on
 */
export function readBody(lines: readonly Line[], { labels, title, byline }: Head): Line[] {
  const { kept, ended } = cut(lines, labels);
  const isAuthor = (text: string): boolean => byline !== null && text.startsWith(`${byline} is `);
  let end = kept.length;
  let furniture = ended;
  while (end > Math.max(1, kept.length - MOST_TAIL)) {
    const { text } = kept[end - 1]!;
    if (isClutterOrAddress(text) || isEndNote(text) || isAuthor(text)) furniture = true;
    else if (!(furniture ? isTopics(text) : isSection(text))) break;
    else furniture = true;
    end--;
  }
  const body = kept
    .slice(0, end)
    .filter((line) => !isClutterOrAddress(line.text) && !(title && sameWords(line.text, title)));
  return body.filter((line, i) => i === body.length - 1 || !isNamedCaption(line.text));
}
