/** Lists of sources in OPML 1.0 and 2.0 (opml.org), as feed readers give and take them. */
import { decodeHTMLStrict, escapeAttribute } from 'entities';
import { Refused } from '../refused.ts';
import { decodeFeed } from './decode.ts';
import { withoutDoctype } from './doctype.ts';
import { httpAddress } from './links.ts';
import { type MarkupReader, readMarkup, stopReading, TOO_MANY_OPEN } from './markup.ts';
import { Problems, shown } from './problems.ts';
import { onOneLine } from './text.ts';
import { LIMITS } from './types.ts';

/** A source of articles in a list. */
export interface ListedSource {
  readonly title: string | null;
  /** Absolute http or https address. */
  readonly feedUrl: string;
  readonly siteUrl: string | null;
  /** The names of the folders it lies in, from the outside in. */
  readonly folders: readonly string[];
}

export interface SourceList {
  /** In the order of the list. */
  readonly sources: readonly ListedSource[];
  readonly problems: readonly string[];
}

/** Folders within each other. */
const DEEPEST = 100;

class Reader implements MarkupReader {
  readonly sources: ListedSource[] = [];
  isOpml = false;
  /** Whether the end of the list was read, or why not is said. */
  ended = false;
  readonly #problems: Problems;
  /** One for each open outline: a folder's name, or null for a source. */
  readonly #open: (string | null)[] = [];

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  leave(name: string): void {
    if (name === 'outline') this.#open.pop();
    if (name === 'opml') this.ended = true;
  }

  #stop(problem: string): never {
    this.#problems.say(problem);
    this.ended = true;
    stopReading();
  }

  enter(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'opml') this.isOpml = true;
    if (name !== 'outline' || !this.isOpml) return;
    // References are resolved once, those of HTML too: a title that speaks of "&amp;" stays as it is.
    const value = (key: string): string | null => onOneLine(decodeHTMLStrict(attributes[key] ?? ''));
    const title = value('text') ?? value('title');
    const isFeed = /^(?:rss|atom|feed)$/i.test(value('type') ?? '');
    const address = value('xmlurl') ?? (isFeed ? value('url') : null);
    if (address) this.#source(title, address, value('htmlurl'));
    else if (isFeed) this.#problems.say(`${shown(title ?? 'an outline')} has no address of a feed and is left out`);
    this.#open.push(address || isFeed ? null : title);
    if (this.#open.filter(Boolean).length > DEEPEST) this.#stop(`its folders are nested more than ${DEEPEST} deep`);
  }

  #source(title: string | null, address: string, site: string | null): void {
    const feedUrl = httpAddress(address.replace(/^feed:(?:\/\/)?(?=https?:)/i, '').replace(/^feed:/i, 'http:'));
    if (!feedUrl) {
      this.#problems.say(`the address of ${shown(title ?? 'a source')} is no http or https address: ${shown(address)}`);
      return;
    }
    if (this.sources.length >= LIMITS.items)
      this.#stop(`it lists more than ${LIMITS.items} sources; the rest is left out`);
    this.sources.push({
      title: title === address ? null : title,
      feedUrl,
      siteUrl: site && httpAddress(site),
      folders: this.#open.filter((folder) => folder !== null),
    });
  }
}

/**
 * Reads a list of sources. Attributes may be written in any case, references may be those of HTML; a list that is cut off
 * gives the sources before the cut.
 *
 * @throws Refused 'too large', 'empty', 'binary', 'wrong type'
 */
export function readOpml(bytes: Uint8Array): SourceList {
  const problems = new Problems();
  const reader = new Reader(problems);
  const text = withoutDoctype(decodeFeed(bytes, null, problems), problems);
  if (readMarkup(text, reader, 'xml')) problems.say(TOO_MANY_OPEN);
  if (!reader.isOpml) throw new Refused('wrong type', 'it is no OPML: it has no element “opml”');
  if (!reader.ended) problems.say(`it ends before its end; ${reader.sources.length} sources were read`);
  return { sources: reader.sources, problems: problems.list() };
}

/** A value within quotation marks: on one line, without what XML cannot hold. */
const quoted = (value: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
  `"${escapeAttribute(onOneLine(value.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, '')) ?? '').replaceAll('<', '&lt;')}"`;

function outline({ title, feedUrl, siteUrl }: ListedSource): string {
  const site = siteUrl ? ` htmlUrl=${quoted(siteUrl)}` : '';
  return `<outline type="rss" text=${quoted(title ?? feedUrl)} xmlUrl=${quoted(feedUrl)}${site}/>`;
}

/**
 * Writes a list of sources as OPML 2.0, in their order, so that `readOpml` gives the same again: a folder whose sources do not
 * stand together is written once for each group. A title that is its own address, and folders without name, are left out.
 */
export function writeOpml(sources: readonly ListedSource[], title = 'Sources'): string {
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<opml version="2.0">'];
  lines.push(`  <head><title>${quoted(title).slice(1, -1)}</title></head>`, '  <body>');
  let open: readonly string[] = [];
  const indent = (depth: number): string => '  '.repeat(depth + 2);
  const move = (to: readonly string[]): void => {
    const shared = to.findIndex((folder, at) => folder !== open[at]);
    const kept = shared < 0 ? Math.min(to.length, open.length) : shared;
    for (let depth = open.length - 1; depth >= kept; depth--) lines.push(`${indent(depth)}</outline>`);
    for (let depth = kept; depth < to.length; depth++)
      lines.push(`${indent(depth)}<outline text=${quoted(to[depth]!)}>`);
    open = to;
  };
  for (const source of sources) {
    move(source.folders.filter((folder) => onOneLine(folder)));
    lines.push(indent(open.length) + outline(source));
  }
  move([]);
  return `${[...lines, '  </body>', '</opml>'].join('\n')}\n`;
}
