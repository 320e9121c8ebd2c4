import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { capturePosted, isRefusal, type PostedFile, type PostedPage, recapture } from '../../src/capture/index.ts';
import type { Capture } from '../../src/model.ts';
import { savedByChrome } from './builders/mhtml.ts';
import { NOW, pageOf, SENTENCES } from './inputs.ts';

const HTML = pageOf(
  [...SENTENCES, 'The café “Zur Fähre” stayed open all night, its owner said on Friday.'],
  '<meta charset="iso-8859-1"><title>Harbour talks go on</title>',
);
const posted = (more: Partial<PostedPage> = {}): PostedPage => ({
  url: 'https://norta.example/talks#below',
  html: HTML,
  capturedAt: NOW,
  ...more,
});

describe('a posted page', () => {
  it('is a capture of its address, in UTF-8 whatever it declares', async () => {
    const capture = (await capturePosted(posted())) as Capture;
    const bytes = Buffer.from(HTML);
    assert.deepEqual(
      { ...capture.snapshot, bytes: Buffer.from(capture.snapshot.bytes).toString() },
      {
        bytes: HTML,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType: 'text/html; charset=utf-8',
        location: 'https://norta.example/talks',
        capturedAt: NOW.toISOString(),
      },
    );
    assert.deepEqual([capture.article.id, capture.article.url], ['norta.example-talks', 'https://norta.example/talks']);
    assert.match(capture.article.text, /café “Zur Fähre”/);
    assert.equal(capture.guessedEncoding, undefined);
    assert.deepEqual(await recapture(capture.snapshot, capture.article.id), capture);
  });

  it('cannot pass for another site’s', async () => {
    const html = pageOf(
      SENTENCES,
      '<link rel="canonical" href="https://other.example/talks"><title>Harbour talks</title>',
    );
    assert.equal(((await capturePosted(posted({ html }))) as Capture).article.url, 'https://norta.example/talks');
  });

  const refused: readonly (readonly [what: string, more: Partial<PostedPage>, code: string])[] = [
    ['without markup', { html: '' }, 'empty'],
    ['of white space', { html: ' \n' }, 'empty'],
    ['without an article', { html: '<nav><a href="/">Home</a></nav>' }, 'no article text'],
    ['with half a character', { html: `${HTML}\ud83d` }, 'bad encoding'],
    ['larger than allowed', { html: HTML + ' '.repeat(20_000) }, 'too large'],
    ['of no address', { url: 'talks' }, 'not found'],
    ['of a file', { url: 'file:///etc/passwd' }, 'refused'],
    ['of a script', { url: 'javascript:alert(1)' }, 'refused'],
    ['of an address with a password', { url: 'https://a:b@norta.example/' }, 'refused'],
    ['of an endless address', { url: `https://norta.example/${'a'.repeat(3000)}` }, 'too large'],
    ['of no time', { capturedAt: new Date('soon') }, 'refused'],
  ];
  for (const [what, more, code] of refused) {
    it(`${what} is refused as “${code}”, by its address`, async () => {
      const given = await capturePosted(posted(more), { mostBytes: 20_000 });
      assert.ok(isRefusal(given));
      assert.equal(given.code, code);
      assert.ok(posted(more).url.startsWith(given.input));
      assert.match(given.reason, /^[A-Z].*\.$/);
    });
  }
});

describe('a posted file', () => {
  const file = (more: Partial<PostedFile> = {}): PostedFile => ({
    name: 'talks.html',
    bytes: Buffer.from(HTML, 'latin1'),
    url: 'https://norta.example/talks#below',
    capturedAt: NOW,
    ...more,
  });

  it('of markup is read in the encoding that it declares, and kept as it is', async () => {
    const bytes = Buffer.from(HTML.replace('“Zur Fähre”', 'Zur Fähre'), 'latin1');
    const capture = (await capturePosted(file({ bytes }))) as Capture;
    assert.match(capture.article.text, /café Zur Fähre/);
    assert.deepEqual(Buffer.from(capture.snapshot.bytes), bytes);
    assert.equal(capture.snapshot.location, 'https://norta.example/talks');
    assert.deepEqual(await recapture(capture.snapshot, capture.article.id), capture);
  });

  it('of MHTML gives its own address, unless another is given', async () => {
    const bytes = savedByChrome(HTML.replace('iso-8859-1', 'utf-8'), 'https://norta.example/saved');
    const capture = (await capturePosted(file({ name: 'Talks.MHTML', bytes, url: null }))) as Capture;
    assert.match(capture.article.text, /café “Zur Fähre”/);
    assert.deepEqual(
      [capture.article.url, capture.snapshot.location, capture.snapshot.mediaType],
      ['https://norta.example/saved', 'https://norta.example/saved', 'multipart/related'],
    );
    assert.deepEqual(await recapture(capture.snapshot, capture.article.id), capture);
    const other = (await capturePosted(file({ name: 'talks.mht', bytes }))) as Capture;
    assert.equal(other.article.url, 'https://norta.example/talks');
  });

  it('that cannot be read is refused by its address or its name', async () => {
    for (const [more, input, code] of [
      [{ bytes: Buffer.from('%PDF-1.4\0') }, 'https://norta.example/talks#below', 'binary'],
      [{ url: null }, 'talks.html', 'not found'],
      [{ name: 'talks.mhtml', url: null }, 'talks.mhtml', 'damaged'],
      [{ bytes: Buffer.alloc(30_000, 'a') }, 'https://norta.example/talks#below', 'too large'],
    ] as const) {
      const given = await capturePosted(file(more), { mostBytes: 20_000 });
      assert.ok(isRefusal(given));
      assert.deepEqual([given.input, given.code], [input, code]);
    }
  });
});
