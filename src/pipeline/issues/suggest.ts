import { type Side, type SuggestedIssue, suggestIssues } from '../../positions/index.ts';
import type { RecordStore } from '../../store/index.ts';

/** So many positions that take a side are read, the latest. */
const MOST_SIDES = 5_000;
const PAGE = 500;

/** What speakers of a record take sides on, the most contested first, by their latest positions. */
export function suggestFor(record: RecordStore): SuggestedIssue[] {
  const sides: Side[] = [];
  for (let offset = 0, total = 1; offset < Math.min(total, MOST_SIDES); offset += PAGE) {
    const page = record.passages({ sides: true, limit: PAGE, offset });
    total = page.total;
    for (const { attribution } of page.items) {
      const { key, speaker, stance, article, aboutWords, words } = attribution;
      if (stance === null || stance === 'states') continue;
      const about = aboutWords || words;
      sides.push({ id: key, speaker: speaker?.key ?? null, outlet: article.outlet, stance, about });
    }
  }
  return suggestIssues(sides);
}
