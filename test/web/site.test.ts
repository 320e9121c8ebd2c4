import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { bridge, long } from '../server/sample-record.ts';
import { noBrowser, type Site, settled, startSite, texts, until } from './browser.ts';

const WHO = { by: 'S. Vellamo', at: '2031-11-01T09:00:00.000Z' };

describe('the pages of a record', { skip: noBrowser }, () => {
  let site: Site;

  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  const place = (page: Page) => {
    const { pathname, searchParams, hash } = new URL(page.url());
    return { pathname, query: Object.fromEntries(searchParams), hash };
  };

  describe('the record', () => {
    test('shows the newest articles, the most quoted and what was not captured', async () => {
      const { page, faults } = await site.open('/');
      const articles = await texts(page, '.article-list li');
      assert.equal(articles.length, 5);
      assert.match(articles[0]!, /Kost: no toll.*The Marrow Bay Courier.*12 October 2031.*9 statements/);
      assert.match(articles[4]!, /Article without a title.*outlet not given.*date not given.*0 statements/);
      await page.locator('.most-quoted li').first().waitFor();
      assert.match((await texts(page, '.most-quoted li'))[0]!, /Delegate A Varrow.*14/);
      await page.locator('.beside .refusals li').first().waitFor();
      assert.match(
        (await page.locator('.beside .refusals').textContent())!,
        /news\/blank\.html.*The file holds no text/,
      );
      assert.match((await page.locator('.page-head').textContent())!, /5 articles, 212 statements by 22 speakers/);
      assert.deepEqual(faults, []);
      await page.context().close();
    });

    test('goes to one outlet and back', async () => {
      const { page } = await site.open('/');
      await page.locator('.article-list').getByRole('link', { name: 'Sarn Evening Ledger' }).click();
      await settled(page);
      assert.deepEqual(place(page), { pathname: '/', query: { outlet: 'Sarn Evening Ledger' }, hash: '' });
      await page.locator('h1', { hasText: 'Sarn Evening Ledger' }).waitFor();
      assert.equal(await page.locator('.article-list li').count(), 1);
      await page.goBack();
      await page.locator('h1', { hasText: 'The record' }).waitFor();
      await page.context().close();
    });

    test('that is empty says how to fill it', async () => {
      const empty = await startSite([]);
      const { page, faults } = await empty.open('/');
      assert.match((await page.locator('main').textContent())!, /holds no article yet.*onrecord add/);
      await page.goto(`${empty.url}/speakers`);
      await page.getByText('Nobody is quoted in the record yet.').waitFor();
      await page.goto(`${empty.url}/refusals`);
      await page.getByText('Everything that was given so far could be captured.').waitFor();
      assert.deepEqual(faults, []);
      await empty.close();
    });
  });

  describe('speakers', () => {
    test('are filtered by name as it is typed, in the address too', async () => {
      const { page, faults } = await site.open('/speakers');
      await page.getByLabel('Name').fill('kos');
      await page.locator('.count', { hasText: /^1 speaker$/ }).waitFor();
      assert.match((await texts(page, '.speaker-list li'))[0]!, /Mirela Kost.*person.*3 statements in 1 article/);
      assert.deepEqual(place(page).query, { name: 'kos' });
      await page.reload();
      await settled(page);
      assert.equal(await page.getByLabel('Name').inputValue(), 'kos');
      await page.getByLabel('Name').fill('zzz');
      await page.getByText("No speaker's name holds zzz.").waitFor();
      assert.deepEqual(faults, []);
      await page.context().close();
    });

    test('one speaker: kind, roles, outlets, and every statement one click from its words', async () => {
      const { page, faults } = await site.open('/speakers?name=kost');
      await page.getByRole('link', { name: 'Mirela Kost' }).click();
      await page.locator('h1', { hasText: 'Mirela Kost' }).waitFor();
      const head = (await page.locator('.page-head').textContent())!;
      assert.match(
        head,
        /person.*3 statements in 1 article.*Tarvian transport minister \(3 statements, 12 October 2031\).*The Marrow Bay Courier \(3 statements, 12 October 2031\).*When12 October 2031.*says \(3\).*direct \(2\).*1 reported by another/,
      );
      const statement = page.locator('.statement', { hasText: '“There will be no toll,”' });
      assert.match((await statement.textContent())!, /Kost: no toll.*The Marrow Bay Courier, 12 October 2031.*direct/);
      await statement.locator('.statement-words a').click();
      await settled(page);
      assert.deepEqual(place(page), { pathname: `/articles/${site.keyOf(bridge)}`, query: {}, hash: '#s1' });
      assert.deepEqual(await texts(page, '.shown-content'), [
        '“There will be no toll,”',
        '“while I hold this office.”',
      ]);
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  });

  describe('a speaker who is an item of Wikidata', () => {
    test('leads there, asks it nothing, and shows its words as text', async () => {
      const speaker = site.record.speakers({ name: 'orlan' }).items[0]!.key;
      const item = { id: 'Q900000000001', label: 'Davit Orlan', description: '<img src=x onerror=alert(1)> haulier' };
      const { number } = site.record.correct({ action: 'wikidata', speaker, item }, WHO);
      const { page, faults } = await site.open(`/speakers/${speaker}`);
      const link = page.locator('.page-head a', { hasText: 'Davit Orlan (Q900000000001)' });
      assert.equal(await link.getAttribute('href'), 'https://www.wikidata.org/wiki/Q900000000001');
      assert.match((await link.getAttribute('rel'))!, /noreferrer/);
      assert.match((await texts(page, '.about'))[0]!, /Wikidata.*: <img src=x onerror=alert\(1\)> haulier/);
      assert.equal(await page.locator('.page-head img').count(), 0);
      assert.deepEqual(faults, [], 'no request but to this server');
      site.record.correct({ action: 'undo', number }, WHO);
      await page.reload();
      await page.locator('h1', { hasText: 'Davit Orlan' }).waitFor();
      assert.equal(await page.locator('.page-head a[href*="wikidata"]').count(), 0);
      await page.context().close();
    });
  });

  describe('getting about', () => {
    test('a step back returns to the place that was left', async () => {
      const { page } = await site.open('/search?q=harbour');
      await page.locator('.statement-words a').nth(30).scrollIntoViewIfNeeded();
      const before = await page.evaluate('scrollY');
      assert.ok((before as number) > 500);
      await page.locator('.statement-words a').nth(30).click();
      await page.locator('.article-text').waitFor();
      await page.goBack();
      await page.locator('.search-page').waitFor();
      await until(page, `Math.abs(scrollY - ${before}) < 50`);
      await page.context().close();
    });

    test('a new page begins at its top, with the focus in it and its name on the window', async () => {
      const { page } = await site.open(`/articles/${site.keyOf(long)}`);
      await page.evaluate('scrollTo(0, 2000)');
      await page.getByRole('link', { name: 'Speakers', exact: true }).click();
      await page.locator('h1', { hasText: 'Speakers' }).waitFor();
      assert.equal(await page.evaluate('scrollY'), 0);
      assert.equal(await page.evaluate('document.activeElement.localName'), 'main');
      assert.equal(await page.title(), 'Speakers – Onrecord');
      await page.context().close();
    });

    test('"?" lists the keys and Escape closes the list; keys typed into a field are letters', async () => {
      const { page, faults } = await site.open(`/articles/${site.keyOf(bridge)}`);
      await page.keyboard.press('?');
      const dialog = page.getByRole('dialog', { name: 'Keys' });
      await dialog.waitFor();
      await page.keyboard.press('j');
      assert.equal(place(page).hash, '', 'the page behind the list keeps still');
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      // The browser gives the focus back to the page when it has closed the list, and not a moment before.
      await until(page, 'document.activeElement === document.body');
      await page.keyboard.press('/');
      await until(page, 'document.activeElement.localName === "input"');
      await page.keyboard.type('j/k?');
      assert.equal(await page.getByLabel('Search statements').inputValue(), 'j/k?');
      assert.equal(place(page).hash, '');
      assert.equal(await dialog.count(), 0);
      assert.deepEqual(faults, []);
      await page.context().close();
    });

    test('links open in a new tab when the reader asks for one', async () => {
      const { page } = await site.open('/');
      const opened = page.context().waitForEvent('page');
      await page.getByRole('link', { name: 'Speakers', exact: true }).click({ modifiers: ['ControlOrMeta'] });
      assert.equal(new URL((await opened).url()).pathname, '/speakers');
      assert.equal(place(page).pathname, '/');
      await page.context().close();
    });

    test('a server that is gone is named, and trying again goes on', async () => {
      const own = await startSite();
      const { page } = await own.open('/');
      await page.route('**/api/**', (route) => route.abort('connectionrefused'));
      await page.getByRole('link', { name: 'Speakers', exact: true }).click();
      await page
        .getByRole('alert')
        .getByText(/The server does not answer/)
        .waitFor();
      await page.unroute('**/api/**');
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.locator('.speaker-list li').first().waitFor();
      await own.close();
    });
  });
});
