import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type ListedSource, readOpml, writeOpml } from '../../../src/capture/feeds/index.ts';
import { place } from './builders.ts';

const list = (body: string): string =>
  `<?xml version="1.0"?><opml version="2.0"><head><title>L</title></head><body>${body}</body></opml>`;
const read = (text: string) => readOpml(Buffer.from(text));
const source = (title: string | null, feedUrl: string, ...folders: string[]): ListedSource => ({
  title,
  feedUrl,
  siteUrl: null,
  folders,
});

describe('a list of sources', () => {
  it('is read with its folders', () => {
    const { sources, problems } = read(
      list(`<outline text="Kolm"><outline text="Press" title="x"><outline type="rss" text="Kolm Evening Post" xmlUrl="https://kolmpost.example/rss" htmlUrl="https://kolmpost.example/"/></outline>
        <outline text="Radio" xmlUrl="https://radio.example/rss"/></outline><outline title="Courier" xmlUrl="https://courier.example/rss"/>`),
    );
    assert.deepEqual(sources, [
      {
        ...source('Kolm Evening Post', 'https://kolmpost.example/rss', 'Kolm', 'Press'),
        siteUrl: 'https://kolmpost.example/',
      },
      source('Radio', 'https://radio.example/rss', 'Kolm'),
      source('Courier', 'https://courier.example/rss'),
    ]);
    assert.deepEqual(problems, []);
  });

  it('is read with names in any case, references of HTML, and addresses as readers write them', () => {
    const { sources } = read(
      `<OPML version=1.0><BODY><Outline TEXT="Caf&eacute; &amp; bar &amp;amp;" XMLURL="feed://a.example/rss?x=1&y=2" HTMLURL="javascript:x"/>
       <outline type="rss" text="b" url="feed:https://b.example/rss"/></BODY></OPML>`,
    );
    assert.deepEqual(sources, [
      source('Café & bar &amp;', 'http://a.example/rss?x=1&y=2'),
      source('b', 'https://b.example/rss'),
    ]);
  });

  it('names what it leaves out, and reads the rest', () => {
    const { sources, problems } = read(
      list(
        '<outline text="a" xmlUrl="javascript:alert(1)"/><outline type="rss" text="b"/><outline type="link" text="c" url="https://c.example"/><outline text="d" xmlUrl="https://d.example/"/>',
      ),
    );
    assert.deepEqual(sources, [source('d', 'https://d.example/')]);
    assert.deepEqual(problems, [
      'the address of "a" is no http or https address: "javascript:alert(1)"',
      '"b" has no address of a feed and is left out',
    ]);
  });

  it('is read when its sources are not closed', () => {
    const { sources } = read(
      list(
        '<outline text="F"><outline text="a" xmlUrl="https://a.example/"><outline text="b" xmlUrl="https://b.example/"></outline>',
      ),
    );
    assert.deepEqual(sources, [source('a', 'https://a.example/', 'F'), source('b', 'https://b.example/', 'F')]);
  });

  it('is refused when it is something else', () => {
    assert.throws(() => read('<rss><channel/></rss>'), /it is no OPML/);
    assert.throws(() => read(' '), /it holds nothing/);
  });

  it('is bounded in depth', () => {
    const deep = read(list(`<outline text="a" xmlUrl="https://a.example/"/>${'<outline text="f">'.repeat(1_000)}`));
    assert.deepEqual(deep.sources, [source('a', 'https://a.example/')]);
    assert.match(deep.problems.join(), /nested more than 100 deep/);
  });

  it('is written with each folder once where its sources stand together', () => {
    const written = writeOpml([
      source('a', 'https://a.example/', 'F', 'G'),
      source(null, 'https://b.example/?x=1&y=2', 'F', 'G'),
      source('<c> "quoted"', 'https://c.example/', 'F'),
      source('d', 'https://d.example/'),
    ]);
    assert.equal(
      written,
      `<?xml version="1.0" encoding="UTF-8"?>
<opml version="2.0">
  <head><title>Sources</title></head>
  <body>
    <outline text="F">
      <outline text="G">
        <outline type="rss" text="a" xmlUrl="https://a.example/"/>
        <outline type="rss" text="https://b.example/?x=1&amp;y=2" xmlUrl="https://b.example/?x=1&amp;y=2"/>
      </outline>
      <outline type="rss" text="&lt;c> &quot;quoted&quot;" xmlUrl="https://c.example/"/>
    </outline>
    <outline type="rss" text="d" xmlUrl="https://d.example/"/>
  </body>
</opml>
`,
    );
  });

  const name = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    // Control characters are none of a name, and no XML holds them.
    .map((text) =>
      text
        .replace(/\p{Cc}|[\ufffe\uffff]/gu, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter(Boolean);
  const tricky = fc.constantFrom('&amp;', '&nbsp;', '<b>', '"', "'", ']]>', '&', 'a & b', '&lt;', '🚢', '&#65;', '-->');
  const label = fc.oneof(name, tricky);
  const address = fc.webUrl({ withQueryParameters: true }).map((url) => new URL(url).href);
  const sources = fc.array(
    fc.record(
      {
        title: fc.oneof(label, fc.constant(null)),
        feedUrl: address,
        siteUrl: fc.oneof(address, fc.constant(null)),
        folders: fc.array(fc.oneof(fc.constantFrom('F', 'G'), label), { maxLength: 3 }),
      },
      { noNullPrototype: true },
    ),
    { maxLength: 12 },
  );

  it('is the same after writing and reading', () => {
    fc.assert(
      fc.property(sources, (given) => {
        assert.deepEqual(read(writeOpml(given, 'A & <list>')), { sources: given, problems: [] });
      }),
      { numRuns: 300 },
    );
  });

  it('that is cut off gives the first of its sources', () => {
    fc.assert(
      fc.property(sources, place, (given, where) => {
        const bytes = Buffer.from(writeOpml(given));
        const start = bytes.indexOf('<body>');
        const end = start + Math.floor(where * (bytes.length - '</opml>\n'.length - start));
        const cut = readOpml(bytes.subarray(0, end));
        assert.deepEqual(cut.sources, given.slice(0, cut.sources.length));
        assert.match(cut.problems.join(), /it ends before its end/);
      }),
      { numRuns: 300 },
    );
  });
});
