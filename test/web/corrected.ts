import type { AnalyzedArticle } from '../../src/model.ts';
import { bare, bridge } from '../server/sample-record.ts';
import type { Site } from './browser.ts';

/** What a person corrected in the record of a site, for the tests of what pages say of it. */

const EDITOR = { by: 'R. Sandoval', at: '2031-10-14T08:00:00.000Z' };

/** A later article, by another outlet, that spells the minister in another way and gives another role. */
export const later: AnalyzedArticle = {
  ...bare,
  id: 'later',
  title: 'Kosta leaves the ministry',
  published: '2031-11-02',
  outlet: 'Sarn Evening Ledger',
  language: 'en',
  text: '“I go without regret,” Mirella Kosta said. An aide said otherwise.',
  attributions: [
    {
      ...bridge.attributions[1]!,
      source: [[24, 37]],
      cue: [[38, 42]],
      content: [[0, 23]],
      speaker: { name: 'Mirella Kosta', kind: 'person', role: 'former minister' },
    },
    {
      ...bridge.attributions[1]!,
      source: [[43, 50]],
      cue: [[51, 55]],
      content: [[56, 65]],
      type: 'indirect',
      speaker: { name: 'An aide', kind: 'unnamed', role: null },
    },
  ],
};

/** Corrects the record of a site that holds `bridge` and `later`; gives the paths of the pages that tell of it. */
export function correct({ record, keyOf }: Site): { article: string; speaker: string; other: string; sources: string } {
  const speakerOf = (name: string) => record.speakers({ name }).items[0]!.key;
  const [into, from] = [speakerOf('mirela kost'), speakerOf('kosta')];
  const key = keyOf(bridge);
  record.correct({ action: 'merge', into, from }, { ...EDITOR, note: 'one minister, two spellings' });
  record.correct(
    { action: 'not-a-statement', attribution: `${key}-8` },
    { ...EDITOR, note: 'the reporter says so, and nobody else' },
  );
  const agency = { name: 'Ostrel Ports Agency', kind: 'organization' } as const;
  record.correct({ action: 'speaker', attribution: `${key}-7`, to: agency }, EDITOR);
  return {
    article: `/articles/${key}`,
    speaker: `/speakers/${into}`,
    other: `/speakers/${speakerOf('ostrel')}`,
    sources: '/sources',
  };
}
