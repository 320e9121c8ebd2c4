import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readFeed } from '../../../src/capture/feeds/index.ts';
import { read, rss, SITE } from './builders.ts';

describe('an item', () => {
  it('of RSS has all that the feed says of it', () => {
    const feed = read(
      rss(
        `<link>/home</link><language>EN_gb</language>
        <item><title>A</title><link>/a?utm_source=rss&amp;id=1#top</link><guid isPermaLink="false"> g-1 </guid>
        <description>&lt;p&gt;Short&lt;/p&gt;</description><content:encoded><![CDATA[<p>Long &amp; whole</p>]]></content:encoded>
        <pubDate>Tue, 04 Mar 2031 10:00:00 +0100</pubDate><atom:updated>2031-03-05T10:00:00Z</atom:updated>
        <dc:creator>Jon Ember</dc:creator><category>One</category><category>Two &amp;amp; three</category><category>One</category>
        <media:keywords>four, five</media:keywords><dc:language>de</dc:language>
        <source url="https://kolmpost.example/rss">Kolm Evening Post</source>
        <enclosure url="/a.mp3" type="audio/mpeg"/><enclosure url="/b.mp3"/><media:content url="/c.jpg"/></item>`,
      ),
    );
    assert.deepEqual(feed, {
      kind: 'rss',
      title: 'T',
      link: `${SITE}/home`,
      language: 'en-GB',
      pace: { staysFor: null, quietHours: [], quietDays: [] },
      items: [
        {
          url: `${SITE}/a?utm_source=rss&id=1#top`,
          canonical: `${SITE}/a?id=1`,
          title: 'A',
          summary: '<p>Short</p>',
          content: '<p>Long &amp; whole</p>',
          published: '2031-03-04T10:00:00+01:00',
          updated: '2031-03-05T10:00:00Z',
          authors: ['Jon Ember'],
          guid: 'g-1',
          categories: ['One', 'Two & three', 'four', 'five'],
          originalPublisher: { name: 'Kolm Evening Post', url: 'https://kolmpost.example/rss' },
          language: 'de',
          enclosures: 2,
        },
      ],
      problems: [],
      truncated: false,
    });
  });

  it('of RSS has how often it asks to be looked at', () => {
    const pace = (about: string) => read(rss(about)).pace;
    assert.deepEqual(
      pace('<ttl> 90 </ttl><skipHours><hour>0</hour><hour>24</hour><hour>7</hour><hour>25</hour></skipHours>'),
      { staysFor: 5_400, quietHours: [0, 7], quietDays: [] },
    );
    assert.deepEqual(pace('<skipDays><day>Sunday</day><day>Friday</day><day>Holiday</day></skipDays>'), {
      staysFor: null,
      quietHours: [],
      quietDays: [0, 5],
    });
    const syndication = '<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>';
    assert.equal(pace(syndication).staysFor, 21_600);
    assert.equal(pace('<sy:updatePeriod>hourly</sy:updatePeriod>').staysFor, 3_600);
    for (const odd of ['<ttl>soon</ttl>', '<ttl>-5</ttl>', '<ttl>0</ttl>', '<sy:updatePeriod>always</sy:updatePeriod>'])
      assert.equal(pace(odd).staysFor, null);
  });

  it('of Atom has its markup as it stands, without the div around it', () => {
    const [entry] = read(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>T</title><entry xml:lang="nl"><title>A</title><id>x:1</id>
       <link href="/a"/><link rel="enclosure" href="/a.mp3"/><category term="t" label="Label"/><category term="only"/>
       <summary type="text">Plain &lt; text</summary><content type="xhtml"> <div xmlns="http://www.w3.org/1999/xhtml"><p>It is <b>there</b> &amp; stays</p></div></content>
       <source><title>Their paper</title><link href="https://theirs.example/"/></source></entry></feed>`,
    ).items;
    assert.equal(entry?.content, '<p>It is <b>there</b> &amp; stays</p>');
    assert.equal(entry?.summary, 'Plain &lt; text');
    assert.deepEqual(entry?.categories, ['Label', 'only']);
    assert.deepEqual(entry?.originalPublisher, { name: 'Their paper', url: 'https://theirs.example/' });
    assert.deepEqual([entry?.guid, entry?.language, entry?.enclosures], ['x:1', 'nl', 1]);
  });

  it('of a news sitemap has its keywords, its language and when it was changed', () => {
    const [item] = read(
      `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>/a</loc><lastmod>2031-03-05T10:00+01:00</lastmod><news:news><news:publication><news:name>P</news:name><news:language>zh-cn</news:language></news:publication><news:keywords>one, two</news:keywords></news:news></url></urlset>`,
    ).items;
    assert.deepEqual(
      [item?.categories, item?.language, item?.updated, item?.published],
      [['one', 'two'], 'zh-CN', '2031-03-05T10:00:00+01:00', null],
    );
  });

  it('of a JSON Feed has its text as HTML', () => {
    const feed = read(
      '{"version":"https://jsonfeed.org/version/1","language":"en","items":[{"id":"1","content_text":"a < b & c","tags":["x"],"attachments":[{},{}]}]}',
    );
    assert.equal(feed.items[0]?.content, 'a &lt; b &amp; c');
    assert.deepEqual(
      [feed.items[0]?.guid, feed.items[0]?.categories, feed.items[0]?.language, feed.items[0]?.enclosures],
      ['1', ['x'], 'en', 2],
    );
  });
});

describe('a feed says what is wrong with it', () => {
  const problemsOf = (inside: string): readonly string[] => read(rss(inside)).problems;

  it('item by item', () => {
    assert.deepEqual(
      problemsOf('<item><title>A “b”</title></item><item/><item><link>/c</link><pubDate>03/04/2031</pubDate></item>'),
      [
        'item 1 ("A “b”") has no address',
        'item 2 is empty and is left out',
        'item 3 has a date that is not certain: "03/04/2031"',
      ],
    );
  });

  it('in its markup', () => {
    assert.deepEqual(
      problemsOf(
        '<item><title>A</title><link>/a<pubDate>2031-03-04</pubDate><item><title>B</title><link>/b</link></item>',
      ),
      ['an element “link” is not closed', 'an element “item” is not closed'],
    );
  });

  it('in its encoding', () => {
    const bytes = (label: string, encoding: BufferEncoding): Buffer =>
      Buffer.from(
        `<?xml version="1.0" encoding="${label}"?><rss><channel><title>Café</title></channel></rss>`,
        encoding,
      );
    const problems = (given: Buffer, contentType: string | null = null): readonly string[] =>
      readFeed(given, { url: SITE, contentType }).problems;
    assert.deepEqual(problems(bytes('latin1', 'utf8')), ['it declares "latin1", but is UTF-8']);
    assert.deepEqual(problems(bytes('latin1', 'latin1')), []);
    assert.deepEqual(problems(bytes('utf-8', 'latin1')), [
      'it is not valid UTF-8; what is not is read as windows-1252',
    ]);
    assert.deepEqual(problems(bytes('utf-8', 'latin1'), 'text/xml; charset=iso-8859-1'), []);
  });

  it('when it was cut', () => {
    assert.deepEqual(read('<rss><channel><item><title>A</title><link>/a</link></item>').problems, [
      'it ends before its end, or was cut; 1 items are whole',
    ]);
  });
});

describe('what is no feed', () => {
  it('is refused with what it is', () => {
    const reason = (text: string | Buffer): string => {
      try {
        readFeed(Buffer.from(text), { url: SITE });
      } catch (error) {
        return (error as Error).message;
      }
      return 'it was read';
    };
    assert.match(reason('<!doctype html><html></html>'), /a web page, not a feed/);
    assert.match(reason('<opml/>'), /a list of feeds/);
    assert.match(reason('<x/>'), /its first element is "x"/);
    assert.match(reason('text'), /no element is in it/);
    assert.match(reason('{"a":1}'), /JSON, but no JSON Feed/);
    assert.match(reason('{"version":"https://jsonfeed.org/version/1"'), /JSON that ends before its items begin/);
    assert.match(reason(Buffer.from('%PDF-1.7')), /it is a PDF document/);
    assert.match(reason(Buffer.from([0x1f, 0x8b, 8, 0])), /not whole gzip data/);
    assert.match(reason(''), /it holds nothing/);
  });
});
