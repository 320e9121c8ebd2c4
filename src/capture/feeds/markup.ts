/** Reads markup piece by piece, within bounds, and can stop anywhere. */
import { Parser } from 'htmlparser2';

/** What is done with each piece. `start` and `inside` are offsets into the markup, in UTF-16 code units. */
export interface MarkupReader {
  /**
   * A start tag. The name and those of attributes are in lower case; references in values are as written.
   *
   * @param start where the tag begins
   * @param inside where what it holds begins
   */
  enter(name: string, attributes: Readonly<Record<string, string>>, start: number, inside: number): void;
  /** An end tag that fits an open element, also one that an outer end tag implies. @param start where the end tag begins */
  leave?(name: string, start: number): void;
  /** References are as written. */
  text?(text: string, isCdata: boolean): void;
}

/** Elements that may be open because nobody closed them: the time that reading takes grows with their number. */
const MOST_OPEN = 5_000;

class Stop extends Error {}

/** Ends the reading from within a reader. */
export function stopReading(): never {
  throw new Stop();
}

/**
 * Reads markup to its end, or until a reader stops it, or more than 5,000 elements are open. What is open at the end is not
 * closed: whoever reads sees that it is not whole.
 *
 * @returns whether too many elements were open
 */
export function readMarkup(markup: string, reader: MarkupReader, syntax: 'xml' | 'html'): boolean {
  let open = 0;
  let isCdata = false;
  let tooManyOpen = false;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        open += 1;
        tooManyOpen = open > MOST_OPEN;
        if (tooManyOpen) stopReading();
        reader.enter(name, attributes, parser.startIndex, parser.endIndex + 1);
      },
      onclosetag(name) {
        open -= 1;
        reader.leave?.(name, parser.startIndex);
      },
      ontext(text) {
        reader.text?.(text, isCdata);
      },
      oncdatastart() {
        isCdata = true;
      },
      oncdataend() {
        isCdata = false;
      },
    },
    { xmlMode: syntax === 'xml', decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    parser.write(markup);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  return tooManyOpen;
}

/** What is said of feeds and lists with too many open elements. */
export const TOO_MANY_OPEN = `more than ${MOST_OPEN} elements were not closed; the rest is not read`;
