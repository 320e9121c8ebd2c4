import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { AnalyzedArticle, Article } from '../../src/model.ts';
import { capture, createAnalyzer, isRefusal, type Refusal } from '../../src/pipeline/index.ts';
import { partAt, partsOf } from '../../web/article/parts-of.ts';
import { violationsOf } from './axe.ts';
import { noBrowser, type Site, settled, startSite } from './browser.ts';

/** Articles that no newsroom wrote: captured and read as any other, shown a part at a time. */

const FIVE_MEGABYTES = 5_000_000;
const SCRIPT = '<script>window.taken = true</script>';
const IMAGE = '<img src=x onerror="window.taken = true">';
const OVERRIDE = '\u202e';
const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');

/** One paragraph: words for thousands of lines, a quotation in each two hundred. */
function endless(): string {
  const filling = `The harbour of Ostrel ${OVERRIDE}lay still, and the javascript:alert(1) ships waited. `.repeat(40);
  let text = '';
  for (let n = 1; text.length < FIVE_MEGABYTES; n++) {
    text += `${filling}${SCRIPT} “Ship ${n} of ${n * 7 + 3} ${IMAGE} leaves before the tide turns,” Mirela Kost said. `;
  }
  return `${text}So it ended.`;
}

describe('an article of five megabytes', { skip: noBrowser }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-monstrous-'));
  const text = endless();
  let articles: AnalyzedArticle[];
  let refusals: Refusal[];
  let site: Site;

  before(async () => {
    const page = (title: string, paragraph: string) =>
      `<!doctype html><html lang="en"><title>${escaped(title)}</title><article><p>${escaped(paragraph)}</p></article>`;
    const line = { id: 'long', title: `${SCRIPT} ${'long '.repeat(20_000)}`, text: 'Nothing.' };
    writeFileSync(join(folder, 'a.html'), page(`${SCRIPT} The harbour ${OVERRIDE}`.repeat(2_000), text));
    writeFileSync(join(folder, 'b.txt'), `Without a space\n\n${'“harbour”ship'.repeat(FIVE_MEGABYTES / 13)}\n`);
    writeFileSync(join(folder, 'c.jsonl'), JSON.stringify(line));
    writeFileSync(join(folder, 'd.html'), page('Too much', text + text));
    const captured: Article[] = [];
    refusals = [];
    for await (const item of capture([folder])) {
      if (isRefusal(item)) refusals.push(item);
      else captured.push(item.article);
    }
    const analyzer = await createAnalyzer();
    articles = await analyzer.analyze(captured);
    await analyzer.close();
    site = await startSite(articles);
    for (const refusal of refusals) site.record.refuse(refusal, '2031-10-13T06:31:00.000Z');
  });
  after(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });
  const keyOf = (id: string) => site.keyOf(articles.find((article) => article.id === id)!);

  test('is captured whole, with its quotations; the server gives all of it', async () => {
    const [endless, unbroken] = ['a', 'b'].map((id) => articles.find((article) => article.id === id));
    assert.equal(endless!.text.length, text.trim().length);
    assert.ok(endless!.attributions.length > 500, `${endless!.attributions.length} attributions`);
    assert.ok(endless!.title!.length < 1_000, `a title of ${endless!.title!.length} characters`);
    assert.ok(unbroken!.text.length > FIVE_MEGABYTES - 100);
    const answer = await (await fetch(`${site.url}/api/articles/${keyOf('a')}`)).text();
    assert.ok(answer.length < 4 * FIVE_MEGABYTES, `an answer of ${answer.length} characters`);
    assert.equal(JSON.parse(answer).text, endless!.text);
  });

  test('is shown a part at a time, which says so; nothing of it runs, and no part is left out', async () => {
    const { page, faults } = await site.open(`/articles/${keyOf('a')}`);
    page.setDefaultTimeout(60_000);
    await settled(page);
    const shown = async () => (await page.locator('.article-text').textContent())!.length;
    const where = page.locator('.article-parts span').first();
    assert.match((await where.textContent())!, /^Part 1 of \d\d: with 5,\d{3},\d{3} characters and [\d,]+ statements/);
    assert.ok((await shown()) < 200_000, 'a part is bounded');
    assert.deepEqual(await violationsOf(page), []);

    await page.keyboard.press('j');
    await page.locator('.article-text .shown-content').first().waitFor();
    await page
      .getByRole('navigation', { name: 'Parts of this article' })
      .first()
      .getByRole('link', { name: 'Next' })
      .click();
    await where.filter({ hasText: 'Part 2 of' }).waitFor();
    const last = site.record.article(keyOf('a'))!.attributions.length - 1;
    await page.goto(`${site.url}/articles/${keyOf('a')}#s${last}`);
    await settled(page);
    await page.locator('.article-text', { hasText: 'So it ended.' }).waitFor();
    assert.match((await where.textContent())!, /^Part (\d+) of \1:/);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 1280);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('without any space stays in its column, on a narrow screen too', async () => {
    for (const width of [390, 1280]) {
      const { page, faults } = await site.open(`/articles/${keyOf('b')}?part=3`, { viewport: { width, height: 900 } });
      page.setDefaultTimeout(60_000);
      await settled(page);
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width);
      assert.match((await page.locator('.article-parts span').first().textContent())!, /^Part 3 of/);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
  });

  test('that is larger still, or has a title of a hundred kilobytes as data, is refused, and the page says why', async () => {
    const { page, faults } = await site.open('/refusals');
    await page.getByText('Its text is longer than 6000000 characters').waitFor();
    await page.getByText('Its "title" is longer than 2000 characters').waitFor();
    assert.equal(refusals.length, 2);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

describe('the parts of an article', () => {
  const said = (start: number) => ({ source: [], cue: [], content: [[start, start + 5]] as [number, number][] });

  test('are one for all that people write, and cover longer texts without gap, between words', () => {
    assert.deepEqual(partsOf('', []), [[0, 0]]);
    assert.deepEqual(partsOf('Short.', [said(0)]), [[0, 6]]);
    const text = 'word '.repeat(60_000);
    const parts = partsOf(text, []);
    assert.equal(parts.map(([start, end]) => text.slice(start, end)).join(''), text);
    assert.ok(parts.length > 1 && parts.every(([start, end]) => end > start && /^word /.test(text.slice(start))));
  });

  test('never cut a character of two code units, and hold a bounded number of statements', () => {
    const text = '😀'.repeat(150_000);
    for (const [start] of partsOf(text, [])) assert.match(text.slice(start, start + 2), /^😀/);
    const many = Array.from({ length: 1_000 }, (_, i) => said(i * 10));
    const parts = partsOf('x'.repeat(20_000), many);
    const counts = parts.map((_, n) => many.filter(({ content }) => partAt(parts, content[0]![0]) === n).length);
    assert.equal(
      counts.reduce((sum, count) => sum + count),
      1_000,
    );
    assert.ok(
      counts.every((count) => count <= 400),
      counts.join(),
    );
  });

  test('go on where a thousand statements begin at one place', () => {
    const parts = partsOf(
      'x'.repeat(300),
      Array.from({ length: 1_000 }, () => said(3)),
    );
    assert.deepEqual([parts[0]![0], parts.at(-1)![1]], [0, 300]);
  });
});
