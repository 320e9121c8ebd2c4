/** Bounds on markup, held before a tree is built from it. */
import { type Handler, Parser } from 'htmlparser2';
import { Refused } from '../refused.ts';

/**
 * What one page may hold. News pages stay under a tenth of each; beyond them the time that main text extraction takes
 * is no longer bounded by a few seconds, because it reads the text of every element on every level.
 */
const MOST_PARTS = 70_000;
const DEEPEST = 500;
const LONGEST_TEXT = 6_000_000;
/** Characters of text times the depth at which they stand; an element or a piece of text counts as so many more. */
const MOST_READING = 30_000_000;
const PART = 10;

/** In characters. linkedom passes all names of a class at once, for which the stack has room only up to some number. */
const LONGEST_CLASS = 20_000;

/** Elements whose content is taken out before any text is read. */
const UNREAD = new Set(['script', 'style']);

function refuse(what: string): never {
  throw new Refused('too large', `${what}, more than any news page`);
}

/**
 * Refuses markup that is too large or nests too deeply, before a tree is built: building one takes time that grows with
 * the square of the depth, and reading it with the depth times the length. Counted is what linkedom's own parser gives
 * for the markup, so that the tree is the one that was measured; reading stops at the first bound that is passed.
 *
 * @returns whether a name of an attribute has capitals, which linkedom keeps and selectors do not find
 * @throws Refused 'too large'
 */
export function refuseTooLarge(html: string): boolean {
  const open: string[] = [];
  let [parts, text, reading] = [0, 0, 0];
  let capitals = false;
  const count = (): void => {
    if (++parts > MOST_PARTS) refuse(`it has more than ${MOST_PARTS} elements, attributes and pieces of text`);
  };
  const countReading = (length: number): void => {
    reading += length * open.length;
    if (reading > MOST_READING) refuse('too much of it is nested too deeply');
  };
  const handler: Partial<Handler> = {
    onopentagname(name) {
      count();
      if (open.push(name) > DEEPEST) refuse(`its elements are nested more than ${DEEPEST} deep`);
      countReading(PART);
    },
    onattribute(name, { length }) {
      count();
      // Drawings have names with capitals of their own (viewBox).
      if (!capitals && /[A-Z]/.test(name)) capitals = !open.includes('svg');
      if (name.toLowerCase() === 'class' && length > LONGEST_CLASS)
        refuse(`a class is longer than ${LONGEST_CLASS} characters`);
    },
    onclosetag() {
      open.pop();
    },
    oncomment: count,
    ontext({ length }) {
      count();
      if (UNREAD.has(open.at(-1) ?? '')) return;
      text += length;
      if (text > LONGEST_TEXT) refuse(`its text is longer than ${LONGEST_TEXT} characters`);
      countReading(length + PART);
    },
  };
  const parser = new Parser(handler, { lowerCaseAttributeNames: false });
  parser.write(html);
  parser.end();
  return capitals;
}
