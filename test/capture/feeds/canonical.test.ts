import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import {
  canonicalUrl,
  sameArticleUrl,
  TRACKING_PARAMETERS,
  TRACKING_PREFIXES,
} from '../../../src/capture/feeds/index.ts';

const forms: readonly (readonly [given: string, canonical: string])[] = [
  ['https://A.Example/x', 'https://a.example/x'],
  ['https://a.example:443/x', 'https://a.example/x'],
  ['http://a.example:80/x', 'http://a.example/x'],
  ['http://a.example:8080/x', 'http://a.example:8080/x'],
  ['https://a.example/x#top', 'https://a.example/x'],
  ['https://a.example/#!/x/1', 'https://a.example/#!/x/1'],
  ['https://a.example/x?utm_source=rss&utm_medium=feed', 'https://a.example/x'],
  ['https://a.example/x?id=7&UTM_Campaign=a&page=2', 'https://a.example/x?id=7&page=2'],
  ['https://a.example/x?fbclid=1&gclid=2&CMP=share&ns_mchannel=rss&at_medium=rss&b=1', 'https://a.example/x?b=1'],
  ['https://a.example/x?%75tm_source=1', 'https://a.example/x'],
  ['https://a.example/x?b=2&a=1&b=1', 'https://a.example/x?b=2&a=1&b=1'],
  ['https://a.example/x?q=a+b%20c&r=%2F', 'https://a.example/x?q=a+b%20c&r=%2F'],
  ['https://a.example/x?%E0%A4%A=1', 'https://a.example/x?%E0%A4%A=1'],
  ['https://a.example/x?', 'https://a.example/x'],
  ['https://a.example/x?&&a', 'https://a.example/x?a'],
  ['https://a.example/x/index.html', 'https://a.example/x/index.html'],
  ['https://a.example/X/', 'https://a.example/X/'],
  ['https://a.example/x?amp=1', 'https://a.example/x'],
  ['https://a.example/x?outputType=amp&a=1', 'https://a.example/x?a=1'],
  ['https://a.example/x?amp=guitar', 'https://a.example/x?amp=guitar'],
  ['https://a.example/x/amp/', 'https://a.example/x/amp/'],
  ['https://amp.a.example/x', 'https://amp.a.example/x'],
  ['https://a-example.cdn.ampproject.org/c/s/a.example/x?utm_source=1', 'https://a.example/x'],
  ['https://a-example.cdn.ampproject.org/v/a.example/x', 'http://a.example/x'],
  ['https://www.google.com/amp/s/a.example/x/amp', 'https://a.example/x/amp'],
  ['https://www.google.com/amp/s/', 'https://www.google.com/amp/s/'],
  ['https://a.example/x?ref=home&source=7&cid=9', 'https://a.example/x?ref=home&source=7&cid=9'],
  ['mailto:a@a.example', 'mailto:a@a.example'],
  ['no address', 'no address'],
];

describe('the canonical address', () => {
  for (const [given, canonical] of forms) {
    it(`of ${given} is ${canonical}`, () => {
      assert.equal(canonicalUrl(given), canonical);
    });
  }

  const address = fc.webUrl({ withQueryParameters: true, withFragments: true });

  it('is its own canonical address', () => {
    fc.assert(
      fc.property(address, (given) => {
        assert.equal(canonicalUrl(canonicalUrl(given)), canonicalUrl(given));
      }),
    );
  });

  it('keeps scheme, host, path and what it does not know, in its order', () => {
    const known = fc.oneof(
      fc.constantFrom(...TRACKING_PARAMETERS),
      fc.constantFrom(...TRACKING_PREFIXES).map((prefix) => `${prefix}x`),
    );
    const own = fc.constantFrom('id', 'page', 'q', 'a', 'article', 'amplitude', 'atom', 'nsfw', 'utm');
    const parameter = fc.tuple(fc.oneof(own, known), fc.constantFrom('1', 'a%20b', '', 'x+y'));
    fc.assert(
      fc.property(fc.webUrl(), fc.array(parameter, { maxLength: 8 }), (base, parameters) => {
        const query = (of: typeof parameters): string => of.map(([name, value]) => `${name}=${value}`).join('&');
        const url = new URL(canonicalUrl(`${base}?${query(parameters)}#part`));
        const { protocol, host, pathname } = new URL(base);
        assert.deepEqual([url.protocol, url.host, url.pathname, url.hash], [protocol, host, pathname, '']);
        const kept = parameters.filter(
          ([name]) => !TRACKING_PARAMETERS.has(name) && !TRACKING_PREFIXES.some((prefix) => name.startsWith(prefix)),
        );
        assert.equal(url.search, kept.length ? `?${query(kept)}` : '');
      }),
    );
  });
});

describe('two addresses', () => {
  const same: readonly (readonly [a: string, b: string])[] = [
    ['http://a.example/x', 'https://www.a.example/x/?utm_source=rss'],
    ['https://a.example', 'https://a.example/#top'],
    ['https://a.example/x?a=1', 'https://a.example/x/?a=1&fbclid=2'],
  ];
  const different: readonly (readonly [a: string, b: string])[] = [
    ['https://a.example/x', 'https://a.example/X'],
    ['https://a.example/x', 'https://b.example/x'],
    ['https://a.example/x?id=1', 'https://a.example/x?id=2'],
    ['https://m.a.example/x', 'https://a.example/x'],
    ['https://a.example/x/index.html', 'https://a.example/x/'],
    ['https://www.example/x', 'https://example.example/x'],
  ];
  for (const [a, b] of same) it(`are of one article: ${a}, ${b}`, () => assert.ok(sameArticleUrl(a, b)));
  for (const [a, b] of different)
    it(`are not certainly of one article: ${a}, ${b}`, () => assert.ok(!sameArticleUrl(a, b)));
});
