import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { hostile } from '../server/sample-record.ts';
import { noBrowser, type Site, settled, startSite } from './browser.ts';
import { doubted, EDITOR, fromTheRight, news, shows, undoAll } from './doubtful.ts';
import { startOtherSite } from './handing-site.ts';

describe('review of what is hostile, read from the right, or not to be corrected', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    const doubtful = { ...hostile, attributions: hostile.attributions.map((one) => ({ ...one, confidence: 0.1 })) };
    site = await startSite([doubtful, fromTheRight], undefined, ({ record }) => ({
      correct: (request, note) => record.correct(request, { ...EDITOR, note }),
    }));
  });
  after(() => site.close());

  test('runs nothing that an article says, nor what a log repeats of it', async () => {
    site.record.correct(
      { action: 'accept', attribution: `${site.keyOf(hostile)}-0` },
      { ...EDITOR, note: '<img src=x onerror="window.taken = true">' },
    );
    for (const path of ['/corrections', '/review']) {
      const { page, faults } = await site.open(path);
      await settled(page);
      if (path === '/review') await page.locator('.desk').waitFor();
      assert.equal(await page.evaluate('window.taken'), undefined);
      assert.deepEqual(faults, []);
      await page.context().close();
    }
    undoAll(site);
    const { page, faults } = await site.open('/review');
    await shows(page, '<script>');
    await page.keyboard.press('s');
    await page.locator('.choice [role=option]').first().waitFor();
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('is not in the frame of another site, where a press could be stolen', async () => {
    const other = await startOtherSite({ '/evil': { html: '<!doctype html><title>evil</title><h1>Win a boat</h1>' } });
    const { page } = await site.open('/');
    await page.goto(`${other.url}/evil`);
    await page.evaluate(
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '${site.url}/review' }))`,
    );
    await page.waitForTimeout(500);
    assert.deepEqual(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.url()),
      ['chrome-error://chromewebdata/'],
    );
    await page.context().close();
    await other.close();
  });

  test('the arrow to the left goes on in a text that is read from the right', async () => {
    const { page, faults } = await site.open(`/review?outlet=${encodeURIComponent(fromTheRight.outlet!)}`);
    await shows(page, 'إن الجسر سيبقى مفتوحا للجميع');
    await page.keyboard.press('e');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.locator('.ends-words', { hasText: /^الجسر سيبقى مفتوحا للجميع$/ }).waitFor();
    await page.keyboard.press('Enter');
    await news(page, 'Ends moved');
    assert.equal(site.record.article('arabic')!.attributions[0]!.words, 'الجسر سيبقى مفتوحا للجميع');
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

describe('a server that only reads', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite([doubted]);
  });
  after(() => site.close());

  test('shows what is in doubt, and says what to run to correct it', async () => {
    const { page, faults } = await site.open('/review');
    await shows(page, 'a guess');
    await page.getByText('onrecord serve --accept-corrections').waitFor();
    assert.equal(await page.getByRole('button', { name: /Accept/ }).count(), 0);
    await page.keyboard.press('a');
    await page.keyboard.press('}');
    await page.keyboard.press('j');
    await shows(page, 'There will be no toll');
    assert.equal(site.record.corrections().total, 0);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('has a log without anything in it, and nothing to press', async () => {
    const { page } = await site.open('/corrections');
    await page.getByText('Nothing was corrected so far.').waitFor();
    site.record.correct({ action: 'accept', attribution: `${site.keyOf(doubted)}-0` }, EDITOR);
    await page.reload();
    await page.locator('#c1').waitFor();
    assert.equal(await page.getByRole('button', { name: /^Undo/ }).count(), 0);
    await page.context().close();
  });
});
