import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';
import { BOATS, courier, gazette, hostileStory, OPEN, PILOT, radio, told } from './told.ts';

const NARROW = { viewport: { width: 390, height: 844 } };

describe('the pages of stories', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite(told);
  });
  after(() => site.close());

  /** The address of the story that an article is in. */
  const storyOf = (article: typeof courier): string =>
    `/stories/${site.record.article(site.keyOf(article))!.story!.key}`;
  const pathOf = (page: Page): string => new URL(page.url()).pathname;

  test('stand in the header, and list stories of several articles, the latest first', async () => {
    const { page, faults } = await site.open('/speakers');
    await page.getByRole('link', { name: 'Stories', exact: true }).click();
    await page.locator('.story-list li').first().waitFor();
    const stories = await texts(page, '.story-list li');
    assert.equal(stories.length, 2);
    assert.match(stories[0]!, /harbour.*4 articles in 4 outlets.*2\s–\s3 November 2031.*title of/i);
    assert.match((await page.locator('.count').textContent())!, /^2 stories$/);
    await page.locator('.story-title a').first().click();
    await settled(page);
    assert.equal(pathOf(page), storyOf(courier));
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('name the article that stands for the story, and lead to it', async () => {
    const { page } = await site.open(storyOf(courier));
    const { lead } = site.record.story(site.keyOf(courier))!.story;
    assert.equal(await page.locator('h1').textContent(), lead.title);
    assert.match((await page.locator('.page-head').textContent())!, /4 articles in 4 outlets, 2\s–\s3 November 2031/);
    await page.getByRole('link', { name: 'the article that stands for the story' }).click();
    await settled(page);
    assert.equal(pathOf(page), `/articles/${lead.key}`);
    await page.context().close();
  });

  test('set statements beside each other in a table: whole, cut, gravely altered, first, or not reported', async () => {
    const { page, faults } = await site.open(storyOf(courier));
    const table = page.getByRole('table', { name: /who carries each, and how/ });
    const headings = await table.getByRole('columnheader').allTextContents();
    assert.equal(headings[0], 'Statement');
    const column = (outlet: string) => headings.findIndex((heading) => heading.startsWith(outlet)) - 1;
    assert.match(headings[column('Ostrel Gazette') + 1]!, /2 carried, 2 altered/);
    const cells = async (words: string) => {
      const row = table.getByRole('row').filter({ has: page.getByRole('rowheader', { name: words }) });
      return row.getByRole('cell').allTextContents();
    };
    const open = await cells(OPEN);
    assert.equal(open.length, 4);
    assert.match(open[column('The Marrow Bay Courier')]!, /^\s*first$/);
    assert.match(open[column('Sarn Evening Ledger')]!, /^\s*whole$/);
    assert.match(open[column('Radio Sarn')]!, /^\s*cut$/);
    assert.match(open[column('Ostrel Gazette')]!, /^\s*altered: a “not” put in or left out$/);
    const boats = await cells(BOATS);
    assert.match(boats[column('Ostrel Gazette')]!, /altered: another number/);
    assert.match(boats[column('Radio Sarn')]!, /not reported/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('tell one way of carrying from another by shape as well as by word and colour', async () => {
    const { page } = await site.open(storyOf(courier));
    const shapes = await page
      .locator('.carry-legend svg')
      .evaluateAll((found) => found.map((svg) => (svg as { innerHTML: string }).innerHTML));
    assert.equal(shapes.length, 5);
    assert.equal(new Set(shapes).size, 5);
    await page.context().close();
  });

  test('lead from a cell to the very words, from a row to the statement, from a column to the article', async () => {
    const { page } = await site.open(storyOf(courier));
    await page
      .locator('.matrix')
      .getByRole('link', { name: /altered ?: a “not”/ })
      .click();
    await page.locator('.article-text').waitFor();
    assert.equal(pathOf(page), `/articles/${site.keyOf(gazette)}`);
    assert.match((await texts(page, '.shown-content')).join(''), /We will close the northern harbour/);
    await page.goBack();
    await page.getByRole('rowheader', { name: OPEN }).getByRole('link', { name: OPEN }).click();
    await page.locator('.statement-large').waitFor();
    assert.match(pathOf(page), /^\/statements\//);
    await page.goBack();
    await page.getByRole('columnheader').getByRole('link', { name: 'Radio Sarn' }).click();
    await page.locator('.article-text').waitFor();
    assert.equal(pathOf(page), `/articles/${site.keyOf(radio)}`);
    await page.context().close();
  });

  test('show what one outlet alone has, with the way to its words', async () => {
    const { page } = await site.open(storyOf(courier));
    const alone = page.locator('.alone');
    assert.match((await alone.textContent())!, /1 statement that no other outlet of this story reports/);
    assert.match((await alone.locator('.alone-outlet').textContent())!, new RegExp(`Sarn Evening Ledger.*${PILOT}`));
    await alone.getByRole('link', { name: 'In the article' }).click();
    await page.locator('.article-text').waitFor();
    assert.match((await texts(page, '.shown-content')).join(''), /Nobody asked the pilots/);
    await page.context().close();
  });

  test('tell who published when, in time, with a drawing that repeats the list', async () => {
    const { page } = await site.open(storyOf(courier));
    const items = await texts(page, '.published-list li');
    assert.deepEqual(
      items.map((item) => /Courier|Ledger|Gazette|Radio/.exec(item)?.[0]),
      ['Courier', 'Ledger', 'Gazette', 'Radio'],
    );
    assert.match(items[0]!, /2 November 2031, 08:00 UTC.*stays open.*2 statements/);
    assert.equal(items.filter((item) => item.includes('stands for the story')).length, 1);
    assert.equal(await page.locator('.strip[aria-hidden="true"] circle').count(), 4);
    await page.context().close();
  });

  test('j and k go through the rows and what is alone, Enter opens a statement', async () => {
    const { page } = await site.open(storyOf(courier));
    const focused = () => page.evaluate('document.activeElement.textContent') as Promise<string>;
    await page.keyboard.press('j');
    assert.match(await focused(), /We will not close/);
    await page.keyboard.press('j');
    assert.match(await focused(), /312 fishing boats/);
    await page.keyboard.press('j');
    assert.match(await focused(), /Nobody asked the pilots/);
    await page.keyboard.press('k');
    assert.match(await focused(), /312 fishing boats/);
    await page.keyboard.press('Enter');
    await page.locator('.statement-large').waitFor();
    assert.match((await page.locator('.statement-large').textContent())!, /312 fishing boats/);
    await page.context().close();
  });

  test('on a narrow window give each statement with its outlets, and nothing is cut off', async () => {
    const { page, faults } = await site.open(storyOf(courier), NARROW);
    assert.equal(await page.locator('table').count(), 0);
    const rows = await texts(page, '.matrix-row');
    assert.equal(rows.length, 2);
    assert.match(rows[0]!, /We will not close.*Ostrel Gazette.*altered.*Radio Sarn.*cut/);
    assert.match(rows[1]!, /not reported by (Sarn Evening Ledger, Radio Sarn|Radio Sarn, Sarn Evening Ledger)/);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.getByRole('table').waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('the key of an article leads to its story, which gives its permanent address', async () => {
    const { page } = await site.open(`/stories/${site.keyOf(radio)}`);
    await page.getByRole('table').waitFor();
    await page.getByRole('link', { name: 'The permanent address of this story' }).click();
    await settled(page);
    assert.equal(pathOf(page), storyOf(courier));
    assert.equal(await page.getByRole('link', { name: /permanent address/ }).count(), 0);
    await page.context().close();
  });

  test('an article leads to its story and says how many report it', async () => {
    const { page } = await site.open(`/articles/${site.keyOf(gazette)}`);
    await page.getByRole('link', { name: 'Story: 4 articles in 4 outlets' }).click();
    await page.getByRole('table').waitFor();
    assert.equal(pathOf(page), storyOf(courier));
    await page.context().close();
  });

  test('an address of no story says so', async () => {
    const { page } = await site.open('/stories/nothing');
    assert.match((await page.locator('main').textContent())!, /The record has no story at this address/);
    await page.context().close();
  });

  test('take hostile titles, names and outlets for words', async () => {
    const { page, faults } = await site.open(storyOf(hostileStory[0]!));
    assert.match((await page.locator('h1').textContent())!, /<script>window\.taken = true<\/script>/);
    assert.equal(await page.locator('main img, main script').count(), 0);
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.matrix-row').first().waitFor();
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('break no rule of axe-core, wide and narrow, light and dark', async () => {
    for (const path of ['/stories', storyOf(courier), storyOf(hostileStory[0]!)]) {
      for (const width of [1280, 390]) {
        const { page } = await site.open(path, { viewport: { width, height: 900 } });
        assert.deepEqual(await violationsInBothThemes(page), [], `${path} at ${width}`);
        await page.context().close();
      }
    }
  });

  test('say what is missing where no two articles are on one event', async () => {
    const single = await startSite([courier]);
    const { page } = await single.open('/stories');
    assert.match(
      (await page.locator('main').textContent())!,
      /No two articles of the record are on the same event yet/,
    );
    await page.goto(`${single.url}/articles/${single.keyOf(courier)}`);
    await settled(page);
    assert.equal(await page.getByRole('link', { name: /^Story:/ }).count(), 0);
    await page.goto(`${single.url}/stories/${single.keyOf(courier)}`);
    await page.getByText(/there is nothing to compare/).waitFor();
    await single.close();
  });
});
