import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { AnalyzedArticle } from '../../src/model.ts';
import { arabic, bare, bridge, hostile, long } from '../server/sample-record.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';

describe('the page of an article', { skip: noBrowser }, () => {
  let site: Site;

  before(async () => {
    site = await startSite();
  });
  after(() => site.close());

  const open = (article: AnalyzedArticle, fragment = '', options = {}) =>
    site.open(`/articles/${site.keyOf(article)}${fragment}`, options);
  const chosen = (page: Page) => page.locator('.article-statements [aria-current="true"]');
  const words = (page: Page, at: number) => page.locator(`.article-text mark[data-at~="${at}"]`);

  for (const article of [bridge, hostile, arabic, bare]) {
    test(`gives the text as captured: ${article.id}`, async () => {
      const { page, faults } = await open(article);
      const lines = await page.evaluate(`[...document.querySelectorAll('.article-text > p')].map((paragraph) => {
        const copy = paragraph.cloneNode(true);
        for (const note of copy.querySelectorAll('.note')) note.remove();
        return copy.textContent;
      })`);
      assert.deepEqual(lines, article.text.split('\n'));
      assert.deepEqual(faults, []);
      await page.context().close();
    });

    test(`points out the very words of each source, cue and content: ${article.id}`, async () => {
      const { page, faults } = await open(article);
      for (const [at, { source, cue, content }] of article.attributions.entries()) {
        await page.locator('.article-statements .statement-words a').nth(at).click();
        await page.mouse.move(0, 0);
        const spansOf = { content, source, cue };
        for (const [part, spans] of Object.entries(spansOf)) {
          const shown = (await texts(page, `.article-text .shown-${part}`)).join('|');
          const expected = spans.map(([start, end]) => article.text.slice(start, end)).join('|');
          // A span with another statement inside is drawn in several pieces.
          assert.equal(shown.replaceAll('|', ''), expected.replaceAll('|', ''), `${part} of ${at}`);
        }
      }
      assert.deepEqual(faults, []);
      await page.context().close();
    });
  }

  test('says who, how, by which act, where, when and how surely, for every statement', async () => {
    const { page } = await open(bridge);
    const cards = await texts(page, '.article-statements .statement');
    assert.equal(cards.length, bridge.attributions.length);
    assert.match(cards[0]!, /Mirela Kost.*person, Tarvian transport minister/);
    assert.match(cards[0]!, /indirect.*says.*medium: Radio Sarn.*said on 12 October 2031.*confidence 91%/);
    assert.match(cards[1]!, /“There will be no toll,” … “while I hold this office\.”/);
    assert.match(cards[3]!, /Mirela Kost.*reported by Davit Orlan.*“a written guarantee”/);
    for (const at of [0, 2, 4]) assert.doesNotMatch(cards[at]!, /reported by/);
    assert.match(cards[4]!, /organization.*wants – not a statement in words/);
    assert.match(cards[6]!, /document.*shows – not a statement in words/);
    assert.match(cards[7]!, /unnamed source/);
    assert.match(cards[8]!, /speaker not resolved.*confidence 31% – uncertain/);
    await page.context().close();
  });

  test('says where the words come from', async () => {
    const { page } = await open(bridge);
    const head = page.locator('.article-head');
    const original = head.getByRole('link', { name: 'Original at courier.example' });
    assert.equal(await original.getAttribute('href'), bridge.url);
    for (const word of ['noreferrer', 'noopener']) assert.ok((await original.getAttribute('rel'))!.includes(word));
    await head.getByText('Captured 13 October 2031').click();
    const details = (await head.locator('.provenance').textContent())!;
    assert.match(details, /13 October 2031, 06:30 UTC/);
    assert.match(details, /https:\/\/courier\.example\/2031\/northern-crossing/);
    const download = page.waitForEvent('download');
    await head.getByRole('link', { name: 'Download the bytes as captured' }).click();
    assert.equal((await download).suggestedFilename(), `onrecord-${site.keyOf(bridge)}.html`);
    await page.context().close();
  });

  test('names the speaker beside the line where a statement begins', async () => {
    const { page } = await open(bridge);
    for (const [at, name] of [
      [1, 'Mirela Kost'],
      [4, 'Ostrel Ports Agency'],
      [8, 'speaker not resolved'],
    ] as const) {
      const note = page.locator('.side-note', { has: page.locator(`[data-at="${at}"]`) }).first();
      assert.match((await note.textContent())!, new RegExp(name));
      const [noteBox, wordsBox] = [await note.boundingBox(), await words(page, at).first().boundingBox()];
      assert.ok(noteBox!.x > wordsBox!.x + wordsBox!.width, 'beside');
      assert.ok(Math.abs(noteBox!.y - wordsBox!.y) < 60, `near its line: ${noteBox!.y} and ${wordsBox!.y}`);
    }
    await page.context().close();
  });

  test('an address leads to one statement, in the text and in the list', async () => {
    const { page, faults } = await open(long, '#s150');
    assert.match((await chosen(page).textContent())!, /Point 151 /);
    assert.deepEqual(await texts(page, '.article-text .shown-content'), [
      '“Point 151 of the harbour treaty must be read again,”',
    ]);
    for (const place of [words(page, 150).first(), chosen(page)]) {
      const box = (await place.boundingBox())!;
      assert.ok(box.y >= 0 && box.y + box.height <= 900, 'in the window');
    }
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('pointing shows a statement and brings it into view in the list; leaving ends it', async () => {
    const { page } = await open(long);
    await words(page, 20).first().hover();
    assert.match((await page.locator('.shown-item').textContent())!, /Point 21 /);
    const box = (await page.locator('.shown-item').boundingBox())!;
    assert.ok(box.y >= 0 && box.y + box.height <= 900, 'in the window');
    await page.locator('h1').hover();
    assert.equal(await page.locator('.shown-item').count(), 0);
    await page.locator('.side-note a').first().focus();
    assert.match((await page.locator('.shown-item').textContent())!, /Point 1 /);
    await page.context().close();
  });

  test('a click chooses the innermost statement, the next one the one around it', async () => {
    const { page } = await open(bridge);
    const nested = page.locator('mark', { hasText: '“a written guarantee”' });
    assert.equal(await nested.getAttribute('data-at'), '3 2');
    await nested.click();
    assert.equal(new URL(page.url()).hash, '#s3');
    await nested.click();
    assert.equal(new URL(page.url()).hash, '#s2');
    await nested.click();
    assert.equal(new URL(page.url()).hash, '#s3');
    await page.context().close();
  });

  test('who reports a statement is a link to theirs, in the list and away from it', async () => {
    const { page, faults } = await open(bridge, '#s3');
    assert.match(
      (await page.locator('[aria-live="polite"]').textContent())!,
      /Kost, reported by Davit Orlan, says: “a/,
    );
    await chosen(page).getByRole('link', { name: 'Davit Orlan' }).click();
    assert.equal(new URL(page.url()).hash, '#s2');
    assert.match((await chosen(page).textContent())!, /that Kost had promised him/);
    await page.goto(`${new URL(page.url()).origin}/search?q=%22written+guarantee%22`);
    const found = page.locator('.statement', { hasText: 'reported by' });
    assert.match((await found.textContent())!, /Mirela Kost.*reported by Davit Orlan/);
    await found.getByRole('link', { name: 'Davit Orlan' }).click();
    await page.locator('.article-text .shown-content').first().waitFor();
    assert.equal(new URL(page.url()).hash, '#s2');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('marking words to copy them chooses nothing and copies no note', async () => {
    const { page } = await open(bridge);
    const box = (await words(page, 1).first().boundingBox())!;
    await page.mouse.move(box.x + 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width - 2, box.y + box.height / 2, { steps: 5 });
    await page.mouse.up();
    assert.equal(new URL(page.url()).hash, '');
    assert.match((await page.evaluate('getSelection().toString()')) as string, /There will be no toll/);
    await page.keyboard.press('Control+a');
    assert.doesNotMatch(
      (await page.evaluate(`(() => {
      const range = document.createRange();
      range.selectNodeContents(document.querySelector('.article-text'));
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return getSelection().toString();
    })()`)) as string,
      /speaker not resolved/,
    );
    await page.context().close();
  });

  test('j and k go through the statements, Escape leaves them, and the words follow', async () => {
    const { page, faults } = await open(long);
    await page.keyboard.press('j');
    assert.equal(new URL(page.url()).hash, '#s0');
    for (let i = 0; i < 30; i++) await page.keyboard.press('j');
    assert.equal(new URL(page.url()).hash, '#s30');
    const box = (await words(page, 30).first().boundingBox())!;
    assert.ok(box.y >= 0 && box.y + box.height <= 900, 'in the window');
    assert.match(
      (await page.locator('[aria-live="polite"]').textContent())!,
      /Statement 31 of 200\. Delegate . Varrow says: “Point 31 /,
    );
    await page.keyboard.press('k');
    assert.equal(new URL(page.url()).hash, '#s29');
    await page.keyboard.press('Escape');
    assert.equal(new URL(page.url()).hash, '');
    assert.equal(await chosen(page).count(), 0);
    assert.equal(await page.evaluate('history.length'), 2, 'steps through statements are no steps to go back through');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('a key goes before a mouse at rest', async () => {
    const { page } = await open(bridge);
    await words(page, 0).first().hover();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    assert.equal(new URL(page.url()).hash, '#s1');
    assert.match((await page.locator('.shown-item').textContent())!, /There will be no toll/);
    await page.context().close();
  });

  test('on a narrow screen the speakers stand under the paragraph, and the statement chosen unfolds there', async () => {
    const { page, faults } = await open(bridge, '', { viewport: { width: 390, height: 844 } });
    assert.equal(await page.locator('.side-note:visible').count(), 0);
    const folded = page.locator('.folded-notes').nth(1);
    assert.match((await folded.textContent())!, /2.*Mirela Kost/);
    assert.equal(await folded.locator('.statement').count(), 0);
    await words(page, 1).first().click();
    assert.match((await folded.locator('.statement').textContent())!, /direct.*says.*confidence 91%/);
    assert.ok(await folded.locator('.statement').isVisible());
    const [paragraph, note] = [
      await page.locator('.article-text > p').nth(1).boundingBox(),
      await folded.boundingBox(),
    ];
    assert.ok(note!.y >= paragraph!.y + paragraph!.height);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('right-to-left text runs from the right', async () => {
    const { page } = await open(arabic);
    const direction = `getComputedStyle(document.querySelector('.article-text > p')).direction`;
    assert.equal(await page.evaluate(direction), 'rtl');
    assert.equal(await page.locator('.article-text').getAttribute('lang'), 'ar');
    await page.context().close();
  });

  test('without title, outlet, date and statements it says so', async () => {
    const { page } = await open(bare);
    assert.equal(await page.locator('h1').textContent(), 'Article without a title');
    assert.match(
      (await page.locator('.article-head').textContent())!,
      /outlet not given.*date not given.*0 statements/,
    );
    assert.match((await page.locator('.article-statements').textContent())!, /No statement was found/);
    await page.context().close();
  });

  test('markup from outside is words on every page that shows it', async () => {
    const [editor] = site.record.speakers({ name: 'Editor' }).items;
    for (const path of [
      `/articles/${site.keyOf(hostile)}#s0`,
      '/',
      '/refusals',
      '/search?q=words',
      `/speakers/${editor!.key}`,
    ]) {
      const { page, faults } = await site.open(path);
      await page
        .locator('main')
        .getByText(/<img src=x/)
        .filter({ visible: true })
        .first()
        .waitFor();
      assert.match((await page.locator('main').textContent())!, /<img src=x onerror="window\.taken = true">/, path);
      assert.equal(await page.evaluate('window.taken'), undefined, path);
      assert.equal(await page.locator('main script, main img, [href^="javascript:" i]').count(), 0, path);
      assert.deepEqual(faults, [], path);
      await page.context().close();
    }
  });

  test('what was corrected is said, by whom and when, and what is marked as no statement stands apart', async () => {
    const origin = { by: 'S. Vellamo', at: '2031-11-02T10:00:00.000Z' };
    const key = site.keyOf(arabic);
    const { correct } = site.record;
    correct({ action: 'not-a-statement', attribution: `${key}-1` }, origin);
    correct({ action: 'speaker', attribution: `${key}-0`, to: null }, origin);
    const { page, faults } = await open(arabic);
    const beside = page.locator('.article-statements');
    assert.equal(await beside.locator('ol > li').count(), 1);
    assert.match(
      (await beside.locator('ol').textContent())!,
      /corrected by S\. Vellamo on 2 November 2031 \(speaker\)/,
    );
    assert.match((await beside.locator('h3 + ul').textContent())!, /«لن تكون هناك رسوم».*\(not-a-statement\)/);
    assert.deepEqual(faults, []);
    for (const number of [1, 2]) correct({ action: 'undo', number }, origin);
    await page.context().close();
  });

  test('an unknown article is said to be unknown', async () => {
    const { page } = await site.open('/articles/none');
    await settled(page);
    assert.match((await page.locator('main').textContent())!, /The record has no article at this address\./);
    await page.context().close();
  });
});
