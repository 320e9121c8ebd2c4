/**
 * The part of the DOM that cleaning needs, and reading markup into it. The types are our own because the project's
 * code runs without a browser's globals; linkedom's objects fulfil them.
 */
import { parseHTML } from 'linkedom';
import { refuseTooLarge } from './guard.ts';

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
  getAttributeNames(): string[];
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

/** The article element that an element is or stands in, or null. */
export function closestArticle(element: DomElement | null): DomElement | null {
  for (let up = element; up && isElement(up); up = up.parentNode) if (tagOf(up) === 'ARTICLE') return up;
  return null;
}

/** No element of a news page has more attributes; each is looked for among all others. */
const MOST_ATTRIBUTES = 100;

/** HTML knows no capitals in the names of attributes: <META NAME=…>, dateTime=… as React writes it. */
function nameInSmallLetters(page: DomDocument): void {
  for (const element of page.querySelectorAll('*')) {
    const names = element.getAttributeNames();
    if (names.length > MOST_ATTRIBUTES) continue;
    for (const name of names) {
      const small = name.toLowerCase();
      if (name === small) continue;
      const value = element.getAttribute(name) ?? '';
      element.removeAttribute(name);
      if (!element.hasAttribute(small)) element.setAttribute(small, value);
    }
  }
}

/**
 * Reads markup, however broken, into a document that has a head and a body. linkedom keeps a fragment as it stands
 * (text before the first element, a body after a stray element), so whatever is not in the head goes into the body.
 *
 * @throws Refused 'too large'
 */
export function parsePage(html: string): DomDocument {
  const capitals = refuseTooLarge(html);
  const parsed = parseHTML(html).document as unknown as DomDocument;
  if (capitals) nameInSmallLetters(parsed);
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
