import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { judgePage, outcomeOfPage } from '../../../src/capture/fetch/index.ts';
import { readSigns } from '../../../src/capture/fetch/page-signs.ts';
import { collect, onlyCapture, onlyRefusal, pageOf, SENTENCES } from '../inputs.ts';
import { type Page, startSite } from './site.ts';

const bundle = '<script defer src="/static/js/main.3f9c1a.js"></script>';
const LONG = Array.from({ length: 12 }, (_, n) => SENTENCES[n % 3]!.replace('Kalvia', `Kalvia in its ${n}th year`));

/** Pages that are filled by scripts, in the manner of the frameworks that make them, and pages that keep programs out. */
const SHELLS: Readonly<Record<string, string>> = {
  'React, created by its starter': `<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>Norta Post</title>${bundle}</head><body><noscript>You need to enable JavaScript to run this app.</noscript><div id="root"></div></body></html>`,
  'Vue, with its notice': `<!DOCTYPE html><html><head><title>norta-web</title></head><body><noscript><strong>We're sorry but norta-web doesn't work properly without JavaScript enabled. Please enable it to continue.</strong></noscript><div id="app"></div>${bundle}</body></html>`,
  'Vite, without a notice': `<!doctype html><html><head><title>Norta</title><script type="module" crossorigin src="/assets/index-Bx.js"></script></head><body><div id="app"></div></body></html>`,
  Angular: `<!doctype html><html><head><base href="/"><title>Norta</title></head><body><app-root></app-root><script src="runtime.js" type="module"></script></body></html>`,
  'Next.js, rendered in the browser': `<!DOCTYPE html><html><head><script src="/_next/static/chunks/main.js" defer></script></head><body><div id="__next"><div class="spinner"></div></div><script id="__NEXT_DATA__" type="application/json">{"props":{}}</script></body></html>`,
  Nuxt: `<!doctype html><html><body><div id="__nuxt"></div><script>window.__NUXT__={config:{}}</script><script type="module" src="/_nuxt/entry.js"></script></body></html>`,
  Gatsby: `<html><body><div id="___gatsby"></div><script src="/app.js"></script></body></html>`,
  'a shell with navigation and a foot': `<html><body><nav><a href="/">Home</a><a href="/world">World</a></nav><header><a href="/">Norta Post</a></header><div id="root"><!-- --></div><footer>© 2031 Norta Post. All rights reserved.</footer>${bundle}</body></html>`,
  'a shell that shows that it loads': `<html><body><div id="root"></div><p>Loading…</p><noscript>This site requires JavaScript.</noscript></body></html>`,
  'a large script and no words': `<html><head><title>Norta</title></head><body><div class="page"></div><script>${'var a=[1,2,3];'.repeat(2_000)}</script></body></html>`,
  'a check of the browser': `<html><head><title>Just a moment...</title></head><body><h1>www.norta.example</h1><p>Checking your browser before accessing the site.</p><noscript>Enable JavaScript and cookies to continue</noscript></body></html>`,
  'a check for robots': `<html><body><p>Please verify you are a human</p><p>Please enable JS and disable any ad blocker</p></body></html>`,
  'a notice that scripts are off': `<html><body><p>JavaScript is disabled in your browser. Turn on JavaScript and load the page again.</p></body></html>`,
  'markup that is never closed':
    `<html><head><title>Norta<body><noscript>Please enable JavaScript</noscript><div id=root></div><script src=/a.js>`.replace(
      '<title>Norta',
      '<title>Norta</title>',
    ),
};

/** Pages that are not, though something about them looks like it. */
const NO_SHELLS: Readonly<Record<string, string>> = {
  'an article': pageOf(LONG),
  'an article within a root': `<html><body><noscript>Enable JavaScript to comment.</noscript><div id="root">${pageOf(LONG)}</div>${bundle}</body></html>`,
  'an article with an empty mount point for comments': pageOf(LONG).replace(
    '</article>',
    '</article><div id="app"></div><script src="/c.js"></script>',
  ),
  'an article on scripts': `<html><body><article><p>Engineers say the ministry site is unusable: “it requires JavaScript for a phone number”.</p>${LONG.map((p) => `<p>${p}</p>`).join('')}</article></body></html>`,
  'an empty page': '<html><body></body></html>',
  'a page of links': '<html><body><nav><a href="/">Home</a></nav><p>Nothing was found.</p></body></html>',
  'an empty root without scripts': '<html><body><div id="root"></div></body></html>',
  nothing: '',
};

describe('shells that scripts fill', () => {
  for (const [what, html] of Object.entries(SHELLS)) {
    it(`are told: ${what}`, () => {
      assert.equal(readSigns(html).scriptShell, true);
      assert.equal(judgePage(html, { textLength: 0, paywall: false }).outcome, 'needs JavaScript');
    });
  }
  for (const [what, html] of Object.entries(NO_SHELLS)) {
    it(`are not ${what}`, () => assert.equal(readSigns(html).scriptShell, false));
  }
});

describe('refreshes', () => {
  it('are read, and not followed', () => {
    for (const [content, to] of [
      ['0;url=/story', '/story'],
      ['5; URL="https://norta.example/a b"', 'https://norta.example/a'],
      ["0,url='/x'", '/x'],
      ['300', null],
      ['', null],
    ] as const)
      assert.equal(
        readSigns(`<meta http-equiv=Refresh content="${content.replaceAll('"', '&quot;')}">`).refresh,
        to,
        content,
      );
  });
});

describe('the outcome of a page', () => {
  const facts = { textLength: 0, paywall: false, scriptShell: false, refresh: null };
  it('follows from its text, its paywall and its scripts', () => {
    for (const [given, outcome] of [
      [{}, 'no article text'],
      [{ refresh: '/a' }, 'no article text'],
      [{ textLength: 300 }, 'ok'],
      [{ textLength: 300, refresh: '/a' }, 'ok'],
      [{ textLength: 300, paywall: true }, 'paywalled'],
      [{ paywall: true }, 'paywalled'],
      [{ paywall: true, scriptShell: true }, 'paywalled'],
      [{ textLength: 5_000, paywall: true }, 'ok'],
      [{ textLength: 5_000, scriptShell: true }, 'ok'],
      [{ scriptShell: true }, 'needs JavaScript'],
      [{ textLength: 80, scriptShell: true }, 'needs JavaScript'],
      [{ textLength: 900, scriptShell: true }, 'ok'],
    ] as const) {
      const given2 = outcomeOfPage({ ...facts, ...given });
      assert.equal(given2.outcome, outcome, JSON.stringify(given));
      assert.equal(given2.reason === null, outcome === 'ok');
    }
  });

  it('is found for any markup', () => {
    const part = fc.constantFrom(
      '<div id=root>',
      '</div>',
      '<script>',
      '</script>',
      '<a>',
      'word ',
      '<noscript>',
      '<',
      '<meta http-equiv=refresh content="',
      '">',
      '&',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const { scriptShell, refresh } = readSigns(parts.join(''));
        assert.equal(typeof scriptShell, 'boolean');
        assert.ok(refresh === null || refresh.length > 0);
      }),
    );
  });
});

describe('addresses that are added', () => {
  it('are told for what they are, and nothing that their pages ask for is fetched', async (t) => {
    const html =
      (body: string): Page =>
      (_, response) =>
        response.writeHead(200, { 'content-type': 'text/html' }).end(body);
    const site = await startSite(t, {
      '/shell': html(SHELLS['React, created by its starter']!),
      '/notice': html(
        `<html><body><article><p>${'Please enable JavaScript in your browser and load this page of the paper again. '.repeat(3)}</p></article></body></html>`,
      ),
      '/leads': html('<html><head><meta http-equiv="refresh" content="0;url=/story"></head><body></body></html>'),
      '/story': html(pageOf(LONG)),
      '/busy': html(
        pageOf(
          [...SENTENCES, '<img src="/picture.png"><script src="/script.js"></script><iframe src="/frame"></iframe>'],
          '<link rel="stylesheet" href="/style.css"><link rel="preload" href="/font">',
        ),
      ),
    });
    const add = (path: string) => collect([site.at(path, '127.0.0.1')], { allowPrivateAddresses: true });
    for (const path of ['/shell', '/notice']) {
      const { code, reason } = onlyRefusal(await add(path));
      assert.deepEqual(
        [code, reason],
        [
          'needs JavaScript',
          'Its text comes by scripts, which are not run; save the page in a browser and give the file.',
        ],
      );
    }
    const { code, reason } = onlyRefusal(await add('/leads'));
    assert.equal(code, 'no article text');
    assert.match(reason, /only leads on to \/story, which is not followed; give that address/);
    assert.ok(onlyCapture(await add('/story')).article.text.length > 1_000);
    assert.ok(onlyCapture(await add('/busy')).article.text.includes('harbour'));
    assert.deepEqual(
      site.asked.map((asked) => asked.split(' ')[1]),
      ['/shell', '/notice', '/leads', '/story', '/busy'],
    );
  });
});
