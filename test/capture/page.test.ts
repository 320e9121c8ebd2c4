import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPage } from '../../src/capture/page/index.ts';
import { Refused } from '../../src/capture/refused.ts';
import { pageOf, SENTENCES } from './inputs.ts';

const [FIRST, SECOND, THIRD] = SENTENCES as [string, string, string];
const PARAGRAPHS = SENTENCES.join('\n\n');
const read = (html: string, fetched: string | null = null) => readPage(html, fetched);
const textOf = (html: string): string => read(html).text;
/** The three sentences as paragraphs, with something between the second and the third. */
const around = (extra: string): string =>
  `<article><h1>Talks go on</h1><p>${FIRST}</p><p>${SECOND}</p>${extra}<p>${THIRD}</p></article>`;

describe('the text of a page', () => {
  it('is its paragraphs without markup, entities decoded, white space collapsed', () => {
    const html = `<p>The <b>minister</b>&nbsp;of <a href="/k">Kal<i>via</i></a> said\n\t &ldquo;no&rdquo; to the ferry &amp; the har&shy;bour on&#32;Monday.</p><p>${SECOND}</p>`;
    assert.equal(textOf(html), `The minister of Kalvia said “no” to the ferry & the harbour on Monday.\n\n${SECOND}`);
  });

  it('breaks the line at one <br> and the paragraph at two', () => {
    assert.equal(textOf(`<div>${FIRST}<br>${SECOND}<br><br/>${THIRD}</div>`), `${FIRST}\n${SECOND}\n\n${THIRD}`);
  });

  it('keeps headings, lists, quotations and rows of data inside it', () => {
    const inner =
      '<h2>What is open</h2><ul><li>the north quay</li><li>the lights</li></ul><blockquote><p>Nobody asked the harbour, and nobody will.</p></blockquote><table><tr><th>Port</th><th>Ships</th></tr><tr><td>Sele</td><td>140</td></tr></table>';
    const expected = [
      'What is open',
      'the north quay',
      'the lights',
      'Nobody asked the harbour, and nobody will.',
      'Port | Ships',
      'Sele | 140',
    ];
    assert.equal(textOf(around(inner)), [FIRST, SECOND, ...expected, THIRD].join('\n\n'));
  });

  const furniture: readonly (readonly [what: string, html: string])[] = [
    [
      'scripts and styles',
      '<script>var a = "<p>Not a paragraph of the article at all, surely.</p>"</script><style>p{color:red}</style>',
    ],
    ['a share bar', '<ul class="share-bar"><li><a href="#">Facebook</a></li><li><a href="#">Telegram</a></li></ul>'],
    [
      'related coverage',
      '<aside><h3>Related coverage</h3><p>Storm shuts schools across the north of the country today.</p></aside>',
    ],
    [
      'a heading with links',
      '<h3>You may also like</h3><p><a href="/a">Storm shuts schools</a></p><p><a href="/b">Bank holds rates</a></p>',
    ],
    ['a pointer', '<p><strong>READ MORE:</strong> <a href="/a">Storm shuts schools across the north</a></p>'],
    ['a linked headline', '<p><a href="/a">STORM SHUTS SCHOOLS ACROSS THE NORTH</a></p>'],
    [
      'a call for support',
      '<p>Support The Norta Herald</p><p>Become a member today and help us keep our journalism free for all.</p>',
    ],
    [
      'a newsletter box',
      '<div class="newsletter-signup"><p>The Strait, every Friday: all that both shores talk about, in one letter.</p></div>',
    ],
    [
      'a caption',
      '<figure><img src="a.jpg"><figcaption>The minister of Kalvia on the quay at Norta on Monday.</figcaption></figure>',
    ],
    [
      'a caption told by its credit',
      '<p>The minister on the quay at Norta on Monday. Photo: Ida Brandt/Strait Wire</p>',
    ],
    ['a pull quote', '<blockquote>We have waited eleven years</blockquote>'],
    [
      'an advertisement',
      '<div class="ad-slot"><p>Widow Lanz repairs boots and clocks behind the mill, come and see her.</p></div>',
    ],
    [
      'hidden words',
      '<div style="display: none"><p>Subscribers read this paragraph first and then the rest of it.</p></div>',
    ],
    ['an image with words', '<svg><title>icon-mail</title><text>Mail</text></svg><button>Save</button>'],
    ['a date and a byline', '<p>Published 3 May 2031</p><p>By Ana Kessler</p>'],
    ['the headline again', '<p>Talks go on</p>'],
  ];
  for (const [what, html] of furniture) {
    it(`leaves out ${what}`, () => assert.equal(textOf(around(html)), PARAGRAPHS));
  }

  it('ends before author boxes, comments and other articles', () => {
    const below = [
      '<p><em>Ana Kessler is a reporter for The Norta Herald.</em></p>',
      '<p>© 2031 The Norta Herald. All rights reserved.</p>',
      '<h3>Most read</h3><ul><li><a href="/a">Dog drives tractor into lake</a></li></ul>',
      '<div id="comments"><h3>Comments</h3><p>This is just what I expected from them, and nobody will be surprised.</p></div>',
    ];
    assert.equal(textOf(`${around('')}${below.join('')}`), PARAGRAPHS);
    assert.equal(textOf(around('').replace('</article>', `${below.join('')}</article>`)), PARAGRAPHS);
  });

  it('keeps posts that are quoted from social media', () => {
    const post =
      '<div class="social-embed"><blockquote class="twitter-tweet"><p>There is no map. There never was one.</p>— Ilona Varga (@ivarga) <a href="#">May 3, 2031</a></blockquote></div>';
    assert.match(textOf(around(post)), /There is no map\. There never was one\./);
  });

  it('stays whole where a site’s names for it sound like furniture', () => {
    for (const name of ['has-sidebar', 'content-with-comments', 'story related-layout', 'social', 'promo-page']) {
      assert.equal(
        textOf(`<body class="${name}"><div id="${name}">${SENTENCES.map((s) => `<p>${s}</p>`).join('')}</div></body>`),
        PARAGRAPHS,
        name,
      );
    }
  });

  it('is found in a form, in tables, in unclosed tags, in a fragment', () => {
    const paragraphs = SENTENCES.map((sentence) => `<p>${sentence}`).join('');
    const shapes = [
      `<form action="page.aspx"><input type="hidden"><div>${paragraphs}</div></form>`,
      `<TABLE><TR><TD><A HREF="/">Home</A><BR><A HREF="/p">Politics</A><TD>${paragraphs}</TABLE>`,
      `<html><head><title>x</title><body>${paragraphs}`,
      `<html><noscript>No script</noscript><body>${paragraphs}</body></html>`,
      paragraphs,
    ];
    for (const html of shapes) assert.equal(textOf(html), PARAGRAPHS, html.slice(0, 40));
  });

  it('comes from structured data when the page shows none', () => {
    const data = JSON.stringify({ '@type': 'NewsArticle', headline: 'Talks go on', articleBody: PARAGRAPHS });
    assert.equal(
      textOf(
        `<html><head><script type="application/ld+json">${data}</script></head><body><p>Please switch on JavaScript.</p></body></html>`,
      ),
      PARAGRAPHS,
    );
  });
});

describe('the metadata of a page', () => {
  const head = (...elements: string[]) => read(pageOf(SENTENCES, elements.join('')));
  const data = (value: unknown): string =>
    `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;

  it('comes from JSON-LD, also in a graph with references', () => {
    const graph = {
      '@graph': [
        { '@type': 'WebSite', name: 'Site' },
        { '@id': '#a', '@type': 'Person', name: 'Ana Kessler' },
        { '@id': '#o', '@type': 'NewsMediaOrganization', name: 'The Norta Herald' },
        {
          '@type': ['ReportageNewsArticle'],
          headline: 'Harbour talks go on',
          datePublished: '2031-05-03T10:00:00.000+02:00',
          author: [{ '@id': '#a' }, 'Tom Reed'],
          publisher: { '@id': '#o' },
          inLanguage: 'en-GB',
        },
      ],
    };
    const { byline, published, outlet, language } = head(data(graph));
    assert.deepEqual(
      [byline, published, outlet, language],
      ['Ana Kessler and Tom Reed', '2031-05-03T10:00:00+02:00', 'The Norta Herald', 'en-GB'],
    );
  });

  it('survives broken JSON-LD', () => {
    const og = '<meta property="og:site_name" content="The Torch">';
    for (const broken of [
      '{"@type":"NewsArticle",',
      '[[[[',
      'null',
      '"x"',
      `${'['.repeat(50_000)}`,
      '{"@type":{"@type":[]},"author":{"name":{"name":[]}}}',
    ]) {
      assert.equal(head(data(broken), og).outlet, 'The Torch');
    }
    assert.equal(
      head(data('{"@type":"NewsArticle","headline":"Harbour\n talks","publisher":{"name":"The Torch"}};')).outlet,
      'The Torch',
    );
  });

  it('comes from OpenGraph and meta elements', () => {
    const { byline, published, outlet, language } = head(
      '<meta property="og:site_name" content="The Torch | News &amp;amp; Views">',
      '<meta name="author" content="By Stella Crouch, Chief Reporter">',
      '<meta property="article:published_time" content="2031-05-03T10:00:00">',
      '<meta property="og:locale" content="en_GB">',
    );
    assert.deepEqual([byline, published, outlet, language], ['Stella Crouch', '2031-05-03', 'The Torch', 'en-GB']);
  });

  it('comes from microdata, time elements and what readers see', () => {
    const paragraphs = SENTENCES.map((sentence) => `<p>${sentence}</p>`).join('');
    const seen =
      read(`<html><head><title>KNA :: Harbour talks go on</title></head><body><div itemscope itemtype="https://schema.org/NewsArticle">
      <h3 itemprop="headline">Harbour talks go on</h3><span itemprop="datePublished" content="2031-05-03T13:20:00+03:30">3 May</span>
      <span itemprop="publisher"><meta itemprop="name" content="Kalvian News Agency"></span><div>${paragraphs}</div></div></body></html>`);
    assert.deepEqual(
      [seen.title, seen.published, seen.outlet],
      ['Harbour talks go on', '2031-05-03T13:20:00+03:30', 'Kalvian News Agency'],
    );
    const plain = read(
      `<html><head><title>Harbour talks go on - Stavna Digest</title></head><body><h2>Harbour talks go on</h2><div class="x">Friday, 3 May 2031, 09:12</div><div class="byline">By <a>Ana Kessler</a></div>${paragraphs}</body></html>`,
    );
    assert.deepEqual(
      [plain.title, plain.published, plain.outlet, plain.byline],
      ['Harbour talks go on', '2031-05-03', 'Stavna Digest', 'Ana Kessler'],
    );
  });

  it('never takes an address or an account for an author', () => {
    const { byline } = head(
      '<meta property="article:author" content="https://social.example/ana"><meta name="author" content="@ana">',
    );
    assert.equal(byline, null);
  });

  it('has titles without the outlet, whatever parts them', () => {
    const title = (text: string, site = 'The Norta Herald') =>
      read(
        `<title>${text}</title><meta property="og:site_name" content="${site}">${SENTENCES.map((s) => `<p>${s}</p>`).join('')}`,
      ).title;
    for (const text of [
      'Talks go on in Norta | The Norta Herald',
      'Talks go on in Norta - Norta Herald',
      'Talks go on in Norta | World | Norta Herald',
      'The Norta Herald: Talks',
      'Norta Herald :: Talks go on in Norta',
      'NH » Talks go on in Norta',
    ]) {
      assert.ok(['Talks go on in Norta', 'The Norta Herald: Talks'].includes(title(text)!), text);
    }
    assert.equal(title('Talks go on – Varga’s last chance'), 'Talks go on – Varga’s last chance');
  });

  it('takes addresses that are absolute, and of the same site when the page was fetched', () => {
    const link = (href: string, fetched: string | null) =>
      read(pageOf(SENTENCES, `<link rel="canonical" href="${href}">`), fetched).url;
    assert.equal(link('https://a.example/x', null), 'https://a.example/x');
    assert.equal(link('/x', null), null);
    assert.equal(link('javascript:alert(1)', null), null);
    assert.equal(link('/x', 'https://www.a.example/y'), 'https://www.a.example/x');
    assert.equal(link('https://a.example/x', 'https://m.a.example/y'), 'https://a.example/x');
    assert.equal(link('https://b.example/x', 'https://a.example/y'), 'https://a.example/y');
  });
});

describe('whom a page credits', () => {
  const own = 'https://stavnatimes.example/talks';
  const structured = (more: object): string =>
    `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Talks', publisher: { name: 'Stavna Times' }, ...more })}</script>`;
  const heads: readonly (readonly [head: string, credit: string | undefined])[] = [
    ['', undefined],
    ['<meta name="syndication-source" content="https://www.nortaradio.example/1">', 'nortaradio.example'],
    ['<meta name="original-source" content="/talks">', undefined],
    [`<meta name="original-source" content="${own}">`, undefined],
    ['<meta name="original-source" content="javascript:alert(1)">', undefined],
    [
      '<meta name="original-source" content="https://a.example/1"><meta name="original-source" content="https://b.example/1">',
      'a.example; b.example',
    ],
    ['<link rel="canonical" href="https://nortaradio.example/1">', 'nortaradio.example'],
    [`<link rel="canonical" href="${own}">`, undefined],
    [structured({}), undefined],
    [structured({ creditText: 'Norta Press' }), 'Norta Press'],
    [structured({ sourceOrganization: { name: 'Norta Press' } }), 'Norta Press'],
    [structured({ publisher: undefined, sourceOrganization: { name: 'Stavna Times' } }), undefined],
    [structured({ isBasedOn: 'https://nortaradio.example/1' }), 'nortaradio.example'],
    [structured({ isBasedOn: `${own}?page=1` }), undefined],
    [structured({ isBasedOn: { url: 'https://nr.example/1', publisher: { name: 'Norta Radio' } } }), 'Norta Radio'],
  ];
  for (const [head, credit] of heads) {
    it(`is ${credit ?? 'nobody'} by ${head || 'nothing'}`, () => {
      assert.equal(read(pageOf(SENTENCES, head), own).credit, credit);
    });
  }

  it('is nobody by a canonical link of a file, which tells where the file is from', () => {
    assert.equal(read(pageOf(SENTENCES, '<link rel="canonical" href="https://a.example/x">'), null).credit, undefined);
  });
});

describe('hostile markup', () => {
  const menu = '<li>Related</li>'.repeat(8_000);
  /** What each comes to: a part of the reason of its refusal, or null for an article. */
  const cases: readonly (readonly [what: string, html: string, refused: RegExp | null])[] = [
    ['tags nested a hundred thousand deep', '<div>'.repeat(100_000), /nested more than 500 deep/],
    ['cells in items in cells', '<li><td>x'.repeat(5_000), /nested more than 500 deep/],
    ['a comment that ends at once', `<!-->${'<div>x'.repeat(20_000)}`, /nested more than 500 deep/],
    ['a tag in an attribute', `<p a="><script>"></p>${'<div>x'.repeat(8_000)}`, /nested more than 500 deep/],
    ['an element that only browsers leave unread', `<noembed>${'<div>x'.repeat(20_000)}`, /nested more than 500 deep/],
    ['very many elements far down', `${'<div>'.repeat(490)}${'<b>x</b>'.repeat(20_000)}`, /nested too deeply/],
    ['long text far down', `${'<div>'.repeat(400)}${'word '.repeat(100_000)}`, /nested too deeply/],
    ['very many elements', '<b></b>'.repeat(100_000), /more than 70000 elements/],
    ['very many attributes', `<p ${Array.from({ length: 80_000 }, (_, i) => `a${i}`).join(' ')}>`, /more than 70000/],
    ['very many characters written as entities', `<p>${'&amp;'.repeat(100_000)}`, /more than 70000/],
    ['five million opening marks', '<'.repeat(5_000_000), /more than 70000/],
    ['one word of seven million letters', `<p>${'a'.repeat(7_000_000)}</p>`, /longer than 6000000 characters/],
    ['a comment without end', `${around('')}<!--${'<p>'.repeat(500_000)}`, null],
    [
      'an attribute of ten million characters',
      `<p title="${'x'.repeat(10_000_000)}">${FIRST}</p><p>${SECOND}</p>`,
      null,
    ],
    ['a class of two million names', `<p class="${'a '.repeat(2_000_000)}">${FIRST}</p>`, /class is longer than 20000/],
    ['posts within posts', '<div><blockquote class="twitter-tweet">'.repeat(240), /no article text/],
    ['lists within lists', `<ul><li>${FIRST}`.repeat(60), null],
    ['headings of feeds in a row', `<article><p>${FIRST}</p><ul>${menu}</ul><p>${SECOND}</p></article>`, null],
  ];
  for (const [what, html, refused] of cases) {
    it(`of ${what} ends in ${refused ? 'a refusal' : 'an article'}`, { timeout: 60_000 }, () => {
      if (refused) {
        assert.throws(
          () => read(html),
          (error) => error instanceof Refused && refused.test(error.message),
        );
      } else {
        assert.ok(textOf(html).includes(FIRST));
      }
      assert.equal(textOf(around('')), PARAGRAPHS, 'the next page is read as ever');
    });
  }
});
