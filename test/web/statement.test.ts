import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, settled, startSite, type Tab, texts, until } from './browser.ts';
import { courier, manyReports, reported, wire, words } from './reported.ts';

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const copied = (page: Page): Promise<string> => page.evaluate('navigator.clipboard.readText()') as Promise<string>;

describe('the page of a statement', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite(reported);
  });
  after(() => site.close());

  const keyOf = (start: string): string =>
    [...site.record.statements({ limit: 500 }).items].find(({ earliest }) => earliest.words.includes(start))!.key;
  const open = (start: string, query = '', options = {}): Promise<Tab> =>
    site.open(`/statements/${keyOf(start)}${query}`, options);

  test('shows the words large, who said them, and where they were first captured', async () => {
    const { page, faults } = await open(words.WORDS);
    assert.match((await page.locator('.statement-large').textContent())!, new RegExp(words.WORDS));
    assert.match(
      (await page.locator('.statement-top .statement-head').textContent())!,
      /Mirela Kost.*harbour minister/,
    );
    const first = (await page.locator('.first-captured').textContent())!;
    assert.match(first, /First captured: The Marrow Bay Courier, 2 November 2031, 08:00 UTC/);
    assert.match(first, /others may have had it before and were not captured, such as Reuters/, 'gaps are said');
    assert.match((await page.locator('.statement-top .count').textContent())!, /3 occurrences, 2 origins.*a “not”/);
    assert.match(await page.title(), /Mirela Kost: “We will not close/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('lists all occurrences in time, each with what became of the words', async () => {
    const { page } = await open(words.WORDS);
    assert.deepEqual(await texts(page, '.occurrence-outlet'), [
      'The Marrow Bay Courier',
      'Sarn Evening Ledger',
      'Ostrel Gazette',
    ]);
    const cards = page.locator('.occurrence');
    assert.match((await cards.nth(0).textContent())!, /The earliest captured/);
    assert.match((await cards.nth(1).textContent())!, /Against the earliest: the same words.*medium: The Marrow Bay/s);
    assert.match((await cards.nth(2).textContent())!, /Against the earliest: altered/);
    assert.equal((await cards.nth(2).locator('del').textContent())?.replace(/ (removed:|\(end\)) /g, '').trim(), 'not');
    assert.equal(await cards.nth(2).locator('.change-marks li').textContent(), ' a “not” put in or left out');
    assert.match((await cards.nth(2).textContent())!, /captured 13 October 2031/);
    await page.context().close();
  });

  test('leads to the very place in the article', async () => {
    const { page } = await open(words.BOATS);
    await page.locator('.occurrence-outlet', { hasText: 'Ostrel Gazette' }).click();
    await page.locator('.article-text').waitFor();
    const { pathname, hash } = new URL(page.url());
    assert.deepEqual([pathname, hash], [`/articles/${site.keyOf(wire)}`, '#s1']);
    assert.match((await texts(page, '.article-text .shown-content')).join(''), /321 fishing boats/);
    await page.context().close();
  });

  test('draws who has it from whom, and counts and explains independent origins', async () => {
    const { page } = await open(words.WORDS);
    const origins = page.locator('.origins');
    assert.match((await origins.textContent())!, /3 occurrences with 2 independent origins/);
    const places = await texts(page, '.chain-place');
    assert.equal(places.length, 4);
    assert.match(places[0]!, /^The Marrow Bay Courier.*captured with the earliest date/);
    assert.match(places[1]!, /^Sarn Evening Ledger.*credits The Marrow Bay Courier as the one the speaker told/);
    assert.match(places[2]!, /^Reuters.*its own report was not captured/);
    assert.match(places[3]!, /^Ostrel Gazette.*credits Reuters in its byline/);
    assert.equal(await page.locator('.rails[aria-hidden="true"]').count(), 4, 'the drawing repeats the list');
    assert.equal(
      await page.locator('.rails circle.not-captured').count(),
      1,
      'a broken ring for what was not captured',
    );
    await page.getByText('How origins are counted').click();
    await page.getByText('reprints another, credits it').waitFor();
    await page.context().close();
  });

  test('copies the citation in four forms, and says so', async () => {
    const { page, faults } = await open(words.WORDS, '', CLIPBOARD);
    const address = `${site.url}/statements/${keyOf(words.WORDS)}`;
    const copy = async (form: string): Promise<string> => {
      await page.getByRole('button', { name: `Copy ${form}` }).click();
      await page.locator('.copied', { hasText: `Copied: the citation as ${form}.` }).waitFor();
      return copied(page);
    };
    const plain = await copy('plain text');
    assert.ok(
      plain.startsWith(`“${words.WORDS},”\n— Mirela Kost, Tarvian harbour minister. “Harbour stays open,`),
      plain,
    );
    assert.ok(plain.includes(`On record: ${address} (captured 13 October 2031)`), plain);
    assert.match(await copy('Markdown'), /^> “We will not.*\(https:\/\/courier\.example\/harbour_%28north%29\)/s);
    assert.match(await copy('HTML'), new RegExp(`^<blockquote cite="${address}">`));
    const linked = JSON.parse(await copy('JSON-LD'));
    assert.deepEqual([linked['@type'], linked['@id'], linked.url], ['Quotation', address, address]);
    assert.deepEqual(linked.spokenByCharacter, {
      '@type': 'Person',
      name: 'Mirela Kost',
      jobTitle: 'Tarvian harbour minister',
    });
    assert.equal(linked.isBasedOn.publisher.name, 'The Marrow Bay Courier');
    await page.getByRole('button', { name: 'Copy the address' }).click();
    await page.locator('.copied', { hasText: 'the permanent address' }).waitFor();
    assert.equal(await copied(page), address);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('a browser that does not let it copy is told what to do', async () => {
    const { page } = await open(words.WORDS);
    await page.evaluate('navigator.clipboard.writeText = () => Promise.reject(new Error("no"))');
    await page.getByRole('button', { name: 'Copy HTML' }).click();
    await page.locator('.copied', { hasText: 'mark the words and copy them yourself' }).waitFor();
    await page.context().close();
  });

  test('j, k and c go through it and cite it without a mouse', async () => {
    const { page } = await open(words.WORDS, '', CLIPBOARD);
    const focused = () => page.evaluate('document.activeElement.querySelector(".occurrence-outlet")?.textContent');
    for (const [key, outlet] of [
      ['j', 'The Marrow Bay Courier'],
      ['j', 'Sarn Evening Ledger'],
      ['j', 'Ostrel Gazette'],
      ['j', 'Ostrel Gazette'],
      ['k', 'Sarn Evening Ledger'],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await focused(), outlet);
    }
    await page.keyboard.press('c');
    await page.locator('.copied', { hasText: 'Copied' }).waitFor();
    assert.ok((await copied(page)).startsWith('“We will not'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.article-text').waitFor();
    await page.context().close();
  });

  test('goes on over pages of occurrences, and the address of one puts the focus on it', async () => {
    const { page } = await open(words.LANTERN);
    assert.equal(await page.locator('.occurrence').count(), 50);
    assert.match((await page.locator('.origins').textContent())!, /52 independent origins/);
    await page.getByText('44 more origins').click();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('.pager', { hasText: '51–52 of 52' }).waitFor();
    assert.equal(await page.locator('.occurrence').count(), 2);
    const key = `${site.keyOf(manyReports[51]!)}-0`;
    await page.goto(`${page.url()}#o-${key}`);
    await until(page, `document.activeElement.id === "o-${key}"`);
    await page.context().close();
  });

  test('the key of an occurrence leads to the statement, whose address is the permanent one', async () => {
    const { page } = await site.open(`/statements/${site.keyOf(wire)}-0`);
    assert.equal(
      await page.locator('.cite-address a').getAttribute('href'),
      `${site.url}/statements/${keyOf(words.WORDS)}`,
    );
    await page.goto(`${site.url}/statements/nobody`);
    await page.getByRole('alert').getByText('The record has no statement at this address.').waitFor();
    await page.context().close();
  });

  test('hostile words stay words: on the page, in the list, and in what is copied', async () => {
    const { page, faults } = await open('keys of the old archive', '', CLIPBOARD);
    assert.match((await page.locator('.statement-large').textContent())!, /<script>window\.taken = true<\/script>/);
    const forms: Record<string, string> = {};
    for (const form of ['plain text', 'Markdown', 'HTML', 'JSON-LD']) {
      await page.getByRole('button', { name: `Copy ${form}` }).click();
      await page.locator('.copied', { hasText: `Copied: the citation as ${form}.` }).waitFor();
      forms[form] = await copied(page);
      assert.doesNotMatch(forms[form]!, /\u202e/, 'nothing turns the order of letters about');
    }
    assert.doesNotMatch(forms.HTML!, /<script|<img|="javascript:/);
    assert.doesNotMatch(forms['JSON-LD']!, /</);
    assert.doesNotMatch(forms.Markdown!, /[^\\]\]\(javascript/);
    assert.equal(JSON.parse(forms['JSON-LD']!).isBasedOn.url, undefined);
    await page.goto(`${site.url}/statements?show=all`);
    await settled(page);
    await page.locator('.listed', { hasText: 'keys of the old archive' }).waitFor();
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('right-to-left words run from the right', async () => {
    const { page } = await open('رسوم على الجسر');
    assert.equal(await page.evaluate('getComputedStyle(document.querySelector(".statement-large")).direction'), 'rtl');
    assert.deepEqual(await texts(page, '.occurrence-outlet'), ['صوت الخليج أ', 'صوت الخليج ب']);
    await page.context().close();
  });

  test('axe-core finds nothing on the page in either theme, wide or narrow; nothing is wider', async () => {
    for (const start of [words.WORDS, 'keys of the old archive', 'رسوم على الجسر']) {
      const { page } = await open(start);
      await page.evaluate(`for (const folded of document.querySelectorAll('details')) folded.open = true`);
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 900 });
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), width, `${start} at ${width}`);
      }
      assert.deepEqual(await violationsInBothThemes(page), [], `${start}, narrow`);
      await page.setViewportSize({ width: 1280, height: 900 });
      assert.deepEqual(await violationsInBothThemes(page), [], start);
      await page.context().close();
    }
  });

  test('prints the words, the occurrences and the chain, without what only a screen needs', async () => {
    const { page } = await open(words.WORDS);
    await page.emulateMedia({ media: 'print' });
    for (const shown of ['.statement-large', '.occurrence', '.chain-place', '.citation']) {
      assert.ok(await page.locator(shown).first().isVisible(), shown);
    }
    for (const gone of ['.site', '.cite-forms', '.cite-address button']) {
      assert.ok(!(await page.locator(gone).isVisible()), gone);
    }
    await page.context().close();
  });

  describe('in an article', () => {
    test('a mark and the card say that others report it, and otherwise', async () => {
      const { page, faults } = await site.open(`/articles/${site.keyOf(courier)}`);
      const cards = page.locator('.article-statements .elsewhere');
      assert.deepEqual(
        (await cards.allTextContents()).map((text) => text.trim()),
        [
          'Also in 2 outlets, altered in 1: a “not” put in or left out',
          'Also in 1 outlet, altered in 1: another number',
        ],
      );
      assert.equal(await page.locator('.side-note .elsewhere-mark.disputed').count(), 2);
      await page
        .getByRole('link', { name: 'Statement 1, Mirela Kost, also in 2 outlets, altered in 1', exact: true })
        .first()
        .waitFor();
      await cards.first().getByRole('link').click();
      await page.locator('.statement-large').waitFor();
      assert.equal(new URL(page.url()).pathname, `/statements/${keyOf(words.WORDS)}`);
      assert.deepEqual(faults, []);
      await page.context().close();
    });

    test('what is otherwise here than first captured is said; what nobody else has bears no mark', async () => {
      const { page } = await site.open(`/articles/${site.keyOf(wire)}`);
      assert.match(
        (await texts(page, '.article-statements .elsewhere'))[0]!,
        /Also in 2 outlets\. Here otherwise than first captured: a “not” put in or left out/,
      );
      assert.deepEqual(await violationsInBothThemes(page), []);
      const alone = await startSite([courier]);
      const tab = await alone.open(`/articles/${alone.keyOf(courier)}`);
      assert.equal(await tab.page.locator('.elsewhere, .elsewhere-mark').count(), 0);
      await alone.close();
      await page.context().close();
    });
  });
});
