/** From a PDF's bytes to its paragraphs. Runs in a thread of its own: see `thread.ts`. */
import { getDocumentProxy } from 'unpdf';
import { readingOrder, toLines } from './lines.ts';
import { bodySizeOf, type Run, toParagraphs } from './paragraphs.ts';
import { withoutRunning } from './running.ts';
import type { Fragment, Page, PdfProperties, PdfText } from './types.ts';

/** Reports and books have more; an article, a press release or a newspaper's page has not. */
const MOST_PAGES = 200;
const MOST_FRAGMENTS = 300_000;
const LONGEST_TEXT = 2_000_000;
/** PDFs without as many letters are pictures, perhaps with a stamp or a number. */
const FEWEST_LETTERS = 40;

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;
type PdfPage = Awaited<ReturnType<Pdf['getPage']>>;
type Matrix = readonly number[];

class TooLarge extends Error {}

/** One matrix after another, as PDF has them: [a b c d e f]. */
const multiply = (m: Matrix, n: Matrix): number[] => [
  m[0]! * n[0]! + m[2]! * n[1]!,
  m[1]! * n[0]! + m[3]! * n[1]!,
  m[0]! * n[2]! + m[2]! * n[3]!,
  m[1]! * n[2]! + m[3]! * n[3]!,
  m[0]! * n[4]! + m[2]! * n[5]! + m[4]!,
  m[1]! * n[4]! + m[3]! * n[5]! + m[5]!,
];

/** A page's letters as they are seen; text that stands upright or upside down, such as a stamp at the side, is left out. */
async function readPage(page: PdfPage): Promise<Page> {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const fragments: Fragment[] = [];
  const marks: boolean[] = [];
  for (const item of items) {
    if ('type' in item) {
      // What a tagged PDF calls an artifact is no text: heads and feet of pages (ISO 32000-1, 14.8.2.2).
      if (item.type === 'endMarkedContent') marks.pop();
      else marks.push('tag' in item && item.tag === 'Artifact');
      continue;
    }
    if (!item.str.trim() || marks.includes(true)) continue;
    const matrix = multiply(viewport.transform, item.transform);
    if (matrix[0]! <= 0 || Math.abs(matrix[1]!) > 0.1 * matrix[0]!) continue;
    const size = Math.hypot(matrix[2]!, matrix[3]!);
    // Fonts may map letters to anything.
    const text = item.str.replace(/\p{Cc}/gu, ' ').toWellFormed();
    fragments.push({ text, x: matrix[4]!, y: matrix[5]!, width: item.width, size });
  }
  page.cleanup();
  return { width: viewport.width, height: viewport.height, fragments };
}

async function readPages(pdf: Pdf): Promise<Page[]> {
  if (pdf.numPages > MOST_PAGES) throw new TooLarge(`it has ${pdf.numPages} pages, more than ${MOST_PAGES}`);
  const pages: Page[] = [];
  let [fragments, letters] = [0, 0];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await readPage(await pdf.getPage(number));
    fragments += page.fragments.length;
    letters += page.fragments.reduce((sum, { text }) => sum + text.length, 0);
    if (fragments > MOST_FRAGMENTS || letters > LONGEST_TEXT) {
      throw new TooLarge(`its text is longer than ${LONGEST_TEXT} characters`);
    }
    pages.push(page);
  }
  return pages;
}

async function readProperties(pdf: Pdf): Promise<PdfProperties> {
  const about = await pdf.getMetadata().catch(() => null);
  const info = (about?.info ?? {}) as Readonly<Record<string, unknown>>;
  const words = (value: unknown): string | null =>
    typeof value === 'string' ? value.toWellFormed().replace(/\s+/g, ' ').trim().slice(0, 500) || null : null;
  return { title: words(info.Title), author: words(info.Author) };
}

function arrange(pages: readonly Page[]): { readonly runs: Run[]; readonly letters: number } {
  const lines = pages.map(({ height, fragments }) => ({ height, lines: toLines(fragments) }));
  const runs = withoutRunning(lines).flatMap((each, page) => readingOrder(each).map((run) => ({ page, lines: run })));
  const letters = runs.reduce((sum, run) => sum + run.lines.reduce((length, { text }) => length + text.length, 0), 0);
  return { runs, letters };
}

/** Reads a PDF. Never throws for what it holds. */
export async function extractPdf(bytes: Uint8Array): Promise<PdfText> {
  let pdf: Pdf | null = null;
  try {
    pdf = await getDocumentProxy(bytes, { verbosity: 0, useSystemFonts: false, maxImageSize: 1 });
    const { runs, letters } = arrange(await readPages(pdf));
    if (letters < FEWEST_LETTERS) {
      const reason =
        'its pages are pictures without text, as scanners make them: run text recognition (OCR) on it first';
      return { refused: 'no article text', reason };
    }
    return { paragraphs: toParagraphs(runs), bodySize: bodySizeOf(runs), properties: await readProperties(pdf) };
  } catch (error) {
    const { name, message } = error as Error;
    if (error instanceof TooLarge) return { refused: 'too large', reason: message };
    if (name === 'PasswordException')
      return { refused: 'encrypted', reason: 'it is locked with a password: save it without one' };
    return { refused: 'damaged', reason: `it is no whole PDF (${message.replace(/\.$/, '')})` };
  } finally {
    await pdf?.loadingTask.destroy().catch(() => {});
  }
}
