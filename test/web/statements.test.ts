import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, texts, until } from './browser.ts';
import { arabicReports, courier, hostileReports, ledger, wire, words } from './reported.ts';

/** The pages that no header has room for, in their order. */
const BEHIND_MORE = ['Review', 'Corrections', 'Watching', 'Not captured'];

describe('the list of statements, and the way to it', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite([courier, ledger, wire, ...hostileReports, ...arabicReports]);
  });
  after(() => site.close());

  const query = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);

  test('begins with wording changes, the gravest first, each with its words marked', async () => {
    const { page, faults } = await site.open('/statements');
    assert.equal(await page.locator('h1').textContent(), 'Wording changes that matter');
    const listed = await texts(page, '.listed');
    assert.equal(listed.length, 3);
    assert.match(listed[0]!, /a “not” put in or left out/);
    assert.match(listed[2]!, /another number.*Ilan Varro.*312 fishing boats.*first captured: The Marrow Bay Courier/);
    assert.match(listed[2]!, /Ostrel Gazette, 3 November 2031, gives it otherwise:.*removed: 312.*added: 321/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('shows all that is reported more than once, and keeps that in the address', async () => {
    const { page } = await site.open('/statements');
    await page.getByRole('link', { name: 'All reported more than once' }).click();
    await settled(page);
    assert.deepEqual(query(page), { show: 'all' });
    await page.locator('.count', { hasText: '4 statements' }).waitFor();
    assert.match((await texts(page, '.listed'))[0]!, /3 occurrences/);
    await page.goBack();
    await page.locator('.count', { hasText: '3 statements' }).waitFor();
    await page.context().close();
  });

  test('is narrowed by kind, outlet, speaker and words, all of them in the address', async () => {
    const { page } = await site.open('/statements');
    await page.getByRole('combobox', { name: 'Change' }).selectOption({ label: 'another number' });
    await page.locator('.count', { hasText: '1 statement' }).waitFor();
    await page.getByRole('combobox', { name: 'Outlet' }).selectOption('Ostrel Gazette');
    await page.getByRole('combobox', { name: 'Speaker' }).fill('varr');
    await page.getByRole('option', { name: /Ilan Varro/ }).waitFor();
    await page.getByRole('combobox', { name: 'Speaker' }).press('Enter');
    await page.getByRole('button', { name: 'Any speaker, not only Ilan Varro' }).waitFor();
    await page.getByRole('textbox', { name: 'Words' }).fill('boats');
    await page.getByRole('textbox', { name: 'Words' }).press('Enter');
    await until(page, 'location.search.includes("q=boats")');
    await settled(page);
    const asked = query(page);
    assert.deepEqual([asked.kind, asked.outlet, asked.q], ['number', 'Ostrel Gazette', 'boats']);
    assert.ok(asked.speaker);
    assert.match((await texts(page, '.listed')).join(), /fishing boats/);
    await page.reload();
    await settled(page);
    assert.equal(await page.getByRole('textbox', { name: 'Words' }).inputValue(), 'boats');
    assert.equal(await page.locator('.listed').count(), 1);
    await page.context().close();
  });

  test('says what to do where nothing is found, and where nothing was changed', async () => {
    const { page } = await site.open('/statements?q=zebra');
    await page.getByText('No statement of the record is what is asked for.').waitFor();
    await page.getByRole('link', { name: 'Without filters' }).click();
    await page.locator('.count', { hasText: '3 statements' }).waitFor();
    const calm = await startSite([courier, ledger]);
    const tab = await calm.open('/statements');
    await tab.page.getByText('No report gives words otherwise than the earliest one captured.').waitFor();
    await calm.close();
    await page.context().close();
  });

  test('an address with a kind that is none shows all kinds', async () => {
    const { page, faults } = await site.open('/statements?kind=tone&page=x');
    await page.locator('.count', { hasText: '3 statements' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('j and k go through it, Enter opens a statement, all without a mouse', async () => {
    const { page } = await site.open('/statements');
    await page.locator('.listed').first().waitFor();
    for (const key of ['j', 'j', 'j', 'k', 'j']) await page.keyboard.press(key);
    const focused = (await page.evaluate('document.activeElement.textContent')) as string;
    assert.ok(focused.includes(words.BOATS), focused);
    await page.keyboard.press('Enter');
    await page.locator('.statement-large', { hasText: words.BOATS }).waitFor();
    await page.context().close();
  });

  test('axe-core finds nothing in either theme, wide or narrow', async () => {
    const { page } = await site.open('/statements');
    await page.locator('.listed').first().waitFor();
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      assert.deepEqual(await violationsInBothThemes(page), [], `${width}`);
    }
    await page.context().close();
  });

  describe('the header', () => {
    test('leads to statements and to the check, and says where the reader is', async () => {
      const { page } = await site.open('/');
      await page.getByRole('link', { name: 'Statements', exact: true }).click();
      await page.locator('h1', { hasText: 'Wording changes' }).waitFor();
      assert.deepEqual(await texts(page, '.site .nav-link[aria-current="page"]'), ['Statements']);
      await page.getByRole('link', { name: 'Check', exact: true }).click();
      await page.locator('h1', { hasText: 'Check' }).waitFor();
      await page.context().close();
    });

    test('"More" opens and closes by keyboard: Enter, Tab, Escape, and going on', async () => {
      const { page } = await site.open('/');
      const more = page.getByRole('button', { name: 'More' });
      const hidden = page.getByRole('link', { name: 'Not captured', exact: true });
      assert.equal(await more.getAttribute('aria-expanded'), 'false');
      assert.equal(await hidden.count(), 0);
      await more.focus();
      await page.keyboard.press('Enter');
      assert.equal(await more.getAttribute('aria-expanded'), 'true');
      await page.keyboard.press('Tab');
      assert.equal(await page.evaluate('document.activeElement.textContent'), BEHIND_MORE[0]);
      await page.keyboard.press('Escape');
      assert.equal(await more.getAttribute('aria-expanded'), 'false');
      assert.equal(await page.evaluate('document.activeElement.textContent'), 'More', 'the focus is not lost');
      await page.keyboard.press('Space');
      for (const _ of [...BEHIND_MORE, 'whatever comes next']) await page.keyboard.press('Tab');
      assert.equal(await more.getAttribute('aria-expanded'), 'false', 'left behind it closes');
      await more.focus();
      await page.keyboard.press('Enter');
      for (const _ of BEHIND_MORE) await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.locator('h1', { hasText: 'Not captured' }).waitFor();
      assert.equal(await more.getAttribute('aria-expanded'), 'false');
      await page.context().close();
    });

    test('a narrow window has all pages too: one row of links, and the others behind "More"', async () => {
      const { page } = await site.open('/', { viewport: { width: 390, height: 844 } });
      const tops = await page
        .locator('.site nav > .nav-link:visible, .site nav > .more')
        .evaluateAll((links) => links.map((link) => Math.round(link.getBoundingClientRect().bottom)));
      assert.ok(tops.length >= 4);
      assert.ok(Math.max(...tops) - Math.min(...tops) <= 3, `one row: ${tops}`);
      await page.getByRole('button', { name: 'More' }).click();
      const offered = await texts(page, '.more-pages li:visible');
      assert.deepEqual(offered, ['Issues', 'Speakers', 'Check', 'Sources', ...BEHIND_MORE]);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
      assert.deepEqual(await violationsInBothThemes(page), [], 'with the list open');
      await page.locator('.site-foot').click();
      assert.equal(await page.locator('.more-pages:visible').count(), 0, 'a click elsewhere closes it');
      await page.getByRole('button', { name: 'More' }).click();
      await page.getByRole('link', { name: 'Sources', exact: true }).click();
      await page.locator('h1', { hasText: 'Sources' }).waitFor();
      await page.context().close();
    });
  });
});
