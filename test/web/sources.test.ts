import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { bridge } from '../server/sample-record.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';
import { correct, later } from './corrected.ts';

describe('whom outlets quote, and what people corrected', { skip: noBrowser }, () => {
  let site: Site;
  let corrected: ReturnType<typeof correct>;

  before(async () => {
    site = await startSite([bridge, later]);
    corrected = correct(site);
  });
  after(() => site.close());

  test('the audit is a table with a row of headings, an outlet a row, and words for what no column holds', async () => {
    const { page, faults } = await site.open('/');
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await settled(page);
    const table = page.getByRole('table', { name: 'Statements by kind of source, outlet by outlet' });
    const headings = (await table.getByRole('columnheader').allTextContents()).map((text) =>
      text.replaceAll('\u00ad', ''),
    );
    assert.deepEqual(headings, [
      'Outlet',
      'Articles',
      'Statements',
      'Named persons',
      'Organizations',
      'Groups',
      'Documents',
      'Unnamed',
      'Author',
      'Not identified',
    ]);
    // Of nine found one is no statement, one is reported, and two are not in words; the official's is the agency's now.
    const row = table.getByRole('row').filter({ hasText: 'The Marrow Bay Courier' });
    assert.deepEqual(await row.getByRole('cell').allTextContents(), [
      '1',
      '5',
      '80% 4',
      '20% 1',
      '0% 0',
      '0% 0',
      '0% 0',
      '0% 0',
      '0% 0',
    ]);
    const remarks = await texts(page, '.audit .remarks');
    assert.match(remarks[0]!, /Sources: 3, of them named persons 2 \(67%\), unnamed 0 \(0%\)/);
    assert.match(remarks[0]!, /Quoted most: .*Mirela Kost \(2\).*the first says 40%/);
    assert.match(remarks.at(-1)!, /Quoted most: Mirela Kost \(3\)/, 'all outlets together');
    assert.match(
      (await page.locator('.notes').textContent())!,
      /ascribed without words .*, 2 times\..*\(1 statement\)/,
    );
    await table.getByRole('link', { name: 'Mirela Kost' }).first().click();
    await page.locator('h1', { hasText: 'Mirela Kost' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('figures that are of the record as it was are shown at once, and give way to newer ones', async () => {
    const { page } = await site.open('/corrections');
    let asked = 0;
    await page.route('**/api/audit?*', async (route) => {
      asked++;
      const response = await route.fetch();
      const audit = await response.json();
      const headers = asked < 3 ? { ...response.headers(), age: '4' } : response.headers();
      audit.outlets.items[0].outlet = asked < 3 ? `The Old Post ${asked}` : audit.outlets.items[0].outlet;
      await route.fulfill({ response, json: audit, headers });
    });
    await page.getByRole('link', { name: 'Sources', exact: true }).click();
    await page.getByRole('rowheader', { name: 'The Old Post 1' }).waitFor();
    await page.getByRole('rowheader', { name: 'The Old Post 2' }).waitFor();
    await page.getByRole('rowheader', { name: 'The Marrow Bay Courier' }).waitFor();
    assert.equal(asked, 3);
    await page.context().close();
  });

  test('a narrow window names each figure', async () => {
    const { page } = await site.open('/sources', { viewport: { width: 390, height: 844 } });
    assert.equal(await page.locator('.audit thead').isVisible(), false);
    const named = (await page.evaluate(
      `[...document.querySelectorAll('.audit td[data-label]')].map((cell) => getComputedStyle(cell, '::before').content)`,
    )) as string[];
    assert.deepEqual(named.slice(0, 4), ['"Articles"', '"Statements"', '"Named persons"', '"Organizations"']);
    await page.context().close();
  });

  test('days and acts are asked for in the address', async () => {
    const { page, faults } = await site.open('/sources');
    await page.getByLabel('From').fill('2031-11-01');
    await page.getByRole('combobox', { name: 'Count' }).selectOption('all that is attributed');
    await page.getByRole('button', { name: 'Show' }).click();
    await page.locator('.count', { hasText: '2 statements by 2 sources in 1 article of 1 outlet' }).waitFor();
    assert.equal(new URL(page.url()).search, '?from=2031-11-01&modes=all');
    await page.reload();
    await settled(page);
    assert.equal(await page.getByLabel('From').inputValue(), '2031-11-01');
    await page.goto(`${site.url}/sources?from=2040-01-01`);
    await page.getByText('The record has no article of these days.').waitFor();
    await page.goto(`${site.url}/sources?from=nonsense`);
    await page.getByText('The parameter "from" must be a day').waitFor();
    assert.deepEqual(
      faults.filter((fault) => !fault.includes('400')),
      [],
    );
    await page.context().close();
  });

  test('a merged speaker has all names and roles with their days, and says once who merged it and why', async () => {
    const { page, faults } = await site.open(corrected.speaker);
    const head = (await page.locator('.page-head').textContent())!;
    assert.match(head, /corrected by R\. Sandoval on 14 October 2031 \(merge\): one minister, two spellings/);
    assert.match(head, /Also calledMirella Kosta \(1 statement, 2 November 2031\)/);
    assert.match(
      head,
      /Given asTarvian transport minister \(3 .*, 12 October 2031\)former minister \(1 .*, 2 November 2031\)/,
    );
    assert.match(head, /first 12 October 2031, last 2 November 2031/);
    assert.equal(await page.getByText('R. Sandoval').count(), 1);
    await page.locator('.about').getByRole('link', { name: '2 November 2031' }).click();
    await page.locator('.shown-content', { hasText: '“I go without regret,”' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('an article shows what was marked as no statement with its reason, and which speaker a person gave', async () => {
    const { page, faults } = await site.open(corrected.article);
    const list = page.getByRole('region', { name: 'Statements' });
    assert.equal(await list.locator('ol > li').count(), 8);
    const marked = (await list.locator('h3 + ul > li').textContent())!;
    assert.match(marked, /speaker not resolved.*a guess.*\(not-a-statement\): the reporter says so, and nobody else/);
    const given = list.locator('.statement', { hasText: 'the figure was too high' });
    assert.match(
      (await given.textContent())!,
      /Ostrel Ports Agency.*corrected by R\. Sandoval on 14 October 2031 \(speaker\)/,
    );
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});
