import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { watchMoreOf } from '../../src/cli/watching-more.ts';
import { noBrowser, type Site, settled, startSite } from './browser.ts';
import { startOtherSite } from './handing-site.ts';

const FEED = `<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Ardal - News</title>
<link>http://127.0.0.1/</link><item><title>Harbour</title><link>http://127.0.0.1/harbour</link></item></channel></rss>`;
const opml = (...urls: readonly string[]): string =>
  `<opml version="2.0"><body><outline text="Vesland">${urls
    .map((url, n) => `<outline type="rss" text="Paper &lt;b&gt; ${n}" xmlUrl="${url}"/>`)
    .join('')}</outline></body></opml>`;

/** A loopback site with a feed. */
async function startOutlet(): Promise<{ readonly feed: string; readonly server: Server }> {
  const server = createServer(({ url }, response) => {
    response.writeHead(url === '/rss.xml' ? 200 : 404, { 'content-type': 'application/rss+xml' });
    response.end(url === '/rss.xml' ? FEED : '');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { feed: `http://127.0.0.1:${(server.address() as AddressInfo).port}/rss.xml`, server };
}

describe('what is watched', { skip: noBrowser }, () => {
  let site: Site;
  let outlet: Awaited<ReturnType<typeof startOutlet>>;

  before(async () => {
    outlet = await startOutlet();
    site = await startSite([], undefined, ({ record }) => ({ watchMore: watchMoreOf(record, { allowPrivate: true }) }));
  });
  after(async () => {
    await site.close();
    outlet.server.closeAllConnections();
    outlet.server.close();
  });
  const told = (page: Page, words: string | RegExp) =>
    page.locator('.capture-outcome').filter({ hasText: words }).waitFor();

  test('is nothing at first, and an address is added with the keyboard, once', async () => {
    const { page, faults } = await site.open('/watching');
    await page.getByText('Nothing is watched so far.').waitFor();
    await page.getByLabel('Address of a feed, a sitemap, or a site').focus();
    await page.keyboard.type(outlet.feed);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Ardal Radio');
    await page.keyboard.press('Enter');
    await told(page, '1 source added: Radio Ardal - News, with 1 article to fetch.');
    await page.locator('.watched li', { hasText: 'feed of Ardal Radio' }).waitFor();
    assert.deepEqual(
      site.record.sources().map(({ url, outlet: of }) => [url, of]),
      [[outlet.feed, 'Ardal Radio']],
    );
    await page.keyboard.press('Enter');
    await told(page, '1 source watched already.');
    assert.equal(site.record.sources().length, 1);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('does not grow by an address that gives nothing, and says why, as does the record', async () => {
    const { page } = await site.open('/watching');
    const before = site.record.sources().length;
    await page.getByLabel('Address of a feed').fill(outlet.feed.replace('rss.xml', 'nothing'));
    await page.getByRole('button', { name: 'Watch it' }).click();
    await told(page, /Not added\. .*404/);
    await page.getByLabel('Address of a feed').fill('javascript:alert(1)');
    await page.getByRole('button', { name: 'Watch it' }).click();
    await told(page, 'it is no http or https address');
    assert.equal(site.record.sources().length, before);
    await page.goto(`${site.url}/refusals`);
    await settled(page);
    await page.getByText('javascript:alert(1)').waitFor();
    await page.context().close();
  });

  test('grows by a list of feeds that is chosen or dropped', async () => {
    const { page, faults } = await site.open('/watching');
    const list = opml('https://one.example/rss', 'https://two.example/rss');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'feeds.opml', mimeType: 'text/xml', buffer: Buffer.from(list) });
    await told(page, '2 sources added.');
    await page.locator('.watched li', { hasText: 'Paper <b> 1' }).waitFor();
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(opml('https://two.example/rss', 'https://three.example/rss'))}], 'more.opml'));
      for (const type of ['dragover', 'drop']) {
        document.querySelector('.source-form').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }
    })()`);
    await told(page, /1 source added.*1 source watched already/);
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'x.opml', mimeType: 'text/xml', buffer: Buffer.from('no list') });
    await told(page, /Not added\. /);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('shows what fails first, since when and why', async () => {
    const url = 'https://late.example/rss';
    const at = '2031-05-01T10:00:00.000Z';
    const late = { url, kind: 'feed', title: 'Late', site: null, folders: ['Far', 'Away'], outlet: 'Late' } as const;
    const { id } = site.record.addSource(late, at).source;
    const reason = 'The server answered with 503 <b>(gone)</b>.';
    const failed = { status: 503, outcome: 'unreachable', reason, bytes: 0, durationMs: 5 } as const;
    const nothing = { etag: null, lastModified: null, retryAfter: null, sha256: null, redirects: [] };
    const attempt = { ...nothing, ...failed, part: 'list', outlet: 'Late', url, finalUrl: url, at } as const;
    site.record.noteSource({ source: id, at, attempt, nextAt: '2031-05-02T10:00:00.000Z', interval: 60, said: null });
    const { page, faults } = await site.open('/watching');
    const first = page.locator('.watched li').first();
    await first.filter({ hasText: 'Far / Away' }).waitFor();
    const text = (await first.textContent())!;
    assert.match(text, /Fails since 1 May 2031, 10:00 UTC \(1 attempt\): The server answered with 503 <b>/);
    await page.getByText(/\d sources?, 1 failing/).waitFor();
    await page.locator('.health li', { hasText: 'Late' }).getByRole('link', { name: '1 failed' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('takes nothing from another site', async () => {
    const other = await startOtherSite({ '/evil': { html: '<!doctype html><title>evil</title><h1>Win a boat</h1>' } });
    const before = site.record.sources().length;
    const { page } = await site.open('/');
    await page.goto(`${other.url}/evil`);
    await page.evaluate(`(async () => {
      const to = '${site.url}/api/sources';
      const body = '{"url":"https://evil.example/rss"}';
      const json = { 'content-type': 'application/json', 'x-onrecord-token': 'x' };
      for (const more of [{ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }, { headers: json }, { mode: 'no-cors' }]) {
        await fetch(to, { method: 'POST', body, ...more }).catch(() => {});
      }
      navigator.sendBeacon(to, body);
    })()`);
    await page.waitForTimeout(300);
    assert.equal(site.record.sources().length, before);
    assert.ok(!site.record.refusals().items.some(({ input }) => input.includes('evil')));
    await page.context().close();
    await other.close();
  });
});

describe('what is watched, on a server as it is usually run', { skip: noBrowser }, () => {
  test('asks nothing of this machine or its network', async () => {
    const outlet = await startOutlet();
    let asked = 0;
    outlet.server.on('request', () => asked++);
    const site = await startSite([], undefined, ({ record }) => ({
      watchMore: watchMoreOf(record, { allowPrivate: false }),
    }));
    const { page } = await site.open('/watching');
    await page.getByLabel('Address of a feed').fill(outlet.feed);
    await page.getByRole('button', { name: 'Watch it' }).click();
    await page.locator('.capture-problem', { hasText: 'Not added.' }).waitFor();
    assert.equal(asked, 0);
    assert.equal(site.record.sources().length, 0);
    await site.close();
    outlet.server.close();
  });

  test('says what to run where it only reads', async () => {
    const site = await startSite([]);
    const { page, faults } = await site.open('/watching');
    await page.getByText('onrecord serve --accept-sources').waitFor();
    assert.equal(await page.locator('form.source-form').count(), 0);
    assert.deepEqual(faults, []);
    await site.close();
  });
});
