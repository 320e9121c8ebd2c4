import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { AnalyzedArticle } from '../../src/model.ts';
import { violationsInBothThemes } from './axe.ts';
import { noBrowser, type Site, startSite, until } from './browser.ts';
import { courier, gazette, ledger, radio } from './told.ts';
import { startTyping } from './typist.ts';

const NAMES = [
  'Vesland Post',
  'The Sarn Bay Morning Intelligencer',
  'Arvenportsmouth Nachrichten',
  'Pilot',
  'Quay Weekly',
];

/** The story of the harbour in so many outlets. */
function outlets(count: number): AnalyzedArticle[] {
  const four = [courier, ledger, gazette, radio];
  const more = Array.from({ length: count - four.length }, (_, n) => ({
    ...four[n % four.length]!,
    id: `more-${n}`,
    outlet: `${NAMES[n % NAMES.length]}${n < NAMES.length ? '' : ` ${n}`}`,
  }));
  return [...four, ...more];
}

for (const [count, fits] of [
  [7, true],
  [16, false],
] as const) {
  describe(`the table of a story of ${count} outlets`, { skip: noBrowser }, () => {
    let site: Site;
    before(async () => {
      site = await startSite(outlets(count));
    });
    after(() => site.close());

    test(
      fits ? 'stands in a window of 1280 as a whole' : 'goes on to the side, says so, and is scrolled by keys',
      async () => {
        const reader = await startTyping(site);
        await reader.turnTo('Stories');
        await reader.press('j', 'Enter');
        await reader.reads('.matrix');
        const { page } = reader;
        const [inner, outer] = (await page.evaluate(
          '((box) => [box.scrollWidth, box.clientWidth])(document.querySelector(".matrix-scroll"))',
        )) as number[];
        assert.equal(inner! <= outer!, fits, `${inner} in ${outer}`);
        assert.equal(await page.locator('.matrix-hint').count(), fits ? 0 : 1);
        assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 1280);
        await reader.tabTo('.matrix-scroll', /Statement/);
        if (!fits) {
          for (let n = 0; n < 12; n++) await reader.press('ArrowRight');
          await until(page, 'document.querySelector(".matrix-scroll").scrollLeft > 100');
          const left = await page.evaluate('document.querySelector(".matrix tbody th").getBoundingClientRect().left');
          assert.ok((left as number) >= 0 && (left as number) < 100, 'the statements stay where they are');
        }
        assert.deepEqual(await violationsInBothThemes(page), []);
        await reader.leave();
      },
    );
  });
}
