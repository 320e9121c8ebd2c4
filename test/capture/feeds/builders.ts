/** Feeds made in tests: the same items in every format. */
import fc from 'fast-check';
import { type Feed, readFeed } from '../../../src/capture/feeds/index.ts';

export interface MadeItem {
  readonly title: string;
  readonly path: string;
  readonly day: number;
}

export const SITE = 'https://made.example';

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const dayOf = ({ day }: MadeItem): string => `2031-03-${String(day).padStart(2, '0')}`;
const urlOf = ({ path }: MadeItem): string => `${SITE}/${path}`;

/** Writers of valid feeds. Every one gives title, address and date of an item. */
export const WRITERS: Readonly<Record<string, (items: readonly MadeItem[]) => string>> = {
  rss: (items) =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel><title>Made</title><link>${SITE}</link>${items
      .map(
        (item) =>
          `<item><title>${escaped(escaped(item.title))}</title><description><![CDATA[<p>${item.path}</p>]]></description><link>${urlOf(item)}</link><pubDate>${dayOf(item)}</pubDate></item>`,
      )
      .join('\n')}</channel></rss>`,
  atom: (items) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>Made</title>${items
      .map(
        (item) =>
          `<entry><title type="text">${escaped(item.title)}</title><link rel="alternate" href="${urlOf(item)}"/><published>${dayOf(item)}</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>${item.path}</p></div></content></entry>`,
      )
      .join('\n')}</feed>`,
  rdf: (items) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Made</title></channel>${items
      .map(
        (item) =>
          `<item rdf:about="${urlOf(item)}"><title>${escaped(escaped(item.title))}</title><dc:date>${dayOf(item)}</dc:date></item>`,
      )
      .join('\n')}</rdf:RDF>`,
  news: (items) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${items
      .map(
        (item) =>
          `<url><loc>${urlOf(item)}</loc><news:news><news:publication_date>${dayOf(item)}</news:publication_date><news:title>${escaped(escaped(item.title))}</news:title></news:news></url>`,
      )
      .join('\n')}</urlset>`,
  json: (items) =>
    JSON.stringify({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'Made [of] {items}',
      items: items.map((item) => ({
        id: item.path,
        url: urlOf(item),
        title: escaped(item.title),
        date_published: dayOf(item),
        tags: ['one', 'two'],
      })),
    }),
};

const title = fc
  .string({ unit: fc.constantFrom(...'abcXYZ&<>"\'[]{}\\/;:,. éß…№🚢\u202b'), minLength: 1, maxLength: 30 })
  .map((text) => `T${text.replace(/\s+/g, ' ').trim()}`)
  // What reads as an element of HTML is no plain title, and references are resolved.
  .filter((text) => !/<[/!a-z]|&[#\w]|\]\]>/i.test(text));

export const madeItems: fc.Arbitrary<MadeItem[]> = fc.array(
  fc.record({
    title,
    path: fc.string({ unit: fc.constantFrom(...'abc019-_'), minLength: 1, maxLength: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  }),
  { maxLength: 6, size: 'max' },
);

export const read = (text: string, url = `${SITE}/feed`): Feed => readFeed(Buffer.from(text), { url });

/** A place in a feed as a share of its length; `fc.double` would nearly always be close to its beginning. */
export const place = fc.integer({ min: 0, max: 9_999 }).map((part) => part / 10_000);

/** What the items of each format end with. */
export const ENDS: Readonly<Record<string, string>> = {
  rss: '</item>',
  atom: '</entry>',
  rdf: '</item>',
  news: '</url>',
  json: '"tags":["one","two"]}',
};

/** An RSS feed with this within its channel. */
export const rss = (inside: string, attributes = ''): string =>
  `<?xml version="1.0"?><rss version="2.0" ${attributes}><channel><title>T</title>${inside}</channel></rss>`;
