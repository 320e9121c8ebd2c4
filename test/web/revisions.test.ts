import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { changedParagraphs } from '../../web/article/word-changes.ts';
import { first, revise } from '../server/revised.ts';
import { noBrowser, type Site, settled, startSite, texts } from './browser.ts';

describe('the page of an article that was revised', { skip: noBrowser }, () => {
  let site: Site;
  let keys: string[];
  before(async () => {
    site = await startSite([first]);
    keys = revise(site);
  });
  after(() => site.close());

  test('says which revision it is, leads to the others, and marks what changed as words', async () => {
    const { page, faults } = await site.open(`/articles/${keys[2]}`);
    await page.locator('.revision-links a').first().waitFor();
    assert.deepEqual(await texts(page, '.revisions h2'), ['Revision 3 of 3']);
    assert.equal(await page.locator('.superseded').count(), 0);
    await page.locator('.revisions summary').click();
    assert.match((await texts(page, '.revisions ins')).join(), /The toll will not be paid back/);
    assert.match((await texts(page, '.revisions del')).join(), /Nobody had asked the hauliers <b>at all<\/b>/);
    const statements = (await texts(page, '.statement-changes li')).join('\n');
    assert.match(statements, /Removed: Davit Orlan, Nobody had asked/);
    assert.match(statements, /Added: Mirela Kost, The toll/);
    assert.match(statements, /Changed: Davit Orlan, Lorries.*the speaker was Mirela Kost.*was indirect, is direct/);

    await page.locator('.revision-links a', { hasText: 'before' }).click();
    await page.locator('.revisions h2', { hasText: 'Revision 2 of 3' }).waitFor();
    await settled(page);
    assert.match((await texts(page, '.superseded')).join(), /changed later/);
    await page.locator('.word-changes').waitFor();
    assert.match((await texts(page, '.changed-title ins')).join(), /stays/);
    const marks = await texts(page, '.word-changes del');
    assert.match(marks.join(), /Monday/);
    assert.match((await texts(page, '.article-text')).join(), /Nobody had asked the hauliers <b>at all<\/b>/);
    await page.locator('.superseded a').click();
    await page.locator('.revisions h2', { hasText: 'Revision 3 of 3' }).waitFor();
    assert.deepEqual(faults, []);
    await page.context().close();
  });
});

describe('the paragraphs that changed', () => {
  test('are shown whole, with a gap for those between them, and none for white space', () => {
    const changed = changedParagraphs([
      { change: 'same', words: 'One.\nTwo.\nThree ' },
      { change: 'removed', words: 'is' },
      { change: 'added', words: 'was' },
      { change: 'same', words: ' here.\n' },
      { change: 'added', words: '\n' },
      { change: 'same', words: 'Four.\nFive.' },
    ]);
    assert.deepEqual(changed, [
      null,
      [
        { change: 'same', words: 'Three ' },
        { change: 'removed', words: 'is' },
        { change: 'added', words: 'was' },
        { change: 'same', words: ' here.' },
      ],
      null,
    ]);
  });
});
