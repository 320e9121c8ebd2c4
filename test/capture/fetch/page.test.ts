import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { isRefusal } from '../../../src/capture/index.ts';
import { slugOf } from '../../../src/capture/slug.ts';
import { collect, onlyCapture, onlyRefusal, outcomes, SENTENCES } from '../inputs.ts';
import { PAGE, startServer } from './server.ts';

const LOCAL = { allowPrivateAddresses: true };

describe('addresses', () => {
  let server: Awaited<ReturnType<typeof startServer>>;
  before(async () => {
    server = await startServer();
  });
  after(() => server.close());
  const get = (path: string, options = {}) => collect([`${server.origin}${path}`], { ...LOCAL, ...options });

  it('of a page give its article, with the bytes as they came', async () => {
    const { article, snapshot } = onlyCapture(
      await get('/world/talks-go-on.html?utm=1#top').then(() => get('/world/talks-go-on.html#top')),
    );
    const url = `${server.origin}/world/talks-go-on.html`;
    assert.deepEqual([article.title, article.text, article.url], ['Harbour talks go on', SENTENCES.join('\n\n'), url]);
    assert.equal(article.id, `127.0.0.1-${server.port}-world-talks-go-on`);
    assert.equal(Buffer.from(snapshot.bytes).toString(), PAGE);
    assert.deepEqual([snapshot.mediaType, snapshot.location], ['text/html; charset=utf-8', url]);
  });

  it('are asked for under our name', async () => {
    assert.match(onlyCapture(await get('/who')).article.text, /Asked by Onrecord\/0\.1,/);
  });

  it('are unpacked, and decoded as the server declares', async () => {
    assert.equal(Buffer.from(onlyCapture(await get('/packed')).snapshot.bytes).toString(), PAGE);
    assert.match(onlyCapture(await get('/cyrillic')).article.text, /^Министр said/);
  });

  it('may give texts, JSON Lines, or declare nothing', async () => {
    assert.equal(onlyCapture(await get('/plain')).article.text, SENTENCES.join('\n\n'));
    assert.equal(onlyCapture(await get('/untyped')).snapshot.mediaType, 'text/html');
    const lines = await get('/lines');
    assert.deepEqual(outcomes(lines), ['a', 'refused: bad line']);
    assert.equal(isRefusal(lines[1]!) && lines[1].input, `${server.origin}/lines:2`);
  });

  it('of texts are decoded as the server declares', async () => {
    assert.match(onlyCapture(await get('/latin')).article.text, /The café on the quay/);
    assert.match(onlyRefusal(await get('/unknown-charset')).reason, /not known: "klingon-8"/);
    const guessed = onlyCapture(await get('/not-utf8'));
    assert.deepEqual([guessed.guessedEncoding, guessed.article.text.slice(0, 8)], ['windows-1252', 'The café']);
  });

  it('may give Markdown', async () => {
    const { article, snapshot } = onlyCapture(await get('/markdown'));
    assert.deepEqual([article.title, article.text], ['Harbour talks go on', SENTENCES.join('\n\n')]);
    assert.equal(snapshot.mediaType, 'text/markdown');
  });

  it('follow up to ten redirects to where the page is', async () => {
    assert.equal(onlyCapture(await get('/moved')).article.url, `${server.origin}/world/talks-go-on.html`);
    assert.equal(onlyCapture(await get('/hop/9')).snapshot.location, `${server.origin}/world/talks-go-on.html`);
    assert.equal(onlyRefusal(await get('/hop/10')).code, 'too many redirects');
    server.asked.length = 0;
    assert.equal(onlyRefusal(await get('/loop')).code, 'too many redirects');
    assert.equal(server.asked.length, 2);
  });

  it('cannot pass for another site’s', async () => {
    assert.equal(onlyCapture(await get('/other-canonical')).article.url, `${server.origin}/other-canonical`);
    assert.equal(onlyCapture(await get('/own-canonical')).article.url, `${server.origin}/canonical`);
  });

  for (const [path, code] of [
    ['/missing', 'not found'],
    ['/gone', 'not found'],
    ['/forbidden', 'refused'],
    ['/broken', 'unreachable'],
    ['/to-file', 'refused'],
    ['/to-login', 'refused'],
    ['/to-nothing', 'unreachable'],
    ['/picture', 'wrong type'],
    ['/pdf', 'damaged'],
    ['/untyped-pdf', 'damaged'],
    ['/image-as-page', 'binary'],
    ['/empty', 'empty'],
    ['/no-content', 'empty'],
    ['/menu', 'no article text'],
    ['/bomb', 'too large'],
    ['/endless', 'too large'],
    ['/long', 'too large'],
    ['/cut-off', 'unreachable'],
    ['/reset', 'unreachable'],
  ] as const) {
    it(`like ${path} are refused as “${code}”, and the next goes in`, async () => {
      const given = await collect([`${server.origin}${path}`, `${server.origin}/plain`], LOCAL);
      assert.deepEqual(outcomes(given), [`refused: ${code}`, slugOf(`${server.origin}/plain`)]);
      const [refusal] = given;
      assert.ok(refusal && isRefusal(refusal));
      assert.equal(refusal.input, `${server.origin}${path}`);
      assert.match(refusal.reason, /^[A-Z0-9].*\.$/);
    });
  }

  it('that do not answer, or never end, time out as a whole', async () => {
    assert.equal(onlyRefusal(await get('/silent', { timeoutMs: 150 })).code, 'timed out');
    assert.equal(onlyRefusal(await get('/slow-body', { timeoutMs: 150 })).code, 'timed out');
  });

  it('at which nothing listens, or speaks another protocol, are unreachable', async () => {
    const other = createServer((socket) => socket.resume().end('SSH-2.0-x\r\n')).listen(0, '127.0.0.1');
    await once(other, 'listening');
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}/`;
    assert.equal(onlyRefusal(await collect([address], LOCAL)).code, 'unreachable');
    other.close();
    await once(other, 'close');
    assert.equal(onlyRefusal(await collect([address], LOCAL)).code, 'unreachable');
    assert.equal(onlyRefusal(await collect(['https://nowhere.invalid/'])).code, 'unreachable');
  });

  it('of private networks are not asked, however they are written', async () => {
    server.asked.length = 0;
    const inputs = [
      `${server.origin}/plain`,
      `http://localhost:${server.port}/plain`,
      `http://[::1]:${server.port}/plain`,
      `http://[::ffff:127.0.0.1]:${server.port}/plain`,
      `http://2130706433:${server.port}/plain`,
      `http://0x7f.1:${server.port}/plain`,
      `http://127.1:${server.port}/plain`,
      `http://0.0.0.0:${server.port}/plain`,
      'http://10.0.0.1/',
      'http://169.254.169.254/latest/meta-data/',
      'http://[fe80::1]/',
      'http://[fd00::1]/',
      'http://[64:ff9b::7f00:1]/',
    ];
    assert.deepEqual(
      outcomes(await collect(inputs)),
      inputs.map(() => 'refused: refused'),
    );
    assert.deepEqual(server.asked, []);
  });

  it('of other kinds are refused', async () => {
    const inputs = [
      'ftp://example.com/a',
      'file:///etc/passwd',
      'https://user:word@example.com/',
      'http://example.com:25/',
    ];
    assert.deepEqual(
      outcomes(await collect(inputs)),
      inputs.map(() => 'refused: refused'),
    );
    assert.equal(onlyRefusal(await collect(['http://['])).code, 'not found');
  });
});

describe('ids of addresses', () => {
  it('can be read, and differ where addresses do', () => {
    assert.equal(
      slugOf('https://www.kalvin.example/world/2031/talks-go-on.html'),
      'kalvin.example-world-2031-talks-go-on',
    );
    assert.equal(slugOf('https://kalvin.example/'), 'kalvin.example');
    assert.match(slugOf('https://kalvin.example/view?id=7'), /^kalvin\.example-view-[0-9a-f]{8}$/);
    assert.notEqual(slugOf('https://kalvin.example/view?id=7'), slugOf('https://kalvin.example/view?id=8'));
    assert.equal(slugOf('https://kalvin.example/мир/переговоры'), 'kalvin.example-мир-переговоры');
    const long = `https://kalvin.example/${'talks-'.repeat(60)}`;
    assert.ok(slugOf(long).length <= 109);
    assert.match(slugOf('https://kalvin.example/%ff'), /^kalvin\.example-/);
  });
});
