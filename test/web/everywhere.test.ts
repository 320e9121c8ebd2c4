import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { arabic, bare, bridge, hostile, long } from '../server/sample-record.ts';
import { noBrowser, pathsOf, type Site, startSite } from './browser.ts';

const articles = [bridge, hostile, arabic, bare, long];
const inPage = (name: string) => readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), 'utf8');

describe('what holds on every page', { skip: noBrowser }, () => {
  let site: Site;
  let paths: [what: string, path: string][];

  before(async () => {
    site = await startSite();
    paths = Object.entries(pathsOf(site, articles));
  });
  after(() => site.close());

  for (const width of [1280, 1000, 390, 320]) {
    test(`at ${width} pixels nothing is wider than the window`, async () => {
      const { page, faults } = await site.open('/', { viewport: { width, height: 800 } });
      for (const [what, path] of paths) {
        await page.goto(site.url + path, { waitUntil: 'networkidle' });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, what);
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`in the ${colorScheme} scheme all words have the contrast of WCAG AA`, async () => {
      const { page } = await site.open('/', { colorScheme });
      const measure = inPage('contrast');
      let measured = 0;
      for (const [what, path] of paths) {
        await page.goto(site.url + path, { waitUntil: 'networkidle' });
        await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
        const found = (await page.evaluate(measure)) as { text: string; ratio: number; needed: number }[];
        assert.deepEqual(found.filter(({ ratio, needed }) => ratio < needed), [], what);
        measured += found.length;
      }
      assert.ok(measured > 1_000, `only ${measured} pieces of text were measured`);
      await page.context().close();
    });
  }

  test('one main landmark and one first heading; headings go down one step at a time; everything has a name', async () => {
    const { page } = await site.open('/');
    const structure = inPage('structure');
    for (const [what, path] of paths) {
      await page.goto(site.url + path, { waitUntil: 'networkidle' });
      const found = (await page.evaluate(structure)) as { mains: number; levels: number[]; unnamed: string[]; ids: string[] };
      assert.equal(found.mains, 1, what);
      assert.equal(found.levels.filter((level) => level === 1).length, 1, what);
      assert.equal(found.levels[0], 1, what);
      found.levels.forEach((level, i) => assert.ok(level <= (found.levels[i - 1] ?? 0) + 1, `${what}: ${found.levels}`));
      assert.deepEqual(found.unnamed, [], what);
      assert.equal(new Set(found.ids).size, found.ids.length, what);
    }
    await page.context().close();
  });

  test('the focus is seen wherever it goes', async () => {
    const { page } = await site.open(`/articles/${site.keyOf(bridge)}`);
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle');
      assert.notEqual(outline, 'none', (await page.evaluate('document.activeElement.outerHTML')) as string);
    }
    await page.context().close();
  });

  test('a printed article is its text, speakers and statements, without what only a screen needs', async () => {
    const { page } = await site.open(`/articles/${site.keyOf(bridge)}`);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.locator('.side-note').first().isVisible());
    assert.ok(await page.locator('.article-statements .statement').last().isVisible());
    for (const gone of ['.site', '.site-foot', '.legend']) assert.ok(!(await page.locator(gone).isVisible()), gone);
    await page.context().close();
  });
});
