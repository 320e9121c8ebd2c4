/**
 * The part of the DOM that cleaning needs, and reading markup into it. The types are our own because the project's
 * code runs without a browser's globals; linkedom's objects fulfil them.
 */
import { parseHTML } from 'linkedom';
import { Refused } from '../refused.ts';

export interface DomNode {
  readonly nodeType: number;
  readonly parentNode: DomElement | null;
  readonly firstChild: DomNode | null;
  readonly nextSibling: DomNode | null;
  readonly textContent: string | null;
  remove(): void;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  innerHTML: string;
  readonly childNodes: Iterable<DomNode>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  setAttribute(name: string, value: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  append(...nodes: (DomNode | string)[]): void;
  replaceWith(...nodes: (DomNode | string)[]): void;
}

export interface DomDocument extends DomElement {
  readonly documentElement: DomElement | null;
  readonly head: DomElement;
  readonly body: DomElement;
  createElement(name: string): DomElement;
}

const ELEMENT = 1;
const TEXT = 3;

export const isElement = (node: DomNode): node is DomElement => node.nodeType === ELEMENT;
export const isText = (node: DomNode): boolean => node.nodeType === TEXT;
export const tagOf = (element: DomElement): string => element.tagName.toUpperCase();

/**
 * What one page may hold. News pages stay under a tenth of each; beyond them the time that main text extraction takes
 * is no longer bounded by a few seconds, because it reads the text of every element on every level.
 */
const MOST_MARKS = 60_000;
const DEEPEST = 500;
const LONGEST_TEXT = 2_000_000;
/** Characters of text times the depth at which they stand. */
const MOST_READING = 30_000_000;

const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
/** Elements whose end tag may be left out: an open one is closed by the next of its kind, so they do not nest. */
const CLOSED_BY_NEXT = new Set('p li dt dd option optgroup tr td th thead tbody tfoot colgroup'.split(' '));
/** Elements that hold no elements. */
const RAW = new Set('script style textarea title xmp iframe noembed noframes'.split(' '));

function refuseTooMuch(marks: number, depth: number, text: number, reading: number): void {
  const refuse = (what: string): never => {
    throw new Refused('too large', `${what}, more than any news page`);
  };
  if (marks > MOST_MARKS) refuse(`it has more than ${MOST_MARKS} tags`);
  if (depth > DEEPEST) refuse(`its elements are nested more than ${DEEPEST} deep`);
  if (text > LONGEST_TEXT) refuse(`its text is longer than ${LONGEST_TEXT} characters`);
  if (reading > MOST_READING) refuse('too much of its text is nested too deeply');
}

/**
 * Refuses markup that is too large or nests too deeply, before a tree is built: building one takes time that grows with
 * the square of the depth, and reading it with the depth times the length.
 *
 * @throws Refused 'too large'
 */
function guard(html: string): void {
  const lower = html.toLowerCase();
  const mark = /<(?:!--|(\/?)([a-z][^\s/>]*))?/g;
  let [marks, depth, text, reading, end] = [0, 0, 0, 0, 0];
  for (let match = mark.exec(lower); match; match = mark.exec(lower)) {
    const [whole, slash, name] = match;
    const words = Math.max(0, match.index - end);
    marks++;
    text += words;
    reading += words * depth;
    if (whole === '<!--') {
      end = after(lower, '-->', mark.lastIndex);
    } else if (name && !slash && RAW.has(name)) {
      end = after(lower, `</${name}`, mark.lastIndex);
    } else if (name) {
      end = after(lower, '>', mark.lastIndex);
      if (!VOID.has(name) && !CLOSED_BY_NEXT.has(name)) depth = Math.max(0, depth + (slash ? -1 : 1));
    } else {
      end = mark.lastIndex;
    }
    mark.lastIndex = end;
    refuseTooMuch(marks, depth, text, reading);
  }
  refuseTooMuch(marks, depth, text + html.length - end, reading + (html.length - end) * depth);
}

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? text.length : at + mark.length;
}

/**
 * Reads markup, however broken, into a document that has a head and a body. linkedom keeps a fragment as it stands
 * (text before the first element, a body after a stray element), so whatever is not in the head goes into the body.
 *
 * @throws Refused 'too large'
 */
export function parsePage(html: string): DomDocument {
  guard(html);
  const parsed = parseHTML(html).document as unknown as DomDocument;
  const whole = parseHTML('<!doctype html><html><head></head><body></body></html>').document as unknown as DomDocument;
  const root = parsed.documentElement;
  if (root && tagOf(root) === 'HTML') {
    for (const name of ['lang', 'xml:lang']) {
      const value = root.getAttribute(name);
      if (value) whole.documentElement!.setAttribute(name, value);
    }
  }
  const move = (nodes: Iterable<DomNode>): void => {
    for (const node of [...nodes]) {
      const tag = isElement(node) ? tagOf(node) : '';
      if (tag === 'HTML' || tag === 'BODY') move((node as DomElement).childNodes);
      else if (tag === 'HEAD') for (const child of [...(node as DomElement).childNodes]) whole.head.append(child);
      else if (tag || isText(node)) whole.body.append(node);
    }
  };
  move(parsed.childNodes);
  return whole;
}
