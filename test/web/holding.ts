import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AnalyzedArticle, Speaker } from '../../src/model.ts';
import { writeIssue } from '../../src/pipeline/index.ts';
import { BRIDGE, MARRO, report, VESK } from '../store/sides.ts';
import { person } from '../store/talks.ts';

/** Positions for the tests of the pages of issues: a shift, a collision, a condition, hostile and right-to-left words. */

const IMAGE = '<img src=x onerror="window.taken = true">';
const TARI = person('ليلى الطاري', 'وزيرة');
const MARKUP = person(`Envoy ${IMAGE}`, null);

const hostile = report(
  'hostile',
  [
    [
      MARKUP,
      `that Corvan demands talks on the bridge if ${IMAGE} is shown to all`,
      { stance: 'demands' },
      `if ${IMAGE} is shown to all`,
    ],
  ],
  { outlet: `Outlet ${IMAGE}`, published: '2031-05-20' },
);
const arabic = report('arabic', [[TARI, 'لن نقبل محادثات talks على الجسر bridge', { stance: 'rejects' }]], {
  outlet: 'صوت الوادي',
  published: '2031-05-28',
  language: 'ar',
});
const undated = report('undated', [[VESK, 'that Osmara offers talks on the bridge', { stance: 'offers' }]], {
  published: null,
});

/** Speakers who hold a position each, more than are drawn as lanes. */
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWX'];
const crowd: readonly AnalyzedArticle[] = LETTERS.map((letter, i) => {
  const speaker: Speaker = person(`Delegate ${letter}arrow`, 'delegate');
  const published = `2031-03-${String(i + 1).padStart(2, '0')}`;
  return report(`crowd-${letter}`, [[speaker, `that ferry ${letter}os needs a harbour toll`, { stance: 'demands' }]], {
    published,
  });
});

export const holding: readonly AnalyzedArticle[] = [...BRIDGE, hostile, arabic, undated, ...crowd];
export { MARRO, VESK };

/** A folder with an issue of the bridge, one of nothing that anybody said, and a file that is none. */
export function issuesOfBridge(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'onrecord-issues-'));
  const title = `Talks on the bridge ${IMAGE}`;
  writeIssue(folder, { name: 'bridge', title, about: ['talks on the bridge', 'Orra bridge'], speakers: [] });
  writeIssue(folder, { name: 'zebra', title: null, about: ['zebra crossings'], speakers: ['Nobody Known'] });
  writeFileSync(join(folder, 'bad.json'), '{');
  return { folder, remove: () => rmSync(folder, { recursive: true }) };
}
