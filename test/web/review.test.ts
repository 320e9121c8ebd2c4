import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { noBrowser, type Site, startSite, type Tab } from './browser.ts';
import { doubted, EDITOR, initial, news, said, shows, undoAll } from './doubtful.ts';
import { type OtherSite, startOtherSite } from './handing-site.ts';

describe('a reviewer', { skip: noBrowser }, () => {
  let site: Site;
  let key: string;

  before(async () => {
    site = await startSite([doubted, initial], undefined, ({ record }) => ({
      correct: (request, note) => record.correct(request, { ...EDITOR, note }),
    }));
    key = site.keyOf(doubted);
  });
  after(() => site.close());
  beforeEach(() => undoAll(site));

  const attribution = (n: number) => {
    const { attributions, notStatements } = site.record.article(key)!;
    return [...attributions, ...notStatements].find((each) => each.key === `${key}-${n}`)!;
  };
  const latest = () => site.record.corrections({ limit: 1 }).items[0]!;
  async function review(path = '/review'): Promise<Tab> {
    const tab = await site.open(path);
    await tab.page.locator('.desk').waitFor();
    return tab;
  }
  async function done({ page, faults }: Tab): Promise<void> {
    assert.deepEqual(faults, []);
    await page.context().close();
  }

  test('has the least likely statement first, in its lines, with what is in doubt of it', async () => {
    const tab = await review();
    const { page } = tab;
    assert.deepEqual(await said(page), ['a guess']);
    assert.match(
      (await page.locator('.passage').textContent())!,
      /An official close to the talks said .* by others\.$/,
    );
    assert.deepEqual(await page.locator('.passage .shown-cue').allTextContents(), ['was called']);
    const doubts = await page.locator('.doubts li').allTextContents();
    assert.match(doubts[0]!, /Whether this is a statement that stands just here: 31% sure/);
    assert.match(doubts[1]!, /Nobody is given as its speaker, which is 60% sure to be right/);
    await page.getByText('5 statements to review').waitFor();
    await done(tab);
  });

  test('accepts with a, and has the next one before them; j and k go on and back', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('a');
    await shows(page, 'There will be no toll');
    await news(page, /Accepted: correction \d+/);
    await page.getByText('4 statements to review').waitFor();
    assert.deepEqual([latest().action, latest().by], ['accept', EDITOR.by]);
    assert.equal(attribution(8).corrections.length, 1);
    await page.keyboard.press('j');
    await shows(page, 'a written guarantee');
    await page.keyboard.press('k');
    await page.keyboard.press('k');
    await shows(page, 'a guess');
    await page.getByText('It is reviewed.').waitFor();
    await page.reload();
    await shows(page, 'There will be no toll');
    await done(tab);
  });

  test('names another speaker: s, some letters, Enter', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('s');
    const field = page.getByRole('combobox', { name: 'Who speaks' });
    await field.waitFor();
    assert.ok(await field.evaluate('document.activeElement === document.querySelector(".choice input")'));
    await page.getByRole('option', { name: /^Mirela Kost person; 3 here, 3 statements/ }).waitFor();
    await page.keyboard.type('orlan');
    const option = page.getByRole('option', { name: /^Davit Orlan/ });
    await option.waitFor();
    assert.equal(await option.getAttribute('aria-selected'), 'true');
    await page.keyboard.press('Enter');
    await news(page, 'Speaker corrected');
    assert.equal(attribution(8).speaker!.name, 'Davit Orlan');
    await done(tab);
  });

  test('goes through the offered with arrows, and leaves with Escape without a correction', async () => {
    const tab = await review();
    const { page } = tab;
    const before = latest()?.number;
    await page.keyboard.press('s');
    await page.locator('.choice [role=option]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    const chosen = page.locator('[role=option][aria-selected=true]');
    const id = await page.getByRole('combobox', { name: 'Who speaks' }).getAttribute('aria-activedescendant');
    assert.equal(await chosen.getAttribute('id'), id);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.match((await chosen.textContent())!, /Nobody knows who it is/);
    await page.keyboard.press('Escape');
    await page.getByRole('combobox', { name: 'Who speaks' }).waitFor({ state: 'detached' });
    assert.equal(latest()?.number, before);
    await done(tab);
  });

  test('names one whom the record does not know, as an organization', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('s');
    await page.keyboard.type('Harbour Watch <b>');
    await page.getByRole('option', { name: 'Another organization: “Harbour Watch <b>”' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await news(page, 'Speaker corrected');
    assert.deepEqual(
      [attribution(8).speaker!.name, attribution(8).speaker!.kind],
      ['Harbour Watch <b>', 'organization'],
    );
    await done(tab);
  });

  test('marks with n what is no statement', async () => {
    const tab = await review();
    await tab.page.keyboard.press('n');
    await news(tab.page, 'Marked as no statement');
    assert.ok(site.record.article(key)!.notStatements.some((each) => each.key === `${key}-8`));
    await done(tab);
  });

  test('moves the ends with [ ] { }, sees it at once, and keeps it with a', async () => {
    const tab = await review();
    const { page } = tab;
    for (const press of ['}', '}', '[', '[', ']']) await page.keyboard.press(press);
    await page.locator('.ends-words', { hasText: 'called a guess by others' }).waitFor();
    assert.equal((await said(page)).join(''), 'called a guess by others');
    assert.equal(attribution(8).words, 'a guess', 'nothing is sent before it is kept');
    await page.keyboard.press('{');
    await page.keyboard.press('a');
    await news(page, 'Ends moved');
    assert.equal(attribution(8).words, 'called a guess by');
    await page.getByText('4 statements to review').waitFor();
    await done(tab);
  });

  test('moves them with arrows too, drops that with Escape, and keeps it with Enter', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('e');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowRight');
    await page.locator('.ends-words', { hasText: /^guess by$/ }).waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(await said(page), ['a guess']);
    await page.keyboard.press('e');
    await page.keyboard.press('t');
    await page.keyboard.press('ArrowLeft');
    await page.locator('.ends-words', { hasText: /^called$/ }).waitFor();
    await page.keyboard.press('Enter');
    await news(page, 'Ends moved');
    assert.deepEqual([attribution(8).sourceWords, attribution(8).words], ['called', 'a guess']);
    await done(tab);
  });

  test('merges two speakers with m, which settles no statement', async () => {
    const tab = await review(`/review?speaker=${site.record.speakers({ name: 'mirela' }).items[0]!.key}`);
    const { page } = tab;
    await shows(page, 'There will be no toll');
    await page.keyboard.press('m');
    await page.getByRole('combobox', { name: 'Who Mirela Kost is' }).waitFor();
    await page.keyboard.type('orlan');
    await page.getByRole('option', { name: /^Davit Orlan/ }).waitFor();
    await page.keyboard.press('Enter');
    await news(page, 'Made one speaker');
    assert.match(latest().summary, /^Mirela Kost .* is Davit Orlan/);
    assert.deepEqual((await said(page))[0], '“There will be no toll,”');
    await done(tab);
  });

  test('joins two statements with J, and parts them with P', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('J');
    await page.getByRole('combobox', { name: 'The same utterance as' }).waitFor();
    await page.keyboard.type('lorries use');
    await page.getByRole('option', { name: /4,100 lorries/ }).waitFor();
    await page.keyboard.press('Enter');
    await news(page, 'Made one statement');
    assert.equal(attribution(8).statement, attribution(6).statement);
    await page.keyboard.press('P');
    // The page has the address that it was given: the one that leads to the other.
    await news(page, 'Made another statement');
    assert.notEqual(attribution(8).statement, attribution(6).statement);
    await done(tab);
  });

  test('takes back with u what was made last, and has it before them again', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('a');
    await shows(page, 'There will be no toll');
    await page.keyboard.press('n');
    await shows(page, 'a written guarantee');
    await page.keyboard.press('u');
    await news(page, 'Undone');
    await shows(page, 'There will be no toll');
    await page.getByText('4 statements to review').waitFor();
    await page.keyboard.press('u');
    await shows(page, 'a guess');
    await page.getByText('5 statements to review').waitFor();
    assert.deepEqual(site.record.toReview().total, 5);
    await done(tab);
  });

  test('takes back with u the very correction that is still on its way', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('a');
    await news(page, /Accepted: correction \d+/);
    await page.route('**/api/corrections', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.keyboard.press('n');
    await page.keyboard.press('u');
    await news(page, 'Undone');
    await shows(page, 'There will be no toll');
    assert.equal(attribution(8).corrections.length, 1, 'what was made before it holds');
    await page.unroute('**/api/corrections');
    await done(tab);
  });

  test('is told when an answer fails, and nothing is lost: it can be shown and sent again', async () => {
    const { page } = await review();
    await page.route('**/api/corrections', (route) => route.abort());
    await page.keyboard.press('}');
    await page.keyboard.press('a');
    const alert = page.getByRole('alert');
    await alert.filter({ hasText: 'Not made: “Ends moved”. The server does not answer.' }).waitFor();
    await page.getByText('5 statements to review').waitFor();
    await shows(page, 'There will be no toll');
    await alert.getByRole('button', { name: 'Show the statement' }).click();
    assert.deepEqual((await said(page)).join(''), 'a guess by');
    await page.unroute('**/api/corrections');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await news(page, 'Ends moved');
    assert.equal(await alert.count(), 0);
    assert.equal(attribution(8).words, 'a guess by');
    await page.context().close();
  });

  test('is told the reason where the record refuses it', async () => {
    const { page } = await review();
    site.record.correct({ action: 'accept', attribution: `${key}-8` }, { ...EDITOR, by: 'T. Okoro' });
    await page.keyboard.press('a');
    await page.getByRole('alert').filter({ hasText: 'was accepted already, by correction' }).waitFor();
    await page.getByRole('button', { name: 'Leave it' }).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('is told all keys by ?', async () => {
    const tab = await review();
    const { page } = tab;
    await page.keyboard.press('?');
    const keys = await page.locator('dialog.keys kbd').allTextContents();
    for (const key of ['/', 'j', 'k', '?', 'a', 's', 'n', 'm', 'J', 'P', 'u', 'e', '[ ]', '{ }']) {
      assert.ok(keys.includes(key), `${key} in ${keys.join(' ')}`);
    }
    await page.keyboard.press('a');
    await page.keyboard.press('Escape');
    assert.equal(attribution(8).corrections.length, 0, 'nothing is corrected behind the list');
    await done(tab);
  });

  test('turns the single keys off, and they stay off', async () => {
    const tab = await review();
    const { page } = tab;
    const before = latest()?.number;
    await page.locator('.review-keys summary').click();
    await page.getByLabel('Single keys do what stands here').uncheck();
    await page.locator('h1').click();
    await page.keyboard.press('n');
    await page.keyboard.press('}');
    await page.reload();
    await page.locator('.desk').waitFor();
    await page.keyboard.press('a');
    await page.waitForTimeout(300);
    assert.equal(latest()?.number, before);
    assert.deepEqual(await said(page), ['a guess']);
    await done(tab);
  });

  test('narrows what is asked by kind, outlet and speaker, in the address', async () => {
    const tab = await review();
    const { page } = tab;
    await page.getByLabel('In doubt').selectOption('unresolved');
    await page.getByText('1 statement to review').waitFor();
    assert.match(page.url(), /\/review\?kind=unresolved$/);
    await page.getByLabel('Outlet').selectOption('Sarn Evening Ledger');
    await page.getByText('Nothing is in doubt here that nobody has reviewed.').waitFor();
    await page.getByRole('link', { name: 'All that is in doubt' }).click();
    await page.getByText('5 statements to review').waitFor();
    await page.getByRole('combobox', { name: 'Speaker' }).fill('orlan');
    await page.getByRole('option', { name: /Davit Orlan/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('1 statement to review').waitFor();
    await page.goBack();
    await page.getByText('5 statements to review').waitFor();
    await done(tab);
  });

  test('says of two names whether they are one speaker, and takes that back', async () => {
    const tab = await review('/review?kind=names');
    const { page } = tab;
    const names = () => page.locator('.two-names .speaker-name').allTextContents();
    assert.deepEqual((await names()).toSorted(), ['M. Kost', 'Mirela Kost']);
    await page.keyboard.press('x');
    await page.getByText('The record holds no two names of which it is unsure').waitFor();
    assert.equal(latest().action, 'apart');
    await page.keyboard.press('u');
    await page.locator('.two-names').waitFor();
    const first = (await names())[0];
    await page.keyboard.press('1');
    await page.getByText('The record holds no two names of which it is unsure').waitFor();
    assert.equal(latest().action, 'merge');
    assert.equal(site.record.speakers({ name: 'kost' }).items[0]!.name, first);
    await done(tab);
  });

  test('finds in the log who corrected what, when and why, and undoes it there', async () => {
    const note = 'she says so <i>herself</i>';
    const { number } = site.record.correct({ action: 'accept', attribution: `${key}-1` }, { ...EDITOR, note });
    const tab = await site.open('/corrections');
    const { page } = tab;
    const entry = page.locator(`#c${number}`);
    const text = (await entry.textContent())!;
    for (const words of ['is right as it is: “There will be no toll,”', EDITOR.by, '14 October 2031', note]) {
      assert.ok(text.includes(words), `${words} in ${text}`);
    }
    const undo = page.getByRole('button', { name: `Undo correction ${number}`, exact: true });
    await undo.focus();
    await page.keyboard.press('Enter');
    await entry.filter({ hasText: `It does not hold: undone by correction ${number + 1}.` }).waitFor();
    assert.equal(await undo.count(), 0);
    await page.getByRole('button', { name: `Undo correction ${number + 1}`, exact: true }).click();
    await undo.waitFor();
    assert.equal(attribution(1).corrections.length, 1);
    await done(tab);
  });

  describe('another site corrects nothing', () => {
    let other: OtherSite;
    before(async () => {
      other = await startOtherSite({ '/evil': { html: '<!doctype html><title>evil</title><h1>Win a boat</h1>' } });
    });
    after(() => other.close());

    test('by a request or a form', async () => {
      const before = latest()?.number;
      const { page } = await site.open('/');
      await page.goto(`${other.url}/evil`);
      const body = JSON.stringify({ action: 'accept', attribution: `${key}-1` });
      await page.evaluate(`(async () => {
        const to = '${site.url}/api/corrections';
        const body = ${JSON.stringify(body)};
        const json = { 'content-type': 'application/json', 'x-onrecord-token': 'x' };
        const tries = [{ mode: 'no-cors', headers: { 'content-type': 'text/plain' } }, { headers: json }, { mode: 'no-cors' }];
        for (const more of tries) await fetch(to, { method: 'POST', body, ...more }).catch(() => {});
        navigator.sendBeacon(to, body);
        window.read = await fetch('${site.url}/review').then((answer) => answer.text(), () => 'not readable');
      })()`);
      assert.equal(await page.evaluate('window.read'), 'not readable', 'the token stays secret');
      const answered = page.waitForResponse((response) => response.url() === `${site.url}/api/corrections`);
      await page.evaluate(`(() => {
        const form = Object.assign(document.createElement('form'), { method: 'POST', enctype: 'text/plain', action: '${site.url}/api/corrections' });
        form.append(Object.assign(document.createElement('input'), { name: '{"action":"accept","attribution":"', value: '"}' }));
        document.body.append(form);
        form.submit();
      })()`);
      assert.equal((await answered).status(), 403);
      assert.equal(latest()?.number, before);
      await page.context().close();
    });
  });
});
