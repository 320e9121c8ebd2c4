import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { addPosted, createAnalyzer, type OpenAnalyzer } from '../../src/pipeline/index.ts';
import { savedByChrome } from '../capture/builders/mhtml.ts';
import { ferryPage, WORDS } from '../server/pages-to-add.ts';
import { noBrowser, type Site, startSite } from './browser.ts';
import { type OtherSite, startOtherSite } from './handing-site.ts';

const STRICT = {
  'content-security-policy': "default-src 'self'; connect-src 'none'; form-action 'none'; frame-ancestors 'none'",
};
/** What no server sent and no source holds: a script made it, or a login showed it. */
const SEEN_ONLY = `document.querySelector('article').insertAdjacentHTML('beforeend',
  '<p>“The mole light is paid for,” said Ansgar Peel, the treasurer of the islands, on the same day.</p>')`;

describe('a browser hands over the page it shows', { skip: noBrowser }, () => {
  let analyzer: OpenAnalyzer;
  let site: Site;
  let other: OtherSite;
  let code: string;

  before(async () => {
    analyzer = await createAnalyzer();
    site = await startSite(
      [],
      ({ record }) =>
        (posted) =>
          addPosted(record, analyzer, posted),
    );
    other = await startOtherSite({
      '/ferry': { html: ferryPage(), headers: STRICT },
      '/again': { html: ferryPage('The night ferry, once more'), headers: STRICT },
      '/home': { html: '<title>All news</title><nav><a href="/">Home</a></nav>' },
      '/cut': { html: ferryPage(), headers: { ...STRICT, 'cross-origin-opener-policy': 'same-origin' } },
      '/evil': { html: '<!doctype html><title>evil</title><h1>Win a boat</h1>' },
    });
    const { page } = await site.open('/capture');
    code = (await page.getByRole('link', { name: 'Add to Onrecord' }).getAttribute('href'))!;
    await page.context().close();
  });
  after(async () => {
    await site.close();
    await other.close();
    await analyzer.close();
  });
  let count: number;
  beforeEach(() => {
    count = site.record.counts().articles;
  });

  /** The page of the other site in a tab, and a way to press the bookmark on it. */
  async function visit(path: string): Promise<{ page: Page; press(): Promise<Page> }> {
    const { page } = await site.open('/');
    await page.goto(other.url + path);
    return {
      page,
      async press() {
        const opened = page.waitForEvent('popup');
        await page.evaluate(decodeURI(code.replace(/^javascript:/, '')));
        return opened;
      },
    };
  }
  const add = (page: Page) => page.getByRole('button', { name: 'Add to the record' });
  const status = (page: Page) => page.getByRole('status').filter({ hasText: /\S/ });

  test('the bookmark is one line of at most 1 KB, and a link that this page itself does not follow', async () => {
    assert.match(code, /^javascript:\(/);
    assert.ok(decodeURI(code).length <= 1024, `${decodeURI(code).length} characters`);
    assert.doesNotMatch(code, /[\s#"<>]/);
    const { page, faults } = await site.open('/capture');
    await page.getByRole('link', { name: 'Add to Onrecord' }).click();
    await status(page).filter({ hasText: 'Drag it' }).waitFor();
    assert.equal(new URL(page.url()).pathname, '/capture');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('from a page that allows itself nothing, as it is seen; nothing is added before the reader says so', async () => {
    const { page, press } = await visit('/ferry');
    await page.evaluate(SEEN_ONLY);
    const opened = await press();
    await add(opened).waitFor();
    const about = (await opened.locator('.about').textContent())!;
    for (const words of [
      'Night ferry to run again',
      new URL(other.url).host,
      `${other.url}/ferry`,
      'characters of markup',
    ]) {
      assert.ok(about.includes(words), `${words} in: ${about}`);
    }
    assert.equal(site.record.counts().articles, count);

    await opened.locator('button:focus', { hasText: 'Add to the record' }).waitFor();
    await opened.keyboard.press('Enter');
    await status(opened)
      .filter({ hasText: /Added to the record: Night ferry to run again, with \d statements/ })
      .waitFor();
    assert.equal(site.record.search({ words: '"night ferry"' }).items[0]!.words, WORDS);
    assert.equal(site.record.search({ words: '"mole light"' }).items[0]!.speaker!.name, 'Ansgar Peel');
    assert.equal(site.record.articles().items[0]!.url, `${other.url}/ferry`);

    await opened.getByRole('link', { name: 'Night ferry to run again' }).click();
    await opened.locator('h1', { hasText: 'Night ferry to run again' }).waitFor();
    assert.equal(await opened.evaluate('window.opener'), null, 'the page that opened it can no longer speak to it');
    await page.context().close();
  });

  test('what the record has already, and what is no article, is said', async () => {
    const first = await visit('/again');
    for (const words of ['Added to the record:', 'The record has this article already:']) {
      const opened = await first.press();
      await opened.locator('button:focus', { hasText: 'Add to the record' }).click();
      await status(opened).filter({ hasText: words }).waitFor();
      await opened.close();
    }
    await first.page.context().close();
    const { page, press } = await visit('/home');
    const opened = await press();
    await opened.locator('button:focus', { hasText: 'Add to the record' }).click();
    await status(opened)
      .filter({ hasText: /^Not added\. .*The reason is kept under Not captured/ })
      .waitFor();
    assert.equal(site.record.refusals().items[0]!.input, `${other.url}/home`);
    await page.context().close();
  });

  test('a page that cuts the tie is explained, and goes in as a saved file or as its source', async () => {
    const { page, press } = await visit('/cut');
    const opened = await press();
    await opened.getByRole('alert').filter({ hasText: 'does not let the windows that it opens speak to it' }).waitFor();
    const buffer = savedByChrome(ferryPage('Saved: the night ferry'), 'https://islander.example/saved');
    await opened
      .locator('input[type=file]')
      .setInputFiles({ name: 'ferry.mhtml', mimeType: 'multipart/related', buffer });
    await add(opened).click();
    await status(opened).filter({ hasText: 'Added to the record: Saved: the night ferry' }).waitFor();
    assert.ok(site.record.articles({ limit: 500 }).items.some(({ url }) => url === 'https://islander.example/saved'));

    await opened.reload();
    await opened.getByLabel('Address of the page').fill('https://islander.example/pasted');
    await opened.getByLabel('Or its source, pasted').fill(ferryPage('Pasted: the night ferry'));
    await add(opened).click();
    await status(opened).filter({ hasText: 'Added to the record: Pasted: the night ferry' }).waitFor();
    assert.equal(site.record.counts().articles, count + 2);
    await page.context().close();
  });

  test('a saved page may be dropped', async () => {
    const { page, faults } = await site.open('/capture');
    await page.evaluate(`(() => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([${JSON.stringify(ferryPage('Dropped: the night ferry'))}], 'dropped.html'));
      for (const type of ['dragover', 'drop']) {
        const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
        document.querySelector('.source-form').dispatchEvent(event);
      }
    })()`);
    await page.getByText('dropped.html').waitFor();
    await page.getByLabel('Address of the page').fill('https://islander.example/dropped');
    await add(page).click();
    await status(page).filter({ hasText: 'Added to the record: Dropped: the night ferry' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  describe('another site adds nothing', () => {
    const hostile = async (script: string) => {
      const { page } = await visit('/evil');
      await page.evaluate(script.replaceAll('SITE', site.url));
      return page;
    };

    test('by a request or a form', async () => {
      const body = JSON.stringify({ url: 'https://islander.example/x', html: ferryPage() });
      const page = await hostile(`(async () => {
        const to = 'SITE/api/captures';
        const body = ${JSON.stringify(body)};
        const json = { 'content-type': 'application/json', 'x-onrecord-token': 'x' };
        const tries = [{ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }, { headers: json }, { mode: 'no-cors' }];
        for (const more of tries) await fetch(to, { method: 'POST', body, ...more }).catch(() => {});
        navigator.sendBeacon(to, body);
        window.read = await fetch('SITE/capture').then((answer) => answer.text(), () => 'not readable');
      })()`);
      assert.equal(await page.evaluate('window.read'), 'not readable', 'the token stays secret');
      const answered = page.waitForResponse((response) => response.url() === `${site.url}/api/captures`);
      await page.evaluate(`(() => {
        const form = Object.assign(document.createElement('form'), { method: 'POST', enctype: 'text/plain', action: '${site.url}/api/captures' });
        form.append(Object.assign(document.createElement('input'), { name: '{"url":"https://x.example/","html":"', value: '"}' }));
        document.body.append(form);
        form.submit();
      })()`);
      assert.equal((await answered).status(), 403);
      assert.equal(site.record.counts().articles, count);
      await page.context().close();
    });

    test('in a frame', async () => {
      const page = await hostile(
        `document.body.append(Object.assign(document.createElement('iframe'), { src: 'SITE/capture' }))`,
      );
      await page.waitForTimeout(500);
      assert.deepEqual(
        page
          .frames()
          .slice(1)
          .map((frame) => frame.url()),
        ['chrome-error://chromewebdata/'],
      );
      await page.context().close();
    });

    /** A tab of the other site that opened the page /capture as the bookmark does, and hands over whatever it likes. */
    async function handing(setUp: (page: Page) => Promise<void> = async () => {}) {
      const { page } = await visit('/evil');
      await setUp(page);
      const popup = page.waitForEvent('popup');
      await page.evaluate(`window.opened = window.open('${site.url}/capture')`);
      const opened = await popup;
      await opened.getByText('Waiting for the page').waitFor();
      const hand = (data: unknown) => page.evaluate(`window.opened.postMessage(${JSON.stringify(data)}, '*')`);
      return { page, opened, hand };
    }

    test('by a message with the address of a third, or with odd data', async () => {
      const html = ferryPage();
      const sent: readonly (readonly [unknown, RegExp])[] = [
        [{ url: 'https://courier.example/news', title: 'x', html }, /one of http:.*says that it is https:\/\/courier/],
        [{ url: `${site.url}/x`, title: 'x', html }, /but says that it is/],
        [{ url: 'javascript:alert(1)', title: 'x', html }, /does not begin with http/],
        [{ url: `${other.url}/x`, title: {}, html }, /handed over is no page/],
        ['<html>', /handed over is no page/],
        [null, /handed over is no page/],
      ];
      for (const [data, why] of sent) {
        const { page, opened, hand } = await handing();
        await hand(data);
        await opened.getByRole('alert').filter({ hasText: why }).waitFor();
        // Once is all: what comes after is not heard.
        await hand({ url: `${other.url}/x`, title: 'x', html });
        await hand('last');
        assert.equal(await opened.locator('.handed').count(), 0);
        await page.context().close();
      }
      assert.equal(site.record.counts().articles, count);
    });

    test('by a window that did not open this one', async () => {
      const { page, opened, hand } = await handing();
      await opened.evaluate(`window.postMessage({ url: location.href, title: 'x', html: 'x' }, '*')`);
      await opened.getByText('Waiting for the page').waitFor();
      await hand({ url: `${other.url}/x`, title: 'Its own page', html: ferryPage() });
      await opened.locator('.about', { hasText: 'Its own page' }).waitFor();
      await page.context().close();
    });

    test('by a key that was meant for the page before', async () => {
      const { page, opened, hand } = await handing(async (tab) => {
        await tab.context().clock.install({ time: '2031-03-02T09:00:00Z' });
        await tab.context().clock.pauseAt('2031-03-02T10:00:00Z');
      });
      await hand({ url: `${other.url}/key`, title: 'x', html: ferryPage('A key too early') });
      await add(opened).focus();
      await opened.keyboard.press('Enter');
      await opened.keyboard.press('Space');
      await opened.context().clock.runFor(699);
      await add(opened).click({ force: true });
      assert.equal(await status(opened).count(), 0);
      assert.equal(site.record.counts().articles, count);
      await opened.context().clock.runFor(1);
      await opened.keyboard.press('Enter');
      await status(opened).filter({ hasText: 'Added to the record' }).waitFor();
      await page.context().close();
    });
  });

  test('a server that only reads says what to run', async () => {
    const reading = await startSite([]);
    const { page, faults } = await reading.open('/capture');
    await page.getByText('onrecord serve --accept-pages').waitFor();
    assert.equal(await page.getByRole('button', { name: 'Add to the record' }).count(), 0);
    assert.deepEqual(faults, []);
    await reading.close();
  });
});
