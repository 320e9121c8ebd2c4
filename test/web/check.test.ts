import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, type Tab, texts } from './browser.ts';
import { courier, hostileReports, ledger, words } from './reported.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()') as Promise<string>;

/** One quotation of each verdict, and a title that is none. */
const DRAFT = [
  `“${words.WORDS},” Mirela Kost said.`,
  '“We will close the northern harbour before the last grain ship has left,” Mirela Kost said.',
  `“${words.BOATS},” Mirela Kost said.`,
  '“Nobody has seen a single seal on the western sandbank since the spring,” Ilan Varro said.',
  '“The storm took 312 fishing boats … of the eastern shore,” Ilan Varro said.',
  'The chapel of “Saint Oda” stands by the quay.',
].join('\n\n');

describe('the check of a draft', { skip: noBrowser }, () => {
  let site: Site;
  let tab: Tab;
  before(async () => {
    site = await startSite([courier, ledger, ...hostileReports]);
    tab = await site.open('/check', CLIPBOARD);
    tab.page.setDefaultTimeout(60_000);
    await check(tab.page, DRAFT);
  });
  after(() => site.close());

  async function check(page: Page, draft: string): Promise<void> {
    await page.getByRole('textbox', { name: 'Draft' }).fill(draft);
    await page.getByRole('button', { name: 'Check the quotations' }).click();
    await page.locator('.check-page:not([aria-busy="true"])').waitFor();
    await page.locator('.check-summary, [role="alert"]').waitFor();
  }
  const card = (page: Page, number: number) => page.locator(`#q${number}`);

  test('gives each quotation its verdict in place, in colour, shape and word', async () => {
    const { page, faults } = tab;
    assert.match((await page.locator('.check-summary').textContent())!, /5 quotations\. Looked in 4 articles/);
    const verdicts = await texts(page, '.quotation-card strong');
    assert.deepEqual(verdicts.slice(0, 4), ['verbatim', 'altered', 'misattributed', 'not found']);
    const marks = page.locator('.checked-quotation');
    assert.equal(await marks.count(), 5);
    assert.match((await marks.nth(1).textContent())!, /^Quotation 2, altered:We will close/);
    const lines = (await page.evaluate(
      '[...document.querySelectorAll(".checked-quotation")].map((mark) => getComputedStyle(mark).textDecorationStyle)',
    )) as string[];
    assert.deepEqual(lines.slice(0, 4), ['solid', 'wavy', 'double', 'dotted'], 'told apart without colour');
    assert.match((await page.locator('.not-checked').textContent())!, /Saint Oda/);
    assert.deepEqual(faults, []);
  });

  test('shows what is wrong word by word, with who said it where, and the ways there', async () => {
    const { page } = tab;
    const altered = card(page, 2);
    assert.match((await altered.locator('.change-marks').textContent())!, /a “not” put in or left out/);
    assert.match((await altered.locator('ins').allTextContents()).join(), /not/);
    const where = altered.locator('.statement-where').first();
    assert.match((await where.textContent())!, /Mirela Kost.*, .*2 November 2031/);
    assert.match((await where.getByRole('link').first().getAttribute('href'))!, /^\/articles\/[\da-f]+#s\d$/);
    assert.match(
      (await where.getByRole('link', { name: 'Statement' }).getAttribute('href'))!,
      /^\/statements\/[\da-f]+$/,
    );
    assert.match((await card(page, 3).textContent())!, /Ilan Varro said this, not Mirela Kost/);
    assert.match((await card(page, 4).textContent())!, /stand in no article that was looked through/);
  });

  test('j and k go through the quotations, c copies the right words, and says so', async () => {
    const { page } = tab;
    await page.evaluate('document.activeElement.blur(); window.scrollTo(0, 0)');
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await page.evaluate('document.activeElement.id'), 'q2');
    await page.keyboard.press('c');
    await page.locator('.copied', { hasText: 'Copied: the words of quotation 2' }).waitFor();
    assert.ok((await copied(page)).includes('We will not close the northern harbour'));
    await page.keyboard.press('k');
    assert.equal(await page.evaluate('document.activeElement.id'), 'q1');
    await card(page, 3).getByRole('button', { name: 'Copy the right words' }).click();
    await page.locator('.copied', { hasText: 'quotation 3' }).waitFor();
  });

  test('a step to the statement and back loses nothing', async () => {
    const { page } = tab;
    await card(page, 2).getByRole('link', { name: 'Statement' }).first().click();
    await page.locator('.statement-large').waitFor();
    await page.goBack();
    await page.locator('.quotation-card').first().waitFor();
    assert.equal(await page.locator('.quotation-card').count(), 5);
    assert.equal(await page.getByRole('textbox', { name: 'Draft' }).inputValue(), DRAFT);
  });

  test('axe-core finds nothing in either theme, wide or narrow', async () => {
    const { page } = tab;
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 });
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      if (width !== 320) assert.deepEqual(await violationsInBothThemes(page), [], `${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  test('all of it is done by keyboard: to the page, the draft, Control and Enter', async () => {
    const { page } = await site.open('/');
    page.setDefaultTimeout(60_000);
    await page.getByRole('link', { name: 'Check', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.locator('h1', { hasText: 'Check' }).waitFor();
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate('document.activeElement.name'), 'draft');
    await page.keyboard.insertText(`“${words.WORDS},” Mirela Kost said.`);
    await page.keyboard.press('Control+Enter');
    await page.locator('.check-summary', { hasText: '1 verbatim' }).waitFor();
    await page.context().close();
  });

  test('reads a file that is chosen, and one that is dropped', async () => {
    const { page, faults } = await site.open('/check');
    page.setDefaultTimeout(60_000);
    const buffer = Buffer.from(
      `# A headline of the draft\n\n“${words.WORDS},” Mirela Kost said at the harbour on Sunday.\n`,
    );
    await page.getByLabel('or a file').setInputFiles({ name: 'draft.md', mimeType: 'text/markdown', buffer });
    await page.locator('.check-summary', { hasText: '1 verbatim' }).waitFor();
    assert.equal(await page.locator('#checked').textContent(), 'A headline of the draft');
    const text = JSON.stringify(`“${words.DENIED},” Mirela Kost said at the harbour on Sunday.`);
    const dropped = await page.evaluateHandle(`(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([${text}], 'draft.txt', { type: 'text/plain' }));
      return transfer;
    })()`);
    await page.dispatchEvent('.draft-form', 'drop', { dataTransfer: dropped });
    await page.locator('.check-summary', { hasText: '1 altered' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('what cannot be checked is named, and the draft stays', async () => {
    const { page } = await site.open('/check');
    page.setDefaultTimeout(60_000);
    const buffer = Buffer.from('nothing');
    await page
      .getByLabel('or a file')
      .setInputFiles({ name: 'draft.exe', mimeType: 'application/x-msdos-program', buffer });
    await page.getByRole('alert').getByText('This is no draft to check. Its ending says nothing').waitFor();
    await check(page, 'Nobody is quoted here at all.');
    await page.getByText('Nothing of it stands in quotation marks').waitFor();
    await page.route('**/api/check', (route) => route.abort('connectionrefused'));
    await page.getByRole('button', { name: 'Check the quotations' }).click();
    await page.getByRole('alert').getByText('The server does not answer').waitFor();
    assert.equal(await page.getByRole('textbox', { name: 'Draft' }).inputValue(), 'Nobody is quoted here at all.');
    await page.context().close();
  });

  test('hostile words of the draft and of the record stay words', async () => {
    const { page, faults } = await site.open('/check');
    page.setDefaultTimeout(60_000);
    const said = hostileReports[0]!.text.slice(...hostileReports[0]!.attributions[0]!.content[0]!);
    await check(
      page,
      `<img src=x onerror="window.taken = true"> ${said.replace('anybody', 'somebody')} the editor said.`,
    );
    await settled(page);
    assert.match((await page.locator('.checked-words').first().textContent())!, /<img src=x onerror/);
    assert.ok((await page.locator('.quotation-card').textContent())!.includes('<script>window.taken = true</script>'));
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
