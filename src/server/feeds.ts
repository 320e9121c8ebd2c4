import { createHash } from 'node:crypto';
import { escapeUTF8 } from 'entities';
import type { RecordedAttribution } from '../store/index.ts';

/** What a search found, to be written as a feed. */
export interface Feed {
  /** Where this server answers, without a slash at the end. */
  readonly site: string;
  /** The feed's own address on it. */
  readonly own: string;
  readonly words: string;
  /** The newest article first. */
  readonly found: readonly RecordedAttribution[];
  readonly total: number;
  readonly atLeast: boolean;
}

const TITLE_LENGTH = 140;
/** XML 1.0 has no way to write these. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
const NOT_IN_XML = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

const xml = (text: string): string => escapeUTF8(text.toWellFormed().replace(NOT_IN_XML, '\ufffd'));

/**
 * A name that stays the same wherever the record is served, by which feed readers know an entry again: a UUID of a SHA-256
 * (RFC 9562, version 8).
 */
function urn(name: string): string {
  const bytes = createHash('sha256').update(name).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')}`;
}

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly words: string;
  readonly address: string;
  /** Where the article was published; null where that is no address of the web. */
  readonly original: string | null;
  /** RFC 3339: when the article was published, else captured. */
  readonly at: string;
  readonly by: string;
  readonly where: string;
}

function entryOf(site: string, { key, words, speaker, article }: RecordedAttribution): Entry {
  const by = speaker?.name ?? 'Speaker not resolved';
  const title = `${by}: ${words}`;
  const published = Date.parse(article.published ?? '');
  const at = Number.isNaN(published) ? Date.parse(article.capturedAt) : published;
  const number = key.slice(key.lastIndexOf('-') + 1);
  return {
    id: urn(`onrecord attribution ${key}`),
    title: title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH - 1).toWellFormed()}…` : title,
    words,
    address: `${site}/articles/${encodeURIComponent(article.key)}#s${number}`,
    original: /^https?:\/\//i.test(article.url ?? '') ? article.url : null,
    at: new Date(at).toISOString(),
    by,
    where: [article.outlet, article.title].filter((part) => part !== null).join(': '),
  };
}

function about({ site, own, words, found, total, atLeast }: Feed) {
  const { search } = new URL(own, site);
  const of = `${atLeast ? 'at least ' : ''}${total.toLocaleString('en-GB')}`;
  return {
    title: `Onrecord: ${words}`,
    cut: found.length < total || atLeast ? `The newest ${found.length.toLocaleString('en-GB')} of ${of} found.` : null,
    page: `${site}/search${search}`,
    self: `${site}${own}`,
    // The same search has the same name, in whatever order its parameters stand.
    id: urn(`onrecord search ${[...new URLSearchParams(search)].map(String).sort().join('&')}`),
    entries: found.map((attribution) => entryOf(site, attribution)),
  };
}

/** The feed in Atom (RFC 4287). All that comes from articles is text, never markup. */
export function toAtom(feed: Feed): string {
  const { title, cut, page, self, id, entries } = about(feed);
  const updated = entries.map(({ at }) => at).reduce((a, b) => (a > b ? a : b), '1970-01-01T00:00:00.000Z');
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `<id>${id}</id><title>${xml(title)}</title><updated>${updated}</updated><generator>Onrecord</generator>`,
    cut === null ? '' : `<subtitle>${xml(cut)}</subtitle>`,
    `<link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${xml(page)}"/>`,
    ...entries.map(atomEntry),
    '</feed>\n',
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function atomEntry({ id, title, words, address, original, at, by, where }: Entry): string {
  return [
    `<entry><id>${id}</id><title>${xml(title)}</title><updated>${at}</updated><published>${at}</published>`,
    `<author><name>${xml(by)}</name></author>`,
    `<link rel="alternate" type="text/html" href="${xml(address)}"/>`,
    original === null ? '' : `<link rel="via" href="${xml(original)}"/>`,
    where === '' ? '' : `<summary>${xml(where)}</summary>`,
    `<content>${xml(words)}</content></entry>`,
  ].join('');
}

/** The same as JSON Feed (https://www.jsonfeed.org/version/1.1/). */
export function toJsonFeed(feed: Feed): string {
  const { title, cut, page, self, entries } = about(feed);
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: page,
    feed_url: self,
    ...(cut === null ? {} : { description: cut }),
    items: entries.map(({ id, title, words, address, original, at, by, where }) => ({
      id,
      url: address,
      ...(original === null ? {} : { external_url: original }),
      title,
      content_text: words,
      ...(where === '' ? {} : { summary: where }),
      date_published: at,
      authors: [{ name: by }],
    })),
  });
}
