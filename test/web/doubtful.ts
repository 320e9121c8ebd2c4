import type { Page } from 'playwright-core';
import type { AnalyzedArticle } from '../../src/model.ts';
import { arabic, bridge } from '../server/sample-record.ts';
import type { Site } from './browser.ts';

/** Articles of which much is in doubt, for the tests of the pages that correct. */

export const EDITOR = { by: 'R. Sandoval', at: '2031-10-14T08:00:00.000Z' };

/** Four statements in doubt, the first the least likely: 8 (nobody speaks), 1, 3 and 2 (who speaks). */
export const doubted: AnalyzedArticle = {
  ...bridge,
  attributions: bridge.attributions.map((attribution, n) => ({
    ...attribution,
    confidence: [0.9, 0.4, 0.6, 0.5, 0.9, 0.9, 0.9, 0.9, 0.31][n]!,
    speakerConfidence: n === 8 ? 0.6 : 0.9,
  })),
};

/** The minister by an initial alone, which leaves in doubt whether it is she. */
export const initial: AnalyzedArticle = {
  ...bridge,
  id: 'initial',
  title: 'M. Kost on the crossing',
  outlet: 'Sarn Evening Ledger',
  url: null,
  text: '“It stays free,” M. Kost said.',
  attributions: [
    {
      ...bridge.attributions[1]!,
      source: [[17, 24]],
      cue: [[25, 29]],
      content: [[0, 16]],
      speaker: { name: 'M. Kost', kind: 'person', role: null },
      confidence: 0.7,
    },
  ],
};

/** Read from the right. */
export const fromTheRight: AnalyzedArticle = {
  ...arabic,
  attributions: arabic.attributions.map((attribution, n) => ({ ...attribution, confidence: n === 0 ? 0.2 : 0.9 })),
};

/** Undoes all that was corrected. */
export function undoAll({ record }: Site): void {
  for (const { number, action, undoneBy } of record.corrections({ limit: 500 }).items) {
    if (action !== 'undo' && undoneBy === null) record.correct({ action: 'undo', number }, EDITOR);
  }
}

/** Waits until the desk shows a statement that holds these words. */
export const shows = (page: Page, words: string) => page.locator('.passage mark', { hasText: words }).first().waitFor();
/** The words that are marked as said, piece by piece. */
export const said = (page: Page) => page.locator('.passage mark').allTextContents();
/** Waits until the desk says what was done last. */
export const news = (page: Page, words: string | RegExp) =>
  page.locator('.desk-news').filter({ hasText: words }).waitFor();
