import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { watchFailing } from '../server/failing-source.ts';
import { BRIDGE } from '../store/sides.ts';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';
import { courier, gazette, told } from './told.ts';

describe('what is new, on the first page', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite([...told, ...BRIDGE]);
    watchFailing(site.record, 'Ardal <b>Radio</b>', 'The server does not answer: <img src=x onerror=alert(1)>.');
  });
  after(() => site.close());

  const pathOf = (page: Page): string => new URL(page.url()).pathname;
  const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

  test('stories stand first, and lead to their pages', async () => {
    const { page, faults } = await site.open('/');
    assert.deepEqual((await texts(page, '.home-main h2')).slice(0, 4), [
      'Newest stories',
      'Wording changes that matter',
      'Positions that shifted',
      'Accounts that collide',
    ]);
    await section(page, 'Newest stories').locator('.story-title a', { hasText: 'harbour of Ostrel' }).click();
    await page.getByRole('table').waitFor();
    assert.match(pathOf(page), /^\/stories\//);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('wording changes show what was changed gravely, word by word, one click from the statement', async () => {
    const { page } = await site.open('/');
    const changes = section(page, 'Wording changes that matter').locator('.listed');
    assert.equal(await changes.count(), 2);
    const denied = changes.filter({ hasText: 'We will not close' });
    assert.match((await denied.locator('del').textContent())!, /not/);
    assert.match((await denied.textContent())!, /a “not” put in or left out.*Mirela Kost.*Ostrel Gazette/);
    await denied.locator('.statement-words a').click();
    await page.locator('.statement-large').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'All wording changes' }).click();
    await page.locator('h1', { hasText: 'Wording changes that matter' }).waitFor();
    await page.context().close();
  });

  test('a position that shifted stands beside what was held before, each one click from its words', async () => {
    const { page, faults } = await site.open('/');
    const shift = section(page, 'Positions that shifted').locator('.collision').first();
    assert.match((await shift.textContent())!, /Ilan Marro: .*before.*then.*will not open talks on the bridge.*Why: /);
    await shift.getByRole('link', { name: /will not open talks/ }).click();
    await page.locator('.article-text').waitFor();
    assert.match((await texts(page, '.shown-content')).join(''), /will not open talks on the bridge/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('accounts that collide stand side by side, each one click from its words, with the reason and no verdict', async () => {
    const { page } = await site.open('/');
    const collision = section(page, 'Accounts that collide').locator('.collision').first();
    const told = (await collision.textContent())!;
    assert.match(told, /Oda Vesk.*has closed the Orra bridge.*Ilan Marro.*has not closed the Orra bridge.*Why: /);
    await collision.getByRole('link', { name: /has not closed/ }).click();
    await page.locator('.article-text').waitFor();
    assert.match((await texts(page, '.shown-content')).join(''), /has not closed the Orra bridge/);
    await page.context().close();
  });

  test('what is watched and fails is named with its reason, and leads to the sources', async () => {
    const { page, faults } = await site.open('/');
    const failing = section(page, 'Sources that fail');
    assert.match(
      (await failing.textContent())!,
      /Ardal <b>Radio<\/b>: its lists of articles.*does not answer: <img .*since 13 October 2031.*1 attempt/,
    );
    await failing.getByRole('link', { name: 'All that is watched' }).click();
    await page.locator('h1', { hasText: 'Watched sources' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('two requests bring all of it', async () => {
    const { page } = await site.open('/speakers');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/')) asked.push(new URL(request.url()).pathname);
    });
    await page.getByRole('link', { name: 'Record', exact: true }).click();
    await page.locator('.article-list').waitFor();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(asked.sort(), ['/api/articles', '/api/today']);
    await page.context().close();
  });

  test('one outlet shows its articles alone; j and k go through all that is on the page', async () => {
    const { page } = await site.open(`/?outlet=${encodeURIComponent('Ostrel Gazette')}`);
    assert.deepEqual(await texts(page, '.home-main h2'), ['Newest articles']);
    assert.equal(await page.locator('.article-list li').count(), 1);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.article-text').waitFor();
    assert.equal(pathOf(page), `/articles/${site.keyOf(gazette)}`);
    await page.context().close();
  });

  test('nothing is said of what a record does not have', async () => {
    const single = await startSite([courier]);
    const { page } = await single.open('/');
    assert.deepEqual(await texts(page, '.home-main h2'), ['Newest articles']);
    await single.close();
  });

  test('an empty record leads to the first source, where the server takes one', async () => {
    const reading = await startSite([]);
    const tab = await reading.open('/');
    assert.match((await tab.page.locator('main').textContent())!, /holds no article yet.*onrecord add/);
    assert.equal(await tab.page.locator('main').getByRole('link').count(), 0);
    await reading.close();
    const taking = await startSite([], undefined, () => ({
      watchMore: () => Promise.reject(new Error('nothing is watched here')),
    }));
    const { page } = await taking.open('/');
    await page.getByRole('link', { name: 'Add a first source to watch' }).click();
    await settled(page);
    assert.equal(pathOf(page), '/watching');
    await taking.close();
  });

  test('no rule of axe-core is broken, wide and narrow, light and dark', async () => {
    for (const width of [1280, 390]) {
      const { page } = await site.open('/', { viewport: { width, height: 900 } });
      assert.deepEqual(await violationsInBothThemes(page), []);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      await page.context().close();
    }
  });
});
