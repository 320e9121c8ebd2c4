/** Reads XML, however broken, into its items, one small tree for each. */
import { decodeHTMLStrict } from 'entities';
import { Parser } from 'htmlparser2';
import { addressWithin } from './links.ts';
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
/** Elements that stand in no title: one says that the title's end tag was forgotten. */
const BESIDE_TITLES = new Set(['link', 'guid', 'pubdate', 'description', 'content:encoded', 'dc:date', 'dc:creator']);
/** Elements that the parser below may hold open because nobody closed them. */
const MOST_OPEN = 5_000;

/** Says that nothing more is to be read. */
class Stop extends Error {}

interface Open {
  readonly element: Element;
  readonly written: string;
  readonly scope: Scope;
  /** Where its markup begins. */
  readonly inside: number;
}

/**
 * The text without its document type declaration: entities that it declares are not expanded, nothing that it names is
 * fetched, and markup in it is no markup of the feed.
 */
export function withoutDoctype(xml: string, problems: Problems): string {
  const start = /<!doctype\b/i.exec(xml.slice(0, 100_000))?.index ?? -1;
  if (start < 0) return xml;
  let quote = '';
  let within = false;
  for (let at = start + 9; at < xml.length; at++) {
    const char = xml[at]!;
    if (quote) {
      if (char === quote) quote = '';
    } else if (within && xml.startsWith('<!--', at)) {
      const end = xml.indexOf('-->', at);
      if (end < 0) break;
      at = end + 2;
    } else if (char === '"' || char === "'") quote = char;
    else if (char === '[') within = true;
    else if (char === ']') within = false;
    else if (char === '>' && !within) {
      const doctype = xml.slice(start, at + 1);
      if (/<!entity/i.test(doctype)) problems.say('it declares entities of its own, which are not expanded');
      return xml.slice(0, start) + xml.slice(at + 1);
    }
  }
  return xml.slice(0, start);
}

/** Signs of "less than" that begin no tag ("I <3 it"), which the parser would take for one, as references. */
const withoutBareSigns = (xml: string): string =>
  xml.replace(/<!\[CDATA\[(?:[^\]]|\](?!\]>))*|<(?![\p{L}_:/!?])/gu, (found) => (found.length > 1 ? found : '&lt;'));

class Builder {
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
  #item = '';
  #attributes: Record<string, string> = {};
  #raw = 0;
  #cdata = false;
  /** How many elements the current item, or the feed outside its items, has. */
  #elements = 0;

  constructor(xml: string, base: string, problems: Problems) {
    this.#xml = xml;
    this.#base = base;
    this.#problems = problems;
  }

  read(): void {
    const parser = new Parser(
      {
        onopentagname: () => {
          this.#attributes = {};
        },
        onattribute: (name, value) => {
          this.#attributes[name] ??= decodeHTMLStrict(value);
        },
        onopentag: (name) => this.#enter(name, parser.startIndex, parser.endIndex + 1),
        onclosetag: (name) => this.#leave(name, parser.startIndex),
        ontext: (text) => this.#text(text),
        oncdatastart: () => {
          this.#cdata = true;
        },
        oncdataend: () => {
          this.#cdata = false;
        },
      },
      { xmlMode: true, decodeEntities: false, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
    try {
      parser.write(this.#xml);
      // What is left open is not whole: the parser's end would close it.
    } catch (error) {
      if (!(error instanceof Stop)) throw error;
    }
  }

  #stop(problem: string): never {
    this.#problems.say(problem);
    throw new Stop();
  }

  #enter(written: string, start: number, inside: number): void {
    if (++this.#raw > MOST_OPEN) this.#stop(`more than ${MOST_OPEN} elements were not closed; the rest is not read`);
    if (this.done) return;
    const outer = this.#open.at(-1);
    const scope = scopeWithin(outer?.scope ?? new Map(), this.#attributes);
    if (!this.root) {
      this.#enterRoot(written, scope, inside);
      return;
    }
    const name = nameOf(written, scope, this.#home);
    this.#closeForgotten(name, start);
    const parent = this.#open.at(-1)!;
    if (this.#open.length >= LIMITS.depth) this.#stop(`its elements are nested more than ${LIMITS.depth} deep`);
    if (name === this.#item) this.#elements = 0;
    this.#push(name, written, parent, scope, inside);
  }

  #enterRoot(written: string, scope: Scope, inside: number): void {
    const local = written.split(':').at(-1)!;
    this.first ??= local;
    if (this.first === 'html') throw new Stop();
    const root = Object.hasOwn(ROOTS, local) ? ROOTS[local] : undefined;
    if (!root) return;
    this.root = local;
    this.#home = { prefix: root.prefix, uri: scope.get('') };
    this.#item = root.item;
    this.#push(local, written, null, scope, inside);
  }

  #push(name: string, written: string, parent: Open | null, scope: Scope, inside: number): void {
    const base = this.#attributes['xml:base'];
    const outer = parent?.element.base ?? this.#base;
    const element: Element = {
      name,
      attributes: this.#attributes,
      children: [],
      text: '',
      markup: null,
      base: (base === undefined ? null : addressWithin(base, outer)) ?? outer,
      language: this.#attributes['xml:lang'] ?? parent?.element.language ?? '',
    };
    this.#open.push({ element, written, scope, inside });
  }

  /** Closes what cannot hold an element of this name. */
  #closeForgotten(name: string, start: number): void {
    const top = this.#open.at(-1)!.element.name;
    if (LEAVES.has(top) || (top === 'title' && BESIDE_TITLES.has(name))) {
      this.#problems.say(`an element “${top}” is not closed`);
      this.#close(start);
    }
    if (name !== this.#item) return;
    const item = this.#open.findIndex(({ element }) => element.name === name);
    const within = item >= 0 ? item : this.#open.findLastIndex(({ element }) => FRAMES.has(element.name)) + 1;
    if (within < this.#open.length)
      this.#problems.say(`an element “${this.#open[within]!.element.name}” is not closed`);
    while (this.#open.length > within) this.#close(start);
  }

  #leave(written: string, start: number): void {
    this.#raw -= 1;
    if (this.done || !this.root) return;
    const at = this.#open.findLastIndex((open) => open.written === written);
    while (at >= 0 && this.#open.length > at) this.#close(start);
  }

  /** Takes the innermost element as whole. */
  #close(start: number): void {
    const { element, inside } = this.#open.pop()!;
    const parent = this.#open.at(-1)?.element;
    if (element.children.length) element.markup = this.#xml.slice(inside, Math.min(start, inside + LIMITS.content));
    if (!parent) {
      this.done = true;
    } else if (element.name === this.#item) {
      this.#elements = 0;
      if (this.items.length >= LIMITS.items) this.#stop(`it has more than ${LIMITS.items} items; the rest is left out`);
      this.items.push(element);
    } else {
      this.#keep(element, parent);
    }
  }

  #keep(element: Element, parent: Element): void {
    if (++this.#elements > LIMITS.elements) {
      this.#problems.say(`one item has more than ${LIMITS.elements} elements; the rest of them is left out`);
    } else if (FRAMES.has(parent.name)) {
      if (!FRAMES.has(element.name)) this.about.push(element);
    } else {
      parent.children.push(element);
    }
    if (!this.#holdsNoText(parent) && element.name !== 'script') {
      parent.text = (parent.text + element.text).slice(0, LIMITS.content);
    }
  }

  /** Whether text directly within is none of the feed's. */
  #holdsNoText = ({ name }: Element): boolean => name === this.#item || FRAMES.has(name);

  #text(text: string): void {
    const element = this.#open.at(-1)?.element;
    if (!element || this.done || this.#holdsNoText(element)) return;
    const room = LIMITS.content - element.text.length;
    if (text.length > room) this.#problems.say(`a text is longer than ${LIMITS.content} characters and is cut`);
    if (room > 0) element.text += this.#cdata ? text.slice(0, room) : decodeHTMLStrict(text.slice(0, room));
  }
}

/** @param base the address of the feed, absolute */
export function readXml(text: string, base: string, problems: Problems): XmlFeed {
  const builder = new Builder(withoutBareSigns(withoutDoctype(text, problems)), base, problems);
  builder.read();
  const { about, items, root, first, done } = builder;
  return { root: root ?? '', about, items, truncated: !done, first };
}
