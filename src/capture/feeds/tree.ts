/** Reads XML, however broken, into its items, one small tree for each. */
import { decodeHTMLStrict } from 'entities';
import { withoutBareSigns, withoutDoctype } from './doctype.ts';
import { addressWithin } from './links.ts';
import { type MarkupReader, readMarkup, stopReading, TOO_MANY_OPEN } from './markup.ts';
import { type Home, nameOf, type Scope, scopeWithin } from './names.ts';
import type { Problems } from './problems.ts';
import { LIMITS } from './types.ts';

export interface Element {
  /** As `nameOf` gives it. */
  readonly name: string;
  /** By lower-case name as written; references resolved. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  /** All text within, references resolved once. */
  text: string;
  /** The markup within when there are elements in it, else null. */
  markup: string | null;
  /** Base of relative addresses (XML Base), absolute. */
  readonly base: string;
  /** `xml:lang` in force, or an empty string. */
  readonly language: string;
}

export interface XmlFeed {
  /** Local name of the root in lower case ("rss", "rdf", "feed", "urlset", "sitemapindex"). */
  readonly root: string;
  /** The feed's own elements: those of its root, and of its channel. */
  readonly about: readonly Element[];
  readonly items: readonly Element[];
  readonly truncated: boolean;
  /** Name of the first element, when no root of a feed was found. */
  readonly first: string | null;
}

/** The roots of feeds: the prefix of their own namespace, and what their items are called. */
const ROOTS: Readonly<Record<string, { readonly prefix: string; readonly item: string }>> = {
  rss: { prefix: 'rss', item: 'item' },
  rdf: { prefix: 'rss', item: 'item' },
  channel: { prefix: 'rss', item: 'item' },
  feed: { prefix: 'atom', item: 'entry' },
  urlset: { prefix: 'sitemap', item: 'url' },
  sitemapindex: { prefix: 'sitemap', item: 'sitemap' },
};
/** Elements whose children are the feed's own; the channel and the root stay open to the end of a feed that was cut. */
const FRAMES = new Set(['rss', 'rdf', 'channel', 'feed', 'urlset', 'sitemapindex']);
/** Elements that hold text alone: another element says that the end tag was forgotten. */
const LEAVES = new Set([
  'link',
  'guid',
  'pubdate',
  'comments',
  'dc:date',
  'dc:creator',
  'dc:subject',
  'category',
  'loc',
]);
/** Elements that stand beside titles and texts, and in no markup of theirs: one says that an end tag was forgotten. */
const BESIDE = new Set(['link', 'guid', 'pubdate', 'description', 'content:encoded', 'dc:date', 'dc:creator']);
/** Elements whose children are markup: they are no elements of the feed. */
const HOLD_MARKUP = new Set(['title', 'description', 'summary', 'content', 'content:encoded', 'body', 'xhtml:body']);

interface Open {
  readonly element: Element;
  readonly written: string;
  readonly scope: Scope;
  /** Where what it holds begins. */
  readonly inside: number;
  /** Whether it is markup of a title or a text. */
  readonly isMarkup: boolean;
  /** Whether there are elements in it. */
  holdsElements: boolean;
}

class Builder implements MarkupReader {
  readonly about: Element[] = [];
  readonly items: Element[] = [];
  root: string | null = null;
  first: string | null = null;
  /** Whether the root's end was read. */
  done = false;
  readonly #open: Open[] = [];
  readonly #xml: string;
  readonly #problems: Problems;
  readonly #base: string;
  #home: Home | null = null;
  /** How many elements the current item, or the feed outside its items, has. */
  #elements = 0;

  constructor(xml: string, base: string, problems: Problems) {
    this.#xml = xml;
    this.#base = base;
    this.#problems = problems;
  }

  #stop(problem: string): never {
    this.#problems.say(problem);
    stopReading();
  }

  enter(written: string, raw: Readonly<Record<string, string>>, start: number, inside: number): void {
    if (this.done) return;
    const attributes: Record<string, string> = {};
    for (const [name, value] of Object.entries(raw)) attributes[name] = decodeHTMLStrict(value);
    const scope = scopeWithin(this.#open.at(-1)?.scope ?? new Map(), attributes);
    const name = this.root ? nameOf(written, scope, this.#home) : this.#rootName(written, scope);
    if (name === null) return;
    if (this.#open.length) this.#closeForgotten(name, attributes, start);
    if (this.#open.length >= LIMITS.depth) this.#stop(`its elements are nested more than ${LIMITS.depth} deep`);
    if (name === this.#home?.item) this.#elements = 0;
    const parent = this.#open.at(-1);
    const outer = parent?.element.base ?? this.#base;
    const base = attributes['xml:base'];
    const element: Element = {
      name,
      attributes,
      children: [],
      text: '',
      markup: null,
      base: (base === undefined ? null : addressWithin(base, outer)) ?? outer,
      language: attributes['xml:lang'] ?? parent?.element.language ?? '',
    };
    const isMarkup = !!parent && (parent.isMarkup || HOLD_MARKUP.has(parent.element.name));
    this.#open.push({ element, written, scope, inside, isMarkup, holdsElements: false });
  }

  /** The name of the root when this is one; what stands before it is none of the feed's. */
  #rootName(written: string, scope: Scope): string | null {
    const local = written.split(':').at(-1)!;
    this.first ??= local;
    if (this.first === 'html') stopReading();
    const root = Object.hasOwn(ROOTS, local) ? ROOTS[local]! : null;
    if (!root) return null;
    this.root = local;
    this.#home = { ...root, uri: scope.get('') };
    return local;
  }

  /** Closes what cannot hold such an element. */
  #closeForgotten(name: string, attributes: Readonly<Record<string, string>>, start: number): void {
    const top = this.#open.at(-1)!;
    const isWithinText = top.isMarkup || HOLD_MARKUP.has(top.element.name);
    // A link with attributes may be HTML's, but none stands in a title.
    const isHtml = name === 'link' && Object.keys(attributes).length > 0 && top.element.name !== 'title';
    if (LEAVES.has(top.element.name)) {
      this.#closeTo(this.#open.length - 1, start);
    } else if (BESIDE.has(name) && isWithinText && !isHtml) {
      this.#closeTo(this.#outermost(HOLD_MARKUP), start);
    }
    if (name !== this.#home?.item) return;
    const item = this.#outermost(new Set([name]));
    const frame = this.#open.findLastIndex(({ element }) => FRAMES.has(element.name));
    this.#closeTo(item >= 0 ? item : frame + 1, start);
  }

  #outermost(names: ReadonlySet<string>): number {
    return this.#open.findIndex(({ element }) => names.has(element.name));
  }

  /** Closes elements whose end tags were forgotten, down to one of them. */
  #closeTo(at: number, start: number): void {
    if (at < this.#open.length) this.#problems.say(`an element “${this.#open[at]!.element.name}” is not closed`);
    while (this.#open.length > at) this.#close(start);
  }

  leave(written: string, start: number): void {
    if (this.done || !this.root) return;
    const at = this.#open.findLastIndex((open) => open.written === written);
    while (at >= 0 && this.#open.length > at) this.#close(start);
  }

  /** Takes the innermost element as whole. */
  #close(start: number): void {
    const { element, inside, isMarkup, holdsElements } = this.#open.pop()!;
    const parent = this.#open.at(-1);
    if (holdsElements) element.markup = this.#xml.slice(inside, Math.min(start, inside + LIMITS.content));
    if (!parent) {
      this.done = true;
    } else if (element.name === this.#home?.item) {
      this.#elements = 0;
      if (this.items.length >= LIMITS.items) this.#stop(`it has more than ${LIMITS.items} items; the rest is left out`);
      this.items.push(element);
    } else {
      parent.holdsElements = true;
      if (!isMarkup) this.#keep(element, parent.element);
      if (!this.#holdsNoText(parent.element) && element.text && element.name !== 'script') {
        this.#addText(parent.element, element.text);
      }
    }
  }

  #keep(element: Element, parent: Element): void {
    if (++this.#elements > LIMITS.elements) {
      this.#problems.say(`one item has more than ${LIMITS.elements} elements; the rest of them is left out`);
    } else if (!FRAMES.has(parent.name)) {
      parent.children.push(element);
    } else if (!FRAMES.has(element.name)) {
      this.about.push(element);
    }
  }

  /** Whether text directly within is none of the feed's. */
  #holdsNoText = ({ name }: Element): boolean => name === this.#home?.item || FRAMES.has(name);

  text(text: string, isCdata: boolean): void {
    const element = this.#open.at(-1)?.element;
    if (!element || this.done || this.#holdsNoText(element)) return;
    const most = text.slice(0, LIMITS.content + 1);
    this.#addText(element, isCdata ? most : decodeHTMLStrict(most));
  }

  #addText(element: Element, text: string): void {
    const room = LIMITS.content - element.text.length;
    if (text.length > room) this.#problems.say(`a text is longer than ${LIMITS.content} characters and is cut`);
    element.text += text.length > room ? text.slice(0, room) : text;
  }
}

/**
 * Reads the items of a feed that are whole. Its bounds are those of `LIMITS`; what is beyond them, and what is not well
 * formed, is said in `problems`.
 *
 * @param base the address of the feed, absolute
 */
export function readXml(text: string, base: string, problems: Problems): XmlFeed {
  const xml = withoutBareSigns(withoutDoctype(text, problems));
  const builder = new Builder(xml, base, problems);
  if (readMarkup(xml, builder, 'xml')) problems.say(TOO_MANY_OPEN);
  const { about, items, root, first, done } = builder;
  return { root: root ?? '', about, items, truncated: !done, first };
}
