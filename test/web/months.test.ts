import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bridge } from '../server/sample-record.ts';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';

const inDecember = { ...bridge, id: 'december', outlet: 'Sarn Evening News', url: null, published: '2031-12-02' };
const longAfter = { ...bridge, id: 'long-after', outlet: 'Radio Sarn', url: null, published: '2035-02-28' };

describe('the statements of a speaker over time', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite([bridge, inDecember]);
  });
  after(() => site.close());

  const speakerOf = (one: Site): string => `/speakers/${one.record.speakers({ name: 'Mirela Kost' }).items[0]!.key}`;

  test('stand as a bar a month, those without any left empty', async () => {
    const { page, faults } = await site.open(speakerOf(site));
    const bars = page.getByRole('navigation', { name: 'Statements by time' });
    assert.equal(await bars.getByRole('listitem').count(), 3);
    await bars.getByRole('link', { name: 'October 2031: 3 statements' }).waitFor();
    await bars.getByRole('link', { name: 'December 2031: 3 statements' }).waitFor();
    assert.equal(await bars.getByRole('link').count(), 2);
    assert.deepEqual(await violationsInBothThemes(page), []);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('a bar leads to the statements of its month, and its address holds that', async () => {
    const { page } = await site.open(speakerOf(site));
    assert.equal(await page.locator('.statements > li').count(), 6);
    await page.getByRole('link', { name: 'December 2031: 3 statements' }).click();
    await page.locator('h2', { hasText: 'Statements of December 2031' }).waitFor();
    await settled(page);
    assert.equal(await page.locator('.statements > li').count(), 3);
    assert.ok((await texts(page, '.statements > li')).every((words) => words.includes('Sarn Evening News')));
    assert.equal(new URL(page.url()).search, '?month=2031-12');
    await page.reload();
    await settled(page);
    assert.equal(
      await page.locator('.months [aria-current]').getAttribute('aria-label'),
      'December 2031: 3 statements',
    );
    await page.getByRole('link', { name: 'All the time' }).click();
    await page.locator('h2', { hasText: /^Statements$/ }).waitFor();
    await settled(page);
    assert.equal(await page.locator('.statements > li').count(), 6);
    await page.context().close();
  });

  test('stand as a bar a year where the months are many; nonsense in the address asks for all', async () => {
    const years = await startSite([bridge, longAfter]);
    const { page } = await years.open(`${speakerOf(years)}?month=2031-13`);
    assert.equal(await page.locator('.statements > li').count(), 6);
    assert.equal(await page.locator('.months li').count(), 5);
    await page.getByRole('link', { name: '2035: 3 statements' }).click();
    await page.locator('h2', { hasText: 'Statements of 2035' }).waitFor();
    await settled(page);
    assert.equal(await page.locator('.statements > li').count(), 3);
    await years.close();
  });
});
