import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, test } from 'node:test';
import { watchMoreOf } from '../../src/cli/watching-more.ts';
import { noBrowser, type Site, startSite } from './browser.ts';
import { doubted, EDITOR, initial, undoAll } from './doubtful.ts';
import { startTyping, type Typist } from './typist.ts';

/** What is done with a record, not only read, by somebody who only types. */

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };
const FEED =
  '<?xml version="1.0"?><rss version="2.0"><channel><title>Radio Ardal - News</title><link>http://127.0.0.1/</link></channel></rss>';
const OPML =
  '<opml version="2.0"><body><outline type="rss" text="Vesland Post" xmlUrl="https://vesland.example/rss"/></body></opml>';

describe('with the keyboard alone somebody', { skip: noBrowser }, () => {
  let site: Site;
  let feeds: Server;
  before(async () => {
    feeds = createServer((_, response) => response.end(FEED)).listen(0, '127.0.0.1');
    await once(feeds, 'listening');
    site = await startSite([doubted, initial], undefined, ({ record }) => ({
      correct: (request, note) => record.correct(request, { ...EDITOR, note }),
      watchMore: watchMoreOf(record, { allowPrivate: true }),
    }));
  });
  after(async () => {
    await site.close();
    feeds.closeAllConnections();
    feeds.close();
  });
  beforeEach(() => undoAll(site));

  const attribution = (n: number) => {
    const { attributions, notStatements } = site.record.article(site.keyOf(doubted))!;
    return [...attributions, ...notStatements].find((each) => each.key.endsWith(`-${n}`))!;
  };
  const news = (reader: Typist, words: string) => reader.reads('.desk-news', words);
  async function review(): Promise<Typist> {
    const reader = await startTyping(site);
    await reader.turnTo('Review');
    await reader.reads('.desk');
    return reader;
  }

  test('accepts statements one after the other by the button, which keeps the focus', async () => {
    const reader = await review();
    await reader.follow('.desk-actions button', 'Accept');
    await news(reader, 'Accepted');
    await reader.reads('.count', '4 statements to review');
    assert.match(await reader.focused(), /^Accept/);
    await reader.press('Enter');
    await reader.reads('.count', '3 statements to review');
    assert.match(await reader.focused(), /^Accept/);
    await reader.follow('.desk-actions button', 'Undo');
    await news(reader, 'Undone');
    await reader.reads('.count', '4 statements to review');
    assert.match(await reader.focused(), /^Undo/);
    await reader.leave();
  });

  test('names another speaker by Tab and Enter, and by s, and has the focus again afterwards', async () => {
    const reader = await review();
    await reader.follow('.desk-actions button', 'Speaker');
    assert.match(await reader.focused(), /^Who speaks/);
    await reader.press('Escape');
    assert.match(await reader.focused(), /^Speaker/);
    await reader.press('Enter');
    await reader.type('orlan');
    await reader.reads('[role=option][aria-selected=true]', 'Davit Orlan');
    await reader.press('Enter');
    await news(reader, 'Speaker corrected');
    assert.equal(attribution(8).speaker!.name, 'Davit Orlan');
    assert.match(await reader.focused(), /^Speaker/);
    await reader.press('s', 'Escape', 'u');
    await news(reader, 'Undone');
    assert.equal(attribution(8).speaker, null);
    await reader.leave();
  });

  test('moves where words begin and end, by the panel and by brackets', async () => {
    const reader = await review();
    await reader.follow('.desk-actions button', 'Begins, ends');
    await reader.follow('.ends button', 'End a word later');
    await reader.reads('.ends-words', /^a guess by$/);
    await reader.follow('.ends button', 'Keep these words');
    await news(reader, 'Ends moved');
    assert.equal(attribution(8).words, 'a guess by');
    await reader.focused();
    await reader.press('u');
    await news(reader, 'Undone');
    await reader.press('[', '}', 'a');
    await news(reader, 'Ends moved');
    assert.equal(attribution(8).words, 'called a guess by');
    await reader.leave();
  });

  test('joins statements, parts them, and takes both back', async () => {
    const reader = await review();
    const before = attribution(8).statement;
    await reader.follow('.desk-actions button', 'Join statement');
    await reader.type('lorries use');
    await reader.reads('[role=option]', '4,100 lorries');
    await reader.press('Enter');
    await news(reader, 'Made one statement');
    assert.equal(attribution(8).statement, attribution(6).statement);
    assert.match(await reader.focused(), /^Join statement/);
    await reader.follow('.desk-actions button', 'Part it');
    await news(reader, 'Made another statement');
    assert.notEqual(attribution(8).statement, attribution(6).statement);
    await reader.press('u');
    await news(reader, 'Undone');
    await reader.reads('.said-so-far', 'Made one statement');
    await reader.press('u');
    await reader.page.locator('.said-so-far').waitFor({ state: 'detached' });
    assert.equal(attribution(8).statement, before);
    await reader.leave();
  });

  test('renames a speaker, changes its kind and splits it in two, each in the log and taken back', async () => {
    const reader = await review();
    const kost = () => site.record.speakers({ name: 'kost' }).items;
    await reader.press('j');
    await reader.reads('.passage mark', 'There will be no toll');
    await reader.follow('.desk-actions button', 'Rename, split it');
    assert.match(await reader.focused(), /^Is called/);
    await reader.press('Escape');
    assert.match(await reader.focused(), /^Rename, split it/);
    await reader.press('r', 'Control+a');
    await reader.type('Mirela <b>Kost</b>');
    await reader.press('Enter');
    await news(reader, 'Speaker renamed');
    assert.ok(kost().some(({ name }) => name === 'Mirela <b>Kost</b>'));
    assert.match(await reader.focused(), /^Rename, split it/);

    await reader.press('Enter');
    await reader.tabTo('.speaker-panel select[name=kind]');
    await reader.type('organ');
    await reader.follow('.speaker-panel button', 'Change the kind');
    await news(reader, 'Kind of speaker changed');
    assert.ok(kost().some(({ kind }) => kind === 'organization'));

    await reader.press('r');
    await reader.tabTo('.speaker-panel input[name=other]');
    await reader.type('Mirela Kost the younger');
    await reader.press('Enter');
    await news(reader, 'Speaker split');
    assert.equal(attribution(1).speaker!.name, 'Mirela Kost the younger');
    assert.notEqual(attribution(0).speaker!.name, 'Mirela Kost the younger');

    const actions = () => site.record.corrections({ limit: 4 }).items.map(({ action }) => action);
    assert.deepEqual(actions().slice(0, 3), ['split', 'kind', 'rename']);
    for (let left = 2; left >= 0; left--) {
      await reader.press('u');
      if (left > 0) await reader.page.locator(`.said-so-far li:nth-child(${left + 1})`).waitFor({ state: 'detached' });
      else await reader.page.locator('.said-so-far').waitFor({ state: 'detached' });
    }
    assert.equal(attribution(1).speaker!.name, 'Mirela Kost');
    assert.equal(attribution(1).speaker!.kind, 'person');
    await reader.leave();
  });

  test('says of two names whether they are one, and takes it back', async () => {
    const reader = await review();
    await reader.tabTo('.facets select', 'In doubt');
    await reader.press('End');
    await reader.reads('h2', 'Are these one speaker?');
    await reader.follow('.desk-actions button', 'One, by the first name');
    await news(reader, 'Correction');
    await reader.focused();
    await reader.press('u');
    await reader.reads('h2', 'Are these one speaker?');
    await reader.leave();
  });

  test('undoes a correction in the log', async () => {
    const { number } = site.record.correct({ action: 'accept', attribution: attribution(8).key }, EDITOR);
    const reader = await startTyping(site);
    await reader.turnTo('Corrections');
    await reader.follow('.corrections button', `Undo correction ${number}`);
    await reader.reads(`#c${number}`, 'It does not hold: undone by correction');
    await reader.focused();
    await reader.leave();
  });

  test('pastes a draft, goes through the verdicts, and copies the right words', async () => {
    const reader = await startTyping(site, CLIPBOARD);
    reader.page.setDefaultTimeout(60_000);
    await reader.turnTo('Check');
    const draft =
      '“Nobody in the capital asked for the numbers,” Davit Orlan said. “There is a whale in the bay,” he said.';
    await reader.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(draft)})`);
    await reader.tabTo('textarea', 'Draft');
    await reader.press('Control+v', 'Control+Enter');
    await reader.reads('.check-summary', '2 quotations');
    await reader.tabTo('main button', 'Check the quotations');
    await reader.press('j');
    assert.match(await reader.focused(), /^Quotation 1: altered/);
    await reader.press('j');
    assert.match(await reader.focused(), /^Quotation 2: not found/);
    await reader.press('k', 'c');
    await reader.reads('.check-copied', 'the words of quotation 1');
    assert.match(
      (await reader.page.evaluate('navigator.clipboard.readText()')) as string,
      /Nobody in the capital asked for the figures/,
    );
    await reader.follow('.quotation-card a', 'Kost: no toll');
    await reader.reads('.article-text');
    await reader.leave();
  });

  test('looks into whom the outlets quote, day by day', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Sources');
    await reader.tabTo('input[name=from]');
    await reader.type('10122031');
    await reader.press('Enter');
    await reader.page.waitForURL(/from=2031-/);
    await reader.reads('.sources-page [role=status], .sources-page .state');
    await reader.focused();
    await reader.tabTo('select[name=modes]');
    await reader.press('End');
    await reader.follow('main button', 'Show');
    await reader.page.waitForURL(/modes=all/);
    assert.match(await reader.focused(), /^Show/);
    await reader.leave();
  });

  test('has a source watched by its address, and a list of feeds', async () => {
    const reader = await startTyping(site);
    const { port } = feeds.address() as AddressInfo;
    await reader.turnTo('Watching');
    await reader.tabTo('input[name=url]');
    await reader.type(`http://127.0.0.1:${port}/rss.xml`);
    await reader.press('Tab');
    await reader.type('Ardal Radio');
    await reader.press('Enter');
    await reader.reads('.capture-outcome', '1 source added: Radio Ardal');
    const opened = reader.page.waitForEvent('filechooser');
    await reader.tabTo('input[type=file]', 'Or a list of feeds');
    await reader.press('Space');
    const chooser = await opened;
    await chooser.setFiles({ name: 'feeds.opml', mimeType: 'text/xml', buffer: Buffer.from(OPML) });
    await reader.reads('.watched li', 'Vesland Post');
    await reader.focused();
    await reader.leave();
  });

  test('reads what was not captured, and all keys of the page', async () => {
    const reader = await startTyping(site);
    await reader.turnTo('Not captured');
    await reader.reads('main', 'The file holds no text');
    await reader.press('?');
    await reader.reads('dialog.keys[open] dd', 'search');
    await reader.press('Escape');
    await reader.page.locator('dialog.keys').waitFor({ state: 'hidden' });
    await reader.focused();
    await reader.leave();
  });
});
