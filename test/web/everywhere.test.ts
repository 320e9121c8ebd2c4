import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { arabic, bare, bridge, hostile, long } from '../server/sample-record.ts';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, pathsOf, type Site, startSite, type Tab } from './browser.ts';
import { correct, later } from './corrected.ts';

const articles = [bridge, hostile, arabic, bare, long];
const inPage = (name: string) => readFileSync(new URL(`./in-page/${name}.js`, import.meta.url), 'utf8');

interface Words {
  readonly text: string;
  readonly ratio: number;
  readonly needed: number;
}
interface Structure {
  readonly mains: number;
  readonly levels: readonly number[];
  readonly unnamed: readonly string[];
  readonly ids: readonly string[];
}

async function fitsEveryWindow(page: Page): Promise<void> {
  for (const width of [1280, 1000, 390, 320]) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

/** Gives how many pieces of text were measured. */
async function hasContrast(page: Page): Promise<number> {
  let measured = 0;
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const found = (await page.evaluate(inPage('contrast'))) as Words[];
    assert.deepEqual(
      found.filter(({ ratio, needed }) => ratio < needed),
      [],
      `${colorScheme} scheme`,
    );
    measured += found.length;
  }
  return measured;
}

async function isWellBuilt(page: Page): Promise<void> {
  const { mains, levels, unnamed, ids } = (await page.evaluate(inPage('structure'))) as Structure;
  assert.equal(mains, 1, 'one main landmark');
  assert.deepEqual(
    levels.filter((level, i) => (level === 1) !== (i === 0) || level > (levels[i - 1] ?? 0) + 1),
    [],
    `headings go down one step at a time from one first heading: ${levels}`,
  );
  assert.deepEqual(unnamed, [], 'what can be acted on has a name');
  assert.equal(new Set(ids).size, ids.length, 'ids are unique');
}

/** Gives how many pieces of text were measured. */
async function isSound({ page, faults }: Tab, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'networkidle' });
  await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
  await fitsEveryWindow(page);
  const measured = await hasContrast(page);
  assert.deepEqual(await violationsInBothThemes(page), [], 'what axe-core finds');
  await isWellBuilt(page);
  assert.deepEqual(faults, []);
  return measured;
}

describe('what holds on every page', { skip: noBrowser }, () => {
  let site: Site;

  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  test('nothing is wider than the window, words have the contrast of WCAG AA, the structure is sound', async (t) => {
    const tab = await site.open('/');
    let measured = 0;
    for (const [what, path] of Object.entries(pathsOf(site, articles))) {
      await t.test(what, async () => {
        measured += await isSound(tab, site.url + path);
      });
    }
    assert.ok(measured > 2_000, `only ${measured} pieces of text were measured`);
    await tab.page.context().close();
  });

  test('the same holds where people corrected something', async (t) => {
    const other = await startSite([bridge, later]);
    const tab = await other.open('/');
    for (const [what, path] of Object.entries(correct(other))) {
      await t.test(what, async () => {
        assert.ok((await isSound(tab, other.url + path)) > 50);
      });
    }
    await other.close();
  });

  test('the same holds where pages are accepted', async (t) => {
    const accepting = await startSite([bridge], () => () => Promise.reject(new Error('nothing is added here')));
    const tab = await accepting.open('/');
    for (const path of ['/', '/capture', '/capture?handed']) {
      await t.test(path, async () => {
        assert.ok((await isSound(tab, accepting.url + path)) > 20);
      });
    }
    await accepting.close();
  });

  test('the same holds where corrections and sources are taken', async (t) => {
    const taking = await startSite([bridge, hostile, arabic], undefined, ({ record }) => ({
      correct: (request, note) => record.correct(request, { by: 'R. Sandoval', at: '2031-10-14T08:00:00.000Z', note }),
      watchMore: () => Promise.reject(new Error('nothing is watched here')),
    }));
    taking.record.correct(
      { action: 'accept', attribution: `${taking.keyOf(bridge)}-0` },
      { by: 'R. Sandoval', at: '2031-10-14T08:00:00.000Z' },
    );
    const tab = await taking.open('/');
    for (const path of ['/review', '/review?kind=unresolved', '/corrections', '/watching']) {
      await t.test(path, async () => {
        assert.ok((await isSound(tab, taking.url + path)) > 30);
      });
    }
    for (const key of ['s', 'e', 'J']) {
      await t.test(`/review after ${key}`, async () => {
        await tab.page.goto(`${taking.url}/review`, { waitUntil: 'networkidle' });
        await tab.page.locator('.desk').waitFor();
        await tab.page.keyboard.press(key);
        await tab.page.locator('.choice, .ends').waitFor();
        await fitsEveryWindow(tab.page);
        await hasContrast(tab.page);
        await isWellBuilt(tab.page);
        assert.deepEqual(tab.faults, []);
      });
    }
    await taking.close();
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
