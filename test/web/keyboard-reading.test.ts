import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { first, revise } from '../server/revised.ts';
import { noBrowser, type Site, startSite } from './browser.ts';
import { holding, issuesOfBridge } from './holding.ts';
import { BOATS, OPEN, told } from './told.ts';
import { startTyping, type Typist } from './typist.ts';

/** Every page that is read, by somebody who only types: each begins at the first page and gets about by keys. */

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const pathOf = ({ page }: Typist): string => new URL(page.url()).pathname;
/** Goes on with j until the focus is on what is asked for. */
async function stepTo(reader: Typist, words: string | RegExp): Promise<void> {
  for (let steps = 0; steps < 40; steps++) {
    await reader.press('j');
    const name = await reader.focused();
    if (typeof words === 'string' ? name.includes(words) : words.test(name)) return;
  }
  assert.fail(`j does not lead to ${words}`);
}
/** Finds words by "/" and goes to the first statement that has them: its place in an article. */
async function openFound(reader: Typist, words: string): Promise<void> {
  await reader.press('/');
  await reader.type(words);
  await reader.press('Enter');
  await reader.reads('.found-head');
  await reader.press('j', 'Enter');
  await reader.reads('.article-text');
}

describe('with the keyboard alone a reader', { skip: noBrowser }, () => {
  let site: Site;
  const issues = issuesOfBridge();
  before(async () => {
    site = await startSite([...told, ...holding, first], undefined, () => ({ issues: issues.folder }));
    revise(site);
  });
  after(async () => {
    await site.close();
    issues.remove();
  });

  /** The title of the story of most outlets. */
  const story = () => site.record.stories().items.reduce((a, b) => (b.outlets > a.outlets ? b : a)).lead.title!;

  test('goes through the first page and opens a story, and one statement of its table', async () => {
    const reader = await startTyping(site);
    await stepTo(reader, story());
    await reader.press('j', 'k', 'Enter');
    await reader.reads('.story-head h1', story());
    assert.match(pathOf(reader), /^\/stories\//);
    await stepTo(reader, OPEN);
    await reader.press('Enter');
    await reader.reads('.statement-large', OPEN);
    await reader.leave();
  });

  test('goes to the stories, through the table of one, and to the altered words', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Stories');
    await stepTo(reader, story());
    await reader.press('Enter');
    await reader.reads('.matrix');
    await reader.tabTo('.matrix-scroll', 'Statement');
    await reader.follow('.matrix .carry-link', /^altered: a “not”/);
    await reader.reads('.article-text .shown-content', 'We will close');
    assert.match(pathOf(reader), /^\/articles\//);
    await reader.leave();
  });

  test('goes through the statements of an article, from one to its speaker, and to all reports of it', async () => {
    const reader = await startTyping(site);
    await openFound(reader, 'grain ship has left');
    await reader.press('k', 'k', 'k');
    await reader.reads('.article-text .shown-content', 'northern harbour');
    assert.match(await reader.focused(), /Mirela Kost/, 'the entry of the statement has the focus');
    await reader.follow('.statement a', 'Also in 3 outlets');
    await reader.reads('.statement-large', OPEN);

    await openFound(reader, 'grain ship has left');
    await reader.press('j', 'k', 'k');
    await reader.follow('.statement a', 'Mirela Kost');
    await reader.reads('.speaker-page h1', 'Mirela Kost');
    await reader.leave();
  });

  test('opens a statement of an article by its number in the text, and leaves it again', async () => {
    const reader = await startTyping(site);
    await openFound(reader, 'grain ship has left');
    await reader.press('Escape');
    assert.equal(new URL(reader.page.url()).hash, '');
    await reader.follow('.note-number', /^Statement 2/);
    await reader.reads('.statement[aria-current] .statement-words');
    assert.equal(new URL(reader.page.url()).hash, '#s1');
    await reader.focused();
    await reader.leave();
  });

  test('sees what a revision changed, and goes from one to the other', async () => {
    const reader = await startTyping(site);
    await openFound(reader, 'toll will not be paid back');
    await reader.follow('.revisions summary', 'What changed');
    await reader.reads('.word-changes ins');
    await reader.tabTo('.revision-links a', 'The one before', true);
    await reader.press('Enter');
    await reader.reads('.revisions h2', 'Revision 2 of 3');
    await reader.follow('.superseded a');
    await reader.reads('.revisions h2', 'Revision 3 of 3');
    await reader.leave();
  });

  test('goes through the reports of a statement, and copies each form of its citation', async () => {
    const reader = await startTyping(site, CLIPBOARD);
    await reader.turnTo('Statements');
    await reader.follow('main a', OPEN);
    await reader.reads('.statement-large', OPEN);
    await reader.press('j');
    assert.match(await reader.focused(), /^The Marrow Bay Courier/);
    await stepTo(reader, 'Ostrel Gazette');
    const copied = () => reader.page.evaluate('navigator.clipboard.readText()') as Promise<string>;
    await reader.press('c');
    await reader.reads('.copied', 'as plain text');
    assert.match(await copied(), /— Mirela Kost/);
    for (const [form, mark] of [
      ['Markdown', '> '],
      ['HTML', '<blockquote'],
      ['JSON-LD', '"@context"'],
    ] as const) {
      await reader.follow('.cite-forms button', form);
      await reader.reads('.copied', `as ${form}`);
      assert.ok((await copied()).includes(mark), form);
    }
    await reader.follow('.cite button', 'Copy the address');
    await reader.reads('.copied', 'permanent address');
    assert.equal(await copied(), reader.page.url());
    await reader.leave();
  });

  test('finds a speaker by name, narrows to a month, and searches what was said', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Speakers');
    await reader.tabTo('main input');
    await reader.type('marro');
    await reader.reads('main a', 'Ilan Marro');
    await reader.follow('main a', 'Ilan Marro');
    await reader.reads('.speaker-page h1', 'Ilan Marro');
    await reader.reads('.speaker-shifts');
    await reader.follow('.months a', /^June 2031/);
    await reader.reads('h2', 'Statements of June 2031');
    await reader.focused();
    await reader.follow('.months a', 'All the time');
    await reader.reads('h2', /^Statements$/);
    await reader.focused();
    await reader.tabTo('.speaker-page input[type=search]');
    await reader.type('bridge');
    await reader.press('Enter');
    await reader.reads('.chosen', 'Ilan Marro');
    await reader.leave();
  });

  test('goes along the lanes of an issue, to a collision and to the table', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Issues');
    await reader.follow('main a', 'Talks on the bridge');
    await reader.reads('.lane-chart .lane-mark');
    await reader.press('j', 'ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp');
    await stepTo(reader, /collides|collision/i);
    await reader.follow('.point-card a', 'Collision 1');
    await reader.reads('#collision-1:focus');
    await reader.tabTo('.views a', 'As a table', true);
    await reader.press('Enter');
    await reader.reads('.position-table');
    await reader.focused();
    await reader.tabTo('.table-frame');
    await reader.follow('.position-table a', 'Ilan Marro');
    await reader.reads('.speaker-page h1', 'Ilan Marro');
    await reader.leave();
  });

  test('asks for an issue of their own, and again, without losing the place', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Issues');
    await reader.tabTo('main input[name=about]');
    await reader.type('grain trucks');
    await reader.press('Enter');
    await reader.reads('h1', 'Positions on grain trucks');
    assert.match(await reader.focused(), /Who holds what on/);
    await reader.press('Control+a');
    await reader.type('toll');
    await reader.press('Enter');
    await reader.reads('h1', 'Positions on toll');
    assert.match(await reader.focused(), /Who holds what on/);
    await reader.leave();
  });

  test('searches, narrows and widens the search, and takes the results away', async () => {
    const reader = await startTyping(site);
    await reader.press('/');
    await reader.type('harbour');
    await reader.press('Enter');
    await reader.reads('.found-head h2', 'found');
    await reader.tabTo('.facet-group input[type=checkbox]', 'Mirela Kost');
    await reader.press('Space');
    await reader.reads('.chosen', 'Mirela Kost');
    assert.match(await reader.focused(), /Mirela Kost/);
    await reader.tabTo('.facet-group input[type=checkbox]', 'Ostrel Gazette');
    await reader.press('Space');
    await reader.reads('.chosen', 'Ostrel Gazette');
    await reader.follow('.chosen', 'Mirela Kost');
    await reader.page.locator('.chosen', { hasText: 'Mirela Kost' }).waitFor({ state: 'detached' });
    assert.match(await reader.focused(), /Ostrel Gazette/, 'the chip beside it has the focus');
    await reader.tabTo('main a', 'as CSV', true);
    const [download] = await Promise.all([reader.page.waitForEvent('download'), reader.press('Enter')]);
    assert.match(download.url(), /search\.csv\?/);
    await reader.tabTo('main a', 'as feed');
    await reader.press('j', 'j', 'k', 'Enter');
    await reader.reads('.article-text');
    await reader.leave();
  });

  test('is shown the keys by "?", and is back at the place when they are closed', async () => {
    const reader = await startTyping(site);
    await stepTo(reader, BOATS);
    const before = await reader.focused();
    await reader.press('?');
    await reader.reads('dialog.keys[open] kbd', '/');
    await reader.follow('dialog.keys button', 'Close');
    assert.equal(await reader.focused(), before);
    await reader.leave();
  });
});
