/** Lines that return on page after page: heads, feet, and numbers of pages. */
import type { Line } from './types.ts';

/** The share of a page, above and below, in which such lines stand. */
const MARGIN = 0.12;
/** Even and odd pages may have different ones. */
const OFTEN = 0.4;

const PAGE_NUMBER = /^[-–—|\s]*(?:page |p\. ?|pg\. ?)?\d{1,4}(?:\s?(?:of|\/)\s?\d{1,4})?[-–—|\s]*$/i;

/** A line's words whatever numbers it holds. */
const withoutNumbers = (text: string): string => text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();

export interface LinesOfPage {
  readonly height: number;
  readonly lines: readonly Line[];
}

const isInMargin = ({ y }: Line, height: number): boolean => y < height * MARGIN || y > height * (1 - MARGIN);

/** Gives the lines of each page without those that return on many, and without numbers of pages. */
export function withoutRunning(pages: readonly LinesOfPage[]): Line[][] {
  const times = new Map<string, number>();
  for (const { height, lines } of pages) {
    const inMargin = lines.filter((line) => isInMargin(line, height)).map(({ text }) => withoutNumbers(text));
    for (const words of new Set(inMargin)) times.set(words, (times.get(words) ?? 0) + 1);
  }
  const often = Math.max(2, Math.ceil(pages.length * OFTEN));
  return pages.map(({ height, lines }) =>
    lines.filter((line) => {
      if (!isInMargin(line, height)) return true;
      return !PAGE_NUMBER.test(line.text) && times.get(withoutNumbers(line.text))! < often;
    }),
  );
}
