import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AnalyzedArticle } from '../../src/model.ts';
import { capture, createAnalyzer, isRefusal } from '../../src/pipeline/index.ts';
import { ROOT } from '../cli/onrecord.ts';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, type Tab } from './browser.ts';

/** Every page on news as it is: the samples, and the five articles that began it, where they are at hand. */

const FIVE = join(ROOT, '../shared/articles');

async function analyzed(inputs: readonly string[]): Promise<AnalyzedArticle[]> {
  const articles = [];
  for await (const item of capture(inputs)) if (!isRefusal(item)) articles.push(item.article);
  return (await createAnalyzer()).analyze(articles);
}

/** The page of everything of which a record has one, of stories, and of some articles. */
function pathsOf({ record }: Site): string[] {
  const [statement] = record.statements({ altered: true }).items;
  const [speaker] = record.speakers({ limit: 1 }).items;
  return [
    ...['/', '/stories', '/statements', '/statements?show=all', '/issues', '/issues?about=talks', '/speakers'],
    ...['/issues?about=talks&as=table', '/sources', '/search?q=talks', '/check', '/review', '/corrections'],
    ...['/watching', '/refusals', `/statements/${statement!.key}`, `/speakers/${speaker!.key}`],
    ...record.articles({ limit: 6 }).items.map(({ key }) => `/articles/${key}`),
    ...record.stories().items.map(({ key }) => `/stories/${key}`),
  ];
}

async function isSound({ page, faults }: Tab, address: string): Promise<void> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await settled(page);
  assert.ok((await page.locator('main').innerText()).length > 20, 'there is something to read');
  assert.equal(await page.locator('main [role="alert"]').count(), 0, 'nothing failed');
  assert.deepEqual(await violationsInBothThemes(page), [], 'what axe-core finds');
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
  }
  assert.deepEqual(faults, []);
}

function walk(inputs: () => readonly string[]): void {
  let site: Site;
  before(async () => {
    site = await startSite(await analyzed(inputs()));
  });
  after(() => site.close());

  test('every page is sound', async (t) => {
    const tab = await site.open('/');
    const paths = pathsOf(site);
    for (const path of paths) await t.test(path.replace(/[0-9a-f]{12}/, 'KEY'), () => isSound(tab, site.url + path));
  });

  test('from the first page a story leads to its statements, and one of them to its words in an article', async () => {
    const { page, faults } = await site.open('/');
    await page.goto(`${site.url}/statements?show=all`, { waitUntil: 'networkidle' });
    await page.locator('main a[href^="/statements/"]').first().click();
    await page.locator('main a[href^="/articles/"]').first().click();
    await settled(page);
    assert.match(page.url(), /\/articles\/[0-9a-f]{12}/);
    assert.ok(await page.locator('main h1').isVisible());
    assert.deepEqual(faults, []);
  });
}

describe('the pages on the samples', { skip: noBrowser }, () => {
  walk(() => [join(ROOT, 'samples/articles')]);
});

describe('the pages on the five articles', {
  skip: noBrowser || (existsSync(FIVE) ? false : '../shared/articles is not there: its pages are not walked'),
}, () => {
  walk(() =>
    readdirSync(FIVE)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => join(FIVE, name)),
  );
});
