import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';
import { holding, issuesOfBridge } from './holding.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.getAttribute("aria-label") ?? ""') as Promise<string>;
const lanesShown = (page: Page) => page.locator('.lane-chart svg .lane-mark').first().waitFor();

describe('the pages of issues', { skip: noBrowser }, () => {
  let site: Site;
  const issues = issuesOfBridge();
  before(async () => {
    site = await startSite(holding, undefined, () => ({ issues: issues.folder }));
  });
  after(async () => {
    await site.close();
    issues.remove();
  });

  test('the list says how much is held on each, which file is none, and how an issue is saved', async () => {
    const { page, faults } = await site.open('/issues');
    const bridge = page.locator('.issue-list li', { hasText: 'Talks on the bridge' });
    await bridge.locator('.count', { hasText: /9 positions of 4 speakers, 1 change, 1 collision/ }).waitFor();
    const main = (await page.locator('main').textContent())!;
    assert.match(main, /bad\.json is no issue: it is no JSON/);
    assert.match(main, /onrecord issue add/);
    await bridge.getByRole('link').click();
    await page.locator('.issue-page').waitFor();
    assert.equal(new URL(page.url()).pathname, '/issues/bridge');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('the header leads to them', async () => {
    const { page } = await site.open('/');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Issues' }).click();
    await page.getByRole('heading', { level: 1, name: 'Issues' }).waitFor();
    await page.context().close();
  });

  test('any words can be asked for, and stand in the address', async () => {
    const { page, faults } = await site.open('/issues');
    await page.getByLabel('Who holds what on').fill('grain trucks');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Positions on grain trucks' }).waitFor();
    await settled(page);
    assert.equal(new URL(page.url()).search, '?about=grain+trucks');
    await lanesShown(page);
    assert.match((await page.locator('.issue-count').textContent())!, /2 positions of 2 speakers.*1 collision/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('each speaker has a lane, with its constancy, and each mark tells all of it in words', async () => {
    const { page, faults } = await site.open('/issues/bridge');
    await lanesShown(page);
    const names = await texts(page, '.lane-name');
    assert.equal(names.length, 4);
    assert.ok(
      names.some((name) => /Ilan Marro.*changed 11 June 2031, not since/.test(name)),
      names.join('; '),
    );
    assert.ok(
      names.some((name) => /Oda Vesk.*no change since 4 May 2031/.test(name)),
      names.join('; '),
    );
    const said = await page
      .locator('.lane-mark')
      .evaluateAll((marks) => marks.map((mark) => mark.getAttribute('aria-label')!));
    const first = said.find((words) => words.includes('accepts'))!;
    assert.match(first, /^Ilan Marro, 4 May 2031: accepts.*on condition: if trucks pass freely.*The Vesland Courier/);
    assert.ok(said.some((words) => /Ilan Marro, 11 June 2031: rejects.*changed from before/.test(words)));
    assert.ok(said.some((words) => /collision 1/.test(words)));
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('stances differ in shape as well as in colour, and the legend says which is which', async () => {
    const { page } = await site.open('/issues/bridge');
    await lanesShown(page);
    const shapeOf = (stance: string): Promise<string> => {
      const first = `document.querySelector('.lane-mark .stance-${stance}')`;
      return page.evaluate(`${first}.innerHTML + getComputedStyle(${first}).fill`) as Promise<string>;
    };
    const shapes = await Promise.all(['accepts', 'rejects', 'demands', 'states'].map(shapeOf));
    assert.equal(new Set(shapes.map((shape) => shape.split('>')[0])).size, 4, shapes.join('\n'));
    const legend = (await texts(page, '.stance-legend li')).map((words) => words.trim());
    assert.deepEqual(legend.slice(0, 4), ['accepts', 'demands', 'rejects', 'states, without taking a side']);
    assert.match(legend.join(), /ringed: changed.*broken line with a number/s);
    assert.equal(await page.locator('.lane-mark .shift-ring').count(), 1);
    await page.context().close();
  });

  test('a mark leads to the very words in the article', async () => {
    const { page } = await site.open('/issues/bridge');
    await lanesShown(page);
    await page.locator('.lane-mark:has(.stance-accepts)').click();
    await page.locator('.article-text').waitFor();
    assert.equal(new URL(page.url()).hash, '#s0');
    assert.match((await texts(page, '.article-text .shown-content')).join(''), /open talks on the bridge if trucks/);
    await page.context().close();
  });

  test('keys go from mark to mark in time and from lane to lane, and show the words and the condition', async () => {
    const { page, faults } = await site.open('/issues/bridge');
    await lanesShown(page);
    await page.keyboard.press('j');
    const first = await focused(page);
    assert.match(first, /4 May 2031/);
    const days: number[] = [];
    for (const key of ['j', 'ArrowRight', 'j', 'j', 'j', 'j', 'j']) {
      await page.keyboard.press(key);
      days.push(Date.parse(/, (\d+ \w+ \d+):/.exec(await focused(page))![1]!));
    }
    assert.deepEqual(
      days,
      days.toSorted((a, b) => a - b),
      'in time',
    );
    assert.equal(new Date(days.at(-1)!).getMonth(), 5, 'the last is of June');
    for (let step = 0; step < 8; step++) await page.keyboard.press('k');
    assert.equal(await focused(page), first);
    await page.locator('.lane-mark:has(.stance-accepts)').focus();
    const card = page.locator('.point-card');
    assert.match((await card.textContent())!, /Ilan Marro accepts.*on condition if trucks pass freely/);
    await page.keyboard.press('ArrowDown');
    assert.doesNotMatch(await focused(page), /Ilan Marro/);
    await page.keyboard.press('ArrowUp');
    assert.match(await focused(page), /Ilan Marro/);
    await page.keyboard.press('Enter');
    await page.locator('.article-text').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('Tab stops at one mark only, so that what follows is near', async () => {
    const { page } = await site.open('/issues/bridge');
    await lanesShown(page);
    assert.equal(await page.locator('.lane-mark[tabindex="0"]').count(), 1);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(await page.locator('.lane-mark[tabindex="0"]').count(), 1);
    await page.context().close();
  });

  test('a collision is a numbered line between two accounts, listed with its reason and no verdict', async () => {
    const { page } = await site.open('/issues/bridge');
    await lanesShown(page);
    assert.deepEqual(await texts(page, '.collision text'), ['1']);
    const listed = page.locator('#collision-1');
    assert.match((await listed.textContent())!, /confidence \d+%/);
    assert.deepEqual((await listed.locator('.point-speaker').allTextContents()).toSorted(), ['Ilan Marro', 'Oda Vesk']);
    assert.match((await page.locator('.issue-collisions').textContent())!, /Which of them does is not said/);
    await listed.hover();
    await page.locator('.collision.pointed').waitFor();
    await page.mouse.move(0, 0);
    await page.locator('.lane-mark[aria-label*="collision 1"]').first().focus();
    await page.locator('.point-card', { hasText: 'Collision 1:' }).waitFor();
    assert.equal(await page.locator('.collision.pointed').count(), 1);
    await page.context().close();
  });

  test('what changed is shown with both statements', async () => {
    const { page } = await site.open('/issues/bridge');
    const shift = page.locator('.issue-shifts li').first();
    const words = (await shift.textContent())!;
    assert.match(words, /Ilan Marro: .*before.*will open talks on the bridge.*then.*will not open talks/s);
    await shift.getByRole('link', { name: /will not open/ }).click();
    await page.locator('.article-text').waitFor();
    await page.context().close();
  });

  test('the same stands in a table, whose address can be kept, and which holds what has no day', async () => {
    const { page, faults } = await site.open('/issues/bridge');
    await page.getByRole('link', { name: 'As a table' }).click();
    await page.locator('.position-table').waitFor();
    assert.equal(new URL(page.url()).search, '?as=table');
    assert.deepEqual(await texts(page, '.position-table thead th'), [
      'Day',
      'Speaker',
      'Stance',
      'About',
      'Condition',
      'Words',
      'Outlet',
    ]);
    const rows = await texts(page, '.position-table tbody tr');
    assert.equal(rows.length, 9);
    assert.match(rows[0]!, /4 May 2031.*published.*Ilan Marro.*accepts.*on condition if trucks pass freely/s);
    assert.match(rows.at(-1)!, /date not given.*Oda Vesk.*offers/s);
    await page.getByRole('link', { name: 'In lanes' }).click();
    await lanesShown(page);
    assert.match((await page.locator('.lanes').textContent())!, /1 position without a speaker or a day.*table only/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('the ledger comes as CSV and as JSON Lines, the same positions each', async () => {
    const { page } = await site.open('/issues/bridge');
    const fetched = async (name: string): Promise<string> => {
      const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
      const response = await fetch(site.url + href);
      assert.match(response.headers.get('content-disposition')!, /attachment; filename="onrecord-positions\.\w+"/);
      return response.text();
    };
    const lines = (await fetched('JSON Lines')).trim().split('\n');
    assert.equal(lines.length, 9);
    assert.equal(JSON.parse(lines[0]!).condition, 'if trucks pass freely');
    const csv = await fetched('CSV');
    assert.match(csv, /^said_on,published,speaker,/);
    assert.equal(csv.trim().split('\r\n').length, 10);
    await page.context().close();
  });

  test('days narrow it, and stand in the address', async () => {
    const { page } = await site.open('/issues/bridge');
    await page.getByLabel('Published from').fill('2031-06-01');
    await page.locator('.issue-count', { hasText: '3 positions of 2 speakers' }).waitFor();
    assert.equal(new URL(page.url()).search, '?from=2031-06-01');
    await page.getByLabel('Published from').fill('2032-01-01');
    await page.getByText('The record holds no position on this between these days.').waitFor();
    await page.context().close();
  });

  test('speakers beyond twenty are named, not drawn', async () => {
    const { page } = await site.open('/issues?about=harbour+toll');
    await lanesShown(page);
    assert.equal(await page.locator('.lane-name').count(), 20);
    const rest = (await page.locator('.lanes').textContent())!;
    assert.equal(rest.match(/Delegate \warrow \(1\)/g)?.length, 4, rest);
    await page.context().close();
  });

  test('a narrow window has the lanes as lists in time, one below the other', async () => {
    const { page, faults } = await site.open('/issues/bridge', { viewport: { width: 390, height: 844 } });
    const lists = page.locator('.lane-lists');
    assert.ok(await lists.isVisible());
    assert.ok(!(await page.locator('.lane-chart').isVisible()));
    const marro = lists.locator('section').first();
    assert.match((await marro.textContent())!, /4 May 2031 accepts.*if trucks pass freely.*11 June 2031 rejects/s);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('markup in words and names stays words, and right-to-left words keep their direction', async () => {
    const { page, faults } = await site.open('/issues/bridge');
    await lanesShown(page);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.match(
      (await page.locator('.lane-condition', { hasText: 'is shown to all' }).textContent())!,
      /if <img src=x/,
    );
    assert.equal(await page.locator('main img').count(), 0);
    assert.match((await page.locator('h1').textContent())!, /<img src=x/);
    const directions = await page.evaluate(
      `[...document.querySelectorAll('.lane-name a')].map((name) => name.textContent.trim() + ' ' + getComputedStyle(name).direction)`,
    );
    assert.ok((directions as string[]).includes('ليلى الطاري rtl'), String(directions));
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('an issue without positions, an unknown issue and words that say nothing are explained', async () => {
    const { page } = await site.open('/issues/zebra');
    assert.match(
      (await page.locator('main').textContent())!,
      /holds no position on this.*Issues that the record sugg/s,
    );
    assert.match((await page.locator('main').textContent())!, /knows nobody of the name Nobody Known/);
    await page.goto(`${site.url}/issues/nothing`);
    await page.getByText('There is no issue at this address.').waitFor();
    await page.goto(`${site.url}/issues?about=of+the`);
    await page.getByText('no word to look for').waitFor();
    await page.context().close();
  });

  test('axe-core finds nothing in both themes, in lanes, as a table and in a narrow window', async () => {
    const { page } = await site.open('/issues/bridge');
    for (const path of ['/issues', '/issues/bridge', '/issues/bridge?as=table', '/issues?about=harbour+toll']) {
      await page.goto(site.url + path);
      await settled(page);
      assert.deepEqual(await violationsInBothThemes(page), [], path);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['/issues', '/issues/bridge', '/issues/bridge?as=table']) {
      await page.goto(site.url + path);
      await settled(page);
      assert.deepEqual(await violationsInBothThemes(page), [], `${path} at 390`);
    }
    await page.context().close();
  });

  test('paper has the lanes as lists', async () => {
    const { page } = await site.open('/issues/bridge');
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.lane-lists').isVisible());
    assert.ok(!(await page.locator('.lane-chart').isVisible()));
    await page.context().close();
  });
});
