/** From a PDF to its article. */
import { isMasthead, isProse, lengthInWords, readByline, sameWords } from '../../furniture/index.ts';
import { type PastedArticle, readPasted } from '../../pasted/index.ts';
import { Refused } from '../../refused.ts';
import { extractInThread } from './thread.ts';
import type { Paragraph, PdfProperties } from './types.ts';

/** A headline is set this much larger than the text below it. */
const LARGER = 1.2;
const LONGEST_TITLE = 60;
/** Some programs write a few bytes of their own above a PDF (ISO 32000-1, annex H.3.4.1). */
const BEGINS_WITHIN = 1024;

/** The headline: what is set largest above the text, a newspaper's own name aside. */
function shownTitle(paragraphs: readonly Paragraph[], bodySize: number): Paragraph | null {
  const firstProse = paragraphs.findIndex(({ text, size }) => isProse(text) && size < bodySize * LARGER);
  const above = paragraphs.slice(0, firstProse < 0 ? paragraphs.length : firstProse);
  const fitting = above.filter(({ text, size, page }) => {
    const length = lengthInWords(text);
    return page === 0 && size >= bodySize * LARGER && length >= 3 && length <= LONGEST_TITLE && !isMasthead(text);
  });
  return fitting.reduce<Paragraph | null>((best, each) => (best && best.size >= each.size ? best : each), null);
}

/** The title that a PDF gives itself, where it is more than a file's name: the page shows it as well. */
function ownTitle({ title }: PdfProperties, paragraphs: readonly Paragraph[]): string | null {
  return title && paragraphs.slice(0, 20).some(({ text }) => sameWords(text, title)) ? title : null;
}

/**
 * Reads a PDF's article: paragraphs in reading order, columns and words at line ends put together, heads, feet and
 * numbers of pages left out. Its properties serve where the pages themselves show no title or author; the date a PDF was
 * made is often that of a print-out, and is not taken for the article's.
 *
 * @throws Refused 'wrong type', 'encrypted', 'damaged', 'too large', 'timed out', 'no article text'
 */
export async function readPdf(bytes: Uint8Array): Promise<PastedArticle> {
  if (!Buffer.from(bytes.subarray(0, BEGINS_WITHIN)).includes('%PDF-')) {
    throw new Refused('wrong type', 'it is no PDF: it does not begin as one');
  }
  const pdf = await extractInThread(bytes);
  if ('refused' in pdf) throw new Refused(pdf.refused, pdf.reason);
  const { paragraphs, bodySize, properties } = pdf;
  const titled = shownTitle(paragraphs, bodySize);
  const first = titled ? [titled, ...paragraphs.filter((each) => each !== titled)] : paragraphs;
  const read = readPasted(first.map(({ text }) => text).join('\n\n'));
  const author = properties.author && lengthInWords(properties.author) > 1 ? `By ${properties.author}` : '';
  return {
    ...read,
    title: titled?.text ?? ownTitle(properties, paragraphs) ?? read.title,
    byline: read.byline ?? readByline(author)?.names ?? null,
  };
}
