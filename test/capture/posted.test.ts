import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it } from 'node:test';
import { capturePosted, isRefusal, type Posted, recapture } from '../../src/capture/index.ts';
import type { Capture } from '../../src/model.ts';
import { NOW, pageOf, SENTENCES } from './inputs.ts';

const HTML = pageOf(
  [...SENTENCES, 'The café “Zur Fähre” stayed open all night, its owner said on Friday.'],
  '<meta charset="iso-8859-1"><title>Harbour talks go on</title>',
);
const posted = (more: Partial<Posted> = {}): Posted => ({
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

  const refused: readonly (readonly [what: string, more: Partial<Posted>, code: string])[] = [
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
      const given = await capturePosted(posted(more), 20_000);
      assert.ok(isRefusal(given));
      assert.equal(given.code, code);
      assert.ok(posted(more).url.startsWith(given.input));
      assert.match(given.reason, /^[A-Z].*\.$/);
    });
  }
});
