import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { askedOf, searchAddress, toggled } from '../../web/search/asked.ts';
import { barsOf } from '../../web/search/months.ts';
import { arabic, bare, bridge, hostile, long } from '../server/sample-record.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';

/** The same words in other months, of another outlet. */
const inMonth = (published: string) => ({
  ...bridge,
  id: `in ${published}`,
  url: null,
  outlet: 'Radio Ardal',
  published,
});
const articles = [bridge, hostile, arabic, bare, long, inMonth('2031-06-03'), inMonth('2031-08-20')];
const WHO = { by: 'S. Vellamo', at: '2031-11-01T09:00:00.000Z' };

describe('the page of a search', { skip: noBrowser }, () => {
  let site: Site;
  before(async () => {
    site = await startSite(articles);
  });
  after(() => site.close());

  const place = (page: Page) => {
    const { pathname, searchParams, hash } = new URL(page.url());
    return { pathname, query: [...searchParams].map(([name, value]) => `${name}=${value}`), hash };
  };
  const found = (page: Page, words: string | RegExp) =>
    page.locator('h2.count', { hasText: typeof words === 'string' ? new RegExp(`^${words}$`) : words }).waitFor();
  const field = (page: Page) => page.getByLabel('Search statements');
  const box = (page: Page, group: string, name: string | RegExp) =>
    page.getByRole('group', { name: group, exact: true }).getByRole('checkbox', { name });
  const focused = (page: Page, script: string) => page.evaluate(`document.activeElement.${script}`);

  test('"/" goes to the field; words found are marked; a result leads to the very statement', async () => {
    const { page, faults } = await site.open('/');
    await page.keyboard.press('/');
    await page.keyboard.type('guarantee');
    await page.keyboard.press('Enter');
    await found(page, '6 statements found');
    assert.deepEqual(place(page), { pathname: '/search', query: ['q=guarantee'], hash: '' });
    assert.deepEqual(await texts(page, '.statement-words mark'), Array(6).fill('guarantee'));
    await page.locator('.statement', { hasText: 'Mirela Kost' }).first().locator('.statement-words a').click();
    await page.locator('.article-text').waitFor();
    assert.equal(place(page).hash, '#s3');
    await page.locator('.shown-content', { hasText: '“a written guarantee”' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('results follow what is typed, the address too, the focus stays, and a step back leaves the search', async () => {
    const { page, faults } = await site.open('/speakers');
    await page.keyboard.press('/');
    await page.keyboard.type('har');
    await page.keyboard.press('Enter');
    await found(page, '200 statements found');
    assert.equal(await focused(page, 'localName'), 'main', 'at the results');
    await page.keyboard.press('/');
    await page.keyboard.press('End');
    await page.keyboard.type('bour treaty x');
    await found(page, '0 statements found');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Backspace');
    await found(page, '200 statements found');
    assert.equal(await focused(page, 'type'), 'search');
    assert.deepEqual(place(page).query, ['q=harbour treaty']);
    assert.equal(await page.title(), 'Search: harbour treaty – Onrecord');
    await page.goBack();
    await page.locator('h1', { hasText: 'Speakers' }).waitFor();
    assert.equal(await field(page).inputValue(), '');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('the last word may be the beginning of one', async () => {
    const { page } = await site.open('/search?q=guarant');
    await found(page, '6 statements found');
    assert.equal((await texts(page, '.statement-words mark'))[0], 'guarantee');
    await page.context().close();
  });

  test('an answer that comes late does not show under newer words', async () => {
    const { page } = await site.open('/search?q=toll');
    let release: () => void = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route('**/api/search?q=lorry&**', async (route) => {
      await held;
      await route.continue().catch(() => undefined);
    });
    await field(page).fill('lorry');
    await page.locator('h1', { hasText: 'lorry' }).waitFor();
    await field(page).fill('harbour');
    await found(page, '200 statements found');
    release();
    await page.waitForTimeout(200);
    await found(page, '200 statements found');
    await page.context().close();
  });

  test('a phrase is found in its order only', async () => {
    const { page } = await site.open(`/search?${new URLSearchParams({ q: '"no toll"' })}`);
    await page
      .locator('.statement-words mark', { hasText: /^no toll$/ })
      .first()
      .waitFor();
    await field(page).fill('"toll no"');
    await page.getByText(/No statement holds all of these words.*leave out the quotation marks/).waitFor();
    await page.context().close();
  });

  test('facets say what choosing them would give, several may be chosen, and each is taken away again', async () => {
    const { page, faults } = await site.open('/search?q=the');
    const count = async (group: string, name: RegExp) =>
      Number((await box(page, group, name).locator('xpath=..').locator('.figure').textContent())!);
    const [documents, organizations] = [
      await count('Kind of speaker', /document/),
      await count('Kind of speaker', /organization/),
    ];
    assert.deepEqual([documents, organizations], [3, 3]);
    await box(page, 'Kind of speaker', /document/).check();
    await found(page, '3 statements found');
    assert.deepEqual(place(page).query, ['q=the', 'kind=document']);
    assert.equal(await focused(page, 'type'), 'checkbox', 'the focus stays');
    assert.equal(await count('Kind of speaker', /organization/), 3, 'another value still says what it would give');
    await box(page, 'Kind of speaker', /organization/).check();
    await found(page, '6 statements found');
    await page.getByRole('button', { name: 'Not only document' }).click();
    await found(page, '3 statements found');
    await page.goBack();
    await found(page, '6 statements found');
    await page.getByRole('button', { name: 'Clear all' }).click();
    assert.deepEqual(place(page).query, ['q=the']);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('any speaker is chosen by name, and an outlet; the address holds all of it', async () => {
    const { page, faults } = await site.open('/search?q=crossing');
    await page.getByRole('combobox', { name: 'Another speaker' }).fill('ost');
    await page.getByRole('option', { name: /Ostrel Ports Agency/ }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Not only Ostrel Ports Agency' }).waitFor();
    await found(page, '3 statements found');
    for (const speaker of await texts(page, '.statement .speaker-name')) assert.equal(speaker, 'Ostrel Ports Agency');
    await box(page, 'Outlet', /Radio Ardal/).check();
    await found(page, '2 statements found');
    assert.deepEqual(
      place(page).query.map((pair) => pair.split('=')[0]),
      ['q', 'speaker', 'outlet'],
    );
    await page.reload();
    await found(page, '2 statements found');
    assert.ok(await box(page, 'Outlet', /Radio Ardal/).isChecked());
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('chosen facets stay while other words are typed; without a find the whole record is one click away', async () => {
    const { page } = await site.open('/search?q=crossing&kind=organization');
    await field(page).fill('harbour');
    await page.getByText(/No statement of what was chosen holds all of these words/).waitFor();
    assert.deepEqual(place(page).query, ['q=harbour', 'kind=organization']);
    await page.getByRole('link', { name: 'search the whole record' }).click();
    await found(page, '200 statements found');
    await page.context().close();
  });

  test('the histogram narrows to a month, with the keyboard alone, and dates are written as well', async () => {
    const { page, faults } = await site.open('/search?q=toll&sort=date');
    const bars = page.getByRole('group', { name: /Found over time/ });
    assert.deepEqual(
      await bars.getByRole('button').evaluateAll((all) => all.map((bar) => bar.getAttribute('aria-label'))),
      [
        'June 2031: 9 statements',
        'July 2031: 0 statements',
        'August 2031: 9 statements',
        'September 2031: 0 statements',
        'October 2031: 9 statements',
      ],
    );
    await bars.getByRole('button').first().focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await found(page, '9 statements found');
    assert.deepEqual(place(page).query, ['q=toll', 'from=2031-08-01', 'to=2031-08-31', 'sort=date']);
    await page.getByRole('button', { name: /Not only 1\s*–\s*31 August 2031/ }).click();
    await found(page, '27 statements found');
    await page.getByLabel('From', { exact: true }).fill('2031-08-01');
    await page.keyboard.press('Enter');
    await found(page, '18 statements found');
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('only what somebody changed the words of', async () => {
    const { page } = await site.open('/search?q=harbour&altered=true');
    await page.getByRole('button', { name: 'Not only words changed' }).waitFor();
    const [total] = /\d+/.exec((await page.locator('h2.count').textContent())!)!;
    const { facets } = (await (await fetch(`${site.url}/api/search?q=harbour`)).json()) as {
      facets: { altered: number };
    };
    assert.equal(Number(total), facets.altered);
    await box(page, 'Words', /changed by somebody/).uncheck();
    await found(page, '200 statements found');
    await page.context().close();
  });

  test('j and k go along the results and Enter follows one', async () => {
    const { page } = await site.open('/search?q=guarantee');
    const at = () =>
      page.evaluate(`[...document.querySelectorAll('.statement-words a')].indexOf(document.activeElement)`);
    for (const [key, place] of [
      ['j', 0],
      ['j', 1],
      ['j', 2],
      ['k', 1],
    ] as const) {
      await page.keyboard.press(key);
      assert.equal(await at(), place);
    }
    const address = (await focused(page, 'href')) as string;
    await page.keyboard.press('Enter');
    await page.locator('.article-text').waitFor();
    assert.equal(page.url(), address);
    await page.context().close();
  });

  test('Enter in the field of a search that is there goes to its first result', async () => {
    const { page } = await site.open('/search?q=guarantee');
    await page.keyboard.press('/');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page, `closest('.statement-words') !== null`), true);
    await page.context().close();
  });

  test('the newest first where asked, kept over pages', async () => {
    const { page } = await site.open('/search?q=the');
    await page.getByLabel('Order').selectOption('newest first');
    await page.waitForURL(/sort=date/);
    await settled(page);
    const dates = await page
      .locator('.statement-where time')
      .evaluateAll((all) => all.map((time) => time.getAttribute('datetime')!));
    assert.deepEqual(dates, dates.toSorted().reverse());
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('.pager', { hasText: '51–100' }).waitFor();
    assert.deepEqual(place(page).query, ['q=the', 'sort=date', 'page=2']);
    await page.context().close();
  });

  test('goes on over pages, and a facet chosen on a later one begins anew', async () => {
    const { page } = await site.open('/search?q=harbour');
    await found(page, '200 statements found');
    assert.match((await page.locator('.pager').textContent())!, /1–50 of 200/);
    const first = await texts(page, '.statement-words');
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('.pager', { hasText: '51–100 of 200' }).waitFor();
    const second = await texts(page, '.statement-words');
    assert.equal(new Set([...first, ...second]).size, 100);
    assert.equal(await page.evaluate('scrollY'), 0, 'at the top of the next page');
    await box(page, 'Speaker', /Delegate A/).check();
    await found(page, '14 statements found');
    assert.equal(await focused(page, 'type'), 'checkbox');
    await page.goto(`${site.url}/search?q=harbour&page=99`);
    await page.getByText('Nothing here: there are 200').waitFor();
    await page.context().close();
  });

  test('leads to the same as JSON, CSV and a feed that a browser reads as XML', async () => {
    const { page, faults } = await site.open(`/search?${new URLSearchParams({ q: 'are only words', kind: 'person' })}`);
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'as CSV' }).click();
    const csv = readFileSync((await (await download).path())!, 'utf8');
    assert.equal(csv.trimEnd().split('\r\n').length, 2);
    const feed = await page.getByRole('link', { name: 'as feed' }).getAttribute('href');
    const read = await page.evaluate(`fetch('${feed}').then((r) => r.text()).then((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      return [xml.querySelectorAll('parsererror').length, xml.querySelectorAll('entry').length, xml.querySelector('content').textContent];
    })`);
    assert.deepEqual(read, [0, 1, site.record.search({ words: 'are only words' }).items[0]!.words]);
    const json = await page.getByRole('link', { name: 'as JSON' }).getAttribute('href');
    assert.match(json!, /^\/api\/search\?q=are\+only\+words&kind=person$/);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('on a narrow screen the facets are behind a button, which says how many are chosen', async () => {
    const { page, faults } = await site.open('/search?q=the&kind=document', { viewport: { width: 390, height: 800 } });
    const button = page.getByRole('button', { name: 'Narrow the search (1 chosen)' });
    assert.equal(await button.getAttribute('aria-expanded'), 'false');
    assert.ok(!(await page.getByRole('checkbox').first().isVisible()));
    await button.press('Enter');
    await box(page, 'Kind of speaker', /document/).uncheck();
    await found(page, /2\d\d statements found/);
    assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 390);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('an address that asks for nonsense says so, and each part of it can be taken away', async () => {
    const query = new URLSearchParams({ q: 'the', kind: '<img src=x onerror=alert(1)>' });
    const { page } = await site.open(`/search?${query}`);
    await page
      .getByRole('alert')
      .getByText(/"kind" must be one of person/)
      .waitFor();
    assert.equal(await page.locator('main img').count(), 0);
    await page.getByRole('button', { name: /Not only <img/ }).click();
    await found(page, /statements found/);
    await page.goto(`${site.url}/search?q=the&speaker=nobody`);
    await page.getByRole('button', { name: 'Not only a speaker not in the record' }).waitFor();
    await found(page, '0 statements found');
    await page.context().close();
  });

  test('hostile words are only words, in facets and marks too', async () => {
    const { page, faults } = await site.open(`/search?${new URLSearchParams({ q: '<script> onerror' })}`);
    await found(page, '1 statement found');
    assert.equal(await page.locator('main img, main script').count(), 0);
    assert.match((await page.getByRole('group', { name: 'Outlet', exact: true }).textContent())!, /Outlet <img src=x/);
    assert.equal(await page.evaluate('window.taken'), undefined);
    assert.deepEqual(faults, []);
    await page.context().close();
  });

  test('finds right-to-left words and shows them in their direction', async () => {
    const { page } = await site.open(`/search?${new URLSearchParams({ q: 'الجسر' })}`);
    await found(page, '2 statements found');
    const directions = `['.statement-words a', 'input[name=q]'].map((selector) =>
      getComputedStyle(document.querySelector(selector)).direction)`;
    assert.deepEqual(await page.evaluate(directions), ['rtl', 'rtl']);
    await page.context().close();
  });

  test('a speaker that was merged is still found by the old address', async () => {
    const own = await startSite([bridge]);
    const [kost, orlan] = ['Mirela Kost', 'Davit Orlan'].map((name) => own.record.speakers({ name }).items[0]!.key);
    own.record.correct({ action: 'merge', into: kost!, from: orlan! }, WHO);
    const { page } = await own.open(`/search?q=guarantee&speaker=${orlan}`);
    await found(page, '2 statements found');
    await page.getByRole('button', { name: 'Not only Mirela Kost' }).waitFor();
    await own.close();
  });
});

describe('what a search is asked for', () => {
  test('is the same after a way through the address', () => {
    const query = new URLSearchParams('q=a+b&speaker=x&speaker=y&outlet=%22&from=2031-01-02&altered=true&sort=date');
    const asked = askedOf(query);
    assert.deepEqual(askedOf(new URL(searchAddress(asked, 3), 'http://x').searchParams), asked);
    assert.deepEqual(toggled(toggled(asked, 'speaker', 'z'), 'speaker', 'z'), asked);
    assert.deepEqual(askedOf(new URLSearchParams('speaker=x&speaker=x')).chosen.speaker, ['x']);
  });

  test('bars are months, those without a match between them too, or years where there are too many', () => {
    const all = { from: null, to: null };
    const names = (months: readonly string[], within: Parameters<typeof barsOf>[1] = all) =>
      barsOf(
        months.map((value) => ({ value, count: 2 })),
        within,
      ).map(({ name, count }) => `${name} ${count}`);
    assert.deepEqual(names(['2031-11', '2032-02']), ['2031-11 2', '2031-12 0', '2032-01 0', '2032-02 2']);
    assert.deepEqual(names(['2011-11', '2011-12', '2014-12']), ['2011 4', '2012 0', '2013 0', '2014 2']);
    assert.deepEqual(names(['2011-11', '2013-01', '2020-12'], { from: '2013-01-01', to: '2013-12-31' }), ['2013-01 2']);
    assert.deepEqual(names(['junk', '2031-13']), []);
    assert.equal(names(['0001-01', '2031-01']).length, 60);
    assert.equal(barsOf([{ value: '2032-02', count: 1 }], all)[0]!.to, '2032-02-29');
  });
});
